"""The command line's composition root: the same services as the window's, handed to the features' commands.

Nothing here loads Qt, and nothing is opened before a command asks for a service. ``gallery`` alone shows widgets.
"""

from __future__ import annotations

from collections.abc import Sequence


def run(words: Sequence[str]) -> int:
    """Do what was asked for; the exit code: 0 fine, 1 could not be done, 2 usage, 130 stopped by Ctrl+C."""
    from careercoach_desktop.app.cli.root import run_command

    return run_command(words)

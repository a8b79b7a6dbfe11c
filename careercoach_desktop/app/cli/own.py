"""Commands that belong to no feature."""

from __future__ import annotations

from careercoach_desktop.foundation.terminal.commands import CommandLine


def add_own_commands(line: CommandLine) -> None:
    """Nothing yet."""

"""``careercoach practice …``: an interview practised in a terminal, one question at a time, without a network.

It is the same session the window shows: what is begun here can be gone on with there, and the other way round.
"""

from __future__ import annotations

from careercoach_desktop.foundation.terminal.commands import CommandLine


def add_commands(line: CommandLine) -> None:
    """``careercoach practice start``, ``answer``, ``list``, ``show`` and ``bank``."""
    from careercoach_desktop.features.practice.cli.looking_back import add_looking_back
    from careercoach_desktop.features.practice.cli.practising import add_practising

    practice = line.group("practice", "Practise an interview: questions, answers, and what makes them better.")
    add_practising(practice, line.shell)
    add_looking_back(practice, line.shell)

"""Jobs from a terminal: one file per noun, all below ``careercoach jobs`` but ``careercoach due``."""

from __future__ import annotations

from careercoach_desktop.foundation.terminal.commands import CommandLine


def add_commands(line: CommandLine) -> None:
    """``careercoach jobs …`` and ``careercoach due …``"""
    from careercoach_desktop.features.jobs.cli.applying import add_applying
    from careercoach_desktop.features.jobs.cli.board import add_board
    from careercoach_desktop.features.jobs.cli.capturing import add_capturing
    from careercoach_desktop.features.jobs.cli.due import add_due_commands
    from careercoach_desktop.features.jobs.cli.duplicates import add_duplicates
    from careercoach_desktop.features.jobs.cli.exchange import add_exchange
    from careercoach_desktop.features.jobs.cli.history import add_history
    from careercoach_desktop.features.jobs.cli.people import add_contact_commands

    jobs = line.group("jobs", "Postings, and where you stand with them.")
    for add in (add_capturing, add_board, add_history, add_applying, add_exchange, add_duplicates):
        add(jobs, line.shell)
    add_contact_commands(jobs)
    add_due_commands(line)

"""Which job and which column the words on the line mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from careercoach_desktop.foundation.terminal.commands import choice

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.model import JobStatus


Which = Annotated[str, typer.Argument(metavar="JOB", help="A number, or words of its title and company.")]
Several = Annotated[list[str], typer.Argument(metavar="JOB…", help="Numbers, or words of the title and company.")]
OnlyColumn = Annotated[str | None, typer.Option("--status", metavar="STATUS", help="Only this column of the board.")]


def status_of(word: str, option: str) -> JobStatus:
    from careercoach_desktop.features.jobs.model import JobStatus

    return JobStatus(choice(word, [each.value for each in JobStatus], option))

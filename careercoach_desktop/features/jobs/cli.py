"""Jobs from a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from careercoach_desktop.foundation.terminal.commands import CommandLine
from careercoach_desktop.foundation.terminal.words import labelled

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.model import Posting


def add_commands(line: CommandLine) -> None:
    """``careercoach jobs …``"""
    jobs = line.group("jobs", "Postings and where you stand with them.")
    shell = line.shell

    @jobs.command(
        "read",
        examples=["careercoach jobs read posting.html", "careercoach jobs read https://example.com/jobs/42 --json"],
    )
    def read(
        source: Annotated[str, typer.Argument(metavar="FILE_OR_URL", help="A saved page or an address.")],
    ) -> None:
        """Read one posting and print its fields. Nothing is stored."""
        shell.warm_child()
        from careercoach_desktop.features.jobs.looking import look_at

        posting = look_at(source, shell.child)
        shell.answer(posting_fields(posting), posting_lines(posting))


def posting_fields(posting: Posting) -> dict[str, Any]:
    """What the posting says; null for what it does not."""
    names = ("title", "company", "location", "work_mode", "job_type", "salary_min", "salary_max", "salary_currency",
             "posted_date", "deadline", "description", "url", "source")  # fmt: skip
    said = posting.model_dump(mode="json", include=set(names))
    return {name: said[name] or None for name in names}


def posting_lines(posting: Posting) -> list[str]:
    """The same for a person."""
    said = posting_fields(posting)
    description = said.pop("description") or ""
    return [*labelled((name.replace("_", " ").capitalize(), value) for name, value in said.items()), "", description]

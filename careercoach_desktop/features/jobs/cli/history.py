"""``careercoach jobs timeline``: what happened, to one job or to all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from careercoach_desktop.features.jobs.cli.showing import entry_fields
from careercoach_desktop.foundation.terminal.commands import CommandLine
from careercoach_desktop.foundation.terminal.shell import Shell

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.model import HistoryEntry, TimelineEntry


OneOrAll = Annotated[str | None, typer.Argument(metavar="[JOB]", help="A number, or words; without, all jobs.")]
Most = Annotated[int, typer.Option("--most", metavar="N", min=1, help="So many entries.")]


def add_history(jobs: CommandLine, shell: Shell) -> None:
    @jobs.command("timeline", examples=["careercoach jobs timeline", "careercoach jobs timeline 42 --json"])
    def timeline(job: OneOrAll = None, most: Most = 50) -> None:
        """What happened, newest first: to one job, or to all."""
        from careercoach_desktop.features.jobs.model.telling import happened
        from careercoach_desktop.features.jobs.service import JobService

        service = shell.get(JobService)
        if job is not None:
            entries = service.timeline(service.named(job))[:most]
            lines = [f"{moment(entry)}  {happened(entry)}" for entry in entries]
            shell.answer([entry_fields(entry) for entry in entries], lines)
            return
        history = service.history(most)
        shell.answer(
            [{"job": one.entry.job_id, "title": one.title, "company": one.company or None, **entry_fields(one.entry)}
             for one in history],
            [f"{moment(one.entry)}  {_titled(one)}: {happened(one.entry)}" for one in history],
        )  # fmt: skip


def moment(entry: TimelineEntry) -> str:
    return f"{entry.when.astimezone():%Y-%m-%d %H:%M}"


def _titled(one: HistoryEntry) -> str:
    return ", ".join(part for part in (one.title, one.company) if part)

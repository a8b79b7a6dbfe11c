"""``careercoach jobs duplicates`` and ``jobs merge``: jobs that look like one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from careercoach_desktop.features.jobs.cli.naming import Which
from careercoach_desktop.features.jobs.cli.showing import job_fields, named
from careercoach_desktop.foundation.terminal.commands import CommandLine
from careercoach_desktop.foundation.terminal.shell import Shell

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.model import Duplicate


Others = Annotated[list[str], typer.Argument(metavar="OTHER…", help="The jobs that become part of it.")]


def add_duplicates(jobs: CommandLine, shell: Shell) -> None:
    @jobs.command("duplicates")
    def duplicates() -> None:
        """Jobs that look like one, and why. Nothing is merged."""
        from careercoach_desktop.features.jobs.service import JobService

        service = shell.get(JobService)
        groups = service.all_duplicates()
        if not groups:
            shell.say("No two jobs look like one.")
        lines, said = [], []
        for job_id, others in groups:
            job = service.job(job_id)
            lines += [f"{job_id}  {named(job)}", *(f"  {one.job_id}  {alike(one)}: {one.reason}" for one in others)]
            found = [
                {"id": one.job_id, "title": one.title, "likeness": one.likeness.value, "reason": one.reason}
                for one in others
            ]
            said.append({"id": job_id, "title": job.posting.title, "duplicates": found})
        shell.answer(said, lines)

    @jobs.command("merge", examples=["careercoach jobs merge 12 40"])
    def merge(keep: Which, others: Others) -> None:
        """Make jobs part of another one. Nothing is lost: notes, history, people and postings move over."""
        from careercoach_desktop.features.jobs.service import JobService

        service = shell.get(JobService)
        kept = service.named(keep)
        service.merge(kept, [service.named(other) for other in others])
        shell.finish_own()
        job = service.job(kept)
        shell.answer(job_fields(job), [f"{kept}  {named(job)}"])


def alike(one: Duplicate) -> str:
    return ", ".join(part for part in (one.title, one.company) if part)

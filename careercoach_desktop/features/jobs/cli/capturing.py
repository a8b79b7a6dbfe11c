"""``careercoach jobs read`` and ``jobs add``: postings on their way in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from careercoach_desktop.features.jobs.cli.duplicates import alike
from careercoach_desktop.features.jobs.cli.showing import job_fields, named, posting_fields, posting_lines
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.terminal.commands import CommandLine
from careercoach_desktop.foundation.terminal.shell import Shell

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.model import Added, Job
    from careercoach_desktop.features.jobs.service import JobService


Sources = Annotated[
    list[str], typer.Argument(metavar="URL_OR_FILE…", help="Addresses, saved pages, or - for a piped text.")
]
Readable = Annotated[str, typer.Argument(metavar="FILE_OR_URL", help="A saved page, an address, or - for a piped one.")]


def add_capturing(jobs: CommandLine, shell: Shell) -> None:
    @jobs.command("read", examples=["careercoach jobs read https://example.com/jobs/42 --json"])
    def read(source: Readable) -> None:
        """Read one posting and print its fields. Nothing is stored."""
        shell.warm_child()
        from careercoach_desktop.features.jobs.looking import look_at

        posting = look_at(source, shell.child, shell.page_renderer)
        shell.answer(posting_fields(posting), posting_lines(posting))

    @jobs.command(
        "add",
        examples=["careercoach jobs add https://example.com/jobs/42", "pbpaste | careercoach jobs add -"],
    )
    def add(sources: Sources) -> None:
        """Put postings on the board and read them."""
        from careercoach_desktop.features.jobs.service import JobService

        service = shell.get(JobService)
        added: list[Added] = []
        for source in sources:
            try:
                added.append(_added(service, source))
            except UserError as problem:
                if len(sources) == 1:
                    raise
                shell.apologise(UserError(f"{source}: {problem.message}", problem.next_step, code=problem.code))
        for one in added:
            if one.duplicate:
                also = f" It is job {one.job_id}." if len(sources) > 1 else ""
                shell.say(f"This posting is on your board already.{also}")
        shell.finish_own()
        jobs_now = [service.job(one.job_id) for one in added]
        for job in jobs_now:
            if job.problem:
                shell.apologise(UserError(job.problem, f"It is kept on the board as job {job.id}."))
            _say_alike(shell, service, job)
        said = [job_fields(job) for job in jobs_now]
        shell.answer(said[0] if len(sources) == 1 else said, [f"{job.id}  {named(job)}" for job in jobs_now])


def _added(service: JobService, source: str) -> Added:
    from careercoach_desktop.features.jobs.looking import STANDARD_INPUT, is_address, read_source

    if is_address(source):
        return service.add_from_url(source)
    data, name = read_source(source)
    if source == STANDARD_INPUT and not data.lstrip().startswith((b"<", b"{")):
        return service.add_from_text(data.decode("utf-8", errors="replace"))
    return service.add_from_file(data, name)


def _say_alike(shell: Shell, service: JobService, job: Job) -> None:
    for one in [each for each in service.duplicates_of(job.id) if each.job_id < job.id]:
        shell.say(f"Job {job.id} looks like job {one.job_id}, {alike(one)}: {one.reason}.")

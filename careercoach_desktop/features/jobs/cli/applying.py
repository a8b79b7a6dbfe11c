"""``careercoach jobs apply``: what was sent for a job."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from careercoach_desktop.features.jobs.cli.days import day_of
from careercoach_desktop.features.jobs.cli.naming import Which
from careercoach_desktop.features.jobs.cli.showing import application_fields, application_lines, job_fields, named
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.terminal.commands import CommandLine, choice
from careercoach_desktop.foundation.terminal.shell import Shell

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.model import Application, Enclosure
    from careercoach_desktop.features.jobs.service import JobService


Method = Annotated[str, typer.Option("--method", metavar="HOW", help="manual or automated.")]
Portal = Annotated[str, typer.Option("--portal", metavar="URL", help="Where it was sent.")]
Confirmation = Annotated[str, typer.Option("--confirmation", metavar="NUMBER", help="What the employer’s site gave.")]
SentResume = Annotated[str, typer.Option("--resume", metavar="RESUME", help="A number, or words of its title.")]
SentOn = Annotated[str, typer.Option("--date", metavar="DATE", help="When; today unless said.")]


def add_applying(jobs: CommandLine, shell: Shell) -> None:
    @jobs.command(
        "apply",
        examples=[
            "careercoach jobs apply 42 --portal https://jobs.example.com/42 --confirmation A-17",
            'careercoach jobs apply 42 --resume "Lena Marsh" --date 2026-11-20',
        ],
    )
    def apply(
        job: Which, method: Method = "manual", portal: Portal = "", confirmation: Confirmation = "",
        resume: SentResume = "", date: SentOn = "",
    ) -> None:  # fmt: skip
        """Record an application; the job moves to “applied”. Said again, it is corrected."""
        from careercoach_desktop.features.jobs.model import ApplicationMethod
        from careercoach_desktop.features.jobs.service import JobService

        service = shell.get(JobService)
        job_id = service.named(job)
        changes: dict[str, Any] = {
            "method": ApplicationMethod(choice(method, [each.value for each in ApplicationMethod], "--method"))
        }
        changes |= {"portal_url": _link(portal)} if portal else {}
        changes |= {"confirmation": confirmation} if confirmation else {}
        changes |= {"submitted": day_of(date)} if date else {}
        changes |= {"enclosures": [resume_enclosed(shell, resume)]} if resume else {}
        recorded = _applied(service, job_id, changes)
        found = service.job(job_id)
        told = {**job_fields(found), "application": application_fields(recorded)}
        shell.answer(told, [f"{job_id}  {named(found)}", *application_lines(recorded)])


def _applied(service: JobService, job_id: int, changes: dict[str, Any]) -> Application:
    """The recorded application, with these changes; the job is moved where it has to be."""
    from careercoach_desktop.features.jobs.model import Application, JobStatus

    if service.job(job_id).status is JobStatus.INTERESTED:
        service.move([job_id], JobStatus.APPLIED)
    standing = service.application(job_id)
    if standing is None:  # a job that was further on already
        return service.record_application(Application(job_id=job_id, **changes))
    wanted = standing.model_copy(update=changes)
    service.update_application(wanted)
    return wanted


def _link(text: str) -> str:
    from careercoach_desktop.features.jobs.capture.urls import looks_like_url

    address = looks_like_url(text)
    if address is None:
        raise UserError(f"“{text}” is not the address of a web page.", "Check it.", code="url-invalid")
    return address


def resume_enclosed(shell: Shell, words: str) -> Enclosure:
    from careercoach_desktop.features.jobs.model import Enclosure, EnclosureKind
    from careercoach_desktop.features.resumes.service import ResumeService

    found = shell.get(ResumeService).resume(shell.get(ResumeService).named(words))
    return Enclosure(kind=EnclosureKind.RESUME, ref=f"resume:{found.id}", version=found.version, title=found.title)

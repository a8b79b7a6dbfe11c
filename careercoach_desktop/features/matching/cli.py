"""The match from a terminal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careercoach_desktop.foundation.terminal.commands import CommandLine
from careercoach_desktop.foundation.terminal.shell import Shell
from careercoach_desktop.foundation.terminal.words import columns, one_line

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.model import Posting
    from careercoach_desktop.features.matching.model import Keyword, MatchReport
    from careercoach_desktop.features.resumes.model import ResumeData

WhichResume = Annotated[str, typer.Argument(metavar="RESUME", help="“primary”, a number, a title, or a file.")]
WhichJob = Annotated[str, typer.Argument(metavar="JOB", help="A number, words of its title, a file, or an address.")]


def add_commands(line: CommandLine) -> None:
    """``careercoach match``"""
    shell = line.shell

    @line.command(
        "match",
        examples=[
            "careercoach match primary 42",
            "careercoach match cv.pdf https://example.com/jobs/42",
        ],
    )
    def match(resume: WhichResume, job: WhichJob) -> None:
        """How well a résumé fits a job: the score, its parts, and every keyword with where it stands.

        Files and addresses are only looked at; with two of them no data is opened, and your preferences do not count.
        """
        report = _report(shell, resume, job)
        shell.answer(report.model_dump(mode="json"), report_lines(report))


def report_lines(report: MatchReport) -> list[str]:
    """The explanation, for a person."""
    from careercoach_desktop.features.matching.model import Need

    lines = [f"Match {report.score} of 100" if report.score is not None else "The posting asks for nothing to weigh."]
    rows = [
        (part.kind.value.replace("_", " ").capitalize(), part.text, part.because or part.counted)
        for part in report.parts
    ]
    lines += ["", *columns(rows, widest=72)] if rows else []
    for need, title in ((Need.MUST, "Asked for"), (Need.NICE, "Nice to have")):
        wanted = [keyword for keyword in report.keywords if keyword.need is need]
        lines += ["", title, *(_keyword_line(keyword) for keyword in wanted)] if wanted else []
    return lines


def _keyword_line(keyword: Keyword) -> str:
    if keyword.found:
        where = "; ".join(place.label for place in keyword.places[:3])
        return f"  + {one_line(keyword.term)}" + (f"  ({one_line(where)})" if where else "")
    near = f"  (you name {one_line(', '.join(keyword.related[:3]))})" if keyword.related else ""
    return f"  - {one_line(keyword.term)}{near}"


def _report(shell: Shell, resume: str, job: str) -> MatchReport:
    from careercoach_desktop.features.jobs.looking import STANDARD_INPUT, is_address

    resume_is_file = _is_file(resume)
    job_is_outside = job == STANDARD_INPUT or is_address(job) or _is_file(job)
    if resume_is_file and job_is_outside:
        from datetime import date

        from careercoach_desktop.features.matching.scoring import match
        from careercoach_desktop.features.profile.model import Preferences

        today = date.today()  # noqa: DTZ011 - years of work are counted in the person's own days
        return match(_outside_resume(shell, resume), _outside_job(shell, job), Preferences(), today)

    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.matching.service import MatchingService
    from careercoach_desktop.features.resumes.service import ResumeService

    resumes, jobs, matching = shell.get(ResumeService), shell.get(JobService), shell.get(MatchingService)
    if not resume_is_file and not job_is_outside:
        return matching.report(jobs.named(job), resumes.named(resume))
    data = _outside_resume(shell, resume) if resume_is_file else resumes.resume(resumes.named(resume)).data
    posting = _outside_job(shell, job) if job_is_outside else jobs.job(jobs.named(job)).posting
    return matching.compare(data, posting)


def _is_file(words: str) -> bool:
    """A number always means a record; a file of that name is ``./42``."""
    return not words.isdecimal() and Path(words).expanduser().is_file()


def _outside_resume(shell: Shell, file: str) -> ResumeData:
    from careercoach_desktop.features.resumes.looking import look_at

    return look_at(Path(file).expanduser(), shell.child).data


def _outside_job(shell: Shell, source: str) -> Posting:
    from careercoach_desktop.features.jobs.looking import look_at

    return look_at(source, shell.child, shell.page_renderer)

"""The match from a terminal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from careercoach_desktop.foundation.clock import today_here
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.terminal.commands import CommandLine
from careercoach_desktop.foundation.terminal.shell import Shell
from careercoach_desktop.foundation.terminal.words import columns, one_line

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.model import Posting
    from careercoach_desktop.features.matching.model import JudgeOffer, Keyword, MatchReport
    from careercoach_desktop.features.resumes.model import ResumeData

WhichResume = Annotated[str, typer.Argument(metavar="RESUME", help="“primary”, a number, a title, or a file.")]
WhichJob = Annotated[str, typer.Argument(metavar="JOB", help="A number, words of its title, a file, or an address.")]


WhichJobs = Annotated[list[str] | None, typer.Argument(metavar="[JOB]…", help="Numbers, or words of their titles.")]
All = Annotated[bool, typer.Option("--all", metavar=" ", help="Every job on the board that was read.")]
Yes = Annotated[bool, typer.Option("--yes", metavar=" ", help="Ask; without it you are only told what it would take.")]
AtOnce = Annotated[bool, typer.Option("--now", metavar=" ", help="Many at once too, at the full price.")]


def add_commands(line: CommandLine) -> None:
    """``careercoach match`` and ``judge``"""
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

    @line.command(
        "judge",
        examples=[
            "careercoach judge primary 42 43",
            "careercoach judge primary 42 43 --yes",
            "careercoach judge primary --all --yes",
        ],
    )
    def judge(
        resume: WhichResume, jobs: WhichJobs = None, *, every: All = False, yes: Yes = False, now: AtOnce = False
    ) -> None:
        """Claude’s view of jobs: a score with reasons and gaps, beside the one computed here.

        Says what it would take; with --yes it asks. More than 20 go together at half price, within a day.
        """
        from careercoach_desktop.features.jobs.service import JobService
        from careercoach_desktop.features.resumes.service import ResumeService

        service = shell.get(JobService)
        resume_id = shell.get(ResumeService).named(resume)
        job_ids = service.to_match() if every else [service.named(job) for job in jobs or []]
        if not job_ids:
            raise UserError("No job was named.", "Name some, or add --all for those on the board.", code="no-jobs")
        _judge(shell, job_ids, resume_id, yes=yes, now=now)


def _judge(shell: Shell, job_ids: list[int], resume_id: int, *, yes: bool, now: bool) -> None:
    from careercoach_desktop.features.matching.model import JudgeWay
    from careercoach_desktop.features.matching.service import JudgingService

    judging = shell.get(JudgingService)
    offer = judging.offer(job_ids, resume_id, JudgeWay.AT_ONCE if now else None)
    for words in offer_lines(offer):
        shell.say(words)
    done: dict[str, object] = {"judged": 0, "left": offer.jobs}
    if offer.jobs and not yes:
        shell.say("Nothing was sent. Add --yes to ask.")
    elif offer.jobs:
        task_id = judging.start(job_ids, resume_id, offer.way)
        if task_id is not None:
            ended = shell.finish(task_id, leave=offer.way is JudgeWay.BATCH)
            done = shell.require_done(ended).result or done
    told = [_told(shell, job_id, resume_id) for job_id in job_ids]
    views = [one for one in told if one is not None]
    shell.answer(
        {"asked": offer.jobs, "known": offer.known, "unread": offer.unread, **done, "jobs": views},
        [line for one in views for line in view_lines(one)],
    )


def offer_lines(offer: JudgeOffer) -> list[str]:
    """What asking would take, for a person."""
    from careercoach_desktop.features.matching.model import JudgeWay
    from careercoach_desktop.foundation.llm.words import estimate_words, model_name, seconds_words

    if offer.problem is not None:
        raise offer.problem
    known = f", {offer.known} judged already" if offer.known else ""
    unread = f", {offer.unread} without a posting to read" if offer.unread else ""
    estimate, together = offer.estimate, offer.way is JudgeWay.BATCH
    lines = [f"{offer.jobs} to ask about{known}{unread}."]
    if offer.jobs:
        tokens = estimate.input_tokens + estimate.output_tokens
        price = f"{estimate_words(estimate)}{', half the usual price' if together else ''}"
        time = "within a day" if together else seconds_words(offer.seconds)
        said = [f"about {tokens:,} tokens of {model_name(estimate.model)}", price, time]
        lines.append(f"{'; '.join(part for part in said if part)}. Sent to {offer.host}.")
    if offer.jobs and together:
        lines.append("Ctrl+C leaves it with Claude; the window, or this command again, collects the answers.")
    return lines


def view_lines(told: dict[str, Any]) -> list[str]:
    """One job’s view, for a person."""
    computed = f"computed here: {told['computed']}" if told["computed"] is not None else "nothing to compute"
    old = "; what it rests on has changed since" if not told["is_current"] else ""
    far = "; far apart: read the posting yourself" if told["is_far"] else ""
    return [
        f"{told['job_id']}  {one_line(told['title'])}: Claude says {told['score']} of 100 ({computed}{far}{old})",
        *(f"  + {one_line(reason)}" for reason in told["reasons"]),
        *(f"  - {one_line(gap)}" for gap in told["gaps"]),
    ]


def _told(shell: Shell, job_id: int, resume_id: int) -> dict[str, Any] | None:
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.matching.model import is_far
    from careercoach_desktop.features.matching.service import JudgingService, MatchingService

    view = shell.get(JudgingService).view(job_id, resume_id)
    if view is None:
        return None
    computed = shell.get(MatchingService).report(job_id, resume_id).score
    return {
        "job_id": job_id,
        "title": shell.get(JobService).job(job_id).posting.title,
        **view.judgement.model_dump(mode="json"),
        "computed": computed,
        "is_far": is_far(view.judgement.score, computed),
        "is_current": view.is_current,
        "model": view.model,
        "created": view.created.isoformat(),
    }


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
        from careercoach_desktop.features.matching.scoring import match
        from careercoach_desktop.features.profile.model import Preferences

        today = today_here()
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

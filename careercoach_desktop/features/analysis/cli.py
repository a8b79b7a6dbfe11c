"""The analysis of résumés and jobs from a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from careercoach_desktop.foundation.clock import today_here
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.terminal.commands import CommandLine, choice
from careercoach_desktop.foundation.terminal.shell import Shell
from careercoach_desktop.foundation.terminal.words import columns, one_line

if TYPE_CHECKING:
    from careercoach_desktop.features.analysis.model import Analysis, Finding, Score
    from careercoach_desktop.features.analysis.model.job import JobAnalysis, Point
    from careercoach_desktop.features.analysis.model.judgement import ClaudeOffer, Judgement, Target

Which = Annotated[str, typer.Argument(metavar="RESUME", help="“primary”, a number, a title, or a file.")]
WhichJob = Annotated[str, typer.Argument(metavar="JOB", help="A number, words of its title, a file, or an address.")]
WithClaude = Annotated[
    bool, typer.Option("--claude", metavar=" ", help="Say what asking Claude would take; with --yes, ask.")
]
Yes = Annotated[bool, typer.Option("--yes", metavar=" ", help="Ask Claude now, at the price that was said.")]
ForJob = Annotated[str, typer.Option("--job", metavar="JOB", help="What Claude judges it for: a job on the board,")]
ForRole = Annotated[str, typer.Option("--role", metavar="WORDS", help="or a role or industry.")]
Beside = Annotated[
    str, typer.Option("--resume", metavar="RESUME", help="The résumé to compare with (the primary one).")
]
In = Annotated[str, typer.Option("--language", metavar="CODE", help="What Claude answers in: en, de, fr or es.")]

_CODES = ("en", "de", "fr", "es")


def add_commands(line: CommandLine) -> None:
    """``careercoach analyse``, ``careercoach job-analysis``"""
    shell = line.shell

    @line.command(
        "analyse",
        examples=[
            "careercoach analyse primary",
            "careercoach analyse cv.pdf --json",
            "careercoach analyse primary --claude --role “hospital logistics” --yes",
        ],
    )
    def analyse(
        resume: Which, job: ForJob = "", role: ForRole = "", language: In = "en", *, claude: WithClaude = False,
        yes: Yes = False,
    ) -> None:  # fmt: skip
        """What could be better in a résumé and its file: scores, and every finding with its reason.

        Checked by rules on this computer; nothing is sent. A file is only looked at. With --claude, a kept résumé is
        judged by Claude as well, beside the scores of the rules.
        """
        found = _analysis(shell, resume)
        answer: dict[str, Any] = found.model_dump(mode="json")
        lines = analysis_lines(found)
        if claude:
            said, more = _judged(shell, resume, job, role, choice(language, _CODES, "--language"), yes=yes)
            answer["claude"] = said
            lines += ["", *more]
        shell.answer(answer, lines)

    @line.command(
        "job-analysis",
        examples=["careercoach job-analysis 42", "careercoach job-analysis posting.html --json"],
    )
    def job_analysis(
        job: WhichJob, resume: Beside = "", language: In = "en", *, claude: WithClaude = False, yes: Yes = False
    ) -> None:
        """What a posting really says: level, demands, what to be wary of, what speaks for it, pay, tips.

        By rules on this computer, with the posting's own words; nothing is sent. A file or an address is only looked
        at. With --claude, Claude reads a job on the board as well.
        """
        found, kept = _job_analysis(shell, job, resume)
        answer: dict[str, Any] = found.model_dump(mode="json")
        lines = job_lines(found)
        if claude:
            if kept is None:
                raise UserError("Claude only reads jobs on the board.", "Add it first: careercoach jobs add …")
            said, more = _viewed(shell, *kept, choice(language, _CODES, "--language"), yes=yes)
            answer["claude"] = said
            lines += ["", *more]
        shell.answer(answer, lines)


def analysis_lines(analysis: Analysis) -> list[str]:
    """The scores and the findings, for a person."""
    from careercoach_desktop.features.analysis.model import Severity

    overall, *parts = analysis.scores
    rows = [(_name(score.kind), str(score.value), _losses(score)) for score in parts]
    lines = [f"Résumé {overall.value} of 100, checked by rules on this computer", "", *columns(rows, widest=72)]
    titles = {
        Severity.IMPORTANT: "Important",
        Severity.WORTH_DOING: "Worth doing",
        Severity.DETAIL: "Details",
    }
    for severity, title in titles.items():
        found = [finding for finding in analysis.findings if finding.severity is severity]
        if found:
            lines += ["", title]
            for finding in found:
                lines += _finding_lines(finding)
    return lines


def judgement_lines(judgement: Judgement, model: str) -> list[str]:
    """Claude's view, for a person; named as what it is."""
    figure = "" if judgement.overall is None else f", its own figure {judgement.overall} of 100"
    lines = [f"{model}’s view{figure}", "", one_line(judgement.verdict)]
    for title, observations in (("Strong", judgement.strengths), ("Weak", judgement.weaknesses)):
        lines += ["", title, *(f"  - {one_line(each.text)}" for each in observations)] if observations else []
    if judgement.suggestions:
        lines += ["", "Suggestions"]
        for each in judgement.suggestions:
            lines += [f"  - {one_line(each.issue)} {one_line(each.text)}"]
            lines += [f"      was  {one_line(each.before)}", f"      now  {one_line(each.after)}"] if each.after else []
            lines += [f"      not proved: {one_line(claim.reason)}" for claim in each.claims]
    if judgement.dropped:
        lines += ["", f"{judgement.dropped} remarks were left out because nothing here bears them out."]
    return [*lines, "", "Use a wording with one click in the window."]


def job_lines(found: JobAnalysis) -> list[str]:
    """A job read closely, for a person."""
    lines = [f"{level.level.value.capitalize()}: {one_line(level.text)}" for level in found.levels]
    lines += [f"{each.kind.value.capitalize()} {each.value} of 100. {one_line(each.text)}" for each in found.figures
              if each.value is not None]  # fmt: skip
    sections: tuple[tuple[str, Iterable[Point]], ...] = (
        ("What to be wary of", found.red_flags),
        ("What speaks for it", found.highlights),
        ("Gaps", found.gaps),
        ("What you can do about it", found.recommendations),
        ("Pay", found.salary),
        ("For your application", found.tips),
        ("What you would do", found.responsibilities),
    )
    for title, points in sections:
        lines += _section(title, points)
    for title, skills in (("Required", found.required), ("Welcome", found.preferred)):
        if skills:
            lines += ["", title, f"  {', '.join(one_line(skill.term) for skill in skills)}"]
    if found.salary_guess:
        lines += ["", f"Claude’s guess about pay: {one_line(found.salary_guess)}"]
    return lines[1:] if lines and not lines[0] else lines


def _section(title: str, points: Iterable[Point]) -> list[str]:
    said = []
    for point in points:
        said += [f"  {'!' if point.serious else '-'} {one_line(point.text)}"]
        said += [f"      “{one_line(point.quote)}”"] if point.quote else []
    return ["", title, *said] if said else []


def _finding_lines(finding: Finding) -> list[str]:
    quotes = [place.quote for place in finding.places if place.quote]
    more = [f"and {len(quotes) - 3} more"] if len(quotes) > 3 else []
    said = [f"      {one_line(quote)}" for quote in [*quotes[:3], *more]]
    return [f"  - {one_line(finding.text)} {one_line(finding.why)}", *said]


def _losses(score: Score) -> str:
    return ", ".join(f"−{loss.points} {loss.rule}" for loss in score.losses)


def _name(kind: object) -> str:
    words = str(kind)
    return words if words == "ATS" else words.capitalize()


def _is_file(words: str) -> bool:
    """A number always means a record; a file of that name is ``./42``."""
    return not words.isdecimal() and Path(words).expanduser().is_file()


def _analysis(shell: Shell, resume: str) -> Analysis:
    if _is_file(resume):
        from careercoach_desktop.features.analysis.looking import look_at

        shell.warm_child()
        return look_at(Path(resume).expanduser(), shell.child, today_here())

    from careercoach_desktop.features.analysis.service import AnalysisService
    from careercoach_desktop.features.resumes.service import ResumeService

    return shell.get(AnalysisService).analyse(shell.get(ResumeService).named(resume)).analysis


def _judged(
    shell: Shell, resume: str, job: str, role: str, language: str, *, yes: bool
) -> tuple[dict[str, Any], list[str]]:
    """Claude's judgement and words for it; without ``yes`` only what it would take."""
    if _is_file(resume):
        raise UserError("Claude only judges a résumé that is kept.", "Import it first: careercoach resumes import …")
    from careercoach_desktop.features.analysis.service import JudgementService
    from careercoach_desktop.features.resumes.service import ResumeService

    resume_id, service = shell.get(ResumeService).named(resume), shell.get(JudgementService)
    target = _target(shell, job, role, language)
    if waiting := _offered(shell, service.offer(resume_id, target), yes=yes):
        return waiting
    shell.require_done(shell.finish(service.start(resume_id, target)))
    found = service.judgement(resume_id, target.job_id)
    if found is None:
        raise UserError("The judgement is no longer there.", "Ask again.", code="judgement-gone")
    said = {"model": found.model, **found.judgement.model_dump(mode="json")}
    return said, judgement_lines(found.judgement, _called(found.model))


def _target(shell: Shell, job: str, role: str, language: str) -> Target:
    from careercoach_desktop.features.analysis.model.judgement import Target

    if not job:
        return Target(role=role, title=role, language=language)
    from careercoach_desktop.features.jobs.service import JobService

    jobs = shell.get(JobService)
    job_id = jobs.named(job)
    posting = jobs.job(job_id).posting
    title = ", ".join(part for part in (posting.title, posting.company) if part)
    return Target(job_id=job_id, title=title, language=language)


def _job_analysis(shell: Shell, job: str, resume: str) -> tuple[JobAnalysis, tuple[int, int | None] | None]:
    """What the rules say, and which job beside which résumé it was; None for one that is only looked at."""
    from careercoach_desktop.features.jobs.looking import STANDARD_INPUT, is_address

    if job == STANDARD_INPUT or is_address(job) or _is_file(job):
        return _looked_at(shell, job, resume), None
    from careercoach_desktop.features.analysis.service import JobAnalysisService
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.resumes.service import ResumeService

    job_id = shell.get(JobService).named(job)
    resume_id = shell.get(ResumeService).named(resume) if resume else None
    found = shell.get(JobAnalysisService).analysis(job_id, resume_id)
    return found.rules, (job_id, found.resume_id)


def _looked_at(shell: Shell, job: str, resume: str) -> JobAnalysis:
    """Without any data; the person's wishes and other jobs do not count then."""

    from careercoach_desktop.features.analysis.appraising import by_rules
    from careercoach_desktop.features.jobs.looking import look_at
    from careercoach_desktop.features.profile.model import Preferences
    from careercoach_desktop.features.resumes.looking import look_at as look_at_resume

    posting = look_at(job, shell.child, shell.page_renderer)
    data = None
    if resume and _is_file(resume):
        data = look_at_resume(Path(resume).expanduser(), shell.child).data
    elif resume:
        from careercoach_desktop.features.resumes.service import ResumeService

        resumes = shell.get(ResumeService)
        data = resumes.resume(resumes.named(resume)).data
    today = today_here()
    return by_rules(posting, data, Preferences(), [], posting.salary_currency, today)


def _viewed(
    shell: Shell, job_id: int, resume_id: int | None, language: str, *, yes: bool
) -> tuple[dict[str, Any], list[str]]:
    from careercoach_desktop.features.analysis.service import JobAnalysisService

    service = shell.get(JobAnalysisService)
    if waiting := _offered(shell, service.offer(job_id, resume_id, language), yes=yes):
        return waiting
    shell.require_done(shell.finish(service.start(job_id, resume_id, language)))
    found = service.analysis(job_id, resume_id)
    if found.claude is None:
        raise UserError("The view is no longer there.", "Ask again.", code="judgement-gone")
    said = {"model": found.model, **found.claude.model_dump(mode="json")}
    head = [f"{_called(found.model)}’s view", "", one_line(found.claude.verdict)]
    return said, [*head, "", *job_lines(found.claude)]


def _offered(shell: Shell, offer: ClaudeOffer, *, yes: bool) -> tuple[dict[str, Any], list[str]] | None:
    """What asking would take, when that is all that was wanted; None when it is to be asked, which is then said."""
    from careercoach_desktop.foundation.llm.words import estimate_words

    if offer.problem is not None:
        raise offer.problem
    if offer.estimate is None:
        raise ValueError("an offer without a problem has an estimate")
    price = estimate_words(offer.estimate)
    where = "" if offer.estimate.kept else f" at {offer.host}"
    if yes:
        shell.say(f"Asking {offer.model}{where}: {price}.")
        return None
    estimate = offer.estimate
    told = {
        "model": offer.model,
        "host": offer.host,
        "input_tokens": estimate.input_tokens,
        "output_tokens": estimate.output_tokens,
        "cost": estimate.cost,
        "kept": estimate.kept,
    }
    return {"offer": told}, [f"Asking {offer.model}{where} would take: {price}. Nothing was sent; add --yes to ask."]


def _called(model: str) -> str:
    from careercoach_desktop.foundation.llm.words import model_name

    return model_name(model)

"""Tailoring from a terminal: the draft the window shows for review, made and told here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.terminal.commands import CommandLine, choice, ending
from careercoach_desktop.foundation.terminal.shell import Shell, target
from careercoach_desktop.foundation.terminal.words import one_line

if TYPE_CHECKING:
    from careercoach_desktop.features.tailoring.model import Change, ClaudeOffer, Draft, Wishes

WhichResume = Annotated[str, typer.Argument(metavar="RESUME", help="“primary”, a number, or a title.")]
WhichJob = Annotated[str, typer.Argument(metavar="JOB", help="A number, or words of its title and company.")]
Offline = Annotated[bool, typer.Option("--offline", metavar=" ", help="Use nothing but this computer.")]
Save = Annotated[bool, typer.Option("--save", metavar=" ", help="Keep the result as a document of the job.")]
To = Annotated[Path | None, typer.Option("--to", metavar="FILE", help="Keep it and write it: .pdf, .docx or .json.")]
Look = Annotated[str, typer.Option("--template", metavar="NAME", help="modern or classic.")]
Paper = Annotated[str, typer.Option("--paper", metavar="SIZE", help="a4 or letter.")]
Force = Annotated[
    bool, typer.Option("--force", metavar=" ", help="Save over a file that is there, and when fields get lost.")
]

Focus = Annotated[
    list[str] | None, typer.Option("--focus", metavar="WORDS", help="What to bring out; may be given several times.")
]
Keep = Annotated[bool, typer.Option("--keep", metavar=" ", help="Keep the changes accepted the last time.")]

_ENOUGH = 70


def add_commands(line: CommandLine) -> None:
    """``careercoach tailor``"""
    shell = line.shell

    @line.command(
        "tailor",
        examples=["careercoach tailor primary 42", "careercoach tailor primary 42 --to tailored.pdf"],
    )
    def tailor(
        resume: WhichResume,
        job: WhichJob,
        to: To = None,
        template: Look = "modern",
        paper: Paper = "a4",
        focus: Focus = None,
        *,
        keep: Keep = False,
        offline: Offline = False,
        save: Save = False,
        force: Force = False,
    ) -> None:
        """Fit a résumé to a job: every change with its reason, nothing invented.

        The draft waits in the window for your review. Changes with a claim that nothing proves stay out.
        """
        write = None if to is None else _Writing(to, template, paper, force=force)
        from careercoach_desktop.features.tailoring.model import Wishes
        from careercoach_desktop.features.tailoring.service import TailoringService

        service = shell.get(TailoringService)
        wishes = Wishes(focus=tuple(focus or ()), keep=keep)
        tailoring_id = _draft(shell, resume, job, wishes, offline=offline)
        draft = service.review(tailoring_id).tailoring.draft
        answer: dict[str, Any] = {"tailoring_id": tailoring_id, **draft.model_dump(mode="json")}
        lines = draft_lines(draft)
        if save or write is not None:
            version = service.save_as_document(tailoring_id)
            answer["document"] = {"id": version.document_id, "version": version.number}
            lines += ["", f"Kept with the job as version {version.number}: {version.name}."]
            if write is not None:
                answer["file"], words = write(shell, version.id)
                lines += [words]
        shell.answer(answer, lines)


def _draft(shell: Shell, resume: str, job: str, wishes: Wishes, *, offline: bool) -> int:
    """Run it as a task, as the window does, and return the draft's id: with Claude where there is a key, else here.

    A Claude that fails is said; the engine of this computer never takes its place unasked.
    """
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.resumes.service import ResumeService
    from careercoach_desktop.features.tailoring.service import TailoringService
    from careercoach_desktop.foundation.tasks.model import TaskState

    resume_id = shell.get(ResumeService).named(resume)
    job_id = shell.get(JobService).named(job)
    service = shell.get(TailoringService)
    with_claude = not offline and _says_it_asks(shell, service.offer(job_id, resume_id, wishes))
    done = shell.finish(service.start(job_id, resume_id, with_claude=with_claude, wishes=wishes))
    if with_claude and done.state is TaskState.FAILED:
        raise UserError(done.error, f"{done.next_step} With --offline it is done on this computer.", code=done.code)
    return int(str((shell.require_done(done).result or {})["tailoring_id"]))


def _says_it_asks(shell: Shell, offer: ClaudeOffer) -> bool:
    """Whether Claude can be asked; what it takes and where the words go is said first."""
    if offer.estimate is None:
        return False
    from careercoach_desktop.foundation.llm.words import estimate_words

    where = "" if offer.estimate.kept else f" at {offer.host}"
    shell.say(f"Asking {offer.model}{where}: {estimate_words(offer.estimate)}. With --offline nothing is sent.")
    return True


class _Writing:
    """Where and how to write the result; wrong choices are found before any work is done."""

    def __init__(self, to: Path, template: str, paper: str, *, force: bool) -> None:
        from careercoach_desktop.features.resumes.handover import FILE_SUFFIXES
        from careercoach_desktop.features.resumes.typeset.templates import PAPERS, TEMPLATES

        self._look = choice(template, [each.name for each in TEMPLATES], "--template")
        self._paper = choice(paper, PAPERS, "--paper")
        self._force = force
        self._file = target(ending(to, FILE_SUFFIXES, "--to"), force=force)

    def __call__(self, shell: Shell, version_id: int) -> tuple[str | None, str]:
        """Write this version of the document; the file (None when it would lose fields), and a sentence about it."""
        from careercoach_desktop.features.documents.service import DocumentService
        from careercoach_desktop.features.resumes.model import ResumeStyle
        from careercoach_desktop.features.resumes.rereading import report_lines
        from careercoach_desktop.features.resumes.service import ExportService

        documents = shell.get(DocumentService)
        style = ResumeStyle.model_validate({"template": self._look, "paper": self._paper})
        data = documents.saved(version_id).data
        report = shell.get(ExportService).write(data, self._file, style, with_losses=self._force)
        for line in report_lines(report, data):
            shell.say(line)
        if not report.survived and not self._force:
            shell.apologise(report.refusal())
            return None, f"{self._file} was not written."
        documents.note_export(version_id)
        return str(self._file), f"Saved {self._file}. {report.verdict()}"


def draft_lines(draft: Draft) -> list[str]:
    """Every change with its reason, for a person."""
    if not draft.changes:
        return ["Nothing to change: the résumé already says it their way."]
    lines = [f"Match {draft.score_before} → {draft.score_after}"] if draft.score_after is not None else []
    lines += [f"ATS {draft.ats_before} → {draft.ats_after}"] if draft.ats_after is not None else []
    lines += [_keywords(draft)] if draft.alignment else []
    for change in draft.changes:
        lines += ["", *_change_lines(change)]
    left_out = sum(not change.supported for change in draft.changes)
    count = f"{len(draft.changes)} changes" if len(draft.changes) != 1 else "1 change"
    lines += ["", f"{count}, {left_out} of them left out because nothing proves them." if left_out else f"{count}."]
    if any(_waits(change) for change in draft.changes):
        lines += ["Those with a ? wait for your yes in the window."]
    if draft.impact:
        lines += ["", f"Claude says of it: {one_line(draft.impact)}"]
    if draft.recommendations:
        lines += ["", "Claude also suggests:", *(f"- {one_line(one)}" for one in draft.recommendations)]
    return lines


def _keywords(draft: Draft) -> str:
    before, after = sum(each.before for each in draft.alignment), sum(each.after for each in draft.alignment)
    missing = [one_line(each.term) for each in draft.alignment if not each.after]
    lacking = f"; still missing: {', '.join(missing)}" if missing else ""
    return f"Keywords {before} → {after} of {len(draft.alignment)}{lacking}"


def _waits(change: Change) -> bool:
    """Proved, but off until the person says so."""
    return change.supported and change.decision == "REJECTED"


def _change_lines(change: Change) -> list[str]:
    mark = "!" if not change.supported else "?" if _waits(change) else "+"
    lines = [f"{mark} {one_line(change.title)}: {one_line(change.headline)}", f"  {one_line(change.reason)}"]
    if change.order:
        lines += [f"  {number}. {_start(item)}" for number, item in enumerate(change.text.splitlines(), start=1)]
    else:
        lines += [f"  was  {one_line(change.before)}"] if change.before else []
        lines += [f"  now  {one_line(change.text)}"] if change.text else []
    lines += [f"  not proved: “{one_line(claim.text)}”. {one_line(claim.reason)}" for claim in change.claims]
    return lines


def _start(text: str) -> str:
    """Enough of a line to know it by."""
    words = one_line(text)
    return words if len(words) <= _ENOUGH else f"{words[: _ENOUGH - 1].rstrip()}…"

"""Letters from a terminal: outlined here or written with Claude, told with what nothing proves, written as a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.terminal.commands import CommandLine, choice, ending
from careercoach_desktop.foundation.terminal.shell import Shell, target
from careercoach_desktop.foundation.terminal.words import one_line

if TYPE_CHECKING:
    from careercoach_desktop.features.letters.model import LetterDraft, LetterOffer, LetterWishes

WhichJob = Annotated[str, typer.Option("--job", metavar="JOB", help="A number, or words of its title and company.")]
WhichResume = Annotated[str, typer.Option("--resume", metavar="RESUME", help="“primary”, a number, or a title.")]
ToneOf = Annotated[str, typer.Option("--tone", metavar="TONE", help="professional, enthusiastic or formal.")]
LengthOf = Annotated[str, typer.Option("--length", metavar="LENGTH", help="short, medium or long.")]
Focus = Annotated[list[str] | None, typer.Option("--focus", metavar="WORDS", help="A point to dwell on; repeat it.")]
Notes = Annotated[str, typer.Option("--notes", metavar="TEXT", help="Facts about you and wishes for this letter.")]
In = Annotated[str, typer.Option("--language", metavar="CODE", help="en, de, fr …; usually the posting’s.")]
Outline = Annotated[bool, typer.Option("--outline", metavar=" ", help="A draft with gaps, made on this computer.")]
Yes = Annotated[bool, typer.Option("--yes", metavar=" ", help="Ask Claude without asking you first.")]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write it: .pdf, .docx or .txt.")]
Force = Annotated[bool, typer.Option("--force", metavar=" ", help="Save over a file that is there.")]


def add_commands(line: CommandLine) -> None:
    """``careercoach letter``"""
    shell = line.shell

    @line.command(
        "letter",
        examples=["careercoach letter --job 42 --outline", "careercoach letter --job 42 --yes --out letter.pdf"],
    )
    def letter(
        job: WhichJob,
        resume: WhichResume = "primary",
        tone: ToneOf = "professional",
        length: LengthOf = "medium",
        focus: Focus = None,
        notes: Notes = "",
        language: In = "",
        out: Out = None,
        *,
        outline: Outline = False,
        yes: Yes = False,
        force: Force = False,
    ) -> None:
        """Write a letter for a job: every sentence checked against your evidence.

        It waits in the window for you to edit. Without a Claude key it is an outline with places to fill in.
        """
        from careercoach_desktop.features.letters.model import LetterFormat, LetterLength, LetterWishes, Tone

        kinds = [f".{each.value}" for each in LetterFormat]
        file = None if out is None else target(ending(out, kinds, "--out"), force=force)
        wishes = LetterWishes(
            tone=Tone(choice(tone, list(Tone), "--tone")),
            length=LetterLength(choice(length, list(LetterLength), "--length")),
            focus=tuple(focus or ()),
            notes=notes,
            language=language,
        )
        _made(shell, (resume, job), wishes, file, outline=outline, yes=yes)


def _made(
    shell: Shell, about: tuple[str, str], wishes: LetterWishes, file: Path | None, *, outline: bool, yes: bool
) -> None:
    from careercoach_desktop.features.letters.service import LetterService

    service = shell.get(LetterService)
    letter_id = _draft(shell, service, about, wishes, outline=outline, yes=yes)
    draft = service.letter(letter_id).draft
    answer: dict[str, Any] = {"letter_id": letter_id, "words": draft.words, **draft.model_dump(mode="json")}
    shell.answer(answer | ({"file": str(file)} if file is not None else {}), letter_lines(draft))
    if file is not None:
        _write(shell, service, letter_id, file)


def _draft(
    shell: Shell, service: Any, about: tuple[str, str], wishes: LetterWishes, *, outline: bool, yes: bool
) -> int:
    """With Claude where there is a key and a yes, else the outline; a Claude that fails is said, and nothing takes its
    place unasked."""
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.resumes.service import ResumeService
    from careercoach_desktop.foundation.tasks.model import TaskState

    resume_id, job_id = shell.get(ResumeService).named(about[0]), shell.get(JobService).named(about[1])
    offer: LetterOffer = service.offer(job_id, wishes, resume_id)
    if outline or offer.estimate is None:
        if not outline:
            shell.say("There is no Claude key, so this is an outline with places to fill in.")
        return int(service.outline(job_id, wishes, resume_id))
    _agree(shell, offer, yes=yes)
    done = shell.finish(service.start(job_id, wishes, resume_id))
    if done.state is TaskState.FAILED:
        raise UserError(done.error, f"{done.next_step} With --outline it is outlined on this computer.", code=done.code)
    return int(str((shell.require_done(done).result or {})["letter_id"]))


def _agree(shell: Shell, offer: LetterOffer, *, yes: bool) -> None:
    """Say what it takes and where the words go, and have that agreed to; kept answers cost nothing and go nowhere."""
    from careercoach_desktop.foundation.llm.words import estimate_words

    assert offer.estimate is not None  # noqa: S101 - who comes here has a key
    if offer.estimate.kept:
        return
    shell.say(f"Asking {offer.model} at {offer.host}: {estimate_words(offer.estimate)}.")
    if yes:
        return
    if not sys.stdin.isatty():
        raise UserError(
            "Nothing was sent: this needs your yes.", "Add --yes, or --outline for a draft made here.", code="needs-yes"
        )
    if not typer.confirm("Go on?", err=True):
        raise UserError("Nothing was sent.", "With --outline a draft is made on this computer.", code="needs-yes")


def _write(shell: Shell, service: Any, letter_id: int, file: Path) -> None:
    from careercoach_desktop.features.letters.model import LetterFormat
    from careercoach_desktop.foundation.storage.files import write_whole

    write_whole(file, service.export(letter_id, LetterFormat(file.suffix.lower().removeprefix("."))))
    service.save_as_document(letter_id)
    service.note_export(letter_id)
    shell.say(f"Saved {file}.")


def letter_lines(draft: LetterDraft) -> list[str]:
    """The letter, and below it what nothing proves, for a person."""
    lines = [one_line(draft.subject), "", *draft.text.splitlines(), ""]
    minutes = f"{draft.words} words, {draft.reading_seconds} seconds to read."
    lines += [f"--- {minutes}"]
    if draft.has_gaps:
        lines += ["--- Places in brackets are yours to fill in."]
    lines += [f"--- not proved: “{one_line(claim.text)}”. {one_line(claim.reason)}" for claim in draft.unsupported]
    lines += [f"--- {one_line(each)}" for each in draft.suggestions]
    return lines

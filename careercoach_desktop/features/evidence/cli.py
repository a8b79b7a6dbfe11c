"""The truth check from a terminal: every claim of a draft, and the evidence it rests on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.terminal.commands import CommandLine
from careercoach_desktop.foundation.terminal.shell import Shell
from careercoach_desktop.foundation.terminal.words import one_line

if TYPE_CHECKING:
    from careercoach_desktop.features.evidence.model import Claim, TruthReport
    from careercoach_desktop.features.resumes.model import ResumeData

EvidenceFile = Annotated[
    Path, typer.Option("--evidence", metavar="FILE", help="The résumé: JSON Resume, or any other.")
]
DraftFile = Annotated[
    Path, typer.Option("--draft", metavar="FILE", help="A tailored résumé as JSON Resume, or a letter as text.")
]
NotesFile = Annotated[Path | None, typer.Option("--notes", metavar="FILE", help="Further facts in your own words.")]
PostingFile = Annotated[
    Path | None, typer.Option("--posting", metavar="FILE", help="The posting a letter answers. Never evidence.")
]
_MOST_BYTES = 5_000_000
_MOST_LETTERS = 60_000


def add_commands(line: CommandLine) -> None:
    """``careercoach truth``"""
    shell = line.shell

    @line.command(
        "truth",
        examples=[
            "careercoach truth --evidence resume.json --draft letter.txt",
            "careercoach truth --evidence resume.json --draft tailored.json --notes facts.txt --json",
        ],
    )
    def truth(evidence: EvidenceFile, draft: DraftFile, notes: NotesFile = None, posting: PostingFile = None) -> None:
        """Check a draft against a résumé: every claim, whether it is proved, and by what.

        The same check the application makes of everything that is generated. Files are only looked at.
        """
        report = _report(shell, evidence, draft, notes, posting)
        answer = {"total": len(report.claims), "unsupported": len(report.unsupported), **report.model_dump(mode="json")}
        shell.answer(answer, report_lines(report))


def _report(shell: Shell, evidence: Path, draft: Path, notes: Path | None, posting: Path | None) -> TruthReport:
    from careercoach_desktop.features.evidence.service import EvidenceBase, aligned, check, check_text

    resume = _resume(shell, evidence, _bytes(evidence))
    told = _text(notes, _bytes(notes)) if notes else ""
    asked = _text(posting, _bytes(posting)) if posting else ""
    base = EvidenceBase.from_resume(resume, told)
    data = _bytes(draft)
    if _is_json(data):
        return check(aligned(_resume(shell, draft, data), resume), base)
    return check_text(_text(draft, data), base, posting=asked)


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise UserError(
                f"{path} holds far more than a résumé or a letter.", "Choose another file.", code="too-large"
            )
        return path.read_bytes()
    except OSError as error:
        raise UserError(f"{path} could not be opened.", "Check its name and try again.", code="no-file") from error


def _is_json(data: bytes) -> bool:
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"["}


def _resume(shell: Shell, path: Path, data: bytes) -> ResumeData:
    """JSON here and now; a PDF or the like in the child process, where a bad file does no harm."""
    if _is_json(data):
        from careercoach_desktop.features.resumes.reading import read_resume

        return read_resume(data, path.name if path.suffix.lower() == ".json" else f"{path.name}.json").data
    from careercoach_desktop.features.resumes.looking import look_at

    return look_at(path, shell.child).data


def _text(path: Path, data: bytes) -> str:
    from careercoach_desktop.foundation.documents.reading.letters import decode

    if b"\0" in data or data.startswith((b"%PDF", b"PK\x03\x04", b"{\\rtf")):
        raise UserError(f"{path} is not a text.", "Save it as plain text and try again.", code="not-text")
    text = decode(data) or ""
    if len(text) > _MOST_LETTERS:
        raise UserError(
            f"{path} is far longer than a letter or a posting.", "Keep the part that counts.", code="too-large"
        )
    return text


def report_lines(report: TruthReport) -> list[str]:
    """What is not proved first, then what is, for a person."""
    proved = [claim for claim in report.claims if claim.supported]
    lines = [_verdict(len(report.unsupported), len(report.claims))]
    if report.unsupported:
        lines += ["", "Not proved", *(_line(claim, claim.reason) for claim in report.unsupported)]
    if proved:
        lines += ["", "Proved", *(_line(claim, _quoted(claim)) for claim in proved)]
    return lines


def _verdict(unproved: int, claims: int) -> str:
    if not claims:
        return "There is nothing in it that can be checked."
    if not unproved:
        return "The one claim is proved." if claims == 1 else f"All {claims} claims are proved."
    return f"{unproved} of {claims} claims {'is' if unproved == 1 else 'are'} not proved."


def _line(claim: Claim, why: str) -> str:
    mark = "+" if claim.supported else "-"
    return f"  {mark} {claim.kind.value.lower()}: {one_line(claim.text)}" + (f"  ({one_line(why)})" if why else "")


def _quoted(claim: Claim) -> str:
    return "; ".join(f"{quote.label}: {quote.text}" if quote.label else quote.text for quote in claim.evidence[:1])

"""A letter leaves the application: as a file, or as plain text on the clipboard. What is not settled is said first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from careercoach_desktop.features.documents.naming import file_stem
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.letters.model import Letter, LetterDraft, LetterFormat
from careercoach_desktop.features.letters.ui.letter_words import counted, gap_count
from careercoach_desktop.foundation.storage.files import write_whole
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.letters.service import LetterService

FORMATS = (
    (LetterFormat.PDF, "PDF", "file-pdf", "PDF (*.pdf)"),
    (LetterFormat.DOCX, "Word", "file-text", "Word (*.docx)"),
    (LetterFormat.TXT, "Plain text", "text-align-left", "Text (*.txt)"),
)


async def export_letter(
    desk: Desk, letters: LetterService, letter: Letter, posting: Posting, kind: LetterFormat
) -> bool:
    """Make the file, ask where to, write it; False when the person thought better of it."""
    unproved = letter.draft.unsupported
    if unproved and not await desk.ask(
        "Export with unproved claims?",
        f"Nothing of yours proves {_some([claim.text for claim in unproved])}. "
        "You can add your evidence, remove it or let it stand first.",
        confirm="Export all the same",
        cancel="Look again",
    ):
        return False
    content = await desk.work(letters.export, letter.id, kind)
    filters = next(each[3] for each in FORMATS if each[0] is kind)
    path = await desk.choose_save("Export letter", f"{suggested_stem(letter.draft, posting)}.{kind.value}", [filters])
    if path is None:
        return False
    await desk.work(write_whole, path, content)
    desk.toast(f"Exported {path.name}.", action="Open folder", on_action=partial(desk.reveal, path), tone="good")
    return True


def copy_letter(desk: Desk, draft: LetterDraft) -> None:
    """Put the letter on the clipboard; the subject, which goes into a field of its own, can follow."""
    QGuiApplication.clipboard().setText(draft.text)
    left = gap_count(draft)
    said = f"Copied with {counted(left, 'gap')} left to fill." if left else "Letter copied as plain text."
    desk.toast(
        said,
        action="Copy the subject" if draft.subject else "",
        on_action=lambda: QGuiApplication.clipboard().setText(draft.subject),
        tone="warn" if left else "good",
        kind="letter-copy",
    )


def suggested_stem(draft: LetterDraft, posting: Posting) -> str:
    """``lena-marsh-northwind-letter``."""
    return file_stem(" ".join(part for part in (draft.signature, posting.company or posting.title, "letter") if part))


def _some(words: list[str]) -> str:
    """``“A”``, ``“A” and “B”``, ``“A”, “B” and 3 more``."""
    quoted = [f"“{each}”" for each in words]
    if len(quoted) <= 2:
        return " and ".join(quoted)
    return f"{quoted[0]}, {quoted[1]} and {len(quoted) - 2} more"

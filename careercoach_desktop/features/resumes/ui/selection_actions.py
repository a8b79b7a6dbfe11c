"""What is done with several résumés at once, each with one undo."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.resumes.handover import Format
from careercoach_desktop.features.resumes.model import ResumeCard
from careercoach_desktop.features.resumes.ui.selection_bar import SelectionBar
from careercoach_desktop.features.resumes.ui.selection_export import Exported, make_all, save_all
from careercoach_desktop.features.resumes.ui.selection_tags import TagsDialog
from careercoach_desktop.features.resumes.ui.words import counted
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Desk,
    Dialog,
    Rows,
    Scroll,
    Size,
    Space,
    Text,
    Weight,
    column,
    holder,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.service import ExportService, ResumeService


_FILES = {"pdf": "PDF", "docx": "Word document"}
_WIDTH = 520
_MOST_LISTED = 300
"""Pixels; what is longer scrolls."""
_ALL, _REST = "all", "rest"


class SelectionActions:
    """``owner`` is the widget dialogs belong to."""

    def __init__(self, desk: Desk, resumes: ResumeService, exports: ExportService, owner: QWidget) -> None:
        self._desk = desk
        self._resumes = resumes
        self._exports = exports
        self._owner = owner

    async def tag(self, cards: Sequence[ResumeCard], known: Sequence[str]) -> None:
        """Ask which tags to add and to take away."""
        if not cards:
            return
        dialog = TagsDialog(cards, known, self._owner)
        if await dialog.answer() != "tag" or not (dialog.added or dialog.removed):
            return
        ids, added, removed = [card.id for card in cards], dialog.added, dialog.removed
        before = await self._desk.run(self._resumes.tag, ids, added, removed)
        if before:
            what = f"“{cards[0].title}”" if len(cards) == 1 else counted(len(cards), "résumé")
            self._desk.undo.push(
                f"changed the tags of {what}",
                lambda: self._desk.run(self._resumes.set_tags, before),
                lambda: self._desk.run(self._resumes.tag, ids, added, removed),
            )

    async def delete(self, cards: Sequence[ResumeCard]) -> None:
        """Take them away; one undo brings all of them back."""
        gone = await self._desk.run(self._resumes.delete_many, [card.id for card in cards])
        if not gone:
            return
        what = f"“{cards[0].title}”" if len(cards) == 1 else counted(len(gone), "résumé")
        change = self._desk.undo.push(
            f"deleted {what}",
            lambda: self._desk.run(self._resumes.undelete_many, gone),
            lambda: self._desk.run(self._resumes.delete_many, gone),
        )
        self._desk.offer_undo(f"{what} deleted", change)

    async def export(self, cards: Sequence[ResumeCard], bar: SelectionBar, kind: Format = "pdf") -> None:
        """Write a file of each into a folder the person chooses; nothing that is there is written over, and nothing
        that reads differently is written before that was seen."""
        folder = await self._desk.choose_folder("Export into a folder")
        if folder is None:
            return
        done = await make_all(self._desk, self._resumes, self._exports, cards, bar, kind)
        wanted = done.whole
        if done.losses():
            answer = await self._show_losses(done)
            if answer not in {_ALL, _REST}:
                return
            wanted = done.made if answer == _ALL else wanted
        await save_all(self._desk, self._exports, done, wanted, folder)
        if done.problems:
            await self._tell_of(done, folder)
        elif done.written:
            whole = "" if done.losses() else ". Read back, nothing was lost"
            stopped = " before you stopped it" if done.stopped else whole
            self._desk.toast(
                f"{counted(len(done.written), _FILES[kind])} written to “{folder.name}”{stopped}.",
                action="Open folder",
                on_action=partial(self._desk.reveal, done.written[0]),
                tone="good",
            )

    async def _show_losses(self, done: Exported) -> str:
        """Some files would not say the same when they are read back: which to save."""
        losses, rest = done.losses(), len(done.whole)
        reads = "One file reads" if len(losses) == 1 else f"{len(losses)} files read"
        dialog = Dialog(f"{reads} differently", self._owner, width=_WIDTH)
        said = "Nothing is saved yet. Each file was read back as other programs would read it; these lost something:"
        dialog.body.addWidget(Text(said, tone="second", wrap=True))
        dialog.body.addWidget(_list(losses))
        dialog.add_button("Cancel", "", "ghost")
        dialog.add_button("Save anyway", _ALL, "secondary" if rest else "primary")
        if rest:
            dialog.add_button(f"Save the rest ({rest})", _REST, "primary")
        return await dialog.answer()

    async def _tell_of(self, done: Exported, folder: Path) -> None:
        dialog = Dialog(f"{counted(len(done.written))} of {done.total} exported", self._owner, width=_WIDTH)
        dialog.body.addWidget(Text(f"What is written is in “{folder.name}”. Look at these:", tone="second", wrap=True))
        dialog.body.addWidget(_list(done.problems))
        if done.written:
            dialog.add_button("Open folder", "open")
        dialog.add_button("Close", "", "primary")
        if await dialog.answer() == "open":
            self._desk.reveal(done.written[0])


def _list(mentions: Sequence[tuple[str, str]]) -> QWidget:
    """Names, each with what is to be said of it."""
    rows = Rows("What to look at")
    for title, reason in mentions:
        rows.add(holder(column(Text(title, weight=Weight.MEDIUM, elide=True),
                               Text(reason, size=Size.SMALL, tone="second", wrap=True), spacing=2)))  # fmt: skip
    whole = Scroll(column(rows, STRETCH), "What to look at")
    whole.take_height(_WIDTH - 2 * Space.XXL, _MOST_LISTED)
    return whole

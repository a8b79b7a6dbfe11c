"""What is done with several résumés at once, each with one undo."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.resumes.model import ResumeCard
from careercoach_desktop.features.resumes.ui.selection_bar import SelectionBar
from careercoach_desktop.features.resumes.ui.selection_export import Exported, write_all
from careercoach_desktop.features.resumes.ui.selection_tags import TagsDialog
from careercoach_desktop.features.resumes.ui.words import counted
from careercoach_desktop.foundation.uikit import Desk, Dialog, Rows, Scroll, Size, Text, Weight, column, holder

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.service import ExportService, ResumeService


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

    async def export(self, cards: Sequence[ResumeCard], bar: SelectionBar) -> None:
        """Write a PDF of each into a folder the person chooses; nothing that is there is written over."""
        folder = await self._desk.choose_folder("Export into a folder")
        if folder is None:
            return
        done = await write_all(self._desk, self._resumes, self._exports, cards, folder, bar)
        if done.problems:
            await self._tell_of(done, folder)
        elif done.written:
            stopped = " before you stopped it" if done.stopped else ". Read back, nothing was lost"
            self._desk.toast(
                f"{counted(len(done.written), 'PDF')} written to “{folder.name}”{stopped}.",
                action="Open folder",
                on_action=partial(self._desk.reveal, done.written[0]),
                tone="good",
            )

    async def _tell_of(self, done: Exported, folder: Path) -> None:
        dialog = Dialog(f"{counted(len(done.written))} of {done.total} exported", self._owner, width=520)
        dialog.body.addWidget(Text(f"What is written is in “{folder.name}”. Look at these:", tone="second", wrap=True))
        rows = Rows("What went wrong")
        for title, reason in done.problems:
            rows.add(holder(column(Text(title, weight=Weight.MEDIUM, elide=True),
                                   Text(reason, size=Size.SMALL, tone="second", wrap=True), spacing=2)))  # fmt: skip
        whole = Scroll(column(rows))
        whole.setFixedHeight(min(62 * len(done.problems) + 8, 300))
        dialog.body.addWidget(whole)
        if done.written:
            dialog.add_button("Open folder", "open")
        dialog.add_button("Close", "", "primary")
        if await dialog.answer() == "open":
            self._desk.reveal(done.written[0])

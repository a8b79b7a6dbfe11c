"""Interviews saved as a calendar file where the person wants it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from careercoach_desktop.features.interviews.ui.words import tr
from careercoach_desktop.foundation.storage.files import write_whole
from careercoach_desktop.foundation.uikit import CheckBox, Desk, Dialog, Text

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.service.exchanging import ExchangeService

SAVE = "save"
CALENDAR_FILES = ("Calendar files (*.ics)",)


class ExportDialog(Dialog):
    """After ``SAVE``: ``with_notes()``."""

    def __init__(self, desk: Desk, count: int | None) -> None:
        title = tr("Save all interviews") if count is None else tr("Save as a calendar file")
        super().__init__(title, desk.window)
        words = tr(
            "Any calendar can open the file. Opened again after a change, it changes the events it made instead of "
            "adding new ones. It invites nobody."
        )
        self.body.addWidget(Text(words, tone="second", wrap=True))
        self.notes = CheckBox(tr("With my notes on what to prepare"))
        self.body.addWidget(self.notes)
        self.add_button(tr("Cancel"), "")
        self.add_button(tr("Save…"), SAVE, "primary")

    def with_notes(self) -> bool:
        return self.notes.isChecked()


class Exporting(QObject):
    """One for the window; the service may still be on its way."""

    def __init__(self, desk: Desk, exchange: ExchangeService) -> None:
        super().__init__(desk)
        self._desk = desk
        self._exchange = exchange

    async def save_all(self) -> None:
        await self.save(None)

    async def save(self, ids: Sequence[int] | None) -> None:
        """These rounds, or all of them."""
        dialog = ExportDialog(self._desk, None if ids is None else len(ids))
        if await dialog.answer() != SAVE:
            return
        notes = dialog.with_notes()
        data = await self._desk.run(lambda: self._exchange.export(ids, with_notes=notes))
        suggested = "interviews.ics" if ids is None else "interview.ics"
        path = await self._desk.choose_save(tr("Save interviews"), suggested, CALENDAR_FILES)
        if path is None:
            return
        await self._desk.work(write_whole, path, data)
        self._desk.toast(
            tr("Saved as “{0}”.").format(path.name),
            tone="good",
            action=tr("Show"),
            on_action=lambda: self._desk.reveal(path),
        )

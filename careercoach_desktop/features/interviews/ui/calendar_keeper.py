"""Keeps the person's calendars up to date while the window is open, and tells what changed because of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from careercoach_desktop.features.interviews.service.syncing import CalendarSynced
from careercoach_desktop.features.interviews.ui.words import tr
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.service.calendar_file import CalendarFileService
    from careercoach_desktop.features.interviews.service.syncing import SyncService

FIRST_LOOK_S = 8
LOOK_S = 15 * 60


class CalendarKeeper(QObject):
    """Asks for a pass a while after the start and every quarter of an hour; changes ask for one by themselves."""

    def __init__(self, desk: Desk, sync: SyncService, file: CalendarFileService) -> None:
        super().__init__(desk)
        self._desk, self._sync, self._file = desk, sync, file
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._look_again)
        desk.on(CalendarSynced, self._told, owner=self)

    def begin(self) -> None:
        self._clock.start(FIRST_LOOK_S * 1000)

    def _look_again(self) -> None:
        if self._clock.interval() != LOOK_S * 1000:  # the first time: the file may have changed while we were closed
            self._desk.start(self._write_file(), owner=self)
        self._clock.setInterval(LOOK_S * 1000)
        self._desk.start(self.look(), owner=self)

    async def look(self) -> None:
        await self._desk.run(self._sync.sync_soon)

    async def _write_file(self) -> None:
        await self._desk.run(self._file.write_soon)

    def _told(self, synced: CalendarSynced) -> None:
        if not synced.told:
            return
        more = len(synced.told) - 1
        words = synced.told[0] if not more else tr("{0} And {1} more.").format(synced.told[0], more)
        run, taken = self._desk.run, synced.taken
        if not taken.after:
            self._desk.toast(words)
            return
        change = self._desk.undo.push(
            tr("What your calendar changed"),
            lambda: run(self._sync.take_back, taken),
            lambda: run(self._sync.take_again, taken),
        )
        self._desk.offer_undo(words, change, action=tr("Undo"))

"""Calendars elsewhere: one on a server that is kept the same as here, and a file that follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.interviews.service.syncing import CalendarSynced
from careercoach_desktop.features.settings.ui.calendar_file_card import CalendarFileCard
from careercoach_desktop.features.settings.ui.calendar_server_card import CalendarServerCard
from careercoach_desktop.features.settings.ui.page_parts import stacked, tr
from careercoach_desktop.foundation.settings.model import SettingsChanged
from careercoach_desktop.foundation.storage.watching import ChangedElsewhere
from careercoach_desktop.foundation.tasks.model import TaskChanged
from careercoach_desktop.foundation.uikit import Desk, column

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.service.calendar_file import CalendarFileService
    from careercoach_desktop.features.interviews.service.syncing import SyncService
    from careercoach_desktop.features.settings.service import ChoosingService

_TASKS = "interviews."


class CalendarSection(QWidget):
    """Looks again whenever something about it may have changed."""

    def __init__(self, desk: Desk, choosing: ChoosingService, sync: SyncService, file: CalendarFileService) -> None:
        super().__init__()
        self._desk, self._choosing, self._sync, self._file = desk, choosing, sync, file
        self.server = CalendarServerCard(desk, sync)
        self.file = CalendarFileCard(desk, file)
        self.setLayout(column(stacked(self.server, self.file, name=tr("Calendar")), spacing=0))
        for event in (SettingsChanged, ChangedElsewhere, CalendarSynced):
            desk.on(event, lambda _event: self._load(), owner=self)
        desk.on(TaskChanged, self._on_task, owner=self)
        desk.start(self._load(), owner=self)

    def _on_task(self, event: TaskChanged) -> None:
        if event.task.kind.startswith(_TASKS) and event.task.state.is_over:
            self._desk.start(self._load(), owner=self)

    async def _load(self) -> None:
        decided = (await self._desk.run(self._choosing.in_force)).decided
        self.file.show_state(await self._desk.run(self._file.state), decided.get("calendar_file"))
        variable = next((decided[name] for name in decided if name in ("calendar_server", "calendar_name")), None)
        self.server.show_state(await self._desk.work(self._sync.state), variable)

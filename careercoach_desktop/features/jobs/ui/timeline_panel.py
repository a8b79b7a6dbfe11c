"""What happened to a job, newest first."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.jobs.model import Job, TimelineEntry
from careercoach_desktop.features.jobs.ui.words import ENTRY_ICONS, entry_words, moment_words, tr
from careercoach_desktop.foundation.uikit import Desk, Scroll, Size, Space, Text, column, holder, row
from careercoach_desktop.foundation.uikit.layouts import clear
from careercoach_desktop.foundation.uikit.notices import IconView

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service import JobService


class TimelinePanel(QWidget):
    """Reads the timeline each time the job is shown."""

    def __init__(self, desk: Desk, service: JobService) -> None:
        super().__init__()
        self._desk = desk
        self._service = service
        self._job_id: int | None = None
        self._entries = column(spacing=Space.L, margins=(Space.XL, Space.S, Space.XL, Space.XL))
        self.setLayout(column(Scroll(column(self._entries, spacing=0), tr("Timeline"))))

    def show_job(self, job: Job) -> None:
        self._job_id = job.id
        self._desk.start(self._load(job.id), owner=self)

    async def _load(self, job_id: int) -> None:
        entries = await self._desk.run(self._service.timeline, job_id)
        if job_id != self._job_id:
            return
        clear(self._entries)
        for entry in entries:
            self._entries.addWidget(_row(entry))
        self._entries.addStretch(1)


def _row(entry: TimelineEntry) -> QWidget:
    today = datetime.now().astimezone().date()
    words = entry_words(entry)
    line = row(
        IconView(ENTRY_ICONS[entry.kind], "second"),
        Text(words, wrap=True),
        Text(moment_words(entry.when, today), size=Size.SMALL, tone="third"),
        spacing=Space.M,
    )
    line.setStretch(1, 1)
    made = holder(line)
    made.setAccessibleName(words)
    return made

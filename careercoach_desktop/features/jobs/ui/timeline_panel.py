"""What happened to a job, newest first, by day."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careercoach_desktop.features.jobs.model import ApplicationChanged, Job, TimelineEntry
from careercoach_desktop.features.jobs.ui.words import ENTRY_ICONS, day_words, entry_words, tr
from careercoach_desktop.foundation.clock import today_here
from careercoach_desktop.foundation.uikit import Button, Desk, Heading, Scroll, Size, Space, Text, column, holder, row
from careercoach_desktop.foundation.uikit.layouts import clear
from careercoach_desktop.foundation.uikit.moments import clock_words
from careercoach_desktop.foundation.uikit.notices import IconView

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service import JobService

FIRST = 100
"""Entries shown at once; a job that has more says so."""


class TimelinePanel(QWidget):
    """Reads the timeline each time the job is shown."""

    def __init__(self, desk: Desk, service: JobService) -> None:
        super().__init__()
        self._desk = desk
        self._service = service
        self._job_id: int | None = None
        self._shown: Sequence[TimelineEntry] = ()
        self._entries = column(spacing=Space.M, margins=(Space.XL, Space.S, Space.XL, Space.XL))
        self.setLayout(column(Scroll(column(self._entries, spacing=0), tr("Timeline"))))
        desk.on(ApplicationChanged, lambda event: self._reload(event.job_id), owner=self)

    def show_job(self, job: Job) -> None:
        self._job_id = job.id
        self._reload(job.id)

    def _reload(self, job_id: int) -> None:
        if job_id == self._job_id:
            self._desk.start(self._load(job_id), owner=self)

    async def _load(self, job_id: int) -> None:
        entries = await self._desk.run(self._service.timeline, job_id)
        if job_id == self._job_id and list(entries) != list(self._shown):
            self._shown = entries
            self._show(FIRST)

    def _show(self, most: int) -> None:
        clear(self._entries)
        today = today_here()
        for day, of_day in groupby(self._shown[:most], key=lambda entry: entry.when.astimezone().date()):
            group: QVBoxLayout = column(Heading(day_words(day, today), 3), spacing=Space.M)
            for entry in of_day:
                group.addWidget(_row(entry))
            self._entries.addWidget(holder(group))
        rest = len(self._shown) - most
        if rest > 0:
            more = Button(tr("Show {0} earlier").format(rest), "link")
            more.clicked.connect(lambda: self._show(len(self._shown)))
            self._entries.addWidget(more)
        self._entries.addStretch(1)


def _row(entry: TimelineEntry) -> QWidget:
    words = entry_words(entry)
    top = Qt.AlignmentFlag.AlignTop
    line = row(spacing=Space.M)
    line.addWidget(IconView(ENTRY_ICONS[entry.kind], "second"), 0, top)
    line.addWidget(Text(words, wrap=True, selectable=True), 1)
    line.addWidget(Text(clock_words(entry.when), size=Size.SMALL, tone="third"), 0, top)
    made = holder(line)
    made.setAccessibleName(words)
    return made

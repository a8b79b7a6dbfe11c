"""The person's own notes on a job, in Markdown, saved while they write, with how they read below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.jobs.model import Job
from careercoach_desktop.features.jobs.ui.long_markdown import LongMarkdown
from careercoach_desktop.features.jobs.ui.words import tr
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Chip,
    Desk,
    Scroll,
    Size,
    Space,
    Text,
    column,
    recall,
    remember,
    row,
)
from careercoach_desktop.foundation.uikit.fields import TextArea
from careercoach_desktop.foundation.uikit.undo import Change

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service import JobService

_PREVIEW = "jobs.notes.preview"
REST_MS = 500
"""Notes are saved when the typing rests this long."""
REDRAW_MS = 120
"""And shown as they read when it rests this long."""


class NotesPanel(QWidget):
    """Never overwrites what is being written; saves before it turns to another job or is hidden."""

    def __init__(self, desk: Desk, service: JobService) -> None:
        super().__init__()
        self._desk = desk
        self._service = service
        self._job_id: int | None = None
        self._saved = ""
        self._unsaved: dict[int, str] = {}  # by job, until it is stored; what a full disk refused stays here
        self._area = TextArea(
            tr("Notes"),
            placeholder=tr("What do you want to remember about this job? People, questions, impressions…"),
            min_lines=10,
            max_lines=400,
        )
        self._area.changed.connect(self._typed)
        self._change: Change | None = None
        self._before: tuple[int, str] | None = None
        self._state = Text("", size=Size.SMALL, tone="third")
        hint = Text(tr("Markdown: **bold**, - list, # heading"), size=Size.SMALL, tone="third", elide=True)
        self.preview = Chip(tr("Preview"), checkable=True, icon="eye", selected=recall(_PREVIEW, default=False))
        self.preview.clicked.connect(self._turn_preview)
        self._reading = LongMarkdown(tr("Notes as they read"))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.save)
        self._redraw = QTimer(self)
        self._redraw.setSingleShot(True)
        self._redraw.setInterval(REDRAW_MS)
        self._redraw.timeout.connect(self._show_preview)
        line = row(hint, self._state, self.preview, spacing=Space.M)
        line.setStretch(0, 1)
        around = (Space.XL, Space.S, Space.XL, Space.XL)
        whole = column(self._area, line, self._reading, STRETCH, spacing=Space.M, margins=around)
        self._show_preview()
        self.setLayout(column(Scroll(whole, tr("Notes"))))

    def mark_words(self, words: tuple[str, ...]) -> None:
        """Mark what is searched for in the preview."""
        self._reading.mark_words(words)

    def show_job(self, job: Job) -> None:
        if job.id != self._job_id:
            self.save()
            self._job_id = job.id
        elif job.id in self._unsaved or self._area.text() != self._saved:
            return  # the person is writing, or what they wrote is not stored yet
        self._saved = job.notes
        text = self._unsaved.get(job.id, job.notes)
        if self._area.text() != text:
            self._area.setText(text)
        self._state.setText(tr("Not saved yet") if job.id in self._unsaved else "")

    def save(self) -> None:
        """Store what was written, if anything; also what could not be stored before."""
        self._rest.stop()
        text = self._area.text()
        if self._job_id is None or (text == self._saved and self._job_id not in self._unsaved):
            return
        self._unsaved[self._job_id] = text
        self._desk.start(self._store(self._job_id, text))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.save()

    async def _store(self, job_id: int, text: str) -> None:
        try:
            before = await self._desk.run(self._service.set_notes, job_id, text)
        except UserError:
            if job_id == self._job_id:
                self._state.setText(tr("Not saved yet"))
            raise
        self._remember(job_id, before, text)
        if self._unsaved.get(job_id) == text:
            del self._unsaved[job_id]
        if job_id == self._job_id:
            self._saved = text
            if self._area.text() == text:
                self._state.setText(tr("Saved"))

    def _remember(self, job_id: int, before: str, text: str) -> None:
        """What is written without doing something else in between is one change, and undone as one."""
        last = self._change
        if (
            last is not None
            and self._before is not None
            and self._before[0] == job_id
            and self._desk.undo.is_latest(last)
        ):
            self._desk.undo.forget(last)
            before = self._before[1]
        self._before = (job_id, before)
        if before == text:
            self._change = None
            return

        async def put(notes: str) -> None:
            await self._desk.run(self._service.set_notes, job_id, notes)

        self._change = self._desk.undo.push(tr("Write notes"), lambda: put(before), lambda: put(text))

    def _turn_preview(self) -> None:
        remember(_PREVIEW, self.preview.isChecked())
        self._show_preview()

    def _show_preview(self) -> None:
        text = self._area.text() if self.preview.isChecked() else ""
        self._reading.set_markdown(text)
        self._reading.setVisible(bool(text.strip()))

    def _typed(self) -> None:
        self._redraw.start()
        if self._area.text() != self._saved:
            self._state.setText("")
            self._rest.start()

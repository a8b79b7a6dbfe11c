"""A text of a round that is saved while it is written: notes, questions, how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.interviews.model import Interview
from careercoach_desktop.features.interviews.ui.words import tr
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.uikit import STRETCH, Desk, Heading, Size, Space, Text, TextArea, column, row
from careercoach_desktop.foundation.uikit.undo import Change

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.service import InterviewService

REST_MS = 500
"""It is saved when the typing rests this long."""


class SavedText(QWidget):
    """Never overwrites what is being written; saves before it turns to another round or is hidden. ``field`` is the
    field of ``Interview``."""

    def __init__(self, desk: Desk, service: InterviewService, field: str, title: str, placeholder: str) -> None:
        super().__init__()
        self._desk, self._service, self._field, self._title = desk, service, field, title
        self._id: int | None = None
        self._saved = ""
        self._unsaved: dict[int, str] = {}  # by round, until it is stored; what a full disk refused stays here
        self._change: Change | None = None
        self._before: tuple[int, str] | None = None
        self.area = TextArea(title, placeholder=placeholder, min_lines=3, max_lines=40)
        self.area.changed.connect(self._typed)
        self._state = Text("", size=Size.SMALL, tone="third")
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.save)
        head = row(Heading(title, 3), STRETCH, self._state)
        self.setLayout(column(head, self.area, spacing=Space.S))

    def show_interview(self, interview: Interview) -> None:
        text = getattr(interview, self._field)
        if interview.id != self._id:
            self.save()
            self._id = interview.id
        elif interview.id in self._unsaved or self.area.text() != self._saved:
            return  # the person is writing, or what they wrote is not stored yet
        self._saved = text
        shown = self._unsaved.get(interview.id, text)
        if self.area.text() != shown:
            self.area.setText(shown)
            self._state.setText("")
        if interview.id in self._unsaved:
            self._state.setText(tr("Not saved yet"))

    def save(self) -> None:
        """Store what was written, if anything; also what could not be stored before."""
        self._rest.stop()
        text = self.area.text()
        if self._id is None or (text == self._saved and self._id not in self._unsaved):
            return
        self._unsaved[self._id] = text
        self._desk.start(self._store(self._id, text))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.save()

    async def _store(self, interview_id: int, text: str) -> None:
        try:
            before = await self._desk.run(self._service.change, interview_id, {self._field: text})
        except UserError:
            if interview_id == self._id:
                self._state.setText(tr("Not saved yet"))
            raise
        except KeyError as error:
            self._unsaved.pop(interview_id, None)
            raise UserError(
                tr("This interview is no longer there, so what you wrote could not be saved."),
                tr("Bring it back with Undo and write again."),
                code="interview-gone",
            ) from error
        self._remember(interview_id, getattr(before, self._field), text)
        if self._unsaved.get(interview_id) == text:
            del self._unsaved[interview_id]
        if interview_id == self._id:
            self._saved = text
            if self.area.text() == text:
                self._state.setText(tr("Saved"))

    def _remember(self, interview_id: int, before: str, text: str) -> None:
        """What is written without doing something else in between is one change, and undone as one."""
        last, undo = self._change, self._desk.undo
        if last is not None and self._before is not None and self._before[0] == interview_id and undo.is_latest(last):
            undo.forget(last)
            before = self._before[1]
        self._before = (interview_id, before)
        if before == text:
            self._change = None
            return

        async def put(words: str) -> None:
            await self._desk.run(self._service.change, interview_id, {self._field: words})

        self._change = undo.push(tr("Write “{0}”").format(self._title), lambda: put(before), lambda: put(text))

    def _typed(self) -> None:
        if self.area.text() != self._saved:
            self._state.setText("")
            self._rest.start()

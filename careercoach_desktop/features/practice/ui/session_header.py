"""The head of a session: what is practised, how far it is, and the ways out of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from careercoach_desktop.features.practice.model import Session
from careercoach_desktop.foundation.uikit import Bar, Button, PageHeader, Text

_BAR = 120
_ROOMY = 900


class SessionHeader(PageHeader):
    pause_wanted = Signal()
    finish_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("Practice", back=True, line=True)
        self._place = Text("", tone="third")
        self._bar = Bar(0.0, name="Questions done")
        self._bar.setFixedWidth(_BAR)
        self._finish = Button("Finish", "ghost", tip="End here and see how it went")
        self._finish.clicked.connect(self.finish_wanted)
        self._pause = Button("Pause", tip="Stop the time; everything is kept (Esc)")
        self._pause.clicked.connect(self.pause_wanted)
        self.add_action(self._place, self._bar, self._finish, self._pause)

    def show_session(self, session: Session, question_id: int | None) -> None:
        """``question_id`` is the one on the screen."""
        self.set_title(session.title)
        total, done = session.total, session.done
        if question_id is not None:
            self._place.setText(f"Question {session.number_of(question_id)} of {total}")
        else:
            self._place.setText(f"{done} of {total} done" if total else "")
        self._bar.set_value(done / total if total else 0.0)
        self._finish.setVisible(bool(session.answered) and question_id is not None)
        self._pause.setVisible(question_id is not None)

    def show_paused(self, *, on: bool) -> None:
        self._pause.setVisible(not on)
        self._finish.setVisible(self._finish.isVisibleTo(self) and not on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bar.setVisible(self.width() >= _ROOMY)

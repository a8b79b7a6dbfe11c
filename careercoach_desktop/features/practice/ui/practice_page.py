"""The Practice page: where one begins, the session, and its result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from careercoach_desktop.features.practice.model import PracticeSetup, SessionState
from careercoach_desktop.features.practice.ui.home_view import HomeView
from careercoach_desktop.features.practice.ui.result_view import ResultView
from careercoach_desktop.features.practice.ui.session_view import Practising, SessionView
from careercoach_desktop.features.practice.ui.setup_card import Grounds
from careercoach_desktop.features.practice.ui.voice import VoiceDoor
from careercoach_desktop.foundation.uikit import Desk, column

if TYPE_CHECKING:
    from careercoach_desktop.features.practice.service import PracticeService

_HOME, _SESSION, _RESULT = range(3)


class PracticePage(QWidget):
    """``open_record(id)`` shows a session, or its result; None what is shown already, else where one begins.
    ``open_section("job:5")`` and ``("interview:7")`` begin for a job or a round."""

    def __init__(self, desk: Desk, below: Practising, grounds: Grounds, voice: VoiceDoor | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._practice: PracticeService = below.practice
        self.home = HomeView(desk, grounds)
        self.session = SessionView(desk, below, voice)
        self.result = ResultView(desk, below)
        self._stack = QStackedWidget()
        for each in (self.home, self.session, self.result):
            self._stack.addWidget(each)
        self.setLayout(column(self._stack, spacing=0))
        self.home.open_wanted.connect(lambda session_id: desk.start(self._go_on(session_id), owner=self))
        self.home.begun.connect(self._show_session)
        self.session.left.connect(self.show_home)
        self.session.finished.connect(self._show_result)
        self.result.left.connect(self.show_home)
        self.result.opened.connect(self._show_session)
        self.result.setup_wanted.connect(self._begin_with)

    def open_record(self, record: int | None) -> None:
        """Called by navigation."""
        if record is not None:
            self._desk.start(self._open(record), owner=self)
        elif self._stack.currentIndex() == _HOME:
            self.home.load()

    def open_section(self, name: str) -> None:
        """Called by navigation with ``job:5`` or ``interview:7``."""
        kind, _, number = name.partition(":")
        self.show_home()
        if number.isdigit() and kind == "interview":
            self.home.setup.choose(interview_id=int(number))
        elif number.isdigit():
            self.home.setup.choose(job_id=int(number))

    def focus_search(self) -> None:
        """Called by navigation for Ctrl+F."""
        if self._stack.currentIndex() == _HOME:
            self.home.history.focus_search()

    def show_home(self) -> None:
        """Where one begins; a session that is shown is kept as it is."""
        self.session.close_session()
        self.result.close_session()
        self._stack.setCurrentIndex(_HOME)
        self.home.load()

    def go_on(self) -> None:
        """With the session that was not finished, or where one begins."""
        self._desk.start(self._go_on_with_latest(), owner=self)

    async def _open(self, session_id: int) -> None:
        try:
            session = await self._desk.run(self._practice.session, session_id)
        except KeyError:
            self.show_home()
            return
        if session.state is SessionState.FINISHED:
            self._show_result(session_id)
        else:
            self._show_session(session_id)

    async def _go_on(self, session_id: int) -> None:
        """From the list or the card: whoever says so does not want to say it again to a paused one."""
        try:
            await self._desk.run(self._practice.resume, session_id)
        except KeyError:
            self.show_home()
            return
        await self._open(session_id)

    async def _go_on_with_latest(self) -> None:
        lines = await self._desk.run(self._practice.unfinished)
        if lines:
            await self._go_on(lines[0].id)
        else:
            self.show_home()

    def _show_session(self, session_id: int) -> None:
        self.result.close_session()
        self._stack.setCurrentIndex(_SESSION)
        self.session.open(session_id)

    def _show_result(self, session_id: int) -> None:
        self.session.close_session()
        self._stack.setCurrentIndex(_RESULT)
        self.result.open(session_id)

    def _begin_with(self, setup: PracticeSetup) -> None:
        self.show_home()
        self.home.setup.again(setup)

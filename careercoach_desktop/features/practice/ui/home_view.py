"""Where practice begins: what is not finished, a new interview, and how the ones before went."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from careercoach_desktop.features.practice.model import SessionLine, SessionState
from careercoach_desktop.features.practice.ui.go_on_card import GoOnCard
from careercoach_desktop.features.practice.ui.history_pane import HistoryPane
from careercoach_desktop.features.practice.ui.setup_card import Grounds, SetupCard
from careercoach_desktop.features.practice.ui.trend_card import TrendCard
from careercoach_desktop.foundation.uikit import STRETCH, Desk, PageHeader, Space, column, holder, row

_SETUP, _SETUP_WIDE = 468, 520
_ROOMY = 1300


class HomeView(QWidget):
    """``open_wanted`` brings a session's id; ``begun`` that of a new one."""

    open_wanted = Signal(int)
    begun = Signal(int)

    def __init__(self, desk: Desk, grounds: Grounds) -> None:
        super().__init__()
        self._desk, self._practice = desk, grounds.practice
        self.header = PageHeader("Practice", "A partner who asks, listens, and makes the next answer better", line=True)
        self.go_on = GoOnCard()
        self.setup = SetupCard(desk, grounds)
        self.trend = TrendCard()
        self.history = HistoryPane(desk, grounds.practice)
        self._left = holder(column(self.setup, STRETCH, margins=(Space.XXL, Space.L, Space.L, Space.L)))
        right = column(self.go_on, self.trend, self.history, spacing=Space.L, margins=(Space.S, Space.L, Space.XXL, 0))
        right.setStretch(2, 1)
        self._both: QHBoxLayout = row(self._left, holder(right), spacing=0)
        self._both.setStretch(1, 1)
        self.setLayout(column(self.header, self._both, spacing=0))
        self.go_on.go_on_wanted.connect(self.open_wanted)
        self.history.opened.connect(self.open_wanted)
        self.history.loaded.connect(self._on_loaded)
        self.setup.begun.connect(self.begun)

    def load(self) -> None:
        """Show what there is now."""
        self.setup.load()
        self.history.load()

    def _on_loaded(self, lines: list[SessionLine]) -> None:
        open_ones = [line for line in lines if line.state is not SessionState.FINISHED]
        self.setup.set_quiet(quiet=bool(open_ones))
        self._desk.start(self._show_rest(open_ones[0] if open_ones else None), owner=self)

    async def _show_rest(self, line: SessionLine | None) -> None:
        self.go_on.show_line(line, await self._place(line) if line is not None else "")
        self.trend.show_trend(await self._desk.run(self._practice.trend))

    async def _place(self, line: SessionLine) -> str:
        """Which question comes next; empty when none does."""
        try:
            session = await self._desk.run(self._practice.session, line.id)
        except KeyError:
            return ""
        return session.number_of(session.current.id) if session.current is not None else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._left.setFixedWidth(_SETUP_WIDE if self.width() >= _ROOMY else _SETUP)

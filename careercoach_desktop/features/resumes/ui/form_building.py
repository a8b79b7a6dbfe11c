"""A long form built in small steps, so that five hundred entries never freeze the window."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

_BUDGET_S = 0.008
"""How long one round of steps may keep the window from answering."""
_AT_ONCE_S = 0.016
"""How long the first round may take: what is seen at once."""

Step = Callable[[], object]


class StepwiseBuilding(QObject):
    """Runs steps in order: some at once, the rest whenever the window has nothing else to do."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pending: deque[Step] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_under_way(self) -> bool:
        """Whether steps are left."""
        return bool(self._pending)

    def begin(self, steps: Iterable[Step]) -> None:
        """Run these instead of what was left of others."""
        self._pending = deque(steps)
        self._go_on(_AT_ONCE_S)
        if self._pending:
            self._timer.start()

    def until(self, found: Callable[[], bool]) -> None:
        """Run steps now, until ``found`` or to the end: somebody wants what comes later."""
        while self._pending and not found():
            self._pending.popleft()()

    def finish(self) -> None:
        """Run all that is left now."""
        self.until(lambda: False)

    def _go_on(self, budget: float = _BUDGET_S) -> None:
        end = perf_counter() + budget
        while self._pending and perf_counter() < end:
            self._pending.popleft()()
        if not self._pending:
            self._timer.stop()

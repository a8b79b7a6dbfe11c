"""The time an answer takes: it runs only while the question is on the screen and nobody paused."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

_TICK_MS = 1000


class AnswerClock(QObject):
    """``ticked`` about once a second while it runs. ``now`` brings seconds that only go forward."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None, *, now: Callable[[], float] = monotonic) -> None:
        super().__init__(parent)
        self._now = now
        self._before = 0.0
        self._since: float | None = None
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self.ticked)

    @property
    def runs(self) -> bool:
        return self._since is not None

    @property
    def seconds(self) -> int:
        """Whole seconds so far."""
        return int(self._before + (self._now() - self._since if self._since is not None else 0.0))

    def set_seconds(self, seconds: int) -> None:
        """What has passed before; whether it runs stays as it is."""
        self._before = float(seconds)
        if self._since is not None:
            self._since = self._now()
        self.ticked.emit()

    def start(self) -> None:
        if self._since is None:
            self._since = self._now()
            self._timer.start()

    def stop(self) -> None:
        if self._since is not None:
            self._before += self._now() - self._since
            self._since = None
            self._timer.stop()

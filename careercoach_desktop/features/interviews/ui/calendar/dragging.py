"""What is under way while the pointer is held down: an event that is moved, made longer, or a time that is chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QPointF, QTimer
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.interviews.model import When
from careercoach_desktop.features.interviews.model.when import zone_of
from careercoach_desktop.features.interviews.ui.calendar.events import Event, event_of

EDGE = 32
"""Pixels from an edge within which a drag scrolls."""
FASTEST = 16
"""Pixels a tick."""
TICK_MS = 16
DWELL_TICKS = 44
"""So long (0.7 s) something is held at the outer edge before the next month or week comes."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the calendar: a day, and the minute after midnight where hours are shown; None is the whole day."""

    day: date
    minute: int | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """What is at a point. ``edge``: the lower edge of ``event``; ``more``: the words that open that day; ``number``:
    the day's; ``gathered``: what stands behind words such as “+3” and is offered by a menu."""

    spot: Spot | None = None
    event: Event | None = None
    edge: bool = False
    more: bool = False
    number: bool = False
    gathered: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Drag:
    """``event`` None: a time is chosen for something new. ``grip`` is where it was taken, ``when`` where it is now."""

    grip: Spot
    event: Event | None
    resizes: bool
    when: When

    def at(self, when: When) -> Drag:
        return replace(self, when=when)

    @property
    def changes(self) -> bool:
        return self.event is None or not self.event.when.same(self.when)

    def ghost(self, zone: str) -> Event | None:
        """The event where it would be let go; None for something new."""
        if self.event is None:
            return None
        moved = self.event.interview.model_copy(update={"when": self.when})
        return event_of(replace(self.event.line, interview=moved), zone_of(zone))


def speed(position: float, length: float) -> int:
    """Pixels to scroll a tick: negative near the beginning, positive near the end and beyond, 0 in between."""
    before, after = EDGE - position, position - (length - EDGE)
    if before > 0:
        return -max(1, min(FASTEST, round(FASTEST * before / EDGE)))
    return max(1, min(FASTEST, round(FASTEST * after / EDGE))) if after > 0 else 0


class EdgeTimer:
    """Ticks while something is dragged: ``scroll(spot)`` each time, ``turn(step)`` once the pointer has stayed where
    ``turns(spot)`` says that the next (1) or previous (-1) time is wanted."""

    def __init__(
        self,
        owner: QWidget,
        scroll: Callable[[QPointF], object],
        turns: Callable[[QPointF], int],
        turn: Callable[[int], object],
    ) -> None:
        self._scroll, self._turns, self._turn = scroll, turns, turn
        self._spot = QPointF()
        self._stayed = 0
        self._timer = QTimer(owner)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    def over(self, spot: QPointF) -> None:
        """The drag is there now."""
        self._spot = spot
        if not self._timer.isActive():
            self._stayed = 0
            self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def tick(self) -> None:
        """One step."""
        self._scroll(self._spot)
        step = self._turns(self._spot)
        self._stayed = self._stayed + 1 if step else 0
        if self._stayed >= DWELL_TICKS:
            self._stayed = 0
            self._turn(step)

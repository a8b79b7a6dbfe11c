"""A stretch of days with its rounds: what is chosen, where the keyboard is, what a screen reader hears of it.

A subclass says where things are (``hit``, ``rect_of``) and how far the arrows go, and paints them. What a person asks
for leaves as a signal: the page asks the service, and what came of it comes back as new events.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import ClassVar

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.interviews.model import When
from careercoach_desktop.features.interviews.model.when import zone_of
from careercoach_desktop.features.interviews.ui.calendar.dragging import Drag, Hit, Spot
from careercoach_desktop.features.interviews.ui.calendar.events import Event
from careercoach_desktop.features.interviews.ui.calendar.layout import within_reach
from careercoach_desktop.features.interviews.ui.calendar.words import count_words, listed_days, spoken
from careercoach_desktop.features.interviews.ui.words import tr
from careercoach_desktop.foundation.uikit import FocusRing

_CLOCK_MS = 30_000
_MOST_TOLD = 20
"""A description of more rounds than this helps nobody: they are walked through instead."""


class Stretch(FocusRing, QWidget):
    """One stretch of days. ``zone`` is the person's, ``now`` the clock (aware, any zone)."""

    chosen = Signal(object)
    """An ``InterviewLine`` was clicked, or None: nothing is chosen any more."""
    walked = Signal(object)
    """The keyboard is on this line now, or on none."""
    edit_wanted = Signal(object)
    create_wanted = Signal(object)
    """A ``When`` that was free, or chosen for something new."""
    change_wanted = Signal(object, object)
    """(InterviewLine, When): it shall be at that time."""
    nudge_wanted = Signal(object, object)
    """The same, one step by a key: what follows may be more of it."""
    remove_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)
    day_wanted = Signal(object)
    """This day shall be seen with its hours."""
    turn_wanted = Signal(int)
    """So many months or weeks on; negative: back."""
    left = Signal(object)
    """The keyboard has gone to a day that is not shown."""

    accessible_role = QAccessible.Role.Table
    WHAT: ClassVar[str] = "Calendar"

    def __init__(self, zone: str, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.zone, self.now = zone, now
        self.events: list[Event] = []
        self.drag: Drag | None = None
        self.spot = Spot(self.today())
        self._chosen: int | None = None
        self._hovered: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._clock = QTimer(self)  # what is past, the line for now and the day itself go on
        self._clock.setInterval(_CLOCK_MS)
        self._clock.timeout.connect(self.update)
        self._clock.start()
        self._say()

    # What a subclass knows -----------------------------------------------------------------------------------

    def first_day(self) -> date:
        """The first day that is shown."""
        raise NotImplementedError

    def last_day(self) -> date:
        raise NotImplementedError

    def show_day(self, day: date) -> None:
        """Show the stretch that holds the day; events of another stretch are let go of."""
        raise NotImplementedError

    def hit(self, at: QPointF) -> Hit:
        """What is there."""
        raise NotImplementedError

    def rect_of(self, event_id: int) -> QRectF | None:
        """Where it is painted first; None for what is not in sight."""
        raise NotImplementedError

    def lay_out(self) -> None:
        """Events or the room for them are others now."""
        raise NotImplementedError

    def next_spot(self, across: int, down: int) -> Spot:
        """Where the arrow leads."""
        raise NotImplementedError

    def stepped(self, event: Event, across: int, down: int) -> When:
        """The event one step of the arrow away."""
        raise NotImplementedError

    def free_time(self, spot: Spot) -> When:
        """What is offered for something new there."""
        raise NotImplementedError

    def dragged(self, drag: Drag, spot: Spot) -> When:
        """Where the drag is while the pointer is at ``spot``."""
        raise NotImplementedError

    def scroll_near(self, at: QPointF) -> None:
        """Scroll where a drag is held at an edge."""

    def turns_at(self, at: QPointF) -> int:  # noqa: ARG002 - subclasses look at it
        """Whether a drag held there wants the next (1) or previous (-1) stretch."""
        return 0

    def bring_into_sight(self, spot: Spot) -> None:
        """Scroll to where the keyboard is."""

    # Showing -------------------------------------------------------------------------------------------------

    def show_events(self, events: Sequence[Event]) -> None:
        """These are in the stretch that is shown; what is chosen stays so."""
        self.events = list(events)
        event = self.chosen_event
        if event is not None:
            self.spot = self.spot_of(event)
        self.lay_out()
        self._say()
        self.update()

    @property
    def chosen_event(self) -> Event | None:
        return self._event(self._chosen)

    def choose(self, interview_id: int | None) -> None:
        """Mark this one without telling; the keyboard goes there too."""
        self._chosen = interview_id
        event = self._event(interview_id)
        if event is not None:
            self.spot = self.spot_of(event)
        self._say()
        self.update()

    def spot_of(self, event: Event) -> Spot:
        """Where the keyboard is when it is on the event."""
        return Spot(max(event.first, self.first_day()))

    def go_to(self, spot: Spot, *, keep: bool = False) -> None:
        """Put the keyboard there; ``keep``: what is chosen stays, else what is there is."""
        spot = Spot(within_reach(spot.day), spot.minute)
        turned = not self.first_day() <= spot.day <= self.last_day()
        self.spot = spot
        if turned:
            self.show_day(spot.day)
            self.left.emit(spot.day)
        if not keep:
            here = self.events_at(spot)
            self._chosen = here[0].id if here else None
        self.bring_into_sight(spot)
        self._say()
        self.update()

    def events_at(self, spot: Spot) -> list[Event]:
        return [one for one in self.events if one.first <= spot.day <= one.last]

    def today(self) -> date:
        return self.here(self.now()).date()

    def here(self, moment: datetime) -> datetime:
        """The moment on the person's clock."""
        return moment.astimezone(zone_of(self.zone))

    def accessible_value(self) -> str:
        """What the keyboard is on."""
        event = self.chosen_event
        if event is not None:
            return spoken(event, self.now())
        return self.spot_words(self.spot)

    def spot_words(self, spot: Spot) -> str:
        raise NotImplementedError

    def _say(self) -> None:
        self.setAccessibleName(f"{tr(self.WHAT)}: {self.accessible_value()}")
        described = listed_days(self.events, self.now()) if len(self.events) <= _MOST_TOLD else ""
        self.setAccessibleDescription(f"{count_words(len(self.events))}. {described}".strip(". "))

    def _event(self, interview_id: int | None) -> Event | None:
        return next((one for one in self.events if one.id == interview_id), None) if interview_id is not None else None

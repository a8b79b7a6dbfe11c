"""What month and week share: what is chosen, where the keyboard is, and how mouse and keys are understood.

A subclass says where things are (``hit``, ``rect_of``), paints them, and how far the arrows go. What a person asks for
leaves as a signal: the page asks the service, and what came of it comes back as new events.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import ClassVar

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from careercoach_desktop.features.interviews.model import InterviewLine, When
from careercoach_desktop.features.interviews.model.when import zone_of
from careercoach_desktop.features.interviews.ui.calendar.dragging import Drag, EdgeTimer, Hit, Spot
from careercoach_desktop.features.interviews.ui.calendar.events import Event
from careercoach_desktop.features.interviews.ui.calendar.layout import within_reach
from careercoach_desktop.features.interviews.ui.calendar.moving import SNAP, lasting
from careercoach_desktop.features.interviews.ui.calendar.words import count_words, listed_days, spoken, tip
from careercoach_desktop.features.interviews.ui.words import tr
from careercoach_desktop.foundation.uikit import FocusRing, plain_tip

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_CLOCK_MS = 30_000
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ALT, SHIFT, CTRL = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


class Canvas(FocusRing, QWidget):
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
        self._pressed: tuple[QPointF, Hit] | None = None
        self._clicked: Event | None = None
        self._edges = EdgeTimer(self, self.scroll_near, self.turns_at, self._turn_under)
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

    def accessible_press(self) -> None:
        self._enter()

    def spot_words(self, spot: Spot) -> str:
        raise NotImplementedError

    def _say(self) -> None:
        self.setAccessibleName(f"{tr(self.WHAT)}: {self.accessible_value()}")
        described = listed_days(self.events, self.now()) if len(self.events) <= 60 else ""
        self.setAccessibleDescription(f"{count_words(len(self.events))}. {described}".strip(". "))

    def _event(self, interview_id: int | None) -> Event | None:
        return next((one for one in self.events if one.id == interview_id), None) if interview_id is not None else None

    # Mouse ---------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self.drag is not None:
            return
        hit = self.hit(event.position())
        self._pressed = (event.position(), hit)
        self._clicked = hit.event
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.drag is not None:
            self._drag_to(event.position())
        elif self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            far = (event.position() - self._pressed[0]).manhattanLength() >= QApplication.startDragDistance()
            if far and self._begin(self._pressed[1]):
                self._drag_to(event.position())
        else:
            self._hover(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        pressed, self._pressed = self._pressed, None
        if self.drag is not None:
            self._let_go()
        elif pressed is not None:
            self._click(pressed[1])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The first click may have moved everything (the detail slid in): what it hit counts."""
        if event.button() == Qt.MouseButton.LeftButton and self._clicked is not None:
            self._pressed = None
            self.edit_wanted.emit(self._clicked.line)
        else:
            self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = None
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            found, spot = self.hit(QPointF(event.pos())).event, event.pos()
        else:
            found = self.chosen_event
            area = self.rect_of(found.id) if found is not None else None
            spot = area.center().toPoint() if area is not None else self.rect().center()
        if found is not None:
            self.choose(found.id)
            self.menu_wanted.emit(found.line, self.mapToGlobal(spot))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self.hit(QPointF(event.pos())).event
            QToolTip.showText(event.globalPos(), plain_tip(tip(found, self.now())) if found is not None else "", self)
            return True
        return bool(super().event(event))

    def _hover(self, at: QPointF) -> None:
        hit = self.hit(at)
        hovered = hit.event.id if hit.event is not None else None
        pointing = hit.more or hit.number
        shape = Qt.CursorShape.PointingHandCursor if pointing else Qt.CursorShape.ArrowCursor
        self.setCursor(Qt.CursorShape.SizeVerCursor if hit.edge else shape)
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()

    def _click(self, hit: Hit) -> None:
        if hit.event is not None:
            self.choose(hit.event.id)
            self.chosen.emit(hit.event.line)
        elif hit.spot is None:
            return
        elif hit.more or hit.number:
            self.go_to(hit.spot)
            self.day_wanted.emit(hit.spot.day)
        elif self._chosen is not None:  # the first click beside what is chosen only lets go of it
            self.spot = hit.spot
            self.choose(None)
            self.chosen.emit(None)
        else:
            self.go_to(hit.spot, keep=True)
            self.create_wanted.emit(self.free_time(hit.spot))

    # Dragging ------------------------------------------------------------------------------------------------

    def _begin(self, hit: Hit) -> bool:
        if hit.spot is None or hit.more or hit.number:
            return False
        when = hit.event.when if hit.event is not None else self.free_time(hit.spot)
        self.drag = Drag(hit.spot, hit.event, hit.edge, when)
        if hit.event is not None:
            self._chosen = hit.event.id
        if not hit.edge:
            self.setCursor(Qt.CursorShape.ClosedHandCursor if hit.event is not None else Qt.CursorShape.CrossCursor)
        QToolTip.hideText()
        return True

    def _drag_to(self, at: QPointF) -> None:
        if self.drag is None:
            return
        self._edges.over(at)
        spot = self.hit(self.inside(at)).spot
        if spot is not None:
            self.drag = self.drag.at(self.dragged(self.drag, spot))
        self.update()

    def inside(self, at: QPointF) -> QPointF:
        """The nearest point of the days."""
        return QPointF(min(max(at.x(), 0), self.width() - 1), min(max(at.y(), 0), self.height() - 1))

    def drag_again(self, at: QPointF) -> None:
        """What is under the pointer moved, not the pointer."""
        if self.drag is not None and (spot := self.hit(self.inside(at)).spot) is not None:
            self.drag = self.drag.at(self.dragged(self.drag, spot))
            self.update()

    def _turn_under(self, step: int) -> None:
        self.turn_wanted.emit(step)

    def _let_go(self) -> None:
        drag = self.drag
        self._end_drag()
        if drag is None or not drag.changes:
            return
        if drag.event is None:
            self.create_wanted.emit(drag.when)
        else:
            self.change_wanted.emit(drag.event.line, drag.when)

    def _end_drag(self) -> None:
        self.drag = None
        self._pressed = None
        self._edges.stop()
        self.unsetCursor()
        self.update()

    # Keys ----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if self.drag is not None:
            if key == Qt.Key.Key_Escape:
                self._end_drag()
            return
        if key in _ARROWS and self._arrow(*_ARROWS[key], held):
            return
        if held or not self._plain_key(key):
            event.ignore()

    def _arrow(self, across: int, down: int, held: Qt.KeyboardModifier) -> bool:
        """Whether these keys mean something here."""
        event = self.chosen_event
        if held == Qt.KeyboardModifier.NoModifier:
            self.go_to(self.next_spot(across, down))
            self._tell_walked()
        elif held == ALT:
            if event is not None:
                self.change_wanted.emit(event.line, self.stepped(event, across, down))
        elif held == ALT | SHIFT and down:
            if event is not None:
                step = SNAP if not event.when.all_day else 24 * 60
                self.change_wanted.emit(event.line, lasting(event.when, event.when.minutes + down * step))
        elif held == CTRL and down:
            self._walk_events(down)
        else:
            return False
        return True

    def _walk_events(self, step: int) -> None:
        """To the next event (or the one before), from the chosen one or from where the keyboard is."""
        event = self.chosen_event
        if event is not None:
            at = self.events.index(event) + step
        else:
            later = [at for at, one in enumerate(self.events) if one.first >= self.spot.day]
            at = (later[0] if later else len(self.events)) - (step < 0)
        if 0 <= at < len(self.events):
            self.choose(self.events[at].id)
            self.bring_into_sight(self.spot)
            self._tell_walked()

    def _plain_key(self, key: Qt.Key) -> bool:
        event = self.chosen_event
        if key in _ENTER:
            self._enter()
        elif key == Qt.Key.Key_Space:
            if event is not None:
                self.chosen.emit(event.line)
        elif key == Qt.Key.Key_Delete:
            if event is not None:
                self.remove_wanted.emit(event.line)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turn_wanted.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        else:
            return False
        return True

    def _enter(self) -> None:
        event = self.chosen_event
        if event is not None:
            self.edit_wanted.emit(event.line)
        else:
            self.create_wanted.emit(self.free_time(self.spot))

    def _tell_walked(self) -> None:
        event = self.chosen_event
        line: InterviewLine | None = event.line if event is not None else None
        self.walked.emit(line)

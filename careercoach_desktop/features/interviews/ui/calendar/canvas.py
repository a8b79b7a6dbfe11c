"""How a calendar is used: a click, a drag, the arrows, the same in a month as in a week."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip

from careercoach_desktop.features.interviews.model import InterviewLine
from careercoach_desktop.features.interviews.ui.calendar.dragging import Drag, EdgeTimer, Hit
from careercoach_desktop.features.interviews.ui.calendar.events import DAY_MINUTES, Event
from careercoach_desktop.features.interviews.ui.calendar.moving import SNAP, lasting
from careercoach_desktop.features.interviews.ui.calendar.painting import mark_of
from careercoach_desktop.features.interviews.ui.calendar.stretch import Stretch
from careercoach_desktop.features.interviews.ui.calendar.words import gathered_tip, line_words, tip
from careercoach_desktop.foundation.uikit import MenuEntry, open_menu, plain_tip

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ALT, SHIFT, CTRL = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


class Canvas(Stretch):
    """Understands mouse and keys."""

    def __init__(self, zone: str, now: Callable[[], datetime]) -> None:
        super().__init__(zone, now)
        self._pressed: tuple[QPointF, Hit] | None = None
        self._clicked: Event | None = None
        self._edges = EdgeTimer(self, self.scroll_near, self.turns_at, self.turn_wanted.emit)

    def accessible_press(self) -> None:
        """What Return does."""
        self._enter()

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
            self._click(pressed[1], pressed[0])

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
            QToolTip.showText(event.globalPos(), self._tip_at(QPointF(event.pos())), self)
            return True
        return bool(super().event(event))

    def _tip_at(self, at: QPointF) -> str:
        hit = self.hit(at)
        if hit.event is not None:
            return plain_tip(tip(hit.event, self.now()))
        return plain_tip(gathered_tip(hit.gathered)) if hit.gathered else ""

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._end_drag()

    def _hover(self, at: QPointF) -> None:
        hit = self.hit(at)
        hovered = hit.event.id if hit.event is not None else None
        pointing = hit.more or hit.number
        shape = Qt.CursorShape.PointingHandCursor if pointing else Qt.CursorShape.ArrowCursor
        self.setCursor(Qt.CursorShape.SizeVerCursor if hit.edge else shape)
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()

    def _click(self, hit: Hit, at: QPointF) -> None:
        if hit.event is not None:
            self._choose_and_tell(hit.event)
        elif hit.spot is None:
            return
        elif hit.gathered:
            self._offer(hit.gathered, at)
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

    def _offer(self, events: Sequence[Event], at: QPointF) -> None:
        """What there is no room for, to choose from."""
        now = self.now()
        entries = [
            MenuEntry(line_words(one), partial(self._choose_and_tell, one), mark_of(one, now)[0]) for one in events
        ]
        open_menu(self, entries, at.toPoint())

    def _choose_and_tell(self, event: Event) -> None:
        self.choose(event.id)
        self.chosen.emit(event.line)

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
                self.nudge_wanted.emit(event.line, self.stepped(event, across, down))
        elif held == ALT | SHIFT and down:
            if event is not None:
                step = SNAP if not event.when.all_day else DAY_MINUTES
                self.nudge_wanted.emit(event.line, lasting(event.when, event.when.minutes + down * step))
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

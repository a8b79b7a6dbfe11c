"""Dragging entries and bullets to another place of the form: a handle, a clear drop line, scrolling at the edges.

The pointer is followed by hand instead of by Qt's drag and drop: nothing leaves the form, no second event loop runs,
and Escape puts everything back. Whoever has no mouse moves things with Alt and the arrow keys.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from careercoach_desktop.foundation.uikit import CONTROL, Radius, Space, current_theme, drop_shadow, surface

_EDGE = 48
"""Pixels from the top and bottom of the view in which dragging scrolls it."""
_GHOST_WIDTH = 360
_SHADOW = 10


@dataclass(frozen=True)
class Gap:
    """A place to drop at: before item number ``index`` of the list ``where``; a line of the form's content."""

    where: str
    index: int
    y: int
    left: int
    width: int


def gaps_between(where: str, boxes: Sequence[QWidget], content: QWidget) -> list[Gap]:
    """The gaps above, between and below ``boxes``, which stand under each other in ``content``."""
    found: list[Gap] = []
    last = None
    for index, box in enumerate(boxes):
        corner = box.mapTo(content, QPoint(0, 0))
        y = corner.y() - 4 if last is None else (last + corner.y()) // 2
        found.append(Gap(where, index, y, corner.x(), box.width()))
        last = corner.y() + box.height()
        if index == len(boxes) - 1:
            found.append(Gap(where, index + 1, last + 3, corner.x(), box.width()))
    return found


class DragHandle(QObject):
    """Makes a widget something to drag by; a press without a move stays a click. Points are global."""

    started = Signal(QPoint)
    moved = Signal(QPoint)
    dropped = Signal(QPoint)
    cancelled = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._pressed: QPoint | None = None
        self._is_dragging = False
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QMouseEvent):
            at = event.globalPosition().toPoint()
            if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
                self._pressed = at
            elif kind == QEvent.Type.MouseMove and self._pressed is not None:
                return self._follow(at)
            elif kind == QEvent.Type.MouseButtonRelease:
                return self._let_go(at)
        elif self._is_dragging and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._end()
            self.cancelled.emit()
            return True
        elif self._is_dragging and kind == QEvent.Type.Hide:
            self._end()
            self.cancelled.emit()
        return False

    def _follow(self, at: QPoint) -> bool:
        if not self._is_dragging:
            if self._pressed is None or (at - self._pressed).manhattanLength() < QApplication.startDragDistance():
                return False
            self._is_dragging = True
            if isinstance(self._widget, QAbstractButton):
                self._widget.setDown(False)
            self._widget.grabKeyboard()
            self.started.emit(self._pressed)
        self.moved.emit(at)
        return True

    def _let_go(self, at: QPoint) -> bool:
        self._pressed = None
        if not self._is_dragging:
            return False
        self._end()
        self.dropped.emit(at)
        return True

    def _end(self) -> None:
        self._is_dragging = False
        self._pressed = None
        self._widget.releaseKeyboard()


class DropLine(QWidget):
    """Where letting go puts it."""

    THICK = 8

    def __init__(self, content: QWidget) -> None:
        super().__init__(content)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, gap: Gap) -> None:
        """Lie over the gap."""
        self.setGeometry(gap.left - 4, gap.y - self.THICK // 2, gap.width + 4, self.THICK)
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent: QColor = current_theme().color("accent")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        middle = self.height() / 2
        painter.drawRoundedRect(QRectF(4, middle - 1, self.width() - 4, 2), 1, 1)
        painter.drawEllipse(QPointF(4, middle), 3.5, 3.5)


class Ghost(QWidget):
    """What is being dragged, in one line on a little card beside the pointer."""

    def __init__(self, of: QWidget, words: str) -> None:
        self._ground = of.window()
        super().__init__(self._ground)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFont(current_theme().font())
        metrics = QFontMetricsF(self.font())
        room = _GHOST_WIDTH - 2 * (_SHADOW + Space.M)
        self.words = metrics.elidedText(" ".join(words.split()), Qt.TextElideMode.ElideRight, room)
        self.resize(round(metrics.horizontalAdvance(self.words)) + 2 * (_SHADOW + Space.M) + 1, CONTROL + 2 * _SHADOW)
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        drop_shadow(painter, area, Radius.CONTROL, _SHADOW, 3)
        surface(painter, area, Radius.CONTROL, theme.color("surface"), theme.color("accent"))
        painter.setFont(self.font())
        painter.setPen(theme.color("text"))
        painter.drawText(area.adjusted(Space.M, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), self.words)

    def follow(self, at: QPoint) -> None:
        """Stand right below the pointer, given in global pixels."""
        self.move(self._ground.mapFromGlobal(at) + QPoint(14 - _SHADOW, 6 - _SHADOW))
        self.raise_()


class Reordering(QObject):
    """``dropped(item_id, where, index)`` when something was let go at a gap. ``words`` says what an item is."""

    dropped = Signal(str, str, int)

    def __init__(
        self,
        scroll: QScrollArea,
        content: QWidget,
        gaps: Callable[[str], Iterable[Gap]],
        words: Callable[[str], str],
    ) -> None:
        super().__init__(scroll)
        self._scroll = scroll
        self._content = content
        self._gaps = gaps
        self._words = words
        self._line = DropLine(content)
        self._ghost: Ghost | None = None
        self._at = QPoint()
        self._edge = QTimer(self)
        self._edge.setInterval(16)
        self._edge.timeout.connect(self._scroll_on)
        self._moving = ""

    def offer(self, widget: QWidget, item_id: str, box: QWidget) -> DragHandle:
        """Let ``item_id``, which stands in ``box``, be dragged by ``widget``."""
        handle = DragHandle(widget)
        handle.started.connect(lambda at: self._begin(item_id, box, at))
        handle.moved.connect(self._follow)
        handle.dropped.connect(self._drop)
        handle.cancelled.connect(self._stop)
        return handle

    def target(self, at: QPoint) -> Gap | None:
        """The gap nearest to a global point; None where nothing may be dropped."""
        y = self._content.mapFromGlobal(at).y()
        return min(self._gaps(self._moving), key=lambda gap: abs(gap.y - y), default=None)

    def _begin(self, item_id: str, box: QWidget, at: QPoint) -> None:
        self._moving = item_id
        self._ghost = Ghost(box, self._words(item_id))
        self._edge.start()
        self._follow(at)

    def _follow(self, at: QPoint) -> None:
        self._at = at
        if self._ghost is not None:
            self._ghost.follow(at)
        gap = self.target(at)
        if gap is not None:
            self._line.show_at(gap)

    def _drop(self, at: QPoint) -> None:
        gap, item_id = self.target(at), self._moving
        self._stop()
        if gap is not None:
            self.dropped.emit(item_id, gap.where, gap.index)

    def _stop(self) -> None:
        self._moving = ""
        self._edge.stop()
        self._line.hide()
        if self._ghost is not None:
            self._ghost.hide()
            self._ghost.deleteLater()
            self._ghost = None

    def _scroll_on(self) -> None:
        view = self._scroll.viewport()
        y = view.mapFromGlobal(self._at).y()
        bar = self._scroll.verticalScrollBar()
        before = bar.value()
        if y < _EDGE:
            bar.setValue(before - max(2, (_EDGE - y) // 4))
        elif y > view.height() - _EDGE:
            bar.setValue(before + max(2, (y - view.height() + _EDGE) // 4))
        if bar.value() != before:
            self._follow(self._at)

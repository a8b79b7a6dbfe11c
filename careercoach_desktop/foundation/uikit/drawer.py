"""The detail drawer: slides over the right side of a page, as wide as the person last made it."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEasingCurve, QEvent, QObject, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careercoach_desktop.foundation.uikit.layouts import column
from careercoach_desktop.foundation.uikit.painting import edge_shadow
from careercoach_desktop.foundation.uikit.remembered import recall, remember
from careercoach_desktop.foundation.uikit.theme import current_theme
from careercoach_desktop.foundation.uikit.tokens import CALM_MS

_SHADOW = 22
_GRIP = 6
_LEAST = 380
_LEAVES = 160


class _Grip(QWidget):
    """The edge that is pulled to make the drawer wider."""

    def __init__(self, drawer: Drawer) -> None:
        super().__init__(drawer)
        self._drawer = drawer
        self.setCursor(Qt.CursorShape.SplitHCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        host = self._drawer.parentWidget()
        if host is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._drawer.set_width(host.width() - round(host.mapFromGlobal(event.globalPosition()).x()))


class Drawer(QWidget):
    """Stands over ``host``'s right edge. ``opened`` and ``closed`` tell when it has begun to slide; Escape closes it
    and gives the keyboard back to where it was."""

    accessible_role = QAccessible.Role.Pane

    opened = Signal()
    closed = Signal()

    def __init__(self, host: QWidget, name: str, *, width: int = 500, remember: str = "") -> None:
        super().__init__(host)
        self._key = remember
        self._width = recall(remember, width) if remember else width
        self._shown = 0.0
        self._open = False
        self._before: QWidget | None = None
        self._content: QWidget | None = None
        self._room: QVBoxLayout = column(margins=(_SHADOW + 1, 0, 0, 0))
        self.setLayout(self._room)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._grip = _Grip(self)
        self._slide = QVariantAnimation(self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.valueChanged.connect(self._when_slid)
        self._slide.finished.connect(self._when_still)
        host.installEventFilter(self)
        self.hide()

    @property
    def is_open(self) -> bool:
        return self._open

    def drawer_width(self) -> int:
        """The width of its surface, without the shadow."""
        host = self.parentWidget()
        least = max(_LEAST, self._room.minimumSize().width() - _SHADOW)
        most = max(least, host.width() - _LEAVES) if host is not None else self._width
        return min(max(self._width, least), most)

    def set_width(self, width: int) -> None:
        """Make it that wide, within reason, and remember it."""
        self._width = max(_LEAST, width)
        if self._key:
            remember(self._key, self._width)
        self._place()

    def set_content(self, widget: QWidget) -> None:
        """Show this widget; the one before is deleted."""
        if self._content is not None:
            self._room.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = widget
        self._room.addWidget(widget)

    def slide_in(self) -> None:
        """Open it and give it the keyboard."""
        if self._open:
            return
        self._open = True
        window = self.window()
        self._before = window.focusWidget()
        self.show()
        self.raise_()
        self._move_to(1.0)
        self.opened.emit()
        if self._content is not None:
            self._content.setFocus(Qt.FocusReason.OtherFocusReason)

    def slide_out(self) -> None:
        """Close it and give the keyboard back."""
        if not self._open:
            return
        self._open = False
        self._move_to(0.0)
        if self._before is not None and shiboken6.isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.slide_out()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(event.position().x() >= _SHADOW)  # the shadow belongs to the page below

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        edge_shadow(painter, QRectF(0, 0, _SHADOW, self.height()))
        painter.fillRect(_SHADOW, 0, self.width(), self.height(), theme.color("surface"))
        painter.fillRect(_SHADOW, 0, 1, self.height(), theme.color("line"))

    def _move_to(self, shown: float) -> None:
        self._slide.stop()
        duration = current_theme().duration(CALM_MS)
        if duration == 0:
            self._when_slid(shown)
            self._when_still()
            return
        self._slide.setDuration(duration)
        self._slide.setStartValue(self._shown)
        self._slide.setEndValue(shown)
        self._slide.start()

    def _when_slid(self, shown: float) -> None:
        self._shown = shown
        self._place()

    def _when_still(self) -> None:
        if not self._open:
            self.hide()

    def _place(self) -> None:
        host = self.parentWidget()
        if host is None:
            return
        width = self.drawer_width()
        left = host.width() - round(width * self._shown) - _SHADOW
        self.setGeometry(left, 0, width + _SHADOW, host.height())
        self._grip.setGeometry(_SHADOW - _GRIP // 2, 0, _GRIP, host.height())
        self._grip.raise_()

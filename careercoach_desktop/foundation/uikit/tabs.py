"""Underlined tabs: words in a row, the chosen one with a line of accent; arrow keys, Home and End move."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from careercoach_desktop.foundation.uikit.focus import FocusRing
from careercoach_desktop.foundation.uikit.layouts import column
from careercoach_desktop.foundation.uikit.painting import focus_ring
from careercoach_desktop.foundation.uikit.theme import current_theme
from careercoach_desktop.foundation.uikit.tokens import Radius, Size, Weight

_HEIGHT = 36
_GAP = 18
_LEAST_GAP = 8


class Tabs(FocusRing, QWidget):
    """The row of words; ``changed`` brings the key."""

    accessible_role = QAccessible.Role.PageTabList

    changed = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], name: str) -> None:
        super().__init__()
        self._choices = list(choices)
        self._value = self._choices[0][0] if self._choices else ""
        self._warm = -1
        self.setAccessibleName(name)
        self.setFont(current_theme().font(Size.BODY, Weight.MEDIUM))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def accessible_value(self) -> str:
        return dict(self._choices).get(self._value, "")

    def value(self) -> str:
        return self._value

    def set_value(self, key: str) -> None:
        """Choose without telling; raises ValueError for an unknown key."""
        if key not in self.keys():
            raise ValueError(f"unknown tab {key!r}")
        self._value = key
        self.setAccessibleDescription(f"{dict(self._choices)[key]}, {self.keys().index(key) + 1} of {len(self.keys())}")
        self.update()

    def keys(self) -> list[str]:
        return [key for key, _label in self._choices]

    def add(self, key: str, label: str) -> None:
        """Append a tab; the first one is chosen."""
        self._choices.append((key, label))
        self.set_value(self._value or key)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(sum(self._widths()) + _LEAST_GAP * max(0, len(self._choices) - 1), _HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths()) + _GAP * max(0, len(self._choices) - 1), _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme.color("line"))
        painter.setFont(self.font())
        for at, ((key, label), area) in enumerate(zip(self._choices, self._areas(), strict=True)):
            chosen = key == self._value
            painter.setPen(theme.color("text" if chosen or at == self._warm else "second"))
            painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), label)
            if chosen:
                painter.fillRect(QRectF(area.left(), self.height() - 2, area.width(), 2), theme.color("accent"))
                if self.shows_ring:
                    ring = area.adjusted(-6, 4, 6, -6)
                    focus_ring(painter, ring, Radius.CONTROL)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._at(event)
        if at >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._choose(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._warm = self._at(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._warm = -1
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._choices) - 1
        now = self.keys().index(self._value) if self._choices else 0
        key = event.key()
        if key == Qt.Key.Key_Left:
            self._choose(now - 1 if now > 0 else last)
        elif key == Qt.Key.Key_Right:
            self._choose(now + 1 if now < last else 0)
        elif key == Qt.Key.Key_Home:
            self._choose(0)
        elif key == Qt.Key.Key_End:
            self._choose(last)
        else:
            super().keyPressEvent(event)

    def _choose(self, at: int) -> None:
        if not self._choices:
            return
        key = self._choices[at][0]
        if key != self._value:
            self.set_value(key)
            self.changed.emit(key)

    def _areas(self) -> list[QRectF]:
        """Where each word stands; in a narrow place they move closer together."""
        widths = self._widths()
        room = (self.width() - sum(widths)) / max(1, len(widths) - 1)
        gap = max(_LEAST_GAP, min(_GAP, room))
        left, areas = 0.0, []
        for width in widths:
            areas.append(QRectF(left, 0, width, _HEIGHT))
            left += width + gap
        return areas

    def _widths(self) -> list[int]:
        metrics = QFontMetricsF(self.font())
        return [round(metrics.horizontalAdvance(label) + 0.5) for _key, label in self._choices]

    def _at(self, event: QMouseEvent) -> int:
        for at, area in enumerate(self._areas()):
            if area.adjusted(-_GAP / 2, 0, _GAP / 2, 0).contains(event.position()):
                return at
        return -1


class TabbedPages(QWidget):
    """Tabs with the page that belongs to each below them."""

    changed = Signal(str)

    def __init__(self, name: str, *, spacing: int = 12) -> None:
        super().__init__()
        self._tabs = Tabs((), name)
        self._stack = QStackedWidget()
        self._pages: dict[str, QWidget] = {}
        whole = column(self._tabs, self._stack, spacing=spacing)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self._tabs.changed.connect(self._show)

    @property
    def tabs(self) -> Tabs:
        return self._tabs

    def add(self, key: str, label: str, page: QWidget) -> None:
        """Append a tab and its page."""
        self._pages[key] = page
        self._stack.addWidget(page)
        self._tabs.add(key, label)

    def value(self) -> str:
        return self._tabs.value()

    def page(self, key: str) -> QWidget:
        """Raises KeyError for an unknown key."""
        return self._pages[key]

    def set_value(self, key: str) -> None:
        """Turn to a page without telling; raises ValueError for an unknown key."""
        self._tabs.set_value(key)
        self._stack.setCurrentWidget(self._pages[key])

    def _show(self, key: str) -> None:
        self._stack.setCurrentWidget(self._pages[key])
        self.changed.emit(key)

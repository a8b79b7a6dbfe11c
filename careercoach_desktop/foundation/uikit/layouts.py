"""Short ways to say the layouts every page is made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from careercoach_desktop.foundation.uikit.remembered import recall, remember

Margins = int | tuple[int, int, int, int]


class _Stretch:
    """The one value that means "take the room that is left"."""


STRETCH: Final = _Stretch()
Item = QWidget | QLayout | int | _Stretch


def column(*items: Item, spacing: int = 8, margins: Margins = 0) -> QVBoxLayout:
    """Items under each other; a number is a gap in pixels, ``STRETCH`` takes the rest."""
    layout = QVBoxLayout()
    _fill(layout, items, spacing, margins)
    return layout


def row(*items: Item, spacing: int = 8, margins: Margins = 0) -> QHBoxLayout:
    """Items beside each other, centred vertically; a number is a gap, ``STRETCH`` takes the rest."""
    layout = QHBoxLayout()
    _fill(layout, items, spacing, margins)
    return layout


def add_to(layout: QBoxLayout, *items: Item) -> None:
    """Append items as in ``column`` and ``row``."""
    for item in items:
        if isinstance(item, QWidget):
            layout.addWidget(item)
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        elif isinstance(item, int):
            layout.addSpacing(item)
        else:
            layout.addStretch(1)


def holder(layout: QLayout) -> QWidget:
    """A see-through widget around a layout."""
    widget = QWidget()
    widget.setProperty("kit", "plain")
    widget.setLayout(layout)
    return widget


def clear(layout: QLayout) -> None:
    """Take everything out of the layout; its widgets are deleted."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
            inner.deleteLater()


def _fill(layout: QBoxLayout, items: Iterable[Item], spacing: int, margins: Margins) -> None:
    around = (margins,) * 4 if isinstance(margins, int) else margins
    layout.setContentsMargins(*around)
    layout.setSpacing(spacing)
    add_to(layout, *items)


class FlowLayout(QLayout):
    """Puts widgets beside each other and breaks the line where the width ends, as words do."""

    def __init__(self, spacing: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        self._place(area, move=True)

    def sizeHint(self) -> QSize:
        width = sum(item.sizeHint().width() + self.spacing() for item in self._items if not item.isEmpty())
        height = max((item.sizeHint().height() for item in self._items), default=0)
        margins = self.contentsMargins()
        return QSize(max(0, width - self.spacing()) + margins.left() + margins.right(), height)

    def minimumSize(self) -> QSize:
        width = max((item.minimumSize().width() for item in self._items), default=0)
        height = max((item.minimumSize().height() for item in self._items), default=0)
        return QSize(width, height)

    def _place(self, area: QRect, *, move: bool) -> int:
        """Lay the items out in ``area`` and return the height they need."""
        margins = self.contentsMargins()
        inner = area.marginsRemoved(margins)
        left, top, line_height = inner.left(), inner.top(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if left > inner.left() and left + size.width() > inner.right() + 1:
                left, top, line_height = inner.left(), top + line_height + self.spacing(), 0
            if move:
                width = min(size.width(), max(inner.width(), 1))
                item.setGeometry(QRect(QPoint(left, top), QSize(width, size.height())))
            left += size.width() + self.spacing()
            line_height = max(line_height, size.height())
        return top + line_height - area.top() + margins.bottom()


class Scroll(QScrollArea):
    """A frameless area that scrolls its content vertically; the content takes the whole width.

    Wrapped text is only as tall as its width makes it. Qt would hold the content at least as tall as it guesses
    the text to be without knowing the width, and one could scroll a whole screen into nothing.
    """

    def __init__(self, content: QWidget | QLayout, name: str = "") -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        widget = holder(content) if isinstance(content, QLayout) else content
        self._inside: QWidget = widget
        self.setWidget(widget)
        widget.setAutoFillBackground(False)
        self.setAccessibleName(name)
        self._let_width_decide()

    def take_height(self, width: int, most: int) -> None:
        """Be as tall as the content is when it is ``width`` wide, and at most so many pixels; the rest scrolls."""
        layout = self._inside.layout()
        tall = self._inside.sizeHint().height()
        if layout is not None and layout.hasHeightForWidth():
            tall = layout.totalHeightForWidth(width)
        self.setFixedHeight(min(tall, most))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and watched is self._inside:
            self._let_width_decide()
        return super().eventFilter(watched, event)

    def _let_width_decide(self) -> None:
        layout, policy = self._inside.layout(), self._inside.sizePolicy()
        if layout is None:
            return
        wraps, ignored = layout.hasHeightForWidth(), QSizePolicy.Policy.Ignored
        if wraps != (policy.verticalPolicy() == ignored):
            policy.setVerticalPolicy(ignored if wraps else QSizePolicy.Policy.Preferred)
            self._inside.setSizePolicy(policy)


class Splitter(QSplitter):
    """Parts side by side with a one-pixel line between them; remembers how they were divided."""

    def __init__(self, *parts: QWidget, vertical: bool = False, remember: str = "") -> None:
        super().__init__(Qt.Orientation.Vertical if vertical else Qt.Orientation.Horizontal)
        self._key = remember
        self._restored = not remember
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for part in parts:
            self.addWidget(part)
        self.splitterMoved.connect(self._keep)

    def paintEvent(self, event: QPaintEvent) -> None:
        # The first paint is the first moment at which the whole width is known.
        if not self._restored:
            self._restored = True
            kept = recall(self._key, [""])
            if len(kept) == self.count() and all(part.isdigit() for part in kept):
                self.setSizes([int(part) for part in kept])
        super().paintEvent(event)

    def _keep(self) -> None:
        if self._key:
            remember(self._key, [str(size) for size in self.sizes()])

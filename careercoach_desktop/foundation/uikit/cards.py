"""Surfaces that hold content: cards, sunken panels, lists with hairlines, the head of a page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from careercoach_desktop.foundation.uikit.buttons import IconButton
from careercoach_desktop.foundation.uikit.focus import FocusRing
from careercoach_desktop.foundation.uikit.layouts import Item, add_to, clear, column, holder, row
from careercoach_desktop.foundation.uikit.painting import focus_ring, raised, surface
from careercoach_desktop.foundation.uikit.texts import Heading, Text
from careercoach_desktop.foundation.uikit.theme import current_theme
from careercoach_desktop.foundation.uikit.tokens import HEADER, Radius, Space


class _Surface(QWidget):
    """A box with a title line and a body."""

    def __init__(self, title: str, padding: int, spacing: int) -> None:
        super().__init__()
        self.body: QVBoxLayout = column(spacing=spacing)
        self.head: QHBoxLayout = row(spacing=Space.S)
        self._title: Heading | None = None
        whole = column(spacing=Space.M, margins=(padding, padding - 2, padding, padding))
        if title:
            self._title = Heading(title, 3)
            add_to(self.head, self._title)
            self.head.addStretch(1)
            whole.addLayout(self.head)
            self.setAccessibleName(title)
        whole.addLayout(self.body, 1)
        self.setLayout(whole)

    def set_title(self, title: str) -> None:
        """Only for a surface that was made with a title."""
        if self._title is not None:
            self._title.setText(title)
        self.setAccessibleName(title)

    def add(self, *items: Item) -> None:
        """Append to the body, as in ``column``."""
        add_to(self.body, *items)

    def add_beside(self, widget: QWidget) -> None:
        """Put a widget at the right end of the title line."""
        self.head.addWidget(widget)


class Card(_Surface):
    """A raised surface with a hairline around it."""

    def __init__(self, title: str = "", *, padding: int = Space.L, spacing: int = Space.S) -> None:
        super().__init__(title, padding, spacing)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        surface(QPainter(self), QRectF(self.rect()), Radius.PANEL, theme.color("surface"), theme.color("line"))


class Panel(_Surface):
    """A sunken surface, for what stands behind cards."""

    def __init__(self, title: str = "", *, padding: int = Space.M, spacing: int = Space.S) -> None:
        super().__init__(title, padding, spacing)

    def paintEvent(self, _event: QPaintEvent) -> None:
        surface(QPainter(self), QRectF(self.rect()), Radius.PANEL, current_theme().color("sunken"))


class ClickCard(FocusRing, QWidget):
    """A card that can be chosen: ``clicked`` on click or Space, ``opened`` on double click or Enter,
    ``menu_requested`` on right click or the menu key (a point inside the card)."""

    accessible_role = QAccessible.Role.Button

    clicked = Signal()
    opened = Signal()
    menu_requested = Signal(QPoint)

    def __init__(self, name: str, *, padding: int = Space.M, spacing: int = Space.XS) -> None:
        super().__init__()
        self._selected = False
        self.body: QVBoxLayout = column(spacing=spacing, margins=padding)
        self.setLayout(self.body)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self.menu_requested)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def add(self, *items: Item) -> None:
        add_to(self.body, *items)

    def accessible_press(self) -> None:
        self.opened.emit()

    @property
    def is_selected(self) -> bool:
        return self._selected

    def set_selected(self, selected: bool) -> None:
        self._selected = selected
        self.setAccessibleDescription("selected" if selected else "")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        area = QRectF(self.rect())
        line = "line_strong" if self.underMouse() and not self._selected else "line"
        raised(painter, area, Radius.CARD, theme.color("surface"), theme.color(line))
        if self._selected or self.shows_ring:
            focus_ring(painter, area.adjusted(0, 0, 0, -1), Radius.CARD)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.clicked.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.clicked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()


class Rows(QWidget):
    """A bordered list with hairlines between its rows."""

    accessible_role = QAccessible.Role.List

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self._column = column(spacing=1, margins=1)
        self.setLayout(self._column)
        self.setAccessibleName(name)

    def add(self, *widgets: QWidget) -> None:
        """Append rows; each is given the row's padding."""
        for widget in widgets:
            box = QWidget()
            box.setLayout(column(widget, margins=(Space.M, 9, Space.M, 9)))
            self._column.addWidget(box)
        self.update()

    def clear(self) -> None:
        clear(self._column)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        surface(painter, QRectF(self.rect()), Radius.CARD, theme.color("surface"), theme.color("line"))
        for at in range(self._column.count() - 1):
            item = self._column.itemAt(at)
            if item is not None:
                painter.fillRect(1, item.geometry().bottom() + 1, self.width() - 2, 1, theme.color("line"))


_SHORT_TITLE = 140
"""Pixels of a title that are never given up."""


class PageHeader(QWidget):
    """The head of a page: perhaps a way back, the title, what stands beside it, actions at the right."""

    back_requested = Signal()

    def __init__(self, title: str, subtitle: str = "", *, back: bool = False, line: bool = False) -> None:
        super().__init__()
        self._line = line
        self._title = Heading("", 1)
        self.set_title(title)
        self._subtitle = Text(subtitle, tone="third", elide=True)
        if not subtitle:
            self._subtitle.hide()
        self._beside = row(spacing=Space.S)
        self._actions = row(spacing=Space.S)
        whole = row(spacing=Space.L, margins=(Space.XL, 0, Space.XL, 0))
        if back:
            leave = IconButton("arrow-left", "Back")
            leave.clicked.connect(self.back_requested)
            add_to(whole, leave)
            whole.setSpacing(Space.M)
        whole.addWidget(self._title)
        whole.addWidget(self._subtitle)
        whole.addLayout(self._beside)
        whole.addStretch(1)
        self._actions_place = holder(self._actions)
        whole.addWidget(self._actions_place)
        self.setLayout(whole)
        self.setFixedHeight(HEADER)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_title(self, title: str) -> None:
        """A short one is always whole, however narrow the window; a long one may be cut."""
        self._title.setText(title)
        self._title.setMinimumWidth(min(self._title.sizeHint().width(), _SHORT_TITLE))

    def title(self) -> str:
        return self._title.text()

    def set_subtitle(self, subtitle: str) -> None:
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def add_beside(self, *widgets: QWidget) -> None:
        """Put widgets after the title."""
        add_to(self._beside, *widgets)

    def show_actions(self, *, on: bool) -> None:
        """Without anything to do something with, there is nothing to press."""
        self._actions_place.setVisible(on)

    def add_action(self, *widgets: QWidget) -> None:
        """Put widgets at the right end; the primary one goes last."""
        add_to(self._actions, *widgets)

    def put_action_first(self, widget: QWidget) -> None:
        """Put a quiet one before the actions that are there."""
        self._actions.insertWidget(0, widget)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), HEADER)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._line:
            QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, current_theme().color("line"))

"""Lines of the day: an icon, what, and when or why; pressed, a line opens what it speaks of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from careercoach_desktop.features.today.ui.day_card import OUT
from careercoach_desktop.features.today.ui.words import tr
from careercoach_desktop.foundation.uikit import (
    Button,
    IconButton,
    PressedByEnter,
    Radius,
    Size,
    Space,
    Weight,
    column,
    current_theme,
    focus_ring,
    open_menu,
    paint_icon,
    paint_line,
    plain_tip,
    row,
    surface,
)

T = TypeVar("T")
_ICON = 16
_HEIGHT = 46


class DayLine(PressedByEnter, QAbstractButton):
    """Two lines of words behind an icon. ``show_words`` paints again only what is not the same."""

    def __init__(self, *, bold: bool = False) -> None:
        super().__init__()
        self._weight = Weight.BOLD if bold else Weight.NORMAL
        self._shown = ("", "", "", "second")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)

    def words(self) -> tuple[str, str]:
        """Both lines as they are shown."""
        return self._shown[1], self._shown[2]

    def show_words(self, icon: str, title: str, below: str, ink: str = "second") -> None:
        """``ink`` is the icon’s."""
        if (icon, title, below, ink) != self._shown:
            self._shown = icon, title, below, ink
            self.setAccessibleName(f"{title}, {below}")
            self._tell_what_is_cut()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_what_is_cut()

    def paintEvent(self, _event: QPaintEvent) -> None:
        icon, title, below, ink = self._shown
        painter, theme = QPainter(self), current_theme()
        area = QRectF(self.rect()).adjusted(0, 2, 0, -2)
        if self.underMouse() or self.isDown():
            surface(painter, area, Radius.CONTROL, theme.color("hover"))
        if icon:
            paint_icon(painter, icon, ink, QRectF(OUT, 0, _ICON, self.height()))
        top = (self.height() - 34) / 2
        inside = self._inside()
        upper, lower = (
            QRectF(inside.left(), top, inside.width(), 18),
            QRectF(inside.left(), top + 18, inside.width(), 16),
        )
        paint_line(painter, upper, title, Size.BODY, self._weight, "text")
        paint_line(painter, lower, below, Size.SMALL, Weight.NORMAL, "third")
        if self.shows_ring:
            focus_ring(painter, area, Radius.CONTROL)

    def _inside(self) -> QRectF:
        return QRectF(self.rect()).adjusted(OUT + _ICON + Space.M, 0, -OUT, 0)

    def _tell_what_is_cut(self) -> None:
        room, theme = self._inside().width(), current_theme()
        _icon, title, below, _ink = self._shown
        widest = max(
            QFontMetricsF(theme.font(Size.BODY, self._weight)).horizontalAdvance(title),
            QFontMetricsF(theme.font(Size.SMALL)).horizontalAdvance(below),
        )
        self.setToolTip(plain_tip(f"{title}\n{below}") if widest > room else "")


class DoLine(QWidget):
    """A line with a button, and a quiet menu where there is something to put off or tick off. ``pressed`` asks for what
    the button says, ``opened`` for what the line is about."""

    pressed = Signal()
    opened = Signal()
    menu_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line = DayLine(bold=True)
        self.more = IconButton("dots-three", tr("More"))
        self.button = Button("", compact=True)
        for each in (self.more, self.button):
            each.setParent(self)
        whole = row(self.line, self.more, self.button, spacing=Space.XS, margins=(0, 0, OUT, 0))
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self.line.clicked.connect(self.opened)
        self.more.clicked.connect(self.menu_wanted)
        self.button.clicked.connect(self.pressed)

    def show_button(self, words: str, about: str, *, more: bool) -> None:
        """``about`` tells one button from the others for who can’t see where it stands."""
        self.button.setText(words)
        self.button.setAccessibleName(f"{words}: {about}")
        name = tr("Done or later: {0}").format(about)
        self.more.setAccessibleName(name)
        self.more.setToolTip(tr("Done or later"))
        self.more.setVisible(more)

    def open_menu(self, entries: Sequence[object]) -> None:
        open_menu(self.more, entries)  # type: ignore[arg-type]  # lines and separators of the kit


L = TypeVar("L", bound=QWidget)


class LineList(QWidget, Generic[T, L]):
    """Lines with hairlines between them. A line that is there is shown something else rather than made anew: nothing
    flickers, and the keyboard stays where it was."""

    def __init__(self, name: str, make: Callable[[], L], show: Callable[[L, T], None]) -> None:
        super().__init__()
        self._make, self._show = make, show
        self._lines: list[L] = []
        self._values: list[T] = []
        self._column = column(spacing=5)
        self.setLayout(self._column)
        self.setAccessibleName(name)

    @property
    def lines(self) -> Sequence[L]:
        return tuple(self._lines)

    def value(self, line: L) -> T:
        """What a line shows now."""
        return self._values[self._lines.index(line)]

    def show_values(self, values: Sequence[T]) -> None:
        self._values = list(values)
        if len(values) != len(self._lines):
            self.update()  # the hairlines; it would paint every line again
        while len(self._lines) > len(values):
            line = self._lines.pop()
            self._hand_on(line)
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        while len(self._lines) < len(values):
            self._lines.append(self._make())
            self._column.addWidget(self._lines[-1])
        for line, value in zip(self._lines, values, strict=True):
            self._show(line, value)
        self.setVisible(bool(values))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, ink = QPainter(self), current_theme().color("line")
        for line in self._lines[:-1]:
            painter.fillRect(OUT, line.geometry().bottom() + 3, self.width() - 2 * OUT, 1, ink)

    def _hand_on(self, line: L) -> None:
        """The keyboard goes to the line before the one that goes, if that has it."""
        focused = self.window().focusWidget()
        if focused is None or not (line is focused or line.isAncestorOf(focused)) or not self._lines:
            return
        heir = self._lines[-1]
        (heir.line if isinstance(heir, DoLine) else heir).setFocus(Qt.FocusReason.OtherFocusReason)

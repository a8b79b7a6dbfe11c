"""Figures as bars that lead to what they count: in lines (how far things came), in columns (how many in each week).

Every bar is a button with a name of its own; within a chart the arrows go from bar to bar, and Tab passes it in one
step.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from careercoach_desktop.foundation.uikit.focus import PressedByEnter
from careercoach_desktop.foundation.uikit.layouts import column, row
from careercoach_desktop.foundation.uikit.painting import focus_ring, surface
from careercoach_desktop.foundation.uikit.theme import current_theme
from careercoach_desktop.foundation.uikit.tokens import Radius, Size, Space, Weight

_LINE = 25
_BAR = 18
_STUB = 2.0
_SIDE = 6.0
_COLUMNS, _TALLEST = 78, 170
_LABELS = 20
_BETWEEN = 8
_FIGURE = 15.0
_LEAST_BAR = 40.0


@dataclass(frozen=True, slots=True)
class Figure:
    """``key`` comes back when it is followed; ``label`` stands beside or below the bar (columns may leave it out),
    ``name`` is what is read out: ``Applied: 16 jobs``. ``strong`` is the one that matters now."""

    key: Any
    label: str
    count: int
    name: str
    strong: bool = False


class _Followed(PressedByEnter, QAbstractButton):
    """One bar. ``part`` is its length beside the longest, 0..1."""

    def __init__(self, chart: _Chart) -> None:
        super().__init__()
        self._chart = chart
        self.figure = Figure(None, "", 0, "")
        self.part = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: chart.followed.emit(self.figure.key))

    def show_figure(self, figure: Figure, most: int) -> None:
        part = figure.count / most if most else 0.0
        if (figure, part) != (self.figure, self.part):
            self.figure, self.part = figure, part
            self.setAccessibleName(figure.name)
            self.setToolTip(figure.name)
            self.setEnabled(figure.count > 0)  # nothing to be led to
            self.update()

    @property
    def is_warm(self) -> bool:
        return self.isEnabled() and (self.underMouse() or self.isDown())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._chart.walk(self, event.key()):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._chart.stay_at(self)

    def _paint_bar(self, painter: QPainter, bar: QRectF, ink: str) -> None:
        colour = current_theme().color("accent_hover" if self.is_warm else ink)
        surface(painter, bar, min(Radius.TAG, bar.width() / 2, bar.height() / 2), colour)


class _Chart(QWidget):
    """What lines and columns share. ``followed`` brings the key of the figure that was chosen."""

    accessible_role = QAccessible.Role.Chart
    followed = Signal(object)
    _STEPS: ClassVar[dict[int, int]]

    def __init__(self, name: str) -> None:
        super().__init__()
        self._bars: list[_Followed] = []
        self._labels: list[str] = []
        self.setAccessibleName(name)

    @property
    def bars(self) -> Sequence[QAbstractButton]:
        """The buttons, in order; their names say what they count."""
        return tuple(self._bars)

    def accessible_value(self) -> str:
        return ", ".join(bar.figure.name for bar in self._bars)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """These and no others; what is the same is not painted again."""
        while len(self._bars) > len(figures):
            self._bars.pop().deleteLater()
        while len(self._bars) < len(figures):
            bar = self._make_bar()
            self._bars.append(bar)
            self._place(bar)
        most = max((figure.count for figure in figures), default=0)
        for bar, figure in zip(self._bars, figures, strict=True):
            bar.show_figure(figure, most)
        held = next((bar for bar in self._bars if bar.hasFocus()), None)
        able = [bar for bar in self._bars if bar.isEnabled()]
        self.stay_at(held or (able[-1] if able else None))
        labels = [figure.label for figure in figures]
        if labels != self._labels:
            self._labels = labels
            self.update()  # with every bar

    def walk(self, bar: _Followed, key: int) -> bool:
        """Give the keyboard to the next bar that counts something; whether this key asks for it."""
        step = self._STEPS.get(key)
        if step is None:
            return False
        at = self._bars.index(bar)
        rest = self._bars[at + 1 :] if step > 0 else self._bars[:at][::-1]
        able = [each for each in rest if each.isEnabled()]
        if able:
            (able[-1] if abs(step) > 1 else able[0]).setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def stay_at(self, bar: _Followed | None) -> None:
        """Tab comes back to this one."""
        for each in self._bars:
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is bar else Qt.FocusPolicy.ClickFocus)

    def _make_bar(self) -> _Followed:
        raise NotImplementedError

    def _place(self, bar: _Followed) -> None:
        layout = self.layout()
        if layout is not None:
            layout.addWidget(bar)


class _LineBar(_Followed):
    """Label, bar, figure."""

    def __init__(self, chart: FigureLines) -> None:
        super().__init__(chart)
        self._lines = chart
        self.setFixedHeight(_LINE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(240, _LINE)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _LINE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        area = QRectF(self.rect())
        if self.is_warm:
            surface(painter, area, Radius.CONTROL, theme.color("hover"))
        inside = area.adjusted(_SIDE, 0, -_SIDE, 0)
        label, figure = self._lines.label_width(), self._lines.figure_width()
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font(Size.SMALL))
        painter.setPen(theme.color("second"))
        room = min(label, max(0.0, inside.width() - figure - _LEAST_BAR - 2 * Space.M))
        words = QFontMetricsF(painter.font()).elidedText(self.figure.label, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignLeft | middle), words)
        painter.setPen(theme.color("text"))
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignRight | middle), counted(self.figure.count))
        left = inside.left() + room + Space.M
        width = max(_STUB, (inside.right() - figure - Space.M - left) * self.part)
        ink = "accent" if self.figure.count else "line_strong"
        self._paint_bar(painter, QRectF(left, round(area.center().y() - _BAR / 2), width, _BAR), ink)
        if self.shows_ring:
            focus_ring(painter, area, Radius.CONTROL)


class FigureLines(_Chart):
    """Bars in lines under each other, such as how far each of many came."""

    _STEPS: ClassVar[dict[int, int]] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -99, Qt.Key.Key_End: 99}

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setLayout(column(spacing=0))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def label_width(self) -> float:
        """All bars begin in one line, below each other."""
        metrics = QFontMetricsF(current_theme().font(Size.SMALL))
        return max((metrics.horizontalAdvance(bar.figure.label) for bar in self._bars), default=0.0) + 1

    def figure_width(self) -> float:
        metrics = QFontMetricsF(current_theme().font(Size.SMALL))
        return max((metrics.horizontalAdvance(counted(bar.figure.count)) for bar in self._bars), default=0.0) + 1

    def _make_bar(self) -> _Followed:
        return _LineBar(self)


class _ColumnBar(_Followed):
    """A bar that stands on the ground, its figure above it."""

    def __init__(self, chart: FigureColumns) -> None:
        super().__init__(chart)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(36, _COLUMNS)

    def minimumSizeHint(self) -> QSize:
        return QSize(12, _COLUMNS)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        area = QRectF(self.rect())
        height = max(_STUB, round((area.height() - _FIGURE) * self.part))
        bar = QRectF(area.left(), area.bottom() - height, area.width(), height)
        if not self.figure.count:
            surface(painter, bar, 1, theme.color("line"))
            return
        self._paint_bar(painter, bar, "accent" if self.figure.strong else "soft")
        painter.setFont(theme.font(Size.TINY, Weight.BOLD if self.figure.strong else Weight.NORMAL))
        painter.setPen(theme.color("text" if self.figure.strong or self.is_warm else "third"))
        above = QRectF(area.left() - 4, bar.top() - _FIGURE, area.width() + 8, _FIGURE - 1)
        painter.drawText(above, int(Qt.AlignmentFlag.AlignCenter), counted(self.figure.count))
        if self.shows_ring:
            focus_ring(painter, area, Radius.TAG)


class FigureColumns(_Chart):
    """Bars beside each other, the latest at the right, with their labels below."""

    _STEPS: ClassVar[dict[int, int]] = {
        Qt.Key.Key_Left: -1,
        Qt.Key.Key_Right: 1,
        Qt.Key.Key_Home: -99,
        Qt.Key.Key_End: 99,
    }

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setLayout(row(spacing=_BETWEEN, margins=(0, 0, 0, _LABELS)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(_TALLEST + _LABELS)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, _COLUMNS + _LABELS)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The labels: one may be wider than its column, and those that would touch another are left out."""
        theme, painter = current_theme(), QPainter(self)
        painter.setFont(theme.font(Size.TINY))
        painter.setPen(theme.color("third"))
        metrics = QFontMetricsF(painter.font())
        free = float(self.width())
        for bar in reversed(self._bars):  # the latest is always told
            width = metrics.horizontalAdvance(bar.figure.label)
            place = QRectF(bar.geometry())
            left = min(max(0.0, place.center().x() - width / 2), self.width() - width)
            if not bar.figure.label or left + width > free:
                continue
            area = QRectF(left, self.height() - _LABELS + 3, width + 1, _LABELS - 3)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), bar.figure.label)
            free = left - _BETWEEN

    def _make_bar(self) -> _Followed:
        return _ColumnBar(self)


def counted(count: int) -> str:
    """As the person’s locale writes it."""
    own = QLocale()
    locale = QLocale(QLocale.Language.English) if own.language() == QLocale.Language.C else own
    return locale.toString(count)

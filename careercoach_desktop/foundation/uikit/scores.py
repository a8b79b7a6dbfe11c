"""Figures as shapes: a ring for one score, a thin bar for a part of it or for progress, and shapes that wait."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from careercoach_desktop.foundation.uikit.painting import surface
from careercoach_desktop.foundation.uikit.theme import current_theme
from careercoach_desktop.foundation.uikit.tokens import Weight

_BAR_INKS = {"accent": "accent", "good": "green", "warn": "amber", "bad": "red", "neutral": "line_strong"}
_TICK_MS = 33


class ScoreRing(QWidget):
    """A score of 0..100 as a ring with the figure inside; None shows a dash."""

    accessible_role = QAccessible.Role.ProgressBar

    def __init__(self, score: int | None = None, *, size: int = 104, name: str = "Match") -> None:
        super().__init__()
        self._name = name
        self.setFixedSize(size, size)
        self.set_score(score)

    def accessible_value(self) -> str:
        return "" if self._score is None else str(self._score)

    def score(self) -> int | None:
        return self._score

    def set_score(self, score: int | None) -> None:
        """Raises ValueError outside 0..100."""
        if score is not None and not 0 <= score <= 100:
            raise ValueError(f"a score lies between 0 and 100, not {score}")
        self._score = score
        self.setAccessibleName(f"{self._name}: {'not computed yet' if score is None else f'{score} of 100'}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thick = self.width() * 0.085
        ring = QRectF(self.rect()).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
        painter.setPen(QPen(theme.color("line"), thick))
        painter.drawEllipse(ring)
        if self._score:
            painter.setPen(QPen(theme.color("accent"), thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawArc(ring, 90 * 16, -round(self._score * 3.6 * 16))
        painter.setFont(theme.font(round(self.width() * 0.28), Weight.BOLD))
        painter.setPen(theme.color("text"))
        shown = "–" if self._score is None else str(self._score)
        painter.drawText(QRectF(self.rect()), int(Qt.AlignmentFlag.AlignCenter), shown)


class Bar(QWidget):
    """A thin bar, filled to ``value`` (0..1). None: something is going on, nobody knows how far."""

    accessible_role = QAccessible.Role.ProgressBar

    def __init__(
        self, value: float | None = 0.0, *, tone: str = "accent", height: int = 4, name: str = "Progress"
    ) -> None:
        super().__init__()
        self._name = name
        self._tone = tone
        self._value: float | None = None
        self._phase = 0.0
        self._travel = 0.0
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._clock.timeout.connect(self._step)
        self.setFixedHeight(height)
        self.setMinimumWidth(40)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_value(value)

    def accessible_value(self) -> str:
        return "" if self._value is None else f"{round(self._value * 100)} %"

    def value(self) -> float | None:
        return self._value

    def set_value(self, value: float | None) -> None:
        """0..1, or None when it is unknown; what lies outside is cut."""
        self._value = None if value is None else min(1.0, max(0.0, value))
        self.setAccessibleName(self._name)
        self.setAccessibleDescription("going on" if self._value is None else f"{round(self._value * 100)} %")
        self._keep_moving()
        self.update()

    def set_tone(self, tone: str) -> None:
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(140, self.height())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._keep_moving()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        area = QRectF(self.rect())
        round_ends = min(area.height() / 2, 3.0)
        surface(painter, area, round_ends, theme.color("line"))
        filled = area
        if self._value is None:
            width = area.width() * 0.3
            filled = QRectF(area.left() + (area.width() - width) * self._phase, area.top(), width, area.height())
        else:
            filled.setWidth(max(area.width() * self._value, area.height() if self._value > 0 else 0))
        if filled.width() > 0 and self._value != 0:
            surface(painter, filled, round_ends, theme.color(_BAR_INKS[self._tone]))

    def _keep_moving(self) -> None:
        if self._value is None and self.isVisible() and not current_theme().reduced_motion:
            self._clock.start()
        else:
            self._clock.stop()

    def _step(self) -> None:
        self._travel = (self._travel + _TICK_MS / 1400) % 2.0
        self._phase = self._travel if self._travel <= 1.0 else 2.0 - self._travel
        self.update()


class Spinner(QWidget):
    """A small turning arc; still when motion is reduced. Shown only while something is waited for."""

    accessible_role = QAccessible.Role.Indicator

    def __init__(self, size: int = 16, name: str = "Working") -> None:
        super().__init__()
        self._angle = 0
        self.setFixedSize(size, size)
        self.setAccessibleName(name)
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._clock.timeout.connect(self._turn)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not current_theme().reduced_motion:
            self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(QPen(current_theme().color("line"), 2))
        painter.drawEllipse(area)
        pen = QPen(current_theme().color("accent"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(area, -self._angle * 16, 100 * 16)

    def _turn(self) -> None:
        self._angle = (self._angle + 12) % 360
        self.update()


class Skeleton(QWidget):
    """Grey lines where text is about to appear; they do not move."""

    accessible_role = QAccessible.Role.Indicator

    _WIDTHS = (1.0, 0.92, 0.97, 0.6)

    def __init__(self, lines: int = 3, name: str = "Loading") -> None:
        super().__init__()
        self._lines = lines
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(lines * 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = current_theme().color("hover")
        for line in range(self._lines):
            last = line == self._lines - 1
            part = self._WIDTHS[-1] if last and self._lines > 1 else self._WIDTHS[line % 3]
            surface(painter, QRectF(0, line * 20 + 4, self.width() * part, 12), 4, ground)

"""How scores went over time: one line, its figures written beside its points, told in words as well."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDate, QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from careercoach_desktop.features.practice.model import TrendPoint
from careercoach_desktop.features.practice.ui.words import counted
from careercoach_desktop.foundation.uikit import Size, Weight, current_theme

_HEIGHT = 150
_LEFT, _RIGHT, _TOP, _BOTTOM = 30.0, 18.0, 22.0, 22.0
_DOT = 3.5
_MOST = 24
"""Points that are drawn; of more, the latest."""
_ALL_FIGURES = 10
"""Up to so many points each has its figure; else the first, the best and the last."""


class TrendChart(QWidget):
    """Scores of 0 to 100, oldest at the left. One point is a point, not a line."""

    accessible_role = QAccessible.Role.Chart

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self._points: list[TrendPoint] = []
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(360, _HEIGHT)

    def show_points(self, name: str, points: Sequence[TrendPoint]) -> None:
        """``name`` says what the scores are of."""
        self._name, self._points = name, list(points)[-_MOST:]
        self.setAccessibleName(f"Scores over time: {name}")
        self.setAccessibleDescription(trend_words(self._points))
        self.setToolTip(trend_words(self._points))
        self.update()

    def accessible_value(self) -> str:
        return ", ".join(str(point.score) for point in self._points)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(_LEFT, _TOP, -_RIGHT, -_BOTTOM)
        self._paint_ground(painter, area)
        places = [self._place(area, at) for at in range(len(self._points))]
        self._paint_line(painter, area, places)
        self._paint_figures(painter, places)
        self._paint_days(painter, area, places)

    def _place(self, area: QRectF, at: int) -> QPointF:
        count = len(self._points)
        x = area.center().x() if count == 1 else area.left() + area.width() * at / (count - 1)
        return QPointF(x, area.bottom() - area.height() * self._points[at].score / 100)

    def _paint_ground(self, painter: QPainter, area: QRectF) -> None:
        theme = current_theme()
        painter.setFont(theme.font(Size.TINY))
        for mark in (0, 50, 100):
            y = area.bottom() - area.height() * mark / 100
            painter.setPen(QPen(theme.color("line"), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(theme.color("third"))
            label = QRectF(0, y - 8, _LEFT - 6, 16)
            painter.drawText(label, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(mark))

    def _paint_line(self, painter: QPainter, area: QRectF, places: Sequence[QPointF]) -> None:
        theme = current_theme()
        if len(places) > 1:
            under = QPolygonF([*places, QPointF(places[-1].x(), area.bottom()), QPointF(places[0].x(), area.bottom())])
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("soft"))
            painter.drawPolygon(under)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = QPen(theme.color("accent"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolyline(QPolygonF(list(places)))
        painter.setPen(QPen(theme.color("window"), 1.5))
        painter.setBrush(theme.color("accent"))
        for place in places:
            painter.drawEllipse(place, _DOT, _DOT)

    def _paint_figures(self, painter: QPainter, places: Sequence[QPointF]) -> None:
        theme = current_theme()
        painter.setFont(theme.font(Size.TINY, Weight.BOLD))
        painter.setPen(theme.color("text"))
        for at in told(self._points):
            place = places[at]
            label = QRectF(place.x() - 16, place.y() - 20, 32, 14)
            painter.drawText(label, int(Qt.AlignmentFlag.AlignCenter), str(self._points[at].score))

    def _paint_days(self, painter: QPainter, area: QRectF, places: Sequence[QPointF]) -> None:
        if not places:
            return
        theme = current_theme()
        painter.setFont(theme.font(Size.TINY))
        painter.setPen(theme.color("third"))
        metrics = QFontMetricsF(painter.font())
        for at in {0, len(places) - 1}:
            words = day_words(self._points[at])
            width = metrics.horizontalAdvance(words) + 2
            left = min(max(places[at].x() - width / 2, 0.0), self.width() - width)
            label = QRectF(left, area.bottom() + 5, width, 15)
            painter.drawText(label, int(Qt.AlignmentFlag.AlignCenter), words)


def told(points: Sequence[TrendPoint]) -> list[int]:
    """The places of the points whose figures are written."""
    if len(points) <= _ALL_FIGURES:
        return list(range(len(points)))
    best = max(range(len(points)), key=lambda at: points[at].score)
    apart = [best] if min(best, len(points) - 1 - best) > 1 else []
    return sorted({0, len(points) - 1, *apart})


def trend_words(points: Sequence[TrendPoint]) -> str:
    """``5 scores from 3 Nov to 20 Nov: 52 first, 74 last, 78 at best``."""
    if not points:
        return "No scores yet"
    first, last = points[0], points[-1]
    if len(points) == 1:
        return f"One score, on {day_words(first)}: {first.score}"
    best = max(point.score for point in points)
    days = f"from {day_words(first)} to {day_words(last)}"
    return f"{counted(len(points), 'score')} {days}: {first.score} first, {last.score} last, {best} at best"


def day_words(point: TrendPoint) -> str:
    day = point.when.astimezone().date()
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM")

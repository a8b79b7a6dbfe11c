"""A status as a small round mark: a ring that fills as an application goes on, and an end that can be told by shape.

It always stands beside the status in words.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from careercoach_desktop.features.jobs.model import JobStatus
from careercoach_desktop.foundation.uikit.theme import current_theme

MARK = 12.0
_INKS = {
    JobStatus.INTERESTED: "third",
    JobStatus.APPLIED: "on_soft",
    JobStatus.INTERVIEW_SCHEDULED: "on_soft",
    JobStatus.INTERVIEW_COMPLETED: "on_soft",
    JobStatus.OFFER_RECEIVED: "green",
    JobStatus.ACCEPTED: "green",
    JobStatus.REJECTED: "red",
    JobStatus.WITHDRAWN: "third",
}
_QUARTERS = {
    JobStatus.INTERESTED: 0,
    JobStatus.APPLIED: 1,
    JobStatus.INTERVIEW_SCHEDULED: 2,
    JobStatus.INTERVIEW_COMPLETED: 3,
    JobStatus.OFFER_RECEIVED: 3,
}
_STROKES = {
    JobStatus.ACCEPTED: ((-2.6, 0.1, -0.7, 2.1), (-0.7, 2.1, 2.8, -2.0)),
    JobStatus.REJECTED: ((-2.0, -2.0, 2.0, 2.0), (-2.0, 2.0, 2.0, -2.0)),
    JobStatus.WITHDRAWN: ((-2.6, 0.0, 2.6, 0.0),),
}
"""From (x, y) to (x, y), from the middle: a check, a cross, a dash."""


def paint_status(painter: QPainter, status: JobStatus, middle: QPointF) -> None:
    """The mark, ``MARK`` pixels across."""
    theme = current_theme()
    ink = theme.color(_INKS[status])
    whole = QRectF(middle.x() - MARK / 2, middle.y() - MARK / 2, MARK, MARK)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if status in _STROKES:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(whole)
        painter.setPen(QPen(theme.color("surface"), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        for from_x, from_y, to_x, to_y in _STROKES[status]:
            painter.drawLine(middle + QPointF(from_x, from_y), middle + QPointF(to_x, to_y))
    else:
        _ring(painter, whole, ink, _QUARTERS[status])
    painter.restore()


def _ring(painter: QPainter, whole: QRectF, ink: QColor, quarters: int) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, 1.5))
    painter.drawEllipse(whole.adjusted(0.75, 0.75, -0.75, -0.75))
    if quarters:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPie(whole.adjusted(2.75, 2.75, -2.75, -2.75), 90 * 16, -quarters * 90 * 16)


def status_icon(status: JobStatus) -> QIcon:
    """The mark for a menu, at normal and double density."""
    made = QIcon()
    for ratio in (1.0, 2.0):
        picture = QPixmap(round(16 * ratio), round(16 * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_status(painter, status, QPointF(8, 8))
        painter.end()
        made.addPixmap(picture)
    return made

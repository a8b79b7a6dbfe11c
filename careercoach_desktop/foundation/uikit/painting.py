"""The few strokes all painted widgets share: surfaces, focus rings, soft shadows."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QGradient,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QRadialGradient,
    QRegion,
)
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from careercoach_desktop.foundation.uikit.theme import current_theme
from careercoach_desktop.foundation.uikit.tokens import Radius, Space


def surface(
    painter: QPainter, area: QRectF, radius: float, fill: QColor | None, line: QColor | None = None, width: float = 1.0
) -> None:
    """A rounded rectangle; the line is drawn inside ``area`` so that it stays sharp."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = width / 2 if line is not None else 0.0
    painter.setPen(QPen(line, width) if line is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset)


def raised(painter: QPainter, area: QRectF, radius: float, fill: QColor, line: QColor) -> None:
    """A surface with the hint of a shadow under its lower edge; ``area`` includes the one pixel for it."""
    if not current_theme().is_dark:
        surface(painter, area.adjusted(0, 1, 0, 0), radius, QColor(20, 18, 40, 13))
    surface(painter, area.adjusted(0, 0, 0, -1), radius, fill, line)


def focus_ring(painter: QPainter, area: QRectF, radius: float, gap: QColor | None = None) -> None:
    """Two pixels of accent along the edge; ``gap`` puts a line of that colour inside, for filled controls."""
    theme = current_theme()
    surface(painter, area, radius, None, theme.color("accent"), 2.0)
    if gap is not None:
        surface(painter, area.adjusted(2, 2, -2, -2), max(radius - 2, 1), None, gap, 1.5)


def list_ground(painter: QPainter, option: QStyleOptionViewItem) -> QRectF:
    """The ground of a row in a painted list, as it is chosen, reached by the keyboard or under the pointer; the area
    it has for its words."""
    theme, state = current_theme(), option.state
    area = QRectF(option.rect).adjusted(Space.S, 2, -Space.S, -2)
    if state & QStyle.StateFlag.State_Selected:
        surface(painter, area, Radius.CARD, theme.color("soft"))
        if state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, area.adjusted(1, 1, -1, -1), Radius.CARD)
    elif state & QStyle.StateFlag.State_MouseOver:
        surface(painter, area, Radius.CARD, theme.color("hover"))
    return area


def paint_line(painter: QPainter, area: QRectF, text: str, size: int, weight: int, ink: str) -> None:
    """One line of words from the left, cut with an ellipsis where it is too long for ``area``."""
    font = current_theme().font(size, weight)
    painter.setFont(font)
    painter.setPen(current_theme().color(ink))
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)


def round_corners(window: QWidget, radius: int) -> None:
    """Cut the corners of a pop-up window; works without a compositor, unlike a see-through background."""
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(window.rect()), radius, radius)
    window.setMask(QRegion(shape.toFillPolygon().toPolygon()))


def edge_shadow(painter: QPainter, area: QRectF) -> None:
    """A shadow that falls to the left: darkest along the right edge of ``area``."""
    strength = 90 if current_theme().is_dark else 26
    gradient = QLinearGradient(area.topRight(), area.topLeft())
    gradient.setColorAt(0.0, QColor(10, 8, 30, strength))
    gradient.setColorAt(0.35, QColor(10, 8, 30, strength // 3))
    gradient.setColorAt(1.0, QColor(10, 8, 30, 0))
    painter.fillRect(area, gradient)


def drop_shadow(painter: QPainter, area: QRectF, reach: int = 16, drop: int = 5, strength: int = 0) -> None:
    """A soft shadow around ``area``, which is painted over it afterwards. ``reach`` and ``drop`` in pixels;
    ``strength`` is its darkest alpha (0: the theme's usual). Gradients along the rim only: cheap even around a page."""
    darkest = strength or (150 if current_theme().is_dark else 36)
    core = area.translated(0, drop).adjusted(reach / 3, reach / 3, -reach / 3, -reach / 3)
    painter.fillRect(core, QColor(10, 8, 30, darkest))
    left, top, right, bottom = core.left(), core.top(), core.right(), core.bottom()
    edges = (
        (QRectF(left, top - reach, core.width(), reach), QPointF(left, top), QPointF(left, top - reach)),
        (QRectF(left, bottom, core.width(), reach), QPointF(left, bottom), QPointF(left, bottom + reach)),
        (QRectF(left - reach, top, reach, core.height()), QPointF(left, top), QPointF(left - reach, top)),
        (QRectF(right, top, reach, core.height()), QPointF(right, top), QPointF(right + reach, top)),
    )
    for rim, inner, outer in edges:
        painter.fillRect(rim, _fading(QLinearGradient(inner, outer), darkest))
    for corner in (QPointF(left, top), QPointF(right, top), QPointF(left, bottom), QPointF(right, bottom)):
        place = QRectF(corner.x() - (reach if corner.x() == left else 0), 0, reach, reach)
        place.moveTop(corner.y() - (reach if corner.y() == top else 0))
        painter.fillRect(place, _fading(QRadialGradient(corner, reach), darkest))


def _fading(gradient: QGradient, darkest: int) -> QGradient:
    """From ``darkest`` to nothing, slowly at the end, as a real shadow does."""
    for at in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0):
        gradient.setColorAt(at, QColor(10, 8, 30, round(darkest * (1 - at) ** 2)))
    return gradient

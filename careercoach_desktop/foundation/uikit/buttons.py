"""Buttons: one primary per screen, quiet ones for the rest, and icons that are buttons."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from careercoach_desktop.foundation.uikit.focus import PressedByEnter
from careercoach_desktop.foundation.uikit.icons import NAMES, paint_icon
from careercoach_desktop.foundation.uikit.painting import focus_ring, raised, surface
from careercoach_desktop.foundation.uikit.theme import current_theme
from careercoach_desktop.foundation.uikit.tokens import COMPACT, CONTROL, Radius, Size, Weight

KINDS = ("primary", "secondary", "ghost", "link", "danger")
_ICON = 16
_GAP = 7
_LEAST_CUT = 80


class _Painted(PressedByEnter, QPushButton):
    """What painted buttons share: hover, the hand-drawn face, whole-pixel sizes."""

    def __init__(self, name: str, tip: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    @property
    def _is_warm(self) -> bool:
        return self.isEnabled() and (self.underMouse() or self.isDown())


class Button(_Painted):
    """A button with a text and perhaps an icon. ``kind`` is one of ``KINDS``; ``name`` is only needed when the text
    alone does not say what the button does."""

    def __init__(
        self,
        text: str,
        kind: str = "secondary",
        *,
        icon: str = "",
        compact: bool = False,
        name: str = "",
        tip: str = "",
    ) -> None:
        super().__init__(name or text, tip)
        self._named = bool(name)
        self._icon = ""
        self._trailing = ""
        self._height = COMPACT if compact else CONTROL
        self.setText(text)
        self.set_kind(kind)
        if icon:
            self.set_icon(icon)

    def setText(self, text: str) -> None:
        super().setText(text)
        if not self._named:
            self.setAccessibleName(text)
        self.updateGeometry()

    def set_kind(self, kind: str) -> None:
        """Raises ValueError for anything but ``KINDS``."""
        if kind not in KINDS:
            raise ValueError(f"unknown kind of button {kind!r}")
        self._kind = kind
        bold = kind == "link"
        self.setFont(current_theme().font(Size.SMALL if bold else Size.BODY, Weight.BOLD if bold else Weight.MEDIUM))
        self.setCursor(Qt.CursorShape.PointingHandCursor if kind == "link" else Qt.CursorShape.ArrowCursor)
        self.updateGeometry()
        self.update()

    def set_icon(self, icon: str) -> None:
        """Show the icon before the text; an empty name takes it away. Raises KeyError for an unknown one."""
        self._icon = _known(icon)
        self.updateGeometry()
        self.update()

    def set_trailing_icon(self, icon: str) -> None:
        """Show an icon after the text, for instance the arrow of a menu."""
        self._trailing = _known(icon)
        self.updateGeometry()
        self.update()

    def may_be_cut(self) -> None:
        """For words that somebody else chose: where they have no room they are cut, with the whole of them as the tip,
        instead of making everything around them wider than its place."""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_LEAST_CUT)
        self.setToolTip(self.text())

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self.font()).horizontalAdvance(self.text()) + 2 * self._padding()
        width += (_ICON + _GAP) * (bool(self._icon) + bool(self._trailing))
        if self._kind == "link":
            return QSize(round(width + 0.5), 22)
        return QSize(round(width + 0.5), self._height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self.isEnabled():
            painter.setOpacity(0.5)
        area = QRectF(self.rect())
        self._paint_face(painter, area)
        self._paint_content(painter, area)
        if self.shows_ring:
            gap = current_theme().color("surface") if self._kind in ("primary", "danger") else None
            focus_ring(painter, area, Radius.CONTROL, gap)

    def _padding(self) -> float:
        return {"link": 2.0, "ghost": 10.0}.get(self._kind, 12.0)

    def _paint_face(self, painter: QPainter, area: QRectF) -> None:
        color = current_theme().color
        if self._kind == "primary":
            surface(painter, area, Radius.CONTROL, color("accent_hover" if self._is_warm else "accent"))
        elif self._kind == "danger":
            fill = color("danger")
            surface(painter, area, Radius.CONTROL, fill.darker(112) if self._is_warm else fill)
        elif self._kind == "secondary":
            raised(painter, area, Radius.CONTROL, color("hover" if self._is_warm else "surface"), color("line"))
        elif self._kind == "ghost" and self._is_warm:
            surface(painter, area, Radius.CONTROL, color("hover"))

    def _paint_content(self, painter: QPainter, area: QRectF) -> None:
        ink = self._ink()
        metrics = QFontMetricsF(self.font())
        lead = (_ICON + _GAP) if self._icon else 0
        tail = (_ICON + _GAP) if self._trailing else 0
        room = area.width() - 2 * min(self._padding(), 8.0) - lead - tail
        text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, max(room, 0) + 1)
        width = metrics.horizontalAdvance(text)
        left = area.left() + (area.width() - width - lead - tail) / 2
        if self._icon:
            quiet = "second" if self._kind == "secondary" else ink
            paint_icon(painter, self._icon, quiet, QRectF(left, area.top(), _ICON, area.height()))
        painter.setFont(self.font())
        painter.setPen(current_theme().color(ink))
        baseline = area.center().y() + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(left + lead, round(baseline)), text)
        if self._kind == "link" and self._is_warm:
            painter.drawLine(QPointF(left + lead, baseline + 2), QPointF(left + lead + width, baseline + 2))
        if self._trailing:
            at = QRectF(left + lead + width + _GAP, area.top(), _ICON, area.height())
            paint_icon(painter, self._trailing, "second" if ink == "text" else ink, at)

    def _ink(self) -> str:
        inks = {"primary": "on_accent", "danger": "on_danger", "ghost": "second", "link": "on_soft"}
        return inks.get(self._kind, "text")


class IconButton(_Painted):
    """A square button that shows only an icon; its name is spoken and shown as its tip."""

    def __init__(self, icon: str, name: str, *, size: int = COMPACT, color: str = "second") -> None:
        super().__init__(name, name)
        self._icon = _known(icon)
        self._size = size
        self._color = color

    def set_icon(self, icon: str) -> None:
        self._icon = _known(icon)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        area = QRectF(self.rect())
        ground = self._ground()
        if ground is not None:
            surface(painter, area, Radius.CONTROL, ground)
        paint_icon(painter, self._icon, "on_soft" if self.isChecked() else self._color, area)
        if self.shows_ring:
            focus_ring(painter, area, Radius.CONTROL)

    def _ground(self) -> QColor | None:
        theme = current_theme()
        if self.isChecked():
            return theme.color("soft")
        return theme.color("hover") if self._is_warm else None


def _known(icon: str) -> str:
    if icon and icon not in NAMES:
        raise KeyError(f"{icon!r} is not in icons.NAMES")
    return icon

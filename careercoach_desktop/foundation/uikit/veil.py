"""What lies over a page while something is dragged over it: says what letting go does."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from careercoach_desktop.foundation.uikit.icons import paint_icon
from careercoach_desktop.foundation.uikit.theme import current_theme
from careercoach_desktop.foundation.uikit.tokens import Radius, Size, Weight

_GROUND, _AREA = 200, 170


class DropVeil(QWidget):
    """Only looked at: events go to the page below."""

    def __init__(self, page: QWidget, words: str) -> None:
        super().__init__(page)
        self._page = page
        self._words = words
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def lift(self, *, over: bool) -> None:
        """Show it over the whole page while something is over the page."""
        self.setGeometry(self._page.rect())
        self.setVisible(over)
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, area_color = theme.color("window"), theme.color("soft")
        ground.setAlpha(_GROUND)
        area_color.setAlpha(_AREA)
        painter.fillRect(self.rect(), ground)
        area = QRectF(self.rect()).adjusted(12, 12, -12, -12)
        painter.setBrush(area_color)
        painter.setPen(QPen(theme.color("accent"), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(area, Radius.PANEL, Radius.PANEL)
        paint_icon(painter, "plus-circle", "on_soft", area.adjusted(0, -56, 0, 0), 32)
        painter.setFont(theme.font(Size.LARGE, Weight.BOLD))
        painter.setPen(theme.color("on_soft"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), self._words)

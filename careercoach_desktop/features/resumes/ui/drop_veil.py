"""What lies over a page of résumés while files are dragged over it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from careercoach_desktop.foundation.uikit import Radius, Size, Weight, current_theme


class DropVeil(QWidget):
    """Lies over the page while files are dragged over it, and says what letting go does."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def lift(self, *, over: bool) -> None:
        """Show it while something is over the page."""
        self.raise_()
        self.setVisible(over)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = theme.color("soft")
        ground.setAlpha(225)
        pen = QPen(theme.color("accent"), 2)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(ground)
        area = QRectF(self.rect()).adjusted(10, 10, -10, -10)
        painter.drawRoundedRect(area, Radius.PANEL, Radius.PANEL)
        painter.setPen(theme.color("on_soft"))
        painter.setFont(theme.font(Size.TITLE, Weight.BOLD))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), "Let go to add it to your résumés")

"""What lies over the page while a posting is dragged onto it: a line of accent and one sentence."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.jobs.ui.card_painting import see_through
from careercoach_desktop.features.jobs.ui.words import tr
from careercoach_desktop.foundation.uikit import Radius, Size, Weight, current_theme, paint_icon


class DropVeil(QWidget):
    """Only looked at: events go to the page below."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def lower_over(self, page: QWidget) -> None:
        """Show it over the whole page."""
        self.setGeometry(page.rect())
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), see_through("window", 200))
        area = QRectF(self.rect()).adjusted(12, 12, -12, -12)
        painter.setBrush(see_through("soft", 150))
        painter.setPen(QPen(theme.color("accent"), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(area, Radius.PANEL, Radius.PANEL)
        paint_icon(painter, "plus-circle", "on_soft", area.adjusted(0, -56, 0, 0), 32)
        painter.setFont(theme.font(Size.LARGE, Weight.BOLD))
        painter.setPen(theme.color("on_soft"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, tr("Drop the posting to add it"))

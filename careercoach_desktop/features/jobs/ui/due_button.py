"""The bell: how many things are due, and the way to them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent

from careercoach_desktop.features.jobs.model import JobChanged, JobRemoved, JobsMoved
from careercoach_desktop.features.jobs.ui.due_words import count_words
from careercoach_desktop.features.jobs.ui.reminding import Reminding
from careercoach_desktop.features.jobs.ui.words import tr
from careercoach_desktop.features.reminders.model import RemindersChanged
from careercoach_desktop.foundation.storage.watching import ChangedElsewhere
from careercoach_desktop.foundation.uikit import Desk, IconButton, Size, Weight, current_theme, surface

_COUNT_S = 15 * 60


class DueButton(IconButton):
    """Counts what is due today or earlier."""

    def __init__(self, desk: Desk, reminding: Reminding) -> None:
        super().__init__("bell", tr("What is due"))
        self._desk = desk
        self._reminding = reminding
        self._stale = False
        self.count = 0
        self.clicked.connect(lambda: desk.start(reminding.show_due()))
        for kind in (RemindersChanged, JobChanged, JobRemoved, JobsMoved, ChangedElsewhere):
            desk.on(kind, lambda _event: self.count_soon(), owner=self)
        self.count_soon()
        clock = QTimer(self)  # after midnight something may be due by itself
        clock.timeout.connect(self.count_soon)
        clock.start(_COUNT_S * 1000)

    def count_soon(self) -> None:
        """Changes that come together are counted once."""
        if not self._stale:
            self._stale = True
            self._desk.start(self._count(), owner=self)

    async def _count(self) -> None:
        self._stale = False
        self.count = await self._desk.run(self._reminding.service.count)
        words = count_words(self.count)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.count:
            return
        theme = current_theme()
        painter = QPainter(self)
        words = str(self.count) if self.count < 100 else "99+"
        font = theme.font(Size.TINY, Weight.BOLD)
        font.setPixelSize(9)
        width = max(14.0, QFontMetricsF(font).horizontalAdvance(words) + 7)
        area = QRectF(self.width() - width, 0, width, 14)
        surface(painter, area, 7, theme.color("amber"))
        painter.setFont(font)
        painter.setPen(theme.color("surface"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), words)


def due_buttons(desk: Desk, reminding: Reminding | None) -> list[IconButton]:
    """For the head of the jobs page: the people, and the bell."""
    if reminding is None:
        return []
    people = IconButton("users", tr("People"))
    people.clicked.connect(lambda: desk.open("jobs.people"))
    return [people, DueButton(desk, reminding)]

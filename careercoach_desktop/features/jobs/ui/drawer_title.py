"""The job's title at the top of its drawer: whole on two lines when one is too short, and then as a tip."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy

from careercoach_desktop.foundation.uikit import Heading, current_theme, plain_tip

MOST_LINES = 2


class DrawerTitle(Heading):
    """As high as its one or two lines; the second ends with an ellipsis when even that is too short."""

    def __init__(self) -> None:
        super().__init__("", 2)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def lines(self, width: int) -> list[str]:
        """What each line shows at this width."""
        layout = QTextLayout(self.text(), self.font())
        layout.beginLayout()
        first = layout.createLine()
        if not first.isValid():
            return []
        first.setLineWidth(width)
        layout.endLayout()
        head, rest = self.text()[: first.textLength()].strip(), self.text()[first.textLength() :].strip()
        shown = [head, rest] if rest else [head]
        return [self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, width) for line in shown]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(len(self.lines(width)), 1) * self.fontMetrics().lineSpacing()

    def minimumSizeHint(self) -> QSize:
        return QSize(24, self.fontMetrics().lineSpacing())

    def paintEvent(self, _event: QPaintEvent) -> None:
        lines = self.lines(self.width())
        tip = plain_tip(self.text()) if lines and lines[-1].endswith("…") else ""
        if self.toolTip() != tip:
            self.setToolTip(tip)
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(current_theme().color("text"))
        metrics = self.fontMetrics()
        top = (self.height() - len(lines) * metrics.lineSpacing()) / 2
        for at, line in enumerate(lines):
            painter.drawText(QPointF(0, top + at * metrics.lineSpacing() + metrics.ascent()), line)

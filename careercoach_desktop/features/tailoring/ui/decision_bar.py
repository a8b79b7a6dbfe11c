"""The foot of the review: why the chosen change was made, what it rests on, and the decision."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from careercoach_desktop.features.evidence.model import Quote
from careercoach_desktop.features.tailoring.model import TEXTS, Change, Decision
from careercoach_desktop.foundation.uikit import Button, Line, Text, column, current_theme, plain_tip

_LONGEST_QUOTE = 110
_LINES, _LINE, _NARROWEST = 3, 1.12, 120


class ThreeLines(Text):
    """Always three lines high, so that the panes above stand still while people walk the changes; what does not fit
    ends in an ellipsis and is the tip."""

    def __init__(self) -> None:
        super().__init__("", size=12, tone="second")
        self._step = round(self.fontMetrics().height() * _LINE)
        self.setFixedHeight(self._step * _LINES)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, self._step * _LINES)

    def paintEvent(self, _event: QPaintEvent) -> None:
        lines = self.lines()
        self.setToolTip(plain_tip(self.text()) if lines and lines[-1].endswith("…") else "")
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(current_theme().color(str(self.property("tone"))))
        for number, line in enumerate(lines):
            painter.drawText(0, number * self._step + self.fontMetrics().ascent(), line)

    def lines(self) -> list[str]:
        """The text broken for the present width, the last line shortened when there is more."""
        text = self.text()
        breaker = QTextLayout(text, self.font())
        breaker.beginLayout()
        found: list[str] = []
        while len(found) < _LINES and (line := breaker.createLine()).isValid():
            line.setLineWidth(max(self.width(), 1))
            begin, end = line.textStart(), line.textStart() + line.textLength()
            if len(found) < _LINES - 1:
                found.append(text[begin:end].rstrip())
            else:
                found.append(self.fontMetrics().elidedText(text[begin:], Qt.TextElideMode.ElideRight, self.width()))
        breaker.endLayout()
        return found


class DecisionBar(QWidget):
    """Signals say what the person wants; the page does it."""

    accept_requested = Signal()
    reject_requested = Signal()
    edit_requested = Signal()
    evidence_requested = Signal()
    remove_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._why = ThreeLines()
        self._evidence_title = Text("Your evidence", size=12, weight=600)
        self._evidence = ThreeLines()
        self._edit = Button("Edit", compact=True, tip="Write your own wording (E)")
        self._own = Button("Add as my evidence", compact=True, tip="Yes, this is true of me: keep it as my own fact")
        self._remove = Button("Remove", compact=True, tip="Take this proposal off the list")
        self._reject = Button("Reject", compact=True, tip="Keep the original (R)")
        self._accept = Button("Accept", "primary", icon="check", compact=True, tip="Use this change (A)")
        self._edit.clicked.connect(self.edit_requested)
        self._own.clicked.connect(self.evidence_requested)
        self._remove.clicked.connect(self.remove_requested)
        self._reject.clicked.connect(self.reject_requested)
        self._accept.clicked.connect(self.accept_requested)
        line = QHBoxLayout()
        line.setContentsMargins(22, 12, 20, 12)
        line.setSpacing(24)
        line.addLayout(column(Text("Why", size=12, weight=600), self._why, spacing=2), 3)
        line.addLayout(column(self._evidence_title, self._evidence, spacing=2), 3)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._edit, self._remove, self._own, self._reject, self._accept):
            buttons.addWidget(button)
        line.addLayout(buttons)
        layout = column(Line(), line, spacing=0)
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)
        self.setAutoFillBackground(True)
        self._theme = current_theme()
        self._theme.changed.connect(self._paint_ground)
        self._paint_ground()

    def show_change(self, change: Change | None) -> None:
        self.setVisible(change is not None)
        if change is None:
            return
        accepted = change.decision is Decision.ACCEPTED
        self._why.setText(change.reason)
        self._evidence_title.setText("Your evidence" if change.supported else "Not in your evidence")
        self._evidence_title.set_tone("text" if change.supported else "amber")
        if change.supported:
            self._evidence.setText(
                " ".join(_quote(quote) for quote in change.evidence[:2]) or "Order only: no wording changes."
            )
        else:
            self._evidence.setText(" ".join(claim.reason for claim in change.claims[:3]))
        self._edit.setVisible(change.kind in TEXTS)
        self._own.setVisible(not change.supported)
        self._remove.setVisible(not change.supported)
        self._reject.setVisible(change.supported)
        self._accept.setVisible(change.supported)
        self._accept.setText("Accepted" if accepted else "Accept")
        self._accept.set_kind("primary" if accepted else "secondary")
        self._accept.set_icon("check" if accepted else "")
        self._reject.setText("Reject" if accepted else "Rejected")
        self._reject.setEnabled(accepted)

    def _paint_ground(self) -> None:
        palette = self.palette()
        palette.setColor(self.backgroundRole(), self._theme.color("surface"))
        self.setPalette(palette)


def _quote(quote: Quote) -> str:
    words = quote.text if len(quote.text) <= _LONGEST_QUOTE else f"{quote.text[:_LONGEST_QUOTE].rsplit(' ', 1)[0]} …"
    return f"{quote.label}: “{words}”" if quote.label else f"“{words}”"

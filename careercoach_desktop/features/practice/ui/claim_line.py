"""What nothing proves in a suggested answer, and the way to say that it is true."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.evidence.model import Claim
from careercoach_desktop.foundation.uikit import Button, IconView, Size, Space, Text, row


class ClaimLine(QWidget):
    """``evidence_wanted`` when the person wants to say how it is true."""

    evidence_wanted = Signal()

    def __init__(self, claim: Claim) -> None:
        super().__init__()
        words = Text(f"“{claim.text}” is not in your evidence", size=Size.SMALL, tone="amber", wrap=True)
        words.setToolTip(claim.reason)
        own = Button("It is true", "link", compact=True, name=f"It is true: “{claim.text}”")
        own.setToolTip("Say in your own words how it is true; then it counts as your evidence")
        own.clicked.connect(self.evidence_wanted)
        line = row(spacing=Space.S)
        line.addWidget(IconView("warning", "amber"), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(words, 1)
        line.addWidget(own, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)

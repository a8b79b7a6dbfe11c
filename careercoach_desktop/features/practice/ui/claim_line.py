"""What nothing proves in a suggested answer, and the way to say that it is true."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.evidence.model import Claim
from careercoach_desktop.foundation.uikit import Button, Dialog, IconView, Size, Space, Text, TextArea, row


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


class OwnEvidenceDialog(Dialog):
    """Ask for the fact behind a claim, in the person's own words."""

    def __init__(self, claim: Claim, parent: QWidget | None) -> None:
        super().__init__("Is this true of you?", parent, width=520)
        self.body.addWidget(Text(f"The suggested answer says: “{claim.text}”", wrap=True))
        if claim.reason:
            self.body.addWidget(Text(claim.reason, tone="amber", wrap=True))
        self._area = TextArea(
            "Your evidence",
            placeholder="Where and when did you do this? Write it as a fact, in your own words.",
            min_lines=3,
        )
        self.body.addWidget(self._area)
        hint = "It is kept with your profile as your own statement, and the suggestion is checked again."
        self.body.addWidget(Text(hint, size=Size.SMALL, tone="third", wrap=True))
        self.add_button("Not now", "")
        self.add_button("Add as my evidence", "add", "primary")
        self._area.setFocus()

    async def note(self) -> str | None:
        """The fact, or None."""
        answer = await self.answer()
        return self._area.text().strip() or None if answer == "add" else None

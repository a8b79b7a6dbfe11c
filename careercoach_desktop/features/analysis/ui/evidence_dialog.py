"""How something that nothing proves is true of the person, in their own words."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.analysis.model.judgement import Suggestion
from careercoach_desktop.foundation.uikit import Dialog, Size, Text, TextArea


class EvidenceDialog(Dialog):
    """Ask for the fact behind an unproved wording."""

    def __init__(self, suggestion: Suggestion, parent: QWidget | None) -> None:
        super().__init__("Is this true of you?", parent, width=560)
        self.body.addWidget(Text(f"Claude would write: “{suggestion.after}”", wrap=True))
        reasons = " ".join(claim.reason for claim in suggestion.claims)
        self.body.addWidget(Text(reasons, tone="amber", wrap=True))
        self._area = TextArea(
            "Your evidence",
            placeholder="Where and when did you do this? Write it as a fact, in your own words.",
            min_lines=3,
        )
        self.body.addWidget(self._area)
        hint = "It is kept with your profile as your own statement, and the wording is checked again."
        self.body.addWidget(Text(hint, size=Size.SMALL, tone="third", wrap=True))
        self.add_button("Leave it out", "")
        self.add_button("Add as my evidence", "add", "primary")

    async def note(self) -> str | None:
        """The fact, or None."""
        answer = await self.answer()
        return self._area.text().strip() or None if answer == "add" else None

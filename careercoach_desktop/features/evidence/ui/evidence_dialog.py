"""How something that nothing proves is true of the person, in their own words: what was written for them asks."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.evidence.model import Claim
from careercoach_desktop.foundation.uikit import Dialog, Size, Text, TextArea


class EvidenceDialog(Dialog):
    """``said`` is the sentence with its claim, whole (“The letter says: …”); ``checked`` what is checked again then
    (“the letter”); ``refuse`` the words of the button that leaves it as it is."""

    def __init__(
        self, said: str, claims: Iterable[Claim], checked: str, parent: QWidget | None, *, refuse: str = "Not now"
    ) -> None:
        super().__init__("Is this true of you?", parent, width=560)
        self.body.addWidget(Text(said, wrap=True))
        if reasons := " ".join(claim.reason for claim in claims if claim.reason):
            self.body.addWidget(Text(reasons, tone="amber", wrap=True))
        self._area = TextArea(
            "Your evidence",
            placeholder="Where and when did you do this? Write it as a fact, in your own words.",
            min_lines=3,
        )
        self.body.addWidget(self._area)
        hint = f"It is kept with your profile as your own statement, and {checked} is checked again."
        self.body.addWidget(Text(hint, size=Size.SMALL, tone="third", wrap=True))
        self.add_button(refuse, "")
        self.add_button("Add as my evidence", "add", "primary")
        self._area.setFocus()

    async def note(self) -> str | None:
        """The fact, or None."""
        answer = await self.answer()
        return self._area.text().strip() or None if answer == "add" else None

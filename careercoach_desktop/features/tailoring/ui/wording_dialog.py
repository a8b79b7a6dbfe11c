"""The review's small dialogs: your own wording, how an unproved claim is true, what a model suggests besides."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.tailoring.model import Change
from careercoach_desktop.foundation.uikit import Dialog, Text, TextArea


class WordingDialog(Dialog):
    """Reword one change; the truth check reads it like any other text."""

    def __init__(self, change: Change, parent: QWidget) -> None:
        super().__init__(f"Your wording for {change.title}", parent, width=560)
        self._area = TextArea("Your wording", text=change.text, min_lines=3)
        self.body.addWidget(self._area)
        if change.before:
            self.body.addWidget(Text(f"Original: {change.before}", size=12, tone="third", wrap=True))
        self.add_button("Cancel", "")
        self.add_button("Use this wording", "use", "primary")

    async def wording(self) -> str | None:
        """The text, or None when the person thought better of it."""
        answer = await self.answer()
        return self._area.text().strip() or None if answer == "use" else None


class SuggestionsDialog(Dialog):
    """What Claude says of its changes and would look at next: its own words, nothing of it in the résumé."""

    def __init__(self, suggestions: list[str], parent: QWidget, impact: str = "") -> None:
        super().__init__("Claude also suggests" if suggestions else "What Claude says of it", parent, width=520)
        if impact:
            self.body.addWidget(Text(f"“{impact}”", wrap=True, tone="second"))
        for one in suggestions:
            self.body.addWidget(Text(f"• {one}", wrap=True))
        self.body.addWidget(Text("These are Claude’s words; none of this is in your résumé.", size=12, tone="third"))
        self.add_button("Close", "", "primary")

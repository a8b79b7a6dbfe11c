"""The right of the letter's page: what is known about it, what to wish of another, and its saved versions."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.letters.ui.check_pane import CheckPane
from careercoach_desktop.features.letters.ui.composer import LetterComposer
from careercoach_desktop.features.letters.ui.versions_pane import VersionsPane
from careercoach_desktop.foundation.uikit import Scroll, Size, Space, TabbedPages, Text, column

WIDTH = 356
CHECK, WISHES, VERSIONS = "check", "wishes", "versions"
_KEEPS = "Writing again makes a new letter. The one that is here is kept as a version first."


class LetterAside(QWidget):
    """``check`` tells about the letter, ``composer`` begins another, ``versions`` are what was saved."""

    def __init__(self, composer: LetterComposer) -> None:
        super().__init__()
        self.check, self.composer, self.versions = CheckPane(), composer, VersionsPane()
        wishes = column(
            Text(_KEEPS, size=Size.SMALL, tone="third", wrap=True),
            composer,
            spacing=Space.L,
            margins=(0, Space.L, Space.L, Space.XL),
        )
        wishes.addStretch(1)
        self.tabs = TabbedPages("About the letter", spacing=0)
        self.tabs.add(CHECK, "Check", self.check)
        self.tabs.add(WISHES, "Write again", Scroll(wishes, "Wishes"))
        self.tabs.add(VERSIONS, "Versions", self.versions)
        self.setLayout(column(self.tabs, spacing=0, margins=(Space.L, Space.XS, 0, 0)))
        self.setFixedWidth(WIDTH)

    def turn_to(self, tab: str) -> None:
        self.tabs.set_value(tab)

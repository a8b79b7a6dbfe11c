"""What stands in the board's place when the search and the filters let nothing through: why, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.jobs.model import JobFilter
from careercoach_desktop.features.jobs.ui.filter_words import parts_set
from careercoach_desktop.features.jobs.ui.words import tr
from careercoach_desktop.foundation.uikit import STRETCH, Button, Space, Text, column
from careercoach_desktop.foundation.uikit.notices import IconView


class NoMatches(QWidget):
    """``show_all_wanted`` when its button is pressed."""

    show_all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._sentence = Text("", tone="second")
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button = Button(tr("Show all"))
        self.button.clicked.connect(self.show_all_wanted)
        words = column(spacing=Space.M)
        for widget in (IconView("magnifying-glass", "third", size=36), self._sentence, self.button):
            words.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        self.setLayout(column(STRETCH, words, STRETCH, margins=Space.XXL))

    def text(self) -> str:
        """The sentence it shows."""
        return self._sentence.text()

    def tell(self, wanted: JobFilter) -> None:
        """Say what nothing matches: the words in the search field, the filters, or both."""
        searched = wanted.text.strip()
        filtered = bool(parts_set(wanted))
        if searched and filtered:
            sentence = tr("No job matches “{0}” with these filters.").format(_short(searched))
        elif searched:
            sentence = tr("No job matches “{0}”.").format(_short(searched))
        elif filtered:
            sentence = tr("No job matches these filters.")
        else:
            sentence = tr("Every job here is archived.")
        self.button.setText(tr("Show all") if searched or filtered else tr("Show archived"))
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39].rstrip() + "…"

"""Tags as chips, with the tags of other jobs offered while one is typed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt, QTimer
from PySide6.QtWidgets import QCompleter, QListView

from careercoach_desktop.features.jobs.ui.words import tr
from careercoach_desktop.foundation.uikit import ChipInput, Size, current_theme


class TagField(ChipInput):
    """``changed`` brings the tags; ``known`` are those of other jobs, the most used first."""

    def __init__(self, name: str = "", values: Iterable[str] = (), known: Iterable[str] = ()) -> None:
        self._known: list[str] = []
        self._offered = QStringListModel()
        super().__init__(name or tr("Tags"), values)
        completer = QCompleter(self._offered, self.entry)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        offers = QListView()
        offers.setProperty("kit", "offers")
        offers.setFont(current_theme().font(Size.SMALL))
        completer.setPopup(offers)
        # The completer writes the word into the field after it has told of it.
        completer.activated.connect(lambda _word: QTimer.singleShot(0, self.entry, self._take))
        self.entry.setCompleter(completer)
        self.set_known(known)

    def set_known(self, words: Iterable[str]) -> None:
        """What is offered from now on."""
        self._known = list(words)
        self._offer()

    def set_values(self, values: Iterable[str]) -> None:
        super().set_values(values)
        self._offer()

    def _offer(self) -> None:
        completer = self.entry.completer()
        if completer is not None:
            # With another list it writes what it last completed into the field again.
            completer.setCompletionPrefix(self.entry.text())
        there = {value.casefold() for value in self.values()}
        self._offered.setStringList([word for word in self._known if word.casefold() not in there])

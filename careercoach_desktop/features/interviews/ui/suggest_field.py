"""A field that offers what is known while one types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView

from careercoach_desktop.foundation.uikit import Size, TextField, current_theme

_MOST = 8


class SuggestField(TextField):
    """``picked`` brings the key of what was chosen from the list. What is typed otherwise stays typed."""

    picked = Signal(object)

    def __init__(self, name: str, *, placeholder: str = "") -> None:
        super().__init__(name, placeholder=placeholder)
        self._keys: dict[str, object] = {}
        self._labels = QStringListModel(self)
        completer = QCompleter(self._labels, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(_MOST)
        offers = QListView()
        offers.setProperty("kit", "offers")
        offers.setFont(current_theme().font(Size.SMALL))
        offers.setAccessibleName(name)
        completer.setPopup(offers)
        # The completer writes the words into the field after it has told of them.
        completer.activated[QModelIndex].connect(self._chosen)  # type: ignore[index]  # Qt's stubs know no overloads
        self.setCompleter(completer)

    def offer(self, choices: Sequence[tuple[object, str]]) -> None:
        """(key, label) pairs; of two with one label the later is told apart by its number."""
        self._keys = {}
        for key, label in choices:
            told, number = label, 2
            while told in self._keys:
                told, number = f"{label} ({number})", number + 1
            self._keys[told] = key
        self._labels.setStringList(list(self._keys))

    def label_of(self, key: object) -> str:
        return next((label for label, each in self._keys.items() if each == key), "")

    def key_of(self, label: str) -> object:
        """What exactly this label stands for, or None."""
        return self._keys.get(label)

    def show_all(self) -> None:
        """Offer everything, for somebody who presses Down before typing."""
        completer = self.completer()
        if completer is not None:
            completer.setCompletionPrefix(self.text())
            completer.complete()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.show_all()
            return
        super().keyPressEvent(event)

    def _chosen(self, index: QModelIndex) -> None:
        label = str(index.data())
        QTimer.singleShot(0, self, lambda: self._pick(label))

    def _pick(self, label: str) -> None:
        if label in self._keys:
            self.picked.emit(self._keys[label])

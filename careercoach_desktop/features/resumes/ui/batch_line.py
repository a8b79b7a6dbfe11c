"""One line over the cards about an import of many files: how far it is, how to stop it, what became of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QSizePolicy, QWidget

from careercoach_desktop.features.resumes.ui.batch_report import Report
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    TONES,
    Bar,
    Button,
    Card,
    IconButton,
    IconView,
    Size,
    Space,
    Text,
    column,
    row,
)


class BatchLine(QWidget):
    """Hidden until there is something to say. ``stop_asked``, ``list_asked`` and ``put_away`` are its buttons."""

    accessible_role = QAccessible.Role.Grouping

    stop_asked = Signal()
    list_asked = Signal()
    put_away = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconView("files", "second")
        self.words = Text("", size=Size.BODY)
        self._bar = Bar(0.0, name="Reading files")
        self._bar.setFixedWidth(180)
        self.stop = Button("Stop", compact=True)
        self.stop.clicked.connect(self.stop_asked)
        self.list = Button("Show which", "link")
        self.list.clicked.connect(self.list_asked)
        self.away = IconButton("x", "Put this away")
        self.away.clicked.connect(self.put_away)
        line = row(self._icon, self.words, self._bar, STRETCH, self.list, self.stop, self.away, spacing=Space.M)
        card = Card(padding=Space.S)
        card.add(line)
        around = column(card)
        around.setContentsMargins(Space.XL, 0, Space.XL, Space.M)
        self.setLayout(around)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)  # the cards get the rest of the page
        self.hide()

    def show_progress(self, done: int, total: int) -> None:
        """``Reading 12 of 50``: the twelfth is under way."""
        self._say(f"Reading {min(done + 1, total)} of {total}", "files", "second")
        self._bar.set_value(done / total if total else None)
        for widget, seen in ((self._bar, True), (self.stop, True), (self.list, False), (self.away, False)):
            widget.setVisible(seen)
        self.stop.setEnabled(True)
        self.show()

    def show_stopping(self) -> None:
        """Asked to stop; it does as soon as it can."""
        self.stop.setEnabled(False)

    def show_report(self, report: Report) -> None:
        """What became of it."""
        ink, _ground, icon = TONES[report.tone]
        self._say(report.sentence(), icon, ink)
        for widget, seen in ((self._bar, False), (self.stop, False), (self.list, report.has_list), (self.away, True)):
            widget.setVisible(seen)
        self.show()

    def _say(self, words: str, icon: str, ink: str) -> None:
        self.words.setText(words)
        self._icon.set_icon(icon, ink)
        self.setAccessibleName(words)

"""What reading a file back has shown: one calm line when all is well, else a list to be seen before it is saved."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.resumes.rereading.grouping import LostGroup, grouped
from careercoach_desktop.features.resumes.rereading.report import LostField, RereadReport
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    Card,
    IconView,
    Scroll,
    Size,
    Space,
    Text,
    Weight,
    clear,
    column,
    holder,
    row,
)

READING = "The file is read back and compared before you get it."
_WHY = (
    "We read the file as an applicant system would. These fields came back differently. You can change them or choose "
    "another look; what you typed is kept either way."
)


class RereadLine(QWidget):
    """One line under the preview. ``list_wanted`` when the person wants to see what is different."""

    list_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconView("circle-dashed", "third")
        self._words = Text(READING, size=Size.SMALL, tone="second", elide=True)
        self._show = Button("Show", "link", name="Show what reads differently")
        self._show.clicked.connect(self.list_wanted)
        self._differs = False
        line = row(self._icon, self._words, self._show, spacing=Space.S)
        line.setStretch(1, 1)
        self.setLayout(line)
        self._show.hide()
        self.setFixedHeight(24)

    def text(self) -> str:
        return self._words.text()

    def set_reading(self) -> None:
        """The file is being made and read back."""
        self._say("circle-dashed", "third", READING, "second")

    def set_report(self, report: RereadReport) -> None:
        """What came of it."""
        if report.survived:
            self._say("check-circle", "green", report.verdict(), "green")
        else:
            self._say("warning", "amber", report.verdict(), "amber")
            self._differs = True
            self._show.show()

    def offer_list(self, *, offered: bool) -> None:
        """Whether there is a way to the list: not while it is in view."""
        self._show.setVisible(offered and self._differs)

    def _say(self, icon: str, colour: str, words: str, tone: str) -> None:
        self._icon.set_icon(icon, colour)
        self._words.setText(words)
        self._words.set_tone(tone)
        self._differs = False
        self._show.hide()


class RereadList(QWidget):
    """Every field that reads differently, part by part. ``closed`` when the person goes back to the pages."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._parts = column(spacing=Space.M)
        back = Button("Back to the preview", "link", icon="arrow-left")
        back.clicked.connect(self.closed)
        heading = Text("Read back, some fields are different", size=Size.LARGE, weight=Weight.BOLD)
        scroll = Scroll(self._parts, "Fields that read differently")
        whole = column(row(back, STRETCH), heading, Text(_WHY, tone="second", wrap=True), scroll, spacing=Space.S)
        whole.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        whole.setStretch(3, 1)
        self.setLayout(whole)

    def set_report(self, report: RereadReport, data: ResumeData) -> None:
        clear(self._parts)
        for group in grouped(report, data):
            self._parts.addWidget(_part(group))
        self._parts.addStretch(1)


def _part(group: LostGroup) -> Card:
    card = Card(group.title, spacing=Space.M)
    for field in group.lost:
        card.add(holder(_field(field)))
    return card


def _field(field: LostField) -> QVBoxLayout:
    lines = [Text(field.label, size=Size.SMALL, weight=Weight.MEDIUM, tone="second")]
    lines.append(Text(f"Yours: {field.expected}", wrap=True, selectable=True))
    came = f"Read back: {field.found}" if field.found else "Not found when the file was read back"
    lines.append(Text(came, tone="amber", wrap=True, selectable=True))
    return column(*lines, spacing=2)

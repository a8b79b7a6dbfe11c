"""The versions of a résumé under each other, newest first: what each is called, when it was, what changed in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.resumes.ui.version_words import few_words, version_name
from careercoach_desktop.features.resumes.ui.words import counted
from careercoach_desktop.foundation.uikit import (
    ClickCard,
    Scroll,
    Size,
    Space,
    Tag,
    Text,
    Weight,
    clear,
    column,
    moment_words,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.service import VersionStep

_WIDTH = 316


class VersionRow(ClickCard):
    """``walked`` when an arrow key asks for a neighbour (+1 is older); ``named`` when F2 asks for a name."""

    walked = Signal(int)
    named = Signal()

    def __init__(self, step: VersionStep, *, is_present: bool, is_first: bool) -> None:
        version = step.version
        changes = "" if is_first else few_words(step.changes)
        figures = f"Version {version.number} · {moment_words(version.changed)} · {counted(version.fields, 'field')}"
        now = "the present one" if is_present else ""
        super().__init__(", ".join(part for part in (version_name(version), now, figures, changes) if part))
        self.number = version.number
        head = row(Text(version_name(version), weight=Weight.BOLD, elide=True), spacing=Space.S)
        head.setStretch(0, 1)
        if is_present:
            head.addWidget(Tag("Now", "accent"))
        self.add(head, Text(figures, size=Size.SMALL, tone="third", elide=True))
        if changes:
            self.add(Text(changes, size=Size.SMALL, tone="second", wrap=True))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self.walked.emit(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_F2:
            self.named.emit()
        else:
            super().keyPressEvent(event)


class VersionList(QWidget):
    """``chosen`` brings a version's number, ``name_wanted`` too."""

    chosen = Signal(int)
    name_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[VersionRow] = []
        self._column = column(spacing=Space.S, margins=(Space.XL, Space.L, Space.L, Space.XL))
        self._scroll = Scroll(self._column, "Versions")
        self.setLayout(column(self._scroll, spacing=0))
        self.setFixedWidth(_WIDTH)

    def rows(self) -> list[VersionRow]:
        return list(self._rows)

    def show_steps(self, steps: Sequence[VersionStep], present: int) -> None:
        """Show these, newest first; the keyboard stays on the version it was on."""
        here = next((each.number for each in self._rows if each.hasFocus()), None)
        clear(self._column)
        self._rows = []
        for step in steps:
            shown = VersionRow(step, is_present=step.version.number == present, is_first=step is steps[-1])
            for pressed in (shown.clicked, shown.opened):
                pressed.connect(lambda number=shown.number: self.chosen.emit(number))
            shown.named.connect(lambda number=shown.number: self.name_wanted.emit(number))
            shown.walked.connect(lambda step, number=shown.number: self._walk(number, step))
            self._rows.append(shown)
            self._column.addWidget(shown)
            shown.show()  # now, not when Qt gets round to it: the keyboard is sent to it at once
            if shown.number == here:
                shown.setFocus(Qt.FocusReason.OtherFocusReason)
        self._column.addStretch(1)

    def select(self, number: int) -> None:
        """Mark the version that is being looked at."""
        for each in self._rows:
            each.set_selected(each.number == number)

    @property
    def chosen_number(self) -> int | None:
        """The version that is marked."""
        return next((each.number for each in self._rows if each.is_selected), None)

    def focus(self, number: int) -> None:
        """Put the keyboard on a version."""
        for each in self._rows:
            if each.number == number:
                each.setFocus(Qt.FocusReason.OtherFocusReason)
                self._scroll.ensureWidgetVisible(each)

    def _walk(self, number: int, step: int) -> None:
        numbers = [each.number for each in self._rows]
        to = numbers.index(number) + step
        if 0 <= to < len(numbers):
            self.focus(numbers[to])
            self.chosen.emit(numbers[to])

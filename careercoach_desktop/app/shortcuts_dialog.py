"""The list of keyboard shortcuts (F1), made from the places where keys are declared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from careercoach_desktop.foundation.feature import Keys
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Dialog,
    Heading,
    KeyHint,
    Scroll,
    Space,
    Text,
    column,
    holder,
    key_words,
    row,
)

_ARROWS = {"Up", "Down", "Left", "Right"}
_WIDTH = 780
_AROUND = 220
"""Pixels of the window above and below the list."""


class ShortcutsDialog(Dialog):
    """``groups`` as ``app.keys.listed`` makes them."""

    def __init__(self, groups: Mapping[str, Sequence[Keys]], parent: QWidget | None = None) -> None:
        super().__init__("Keyboard shortcuts", parent, width=_WIDTH)
        sides: list[list[QWidget]] = [[], []]
        lengths = [0, 0]
        for title, keys in groups.items():  # the shorter side takes the next group
            side = 0 if lengths[0] <= lengths[1] else 1
            sides[side].append(_group(title, keys))
            lengths[side] += len(keys) + 2
        both = row(
            *(column(*side, STRETCH, spacing=Space.XL) for side in sides),
            spacing=Space.XXXL,
            margins=(0, 0, Space.L, 0),
        )
        for side in (0, 1):
            both.setStretch(side, 1)
        content = holder(both)
        room = (parent.height() if parent is not None else 900) - _AROUND
        scroll = Scroll(content, "Keyboard shortcuts")
        scroll.take_height(_WIDTH - 2 * Space.XXL, room)
        self.body.addWidget(scroll)
        self.add_button("Close", "", "primary").setFocus()


def _group(title: str, keys: Sequence[Keys]) -> QWidget:
    lines = QGridLayout()
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setHorizontalSpacing(Space.M)
    lines.setVerticalSpacing(6)
    lines.setColumnStretch(0, 1)
    for at, line in enumerate(keys):
        words = Text(line.words, tone="second", wrap=True)
        lines.addWidget(words, at, 0)
        lines.addLayout(row(*_hints(line.keys), spacing=Space.XS), at, 1, Qt.AlignmentFlag.AlignRight)
    return holder(column(Heading(title, 3), holder(lines), spacing=Space.S))


def _hints(keys: Sequence[str]) -> list[KeyHint]:
    """Each key; all four arrows as one, else the words beside them would have no room."""
    held = {key.rpartition("+")[0] for key in keys}
    if len(held) == 1 and {key.rpartition("+")[2] for key in keys} == _ARROWS:
        (before,) = held
        return [KeyHint(" ".join(keys), f"{key_words(before)}+arrows" if before else "Arrows")]
    return [KeyHint(each) for each in keys]

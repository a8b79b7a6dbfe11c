"""A card of the page: the ground of a line under the pointer stands out, so that words stay below the title."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from careercoach_desktop.foundation.uikit import Card, Space, holder, row

OUT = 6
"""How far it stands out."""
_HEAD = 22
"""Titles of cards beside each other stand on one line, with or without a button at their end."""


class DayCard(Card):
    def __init__(self, title: str) -> None:
        super().__init__(title, padding=Space.L - OUT, spacing=Space.S)
        self.head.setContentsMargins(OUT, OUT - 2, OUT, 0)
        self.head.addStrut(_HEAD)
        self.body.setContentsMargins(0, 0, 0, OUT - 2)


def inset(widget: QWidget) -> QWidget:
    """What has no ground of its own stands below the title by this."""
    return holder(row(widget, spacing=0, margins=(OUT, 0, OUT, 0)))

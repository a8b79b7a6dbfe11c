"""Short lists under a heading, each line with its dot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from careercoach_desktop.foundation.uikit import Heading, Size, Space, Text, holder, row


def listed(title: str, lines: Sequence[str]) -> list[QWidget]:
    """Nothing where there is nothing to list."""
    return [Heading(title, level=3), *(dotted(line) for line in lines)] if lines else []


def dotted(line: str) -> QWidget:
    """A line whose words keep clear of its dot."""
    dot = Text("•", size=Size.SMALL, tone="third")
    words = row(spacing=Space.S)
    words.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
    words.addWidget(Text(line, size=Size.SMALL, tone="second", wrap=True), 1)
    return holder(words)


def centred(content: QWidget, widest: int) -> QHBoxLayout:
    """``content`` in the middle, as wide as there is room for and at most so many pixels."""
    content.setMaximumWidth(widest)
    line = row(spacing=0)
    line.addStretch(1)
    line.addWidget(content, 1000)
    line.addStretch(1)
    return line

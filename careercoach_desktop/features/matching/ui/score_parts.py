"""The bars beside the score: each part with its value in words."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from careercoach_desktop.features.matching.model import Part, PartKind
from careercoach_desktop.foundation.uikit import Bar, Text

LABELS = {
    PartKind.MUST_HAVE: "Must-have skills",
    PartKind.NICE_TO_HAVE: "Nice to have",
    PartKind.EXPERIENCE: "Experience",
    PartKind.EDUCATION: "Education",
    PartKind.PLACE: "Place and mode",
    PartKind.SALARY: "Salary",
}


class ScoreParts(QWidget):
    """One line a part: name, bar, value in words; the sentence that caused it is the tooltip."""

    def __init__(self, parts: Sequence[Part]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for line, part in enumerate(parts):
            name = LABELS[part.kind]
            stated = part.value is not None
            value = Text(part.text, size=12, tone="text" if stated else "third")
            grid.addWidget(Text(name, size=12, tone="second"), line, 0)
            grid.addWidget(Bar(part.value if part.value is not None else 0.0, name=f"{name}: {part.text}"), line, 1)
            grid.addWidget(value, line, 2, Qt.AlignmentFlag.AlignRight)
            if part.because:
                for column in range(3):
                    item = grid.itemAtPosition(line, column)
                    if item is not None and (widget := item.widget()) is not None:
                        widget.setToolTip(f"<p>“{escape(part.because)}”</p>")

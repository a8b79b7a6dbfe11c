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


VALUE_WIDTH = 104
"""The words stand in a column of one width, so that the bars have the same length for every job."""


class ScoreParts(QWidget):
    """One line a part: name, bar, value in words; what caused it is the tooltip. A part that could not be weighed has
    no bar: an empty one would look like nothing reached."""

    def __init__(self, parts: Sequence[Part]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(1, 40)
        for line, part in enumerate(parts):
            label = LABELS[part.kind]
            name = Text(label, size=12, tone="second")
            value = Text(part.text, size=12, tone="third" if part.value is None else "text", elide=True)
            value.setAccessibleName(f"{label}: {part.text}")
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            value.setFixedWidth(VALUE_WIDTH)
            grid.addWidget(name, line, 0)
            grid.addWidget(value, line, 2)
            if part.value is not None:
                bar = Bar(part.value, name=f"{label}: {part.text}")
                bar.setToolTip(tip(part))
                grid.addWidget(bar, line, 1)
            for widget in (name, value):
                widget.setToolTip(tip(part))


def tip(part: Part) -> str:
    """The posting's sentence and what was counted, as they were written, whatever markup they hold."""
    said = [f"“{escape(part.because)}”"] if part.because else []
    counted = [escape(part.counted)] if part.counted else []
    return "".join(f"<p>{line}</p>" for line in said + counted)

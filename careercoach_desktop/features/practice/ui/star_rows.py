"""The four parts of a story, each with the words of the answer that tell it, or what could fill the gap."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from careercoach_desktop.features.practice.model import StarFinding
from careercoach_desktop.features.practice.ui.words import PARTS
from careercoach_desktop.foundation.uikit import IconView, Rows, Size, Space, Text, Weight, row

_NAME = 92
_LONGEST = 110


class StarRows(Rows):
    """One row a part."""

    def __init__(self, findings: Sequence[StarFinding]) -> None:
        super().__init__("What the answer tells")
        self.add(*(_StarRow(finding) for finding in findings))


class _StarRow(QWidget):
    def __init__(self, finding: StarFinding) -> None:
        super().__init__()
        told = bool(finding.quote)
        name = PARTS[finding.part]
        words = Text(said(finding), size=Size.SMALL, tone="second", wrap=True)
        words.setSizePolicy(_wrapping())
        icon = IconView("check-circle" if told else "x-circle", "green" if told else "amber")
        title = Text(name, size=Size.SMALL, weight=Weight.BOLD)
        title.setFixedWidth(_NAME)
        line = row(spacing=Space.S)
        for widget in (icon, title):
            line.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(words, 1)
        self.setLayout(line)
        self.setAccessibleName(f"{name}: {'told, ' if told else ''}{said(finding)}")


def said(finding: StarFinding) -> str:
    """``“two outages in March”``, ``missing: you have “incidents fell by a third”``, ``missing``."""
    if finding.quote:
        return f"“{_short(finding.quote)}”"
    return f"missing: you have “{_short(finding.offer)}”" if finding.offer else "missing"


def _short(text: str) -> str:
    """Where it stands is enough; the whole is in the answer."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def _wrapping() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy

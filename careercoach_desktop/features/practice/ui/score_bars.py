"""Scores as bars with their figures and a word: nothing is told by length or colour alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from careercoach_desktop.features.practice.model import SessionResult
from careercoach_desktop.features.practice.ui.words import score_word
from careercoach_desktop.foundation.uikit import Bar, Size, Text, Weight

_FIGURE, _WORD = 28, 84
_WIDEST_NAME = 180


class ScoreBars(QWidget):
    """One line a score: name, bar, figure, word. ``scores`` as (name, score); one without a score says so."""

    def __init__(self, scores: Sequence[tuple[str, int | None]]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for line, (name, score) in enumerate(scores):
            self._add(grid, line, name, score)

    @staticmethod
    def _add(grid: QGridLayout, line: int, name: str, score: int | None) -> None:
        word, tone = score_word(score) if score is not None else ("not asked about", "neutral")
        label = Text(name, size=Size.SMALL, tone="second", elide=True)
        label.setMaximumWidth(_WIDEST_NAME)
        figure = Text("" if score is None else str(score), size=Size.SMALL, weight=Weight.BOLD)
        figure.setAlignment(Qt.AlignmentFlag.AlignRight)
        figure.setFixedWidth(_FIGURE)
        said = Text(word, size=Size.SMALL, tone={"good": "green", "warn": "amber"}.get(tone, "third"))
        said.setMinimumWidth(_WORD)
        for at, widget in ((0, label), (2, figure), (3, said)):
            grid.addWidget(widget, line, at)
        if score is not None:
            grid.addWidget(Bar(score / 100, height=6, name=f"{name}: {score} of 100"), line, 1)


def main_scores(result: SessionResult) -> list[tuple[str, int | None]]:
    """The three every session is looked at for."""
    return [
        ("Technical", result.technical),
        ("Communication", result.communication),
        ("Problem-solving", result.problem_solving),
    ]

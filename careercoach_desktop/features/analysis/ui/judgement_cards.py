"""What Claude said of a résumé, as cards: its verdict and figures, strengths and weaknesses, words, suggestions.

Everything here is Claude's and says so; the scores of the rules stand elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from careercoach_desktop.features.analysis.model.judgement import (
    Judgement,
    Observation,
    ResumeJudgement,
    SuggestionState,
)
from careercoach_desktop.features.analysis.ui.points import PointRow
from careercoach_desktop.features.analysis.ui.suggestion_row import SuggestionRow
from careercoach_desktop.features.analysis.ui.words import KEYWORDS, SECTIONS, dropped_words, made_words
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Card,
    Heading,
    Rows,
    Size,
    Space,
    Text,
    Weight,
    column,
    holder,
    row,
)

_OPINION = "An opinion, of 100; the scores beside it are computed here and don’t follow from it."
_NAMES = 84
_FIGURES = 28


class JudgementCards(QWidget):
    """``show_wanted`` brings the path to look at, ``use_wanted`` and ``evidence_wanted`` a suggestion's id."""

    show_wanted = Signal(str)
    use_wanted = Signal(str)
    evidence_wanted = Signal(str)

    def __init__(self, found: ResumeJudgement) -> None:
        super().__init__()
        judgement = found.judgement
        whole = column(self._verdict(found), spacing=Space.L)
        if judgement.suggestions:
            whole.addWidget(self._group("Suggestions", self._suggestions(found)))
        if judgement.strengths:
            rows = self._observations(judgement.strengths, "thumbs-up", "green")
            whole.addWidget(self._group("What is strong", rows))
        if judgement.weaknesses:
            rows = self._observations(judgement.weaknesses, "warning", "amber")
            whole.addWidget(self._group("What holds it back", rows))
        if judgement.keywords:
            whole.addWidget(self._group("Words of the field", self._keywords(judgement)))
        if left_out := dropped_words(judgement.dropped):
            whole.addWidget(Text(left_out, size=Size.SMALL, tone="third", wrap=True))
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)

    def rows(self) -> list[SuggestionRow]:
        """The suggestions in the order they stand."""
        return self.findChildren(SuggestionRow)

    def show_states(self, states: Mapping[str, SuggestionState]) -> None:
        """What became of the suggestions, each where it stands."""
        for line in self.rows():
            line.show_state(states.get(line.suggestion.id))

    def _verdict(self, found: ResumeJudgement) -> Card:
        judgement = found.judgement
        card = Card(padding=Space.L, spacing=Space.M)
        made = made_words(found.model, found.made, judgement.cost, judgement.target.title)
        card.add(Text(made, size=Size.SMALL, tone="third", wrap=True))
        if judgement.verdict:
            card.add(Text(judgement.verdict, size=Size.LARGE, wrap=True))
        if judgement.impressions or judgement.overall is not None:
            card.add(Heading("Claude’s own figures", 3), self._figures(judgement))
        return card

    @staticmethod
    def _figures(judgement: Judgement) -> QWidget:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(2, 1)
        lines = [(SECTIONS[each.section], each.score, each.text) for each in judgement.impressions]
        if judgement.overall is not None:
            lines.insert(0, ("Overall", judgement.overall, _OPINION))
        for line, (name, score, text) in enumerate(lines):
            label = Text(name, size=Size.SMALL, tone="second")
            label.setFixedWidth(_NAMES)
            figure = Text("–" if score is None else str(score), weight=Weight.BOLD)
            figure.setFixedWidth(_FIGURES)
            figure.setAccessibleName(f"Claude’s figure for {name}: {'none' if score is None else score}")
            grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(figure, line, 1, Qt.AlignmentFlag.AlignTop)
            if text:
                grid.addWidget(Text(text, size=Size.SMALL, tone="second", wrap=True), line, 2)
        return holder(grid)

    def _suggestions(self, found: ResumeJudgement) -> Rows:
        rows = Rows("Suggestions")
        for each in found.judgement.suggestions:
            line = SuggestionRow(each, found.states.get(each.id))
            line.show_wanted.connect(self.show_wanted)
            line.use_wanted.connect(self.use_wanted)
            line.evidence_wanted.connect(self.evidence_wanted)
            rows.add(line)
        return rows

    def _observations(self, said: Sequence[Observation], icon: str, color: str) -> Rows:
        rows = Rows()
        for each in said:
            line = PointRow(each.text, icon=icon, color=color, places=each.quotes[:2])
            line.followed.connect(self.show_wanted)
            rows.add(line)
        return rows

    @staticmethod
    def _keywords(judgement: Judgement) -> Rows:
        rows = Rows("Words of the field")
        for note in judgement.keywords:
            mark, icon, color = KEYWORDS[note.standing]
            rows.add(PointRow(note.text, title=note.term, icon=icon, color=color, mark=mark))
        return rows

    @staticmethod
    def _group(title: str, rows: Rows) -> QWidget:
        layout = rows.layout()
        count = layout.count() if layout is not None else 0
        return holder(column(row(Heading(f"{title} · {count}", 3), STRETCH), rows, spacing=Space.S))

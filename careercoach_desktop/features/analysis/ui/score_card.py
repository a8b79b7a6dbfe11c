"""The scores, each with what it lost points for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from careercoach_desktop.features.analysis.model import Analysis, Score, ScoreKind
from careercoach_desktop.features.analysis.ui.words import RULES_LABEL, SCORES, TIPS, shares_words
from careercoach_desktop.foundation.uikit import (
    Bar,
    Button,
    Card,
    IconView,
    ScoreRing,
    Size,
    Space,
    Text,
    Weight,
    clear,
    column,
    holder,
    plain_tip,
    row,
)

_AT_FIRST = 2
"""Reasons shown without asking."""
_POINTS = 32


class ScoreCard(Card):
    """The ring of the whole and a bar for each part."""

    def __init__(self) -> None:
        super().__init__(spacing=Space.L)
        self._ring = ScoreRing(None, name="Résumé")
        self._says = Text("", weight=Weight.BOLD, wrap=True)
        by_rules = row(IconView("shield-check", "third", size=14),
                       Text(f"{RULES_LABEL}. Nothing is sent.", size=Size.SMALL, tone="third", wrap=True),
                       spacing=6)  # fmt: skip
        by_rules.setStretch(1, 1)
        words = column(self._says, by_rules, spacing=Space.S)
        words.insertStretch(0, 1)
        words.addStretch(1)
        head = row(self._ring, words, spacing=Space.L)
        head.setStretch(1, 1)
        self._parts = column(spacing=14)
        self.add(head, self._parts)
        self._unfolded: set[ScoreKind] = set()
        self._shown: Analysis | None = None

    def show_analysis(self, analysis: Analysis) -> None:
        """Show these scores; what was unfolded stays so."""
        self._shown = analysis
        overall, *parts = analysis.scores
        self._ring.set_score(overall.value)
        self._ring.setToolTip(plain_tip(shares_words({part.kind: part.weight for part in parts})))
        self._says.setText(_verdict(analysis))
        clear(self._parts)
        for score in parts:
            self._parts.addWidget(self._part(score, analysis))

    def _part(self, score: Score, analysis: Analysis) -> QWidget:
        name = SCORES[score.kind]
        words = Text(name, weight=Weight.MEDIUM)
        value = Text(str(score.value), weight=Weight.BOLD)
        value.setAccessibleName(f"{name}: {score.value} of 100")
        head = row(words, value)
        head.setStretch(0, 1)
        bar = Bar(score.value / 100, name=f"{name}: {score.value} of 100")
        whole = holder(column(head, bar, self._reasons(score, analysis), spacing=5))
        if tip := TIPS.get(score.kind):
            whole.setToolTip(plain_tip(tip))
        return whole

    def _reasons(self, score: Score, analysis: Analysis) -> QWidget:
        all_shown = score.kind in self._unfolded or len(score.losses) <= _AT_FIRST + 1
        shown = score.losses if all_shown else score.losses[:_AT_FIRST]
        grid = QGridLayout()
        grid.setContentsMargins(0, 2, 0, 0)
        grid.setHorizontalSpacing(Space.S)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        for line, loss in enumerate(shown):
            finding = analysis.finding(loss.rule)
            points = Text(f"−{loss.points}", size=Size.SMALL, tone="third")
            points.setFixedWidth(_POINTS)
            grid.addWidget(points, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Text(finding.text if finding else "", size=Size.SMALL, tone="second", wrap=True), line, 1)
        if not all_shown:
            more = Button(f"{len(score.losses) - len(shown)} more", "link", name=f"More about {SCORES[score.kind]}")
            more.clicked.connect(lambda: self._unfold(score.kind))
            grid.addWidget(more, len(shown), 1, Qt.AlignmentFlag.AlignLeft)
        return holder(grid)

    def _unfold(self, kind: ScoreKind) -> None:
        """Only this part is made anew, so that the keyboard can go on with the next."""
        self._unfolded.add(kind)
        if self._shown is None:
            return
        at = next(at for at, score in enumerate(self._shown.scores[1:]) if score.kind is kind)
        self.focusNextChild()
        item = self._parts.takeAt(at)
        old = item.widget() if item is not None else None
        fresh = self._part(self._shown.scores[1 + at], self._shown)
        self._parts.insertWidget(at, fresh)
        fresh.show()
        if old is not None:
            old.hide()
            old.deleteLater()


def _verdict(analysis: Analysis) -> str:
    """What the rest of the page comes to, in a few words."""
    count = len(analysis.findings)
    if not count:
        return "Nothing to put right"
    return "One thing to look at" if count == 1 else f"{count} things to look at"

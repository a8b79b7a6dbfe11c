"""One suggestion of Claude's: what is wrong, what to do, and, where there is one, a wording to use with one click."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from careercoach_desktop.features.analysis.model.judgement import Suggestion, SuggestionState
from careercoach_desktop.features.analysis.ui.points import WordChanges
from careercoach_desktop.features.analysis.ui.words import PRIORITIES, SECTIONS
from careercoach_desktop.features.evidence.model import Claim, ClaimKind
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    IconView,
    Size,
    Space,
    Tag,
    Text,
    Weight,
    column,
    row,
)


class SuggestionRow(QWidget):
    """``show_wanted`` brings the path to look at, ``use_wanted`` and ``evidence_wanted`` the suggestion's id."""

    show_wanted = Signal(str)
    use_wanted = Signal(str)
    evidence_wanted = Signal(str)

    def __init__(self, suggestion: Suggestion, state: SuggestionState | None) -> None:
        super().__init__()
        self.suggestion = suggestion
        self.state = state
        priority, icon, color = PRIORITIES[suggestion.priority]
        self.setAccessibleName(f"{priority}: {suggestion.issue} {suggestion.text}")
        sign = IconView(icon, color, size=18)
        sign.setToolTip(priority)
        words = column(
            Text(suggestion.issue, weight=Weight.MEDIUM, wrap=True),
            Text(suggestion.text, size=Size.SMALL, tone="second", wrap=True),
            spacing=3,
        )
        if suggestion.impact:
            words.addWidget(Text(suggestion.impact, size=Size.SMALL, tone="third", wrap=True))
        self._add_wording(words)
        if buttons := self._buttons():
            words.addLayout(row(*buttons, STRETCH, spacing=Space.XS, margins=(0, Space.XS, 0, 0)))
        importance = Text(priority, size=Size.SMALL, tone=color)
        side = column(row(importance, Tag(SECTIONS[suggestion.section]), spacing=Space.S), STRETCH)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        line.addLayout(side)

    @property
    def is_open(self) -> bool:
        return self.state is SuggestionState.OPEN

    def _add_wording(self, words: QBoxLayout) -> None:
        one = self.suggestion
        if not one.is_edit or self.state is SuggestionState.CHANGED:
            return
        if one.label:
            words.addSpacing(Space.XS)
            words.addWidget(Text(one.label, size=Size.SMALL, tone="third"))
        words.addWidget(WordChanges(one.before, one.after))
        if self.is_open:
            for reason in _doubts(one.claims):
                words.addWidget(Text(reason, size=Size.SMALL, tone="amber", wrap=True))

    def _buttons(self) -> list[QWidget]:
        one = self.suggestion
        if not one.is_edit:
            return [self._show()] if one.path else []
        if self.state is SuggestionState.APPLIED:
            return [
                IconView("check-circle", "green", size=16),
                Text("Used", size=Size.SMALL, tone="green"),
                self._show(),
            ]
        if self.state is SuggestionState.CHANGED:
            return [Text("You have changed this text since.", size=Size.SMALL, tone="third")]
        if not one.is_proved:
            known = Button("Add as my evidence…", compact=True, icon="shield-check",
                           name=f"Add as my evidence: {one.issue}")  # fmt: skip
            known.clicked.connect(lambda: self.evidence_wanted.emit(one.id))
            return [known, self._show()]
        use = Button("Use this wording", compact=True, icon="magic-wand", name=f"Use this wording: {one.issue}")
        use.clicked.connect(lambda: self.use_wanted.emit(one.id))
        return [use, self._show()]

    def _show(self) -> Button:
        show = Button("Show me", "ghost", compact=True, name=f"Show me: {self.suggestion.issue}")
        show.clicked.connect(lambda: self.show_wanted.emit(self.suggestion.path))
        return show


def _doubts(claims: Sequence[Claim]) -> list[str]:
    """What nothing proves, thing by thing; that a whole sentence has no proof is said only when no thing can be
    named."""
    named = [claim for claim in claims if claim.kind is not ClaimKind.STATEMENT]
    return list(dict.fromkeys(claim.reason for claim in named or claims))

"""What Claude is to judge a résumé for, and in which language it answers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.analysis.model.judgement import Target
from careercoach_desktop.features.analysis.ui.words import LANGUAGE_NAMES
from careercoach_desktop.features.jobs.model import JobCard
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    ComboButton,
    Size,
    Space,
    Text,
    TextField,
    column,
    recall,
    remember,
    row,
)

NOTHING, ROLE = "nothing", "role"
_MOST_JOBS = 20
_SETTLE_MS = 400
_LANGUAGE = "analysis.language"
_LABEL = 96


class TargetChoice(QWidget):
    """``changed`` once the person has chosen, or stopped typing, something else."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._titles: dict[str, str] = {}
        self._kind = ComboButton(self._choices(()), "What it is for", value=NOTHING)
        self._role = TextField("Role or industry", placeholder="Role or industry, such as hospital logistics")
        self._role.hide()
        languages = [*LANGUAGE_NAMES.items()]
        self._language = ComboButton(languages, "Language of the answer", value=recall(_LANGUAGE, "en"))
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.changed)
        self._kind.changed.connect(self._on_kind)
        self._role.textEdited.connect(lambda _text: self._settle.start())
        self._language.changed.connect(self._on_language)
        what = row(_label("For"), self._kind, self._role, STRETCH, spacing=Space.S)
        what.setStretch(2, 1)
        self.setLayout(column(what, row(_label("Answer in"), self._language, STRETCH), spacing=Space.S))

    def set_jobs(self, cards: Sequence[JobCard]) -> None:
        """Offer these jobs, the ones added last first; what is chosen stays while it is there."""
        newest = sorted(cards, key=lambda card: -card.id)[:_MOST_JOBS]
        chosen = self._kind.value()
        self._kind.set_choices(self._choices(newest))
        self._kind.set_value(chosen if chosen in dict(self._choices(newest)) else NOTHING)
        self._role.setVisible(self._kind.value() == ROLE)

    def set_target(self, target: Target) -> None:
        """Show this one without telling."""
        kind = str(target.job_id) if target.job_id is not None else ROLE if target.role else NOTHING
        self._kind.set_value(kind if kind in (NOTHING, ROLE) or kind in self._titles else NOTHING)
        self._role.setText(target.role)
        self._role.setVisible(self._kind.value() == ROLE)
        self._language.set_value(target.language)

    def target(self) -> Target:
        kind, language = self._kind.value(), self._language.value() or "en"
        if kind == ROLE:
            role = " ".join(self._role.text().split())[:120]
            return Target(role=role, language=language, title=role)
        if kind in self._titles:
            return Target(job_id=int(kind), language=language, title=self._titles[kind])
        return Target(language=language)

    def _choices(self, cards: Sequence[JobCard]) -> list[tuple[str, str]]:
        self._titles = {str(card.id): _title(card) for card in cards}
        return [(NOTHING, "Nothing in particular"), (ROLE, "A role or industry"), *self._titles.items()]

    def _on_kind(self, kind: str) -> None:
        self._role.setVisible(kind == ROLE)
        if kind == ROLE:
            self._role.setFocus()
        self.changed.emit()

    def _on_language(self, language: str) -> None:
        remember(_LANGUAGE, language)
        self.changed.emit()


def _label(words: str) -> Text:
    label = Text(words, size=Size.SMALL, tone="second")
    label.setFixedWidth(_LABEL)
    return label


def _title(card: JobCard) -> str:
    title = ", ".join(part for part in (card.title, card.company) if part) or "Untitled job"
    return title if len(title) <= 60 else f"{title[:59].rstrip()}…"

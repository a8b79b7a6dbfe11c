"""What to practise for: a job of mine, found by typing, or a role in my own words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QCompleter, QListView

from careercoach_desktop.features.jobs.model import JobCard, JobStatus
from careercoach_desktop.foundation.uikit import Size, TextField, current_theme

_OVER = frozenset({JobStatus.REJECTED, JobStatus.WITHDRAWN})
_SHOWN = 10


class JobField(TextField):
    """``changed`` when another job or another role is meant."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__("What to practise for", placeholder="Choose a job, or name a role")
        self._ids: dict[str, int] = {}
        self._told: tuple[int | None, str] = (None, "")
        self._offered = QStringListModel(self)
        completer = QCompleter(self._offered, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(_SHOWN)
        offers = QListView()
        offers.setProperty("kit", "offers")
        offers.setFont(current_theme().font(Size.BODY))
        completer.setPopup(offers)
        # The completer writes the words into the field after it has told of them.
        completer.activated.connect(lambda _words: QTimer.singleShot(0, self, self._tell))
        self.setCompleter(completer)
        self._rest = QTimer(self, singleShot=True, interval=250)
        self._rest.timeout.connect(self._tell)
        self.textEdited.connect(self._rest.start)
        self.committed.connect(lambda _words: self._tell())

    def set_jobs(self, cards: Sequence[JobCard]) -> None:
        """The jobs that can be chosen; those that are still open come first."""
        chosen = self.job_id()
        self._ids = {}
        for card in sorted(cards, key=lambda card: (card.status in _OVER, card.title.casefold(), card.id)):
            words = ", ".join(part for part in (card.title, card.company) if part)
            self._ids[words if words not in self._ids else f"{words} ({card.id})"] = card.id
        self._offered.setStringList(list(self._ids))
        if chosen is not None:
            self.choose(chosen)

    def choose(self, job_id: int | None, role: str = "") -> None:
        """Show a job, or a role, without telling."""
        words = next((words for words, each in self._ids.items() if each == job_id), role)
        self.setText(words)
        self._told = self.job_id(), self.role()

    def job_id(self) -> int | None:
        """The job that is meant; None when the words name none."""
        return self._ids.get(self.text().strip())

    def role(self) -> str:
        """What is named instead of a job."""
        return "" if self.job_id() is not None else self.text().strip()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._offer_all()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def _offer_all(self) -> None:
        """Who clicks into the empty field, or on a chosen job, sees what there is."""
        if (not self.text() or self.job_id() is not None) and self._ids:
            completer = self.completer()
            completer.setCompletionPrefix("")
            completer.complete()

    def _tell(self) -> None:
        self._rest.stop()
        if (now := (self.job_id(), self.role())) != self._told:
            self._told = now
            self.changed.emit()

"""The row under the head: filters as chips, how many jobs are shown, and the one hint a newcomer needs."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.jobs.model import JobCard, JobStatus, WorkMode
from careercoach_desktop.features.jobs.ui.words import DUE_SOON_DAYS, count_word, tr
from careercoach_desktop.foundation.uikit import STRETCH, Button, Size, Space, Text, row
from careercoach_desktop.foundation.uikit.chips import Chip

GOOD_MATCH = 50


class FilterBar(QWidget):
    """``changed`` when a chip is switched; ``cleared`` when everything, the search too, shall go."""

    changed = Signal()
    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.remote = Chip(tr("Remote or hybrid"), checkable=True)
        self.match = Chip(tr("Match {0}+").format(GOOD_MATCH), checkable=True)
        self.closing = Chip(tr("Closing this week"), checkable=True)
        self._chips = (self.remote, self.match, self.closing)
        for chip in self._chips:
            chip.toggled.connect(lambda _on: self.changed.emit())
        self._count = Text("", size=Size.SMALL, tone="second")
        self._clear = Button(tr("Show all"), "link", compact=True)
        self._clear.clicked.connect(self.clear_all)
        self._clear.hide()
        hint = Text(tr("Paste a link or a posting anywhere to add it"), size=Size.SMALL, tone="third", elide=True)
        line = row(*self._chips, 4, self._count, self._clear, STRETCH, hint, spacing=6)
        line.setContentsMargins(Space.XL, 0, Space.XL, 0)
        self.setLayout(line)
        self.setFixedHeight(28)

    @property
    def is_active(self) -> bool:
        return any(chip.isChecked() for chip in self._chips)

    def passes(self, card: JobCard) -> bool:
        """Whether the switched-on chips let the card through."""
        if self.remote.isChecked() and card.work_mode not in {WorkMode.REMOTE, WorkMode.HYBRID}:
            return False
        if self.match.isChecked() and (card.score is None or card.score < GOOD_MATCH):
            return False
        return not self.closing.isChecked() or closes_soon(card, datetime.now().astimezone().date())

    def reset(self) -> None:
        """Switch all chips off."""
        for chip in self._chips:
            chip.set_selected(False)

    def show_counts(self, shown: int, total: int, *, filtered: bool) -> None:
        """``30 jobs``, or ``4 of 30 jobs`` and a way back (which the page itself offers when nothing is shown)."""
        whole = count_word(total)
        self._count.setText(tr("{0} of {1}").format(self.locale().toString(shown), whole) if filtered else whole)
        self._clear.setVisible(filtered and shown > 0)

    def clear_all(self) -> None:
        """Switch everything off, the search too."""
        self.reset()
        self.cleared.emit()


def closes_soon(card: JobCard, today: date) -> bool:
    """Not applied for yet, and the deadline is within the week."""
    if card.deadline is None or card.status != JobStatus.INTERESTED:
        return False
    return 0 <= (card.deadline - today).days <= DUE_SOON_DAYS

"""The row under the head: what filters the jobs as chips that can be taken away, how many are shown, and the one hint a
newcomer needs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from careercoach_desktop.features.jobs.model import Due, JobFilter, WorkMode
from careercoach_desktop.features.jobs.ui.chip_line import ChipLine
from careercoach_desktop.features.jobs.ui.filter_words import FIELDS, parts_set, without
from careercoach_desktop.features.jobs.ui.words import count_word, reading_locale, tr
from careercoach_desktop.foundation.uikit import STRETCH, Button, Size, Space, Text, row
from careercoach_desktop.foundation.uikit.chips import Chip

GOOD_MATCH = 50
SUGGESTED: dict[str, JobFilter] = {
    "work_modes": JobFilter(work_modes=(WorkMode.REMOTE, WorkMode.HYBRID)),
    "match": JobFilter(match_from=GOOD_MATCH),
    "due": JobFilter(due=Due.THIS_WEEK),
}
"""What one click filters by, while that part of the filter is not set."""


MOST_BESIDE_SUGGESTIONS = 2
"""Who filters by more than this knows how."""


class FilterBar(QWidget):
    """``filter_wanted`` brings the filter after a chip was chosen or taken away; ``cleared`` when everything, the
    search too, shall go."""

    filter_wanted = Signal(object)
    cleared = Signal()
    more_wanted = Signal()
    """Not all of the filter fits into the row: show it elsewhere."""

    def __init__(self, *at_the_end: QWidget) -> None:
        super().__init__()
        self._wanted = JobFilter()
        self._chips: dict[str, Chip] = {}
        self._told: list[tuple[str, str, bool]] = []
        self._count = Text("", size=Size.SMALL, tone="second")
        self._clear = Button(tr("Show all"), "link", compact=True)
        self._clear.clicked.connect(self.cleared)
        self._clear.hide()
        self._line = ChipLine()
        self._line.more_wanted.connect(self.more_wanted)
        hint = Text(tr("Paste a link or a posting anywhere to add it"), size=Size.SMALL, tone="third", elide=True)
        line = row(self._line, 4, self._count, self._clear, STRETCH, hint, 4, *at_the_end, spacing=6)
        line.setContentsMargins(Space.XL, 0, Space.XL, 0)
        self.setLayout(line)
        self.setFixedHeight(28)
        self.show_filter(JobFilter())

    def chip(self, part: str) -> Chip:
        """The chip of that part of the filter; raises KeyError when there is none now."""
        return self._chips[part]

    def show_filter(self, wanted: JobFilter) -> None:
        """Show what is set, and what could be, as chips."""
        self._wanted = wanted
        filtering = dict(parts_set(wanted))
        offered = {part: parts_set(one)[0][1] for part, one in SUGGESTED.items() if part not in filtering}
        told = [(part, words, True) for part, words in filtering.items()]
        if len(filtering) <= MOST_BESIDE_SUGGESTIONS:
            told += [(part, words, False) for part, words in offered.items()]
        if told != self._told:
            self._told = told
            self._rebuild()

    def show_counts(self, shown: int, total: int, *, filtered: bool) -> None:
        """``30 jobs``, or ``4 of 30 jobs`` and a way back (which the page itself offers when nothing is shown)."""
        whole = count_word(total)
        self._count.setText(tr("{0} of {1}").format(reading_locale().toString(shown), whole) if filtered else whole)
        self._clear.setVisible(filtered and shown > 0)

    def _rebuild(self) -> None:
        focused = next((part for part, chip in self._chips.items() if chip.hasFocus()), None)
        self._chips = {part: self._chip(part, words, on=on) for part, words, on in self._told}
        self._line.set_chips(list(self._chips.values()))
        if focused is not None:
            heir = self._chips.get(focused) or next(iter(self._chips.values()), None)
            if heir is not None and QApplication.focusWidget() is not heir:
                heir.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chip(self, part: str, words: str, *, on: bool) -> Chip:
        chip = Chip(words, selected=on, removable=on)
        if on:
            chip.removed.connect(lambda: self.filter_wanted.emit(without(self._wanted, part)))
            chip.clicked.connect(lambda: self.filter_wanted.emit(without(self._wanted, part)))
        else:
            chip.clicked.connect(lambda: self.filter_wanted.emit(self._with(part)))
            chip.setAccessibleDescription(tr("Show only these"))
        return chip

    def _with(self, part: str) -> JobFilter:
        suggested = SUGGESTED[part]
        return self._wanted.model_copy(update={name: getattr(suggested, name) for name in FIELDS[part]})

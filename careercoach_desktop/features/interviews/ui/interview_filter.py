"""Which rounds are listed: to come or over, of which kind, with what outcome, and those that say certain words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.interviews.model import (
    InterviewFilter,
    InterviewOutcome,
    InterviewSpan,
    InterviewType,
)
from careercoach_desktop.features.interviews.model.naming import OUTCOME_NAMES, TYPE_NAMES
from careercoach_desktop.features.interviews.ui.words import tr
from careercoach_desktop.foundation.uikit import Button, ComboButton, Space, row

_TIMES = ((InterviewSpan.ALL, "Any time"), (InterviewSpan.UPCOMING, "Upcoming"), (InterviewSpan.PAST, "Past"))


class InterviewFilterLine(QWidget):
    """The choices above the list; ``changed`` when one is made."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        times = [(each.value, tr(words)) for each, words in _TIMES]
        types = [("", tr("Any kind")), *((each.value, tr(TYPE_NAMES[each])) for each in InterviewType)]
        outcomes = [("", tr("Any outcome")), *((each.value, tr(OUTCOME_NAMES[each])) for each in InterviewOutcome)]
        self.when = ComboButton(times, tr("When"), value=InterviewSpan.ALL.value, icon="clock", compact=True)
        self.type = ComboButton(types, tr("Kind"), value="", compact=True)
        self.outcome = ComboButton(outcomes, tr("Outcome"), value="", compact=True)
        self.clear = Button(tr("Clear"), "link", compact=True, name=tr("Clear the filter"))
        for each in (self.when, self.type, self.outcome):
            each.changed.connect(lambda _key: self._tell())
        self.clear.clicked.connect(self.reset)
        self.setLayout(row(self.when, self.type, self.outcome, self.clear, spacing=Space.S))
        self.clear.hide()

    def wanted(self, text: str) -> InterviewFilter:
        return InterviewFilter(
            text=text.strip(),
            types=(InterviewType(self.type.value()),) if self.type.value() else (),
            outcomes=(InterviewOutcome(self.outcome.value()),) if self.outcome.value() else (),
            when=InterviewSpan(self.when.value() or InterviewSpan.ALL.value),
        )

    def reset(self) -> None:
        """List everything."""
        self.when.set_value(InterviewSpan.ALL.value)
        self.type.set_value("")
        self.outcome.set_value("")
        self._tell()

    def _tell(self) -> None:
        narrowed = self.when.value() != InterviewSpan.ALL.value or self.type.value() or self.outcome.value()
        self.clear.setVisible(bool(narrowed))
        self.changed.emit()

"""What comes next, and what happened lately: each line leads to the round or the job."""

from __future__ import annotations

from datetime import datetime

from careercoach_desktop.features.interviews.model import InterviewLine
from careercoach_desktop.features.interviews.ui import TYPE_ICONS
from careercoach_desktop.features.jobs.model.history import HistoryEntry
from careercoach_desktop.features.jobs.ui import ENTRY_ICONS
from careercoach_desktop.features.today.model import DayView
from careercoach_desktop.features.today.ui.day_card import OUT, DayCard, inset
from careercoach_desktop.features.today.ui.doors import Leading
from careercoach_desktop.features.today.ui.lines import DayLine, LineList
from careercoach_desktop.features.today.ui.words import (
    lately_title,
    lately_words,
    round_title,
    round_words,
    tr,
)
from careercoach_desktop.foundation.uikit import STRETCH, Button, Size, Text, row


class RoundsCard(DayCard):
    """The next interviews, on the person’s clocks and on those there."""

    def __init__(self, leading: Leading) -> None:
        super().__init__(tr("Next interviews"))
        self._now = datetime.now().astimezone()
        self._leading = leading
        self.all = Button(tr("Show all"), "link", name=tr("Show all interviews"))
        self.all.clicked.connect(leading.open_interviews)
        self.add_beside(self.all)
        self.lines: LineList[InterviewLine, DayLine] = LineList(tr("Next interviews"), self._make, self._show_round)
        self.nothing = Text(tr("No interview is coming up."), size=Size.SMALL, tone="third", wrap=True)
        self.schedule = Button(tr("Schedule an interview"), "link")
        self.schedule.clicked.connect(leading.schedule)
        self._quiet = inset(self.nothing)
        self.add(self.lines, self._quiet, row(self.schedule, STRETCH, margins=(OUT - 2, 0, 0, 0)), STRETCH)

    def show_day(self, day: DayView) -> None:
        self._now = day.now
        self.lines.show_values(day.interviews)
        for each in (self._quiet, self.schedule):
            each.setVisible(not day.interviews)
        self.all.setVisible(bool(day.interviews))

    def _make(self) -> DayLine:
        line = DayLine()
        line.clicked.connect(lambda: self._leading.open_round(self.lines.value(line)))
        return line

    def _show_round(self, line: DayLine, coming: InterviewLine) -> None:
        one = coming.interview
        today = one.when.on(str(self._now.tzinfo)).date() <= self._now.date()
        words = round_words(coming, self._now)
        if coming.conflicts:
            words = tr("Overlaps another · {0}").format(words)
        ink = "amber" if coming.conflicts else "accent" if today else "second"
        line.show_words(TYPE_ICONS[one.type], round_title(coming), words, ink)


class LatelyCard(DayCard):
    """What happened to the jobs, the latest first."""

    def __init__(self, leading: Leading) -> None:
        super().__init__(tr("Lately"))
        self._now = datetime.now().astimezone()
        self._leading = leading
        self.all = Button(tr("Show all"), "link", name=tr("Show all that happened"))
        self.all.clicked.connect(leading.open_history)
        self.add_beside(self.all)
        self.lines: LineList[HistoryEntry, DayLine] = LineList(tr("Lately"), self._make, self._show_entry)
        self.nothing = Text(tr("What happens to your jobs is told here."), size=Size.SMALL, tone="third", wrap=True)
        self._quiet = inset(self.nothing)
        self.add(self.lines, self._quiet, STRETCH)

    def show_day(self, day: DayView) -> None:
        self._now = day.now
        self.lines.show_values(day.lately)
        self._quiet.setVisible(not day.lately)
        self.all.setVisible(bool(day.lately))

    def _make(self) -> DayLine:
        line = DayLine()
        line.clicked.connect(lambda: self._leading.open_job(self.lines.value(line).entry.job_id))
        return line

    def _show_entry(self, line: DayLine, happened: HistoryEntry) -> None:
        line.show_words(ENTRY_ICONS[happened.entry.kind], lately_title(happened), lately_words(happened, self._now))

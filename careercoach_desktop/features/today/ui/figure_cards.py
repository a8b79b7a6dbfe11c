"""How the search stands, in bars: how far jobs came, and how many applications went out in each week."""

from __future__ import annotations

from PySide6.QtCore import Qt

from careercoach_desktop.features.today.model import DayView
from careercoach_desktop.features.today.ui.day_card import DayCard, inset
from careercoach_desktop.features.today.ui.doors import Leading
from careercoach_desktop.features.today.ui.words import (
    STAGE_NAMES,
    answer_words,
    is_this_week,
    stage_name,
    tr,
    week_label,
    week_name,
)
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Figure,
    FigureColumns,
    FigureLines,
    Size,
    Text,
)


class StandsCard(DayCard):
    """The funnel: a bar leads to the jobs that came so far."""

    def __init__(self, leading: Leading) -> None:
        super().__init__(tr("Where the search stands"))
        self.bars = FigureLines(tr("Where the search stands"))
        self.bars.followed.connect(leading.show_stage)
        self.words = Text("", size=Size.SMALL, tone="third", wrap=True)
        self.add(self.bars, inset(self.words), STRETCH)

    def show_day(self, day: DayView) -> None:
        self.bars.show_figures(
            [
                Figure(
                    each.stage,
                    tr(STAGE_NAMES[each.stage]),
                    each.reached,
                    stage_name(each.stage, each.reached, each.there),
                )
                for each in day.stages
            ]
        )
        if self.words.text() != (said := answer_words(day.answers)):
            self.words.setText(said)


class WeeksCard(DayCard):
    """Applications in each of the last weeks: a bar leads to these jobs."""

    def __init__(self, leading: Leading) -> None:
        super().__init__(tr("Applications a week"))
        self.bars = FigureColumns(tr("Applications a week"))
        self.bars.followed.connect(leading.show_jobs)
        self.nothing = Text("", size=Size.SMALL, tone="third", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._chart, self._silence = inset(self.bars), inset(self.nothing)
        self.add(self._chart, self._silence, STRETCH)
        self.body.setStretch(0, 100)  # the chart grows, as far as it may
        self._silence.hide()

    def show_day(self, day: DayView) -> None:
        self.bars.show_figures(
            [
                Figure(
                    week.job_ids,
                    week_label(week, day.now),
                    len(week.job_ids),
                    week_name(week, day.now),
                    strong=is_this_week(week, day.now),
                )
                for week in day.weeks
            ]
        )
        silent = not any(week.job_ids for week in day.weeks)
        self._chart.setVisible(not silent)
        self._silence.setVisible(silent)
        if not self.nothing.text():
            self.nothing.setText(tr("No application in the last eight weeks. Each one you send is counted here."))

"""Progress: the chart, and what it is of."""

from __future__ import annotations

from careercoach_desktop.features.interviews.model.naming import INTERVIEW_NAMES
from careercoach_desktop.features.practice.model import Trend, TrendPoint
from careercoach_desktop.features.practice.ui.trend_chart import TrendChart, trend_words
from careercoach_desktop.foundation.uikit import Card, ComboButton, Size, Text

_ALL = "all"


class TrendCard(Card):
    """Hidden until there is something to see."""

    def __init__(self) -> None:
        super().__init__("Progress")
        self._series: dict[str, tuple[str, tuple[TrendPoint, ...]]] = {}
        self._what = ComboButton([(_ALL, "All interviews")], "Scores of", value=_ALL, compact=True)
        self.chart = TrendChart()
        self._words = Text("", size=Size.SMALL, tone="second", elide=True)
        self.add_beside(self._what)
        self.add(self.chart, self._words)
        self._what.changed.connect(lambda _key: self._show())
        self.hide()

    def show_trend(self, trend: Trend) -> None:
        """The series that is looked at stays, as long as it is there."""
        self._series = series(trend)
        self._what.set_choices([(key, name) for key, (name, _points) in self._series.items()])
        self._what.set_value(self._what.value() or _ALL)
        self.setVisible(bool(self._series[_ALL][1]))
        self._show()

    def _show(self) -> None:
        name, points = self._series.get(self._what.value(), ("", ()))
        self.chart.show_points(name, points)
        self._words.setText(trend_words(points))


def series(trend: Trend) -> dict[str, tuple[str, tuple[TrendPoint, ...]]]:
    """What can be looked at: everything, each kind of interview, each skill, with its name and its points."""
    together = sorted((point for points in trend.types.values() for point in points), key=lambda point: point.when)
    made: dict[str, tuple[str, tuple[TrendPoint, ...]]] = {_ALL: ("All interviews", tuple(together))}
    for kind, points in trend.types.items():
        made[f"type:{kind.value}"] = INTERVIEW_NAMES[kind], points
    for skill, points in sorted(trend.skills.items(), key=lambda each: (-len(each[1]), each[0].casefold())):
        made[f"skill:{skill}"] = f"Skill: {skill}", points
    return made

"""When the system tells of an interview, and in which time zone the person lives."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from careercoach_desktop.features.interviews.timing import computer_zone
from careercoach_desktop.features.interviews.ui import ZoneField
from careercoach_desktop.features.settings.model import InForce
from careercoach_desktop.features.settings.ui.choices import Choices
from careercoach_desktop.features.settings.ui.page_parts import Decided, below, line, small, tr
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.uikit import STRETCH, Button, Card, ComboButton, Desk, holder, row

NEVER = 0
USUAL = (5, 10, 15, 30, 60, 120, 180, 720, 1440, 2880, 10080)
"""Minutes."""


class InterviewsCard(Card):
    """Two notices are chosen here; further ones that were set in a terminal stay."""

    def __init__(self, desk: Desk, choices: Choices) -> None:
        super().__init__(tr("Interviews"))
        self._desk = desk
        self._choices = choices
        self._set: list[int] = []
        self.first, self.second = ComboButton([], tr("First notice")), ComboButton([], tr("Second notice"))
        self.first.changed.connect(lambda key: self._choose(0, int(key)))
        self.second.changed.connect(lambda key: self._choose(1, int(key)))
        self.zone: ZoneField | None = None
        self.as_computer = Button(tr("Use the computer’s"), "ghost")
        self.as_computer.clicked.connect(lambda: choices.save("time_zone", "", tr("your time zone")))
        self._zone_room = QWidget()
        self._zone_line = QHBoxLayout(self._zone_room)
        self._zone_line.setContentsMargins(0, 0, 0, 0)
        self._decided = {name: Decided() for name in ("interview_notices", "time_zone")}
        self.add(
            line(tr("Tell me"), holder(row(self.first, STRETCH))),
            line(tr("And again"), holder(row(self.second, STRETCH))),
            below(self._decided["interview_notices"]),
            line(tr("Your time zone"), holder(row(self._zone_room, self.as_computer, STRETCH))),
            below(self._decided["time_zone"]),
            small(
                tr(
                    "Each notice comes once. What the computer slept through comes late, as long as the interview is "
                    "not over. Times are shown as your clocks show them, and as those where it takes place."
                ),
                "second",
            ),
        )

    async def show_settings(self, in_force: InForce) -> None:
        """What is in force now."""
        settings, decided = in_force.settings, in_force.decided
        self._set = sorted({int(each) for each in settings.interview_notices.split()}, reverse=True)
        first, second = [*self._set, NEVER, NEVER][:2]
        _offer(self.first, first)
        _offer(self.second, second)
        own = await self._desk.work(computer_zone)
        if self.zone is None:
            self.zone = ZoneField(self._desk, own, settings.time_zone or own, utc_now())
            self.zone.changed.connect(self._choose_zone)
            self._zone_line.addWidget(self.zone)
        self.zone.set_zone(settings.time_zone or own)
        self.as_computer.setVisible(bool(settings.time_zone))
        self._decided["interview_notices"].show_for(decided.get("interview_notices"), self.first, self.second)
        self._decided["time_zone"].show_for(decided.get("time_zone"), self.zone, self.as_computer)
        if first == NEVER:
            self.second.setEnabled(False)

    def _choose(self, place: int, minutes: int) -> None:
        chosen = [*self._set, NEVER, NEVER][: max(2, len(self._set))]
        chosen[place] = minutes
        kept = sorted({each for each in chosen if each != NEVER}, reverse=True)
        self._choices.save("interview_notices", " ".join(map(str, kept)), tr("when interviews are told of"))

    def _choose_zone(self) -> None:
        if self.zone is not None:
            self._choices.save("time_zone", self.zone.zone(), tr("your time zone"))


def _offer(button: ComboButton, chosen: int) -> None:
    minutes = sorted({*USUAL, chosen} - {NEVER}, reverse=True)
    button.set_choices([*((str(each), ahead_words(each)) for each in minutes), (str(NEVER), tr("Never"))])
    button.set_value(str(chosen))


def ahead_words(minutes: int) -> str:
    """``1 day before``, ``2 hours before``, ``15 minutes before``."""
    for length, one, many in (
        (10_080, tr("1 week before"), tr("{0} weeks before")),
        (1_440, tr("1 day before"), tr("{0} days before")),
        (60, tr("1 hour before"), tr("{0} hours before")),
    ):
        if minutes % length == 0 and minutes:
            return one if minutes == length else many.format(minutes // length)
    return tr("1 minute before") if minutes == 1 else tr("{0} minutes before").format(minutes)

"""When something counts as due, and whether the system says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.settings.ui.choices import Choices
from careercoach_desktop.features.settings.ui.interviews_card import InterviewsCard
from careercoach_desktop.features.settings.ui.page_parts import Decided, below, line, small, stacked, tr
from careercoach_desktop.foundation.settings.model import SettingsChanged
from careercoach_desktop.foundation.storage.watching import ChangedElsewhere
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Card,
    ComboButton,
    Desk,
    SegmentedControl,
    column,
    holder,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.settings.service import ChoosingService

_DEADLINE_DAYS = (1, 2, 3, 5, 7, 14)
_ANSWER_DAYS = (5, 7, 10, 14, 21, 30)


class RemindersSection(QWidget):
    """Each choice is saved when it is made."""

    def __init__(self, desk: Desk, service: ChoosingService) -> None:
        super().__init__()
        self._desk = desk
        self._service = service
        choices = Choices(desk, service)
        self.notifications = SegmentedControl([("on", tr("On")), ("off", tr("Off"))], tr("Notifications of the system"))
        self.notifications.changed.connect(
            lambda key: choices.save("notifications", key, tr("notifications of the system"))
        )
        self.deadline = ComboButton([], tr("Remind of a deadline"))
        self.deadline.changed.connect(
            lambda key: choices.save("reminder_deadline_days", int(key), tr("when a deadline is near"))
        )
        self.answer = ComboButton([], tr("Remind of an application without an answer"))
        self.answer.changed.connect(
            lambda key: choices.save("reminder_no_answer_days", int(key), tr("when an answer is late"))
        )
        self._decided = {
            name: Decided() for name in ("notifications", "reminder_deadline_days", "reminder_no_answer_days")
        }
        when = Card(tr("What counts as due"))
        when.add(
            line(tr("Deadline"), holder(row(self.deadline, STRETCH))),
            below(self._decided["reminder_deadline_days"]),
            line(tr("No answer"), holder(row(self.answer, STRETCH))),
            below(self._decided["reminder_no_answer_days"]),
            small(tr("Follow-ups you plan and reminders you write are due on the day you chose."), "second"),
        )
        said = Card(tr("Notifications"))
        said.add(
            line(tr("From the system"), holder(row(self.notifications, STRETCH))),
            below(self._decided["notifications"]),
            small(
                tr(
                    "While Career Coach is open, the system tells you once of what has become due: the job’s title and "
                    "company, never what you wrote. The bell on the Jobs page always shows it."
                ),
                "second",
            ),
        )
        self.interviews = InterviewsCard(desk, choices)
        self.setLayout(column(stacked(when, self.interviews, said, name=tr("Reminders")), spacing=0))
        for event in (SettingsChanged, ChangedElsewhere):
            desk.on(event, lambda _event: self._load(), owner=self)
        desk.start(self._load(), owner=self)

    async def _load(self) -> None:
        in_force = await self._desk.run(self._service.in_force)
        settings, decided = in_force.settings, in_force.decided
        self.notifications.set_value(settings.notifications)
        _offer(self.deadline, _DEADLINE_DAYS, settings.reminder_deadline_days, tr("{0} before"))
        _offer(self.answer, _ANSWER_DAYS, settings.reminder_no_answer_days, tr("after {0}"))
        for name, control in (
            ("notifications", self.notifications),
            ("reminder_deadline_days", self.deadline),
            ("reminder_no_answer_days", self.answer),
        ):
            self._decided[name].show_for(decided.get(name), control)
        await self.interviews.show_settings(in_force)


def _offer(button: ComboButton, usual: tuple[int, ...], chosen: int, words: str) -> None:
    """The usual numbers of days, and the chosen one where somebody typed another in a terminal."""
    days = sorted({*usual, chosen})
    button.set_choices([(str(each), words.format(_days(each))) for each in days])
    button.set_value(str(chosen))


def _days(count: int) -> str:
    return tr("1 day") if count == 1 else tr("{0} days").format(count)

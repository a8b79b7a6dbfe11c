"""What is asked of reminders anywhere in the window, carried out and made undoable; the list of what is due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.jobs.model import DueLine
from careercoach_desktop.features.jobs.ui.day_choice import REMINDERS, SNOOZES, DayChoice, DayDialog, day_entries
from careercoach_desktop.features.jobs.ui.days import near_day
from careercoach_desktop.features.jobs.ui.words import count_word, tr
from careercoach_desktop.features.reminders.model import Reminder, ReminderKind
from careercoach_desktop.foundation.clock import today_here
from careercoach_desktop.foundation.uikit import (
    SEPARATOR,
    Desk,
    Dialog,
    MenuEntry,
    RecordPlace,
    Size,
    Text,
    TextField,
    open_menu,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service.due import DueService

_SET = "set"
_OF_INTERVIEWS = (ReminderKind.INTERVIEW, ReminderKind.THANK_YOU)


class ReminderDialog(Dialog):
    """A reminder of the person's own: what, and when."""

    def __init__(self, parent: QWidget | None, about: str, today: date) -> None:
        super().__init__(tr("Remind me"), parent, width=440)
        self.body.addWidget(Text(tr("About {0}").format(about), size=Size.SMALL, tone="second", wrap=True))
        self.text = TextField(tr("What to remind you of"), placeholder=tr("What of? Ring back, send the certificate…"))
        self.text.setMaxLength(300)
        self.choice = DayChoice(tr("When to remind you"), today, REMINDERS, days=1)
        self.body.addWidget(self.text)
        self.body.addSpacing(4)
        self.body.addWidget(self.choice)
        self.add_button(tr("Cancel"), "")
        go = self.add_button(tr("Remind me"), _SET, "primary")
        self.choice.changed.connect(lambda: go.setEnabled(self.choice.is_sure()))
        self.choice.changed.connect(self.fit_soon)
        self.text.setFocus()


class Reminding(QObject):
    """One for a page; ``service`` may still be on its way."""

    def __init__(self, desk: Desk, service: DueService) -> None:
        super().__init__(desk)
        self._desk = desk
        self.service = service

    async def remind(self, job_ids: Sequence[int], title: str = "") -> None:
        """Ask for words and a day, and set a reminder about these jobs. ``title`` is that of the only one."""
        about = f"“{title}”" if title and len(job_ids) == 1 else count_word(len(job_ids))
        today = today_here()
        dialog = ReminderDialog(self._desk.window, about, today)
        if await dialog.answer() != _SET:
            return
        day = dialog.choice.day()
        if day is None:
            return
        text = dialog.text.text().strip()
        made = await self._desk.run(self.service.remind, list(job_ids), day, text)
        ids, gone = [each.id for each in made], list[Reminder]()

        async def undo() -> None:
            gone[:] = await self._desk.run(self.service.forget, ids)

        async def redo() -> None:
            await self._desk.run(self.service.put_back, list(gone))

        change = self._desk.undo.push(tr("Reminder about {0}").format(about), undo, redo)
        self._desk.offer_undo(tr("You will be reminded {0}.").format(_on(day, today)), change)

    async def finish(self, line: DueLine) -> None:
        """It is done."""
        await self._finish(line.reminder.id, line.title)

    async def snooze(self, line: DueLine, until: date) -> None:
        """Put it off."""
        await self._snooze(line.reminder.id, line.title, until)

    async def _finish(self, reminder_id: int, title: str) -> None:
        finished = await self._desk.run(self.service.finish, reminder_id)
        state = {"finished": finished}

        async def undo() -> None:
            await self._desk.run(self.service.unfinish, state["finished"])

        async def redo() -> None:
            state["finished"] = await self._desk.run(self.service.finish, reminder_id)

        change = self._desk.undo.push(tr("Done: {0}").format(title), undo, redo)
        self._desk.offer_undo(tr("Done."), change)

    async def _snooze(self, reminder_id: int, title: str, until: date) -> None:
        before = await self._desk.run(self.service.snooze, reminder_id, until)

        async def undo() -> None:
            await self._desk.run(self.service.put_back, [before])

        async def redo() -> None:
            await self._desk.run(self.service.snooze, reminder_id, until)

        change = self._desk.undo.push(tr("Snooze of {0}").format(title), undo, redo)
        self._desk.offer_undo(tr("Put off until {0}.").format(near_day(until, today_here())), change)

    async def drop(self, line: DueLine) -> None:
        """Take a reminder of the person's own away."""
        gone = await self._desk.run(self.service.forget, [line.reminder.id])

        async def undo() -> None:
            await self._desk.run(self.service.put_back, gone)

        async def redo() -> None:
            await self._desk.run(self.service.forget, [line.reminder.id])

        change = self._desk.undo.push(tr("Removal of a reminder"), undo, redo)
        self._desk.offer_undo(tr("Reminder removed."), change)

    def offer_snooze(self, button: QWidget, line: DueLine) -> None:
        """A menu of days below the button."""
        open_menu(button, self._days(line.reminder.id, line.title))

    def entries(self, reminder_id: int, title: str) -> list[Any]:
        """What a menu offers about a reminder of this title: done, or on another day."""
        done = MenuEntry(tr("Done"), lambda: self._desk.start(self._finish(reminder_id, title)), icon="check-circle")
        return [done, SEPARATOR, *self._days(reminder_id, title)]

    def _days(self, reminder_id: int, title: str) -> list[MenuEntry]:
        async def pick() -> None:
            dialog = DayDialog(self._desk.window, tr("Put off until"), tr("Put off"), today_here())
            if await dialog.answer() and (day := dialog.day()) is not None:
                await self._snooze(reminder_id, title, day)

        return day_entries(
            SNOOZES,
            today_here(),
            lambda day: self._desk.start(self._snooze(reminder_id, title, day)),
            lambda: self._desk.start(pick()),
        )

    async def show_due(self) -> None:
        """The list of what is due this week; what is opened from it is opened in the window."""
        from careercoach_desktop.features.jobs.ui.due_dialog import DueDialog

        dialog = DueDialog(self._desk, self)
        await dialog.load()  # before it opens: it would grow downwards from its place, and out of a small screen
        await dialog.answer()
        if dialog.chosen is not None:
            self.open(dialog.chosen)

    def open(self, line: DueLine) -> None:
        """Go to the job (to its interviews, when it is about one), or the person, it is about."""
        if line.job_id is not None and line.reminder.kind in _OF_INTERVIEWS:
            self._desk.open("jobs", place=RecordPlace(line.job_id, "interviews"))
        elif line.job_id is not None:
            self._desk.open("jobs", line.job_id)
        elif line.contact_id is not None:
            self._desk.open("jobs.people", line.contact_id)


def _on(day: date, today: date) -> str:
    """``today``, ``on Friday``, ``on 12 Dec``."""
    near = near_day(day, today)
    return near if (day - today).days in (0, 1) else tr("on {0}").format(near)

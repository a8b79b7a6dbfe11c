"""What is due, in words, and in what order it is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from careercoach_desktop.features.jobs.model import DueLine
from careercoach_desktop.features.jobs.ui.days import near_day
from careercoach_desktop.features.jobs.ui.meeting_words import hour_words, is_whole_day
from careercoach_desktop.features.jobs.ui.words import deadline_words, short_date, tr
from careercoach_desktop.features.reminders.model import ReminderKind

KIND_ICONS = {
    ReminderKind.DEADLINE: "hourglass",
    ReminderKind.NO_ANSWER: "chat-circle-text",
    ReminderKind.FOLLOW_UP: "handshake",
    ReminderKind.INTERVIEW: "calendar-check",
    ReminderKind.THANK_YOU: "envelope-simple",
    ReminderKind.OWN: "bell",
}
OVERDUE, TODAY, THIS_WEEK = "Overdue", "Today", "This week"
WEEK = timedelta(days=7)


def due_words(line: DueLine, today: date) -> str:
    """``Closes Fri``, ``No answer since 3 Nov``, ``Get in touch again``, or what the person wrote."""
    kind = line.reminder.kind
    if kind is ReminderKind.DEADLINE and line.deadline is not None:
        return deadline_words(line.deadline, today)
    if kind is ReminderKind.NO_ANSWER:
        if line.since is not None:
            return tr("No answer since {0}").format(short_date(line.since, today))
        return tr("No answer yet")
    if kind is ReminderKind.FOLLOW_UP:
        return tr("Get in touch again")
    if kind is ReminderKind.INTERVIEW:
        return _interview(line, today)
    if kind is ReminderKind.THANK_YOU:
        return tr("Say thank you for the interview")
    return line.reminder.text or tr("Reminder")


def _interview(line: DueLine, today: date) -> str:
    """``Interview today, 10:00``."""
    moment = line.interview
    if moment is None or moment.date() != line.reminder.due:
        return tr("Interview {0}").format(near_day(line.reminder.due, today))
    words = tr("Interview {0}").format(near_day(moment.date(), today))
    return words if is_whole_day(moment) else f"{words}, {hour_words(moment)}"


def name_words(line: DueLine) -> str:
    """``Senior Data Engineer · Brackenfield Foods``."""
    return " · ".join(part for part in (line.title, line.company) if part)


def when_words(line: DueLine, today: date) -> str:
    """``since 3 Nov``, ``today``, ``Friday``."""
    day = told_day(line, today)
    return tr("since {0}").format(near_day(day, today)) if day < today else near_day(day, today)


def told_day(line: DueLine, today: date) -> date:
    """A deadline is not overdue before it is over: it counts for today, as long as it is to come."""
    day = line.reminder.day
    return max(day, today) if line.reminder.kind is ReminderKind.DEADLINE else day


def grouped(lines: Sequence[DueLine], today: date) -> dict[str, list[DueLine]]:
    """Overdue, today, and the rest of the week; groups without anything are left out."""
    groups: dict[str, list[DueLine]] = {OVERDUE: [], TODAY: [], THIS_WEEK: []}
    for line in sorted(lines, key=lambda each: (told_day(each, today), each.reminder.id)):
        day = told_day(line, today)
        groups[OVERDUE if day < today else TODAY if day == today else THIS_WEEK].append(line)
    return {name: found for name, found in groups.items() if found}


def count_words(count: int) -> str:
    """For the bell: ``Nothing is due``, ``1 thing is due``."""
    if count == 0:
        return tr("Nothing is due")
    return tr("1 thing is due") if count == 1 else tr("{0} things are due").format(count)

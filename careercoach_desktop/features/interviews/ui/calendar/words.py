"""What the calendar says: times on the person's clock and on the other, what a round is called, what a day holds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QLocale, QTime

from careercoach_desktop.features.interviews.model import InterviewLine, InterviewOutcome
from careercoach_desktop.features.interviews.model.naming import OUTCOME_NAMES, TYPE_NAMES
from careercoach_desktop.features.interviews.ui.calendar.events import Event
from careercoach_desktop.features.interviews.ui.words import tr, zone_city

_MOST_IN_TIP = 8


def clock(hour: int, minute: int) -> str:
    """``14:00``, or ``2:00 pm`` where people write it so."""
    if QLocale().language() == QLocale.Language.C:
        return f"{hour:02}:{minute:02}"
    return QLocale().toString(QTime(hour % 24, minute), QLocale.FormatType.ShortFormat)


def time_of(moment: datetime) -> str:
    """The clock of an aware moment; where that time comes twice that day it says which (``02:30 CET``)."""
    shown = clock(moment.hour, moment.minute)
    twice = moment.utcoffset() != moment.replace(fold=1 - moment.fold).utcoffset()
    return f"{shown} {moment.tzname()}" if twice else shown


def there_words(event: Event) -> str:
    """``10:00 in New York``: what the clock shows where it takes place; empty where it shows the same."""
    if event.there is None:
        return ""
    name = zone_city(event.when.zone)
    joined = "{0} {1}" if name.startswith("UTC") else "{0} in {1}"
    words = tr(joined).format(clock(event.there.hour, event.there.minute), name)
    if event.there.date() == event.first:
        return words
    return f"{weekday(event.there.date(), short=True)} {words}"


def span_words(event: Event) -> str:
    """``14:00 – 15:00``; the days of what takes days."""
    if event.when.all_day:
        if event.first == event.last:
            return tr("All day")
        return f"{day_short(event.first)} – {day_short(event.last)}"
    if event.first != event.end.date():
        return f"{time_of(event.start)} – {day_short(event.end.date())} {time_of(event.end)}"
    return f"{time_of(event.start)} – {time_of(event.end)}"


def weekday(day: date, *, short: bool = False) -> str:
    form = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    return QLocale().standaloneDayName(day.isoweekday(), form)


def day_short(day: date) -> str:
    """``Thu 26 Nov``."""
    return QLocale().toString(_q(day), "ddd d MMM")


def day_long(day: date, today: date) -> str:
    """``Thursday 26 November``, with the year when it is another one."""
    form = "dddd d MMMM" if day.year == today.year else "dddd d MMMM yyyy"
    return QLocale().toString(_q(day), form)


def near_day(day: date, today: date) -> str:
    """``Today``, ``Tomorrow``, ``Yesterday``; else ``Thu 26 Nov``, with the year when it is another one."""
    near = {-1: tr("Yesterday"), 0: tr("Today"), 1: tr("Tomorrow")}.get((day - today).days)
    if near:
        return near
    return day_short(day) if day.year == today.year else QLocale().toString(_q(day), "d MMM yyyy")


def month_title(day: date) -> str:
    """``November 2026``."""
    name = QLocale().standaloneMonthName(day.month)
    return f"{name[:1].upper()}{name[1:]} {day.year}"


def week_title(first: date) -> str:
    """``23 – 29 November 2026``."""
    last = first + timedelta(6)
    end = QLocale().toString(_q(last), "d MMMM yyyy")
    if first.year != last.year:
        return f"{QLocale().toString(_q(first), 'd MMM yyyy')} – {QLocale().toString(_q(last), 'd MMM yyyy')}"
    if first.month != last.month:
        return f"{QLocale().toString(_q(first), 'd MMM')} – {QLocale().toString(_q(last), 'd MMM yyyy')}"
    return f"{first.day} – {end}"


def called(line: InterviewLine) -> str:
    """Whose round it is: the company, or the job's title where it names none."""
    return line.company or line.title or tr("A job")


def round_words(line: InterviewLine) -> str:
    """``Technical, round 2``; the first round needs no number."""
    one = line.interview
    kind = tr(TYPE_NAMES[one.type])
    return tr("{0}, round {1}").format(kind, one.round) if one.round > 1 else kind


def standing_words(event: Event, now: datetime) -> list[str]:
    """What is to be known about it beside its time."""
    one = event.interview
    found = []
    if event.line.conflicts and not one.cancelled:
        found.append(tr("overlaps another round"))
    if one.outcome is not InterviewOutcome.PENDING:
        found.append(tr(OUTCOME_NAMES[one.outcome]).lower())
    elif event.is_past(now):
        found.append(tr("no answer yet") if one.completed else tr("not marked as done"))
    return found


def spoken(event: Event, now: datetime) -> str:
    """The whole event in one sentence, for screen readers."""
    parts = [called(event.line), round_words(event.line), day_short(event.first), span_words(event)]
    parts += [there_words(event), *standing_words(event, now)]
    return ", ".join(part for part in parts if part)


def tip(event: Event, now: datetime) -> str:
    """Lines for the tooltip."""
    line, one = event.line, event.interview
    people = ", ".join(each.name for each in one.interviewers)
    time = span_words(event) if event.in_strip else f"{day_short(event.first)}, {span_words(event)}"
    parts = [called(line), ", ".join(part for part in (line.title, round_words(line)) if part)]
    parts += [" · ".join(part for part in (time, there_words(event)) if part), one.place or one.link, people]
    standing = standing_words(event, now)
    parts.append("; ".join(standing)[:1].upper() + "; ".join(standing)[1:])
    return "\n".join(part for part in parts if part)


def line_words(event: Event) -> str:
    """One line of a menu: ``10:00 · Halden Rail · Technical, round 2``."""
    time = "" if event.in_strip else time_of(event.start)
    return " · ".join(part for part in (time, called(event.line), round_words(event.line)) if part)


def gathered_tip(events: Sequence[Event]) -> str:
    """The first of what stands behind “+12”, and how many there are."""
    lines = [line_words(event) for event in events[:_MOST_IN_TIP]]
    if len(events) > _MOST_IN_TIP:
        lines.append(tr("and {0} more").format(len(events) - _MOST_IN_TIP))
    return "\n".join(lines)


def count_words(count: int) -> str:
    return tr("No interviews") if not count else tr("1 interview") if count == 1 else tr("{0} interviews").format(count)


def listed_days(events: Sequence[Event], now: datetime) -> str:
    """Everything that is shown, for who can't see it."""
    return "; ".join(spoken(event, now) for event in events)


def _q(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)

"""Interviews in words: what kind they are, what came of them, when they are for both sides."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from careercoach_desktop.features.interviews.model import (
    Interview,
    Interviewer,
    InterviewLine,
    InterviewOutcome,
    InterviewType,
    When,
)
from careercoach_desktop.features.interviews.model.naming import TYPE_NAMES
from careercoach_desktop.features.interviews.model.when import zone_of
from careercoach_desktop.features.interviews.timing import both_clocks, place_of
from careercoach_desktop.features.jobs.ui import near_day

TYPE_ICONS = {
    InterviewType.PHONE_SCREEN: "phone",
    InterviewType.VIDEO_CALL: "video-camera",
    InterviewType.IN_PERSON: "handshake",
    InterviewType.TECHNICAL: "code",
    InterviewType.BEHAVIORAL: "chat-circle-text",
    InterviewType.PANEL: "users",
    InterviewType.FINAL: "flag",
    InterviewType.OTHER: "calendar-blank",
}
OUTCOME_ICONS = {
    InterviewOutcome.PENDING: ("clock", "second"),
    InterviewOutcome.PASSED: ("check-circle", "green"),
    InterviewOutcome.FAILED: ("x-circle", "red"),
    InterviewOutcome.CANCELLED: ("calendar-x", "third"),
    InterviewOutcome.NO_DECISION: ("question", "second"),
}
"""Icon and ink."""
_MOST_CLASHES = 3


def tr(text: str) -> str:
    """Ready for translation."""
    return QCoreApplication.translate("interviews", text)


def type_word(kind: InterviewType) -> str:
    return tr(TYPE_NAMES[kind])


def round_words(interview: Interview) -> str:
    """``Round 2 · Video call``."""
    return tr("Round {0} · {1}").format(interview.round, type_word(interview.type))


def clock(moment: datetime) -> str:
    """The time of day as the person's locale writes it, in the zone the moment is in."""
    return clock_face(moment.hour, moment.minute)


def clock_face(hour: int, minute: int) -> str:
    """``14:00``, or ``2:00 pm`` where people write it so."""
    if QLocale().language() == QLocale.Language.C:
        return f"{hour % 24:02}:{minute:02}"
    return QLocale().toString(QTime(hour % 24, minute), QLocale.FormatType.ShortFormat)


def minutes_words(minutes: int) -> str:
    """``45 min``, ``1 h``, ``1 h 30 min``."""
    hours, rest = divmod(minutes, 60)
    parts = [tr("{0} h").format(hours)] if hours else []
    if rest or not hours:
        parts.append(tr("{0} min").format(rest))
    return " ".join(parts)


def length_words(when: When) -> str:
    """How long it takes; whole days in days."""
    if not when.all_day:
        return minutes_words(when.minutes)
    days = max(1, round(when.minutes / (24 * 60)))
    return tr("1 day") if days == 1 else tr("{0} days").format(days)


def zone_city(zone: str) -> str:
    """``New York`` for ``America/New_York``; an offset (``UTC+05:30``) stays as it is."""
    return place_of(zone)


def same_clock(when: When, own: str) -> bool:
    """Whether the clocks there and here show the same at its beginning; then one time says it all."""
    return both_clocks(when, own).there is None


def day_words(day: date, today: date) -> str:
    """``today``, ``tomorrow``, ``Thursday, 3 December``; with the year when it is not this one."""
    if abs((day - today).days) <= 1:
        return near_day(day, today)
    wanted = "dddd, d MMMM" if day.year == today.year else "dddd, d MMMM yyyy"
    locale = QLocale() if QLocale().language() != QLocale.Language.C else QLocale(QLocale.Language.English)
    return locale.toString(QDate(day.year, day.month, day.day), wanted)


def away_words(day: date, today: date) -> str:
    """``in 3 days``, ``2 weeks ago``: how far off a day is that is neither today nor beside it."""
    days = abs((day - today).days)
    words = tr("{0} days").format(days) if days < 14 else tr("{0} weeks").format(round(days / 7))
    return tr("in {0}").format(words) if day > today else tr("{0} ago").format(words)


def own_day(when: When, own: str) -> date:
    """The day it begins for the person."""
    return when.day if when.all_day else when.on(own).date()


def own_words(when: When, own: str, today: date) -> str:
    """``Thursday, 3 December, 16:00 – 17:00``, ``Tomorrow, 16:00 – 17:00`` on the person's own clocks."""
    words = own_words_inside(when, own, today)
    return words[:1].upper() + words[1:]


def own_words_inside(when: When, own: str, today: date) -> str:
    """The same within a sentence: ``tomorrow, 16:00 – 17:00``."""
    day = day_words(own_day(when, own), today)
    if when.all_day:
        return f"{day}, {tr('all day') if when.minutes <= 24 * 60 else length_words(when)}"
    begin, end = when.on(own), when.end.astimezone(zone_of(own))
    return f"{day}, {clock(begin)} – {clock(end)}"


def there_words(when: When, own: str) -> str:
    """``10:00 in New York``; with the day when it is another one there, empty when the clocks agree."""
    if same_clock(when, own):
        return ""
    words = in_zone(clock(when.local), when.zone)
    if when.day == own_day(when, own):
        return words
    return f"{words} ({_short_day(when.day)})"


def both_words(when: When, own: str) -> str:
    """``10:00 in New York · 16:00 for you``; empty when the clocks agree."""
    if same_clock(when, own):
        return ""
    here = tr("{0} for you").format(clock(when.on(own)))
    if when.day != own_day(when, own):
        here += f" ({_short_day(own_day(when, own))})"
    return f"{in_zone(clock(when.local), when.zone)} · {here}"


def clash_words(lines: Sequence[InterviewLine], own: str, today: date) -> str:
    """``Video call with Halden Rail, tomorrow, 10:00 – 11:00; Panel with …``: what is at a time already."""
    told = [
        tr("{0} with {1}, {2}").format(
            type_word(each.interview.type),
            each.company or each.title,
            own_words_inside(each.interview.when, own, today),
        )
        for each in lines[:_MOST_CLASHES]
    ]
    if len(lines) > _MOST_CLASHES:
        told.append(tr("{0} more").format(len(lines) - _MOST_CLASHES))
    return "; ".join(told)


def people_words(people: tuple[Interviewer, ...]) -> str:
    """``Ana Silva, Paul Ode and 2 more``."""
    names = [each.name for each in people]
    if len(names) > 3:
        return tr("{0} and {1} more").format(", ".join(names[:2]), len(names) - 2)
    return ", ".join(names)


def in_zone(said: str, zone: str) -> str:
    """``10:00 in New York``, ``10:00 UTC+05:30``."""
    city = zone_city(zone)
    return f"{said} {city}" if city.startswith("UTC") else tr("{0} in {1}").format(said, city)


def _short_day(day: date) -> str:
    locale = QLocale() if QLocale().language() != QLocale.Language.C else QLocale(QLocale.Language.English)
    return locale.toString(QDate(day.year, day.month, day.day), "ddd d MMM")

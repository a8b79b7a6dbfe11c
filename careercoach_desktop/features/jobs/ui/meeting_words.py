"""The next interview of a job in words, on the clocks of the zone the person lives in."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Protocol

from PySide6.QtCore import QDate, QLocale, QTime

from careercoach_desktop.features.jobs.ui.words import reading_locale, short_date, tr

UNDER_WAY = timedelta(hours=1)
"""One that has begun stays in sight for a while; whoever keeps interviews takes it away once it is over."""
_WEEK = 7


class HasInterview(Protocol):
    @property
    def next_interview(self) -> datetime | None: ...


class _Own:
    """None: the computer’s. One for the window, as its theme is."""

    zone: tzinfo | None = None


def live_in(zone: tzinfo | None) -> bool:
    """From now on times are shown as clocks there show them; whether that is news."""
    changed, _Own.zone = zone != _Own.zone, zone
    return changed


def here(moment: datetime) -> datetime:
    return moment.astimezone(_Own.zone)


def next_interview(job: HasInterview, now: datetime | None = None) -> datetime | None:
    """When the next one begins, on the person’s clocks; None when there is none ahead. A whole day begins at
    midnight."""
    if job.next_interview is None:
        return None
    moment = here(job.next_interview)
    stays = timedelta(days=1) if is_whole_day(moment) else UNDER_WAY
    return moment if job.next_interview + stays > (now or datetime.now(UTC)) else None


def is_whole_day(moment: datetime) -> bool:
    return moment.time() == time()


def interview_words(job: HasInterview, today: date) -> str:
    """``Today 10:00``, ``Thu 10:00``, ``12 Dec 10:00``; empty when there is none ahead."""
    moment = next_interview(job)
    if moment is None:
        return ""
    day = moment.date()
    if day == today:
        words = tr("Today")
    elif 0 < (day - today).days < _WEEK:
        words = reading_locale().toString(QDate(day.year, day.month, day.day), "ddd")
    else:
        words = short_date(day, today)
    return words if is_whole_day(moment) else f"{words} {hour_words(moment)}"


def lowered(words: str) -> str:
    """As they stand within a sentence: ``today 10:00``; the names of days and months stay."""
    today = tr("Today")
    return f"{tr('today')}{words.removeprefix(today)}" if words.startswith(today) else words


def hour_words(moment: datetime) -> str:
    """As the person’s locale writes it."""
    return QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)

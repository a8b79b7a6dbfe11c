"""What people type for a time of day, a length and a day, understood; and how it is written back."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QLocale

from careercoach_desktop.features.interviews.model.when import LONGEST_MINUTES
from careercoach_desktop.features.interviews.ui.words import clock, minutes_words, tr
from careercoach_desktop.features.jobs.ui import read_day, written_day

_TIME = re.compile(r"(\d{1,2})(?:[:.h ]?([0-5]\d))?\s*(?:h|uhr)?\s*([ap])?\.?\s*(?:m\.?)?")
_HOURS = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:hours?|hrs?|heures?|horas?|h|stunden?|std\.?)")
_MINUTES = re.compile(r"(\d+)\s*(?:m|min|mins|minutes?|minuten|minutos?|′|')?\.?")
_CLOCK_LENGTH = re.compile(r"(\d{1,2}):([0-5]\d)")
_NAMED = {"noon": time(12), "midday": time(12), "midnight": time(0)}
_LONGEST_IN_HOURS = 8
"""A bare number up to this means hours: nobody is interviewed for eight minutes."""
_SOON = {"today": 0, "tomorrow": 1}


def read_time(text: str) -> time | None:
    """``10``, ``10:30``, ``1030``, ``14.15``, ``2pm``, ``2:30 p.m.``, ``noon``, or as the locale writes it."""
    typed = " ".join(text.casefold().split())
    if typed in _NAMED:
        return _NAMED[typed]
    found = _TIME.fullmatch(typed)
    if found is None or (typed.endswith(("m", "m.")) and not found[3]):
        there = QLocale().toTime(" ".join(text.split()), QLocale.FormatType.ShortFormat)
        return time(there.hour(), there.minute()) if there.isValid() else None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[3] == "p" else 0)
    return time(hour, minute) if hour < 24 else None


def written_time(moment: time) -> str:
    """As the person's locale writes it, and as ``read_time`` reads it."""
    return clock(datetime.combine(date(2000, 1, 1), moment))


def read_minutes(text: str) -> int | None:
    """``45``, ``45 min``, ``1 h``, ``1 h 30``, ``1:30``, ``1.5 h``, ``2`` (hours); None for anything else."""
    typed = " ".join(text.casefold().split())
    if found := _CLOCK_LENGTH.fullmatch(typed):
        return _sensible(int(found[1]) * 60 + int(found[2]))
    if found := _HOURS.match(typed):
        hours = float(found[1].replace(",", "."))
        rest = typed[found.end() :].strip()
        if not rest:
            return _sensible(round(hours * 60))
        more = _MINUTES.fullmatch(rest)
        return _sensible(round(hours * 60) + int(more[1])) if more and int(more[1]) < 60 else None
    found = _MINUTES.fullmatch(typed)
    if found is None:
        return None
    number = int(found[1])
    return _sensible(number * 60 if typed.isdecimal() and number <= _LONGEST_IN_HOURS else number)


def written_minutes(minutes: int) -> str:
    """As ``read_minutes`` reads it."""
    return minutes_words(minutes)


def read_days(text: str) -> int | None:
    """How many days: ``2``, ``2 days``."""
    found = re.match(r"\d{1,2}\b", text.strip())
    days = int(found[0]) if found else 0
    return days if 1 <= days <= LONGEST_MINUTES // (24 * 60) else None


def read_any_day(text: str, today: date) -> date | None:
    """A day as it is written anywhere here, ``tomorrow``, a weekday (the next such), or one without its year (the next
    such)."""
    typed = " ".join(text.split())
    low = typed.casefold()
    for word, ahead in _SOON.items():
        if low in (word, tr(word).casefold()):
            return today + timedelta(ahead)
    if (number := _weekday(low.rstrip("."))) is not None:
        return today + timedelta((number - today.isoweekday() - 1) % 7 + 1)
    first, _, rest = typed.partition(" ")
    if rest and not first.rstrip(".,").isdecimal() and _weekday(first.rstrip(".,").casefold()):
        typed = rest
    if (day := read_day(typed)) is not None:
        return day
    if not re.search(r"\d{4}", typed) and re.search(r"\d", typed):
        for year in (today.year, today.year + 1):
            day = read_day(f"{typed.rstrip('.')} {year}")
            if day is not None and day >= today:
                return day
    return None


def written_any_day(day: date) -> str:
    """``Thu 3 Dec 2026``, as ``read_any_day`` reads it."""
    locale = QLocale() if QLocale().language() != QLocale.Language.C else QLocale(QLocale.Language.English)
    return f"{locale.dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)} {written_day(day)}"


def _weekday(word: str) -> int | None:
    """1 for Monday, in the person's language or in English; None for another word."""
    for locale in (QLocale(), QLocale(QLocale.Language.English)):
        for number in range(1, 8):
            if word in {locale.dayName(number, form).casefold().rstrip(".") for form in _NAME_FORMS}:
                return number
    return None


_NAME_FORMS = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)


def _sensible(minutes: int) -> int | None:
    return minutes if 1 <= minutes <= LONGEST_MINUTES else None

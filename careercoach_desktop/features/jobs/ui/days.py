"""Days in words, and as people type them: as the board writes them, as their locale does, or as ``2026-12-12``."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale

from careercoach_desktop.features.jobs.ui.words import reading_locale, short_date, tr

_DAY_FORMAT = "d MMM yyyy"
EXAMPLE_DAY = date(2027, 1, 31)
_CENTURY = 2000
"""What a year of two digits is counted from."""


def written_day(day: date | None) -> str:
    """``12 Dec 2026``, as the board and the drawer write days; empty for none."""
    return "" if day is None else reading_locale().toString(QDate(day.year, day.month, day.day), _DAY_FORMAT)


def read_day(text: str) -> date | None:
    """A day as it is shown here, as the person's locale writes it, or as ``2026-12-12``."""
    typed = " ".join(text.split())
    try:
        return date.fromisoformat(typed)
    except ValueError:
        pass  # then in words or in the locale's own form
    locale = reading_locale()
    short = locale.dateFormat(QLocale.FormatType.ShortFormat)
    for form in (_DAY_FORMAT, "d MMMM yyyy", "MMM d, yyyy", "MMMM d, yyyy", short, short.replace("yyyy", "yy")):
        found = locale.toDate(typed, form, _CENTURY)
        if found.isValid():
            return date(found.year(), found.month(), found.day())
    return None


def near_day(day: date, today: date) -> str:
    """``today``, ``tomorrow``, ``yesterday``, ``Friday`` for the coming week, else ``12 Dec``."""
    away = (day - today).days
    near = {-1: tr("yesterday"), 0: tr("today"), 1: tr("tomorrow")}.get(away)
    if near:
        return near
    if 1 < away < 7:
        return reading_locale().dayName(day.isoweekday(), QLocale.FormatType.LongFormat)
    return short_date(day, today)


def such_as_day() -> str:
    return tr("such as {0}").format(written_day(EXAMPLE_DAY))


def refuse_day(text: str) -> str:
    return such_as_day() if text and read_day(text) is None else ""

"""What a time is called: ``Thu 3 Dec 2026, 10:00 (09:00 in London)``.

Plain words for the timeline and the terminal; the window writes times as the locale does, from the same ``Clocks``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from careercoach_desktop.features.interviews.model.when import DAY_MINUTES, When, zone_of

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Clocks:
    """A time as clocks show it here, and there, when clocks differ where it takes place (else ``there`` is None)."""

    here: datetime
    there: datetime | None
    place: str


def both_clocks(when: When, own_zone: str) -> Clocks:
    """Whole days are the same everywhere: nobody's all-day meeting is moved by an ocean."""
    there = when.start.astimezone(zone_of(when.zone))
    if when.all_day:
        return Clocks(there, None, place_of(when.zone))
    here = when.start.astimezone(zone_of(own_zone))
    same = here.replace(tzinfo=None) == there.replace(tzinfo=None)
    return Clocks(here, None if same else there, place_of(when.zone))


def when_words(when: When, own_zone: str) -> str:
    """``Thu 3 Dec 2026, 10:00 (09:00 in London)``; the other day is named when it is another."""
    clocks = both_clocks(when, own_zone)
    day = day_words(clocks.here.date())
    if when.all_day:
        days = when.minutes // DAY_MINUTES
        return f"{day}, all day" if days == 1 else f"{day}, {days} days"
    words = f"{day}, {clocks.here:%H:%M}"
    if clocks.there is None:
        return words
    other = "" if clocks.there.date() == clocks.here.date() else f"{_short(clocks.there.date())}, "
    place = clocks.place if clocks.place.startswith("UTC") else f"in {clocks.place}"
    return f"{words} ({other}{clocks.there:%H:%M} {place})"


def day_words(day: date) -> str:
    """``Thu 3 Dec 2026``."""
    return f"{_short(day)} {day.year}"


def length_words(when: When) -> str:
    """``1 h 30 min``, ``45 min``, ``2 days``."""
    if when.all_day:
        days = when.minutes // DAY_MINUTES
        return "1 day" if days == 1 else f"{days} days"
    hours, minutes = divmod(when.minutes, 60)
    return " ".join(part for part in (f"{hours} h" if hours else "", f"{minutes} min" if minutes else "") if part)


def place_of(zone: str) -> str:
    """``New York`` of ``America/New_York``; an offset is its own name."""
    return zone.rsplit("/", 1)[-1].replace("_", " ")


def _short(day: date) -> str:
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"

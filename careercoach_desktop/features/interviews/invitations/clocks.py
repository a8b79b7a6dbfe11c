"""What the clocks of a zone do in some years, as a calendar file says it (VTIMEZONE).

icalendar can make this too, but writes the beginning of summer time an hour late: on the clocks after the change, where
the standard wants those before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from careercoach_desktop.features.interviews.model.when import zone_of


@dataclass(frozen=True, slots=True)
class _Change:
    moment: datetime
    before: timedelta
    after: timedelta
    name: str
    is_summer: bool

    @property
    def local(self) -> datetime:
        """On the clocks before it."""
        return (self.moment + self.before).replace(tzinfo=None)


@lru_cache(maxsize=64)
def zone_part(name: str, first: int, last: int) -> Timezone:
    """The zone from the year ``first`` to the end of the year ``last``."""
    zone = Timezone()
    zone.add("TZID", name)
    start = datetime(first, 1, 1, tzinfo=UTC)
    groups: dict[tuple[timedelta, timedelta, str, bool], list[datetime]] = {}
    for change in (_standing(name, start), *_changes(name, start, datetime(last + 1, 1, 1, tzinfo=UTC))):
        key = (change.before, change.after, change.name, change.is_summer)
        groups.setdefault(key, []).append(change.local)
    for (before, after, called, is_summer), times in groups.items():
        part = TimezoneDaylight() if is_summer else TimezoneStandard()
        part.add("DTSTART", times[0])
        part.add("TZOFFSETFROM", before)
        part.add("TZOFFSETTO", after)
        part.add("TZNAME", called)
        if times[1:]:
            part.add("RDATE", times[1:])
        zone.add_component(part)
    return zone


def _standing(name: str, moment: datetime) -> _Change:
    """What already holds at a moment, as if it began then."""
    offset, called, is_summer = _seen(name, moment)
    return _Change(moment, offset, offset, called, is_summer)


def _changes(name: str, start: datetime, end: datetime) -> Iterator[_Change]:
    """Looked for day by day, then to the minute: no zone changes twice in a day."""
    day = start
    while day < end:
        next_day = day + timedelta(days=1)
        if _seen(name, day) != _seen(name, next_day):
            low, high = day, next_day
            while high - low > timedelta(minutes=1):
                middle = low + (high - low) // 2
                middle = middle.replace(second=0, microsecond=0)
                low, high = (low, middle) if _seen(name, middle) != _seen(name, day) else (middle, high)
            before, _, _ = _seen(name, day)
            after, called, is_summer = _seen(name, next_day)
            yield _Change(high, before, after, called, is_summer)
        day = next_day


def _seen(name: str, moment: datetime) -> tuple[timedelta, str, bool]:
    local = moment.astimezone(zone_of(name))
    return local.utcoffset() or timedelta(0), local.tzname() or name, bool(local.dst())

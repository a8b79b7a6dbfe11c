"""Interviews as a calendar sees them: where they stand on the clocks of the person's own zone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from careercoach_desktop.features.interviews.model import Interview, InterviewLine, When
from careercoach_desktop.features.interviews.model.when import zone_of

DAY_MINUTES = 24 * 60
_MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Event:
    """``start`` and ``end`` are aware, in the person's zone; ``first`` and ``last`` the days it touches there.

    ``in_strip``: it takes whole days, or more than one, and stands above the hours. Whole days keep their date in every
    zone: an invitation for the third is for the third. ``there`` is its own clock where that shows another time.
    """

    line: InterviewLine
    start: datetime
    end: datetime
    first: date
    last: date
    in_strip: bool
    there: datetime | None = None

    @property
    def id(self) -> int:
        return self.line.interview.id

    @property
    def interview(self) -> Interview:
        return self.line.interview

    @property
    def when(self) -> When:
        return self.line.interview.when

    def minutes_on(self, day: date) -> tuple[int, int]:
        """From when to when it stands on that day's clock, in minutes after midnight.

        Where clocks are set back an end can be earlier on the clock than its beginning: then its length counts.
        """
        top = self.start.hour * 60 + self.start.minute if day == self.first else 0
        bottom = self.end.hour * 60 + self.end.minute if day == self.last else DAY_MINUTES
        if day == self.last and self.end.hour == self.end.minute == 0 and self.end.date() > day:
            bottom = DAY_MINUTES
        if bottom <= top:
            bottom = min(top + self.when.minutes, DAY_MINUTES)
        return top, bottom

    def is_past(self, now: datetime) -> bool:
        return self.end <= now


def event_of(line: InterviewLine, zone: tzinfo) -> Event:
    """The line as clocks of ``zone`` show it."""
    when = line.interview.when
    start, end = when.start.astimezone(zone), when.end.astimezone(zone)
    if when.all_day:
        last = (when.local + timedelta(minutes=when.minutes) - _MOMENT).date()
        return Event(line, start, end, when.local.date(), last, in_strip=True)
    last = max((end - _MOMENT).date(), start.date())
    there = when.local if when.local != start.replace(tzinfo=None, fold=when.local.fold) else None
    return Event(line, start, end, start.date(), last, when.minutes >= DAY_MINUTES, there)


def events_of(lines: Iterable[InterviewLine], zone_name: str) -> list[Event]:
    """Every line, in order of time: whole days first, longer ones before shorter."""
    zone = zone_of(zone_name)
    return in_order(event_of(line, zone) for line in lines)


def in_order(events: Iterable[Event]) -> list[Event]:
    """Whole days first, then by time; of two that begin together the longer one."""
    return sorted(events, key=lambda one: (one.first, not one.in_strip, one.start, -one.when.minutes, one.id))

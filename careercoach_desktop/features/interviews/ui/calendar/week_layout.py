"""Where everything in a week is: its days, its hours, every round in them, and what is gathered where a day is crowded.

A place is worked out in two steps: which lane or column a round has (when rounds or the width change), and where that
is in pixels (when the hours are scrolled, too).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF

from careercoach_desktop.features.interviews.ui.calendar.events import DAY_MINUTES, Event
from careercoach_desktop.features.interviews.ui.calendar.layout import crowded, lanes
from careercoach_desktop.features.interviews.ui.calendar.moving import SNAP
from careercoach_desktop.features.interviews.ui.calendar.painting import CHIP

HOUR = 48
"""Pixels of an hour."""
GUTTER = 58
HEAD = 50
BAR = 8
_LANE = CHIP + 2
_MOST_LANES = 4
_NARROWEST = 33
"""A column narrower than this can't be read: what would need one is gathered."""


@dataclass(frozen=True, slots=True)
class Block:
    """An event on one day (or in the strip), and where."""

    area: QRectF
    event: Event
    day: date
    in_strip: bool = False
    ends_here: bool = True


@dataclass(frozen=True, slots=True)
class Gathered:
    """What there is no room for on one day, and where it says how many they are."""

    area: QRectF
    events: tuple[Event, ...]
    day: date
    in_strip: bool = False


@dataclass(frozen=True, slots=True)
class _Placed:
    """Minutes of a day and the column: all that is known of ``events`` before it is known where the hours are."""

    events: tuple[Event, ...]
    day: date
    minutes: tuple[int, int]
    column: int
    columns: int
    gathers: bool = False


class WeekLayout:
    """``start`` is the first of seven days; ``width`` and ``height`` are the widget's, ``scrolled`` the pixels of the
    hours that are out of sight at the top."""

    def __init__(self, start: date) -> None:
        self.start = start
        self.width = self.height = 0
        self.scrolled = 0
        self.blocks: list[Block] = []
        self.gathered: list[Gathered] = []
        self._strip: tuple[list[Block], list[Gathered]] = ([], [])
        self._placed: list[_Placed] = []
        self._areas: dict[int, QRectF] = {}
        self._lanes = 1

    def days(self) -> list[date]:
        return [self.start + timedelta(at) for at in range(7)]

    def body(self) -> QRectF:
        """The part with the hours, as far as it is in sight."""
        top = HEAD + self._lanes * _LANE + 6
        return QRectF(0, top, self.width - BAR, max(self.height - top, 1))

    def column(self, day: date) -> tuple[float, float]:
        """Left and right of the day."""
        width = self._day_width()
        left = GUTTER + (day - self.start).days * width
        return left, left + width

    def day_at(self, at: QPointF) -> date | None:
        place = int((at.x() - GUTTER) // self._day_width())
        return self.start + timedelta(place) if 0 <= place < 7 and at.y() >= 0 else None

    def y_of(self, minute: float) -> float:
        return self.body().top() + minute * HOUR / 60 - self.scrolled

    def minute_at(self, y: float) -> int:
        minute = (y - self.body().top() + self.scrolled) * 60 / HOUR
        return int(min(max(minute, 0), DAY_MINUTES - 1))

    def block_area(self, day: date, top: int, bottom: int, column: int = 0, columns: int = 1) -> QRectF:
        """Where these minutes of the day are; no block is too low to be seen."""
        return self._area(self.column(day)[0], self.y_of(0), (top, bottom), column, columns)

    def strip_area(self, first: date, last: date, lane: int = 0) -> QRectF:
        """A line over these days, as far as they are in the week."""
        left = self.column(max(first, self.start))[0]
        right = self.column(min(last, self.start + timedelta(6)))[1]
        return QRectF(left + 3, HEAD + 3 + lane * _LANE, right - left - 6, CHIP)

    def rect_of(self, event_id: int) -> QRectF | None:
        """Where it is first; None for what is gathered or not in the week."""
        return self._areas.get(event_id)

    def in_front(self, event: Event) -> Block | None:
        """Where a round that is gathered stands while it is the chosen one: before the others, with room for its
        words. None for one that has a place of its own."""
        if event.id in self._areas or event.last < self.start or event.first > self.days()[-1]:
            return None
        day = max(event.first, self.start)
        if event.in_strip:
            return Block(self.strip_area(event.first, event.last, _MOST_LANES - 1), event, day, in_strip=True)
        area = self.block_area(day, *event.minutes_on(day))
        return Block(area.adjusted(min(12, area.width() / 3), 0, 0, 0), event, day, ends_here=day == event.last)

    # Working it out ------------------------------------------------------------------------------------------

    def arrange(self, events: Sequence[Event]) -> None:
        """Give every round its lane or column. ``place`` says where that is."""
        self._lay_strip([one for one in events if one.in_strip])
        days: dict[date, list[Event]] = {day: [] for day in self.days()}
        for one in events:
            if not one.in_strip:
                for at in range((one.last - one.first).days + 1):
                    if (day := one.first + timedelta(at)) in days:
                        days[day].append(one)
        most = max(int((self._day_width() - 6) // _NARROWEST), 2)
        self._placed = [placed for day, found in days.items() for placed in _placed(day, found, most)]
        self.place()

    def place(self) -> None:
        """Where everything is with the hours scrolled as they are."""
        self.blocks, self.gathered = list(self._strip[0]), list(self._strip[1])
        lefts = {day: self.column(day)[0] for day in self.days()}
        midnight = self.y_of(0)
        for one in self._placed:
            area = self._area(lefts[one.day], midnight, one.minutes, one.column, one.columns)
            if one.gathers:
                self.gathered.append(Gathered(area, one.events, one.day))
            else:
                event = one.events[0]
                self.blocks.append(Block(area, event, one.day, ends_here=one.day == event.last))
        self._areas = {}
        for block in self.blocks:
            self._areas.setdefault(block.event.id, block.area)

    def _lay_strip(self, events: Iterable[Event]) -> None:
        end = self.start + timedelta(6)
        shown = [one for one in events if one.first <= end and one.last >= self.start]
        spans = [(max((one.first - self.start).days, 0), min((one.last - self.start).days, 6)) for one in shown]
        found = lanes(spans)
        self._lanes = max(1, min(max(found, default=0) + 1, _MOST_LANES))
        is_crowded = max(found, default=0) >= _MOST_LANES
        blocks: list[Block] = []
        more: dict[date, list[Event]] = {}
        for event, (first, last), lane in zip(shown, spans, found, strict=True):
            days = [self.start + timedelta(at) for at in range(first, last + 1)]
            if is_crowded and lane >= _MOST_LANES - 1:
                for day in days:
                    more.setdefault(day, []).append(event)
            else:
                blocks.append(Block(self.strip_area(days[0], days[-1], lane), event, days[0], in_strip=True))
        areas = {day: self.strip_area(day, day, _MOST_LANES - 1) for day in more}
        self._strip = blocks, [Gathered(areas[day], tuple(more[day]), day, in_strip=True) for day in more]

    def _area(self, left: float, midnight: float, minutes: tuple[int, int], column: int, columns: int) -> QRectF:
        """In a day that begins at ``left`` and ``midnight``; a gap is left to what stands beside and below."""
        width = (self._day_width() - 6) / columns
        height = max((minutes[1] - minutes[0]) * HOUR / 60, HOUR / 60 * SNAP + 5)
        gap = 2 if column < columns - 1 else 0
        return QRectF(left + 3 + column * width, midnight + minutes[0] * HOUR / 60 + 1, width - gap, height - 2)

    def _day_width(self) -> float:
        return max(self.width - BAR - GUTTER, 7) / 7


def _placed(day: date, events: Sequence[Event], most: int) -> Iterable[_Placed]:
    """The rounds of one day with their columns, and then what is gathered."""
    timed = sorted(((one.minutes_on(day), one) for one in events), key=lambda each: (each[0][0], -each[0][1]))
    spans = [minutes for minutes, _event in timed]
    places, groups = crowded(spans, most)
    for (minutes, event), place in zip(timed, places, strict=True):
        if place is not None:
            yield _Placed((event,), day, minutes, *place)
    for at, group in enumerate(groups):
        ends = max(spans[one][1] for one in group)
        if at + 1 < len(groups):
            ends = min(ends, spans[groups[at + 1][0]][0])
        minutes = spans[group[0]][0], ends
        yield _Placed(tuple(timed[one][1] for one in group), day, minutes, most - 1, most, gathers=True)

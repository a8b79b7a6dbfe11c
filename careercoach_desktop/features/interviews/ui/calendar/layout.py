"""Where things stand in a calendar, as arithmetic: weeks of a month, lanes of days, columns of what overlaps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

EARLIEST, LATEST = date(2, 1, 1), date(9998, 12, 31)
"""Days with whole weeks around them, as far as Python's calendar goes."""


def within_reach(day: date) -> date:
    """The nearest day that can be shown."""
    return min(max(day, EARLIEST), LATEST)


def week_of(day: date, first_weekday: int) -> date:
    """The first day of its week; ``first_weekday`` 1 is Monday."""
    return day - timedelta((day.isoweekday() - first_weekday) % 7)


def weeks_of_month(day: date, first_weekday: int) -> list[date]:
    """The first days of all weeks that show some of the day's month: four to six."""
    first = day.replace(day=1)
    start, last = week_of(first, first_weekday), last_of_month(day)
    return [start + timedelta(7 * at) for at in range((last - start).days // 7 + 1)]


def last_of_month(day: date) -> date:
    return month_on(day, 1) - timedelta(1)


def month_on(day: date, months: int) -> date:
    """The first of the month so many months later (negative: earlier)."""
    whole = day.year * 12 + day.month - 1 + months
    return date(whole // 12, whole % 12 + 1, 1)


def same_day_in(month: date, day: int) -> date:
    """The day of this number in the month, or its last."""
    return month.replace(day=min(day, last_of_month(month).day))


def lanes(spans: Sequence[tuple[int, int]]) -> list[int]:
    """For spans of days (first, last; both count) the lane of each, so that none crosses another in its lane. The
    first that has room is taken, in the order given."""
    taken: list[int] = []
    """The days of each lane, a bit each."""
    full: dict[int, int] = {}
    """For these days, how many lanes have no room: a lane that was full stays so."""
    found = []
    for first, last in spans:
        days = (2 << last) - (1 << first)
        lane = full.get(days, 0)
        while lane < len(taken) and taken[lane] & days:
            lane += 1
        if lane == len(taken):
            taken.append(0)
        taken[lane] |= days
        full[days] = lane + 1
        found.append(lane)
    return found


def side_by_side(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """For spans of minutes in order of their beginning: the column of each and how many columns share its room.

    Spans that hang together by overlapping share the room evenly; an empty span counts as one minute.
    """
    found: list[tuple[int, int]] = [(0, 1)] * len(spans)
    cluster: list[tuple[int, int]] = []
    columns: list[int] = []
    ends = -1

    def close() -> None:
        for at, column in cluster:
            found[at] = (column, len(columns))

    for at, (begin, end) in enumerate(spans):
        if begin >= ends and cluster:
            close()
            cluster, columns = [], []
        column = next((number for number, until in enumerate(columns) if until <= begin), len(columns))
        if column == len(columns):
            columns.append(0)
        columns[column] = max(end, begin + 1)
        cluster.append((at, column))
        ends = max(*columns, begin + 1)
    close()
    return found


def crowded(spans: Sequence[tuple[int, int]], most: int) -> tuple[list[tuple[int, int] | None], list[list[int]]]:
    """As ``side_by_side``, but with room for ``most`` columns (two at least): where more would be needed the last one
    is kept for what the others leave over (None), gathered in groups that begin an hour apart or more."""
    places: list[tuple[int, int] | None] = []
    groups: list[list[int]] = []
    apart = True  # something that has room for all its columns lies between: a group does not reach over it
    for at, (column, columns) in enumerate(side_by_side(spans)):
        if columns <= most:
            places.append((column, columns))
            apart = True
        elif column < most - 1:
            places.append((column, most))
        else:
            places.append(None)
            if apart or spans[at][0] >= spans[groups[-1][0]][0] + 60:
                groups.append([])
            groups[-1].append(at)
            apart = False
    return places, groups

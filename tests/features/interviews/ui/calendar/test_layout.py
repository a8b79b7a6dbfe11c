"""Where things stand in a calendar: weeks, lanes of days, columns of what overlaps."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from careercoach_desktop.features.interviews.ui.calendar.layout import (
    EARLIEST,
    LATEST,
    crowded,
    lanes,
    month_on,
    same_day_in,
    side_by_side,
    week_of,
    weeks_of_month,
    within_reach,
)

MONDAY, SUNDAY = 1, 7
DAYS = st.dates(EARLIEST, LATEST)
SPANS = st.lists(
    st.tuples(st.integers(0, 1439), st.integers(0, 300)).map(lambda each: (each[0], min(sum(each), 1440))), max_size=12
).map(lambda spans: sorted(spans, key=lambda span: (span[0], -span[1])))


def test_a_month_has_the_weeks_that_show_some_of_it() -> None:
    november = weeks_of_month(date(2026, 11, 26), MONDAY)
    assert november == [date(2026, 10, 26) + timedelta(7 * at) for at in range(6)]
    assert weeks_of_month(date(2026, 11, 26), SUNDAY)[0] == date(2026, 11, 1)
    assert len(weeks_of_month(date(2027, 2, 14), MONDAY)) == 4


@given(DAYS, st.integers(1, 7))
def test_every_day_is_in_its_week_and_every_month_whole(day: date, first: int) -> None:
    start = week_of(day, first)
    assert start.isoweekday() == first
    assert start <= day < start + timedelta(7)
    weeks = weeks_of_month(day, first)
    assert weeks[0] <= day.replace(day=1)
    assert weeks[-1] + timedelta(6) >= month_on(day, 1) - timedelta(1)
    assert 4 <= len(weeks) <= 6


def test_months_turn_and_keep_the_day_as_far_as_there_is_one() -> None:
    assert month_on(date(2026, 12, 31), 1) == date(2027, 1, 1)
    assert month_on(date(2026, 1, 31), -1) == date(2025, 12, 1)
    assert same_day_in(date(2027, 2, 1), 31) == date(2027, 2, 28)
    assert within_reach(date(9999, 12, 31)) == LATEST


def test_lanes_fill_from_the_top() -> None:
    assert lanes([(0, 2), (1, 1), (3, 4), (2, 5)]) == [0, 1, 0, 1]


def test_what_overlaps_stands_beside_each_other_and_what_does_not_has_all_the_room() -> None:
    nine, ten, eleven = (hour * 60 for hour in (9, 10, 11))
    assert side_by_side([(nine, eleven), (ten, eleven), (eleven, eleven + 30)]) == [(0, 2), (1, 2), (0, 1)]


@given(SPANS)
def test_nothing_covers_anything(spans: list[tuple[int, int]]) -> None:
    places = side_by_side(spans)
    for at, (begin, end) in enumerate(spans):
        column, columns = places[at]
        assert 0 <= column < columns
        for other in range(at + 1, len(spans)):
            overlap = begin < max(spans[other][1], spans[other][0] + 1) and spans[other][0] < max(end, begin + 1)
            if overlap:
                assert places[other][0] != column
                assert places[other][1] == columns


def test_what_there_is_no_room_for_is_gathered_by_the_hour() -> None:
    ten = 10 * 60
    spans = [(ten, ten + 120), (ten, ten + 60), (ten + 15, ten + 60), (ten + 45, ten + 90), (ten + 75, ten + 120)]
    places, groups = crowded(spans, 2)
    assert places == [(0, 2), None, None, None, None]
    assert groups == [[1, 2, 3], [4]]
    assert crowded(spans[:2], 2) == ([(0, 2), (1, 2)], [])


@given(SPANS, st.integers(2, 5))
def test_everything_has_a_place_or_is_gathered_and_what_is_gathered_is_in_nobodys_way(
    spans: list[tuple[int, int]], most: int
) -> None:
    places, groups = crowded(spans, most)
    assert sorted(at for group in groups for at in group) == [at for at, place in enumerate(places) if place is None]
    for group in groups:
        begin, end = spans[group[0]][0], max(spans[at][1] for at in group)
        for place, span in zip(places, spans, strict=True):
            if place is not None and span[0] < end and begin < span[1]:
                assert place[0] < most - 1
                assert place[1] == most

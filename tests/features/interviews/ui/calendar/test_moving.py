"""Moving an interview on one's own clock: it keeps its zone, and clocks that change lose and double nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercoach_desktop.features.interviews.model import When
from careercoach_desktop.features.interviews.ui.calendar.moving import (
    lasting,
    moved_by_days,
    moved_by_minutes,
    moved_to,
    snapped,
)

BERLIN, NEW_YORK, LONDON = "Europe/Berlin", "America/New_York", "Europe/London"


def at(local: str, zone: str = BERLIN, minutes: int = 60, *, all_day: bool = False) -> When:
    return When(local=datetime.fromisoformat(local), zone=zone, minutes=minutes, all_day=all_day)


def test_let_go_at_two_it_is_at_two_on_my_clock_and_at_eight_on_theirs() -> None:
    moved = moved_to(at("2026-12-03 10:00", NEW_YORK), date(2026, 12, 4), 14 * 60, BERLIN)
    assert (moved.local, moved.zone) == (datetime.fromisoformat("2026-12-04 08:00"), NEW_YORK)
    assert moved.on(BERLIN).hour == 14


def test_another_day_keeps_the_time_that_was_agreed_on_where_it_takes_place() -> None:
    """New York puts its clocks forward two weeks before Berlin does."""
    before = at("2027-03-11 10:00", NEW_YORK)
    moved = moved_by_days(before, 4, BERLIN)
    assert moved.local == datetime.fromisoformat("2027-03-15 10:00")
    assert (before.on(BERLIN).hour, moved.on(BERLIN).hour) == (16, 15)


def test_another_day_is_that_many_days_later_for_the_person_too() -> None:
    late = at("2027-03-26 18:30", NEW_YORK)  # half past eleven at night in Berlin, an hour later once clocks changed
    moved = moved_by_days(late, 3, BERLIN)
    assert late.on(BERLIN).date() == date(2027, 3, 26)
    assert moved.on(BERLIN).date() == date(2027, 3, 29)


def test_whole_days_stay_whole_days() -> None:
    moved = moved_by_days(at("2026-12-03 00:00", NEW_YORK, 2880, all_day=True), 1, BERLIN)
    assert (moved.all_day, moved.minutes, moved.day) == (True, 2880, date(2026, 12, 4))


def test_let_go_in_the_hour_that_is_skipped_it_is_what_the_clock_shows_after_the_change() -> None:
    moved = moved_to(at("2027-03-27 10:00"), date(2027, 3, 28), 2 * 60 + 30, BERLIN)
    assert moved.on(BERLIN).time().isoformat() == "03:30:00"


def test_an_hour_that_comes_twice_is_walked_through_twice() -> None:
    """On 25 October 2026 Berlin's clocks go back from three to two."""
    when, seen = at("2026-10-25 01:45"), []
    for _step in range(10):
        when = moved_by_minutes(when, 15)
        seen.append((when.local.strftime("%H:%M"), when.local.fold))
    first = [(f"02:{minute:02}", 0) for minute in (0, 15, 30, 45)]
    second = [(f"02:{minute:02}", 1) for minute in (0, 15, 30, 45)]
    assert seen == [*first, *second, ("03:00", 0), ("03:15", 0)]


def test_moved_within_the_second_of_two_hours_it_stays_in_it() -> None:
    second = When(local=datetime.fromisoformat("2026-10-25 02:15").replace(fold=1), zone=BERLIN)
    moved = moved_to(second, date(2026, 10, 25), 2 * 60 + 45, BERLIN)
    assert moved.start == datetime(2026, 10, 25, 1, 45, tzinfo=UTC)


@pytest.mark.parametrize(("wanted", "made"), [(45, 45), (0, 15), (-30, 15), (10**6, 14 * 1440)])
def test_it_lasts_a_quarter_at_least_and_a_fortnight_at_most(wanted: int, made: int) -> None:
    assert lasting(at("2026-12-03 10:00"), wanted).minutes == made


def test_whole_days_last_a_day_at_least() -> None:
    assert lasting(at("2026-12-03 00:00", minutes=1440, all_day=True), 15).minutes == 1440


def test_places_to_let_go_are_quarters() -> None:
    assert [snapped(minute) for minute in (7, 8, 61, -8)] == [0, 15, 60, -15]


@given(
    st.datetimes(datetime.fromisoformat("2020-01-01 00:00"), datetime.fromisoformat("2045-01-01 00:00")),
    st.sampled_from([BERLIN, NEW_YORK, LONDON, "Asia/Kolkata", "Australia/Lord_Howe", "UTC+05:30"]),
    st.integers(-400, 400),
)
def test_any_day_is_reached_and_the_zone_and_length_stay(local: datetime, zone: str, days: int) -> None:
    when = When(local=local, zone=zone, minutes=45)
    moved = moved_by_days(when, days, BERLIN)
    assert moved.on(BERLIN).date() == when.on(BERLIN).date() + timedelta(days=days)
    assert (moved.zone, moved.minutes) == (zone, 45)

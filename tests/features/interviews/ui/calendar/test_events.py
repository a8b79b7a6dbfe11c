"""Interviews on the person's own clock."""

from __future__ import annotations

from datetime import date

import pytest

from careercoach_desktop.features.interviews.model.when import zone_of
from careercoach_desktop.features.interviews.ui.calendar.events import Event, event_of
from careercoach_desktop.features.interviews.ui.calendar.words import (
    month_title,
    span_words,
    spoken,
    there_words,
    time_of,
    week_title,
)
from tests.features.interviews.ui.calendar.showing import BERLIN, NOW, a_round


def seen(*args: object, **more: object) -> Event:
    return event_of(a_round(1, *args, **more), zone_of(BERLIN))  # type: ignore[arg-type]


def test_it_stands_where_my_clock_says_and_tells_what_theirs_says() -> None:
    event = seen("2026-11-27 10:00", zone="America/New_York")
    assert event.minutes_on(date(2026, 11, 27)) == (16 * 60, 17 * 60)
    assert (span_words(event), there_words(event)) == ("16:00 – 17:00", "10:00 in New York")


def test_where_clocks_agree_one_time_says_it_all() -> None:
    assert there_words(seen("2026-11-27 10:00", zone="Europe/Paris")) == ""


def test_the_day_there_is_named_when_it_is_another() -> None:
    event = seen("2026-11-27 21:00", zone="America/Los_Angeles")
    assert event.first == date(2026, 11, 28)
    assert there_words(event) == "Fri 21:00 in Los Angeles"


def test_a_whole_day_is_the_same_day_everywhere() -> None:
    event = seen("2026-11-27", zone="Pacific/Auckland", minutes=1440, all_day=True)
    assert (event.first, event.last, event.in_strip) == (date(2026, 11, 27), date(2026, 11, 27), True)


def test_hours_past_midnight_stand_on_both_days() -> None:
    event = seen("2026-11-27 23:00", minutes=120)
    assert (event.first, event.last) == (date(2026, 11, 27), date(2026, 11, 28))
    assert event.minutes_on(event.first) == (23 * 60, 24 * 60)
    assert event.minutes_on(event.last) == (0, 60)


def test_until_midnight_is_one_day() -> None:
    event = seen("2026-11-27 22:00", minutes=120)
    assert (event.first, event.last) == (date(2026, 11, 27), date(2026, 11, 27))
    assert event.minutes_on(event.first) == (22 * 60, 24 * 60)


@pytest.mark.parametrize(
    ("local", "minutes", "span"),
    [("2026-10-25 01:30", 120, (90, 150)), ("2026-10-25 02:30", 60, (150, 210)), ("2027-03-28 01:30", 60, (90, 210))],
    ids=["over the hour that comes twice", "within it", "over the hour that is skipped"],
)
def test_on_a_day_when_clocks_change_it_stands_on_the_wall_clock(
    local: str, minutes: int, span: tuple[int, int]
) -> None:
    event = seen(local, minutes=minutes)
    assert event.minutes_on(event.first) == span


def test_an_hour_that_comes_twice_says_which_it_is() -> None:
    event = seen("2026-10-25 02:30", minutes=60)
    assert time_of(event.start) == "02:30 CEST"
    assert time_of(event.end) == "02:30 CET"


def test_titles_of_months_and_weeks() -> None:
    assert month_title(date(2026, 11, 3)) == "November 2026"
    assert week_title(date(2026, 11, 23)) == "23 – 29 November 2026"
    assert week_title(date(2026, 11, 30)) == "30 Nov – 6 Dec 2026"
    assert week_title(date(2026, 12, 28)) == "28 Dec 2026 – 3 Jan 2027"


def test_it_is_spoken_whole() -> None:
    words = spoken(seen("2026-11-27 10:00", zone="America/New_York", conflicts=(2,)), NOW)
    assert words == "Halden Rail, Panel, Fri 27 Nov, 16:00 – 17:00, 10:00 in New York, overlaps another round"

"""What the clock on the wall says is kept, whatever clocks do: changes of the hour, the ends of the calendar, zones
without a name, and zone data that changed since.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from sqlalchemy import update

from careercoach_desktop.features.interviews.model import When
from careercoach_desktop.features.interviews.model.when import comes_twice, never_comes, zone_of
from careercoach_desktop.features.interviews.service import InterviewService
from careercoach_desktop.features.interviews.store.tables import INTERVIEW
from careercoach_desktop.features.interviews.timing import (
    both_clocks,
    computer_zone,
    length_words,
    when_words,
    zone_of_windows,
)
from careercoach_desktop.foundation.storage.database import Database
from tests.features.interviews.conftest import video_call, wall

ZONES = st.sampled_from(
    [
        "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia",
        "Africa/Casablanca", "America/Sao_Paulo", "Asia/Gaza", "Antarctica/Troll", "UTC",
        "UTC+05:30", "UTC-09:30", "UTC+14:00",
    ]
)  # fmt: skip
SKIPPED = [
    ("2026-03-29T02:00", "Europe/Berlin", 60),
    ("2026-03-08T02:00", "America/New_York", 60),
    ("2026-10-04T02:00", "Australia/Lord_Howe", 30),
    ("2018-11-04T00:00", "America/Sao_Paulo", 60),
    ("2011-12-30T00:00", "Pacific/Apia", 1440),
]
"""What clocks never showed there: the first of it, and for how many minutes."""
WALLS = st.datetimes(min_value=datetime.fromisoformat("1990-01-01"), max_value=datetime.fromisoformat("2200-01-01"))


def made(local: datetime, zone: str, *, fold: int = 0, minutes: int = 60, all_day: bool = False) -> When:
    return When(local=local.replace(fold=fold), zone=zone, minutes=minutes, all_day=all_day)


@given(WALLS, ZONES, st.integers(0, 1))
@example(datetime.fromisoformat("2026-10-25T02:30"), "Europe/Berlin", 1)
@example(datetime.fromisoformat("2026-03-29T02:30"), "Europe/Berlin", 1)
@example(datetime.fromisoformat("2011-12-30T12:00"), "Pacific/Apia", 0)
def test_a_wall_time_survives_the_way_through_utc(local: datetime, zone: str, fold: int) -> None:
    when = made(local, zone, fold=fold)
    assume(not never_comes(local, zone))
    assert When.at(when.start, zone).same(when)


@given(st.sampled_from(SKIPPED), st.integers(0, 1439), st.integers(0, 1))
def test_an_hour_that_never_comes_is_read_as_after_the_change(
    skipped: tuple[str, str, int], minute: int, fold: int
) -> None:
    first, zone, minutes = skipped
    local = datetime.fromisoformat(first) + timedelta(minutes=minute % minutes)
    assert never_comes(local, zone)
    when = made(local, zone, fold=fold)
    shown = when.on(zone).replace(tzinfo=None)
    assert shown - local == timedelta(minutes=minutes)
    assert not never_comes(shown, zone)


@given(WALLS, ZONES, st.integers(1, 2 * 24 * 60))
def test_hours_last_as_long_as_they_say_and_days_end_at_midnight(local: datetime, zone: str, minutes: int) -> None:
    assert made(local, zone, minutes=minutes).end - made(local, zone, minutes=minutes).start == timedelta(
        minutes=minutes
    )
    days = made(local, zone, minutes=minutes, all_day=True)
    assert (days.local.hour, days.local.minute, days.minutes % 1440) == (0, 0, 0)
    assert days.minutes >= minutes
    assert days.end > days.start


@given(st.datetimes(), st.sampled_from(["UTC+14:00", "UTC-12:00", "America/New_York", "Asia/Tokyo"]))
@example(datetime.fromisoformat("9999-12-31T23:59"), "UTC-12:00")
@example(datetime.fromisoformat("0001-01-01T00:00"), "UTC+14:00")
def test_the_ends_of_the_calendar_are_refused_or_right(local: datetime, zone: str) -> None:
    try:
        when = made(local, zone)
    except ValidationError:
        assert local.year in (1, 9999)
    else:
        assert when.end > when.start


def test_the_hour_that_comes_twice() -> None:
    local = datetime.fromisoformat("2026-10-25T02:30")
    first, second = made(local, "Europe/Berlin"), made(local, "Europe/Berlin", fold=1)
    assert comes_twice(local, "Europe/Berlin")
    assert second.start - first.start == timedelta(hours=1)
    assert first == second
    assert not first.same(second)


def test_a_day_of_twenty_five_hours() -> None:
    day = made(datetime.fromisoformat("2026-10-25"), "Europe/Berlin", minutes=1440, all_day=True)
    assert day.end - day.start == timedelta(hours=25)


@pytest.mark.parametrize("zone", ["Mars/Olympus", "Europe", "UTC+25:00", "UTC+5", "", "../../etc/passwd"])
def test_a_zone_that_is_none_is_refused(zone: str) -> None:
    with pytest.raises(ValidationError):
        made(datetime.fromisoformat("2026-12-03T10:00"), zone)


@pytest.mark.parametrize(
    ("local", "zone", "fold"),
    [
        ("2026-10-25T02:30", "Europe/Berlin", 1),
        ("2026-03-29T02:30", "Europe/Berlin", 0),
        ("2038-01-19T04:14", "America/New_York", 0),
        ("9999-12-30T10:00", "UTC+05:30", 0),
        ("2099-07-01T10:00", "Australia/Lord_Howe", 0),
    ],
)
def test_it_is_kept_to_the_fold(interviews: InterviewService, job: int, local: str, zone: str, fold: int) -> None:
    when = made(datetime.fromisoformat(local), zone, fold=fold)
    kept = interviews.get(interviews.schedule(job, video_call(when)).id)
    assert kept.when.same(when)
    (line,) = interviews.between(when.start, when.end)
    assert line.interview == kept


@settings(deadline=None)
@given(WALLS, ZONES)
def test_both_clocks_show_one_moment(local: datetime, zone: str) -> None:
    when = made(local, zone)
    clocks = both_clocks(when, "Europe/Berlin")
    assert clocks.here.astimezone(UTC) == when.start
    if clocks.there is not None:
        assert clocks.there.astimezone(UTC) == when.start


def test_the_words_of_a_time() -> None:
    own = "Europe/Berlin"
    assert when_words(wall("2026-12-03 10:00"), own) == "Thu 3 Dec 2026, 10:00"
    assert when_words(wall("2026-12-03 10:00", "Europe/Paris"), own) == "Thu 3 Dec 2026, 10:00"
    assert when_words(wall("2026-12-03 09:00", "Europe/London"), own) == "Thu 3 Dec 2026, 10:00 (09:00 in London)"
    assert when_words(wall("2026-12-03 20:00", "America/New_York"), own) == (
        "Fri 4 Dec 2026, 02:00 (Thu 3 Dec, 20:00 in New York)"
    )
    assert when_words(wall("2026-12-03 10:00", "UTC+05:30"), own) == "Thu 3 Dec 2026, 05:30 (10:00 UTC+05:30)"
    assert when_words(wall("2026-12-03", "Asia/Tokyo", 1440, all_day=True), own) == "Thu 3 Dec 2026, all day"
    assert [length_words(wall("2026-12-03 10:00", minutes=each)) for each in (45, 60, 90)] == [
        "45 min",
        "1 h",
        "1 h 30 min",
    ]


def test_the_computers_zone_and_those_of_windows_are_known_here() -> None:
    zone_of(computer_zone())
    assert zone_of_windows("W. Europe Standard Time") == "Europe/Berlin"
    assert zone_of_windows("pacific standard time") == "America/Los_Angeles"
    assert zone_of_windows("Middle-earth Time") is None


def test_ten_stays_ten_when_a_country_changes_its_clocks(
    database: Database, interviews: InterviewService, job: int
) -> None:
    """As if the file had been written under other zone data."""
    made_here = interviews.schedule(job, video_call(wall("2026-12-03 10:00")))
    start = made_here.when.start
    with database.write() as unit:
        hour = timedelta(hours=1)
        unit.session.connection().execute(update(INTERVIEW).values(starts=start - hour, ends=made_here.when.end - hour))
    assert interviews.work_out_again() == 1
    assert interviews.get(made_here.id).when.same(made_here.when)
    assert [line.interview.id for line in interviews.between(start, start + timedelta(minutes=1))] == [made_here.id]
    assert interviews.work_out_again() == 0


def test_a_zone_of_another_computer_is_read_by_what_it_was(
    database: Database, interviews: InterviewService, job: int
) -> None:
    made_here = interviews.schedule(job, video_call(wall("2026-12-03 10:00")))
    with database.write() as unit:
        unit.session.connection().execute(update(INTERVIEW).values(zone="Europe/Atlantis"))
    kept = interviews.get(made_here.id)
    assert (kept.when.zone, kept.when.start) == ("UTC+01:00", made_here.when.start)
    interviews.change(made_here.id, {"notes": "Bring fins."})
    with database.read() as session:
        assert session.connection().execute(INTERVIEW.select()).one().zone == "Europe/Atlantis", "it is not forgotten"

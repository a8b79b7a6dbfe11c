"""Times, lengths and days as people type them."""

from __future__ import annotations

from datetime import date, time

import pytest

from careercoach_desktop.features.interviews.ui.typed import (
    read_any_day,
    read_minutes,
    read_time,
    written_minutes,
    written_time,
)

THURSDAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10", time(10)),
        ("10:30", time(10, 30)),
        ("1030", time(10, 30)),
        ("930", time(9, 30)),
        ("14.15", time(14, 15)),
        ("14h30", time(14, 30)),
        ("14 Uhr", time(14)),
        ("2pm", time(14)),
        ("2:30 p.m.", time(14, 30)),
        ("12am", time(0)),
        ("12 PM", time(12)),
        ("noon", time(12)),
        (" 8 ", time(8)),
        ("25", None),
        ("10:75", None),
        ("14pm", None),
        ("ten", None),
        ("10m", None),
        ("", None),
    ],
)
def test_a_time_of_day(typed: str, meant: time | None) -> None:
    assert read_time(typed) == meant


def test_every_quarter_is_read_as_it_is_written() -> None:
    quarters = [time(hour, minute) for hour in range(24) for minute in (0, 15, 30, 45)]
    assert [read_time(written_time(each)) for each in quarters] == quarters


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("45", 45),
        ("45 min", 45),
        ("90 minutes", 90),
        ("1", 60),
        ("2 h", 120),
        ("1 h 30", 90),
        ("1h30min", 90),
        ("1:30", 90),
        ("1.5 h", 90),
        ("1,5 h", 90),
        ("3 hours", 180),
        ("0", None),
        ("1 h 75", None),
        ("long", None),
        ("99999999", None),
    ],
)
def test_a_length(typed: str, meant: int | None) -> None:
    assert read_minutes(typed) == meant


def test_every_length_is_read_as_it_is_written() -> None:
    lengths = [15, 30, 45, 60, 75, 90, 120, 180, 245]
    assert [read_minutes(written_minutes(each)) for each in lengths] == lengths


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3 Dec 2026", date(2026, 12, 3)),
        ("2026-12-03", date(2026, 12, 3)),
        ("today", THURSDAY),
        ("Tomorrow", date(2026, 11, 27)),
        ("Friday", date(2026, 11, 27)),
        ("thu", date(2026, 12, 3)),
        ("3 Dec", date(2026, 12, 3)),
        ("2 Jan", date(2027, 1, 2)),
        ("Wed 2 Dec 2026", date(2026, 12, 2)),
        ("31 Feb", None),
        ("soon", None),
    ],
)
def test_a_day(typed: str, meant: date | None) -> None:
    assert read_any_day(typed, THURSDAY) == meant

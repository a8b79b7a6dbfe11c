"""Interviews from a terminal."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from careercoach_desktop.features.interviews.cli.times import minutes_of, when_of, zone_named
from careercoach_desktop.foundation.errors import UserError
from tests.support.terminal import POSTING, Terminal, _hunt, hunting, terminal  # noqa: F401 - fixtures

NOW = datetime(2026, 11, 26, 23, 30, tzinfo=UTC)


def test_a_round_from_the_first_word_to_the_thanks(terminal: Terminal) -> None:  # noqa: F811
    job = int(terminal.fine("jobs", "add", POSTING, "--json").json["id"])
    made = terminal.fine(
        "interviews", "add", job, "2099-12-03 10:00", "--zone", "london", "--type", "technical", "--length", "1h30",
        "--with", "Ana Silva <ana@x.example>", "--link", "https://meet.example/1", "--json",
    ).json  # fmt: skip
    number = made["id"]
    assert (made["local"], made["zone"], made["minutes"]) == ("2099-12-03T10:00", "Europe/London", 90)
    assert [(each["name"], each["email"]) for each in made["interviewers"]] == [("Ana Silva", "ana@x.example")]
    assert "INTERVIEW_SCHEDULED" in terminal.fine("jobs", "show", job, "--json").out

    moved = terminal.fine("interviews", "move", number, "2099-12-04 9:00", "--json").json
    assert (moved["local"], moved["zone"], moved["minutes"]) == ("2099-12-04T09:00", "Europe/London", 90)
    clash = terminal.fine("interviews", "add", job, "2099-12-04 9:30", "--zone", "London", "--type", "Behavioural")
    assert f"At the same time: number {number}" in clash.err
    listed = terminal.fine("interviews", "list", "ana").out
    assert f"{number} " in listed
    assert "Technical" in listed
    assert " !" in listed

    done = terminal.fine("interviews", "complete", number, "--outcome", "passed", "--json").json
    assert done["outcome"] == "PASSED"
    assert "INTERVIEW_COMPLETED" in terminal.fine("jobs", "show", job, "--json").out
    terminal.fine("interviews", "thanked", number)
    shown = terminal.fine("interviews", "show", number).out
    assert "Ana Silva" in shown
    assert "Thanked" in shown
    assert "Interview took place: round 1 (technical): passed" in terminal.fine("jobs", "show", job).out

    terminal.fine("interviews", "cancel", number + 1)
    terminal.fine("interviews", "remove", number, number + 1)
    assert terminal.fine("interviews", "list", "--all", "--json").json == []


def test_what_is_not_there_or_not_understood_says_what_to_do(terminal: Terminal) -> None:  # noqa: F811
    job = int(terminal.fine("jobs", "add", POSTING, "--json").json["id"])
    for words in (
        ("show", 99),
        ("remove", 99),
        ("add", job, "soonish"),
        ("add", job, "tomorrow 10:00", "--zone", "xqzt"),
    ):
        refused = terminal("interviews", *words)
        assert refused.code == 1, words
    assert terminal.fine("interviews", "list", "--all", "--json").json == []


@pytest.mark.parametrize(
    ("text", "zone", "local", "all_day"),
    [
        ("2026-12-03 10:00", "", "2026-12-03T10:00", False),
        ("2026-12-03T10:00", "", "2026-12-03T10:00", False),
        ("tomorrow 9", "", "2026-11-28T09:00", False),
        ("tomorrow 9.30", "new york", "2026-11-27T09:30", False),
        ("1w 14:00", "", "2026-12-04T14:00", False),
        ("2026-12-03", "", "2026-12-03T00:00", True),
    ],
)
def test_a_time_as_it_is_typed(text: str, zone: str, local: str, all_day: bool) -> None:
    """Tomorrow is tomorrow where the round takes place: it is past midnight in Berlin, and not in New York."""
    when = when_of(text, zone, "", "Europe/Berlin", NOW)
    assert (when.local.isoformat(timespec="minutes"), when.all_day) == (local, all_day)


@pytest.mark.parametrize("text", ["10:00", "2026-13-01 10:00", "2026-12-03 25:00", "2026-12-03 ten", ""])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(UserError):
        when_of(text, "", "", "Europe/Berlin", NOW)


def test_an_hour_that_does_not_come_is_refused() -> None:
    with pytest.raises(UserError) as refused:
        when_of("2026-03-29 02:30", "Europe/Berlin", "", "UTC", NOW)
    assert refused.value.code == "time-skipped"


def test_lengths_and_zones_as_they_are_typed() -> None:
    assert [minutes_of(each) for each in ("45", "45min", "1h", "1h30", "1 h 30 min")] == [45, 45, 60, 90, 90]
    for wrong in ("", "0", "long", "99h 99999"):
        with pytest.raises(UserError):
            minutes_of(wrong)
    assert [zone_named(each, "UTC") for each in ("", "Berlin", "UTC+05:30", "Asia/Tokyo")] == [
        "UTC",
        "Europe/Berlin",
        "UTC+05:30",
        "Asia/Tokyo",
    ]

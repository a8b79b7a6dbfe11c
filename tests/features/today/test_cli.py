"""The day in a terminal."""

from __future__ import annotations

from datetime import datetime, timedelta

from tests.support.terminal import POSTING, Terminal


def test_a_new_folder_has_a_quiet_day(terminal: Terminal) -> None:
    said = terminal.fine("today").out
    assert "Nothing needs you today." in said
    assert "No interview is coming up." in said
    assert terminal.fine("today", "--json").json["needs"] == []


def test_a_day_says_what_needs_doing_and_how_the_search_stands(terminal: Terminal) -> None:
    job = int(terminal.fine("jobs", "add", POSTING, "--json").json["id"])
    terminal.fine("jobs", "move", job, "applied")
    soon = (datetime.now().astimezone() + timedelta(days=2)).date()
    made = terminal.fine("interviews", "add", job, f"{soon} 10:00", "--type", "technical", "--json").json
    terminal.fine("due", "add", job, "Ring \x1b[31mPriya", "--until", "today")

    told = terminal.fine("today", "--json").json
    assert [(need["kind"], need["job"], need["interview"]) for need in told["needs"]] == [
        ("OWN", job, None),
        ("INTERVIEW", job, made["id"]),
    ]
    assert {each["stage"]: each["reached"] for each in told["stages"]}["INTERVIEW"] == 1
    assert told["weeks"][-1]["jobs"] == [job]
    assert told["lately"][0]["job"] == job
    said = terminal.fine("today").out
    assert "Ring Priya" in said
    assert f"Interview {soon}" in said
    assert "1 of 1 applications got an answer." in said
    assert "\x1b" not in said

"""The postings that come with the sample data, read as a person would add them."""

from __future__ import annotations

from datetime import date

import pytest

from careercoach_desktop.features.jobs.capture import read_posting, read_text
from careercoach_desktop.features.jobs.capture.terms import stated_work_mode
from careercoach_desktop.features.jobs.model import Posting, WorkMode
from careercoach_desktop.foundation.resources import resource


def sample(name: str) -> Posting:
    data = resource(f"sample/postings/{name}").read_bytes()
    return read_text(data.decode()) if name.endswith(".txt") else read_posting(data, name, "")


def test_a_pasted_posting_gives_place_mode_and_deadline() -> None:
    posting = sample("data-engineer-tidewater.txt")
    assert (posting.company, posting.location) == ("Tidewater Harbour Services", "Hull, United Kingdom")
    assert (posting.work_mode, posting.deadline) == (WorkMode.HYBRID, date(2026, 12, 9))


def test_what_one_should_bring_is_asked_for() -> None:
    posting = sample("analytics-engineer-dovecote.html")
    assert posting.requirements[0] == "Two years or more with SQL and dbt"
    assert "Model learning events in dbt and document every column" not in posting.requirements


def test_the_work_mode_is_found_in_the_text_where_the_record_does_not_name_it() -> None:
    assert sample("senior-data-engineer-brackenfield.html").work_mode is WorkMode.HYBRID


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Bread\nHybrid: two days a week in Leeds", WorkMode.HYBRID),
        ("Two days a week in Hull, the rest from home", WorkMode.HYBRID),
        ("You drive two days a week in the van", None),
        ("Hybrid cars are our business", None),
    ],
)
def test_a_line_that_begins_with_the_mode_states_it(text: str, mode: WorkMode | None) -> None:
    assert stated_work_mode(text) is mode


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Apply by 9 December 2026", date(2026, 12, 9)),
        ("£62,000 a year · Apply by 18 December 2026", date(2026, 12, 18)),
        ("Applications close on 3 March 2026", date(2026, 3, 3)),
        ("Apply by post", None),
    ],
)
def test_a_deadline_needs_no_colon(line: str, day: date | None) -> None:
    text = f"Harbour Pilot\nTidewater Ltd\nHull, United Kingdom\n{line}\n\nWe pilot ships in and out of the harbour."
    assert read_text(text).deadline == day

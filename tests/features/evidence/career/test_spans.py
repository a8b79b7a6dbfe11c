"""Years of work from partial dates, and labels people know their entries by."""

from __future__ import annotations

from datetime import date

import pytest

from careercoach_desktop.features.evidence.career import label_of, passages, span_of, years_covered
from careercoach_desktop.features.resumes.model import Highlight, ResumeData, Work

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("start", "end", "current", "years"),
    [
        ("2019", "2022", False, 3.0),
        ("2019-01", "2019-12", False, 1.0),
        ("2019", "2019", False, 0.5),
        ("2024-12", None, True, 2.0),
        ("2020", None, False, 0.5),
        (None, "2020", False, 0.0),
        ("2030", None, True, 0.0),
    ],
)
def test_years_of_one_entry(start: str | None, end: str | None, current: bool, years: float) -> None:
    span = span_of(Work(start=start, end=end, current=current), TODAY)
    assert years_covered([span] if span else []) == pytest.approx(years)


def test_overlaps_and_gaps() -> None:
    jobs = [
        Work(start="2018-01", end="2019-12"),
        Work(start="2019-01", end="2020-12"),
        Work(start="2022-01", end="2022-12"),
    ]
    assert years_covered(span for job in jobs if (span := span_of(job, TODAY))) == pytest.approx(4.0)


def test_labels() -> None:
    assert label_of("Brightwater", Work(start="2022-03", current=True)) == "Brightwater, 2022 – now"
    assert label_of("Brightwater", Work(start="2019", end="2022")) == "Brightwater, 2019 – 2022"
    assert label_of("Brightwater", Work(start="2023-01", end="2023-06")) == "Brightwater, 2023"
    assert label_of("Brightwater", Work()) == "Brightwater"


def test_hidden_parts_are_passed_over_unless_wanted() -> None:
    resume = ResumeData(
        work=[Work(id="w", name="Shop", highlights=[Highlight(id="b", text="Kept the till.")])], hidden=["w"]
    )
    assert passages(resume) == []
    assert [each.text for each in passages(resume, with_hidden=True)] == ["Shop", "Kept the till."]

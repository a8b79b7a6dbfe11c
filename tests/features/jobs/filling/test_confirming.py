"""What a model found on a page counts only where the page says it."""

from __future__ import annotations

from datetime import date

import pytest

from careercoach_desktop.features.jobs.filling import Fact, PageLines, Pay, PostingFindings, confirm, gaps
from careercoach_desktop.features.jobs.filling.gaps import FIELDS, is_worth_asking
from careercoach_desktop.features.jobs.model import FieldOrigin, JobType, Posting, SalaryPeriod, WorkMode

SEEN = date(2026, 11, 20)
PAGE = """# Join us!

**Signal Engineer** at *Halden Rail*

[Home](https://example.com) · Leeds, United Kingdom

You work two days a week in our Leeds office and the rest from home.

Permanent, full-time

Salary: £48,000 – £55,000 per year

## What you do

- Keep forty stations running
- Talk to the planners

## What you bring

- Three years with signalling
- A head for heights

We give 28 days of holiday.

Published 2 November 2026. Apply by 12 December 2026.
"""
LINES = PageLines.of(PAGE, is_markdown=True)


def at(words: str) -> int:
    """The number of the line that says this."""
    return next(number for number, text in enumerate(LINES.texts, 1) if words in text)


def fact(value: str, *words: str) -> Fact:
    return Fact(value=value, lines=[at(each) for each in words])


def found(**fields: object) -> dict[str, dict[str, object]]:
    findings = PostingFindings.model_validate({"is_single_posting": True, **fields})
    return {name: one.values for name, one in confirm(findings, LINES, FIELDS, SEEN).items()}


def test_lines_are_numbered_without_marks_and_blank_ones() -> None:
    assert LINES.numbered().splitlines()[:3] == [
        "1 Join us!",
        "2 Signal Engineer at Halden Rail",
        "3 Home · Leeds, United Kingdom",
    ]


def test_what_stands_in_its_line_is_taken() -> None:
    assert found(
        title=fact("Signal Engineer", "Signal"),
        company=fact("Halden Rail", "Halden"),
        location=fact("Leeds, United Kingdom", "Home"),
        work_mode=fact("HYBRID", "two days"),
        job_type=fact("FULL_TIME", "Permanent"),
        deadline=fact("2026-12-12", "Apply by"),
    ) == {
        "title": {"title": "Signal Engineer"},
        "company": {"company": "Halden Rail"},
        "location": {"location": "Leeds, United Kingdom"},
        "work_mode": {"work_mode": WorkMode.HYBRID},
        "job_type": {"job_type": JobType.FULL_TIME},
        "deadline": {"deadline": date(2026, 12, 12)},
    }


def test_a_date_counts_when_our_own_reader_reads_the_same() -> None:
    assert found(posted_date=fact("2026-11-02", "Published")) == {"posted_date": {"posted_date": date(2026, 11, 2)}}


def test_pay_is_read_by_our_own_reader() -> None:
    pay = Pay(minimum=48_000, maximum=55_000, currency="GBP", period="YEAR", lines=[at("Salary")])
    assert found(salary=pay)["salary"] == {
        "salary_min": 48_000,
        "salary_max": 55_000,
        "salary_currency": "GBP",
        "salary_period": SalaryPeriod.YEAR,
    }


def test_lists_and_the_description_are_the_pages_own_lines() -> None:
    values = found(
        responsibilities=[at("forty"), at("planners")],
        requirements=[at("Three years"), 900, -1],
        description=[at("Signal"), at("holiday")],
    )
    assert values["responsibilities"] == {"responsibilities": ["Keep forty stations running", "Talk to the planners"]}
    assert values["requirements"] == {"requirements": ["Three years with signalling"]}
    text = str(values["description"]["description"])
    assert text.startswith("**Signal Engineer** at *Halden Rail*")
    assert text.endswith("We give 28 days of holiday.")


@pytest.mark.parametrize(
    "fields",
    [
        {"title": fact("Head of Signalling", "Signal")},
        {"title": Fact(value="Signal Engineer", lines=[])},
        {"title": fact("Signal Engineer", "Home")},
        {"title": Fact(value="Signal Engineer", lines=[77])},
        {"company": fact("Northwind", "Halden")},
        {"location": fact("London", "Home")},
        {"work_mode": fact("REMOTE", "two days")},
        {"work_mode": fact("SOMETIMES", "two days")},
        {"work_mode": fact("REMOTE", "forty")},
        {"job_type": fact("CONTRACT", "Permanent")},
        {"posted_date": fact("2026-11-03", "Published")},
        {"deadline": fact("2026-12-24", "Apply by")},
        {"deadline": fact("soon", "Apply by")},
        {"salary": Pay(minimum=90_000, maximum=99_000, currency="GBP", period="YEAR", lines=[at("Salary")])},
        {"salary": Pay(minimum=48_000, maximum=55_000, currency="USD", period="YEAR", lines=[at("Salary")])},
        {"salary": Pay(minimum=28, maximum=28, currency="GBP", period="HOUR", lines=[at("holiday")])},
        {"requirements": [0, 400]},
        {"description": [at("holiday"), at("Signal")]},
        {"description": [1, 1]},
    ],
)
def test_what_does_not_stand_there_is_dropped(fields: dict[str, object]) -> None:
    assert found(**fields) == {}


def test_only_what_is_wanted_comes_in() -> None:
    findings = PostingFindings(is_single_posting=True, title=fact("Signal Engineer", "Signal"))
    assert confirm(findings, LINES, ("company",), SEEN) == {}


def test_every_value_knows_its_line() -> None:
    findings = PostingFindings(is_single_posting=True, company=fact("Halden Rail", "Halden"))
    assert confirm(findings, LINES, FIELDS, SEEN)["company"].line == "Signal Engineer at Halden Rail"


def test_a_very_long_page_is_cut() -> None:
    endless = PageLines.of("\n".join(f"Line {number} of many words" for number in range(9_000)), is_markdown=False)
    assert len(endless.texts) == 400


# --- gaps ------------------------------------------------------------------------------------------------------------

READ = Posting(
    title="Signal Engineer",
    company="Halden",
    location="Leeds",
    description="Long.",
    requirements=["One"],
    origins={
        "title": FieldOrigin(source="page"),
        "company": FieldOrigin(source="page", confidence=0.3),
    },
)


def test_gaps_are_what_is_empty_or_doubtful() -> None:
    assert gaps(READ, (), was_read=True) == (
        "company", "work_mode", "job_type", "salary", "posted_date", "deadline", "responsibilities", "benefits",
    )  # fmt: skip


def test_what_the_person_wrote_is_no_gap() -> None:
    assert "company" not in gaps(READ, ("company", "salary_max"), was_read=True)
    assert "salary" not in gaps(READ, ("company", "salary_max"), was_read=True)


def test_a_page_that_was_never_read_has_nothing_but_gaps() -> None:
    assert gaps(READ, ("location",), was_read=False) == tuple(name for name in FIELDS if name != "location")


def test_silence_about_pay_is_not_worth_a_question() -> None:
    assert not is_worth_asking(("salary", "deadline", "benefits", "requirements"))
    assert is_worth_asking(("salary", "company"))
    assert is_worth_asking(("requirements", "responsibilities"))

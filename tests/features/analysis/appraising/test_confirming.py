"""Claude's view of a posting: what it quotes must stand there, to the word; its figures and guesses are its own."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.analysis.appraising import JobView, PostingText, confirmed
from careercoach_desktop.features.analysis.model.job import Author, JobAnalysis
from careercoach_desktop.features.jobs.model import Posting

POSTING = Posting(
    title="Data Engineer",
    company="Northwind",
    description="## What you do\n- Build **pipelines** with JavaScript and SQL.\n"
    "- You’ll be on call – every third week.\n"
    "\nWe offer “free lunch” and 30 days of holiday.",
)


def view(**said: object) -> JobView:
    return JobView.model_validate({"verdict": "A plain job.", **said})


def read(answer: JobView, *, with_resume: bool = True) -> JobAnalysis:
    return confirmed(answer, POSTING, with_resume=with_resume)


@pytest.mark.parametrize(
    "quote",
    [
        "Build pipelines with JavaScript",
        "build pipelines",
        "You'll be on call - every third week.",
        '"free lunch"',
        "Data Engineer",
        "Build pipelines … every third week",
    ],
)
def test_a_quotation_stands_there_whatever_its_marks(quote: str) -> None:
    assert PostingText.of(POSTING).bears(quote)


@pytest.mark.parametrize(
    "quote",
    ["", "…", "Java", "Build pipelines with Python", "every third week … Build pipelines", "on call every third week"],
)
def test_words_that_do_not_stand_there_bear_nothing(quote: str) -> None:
    assert not PostingText.of(POSTING).bears(quote)


def test_remarks_without_the_postings_words_are_dropped_and_counted() -> None:
    kept, made_up, bare = (
        {"text": "On call is rare here.", "quote": "You’ll be on call – every third week."},
        {"text": "They fire people.", "quote": "we fire people"},
        {"text": "Lovely office."},
    )
    found = read(view(red_flags=[kept, made_up], highlights=[bare], required=[{"text": "SQL", "quote": "SQL"}]))
    assert [point.text for point in found.red_flags] == ["On call is rare here."]
    assert found.highlights == []
    assert [skill.term for skill in found.required] == ["SQL"]
    assert found.dropped == 2
    assert {point.by for point in found.red_flags} == {Author.CLAUDE}


def test_its_figures_are_kept_as_its_own_and_those_that_are_none_are_left_away() -> None:
    fit = {
        name: {"score": score, "text": "So."} for name, score in (("overall", 64), ("skills", 900), ("experience", -1))
    }
    found = read(view(fit=fit))
    assert [(figure.value, figure.by) for figure in found.figures] == [
        (64, Author.CLAUDE),
        (None, Author.CLAUDE),
        (None, Author.CLAUDE),
    ]


def test_without_a_resume_its_figures_and_gaps_mean_nothing() -> None:
    fit = {name: {"score": 70, "text": "So."} for name in ("overall", "skills", "experience")}
    answer = view(fit=fit, gaps=[{"text": "No SQL.", "quote": "SQL"}], recommendations=["Learn SQL."])
    found = read(answer, with_resume=False)
    assert (found.figures, found.gaps, found.recommendations) == ([], [], [])


def test_a_guess_stays_a_guess_and_addresses_are_left_out() -> None:
    found = read(
        view(salary_guess="Perhaps 60,000 to 70,000.", tips=["Write to me@evil.example.", "Ask about on call."])
    )
    assert found.salary == []
    assert found.salary_guess == "Perhaps 60,000 to 70,000."
    assert [point.text for point in found.tips] == ["Ask about on call."]

"""A posting read by rules: level, demands, pay, gaps and tips, each with the words it rests on."""

from __future__ import annotations

from datetime import date

import pytest

from careercoach_desktop.features.analysis.appraising import by_rules, pays_of, usual_currency
from careercoach_desktop.features.analysis.appraising.levels import title_level
from careercoach_desktop.features.analysis.model.job import FigureKind, JobAnalysis, Pay, RoleLevel
from careercoach_desktop.features.jobs.model import JobType, Posting, SalaryPeriod, WorkMode
from careercoach_desktop.features.matching.scoring import match
from careercoach_desktop.features.profile.model import Preferences
from tests.features.tailoring.engine.people import DATA_JOB, LENA, PEOPLE

TODAY = date(2026, 6, 1)
OTHERS = [Pay(1, 40_000, 50_000), Pay(2, 50_000, 60_000), Pay(3, 60_000, 80_000)]


def read(posting: Posting, wish: float | None = None, others: list[Pay] | None = None) -> JobAnalysis:
    preferences = Preferences(salary_min=wish, salary_currency="EUR" if wish else "")
    return by_rules(posting, LENA, preferences, others or [], "EUR", TODAY)


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Senior Data Engineer", RoleLevel.SENIOR),
        ("Junior Buchhalter (m/w/d)", RoleLevel.ENTRY),
        ("Werkstudent Marketing", RoleLevel.INTERNSHIP),
        ("Stagiaire comptabilité", RoleLevel.INTERNSHIP),
        ("Becario de diseño", RoleLevel.INTERNSHIP),
        ("Teamleiterin Logistik", RoleLevel.LEAD),
        ("Chef d’équipe maintenance", RoleLevel.LEAD),
        ("Jefe de equipo", RoleLevel.LEAD),
        ("Head of Nursing", RoleLevel.HEAD),
        ("Directrice des ventes", RoleLevel.HEAD),
        ("Staff Engineer", RoleLevel.LEAD),
        ("Staff Nurse", None),
        ("Lead Generation Specialist", None),
        ("Stage en comptabilité", RoleLevel.INTERNSHIP),
        ("Stage Manager", None),
        ("Sales Manager", None),
        ("Executive Assistant", None),
    ],
)
def test_titles_tell_the_level(title: str, level: RoleLevel | None) -> None:
    found = title_level(title)
    assert (found[0] if found else None) is level


def test_years_tell_it_where_the_title_does_not() -> None:
    found = read(Posting(title="Planner", description="You have at least five years of experience in planning."))
    assert [(each.level, each.quote) for each in found.levels] == [
        (RoleLevel.SENIOR, "You have at least five years of experience in planning.")
    ]


def test_what_nothing_tells_is_left_open() -> None:
    assert read(Posting(title="Planner", description="You plan.")).levels == []
    trainee = read(Posting(title="Planner", description="You plan.", job_type=JobType.INTERNSHIP))
    assert trainee.levels[0].level is RoleLevel.INTERNSHIP


def test_demands_carry_their_sentences_and_whether_they_are_shown() -> None:
    required = {skill.term: skill for skill in read(DATA_JOB).required}
    assert required["Apache Spark"].shown is False
    assert required["SQL"].shown is True
    assert all(skill.quote for skill in required.values())


def test_the_figures_are_the_matchers_own() -> None:
    report = match(LENA, DATA_JOB, Preferences(), TODAY)
    figures = {figure.kind: figure.value for figure in read(DATA_JOB).figures}
    assert figures[FigureKind.OVERALL] == report.score


def test_without_a_resume_nothing_is_compared() -> None:
    found = by_rules(DATA_JOB, None, Preferences(), [], "", TODAY)
    assert (found.figures, found.gaps, found.recommendations) == ([], [], [])
    assert {skill.shown for skill in found.required} == {None}


@pytest.mark.parametrize("person", PEOPLE)
def test_every_quotation_stands_in_the_posting(person: str) -> None:
    resume, posting, _notes = PEOPLE[person]
    found = by_rules(posting, resume, Preferences(), [], "", TODAY)
    whole = " ".join([posting.title, posting.description, *posting.requirements]).replace("*", "")
    flat = " ".join(whole.split())
    points = [*found.red_flags, *found.highlights, *found.gaps, *found.recommendations, *found.tips]
    quotes = [point.quote for point in points] + [skill.quote for skill in (*found.required, *found.preferred)]
    for quote in filter(None, quotes):
        assert quote.removesuffix("…") in flat


def test_a_gap_names_what_asks_for_it_and_neighbours_become_advice() -> None:
    found = read(DATA_JOB)
    assert any(point.text.startswith("Apache Spark is required") and point.quote for point in found.gaps)
    assert any("They ask for Snowflake; you name" in point.text for point in found.recommendations)


def test_remote_work_is_no_promise_to_live_anywhere() -> None:
    bound = Posting(title="Planner", description="You plan.", location="Remote (EU)", work_mode=WorkMode.REMOTE)
    free = bound.model_copy(update={"location": "Remote"})
    assert "It is remote work: Remote (EU)." in [point.text for point in read(bound).highlights]
    assert "It is remote work." in [point.text for point in read(free).highlights]


# --- pay -------------------------------------------------------------------------------------------------------------


def pay(wish: float | None = None, others: list[Pay] | None = None, **said: object) -> list[str]:
    posting = Posting.model_validate({"title": "Planner", "description": "You plan.", **said})
    return [point.text for point in read(posting, wish, others).salary]


def test_pay_that_is_not_named_is_only_compared_with_the_persons_own_jobs() -> None:
    assert pay() == ["The posting names no pay."]
    assert pay(others=OTHERS) == [
        "The posting names no pay.",
        "Your 3 other jobs here that name theirs pay EUR 40,000 to 80,000 a year; the middle one EUR 55,000.",
    ]
    assert pay(others=OTHERS[:2]) == ["The posting names no pay."]


def test_pay_that_is_named_stands_beside_the_wish_and_the_others() -> None:
    named = {"salary_min": 50_000, "salary_max": 62_000, "salary_currency": "EUR", "salary_period": SalaryPeriod.YEAR}
    assert pay(60_000, OTHERS, **named) == [
        "The posting names EUR 50,000 to 62,000 a year.",
        "Its upper end reaches your wish of EUR 60,000 a year: aim for it.",
        "Its middle is above that of 2 of your 3 other jobs here that name their pay.",
    ]
    assert "All of it reaches your wish" in pay(45_000, **named)[1]
    assert "stays below your wish" in pay(90_000, **named)[1]


def test_pay_by_the_hour_is_compared_by_the_year() -> None:
    hourly = {"salary_min": 30, "salary_currency": "EUR", "salary_period": SalaryPeriod.HOUR}
    assert pay(60_000, **hourly)[:2] == [
        "The posting names EUR 30 an hour.",
        "All of it reaches your wish of EUR 60,000 a year.",
    ]


def test_another_currency_is_not_compared() -> None:
    named = {"salary_min": 50_000, "salary_currency": "CHF", "salary_period": SalaryPeriod.YEAR}
    assert pay(60_000, **named) == ["The posting names CHF 50,000 a year."]


def test_other_jobs_count_that_name_pay_in_the_same_currency() -> None:
    def card(job_id: int, low: float | None, currency: str) -> object:
        from types import SimpleNamespace

        return SimpleNamespace(id=job_id, salary_min=low, salary_max=None, salary_currency=currency, salary_period=None)

    cards = [card(1, 50_000, "EUR"), card(2, 60_000, "GBP"), card(3, None, "EUR"), card(4, 4_000, "EUR")]
    assert pays_of(cards, 9, "EUR") == [Pay(1, 50_000, 50_000), Pay(4, 48_000, 48_000)]  # type: ignore[arg-type]
    assert pays_of(cards, 1, "EUR") == [Pay(4, 48_000, 48_000)]  # type: ignore[arg-type]
    assert usual_currency(Posting(), Preferences(), cards) == "EUR"  # type: ignore[arg-type]


# --- tips ------------------------------------------------------------------------------------------------------------


def test_tips_come_from_the_posting() -> None:
    posting = Posting(title="Planner", description="Send a cover letter with your salary expectations.",
                      deadline=date(2026, 6, 3))  # fmt: skip
    assert [point.text for point in read(posting).tips] == [
        "Write a cover letter: they ask for one.",
        "Say what you want to earn: they ask for it.",
        "Apply soon: its deadline is in 2 days.",
    ]


def test_another_language_is_worth_a_question() -> None:
    german = Posting(title="Planer", description="Wir suchen einen Planer für die Touren und das Lager in der Stadt.")
    assert (
        read(german).tips[-1].text == "The posting is in German and your résumé is not: ask which language they want."
    )

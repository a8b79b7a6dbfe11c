"""What a score promises, tried with many postings and résumés: it can't be bought with repetition, and every true
thing said counts for a person, never against them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.matching.model import Keyword, MatchReport
from careercoach_desktop.features.matching.scoring import match
from careercoach_desktop.features.profile.model import Preferences
from careercoach_desktop.features.resumes.model import Basics, Education, Highlight, ResumeData, Skill, Work
from tests.features.tailoring.engine.people import TODAY

REQUIREMENTS = [
    "Python and SQL",
    "3+ years of experience with Python",
    "Snowflake or BigQuery",
    "Airflow is a plus",
    "Wound care",
    "Bachelor's degree in computer science",
    "Month-end close and VAT returns",
    "Fluent German",
    "Excellent communication skills",
    "Kubernetes, Docker or Nomad",
    "Ideally Terraform",
    "At least 5 years in data engineering",
]
SKILLS = ["Python", "SQL", "BigQuery", "Snowflake", "Airflow", "Wound care", "Month-end close", "Docker", "Terraform"]
ASIDES = [
    "Our office has a kitchen and a garden.",
    "We were founded in 1998 in Leeds.",
    "## Benefits\n- Free Kotlin lessons and Excel training",
    "## About us\nWe sell Kafka mugs and PostgreSQL posters.",
    "No Java experience is required.",
]
lines = st.lists(st.sampled_from(REQUIREMENTS), min_size=1, max_size=6, unique=True)
skills = st.lists(st.sampled_from(SKILLS), max_size=5, unique=True)
bullets = st.lists(st.sampled_from([f"Worked with {skill} every day." for skill in SKILLS]), max_size=4, unique=True)
calm = settings(max_examples=60, deadline=None)


def posting(requirements: list[str], more: str = "") -> Posting:
    return Posting(
        title="Data Engineer", description="Requirements:\n" + "".join(f"- {line}\n" for line in requirements) + more
    )


def person(listed: list[str], done: list[str], start: str = "2019") -> ResumeData:
    highlights = [Highlight(id=f"b{number}", text=text) for number, text in enumerate(done)]
    job = Work(id="w", name="Brightwater", position="Engineer", start=start, current=True, highlights=highlights)
    return ResumeData(work=[job], skills=[Skill(id="s", keywords=listed)])


def fit(resume: ResumeData, job: Posting) -> MatchReport:
    return match(resume, job, Preferences(), TODAY)


def score(resume: ResumeData, job: Posting) -> int | None:
    return fit(resume, job).score


@calm
@given(lines, skills, bullets, st.sampled_from(SKILLS))
def test_another_skill_never_lowers_the_score(asked: list[str], listed: list[str], done: list[str], new: str) -> None:
    job = posting(asked)
    before = score(person(listed, done), job)
    after = score(person([*listed, new], done), job)
    done_too = score(person(listed, [*done, f"Worked with {new} every day."]), job)
    assert before is not None
    assert after is not None
    assert done_too is not None
    assert before <= after
    assert before <= done_too


@calm
@given(lines, skills, bullets)
def test_repeating_changes_nothing_on_either_side(asked: list[str], listed: list[str], done: list[str]) -> None:
    once = score(person(listed, done), posting(asked))
    assert score(person(listed * 4, done), posting(asked)) == once
    assert score(person(listed, done), posting(asked * 3)) == once


@calm
@given(lines, skills, bullets, st.sampled_from(ASIDES))
def test_what_asks_for_nothing_changes_nothing(
    asked: list[str], listed: list[str], done: list[str], aside: str
) -> None:
    resume = person(listed, done)
    with_it = Posting(title="Data Engineer", description=f"{aside}\n\n{posting(asked).description}\n{aside}")
    assert score(resume, with_it) == score(resume, posting(asked))


@calm
@given(lines, skills, bullets, st.randoms(use_true_random=False))
def test_order_changes_nothing(asked: list[str], listed: list[str], done: list[str], chance: object) -> None:
    before = score(person(listed, done), posting(asked))
    for each in (asked, listed):
        chance.shuffle(each)  # type: ignore[attr-defined]
    assert score(person(listed, done), posting(asked)) == before


PAIRS = [
    ("JavaScript", "JS"),
    ("Kubernetes", "K8s"),
    ("budget management", "managing budgets"),
    ("PostgreSQL", "Postgres"),
    ("wound care", "Wundversorgung"),
    ("Amazon Web Services", "AWS"),
    ("search engine optimisation", "SEO"),
]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_two_names_of_one_thing_are_the_same_from_both_sides(one: str, other: str) -> None:
    assert score(person([one], []), posting([other])) == score(person([other], []), posting([one]))
    assert found(fit(person([one], []), posting([other])))


def found(report: MatchReport) -> bool:
    return all(keyword.found for keyword in report.keywords) and bool(report.keywords)


def test_a_list_of_everything_asked_is_worth_less_than_having_done_it() -> None:
    asked = ["Python", "SQL", "Airflow", "Terraform"]
    stuffed = person(asked * 5 + SKILLS, [])
    stuffed.basics = Basics(summary=" ".join(asked * 20))
    honest = person(asked, [f"Worked with {skill} every day." for skill in asked])
    high, low = score(honest, posting(asked)), score(stuffed, posting(asked))
    assert high == 100
    assert low is not None
    assert low <= 80


def test_recent_work_counts_more_than_old_work() -> None:
    def did(start: str, end: str) -> ResumeData:
        job = Work(id="w", name="Shop", start=start, end=end, highlights=[Highlight(id="b", text="Wrote Python.")])
        return ResumeData(work=[job])

    recent, old = score(did("2020", "2025"), posting(["Python"])), score(did("2001", "2006"), posting(["Python"]))
    assert recent is not None
    assert old is not None
    assert old < recent


def test_years_of_one_thing_are_counted_where_it_was_done() -> None:
    java = Work(
        id="a", position="Engineer", start="2012-01", end="2021-12", highlights=[Highlight(id="1", text="Java.")]
    )
    python = Work(
        id="b", position="Engineer", start="2022-01", end="2023-12", highlights=[Highlight(id="2", text="Python.")]
    )
    report = fit(ResumeData(work=[java, python]), posting(["5+ years of Python experience", "Java"]))
    (named,) = [keyword for keyword in report.keywords if keyword.term == "Python"]
    assert (named.years_asked, named.years_shown) == (5, 2.0)
    longer = python.model_copy(update={"start": "2018-01"})
    more = score(ResumeData(work=[java, longer]), posting(["5+ years of Python experience", "Java"]))
    assert report.score is not None
    assert more is not None
    assert more > report.score


def test_the_other_side_of_an_or_costs_nothing() -> None:
    job = posting(["Python", "Snowflake or BigQuery", "Airflow is a plus"])
    report = fit(person(["Python", "BigQuery", "Airflow"], []), job)
    assert [part.text for part in report.parts[:2]] == ["2 of 2", "1 of 1"]


@pytest.mark.parametrize(
    ("area", "line", "text"),
    [
        ("Computer Science", "Degree in computer science", "met"),
        ("Wirtschaftsinformatik", "Abgeschlossenes Studium der Informatik", "met"),
        ("Physics", "Bachelor's degree in mathematics", "near field"),
        ("Physics", "Bachelor's degree in mathematics or a related field", "met"),
        ("History", "Bachelor's degree in nursing", "other field"),
        ("History", "Bachelor's degree", "met"),
        ("Basket weaving", "Bachelor's degree in nursing", "met"),
    ],
)
def test_the_field_of_a_degree(area: str, line: str, text: str) -> None:
    resume = ResumeData(education=[Education(institution="College", study_type="BSc", area=area)])
    part = next(part for part in fit(resume, posting([line])).parts if part.kind == "EDUCATION")
    assert part.text == text


@pytest.mark.parametrize("text", ["", "We make lamps.", "No degree is required. No experience is needed."])
def test_nothing_to_weigh_is_no_score(text: str) -> None:
    assert fit(person(["Python"], []), Posting(title="Helper", description=text)).score is None


def keyword(report: MatchReport, term: str) -> Keyword:
    return next(each for each in report.keywords if each.term == term)

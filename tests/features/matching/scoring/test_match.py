"""The match of a résumé with a posting: parts, keywords, places, and a score that explains itself."""

from __future__ import annotations

import time
from datetime import date

import pytest

from careercoach_desktop.features.jobs.model import Posting, SalaryPeriod, WorkMode
from careercoach_desktop.features.matching.model import Keyword, MatchReport, Need, Part, PartKind
from careercoach_desktop.features.matching.scoring import ResumeIndex, match, match_index
from careercoach_desktop.features.profile.model import Preferences
from careercoach_desktop.features.resumes.model import (
    Basics,
    Education,
    Highlight,
    Language,
    Location,
    ResumeData,
    Skill,
    Work,
)
from tests.features.tailoring.engine.people import DATA_JOB, LENA, TODAY


def part(report: MatchReport, kind: PartKind) -> Part:
    return next(each for each in report.parts if each.kind is kind)


def keyword(report: MatchReport, term: str) -> Keyword:
    return next(each for each in report.keywords if each.term == term)


def worker(*jobs: Work, **more: object) -> ResumeData:
    return ResumeData(work=list(jobs), **more)


def asks(text: str, **more: object) -> Posting:
    return Posting(description=f"Requirements:\n{text}", **more)


def fit(resume: ResumeData, posting: Posting, preferences: Preferences | None = None) -> MatchReport:
    return match(resume, posting, preferences or Preferences(), TODAY)


def test_found_must_haves_come_first_then_missing_ones_then_the_rest() -> None:
    report = fit(LENA, DATA_JOB)
    groups = [(each.need, each.found) for each in report.keywords]
    order = [(Need.MUST, True), (Need.MUST, False), (Need.NICE, True), (Need.NICE, False)]
    assert [group for group in order for each in groups if each == group] == groups
    assert part(report, PartKind.MUST_HAVE).text == "5 of 7"


def test_a_found_keyword_says_where_and_a_missing_one_what_is_close() -> None:
    report = fit(LENA, DATA_JOB)
    place = keyword(report, "dbt").places[0]
    assert place.label == "Brightwater, 2022 – now"
    assert place.path == "b3"
    assert place.quote == "Introduced dbt tests; incidents fell by a third."
    snowflake = keyword(report, "Snowflake")
    assert not snowflake.found
    assert snowflake.related == ["BigQuery", "Redshift"]
    assert snowflake.asked == "Kubernetes and Snowflake"


def test_another_wording_of_the_same_skill_is_found_and_said() -> None:
    assert keyword(fit(LENA, DATA_JOB), "Kubernetes").same_as == "K8s"


def test_a_skill_had_through_another_is_found() -> None:
    resume = worker(skills=[Skill(keywords=["PostgreSQL"])])
    found = keyword(fit(resume, asks("- SQL\n")), "SQL")
    assert found.found
    assert found.same_as == "PostgreSQL"


def test_one_of_two_alternatives_is_enough() -> None:
    resume = worker(skills=[Skill(keywords=["BigQuery", "Python"])])
    report = fit(resume, asks("- Python\n- Snowflake, Redshift or BigQuery\n"))
    assert part(report, PartKind.MUST_HAVE).text == "2 of 2"
    assert keyword(report, "Snowflake").need is Need.NICE
    neither = fit(worker(skills=[Skill(keywords=["Python"])]), asks("- Python\n- Snowflake or BigQuery\n"))
    assert part(neither, PartKind.MUST_HAVE).text == "1 of 3"


def test_quotes_stay_short_and_hold_the_term() -> None:
    long = (
        "Planned, wrote and kept alive "
        + "many small services and " * 8
        + "the Terraform modules of three teams in two countries."
    )
    resume = worker(Work(id="w", name="Longform", start="2020", highlights=[Highlight(id="b", text=long)]))
    quote = keyword(fit(resume, asks("- Terraform\n")), "Terraform").places[0].quote
    assert len(quote) <= 90
    assert "Terraform" in quote
    assert quote.startswith("…")


def test_a_hidden_bullet_shows_nothing() -> None:
    hidden = LENA.model_copy(update={"hidden": ["b3"], "skills": []})
    assert not keyword(fit(hidden, DATA_JOB), "dbt").found


def test_showing_a_skill_better_raises_the_score_without_changing_what_is_found() -> None:
    bullets = [Highlight(id=str(number), text=f"Kept the stock of shop {number}.") for number in range(5)]
    buried = worker(
        Work(
            id="w",
            name="Shop",
            start="2020",
            current=True,
            highlights=[*bullets, Highlight(id="x", text="Rolled out K8s.")],
        )
    )
    shown = buried.model_copy(update={"skills": [Skill(keywords=["Kubernetes"])]})
    posting = asks("- Kubernetes\n")
    before, after = fit(buried, posting), fit(shown, posting)
    assert before.score is not None
    assert after.score is not None
    assert before.score < after.score == 100
    assert part(before, PartKind.MUST_HAVE).text == part(after, PartKind.MUST_HAVE).text == "1 of 1"


def test_overlapping_jobs_count_once() -> None:
    resume = worker(
        Work(id="a", name="Day", position="Baker", start="2018-01", end="2021-12"),
        Work(id="b", name="Evening", position="Baker", start="2020-01", end="2022-12"),
    )
    report = fit(resume, asks("- 4 years of experience\n", title="Baker"))
    assert part(report, PartKind.EXPERIENCE).text == "5 years, 4 asked"
    assert part(report, PartKind.EXPERIENCE).value == 1.0


def test_years_in_unrelated_work_do_not_count_and_that_is_said() -> None:
    resume = worker(
        Work(id="a", name="Gallery", position="Curator", start="2010-01", end="2019-12"),
        Work(id="b", name="Code House", position="Python Developer", start="2020-01", end="2021-12"),
    )
    experience = part(fit(resume, asks("- 4 years of experience with Python\n")), PartKind.EXPERIENCE)
    assert experience.text == "2 years, 4 asked"
    assert experience.value == pytest.approx(0.5)
    assert experience.because == "4 years of experience with Python"
    assert experience.counted == "Counted: your related work since 2020, 2 years, of 12 in all."


def test_the_years_say_since_when_they_are_counted() -> None:
    resume = LENA.model_copy(deep=True)
    resume.basics.summary = "Data engineer with six years of experience."
    experience = part(fit(resume, DATA_JOB), PartKind.EXPERIENCE)
    assert experience.text == "7 years, 5 asked"
    assert experience.counted == "Counted: your work since 2019, 7 years."


def test_no_related_work_is_said_so() -> None:
    resume = worker(Work(id="a", name="Gallery", position="Curator", start="2010-01", end="2019-12"))
    experience = part(fit(resume, asks("- 4 years of experience with Python\n")), PartKind.EXPERIENCE)
    assert experience.text == "0 years, 4 asked"
    assert experience.counted == "None of your 10 years of work is in this field."


@pytest.mark.parametrize(
    ("study", "line", "text"),
    [
        ("BSc", "Bachelor's degree required", "met"),
        ("MSc", "Bachelor's degree required", "met"),
        ("BSc", "Master's degree required", "one level below"),
        ("", "Bachelor's degree required", "not in résumé"),
        ("BTEC", "PhD in physics", "doctorate asked"),
    ],
)
def test_education(study: str, line: str, text: str) -> None:
    resume = worker(education=[Education(institution="College", study_type=study, area="Physics")])
    assert part(fit(resume, asks(f"- {line}\n")), PartKind.EDUCATION).text == text


def test_what_the_posting_does_not_say_does_not_count() -> None:
    report = fit(worker(skills=[Skill(keywords=["Python"])]), asks("- Python\n"))
    unsaid = [each.kind for each in report.parts if each.value is None]
    assert unsaid == [PartKind.NICE_TO_HAVE, PartKind.EXPERIENCE, PartKind.EDUCATION, PartKind.PLACE, PartKind.SALARY]
    assert all(each.text == "not stated" for each in report.parts if each.value is None)


def test_a_posting_that_asks_nothing_has_no_score() -> None:
    report = fit(LENA, Posting(title="Job", location="Leeds"), Preferences(locations=["Leeds"]))
    assert report.score is None


HOME = ResumeData(basics=Basics(location=Location(text="Leeds, United Kingdom", country_code="GB")))


@pytest.mark.parametrize(
    ("location", "mode", "preferences", "text"),
    [
        ("Leeds", WorkMode.ONSITE, Preferences(), "fits"),
        ("Manchester, UK", WorkMode.ONSITE, Preferences(), "same country"),
        ("Manchester, UK", WorkMode.ONSITE, Preferences(willing_to_relocate=True), "with a move"),
        ("Berlin, Deutschland", WorkMode.ONSITE, Preferences(), "other country"),
        ("Berlin", WorkMode.ONSITE, Preferences(locations=["Berlin"]), "fits"),
        ("Remote (EU)", WorkMode.REMOTE, Preferences(), "other country"),
        ("Remote (Europe)", WorkMode.REMOTE, Preferences(), "fits"),
        ("Leeds", WorkMode.ONSITE, Preferences(work_modes=["REMOTE"]), "not your wish"),
        ("Leeds", WorkMode.REMOTE, Preferences(work_modes=["REMOTE"]), "fits"),
        ("", None, Preferences(), "not stated"),
    ],
)
def test_place_and_mode(location: str, mode: WorkMode | None, preferences: Preferences, text: str) -> None:
    report = fit(HOME, Posting(location=location, work_mode=mode), preferences)
    assert part(report, PartKind.PLACE).text == text


@pytest.mark.parametrize(
    ("low", "high", "period", "currency", "text"),
    [
        (50_000, 60_000, SalaryPeriod.YEAR, "EUR", "fits"),
        (40_000, 50_000, SalaryPeriod.YEAR, "EUR", "near"),
        (30_000, 35_000, SalaryPeriod.YEAR, "EUR", "below wish"),
        (4_600, None, SalaryPeriod.MONTH, "EUR", "fits"),
        (28, None, None, "EUR", "fits"),
        (60_000, None, SalaryPeriod.YEAR, "GBP", "other currency"),
        (None, None, None, "", "not stated"),
    ],
)
def test_salary(low: float | None, high: float | None, period: SalaryPeriod | None, currency: str, text: str) -> None:
    posting = Posting(salary_min=low, salary_max=high, salary_period=period, salary_currency=currency)
    report = fit(HOME, posting, Preferences(salary_min=55_000, salary_currency="EUR"))
    assert part(report, PartKind.SALARY).text == text


def test_who_writes_in_a_language_speaks_it() -> None:
    report = fit(worker(language="en"), asks("- Fluent English\n"))
    assert keyword(report, "English").places[0].label == "This résumé"


def test_languages_are_found_with_their_level() -> None:
    report = fit(worker(languages=[Language(language="German", fluency="B2")]), asks("- Fluent German\n"))
    assert keyword(report, "German").places[0].quote == "German B2"


def test_the_same_input_gives_the_same_report() -> None:
    assert fit(LENA, DATA_JOB) == fit(LENA, DATA_JOB)


def test_a_warm_match_is_fast_enough_for_ten_thousand_jobs_a_minute() -> None:
    index = ResumeIndex.of(LENA, date(2026, 11, 23))
    lines = [line for line in DATA_JOB.description.splitlines() if line]
    posting = Posting(
        title="Engineer",
        description=DATA_JOB.description + "\n".join(f"- {line} at site {n}" for n in range(6) for line in lines),
    )
    match_index(index, posting, Preferences())
    begin = time.process_time()
    for _ in range(40):
        match_index(index, posting, Preferences())
    assert (time.process_time() - begin) / 40 < 0.006

"""What each part of a filter lets through, and that parts only ever take away."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercoach_desktop.features.jobs.filtering import best_year, passes, sifted
from careercoach_desktop.features.jobs.model import (
    Archived,
    CaptureState,
    Due,
    JobCard,
    JobFilter,
    JobStatus,
    JobType,
    SalaryPeriod,
    WorkMode,
)

TODAY = date(2026, 11, 2)
NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)


def card(job_id: int = 1, **values: Any) -> JobCard:
    """An interested job in Leeds nobody knows much about, but for what is said."""
    plain = JobCard(
        id=job_id,
        title="Data Engineer",
        company="Halden Rail",
        location="Leeds",
        work_mode=None,
        status=JobStatus.INTERESTED,
        rank=float(job_id),
        score=None,
        tags=(),
        priority=False,
        deadline=None,
        entered_column=NOON,
        capture=CaptureState.READ,
        problem="",
    )
    return replace(plain, **values)


def days(count: int) -> date:
    return TODAY + timedelta(days=count)


@pytest.mark.parametrize(
    ("wanted", "through", "kept_back"),
    [
        (JobFilter(statuses=("APPLIED", "REJECTED")), {"status": JobStatus.APPLIED}, {"status": JobStatus.ACCEPTED}),
        (JobFilter(work_modes=("REMOTE",)), {"work_mode": WorkMode.REMOTE}, {"work_mode": None}),
        (JobFilter(job_types=("CONTRACT",)), {"job_type": JobType.CONTRACT}, {"job_type": JobType.FULL_TIME}),
        (JobFilter(location="leeds"), {"location": "Leeds, UK"}, {"location": "York"}),
        (JobFilter(location="koln de"), {"location": "Köln, DE"}, {"location": "Köln"}),
        (JobFilter(tags=("infra", "health")), {"tags": ("Health", "far")}, {"tags": ("healthy",)}),
        (JobFilter(sources=("example.com",)), {"source": "example.com"}, {"source": "jobs.example.com"}),
        (JobFilter(match_from=50), {"score": 50}, {"score": 49}),
        (JobFilter(match_to=50), {"score": 50}, {"score": 51}),
        (JobFilter(match_to=50), {"score": 0}, {"score": None}),
        (JobFilter(priority=True), {"priority": True}, {"priority": False}),
        (JobFilter(archived=Archived.HIDDEN), {}, {"archived": True}),
        (JobFilter(archived=Archived.ONLY), {"archived": True}, {}),
        (JobFilter(due=Due.THIS_WEEK), {"deadline": days(7)}, {"deadline": days(8)}),
        (JobFilter(due=Due.THIS_WEEK), {"deadline": TODAY}, {"deadline": days(-1)}),
        (JobFilter(due=Due.THIS_WEEK), {"deadline": days(3)}, {"deadline": days(3), "status": JobStatus.APPLIED}),
        (JobFilter(due=Due.THIS_MONTH), {"deadline": days(31)}, {"deadline": days(32)}),
        (JobFilter(due=Due.PASSED), {"deadline": days(-1)}, {"deadline": TODAY}),
        (JobFilter(due=Due.PASSED), {"closed": True}, {"closed": True, "status": JobStatus.APPLIED}),
        (JobFilter(due=Due.NONE), {"deadline": None}, {"deadline": days(90)}),
        (JobFilter(follow_up=True), {"follow_up": TODAY}, {"follow_up": days(1)}),
        (JobFilter(follow_up=True), {"follow_up": days(-30)}, {"follow_up": None}),
    ],
)
def test_each_part_lets_through_what_it_says(
    wanted: JobFilter, through: dict[str, Any], kept_back: dict[str, Any]
) -> None:
    assert passes(card(**through), wanted, TODAY)
    assert not passes(card(**kept_back), wanted, TODAY)


@pytest.mark.parametrize(
    ("low", "high", "period", "currency", "enough"),
    [
        (45_000, 55_000, SalaryPeriod.YEAR, "GBP", True),
        (45_000, 49_999, SalaryPeriod.YEAR, "GBP", False),
        (50_000, None, None, "GBP", True),
        (None, 4_200, SalaryPeriod.MONTH, "GBP", True),
        (None, 4_100, SalaryPeriod.MONTH, "GBP", False),
        (200, None, SalaryPeriod.DAY, "GBP", True),
        (190, None, SalaryPeriod.DAY, "GBP", False),
        (24.5, None, SalaryPeriod.HOUR, "GBP", True),
        (24, None, SalaryPeriod.HOUR, "GBP", False),
        (1_000, None, SalaryPeriod.WEEK, "GBP", True),
        (90_000, None, SalaryPeriod.YEAR, "EUR", False),
        (90_000, None, SalaryPeriod.YEAR, "", True),
        (None, None, None, "GBP", False),
    ],
)
def test_pay_is_compared_by_the_year_and_in_its_own_currency(
    low: float | None, high: float | None, period: SalaryPeriod | None, currency: str, enough: bool
) -> None:
    job = card(salary_min=low, salary_max=high, salary_period=period, salary_currency=currency)
    assert passes(job, JobFilter(salary_at_least=50_000, salary_currency="GBP"), TODAY) is enough


def test_without_a_currency_any_is_compared_by_its_number() -> None:
    assert passes(card(salary_min=60_000, salary_currency="EUR"), JobFilter(salary_at_least=50_000), TODAY)


def test_an_hours_pay_becomes_a_full_years() -> None:
    assert best_year(card(salary_min=20, salary_max=25, salary_period=SalaryPeriod.HOUR)) == 52_000


def test_found_words_and_filters_both_must_hold() -> None:
    jobs = [card(1, priority=True), card(2, priority=True), card(3)]
    assert [one.id for one in sifted(jobs, JobFilter(priority=True), TODAY, {2, 3})] == [2]
    assert sifted(jobs, JobFilter(), TODAY, frozenset()) == []


cards = st.builds(
    card,
    st.integers(1, 10_000),
    status=st.sampled_from(JobStatus),
    work_mode=st.sampled_from([None, *WorkMode]),
    job_type=st.sampled_from([None, *JobType]),
    score=st.none() | st.integers(0, 100),
    tags=st.sets(st.sampled_from(["infra", "health", "Zürich"])).map(tuple),
    deadline=st.none() | st.integers(-40, 40).map(days),
    follow_up=st.none() | st.integers(-3, 3).map(days),
    priority=st.booleans(),
    archived=st.booleans(),
    location=st.sampled_from(["", "Leeds", "Köln", "Remote (EU)"]),
    salary_max=st.none() | st.floats(0, 200_000),
    salary_period=st.sampled_from([None, *SalaryPeriod]),
    salary_currency=st.sampled_from(["", "GBP", "EUR"]),
)
PARTS: dict[str, st.SearchStrategy[Any]] = {
    "statuses": st.sets(st.sampled_from([one.value for one in JobStatus])).map(tuple),
    "work_modes": st.sets(st.sampled_from([one.value for one in WorkMode])).map(tuple),
    "job_types": st.sets(st.sampled_from([one.value for one in JobType])).map(tuple),
    "match_from": st.none() | st.integers(0, 100),
    "match_to": st.none() | st.integers(0, 100),
    "tags": st.sets(st.sampled_from(["infra", "zurich"])).map(tuple),
    "due": st.none() | st.sampled_from(Due),
    "priority": st.booleans(),
    "follow_up": st.booleans(),
    "location": st.sampled_from(["", "leeds", "KOLN"]),
    "salary_at_least": st.none() | st.floats(0, 150_000),
}
filters = st.fixed_dictionaries(PARTS).map(lambda values: JobFilter(archived=Archived.SHOWN, **values))


@given(st.lists(cards, max_size=12), filters)
def test_a_filter_is_all_of_its_parts_at_once(jobs: list[JobCard], wanted: JobFilter) -> None:
    """Each part alone lets through what the whole lets through, and what each of them lets through the whole does."""
    whole = sifted(jobs, wanted, TODAY)
    parts = [JobFilter(archived=Archived.SHOWN, **{name: getattr(wanted, name)}) for name in PARTS]
    assert whole == [job for job in jobs if all(passes(job, part, TODAY) for part in parts)]


@given(st.lists(cards, max_size=12))
def test_an_empty_filter_hides_only_what_is_archived(jobs: list[JobCard]) -> None:
    assert sifted(jobs, JobFilter(), TODAY) == [job for job in jobs if not job.archived]

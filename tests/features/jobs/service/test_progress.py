"""How far jobs came: counted by where they stand and stood, and by what was heard of applications."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from careercoach_desktop.features.jobs.model import Application, JobStatus, Posting
from careercoach_desktop.features.jobs.model.progress import UNANSWERED
from careercoach_desktop.features.jobs.service import JobService
from tests.features.jobs.conftest import Clock

INTERESTED, APPLIED, REJECTED = JobStatus.INTERESTED, JobStatus.APPLIED, JobStatus.REJECTED
MEETING = JobStatus.INTERVIEW_SCHEDULED
MONDAY = date(2026, 11, 2)


@pytest.fixture
def job(jobs: JobService) -> int:
    return jobs.add_manually(Posting(title="Driver", company="Osten Tram")).job_id


def came(jobs: JobService) -> tuple[JobStatus, bool]:
    """How far the one job came, and whether anything was heard."""
    (one,) = jobs.reached()
    assert one.jobs == 1
    return one.column, one.heard


def moved(jobs: JobService, job: int, *statuses: JobStatus) -> None:
    for status in statuses:
        jobs.move([job], status)


def test_a_rejection_counts_where_the_job_stood_before(jobs: JobService, job: int) -> None:
    assert came(jobs) == (INTERESTED, False)
    moved(jobs, job, APPLIED)
    assert came(jobs) == (APPLIED, False)
    moved(jobs, job, MEETING, JobStatus.INTERVIEW_COMPLETED, REJECTED, JobStatus.WITHDRAWN)
    assert came(jobs) == (JobStatus.INTERVIEW_COMPLETED, True)


def test_one_that_was_rejected_without_having_been_applied_for_was_only_of_interest(jobs: JobService, job: int) -> None:
    moved(jobs, job, REJECTED)
    assert came(jobs) == (INTERESTED, False)


def test_one_with_an_application_was_applied_for_wherever_its_card_was_put(jobs: JobService, job: int) -> None:
    jobs.record_application(Application(job_id=job, submitted=MONDAY))
    assert came(jobs) == (APPLIED, False)
    moved(jobs, job, REJECTED)
    assert came(jobs) == (APPLIED, True)


def test_a_slip_that_was_put_right_does_not_count(jobs: JobService, job: int) -> None:
    moved(jobs, job, APPLIED, JobStatus.OFFER_RECEIVED, APPLIED, REJECTED)
    assert came(jobs) == (APPLIED, True)


def test_a_refusal_is_an_answer_and_giving_up_is_none(jobs: JobService, job: int) -> None:
    moved(jobs, job, APPLIED)
    undo = jobs.move([job], REJECTED, reason=UNANSWERED)
    assert came(jobs) == (APPLIED, False)
    jobs.put_back(undo)
    moved(jobs, job, JobStatus.WITHDRAWN)
    assert came(jobs) == (APPLIED, False), "it was the person who left"


def test_an_answer_that_was_noted_on_the_application_was_heard(jobs: JobService, job: int) -> None:
    moved(jobs, job, APPLIED)
    sent = jobs.application(job)
    assert sent is not None
    jobs.update_application(sent.model_copy(update={"responded": MONDAY + timedelta(days=4)}))
    assert came(jobs) == (APPLIED, True)
    assert jobs.answered_after() == [4]


def test_the_archive_counts_only_what_was_applied_for(jobs: JobService, job: int) -> None:
    jobs.archive([job])
    assert jobs.reached() == []
    assert jobs.that_reached([INTERESTED]) == []
    moved(jobs, job, APPLIED)
    assert came(jobs) == (APPLIED, False)
    assert jobs.that_reached([APPLIED]) == [job]
    jobs.delete([job])
    assert jobs.reached() == []
    assert jobs.sent(MONDAY) == []
    assert jobs.answered_after() == []


def test_how_long_answers_took_by_the_first_thing_that_was_heard(jobs: JobService, clock: Clock) -> None:
    titles = ("Asked", "Refused", "Given up", "Rang first")
    asked, refused, given_up, rang_first = (jobs.add_manually(Posting(title=each)).job_id for each in titles)
    jobs.move([rang_first], MEETING)
    clock.now += timedelta(days=1)
    jobs.move([asked, refused, given_up, rang_first], APPLIED)
    clock.now += timedelta(days=5)
    jobs.move([asked], MEETING)
    clock.now += timedelta(days=4)
    jobs.move([asked, refused], REJECTED)
    jobs.move([given_up], REJECTED, reason=UNANSWERED)
    assert sorted(jobs.answered_after()) == [5, 9], "who rang before anything was sent answered nothing"


def test_what_was_sent_since_a_day(jobs: JobService, job: int) -> None:
    jobs.record_application(Application(job_id=job, submitted=MONDAY))
    assert [(sent.job_id, sent.day) for sent in jobs.sent(MONDAY)] == [(job, MONDAY)]
    assert jobs.sent(MONDAY + timedelta(days=1)) == []

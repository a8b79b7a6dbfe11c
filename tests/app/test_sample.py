"""The sample data: somebody in the middle of a search, believable from every side, and never older than today."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from careercoach_desktop.app.sample import add_sample_data, sample_job
from careercoach_desktop.features.evidence.service.keeping import EvidenceService
from careercoach_desktop.features.evidence.telling import StoryRanking, gaps
from careercoach_desktop.features.interviews.model import InterviewFilter, InterviewType
from careercoach_desktop.features.interviews.service import InterviewService
from careercoach_desktop.features.jobs.model import (
    Application,
    ApplicationStatus,
    JobCard,
    JobStatus,
    PersonRow,
    Relation,
    TimelineKind,
)
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.service.contacts import ContactService
from careercoach_desktop.features.jobs.service.due import DueService
from careercoach_desktop.features.practice.service import PracticeService
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.reminders.model import ReminderKind
from careercoach_desktop.features.resumes.model import ReadingState
from careercoach_desktop.features.resumes.service import ResumeService
from tests.support.workspace import Place


@pytest.fixture
def sample(place: Place) -> Place:
    add_sample_data(place.provider)
    return place


def cards(sample: Place) -> list[JobCard]:
    return sample.get(JobService).cards()


def sent(sample: Place) -> dict[int, Application]:
    return {each.job_id: each for each in sample.get(JobService).applications()}


def people(sample: Place) -> list[PersonRow]:
    return sample.get(ContactService).contacts()


def test_it_is_a_life_in_the_middle_of_a_search(sample: Place) -> None:
    there = cards(sample)
    columns = Counter(card.status for card in there)
    assert len(there) == 30
    assert columns[JobStatus.INTERESTED] >= 5
    assert columns[JobStatus.APPLIED] >= 5
    assert sum(columns[status] for status in (JobStatus.REJECTED, JobStatus.WITHDRAWN)) >= 3
    assert len(columns) >= 6
    assert sample.get(ProfileService).profile().name
    assert all(card.entered_column <= datetime.now(UTC) for card in there)


def test_the_resume_is_read_and_every_job_scored(place: Place) -> None:
    add_sample_data(place.provider)
    place.queue.start()
    place.done("matching.score-all")
    (resume,) = place.get(ResumeService).cards()
    assert (resume.state, resume.is_primary) == (ReadingState.READ, True)
    scores = [card.score for card in place.get(JobService).cards()]
    assert None not in scores
    assert len(set(scores)) > 5


def test_she_has_practised_and_can_go_on(sample: Place) -> None:
    practice = sample.get(PracticeService)
    lines = practice.history()
    assert len(lines) == 5
    assert all(line.job_id is not None and line.created < datetime.now(UTC) for line in lines)
    scores = [line.overall for line in reversed(lines) if line.overall is not None]
    assert len(scores) == 4
    assert scores[-1] > 70 > 50 > scores[0], "she gets better"
    technical = practice.trend().types[InterviewType.TECHNICAL]
    assert len(technical) == 2, "a curve, not a dot"
    assert technical[-1].when - technical[0].when > timedelta(days=14)
    assert any(len(points) > 1 for points in practice.trend().skills.values())
    (unfinished,) = practice.unfinished()
    session = practice.session(unfinished.id)
    assert session.current is not None
    assert session.current.draft
    finished = practice.session(lines[-1].id)
    assert finished.result is not None
    by_question = [each.latest.score for each in finished.questions if each.latest is not None]
    assert len(set(by_question)) == len(finished.questions)
    tries = [each.answers for line in lines for each in practice.session(line.id).questions if len(each.answers) > 1]
    assert [[one.attempt for one in answers] for answers in tries] == [[1, 2]]
    assert all(second.score > first.score for first, second in tries)


def test_her_stories_answer_questions_and_one_still_lacks_something(sample: Place) -> None:
    evidence = sample.get(EvidenceService)
    stories = evidence.stories()
    linked = [each for story in stories for each in story.questions]
    assert len(stories) == 3
    assert any(each.bank_id for each in linked)
    assert any(not each.bank_id for each in linked), "one in her own words"
    assert [story for story in stories if gaps(story.text)]
    (best, *_others) = StoryRanking(stories).best("Tell me about a routine you made faster, safer or simpler.")
    assert best.story.text.title == "The night the batch was late"


def test_it_never_mixes_with_what_is_there(place: Place) -> None:
    add_sample_data(place.provider)
    add_sample_data(place.provider)
    assert len(place.get(JobService).cards()) == 30
    assert len(place.get(ResumeService).cards()) == 1


def test_a_sample_job_went_its_way_before_it_stood_in_its_column() -> None:
    now = datetime(2026, 11, 23, tzinfo=UTC)
    entry = {"title": "Baker", "status": "OFFER_RECEIVED", "days_in_column": 3, "deadline_in_days": 4}
    job = sample_job(entry, now)
    assert [status for status, _when in job.history] == [
        JobStatus.APPLIED, JobStatus.INTERVIEW_SCHEDULED, JobStatus.INTERVIEW_COMPLETED, JobStatus.OFFER_RECEIVED,
    ]  # fmt: skip
    when = [moment for _status, moment in job.history]
    assert when == sorted(when)
    assert job.created < when[0]
    assert when[-1].astimezone().date() == (now - timedelta(days=3)).astimezone().date()
    assert job.posting.deadline is not None
    assert job.posting.deadline.isoformat() == "2026-11-27"


def test_every_job_that_was_applied_for_says_what_was_sent(sample: Place) -> None:
    applied = [card for card in cards(sample) if card.status is not JobStatus.INTERESTED]
    applications = sent(sample)
    assert {card.id for card in applied} == applications.keys()
    assert all(each.enclosures and each.submitted for each in applications.values())
    assert sum(bool(each.confirmation) for each in applications.values()) >= 5
    rejected = [card for card in applied if card.status is JobStatus.REJECTED]
    assert all(applications[card.id].status is ApplicationStatus.REJECTED for card in rejected)
    assert all(applications[card.id].responded for card in rejected)


def test_what_was_sent_is_the_resume_that_is_there(place: Place) -> None:
    add_sample_data(place.provider)
    place.queue.start()
    place.done("matching.score-all")
    (resume,) = place.get(ResumeService).cards()
    enclosures = {one for each in sent(place).values() for one in each.enclosures}
    assert {(one.ref, one.version, one.title) for one in enclosures} == {
        (f"resume:{resume.id}", resume.version, resume.title)
    }


def test_a_refusal_has_its_reason(sample: Place) -> None:
    jobs = sample.get(JobService)
    for card in cards(sample):
        if card.status in (JobStatus.REJECTED, JobStatus.WITHDRAWN):
            last = next(entry for entry in jobs.timeline(card.id) if entry.kind is TimelineKind.MOVED)
            assert last.reason


def test_the_people_she_met_belong_to_the_jobs(sample: Place) -> None:
    met = people(sample)
    assert 12 <= len(met) <= 20
    assert all(person.jobs for person in met)
    asked = {person.contact.name for person in met if {job.relation for job in person.jobs} == {Relation.INTERVIEWER}}
    assert all(person.contact.last_contact for person in met if person.contact.name not in asked)
    roles = Counter(job.relation for person in met for job in person.jobs)
    assert roles[Relation.REFERRAL] == 1
    assert len(roles) >= 4


def test_nobody_is_written_to_about_a_job_that_is_not_there_yet(sample: Place) -> None:
    jobs = sample.get(JobService)
    for card in cards(sample):
        assert jobs.timeline(card.id)[-1].kind is TimelineKind.ADDED


def test_only_a_handful_is_due_and_of_every_kind(sample: Place) -> None:
    due = sample.get(DueService)
    assert 3 <= due.count() <= 7
    kinds = {line.reminder.kind for line in due.lines(due.today())}
    assert kinds == set(ReminderKind) - {ReminderKind.INTERVIEW}, "she is not asked today"


def test_she_met_some_of_them_and_will_meet_others(sample: Place) -> None:
    interviews, now = sample.get(InterviewService), datetime.now(UTC)
    lines = interviews.listing(InterviewFilter())
    ahead = {line.company: line.status for line in lines if line.interview.when.end > now}
    assert ahead == {
        "Marlow Energy": JobStatus.INTERVIEW_SCHEDULED,
        "Kestrel Insurance": JobStatus.INTERVIEW_SCHEDULED,
    }
    assert not any(line.conflicts for line in lines)
    for line in lines:
        one = line.interview
        assert one.when.day.isoweekday() <= 5, "nobody is asked at a weekend"
        assert one.interviewers, line.company
        assert (one.completed is None) is (line.company in ahead and one.when.end > now)
        assert one.created <= min(now, one.when.start)
    next_ones = {card.company: card.next_interview for card in cards(sample) if card.next_interview}
    assert set(next_ones) == set(ahead)
    thanks = [line for line in sample.get(DueService).lines() if line.reminder.kind is ReminderKind.THANK_YOU]
    assert [line.company for line in thanks] == ["Ashdown Retail"]
    names = [row.contact.name for row in people(sample)]
    assert len(names) == len(set(names)), "who asks is known already, or new"

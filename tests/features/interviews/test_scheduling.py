"""Arranging a round, changing it and taking it back: the job, its people and its timeline follow, exactly."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pydantic import ValidationError

from careercoach_desktop.features.interviews.model import (
    Interview,
    Interviewer,
    InterviewOutcome,
    InterviewsChanged,
    InterviewType,
)
from careercoach_desktop.features.interviews.service import InterviewService
from careercoach_desktop.features.jobs.model import Contact, JobStatus, Relation, TimelineKind
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.service.contacts import ContactService
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database
from tests.features.interviews.conftest import THURSDAY_TEN, video_call, wall

MIRA = Interviewer(name="Mira Voss", title="Head of Signals", email="mira@halden.example")


def told_of(jobs: JobService, job_id: int) -> list[str]:
    """What the timeline says about interviews, newest first."""
    return [entry.text for entry in jobs.timeline(job_id) if entry.kind is TimelineKind.INTERVIEW]


def exactly(one: Interview) -> dict[str, object]:
    """Everything but what counts its changes."""
    return one.model_dump(exclude={"sequence", "updated"})


def test_a_round_is_kept_as_it_was_arranged(interviews: InterviewService, job: int) -> None:
    plan = video_call(place=" Platform  7 ", link="https://meet.example/7", interviewers=(MIRA,), notes="Read the RFC.")
    made = interviews.schedule(job, plan)

    kept = interviews.get(made.id)
    assert kept == made
    assert (kept.type, kept.round, kept.when) == (InterviewType.VIDEO_CALL, 1, THURSDAY_TEN)
    assert (kept.place, kept.link, kept.notes) == ("Platform 7", "https://meet.example/7", "Read the RFC.")
    assert [(each.name, each.title, each.email) for each in kept.interviewers] == [
        ("Mira Voss", "Head of Signals", "mira@halden.example")
    ]
    assert kept.outcome is InterviewOutcome.PENDING


def test_its_job_moves_with_it_and_back_as_one(
    interviews: InterviewService, jobs: JobService, contacts: ContactService, job: int
) -> None:
    arranged = interviews.arrange(job, video_call(interviewers=(MIRA,)))
    assert jobs.job(job).status is JobStatus.INTERVIEW_SCHEDULED
    assert told_of(jobs, job) == ["arranged: round 1 (video call), Thu 3 Dec 2026, 10:00"]

    interviews.take_back(arranged)
    assert jobs.job(job).status is JobStatus.INTERESTED
    assert told_of(jobs, job) == []
    assert interviews.for_job(job) == []
    assert contacts.contacts() == []
    assert not any(entry.kind is TimelineKind.MOVED for entry in jobs.timeline(job))

    interviews.do_again(arranged)
    assert jobs.job(job).status is JobStatus.INTERVIEW_SCHEDULED
    assert [exactly(line.interview) for line in interviews.for_job(job)] == [exactly(arranged.interview)]
    assert [each.contact.name for each in contacts.contacts_of(job)] == ["Mira Voss"]


@pytest.mark.parametrize("status", [JobStatus.INTERVIEW_COMPLETED, JobStatus.OFFER_RECEIVED, JobStatus.REJECTED])
def test_a_job_never_goes_backwards(
    interviews: InterviewService, jobs: JobService, job: int, status: JobStatus
) -> None:
    jobs.move([job], status)
    made = interviews.schedule(job, video_call())
    assert jobs.job(job).status is status
    completed = interviews.complete(made.id)
    assert jobs.job(job).status is status
    assert completed.move == ()


def test_a_person_may_leave_the_job_where_it_is(interviews: InterviewService, jobs: JobService, job: int) -> None:
    made = interviews.schedule(job, video_call(), move_job=False)
    interviews.complete(made.id, move_job=False)
    assert jobs.job(job).status is JobStatus.INTERESTED


def test_completing_moves_the_job_on_and_is_undone_as_one(
    interviews: InterviewService, jobs: JobService, job: int
) -> None:
    made = interviews.schedule(job, video_call())
    completed = interviews.complete(made.id, InterviewOutcome.PASSED)

    assert jobs.job(job).status is JobStatus.INTERVIEW_COMPLETED
    after = interviews.get(made.id)
    assert after.completed is not None
    assert after.outcome is InterviewOutcome.PASSED
    assert told_of(jobs, job)[0] == "took place: round 1 (video call): passed"

    interviews.take_back(completed)
    assert jobs.job(job).status is JobStatus.INTERVIEW_SCHEDULED
    assert exactly(interviews.get(made.id)) == exactly(made)
    assert told_of(jobs, job) == ["arranged: round 1 (video call), Thu 3 Dec 2026, 10:00"]

    interviews.do_again(completed)
    assert jobs.job(job).status is JobStatus.INTERVIEW_COMPLETED
    assert exactly(interviews.get(made.id)) == exactly(after)


def test_rounds_count_on_and_cancelled_ones_leave_no_gap(interviews: InterviewService, job: int) -> None:
    first = interviews.schedule(job, video_call())
    second = interviews.schedule(job, video_call())
    interviews.change(second.id, {"outcome": InterviewOutcome.CANCELLED})
    third = interviews.schedule(job, video_call())
    fifth = interviews.schedule(job, video_call(round=5))
    assert [one.round for one in (first, second, third, fifth)] == [1, 2, 2, 5]


def test_a_change_is_taken_back_with_its_entry(interviews: InterviewService, jobs: JobService, job: int) -> None:
    made = interviews.schedule(job, video_call())
    later = wall("2026-12-04 14:30", "Europe/London", minutes=90)

    before = interviews.change(made.id, {"when": later, "type": InterviewType.PANEL})
    assert before == made
    moved = interviews.get(made.id)
    assert moved.when == later
    assert moved.sequence == 1
    assert told_of(jobs, job)[0] == "moved: round 1 (panel) to Fri 4 Dec 2026, 15:30 (14:30 in London)"

    interviews.put(before)
    assert exactly(interviews.get(made.id)) == exactly(made)
    assert interviews.get(made.id).sequence == 2, "whoever was told of the change must believe that it was taken back"
    assert len(told_of(jobs, job)) == 1

    interviews.put(moved)
    assert exactly(interviews.get(made.id)) == exactly(moved)
    assert len(told_of(jobs, job)) == 2


def test_notes_are_nobody_elses_business(interviews: InterviewService, jobs: JobService, job: int) -> None:
    made = interviews.schedule(job, video_call())
    interviews.change(made.id, {"notes": "Ask about rails.", "questions": "Why us?", "feedback": "Kind."})
    kept = interviews.get(made.id)
    assert (kept.notes, kept.questions, kept.feedback, kept.sequence) == ("Ask about rails.", "Why us?", "Kind.", 0)
    assert len(told_of(jobs, job)) == 1


def test_what_is_no_value_changes_nothing(interviews: InterviewService, job: int) -> None:
    made = interviews.schedule(job, video_call())
    with pytest.raises(ValidationError):
        interviews.change(made.id, {"round": "first"})
    with pytest.raises(KeyError):
        interviews.change(made.id, {"uid": "another"})
    assert interviews.get(made.id) == made


def test_an_outcome_says_that_it_took_place(interviews: InterviewService, job: int) -> None:
    made = interviews.schedule(job, video_call())
    interviews.change(made.id, {"outcome": InterviewOutcome.FAILED})
    assert interviews.get(made.id).completed is not None


def test_removed_rounds_come_back_as_they_were(interviews: InterviewService, jobs: JobService, job: int) -> None:
    made = interviews.schedule(job, video_call(interviewers=(MIRA,)))
    assert interviews.remove([made.id, 99]) == [made.id]
    with pytest.raises(KeyError):
        interviews.get(made.id)
    assert told_of(jobs, job)[0] == "removed: round 1 (video call), Thu 3 Dec 2026, 10:00"
    interviews.restore([made.id])
    assert exactly(interviews.get(made.id)) == exactly(made)
    assert len(told_of(jobs, job)) == 1


def test_a_round_of_a_job_that_is_gone_is_refused(interviews: InterviewService, jobs: JobService, job: int) -> None:
    jobs.delete([job])
    with pytest.raises(UserError) as refused:
        interviews.schedule(job, video_call())
    assert refused.value.code == "job-gone"


def test_everything_is_told_after_it_is_kept(database: Database, interviews: InterviewService, job: int) -> None:
    told: list[InterviewsChanged] = []
    database.bus.after(InterviewsChanged, told.append)
    made = interviews.schedule(job, video_call())
    interviews.change(made.id, {"followed_up": date(2026, 12, 4)})
    interviews.change(made.id, {"followed_up": date(2026, 12, 4)})
    assert told == [InterviewsChanged((made.id,), (job,))] * 2, "what changes nothing is not told"


def test_who_asks_becomes_a_contact_of_the_job(
    interviews: InterviewService, contacts: ContactService, job: int
) -> None:
    made = interviews.schedule(job, video_call(interviewers=(MIRA, Interviewer(name="Ole Brandt"))))
    linked = contacts.contacts_of(job)
    assert [(each.contact.name, each.contact.company, each.relation) for each in linked] == [
        ("Mira Voss", "Halden Rail", Relation.INTERVIEWER),
        ("Ole Brandt", "Halden Rail", Relation.INTERVIEWER),
    ]
    assert [each.contact_id for each in made.interviewers] == [each.contact.id for each in linked]


@pytest.mark.parametrize(
    "known",
    [
        Contact(name="M. Voss", company="Another", email="MIRA@halden.example", phone="+47 1"),
        Contact(name="mira  voss", company="HALDEN rail", phone="+47 1"),
    ],
)
def test_who_is_known_is_linked_and_not_doubled(
    interviews: InterviewService, contacts: ContactService, job: int, known: Contact
) -> None:
    there = contacts.add(known)
    arranged = interviews.arrange(job, video_call(interviewers=(MIRA,)))
    (asks,) = arranged.interview.interviewers
    assert (asks.contact_id, asks.phone, asks.title) == (there, "+47 1", "Head of Signals")
    assert len(contacts.contacts()) == 1
    assert asks.name == contacts.contact(there).name, "nothing that was known is overwritten by a guess"


def test_a_namesake_with_another_address_is_somebody_else(
    interviews: InterviewService, contacts: ContactService, job: int
) -> None:
    contacts.add(Contact(name="Mira Voss", company="Halden Rail", email="mira.v@other.example"))
    interviews.schedule(job, video_call(interviewers=(MIRA,)))
    assert len(contacts.contacts()) == 2


def test_a_recruiter_who_asks_stays_the_recruiter(
    interviews: InterviewService, contacts: ContactService, job: int
) -> None:
    there = contacts.add(Contact(name="Mira Voss", company="Halden Rail"), job, Relation.RECRUITER)
    interviews.schedule(job, video_call(interviewers=(Interviewer(name="Mira Voss", contact_id=there),)))
    assert [each.relation for each in contacts.contacts_of(job)] == [Relation.RECRUITER]


def test_what_is_corrected_about_somebody_is_corrected_in_the_contact(
    interviews: InterviewService, contacts: ContactService, job: int
) -> None:
    made = interviews.schedule(job, video_call(interviewers=(MIRA,)))
    (asks,) = made.interviewers
    interviews.change(made.id, {"interviewers": (asks.model_copy(update={"title": "CTO"}),)})
    assert asks.contact_id is not None
    assert contacts.contact(asks.contact_id).role == "CTO"


def test_of_a_forgotten_contact_the_name_is_left(
    interviews: InterviewService, contacts: ContactService, job: int
) -> None:
    made = interviews.schedule(job, video_call(interviewers=(MIRA,)))
    (asks,) = made.interviewers
    assert asks.contact_id is not None
    contacts.remove([asks.contact_id])
    assert interviews.get(made.id).interviewers == (Interviewer(name="Mira Voss"),)

    interviews.change(made.id, {"interviewers": (Interviewer(name="Mira Voss"), Interviewer(name="Ole Brandt"))})
    assert [row.contact.name for row in contacts.contacts()] == ["Ole Brandt"], "who was removed is not kept again"

    contacts.restore([asks.contact_id])
    assert [each.email for each in interviews.get(made.id).interviewers] == ["mira@halden.example", ""]


def test_nobody_asks_twice_in_one_round(interviews: InterviewService, job: int) -> None:
    made = interviews.schedule(job, video_call(interviewers=(MIRA, MIRA, Interviewer(name="  "))))
    assert len(made.interviewers) == 1


def test_nothing_of_a_failed_arrangement_is_left(
    database: Database, interviews: InterviewService, jobs: JobService, contacts: ContactService, job: int
) -> None:
    def refuse(event: InterviewsChanged, unit: object) -> None:
        raise RuntimeError

    stop = database.bus.within(InterviewsChanged, refuse)
    with pytest.raises(RuntimeError):
        interviews.schedule(job, video_call(interviewers=(MIRA,)))
    stop()
    assert (interviews.for_job(job), contacts.contacts(), told_of(jobs, job)) == ([], [], [])
    assert jobs.job(job).status is JobStatus.INTERESTED


def test_what_was_removed_a_month_ago_is_forgotten(interviews: InterviewService, clock: object, job: int) -> None:
    made = interviews.schedule(job, video_call())
    interviews.remove([made.id])
    assert interviews.purge_removed() == 0
    clock.now += timedelta(days=31)  # type: ignore[attr-defined]  # a clock of the tests
    assert interviews.purge_removed() == 1

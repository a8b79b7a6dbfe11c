"""Everything about one job that is neither capture nor moving."""

from __future__ import annotations

from datetime import timedelta

import pytest

from careercoach_desktop.features.jobs.model import (
    FieldOrigin,
    JobAdded,
    JobChanged,
    JobRemoved,
    JobStatus,
    Posting,
    SampleJob,
    TimelineKind,
    WorkMode,
)
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.store import JobStore
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.blobs import BlobStore
from careercoach_desktop.foundation.storage.database import Database
from tests.features.jobs.conftest import Clock


def kinds(jobs: JobService, job_id: int) -> list[TimelineKind]:
    return [entry.kind for entry in jobs.timeline(job_id)]


def test_a_posting_survives_the_file(jobs: JobService) -> None:
    posting = Posting(
        title="Platform Engineer",
        company="Halden Rail",
        location="Leeds",
        work_mode=WorkMode.HYBRID,
        salary_min=65_000,
        salary_currency="GBP",
        description="## About\n\nTrains, on time.",
        requirements=["Kubernetes", "Go"],
    )
    job = jobs.job(jobs.add_manually(posting).job_id)
    assert job.posting == posting
    assert job.status == JobStatus.INTERESTED


def test_a_job_needs_a_title(jobs: JobService) -> None:
    with pytest.raises(UserError, match="title"):
        jobs.add_manually(Posting(company="Halden Rail"))
    assert jobs.cards() == []


def test_editing_hands_back_what_was_there(jobs: JobService, five: list[int]) -> None:
    previous = jobs.edit(five[0], {"title": "Lead Engineer", "work_mode": "REMOTE", "company": "Halden Rail"})
    assert previous == {"title": "A", "work_mode": None}
    assert jobs.job(five[0]).posting.work_mode == WorkMode.REMOTE
    assert jobs.timeline(five[0])[0].text == "title, work mode"


def test_undoing_an_edit_takes_it_off_the_timeline(jobs: JobService, five: list[int]) -> None:
    before = jobs.job(five[0])
    previous = jobs.edit(five[0], {"title": "Lead Engineer"})
    jobs.edit(five[0], previous, undoing=True)
    assert jobs.job(five[0]) == before
    assert kinds(jobs, five[0]) == [TimelineKind.ADDED]


def test_a_title_can_not_be_emptied(jobs: JobService, five: list[int]) -> None:
    with pytest.raises(UserError, match="title"):
        jobs.edit(five[0], {"title": "  "})
    assert jobs.job(five[0]).posting.title == "A"


def test_notes_tags_and_priority_hand_back_what_was_there(jobs: JobService, five: list[int]) -> None:
    job_id = five[0]
    assert jobs.set_notes(job_id, "Ask Priya about the team.") == ""
    assert jobs.set_tags(job_id, [" infra ", "infra", "", "rail"]) == ()
    assert jobs.set_tags(job_id, ["rail"]) == ("infra", "rail")
    assert jobs.set_priority(job_id, priority=True) is False
    job = jobs.job(job_id)
    assert (job.notes, job.tags, job.priority) == ("Ask Priya about the team.", ("rail",), True)


def test_the_same_value_again_is_no_change(jobs: JobService, five: list[int], database: Database) -> None:
    jobs.record_match(five[0], 80, "{}")
    told: list[JobChanged] = []
    database.bus.after(JobChanged, told.append)
    jobs.record_match(five[0], 80, "{}")
    jobs.set_notes(five[0], "")
    assert told == []
    jobs.record_match(five[0], 81, "{}")
    assert told == [JobChanged(five[0])]


def test_search_looks_everywhere_and_forgives_accents(jobs: JobService, five: list[int]) -> None:
    a, b, c, *_ = five
    jobs.set_notes(a, "Send the résumé to Zoë")
    jobs.set_tags(b, ["Rückfrage"])
    jobs.edit(c, {"location": "100% remote"})
    assert jobs.matching("zoe RESUME") == {a}
    assert jobs.matching("ruckfrage") == {b}
    assert jobs.matching("100%") == {c}
    assert jobs.matching("halden") == set(five)
    assert jobs.matching("halden zoe") == {a}
    assert jobs.matching("_") == set()


def test_a_removed_job_is_gone_everywhere_and_comes_back_exactly(jobs: JobService, five: list[int]) -> None:
    before = jobs.cards()
    assert sorted(jobs.delete(five[:2])) == sorted(five[:2])
    assert [card.id for card in jobs.cards()] == five[2:]
    assert jobs.matching("halden") == set(five[2:])
    with pytest.raises(UserError, match="no longer there"):
        jobs.job(five[0])
    jobs.restore(five[:2])
    assert jobs.cards() == before


def test_removing_and_restoring_are_told(jobs: JobService, five: list[int], database: Database) -> None:
    told: list[object] = []
    database.bus.after(JobRemoved, told.append)
    database.bus.after(JobAdded, told.append)
    jobs.delete([five[0], 999])
    jobs.delete([five[0]])
    jobs.restore([five[0]])
    assert told == [JobRemoved(five[0]), JobAdded(five[0])]


def test_after_thirty_days_a_removed_job_is_forgotten(jobs: JobService, five: list[int], clock: Clock) -> None:
    jobs.move([five[0]], JobStatus.APPLIED)
    jobs.delete([five[0]])
    clock.now += timedelta(days=29)
    assert jobs.purge_removed() == 0
    clock.now += timedelta(days=2)
    assert jobs.purge_removed() == 1
    jobs.restore([five[0]])
    assert len(jobs.cards()) == 4
    assert jobs.timeline(five[0]) == []


def test_what_is_forgotten_takes_its_archived_page_along_unless_another_job_has_the_same(
    jobs: JobService, five: list[int], clock: Clock, database: Database
) -> None:
    a, b, c, *_ = five
    with database.write() as unit:
        store, blobs = JobStore(unit.session), BlobStore(unit.session)
        own, shared = blobs.put(b"<h1>A</h1>", "text/html"), blobs.put(b"<h1>B and C</h1>", "text/html")
        for job_id, page in ((a, own), (b, shared), (c, shared)):
            store.update(job_id, {"page_sha256": page})
    jobs.delete([a, b])
    clock.now += timedelta(days=31)
    assert jobs.purge_removed() == 2
    with database.read() as session:
        assert BlobStore(session).get(shared) == b"<h1>B and C</h1>"
        with pytest.raises(KeyError):
            BlobStore(session).size(own)


def test_a_score_and_its_reasons_are_kept(jobs: JobService, five: list[int]) -> None:
    assert jobs.match_report(five[0]) is None
    jobs.record_match(five[0], 86, '{"score": 86}')
    assert jobs.match_report(five[0]) == '{"score": 86}'
    assert jobs.cards([five[0]])[0].score == 86


def test_a_higher_feature_writes_on_the_timeline_in_its_own_transaction(
    jobs: JobService, five: list[int], database: Database
) -> None:
    def tailor_and_fail() -> None:
        with database.write() as unit:
            jobs.record_event(unit, five[0], TimelineKind.TAILORED, "for Halden Rail")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        tailor_and_fail()
    assert kinds(jobs, five[0]) == [TimelineKind.ADDED]
    jobs.record_event(None, five[0], TimelineKind.TAILORED, "for Halden Rail")
    assert jobs.timeline(five[0])[0].text == "for Halden Rail"


def test_sample_jobs_come_with_their_past(jobs: JobService, clock: Clock) -> None:
    start = clock.now - timedelta(days=30)
    applied, invited = start + timedelta(days=3), start + timedelta(days=12)
    past = ((JobStatus.APPLIED, applied), (JobStatus.INTERVIEW_SCHEDULED, invited))
    first, second = jobs.add_sample(
        [
            SampleJob(
                Posting(title="Staff Engineer"), past[-1][0], start, past, ("infra",), "Nice people.", priority=True
            ),
            SampleJob(Posting(title="Analyst"), JobStatus.INTERESTED, start),
        ]
    )
    job = jobs.job(first)
    assert (job.status, job.applied, job.entered_column) == (JobStatus.INTERVIEW_SCHEDULED, applied, invited)
    assert (job.tags, job.notes, job.priority, job.created) == (("infra",), "Nice people.", True, start)
    assert [entry.when for entry in jobs.timeline(first)] == [invited, applied, start]
    assert jobs.job(second).entered_column == start


def test_what_a_sample_went_through_can_be_undone_like_any_move(jobs: JobService, clock: Clock) -> None:
    sample = SampleJob(Posting(title="Analyst"), JobStatus.INTERESTED, clock())
    (job_id,) = jobs.add_sample([sample])
    before = jobs.job(job_id)
    jobs.put_back(jobs.move([job_id], JobStatus.WITHDRAWN))
    assert jobs.job(job_id) == before


def test_undoing_an_edit_keeps_what_was_written_before_it_safe(jobs: JobService, five: list[int]) -> None:
    job_id = jobs.add_from_text("Baker wanted in York, nights, no weekends, bread and rolls.").job_id
    first = jobs.edit(job_id, {"company": "Crumb"})
    second = jobs.edit(job_id, {"company": "Crumb & Co"})
    jobs.edit(job_id, second, undoing=True)
    with jobs._db.read() as session:
        assert JobStore(session).value(job_id, "edited_fields") == '["company"]'
    jobs.edit(job_id, first, undoing=True)
    with jobs._db.read() as session:
        assert JobStore(session).value(job_id, "edited_fields") == "[]"


def test_what_was_guessed_is_the_persons_own_once_they_confirmed_it(jobs: JobService) -> None:
    origins = {"company": FieldOrigin(source="page", confidence=0.4)}
    posting = Posting(title="Baker", company="Crumb", origins=origins)
    (job_id,) = jobs.add_sample([SampleJob(posting, JobStatus.INTERESTED, utc_now())])
    assert jobs.confirm_fields(job_id, ["company"]) == ["company"]
    assert jobs.confirm_fields(job_id, ["company"]) == []
    assert jobs.job(job_id).posting.origins["company"] == FieldOrigin(source="you")
    jobs.confirm_fields(job_id, ["company"], undoing=True)
    assert jobs.job(job_id).posting.origins["company"].confidence == 0.4

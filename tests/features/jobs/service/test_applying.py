"""Applications: recorded with the move to APPLIED, following the job, undone exactly; reasons; the history of all."""

from __future__ import annotations

from datetime import date

import pytest

from careercoach_desktop.features.jobs.model import (
    Application,
    ApplicationChanged,
    ApplicationMethod,
    ApplicationStatus,
    Enclosure,
    EnclosureKind,
    HistoryMark,
    JobStatus,
    Posting,
    TimelineKind,
)
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database
from tests.features.jobs.conftest import Clock

RESUME = Enclosure(kind=EnclosureKind.RESUME, ref="resume:3", version=2, title="Lena Marsh")


def standing(jobs: JobService, job_id: int) -> Application:
    found = jobs.application(job_id)
    assert found is not None
    return found


def test_reaching_applied_records_an_application_that_day(jobs: JobService, five: list[int], clock: Clock) -> None:
    jobs.move(five[:2], JobStatus.APPLIED)
    applied = standing(jobs, five[0])
    assert (applied.status, applied.method) == (ApplicationStatus.SUBMITTED, ApplicationMethod.MANUAL)
    assert applied.submitted == clock.now.astimezone().date()
    assert {one.job_id for one in jobs.applications()} == set(five[:2])
    assert jobs.application(five[2]) is None


def test_undoing_the_move_takes_it_back_and_redoing_knows_what_was_written(jobs: JobService, five: list[int]) -> None:
    before = jobs.move([five[0]], JobStatus.APPLIED)
    written = standing(jobs, five[0]).model_copy(update={"enclosures": [RESUME], "confirmation": "A-17"})
    jobs.update_application(written)
    forward = jobs.put_back(before)
    assert jobs.application(five[0]) is None
    jobs.put_back(forward)
    assert standing(jobs, five[0]) == written


def test_a_draft_is_submitted_by_the_move_and_a_draft_again_after_undo(jobs: JobService, five: list[int]) -> None:
    draft = Application(job_id=five[0], status=ApplicationStatus.DRAFT, portal_url="https://jobs.example.com/7")
    draft = jobs.record_application(draft)
    before = jobs.move([five[0]], JobStatus.APPLIED)
    submitted = standing(jobs, five[0])
    assert (submitted.status, submitted.portal_url) == (ApplicationStatus.SUBMITTED, draft.portal_url)
    assert submitted.submitted is not None
    jobs.put_back(before)
    assert standing(jobs, five[0]) == draft


def test_it_follows_the_job_and_each_undo_is_exact(jobs: JobService, five: list[int]) -> None:
    job_id, seen, back = five[0], [], []
    for status in (JobStatus.APPLIED, JobStatus.INTERVIEW_SCHEDULED, JobStatus.INTERVIEW_COMPLETED, JobStatus.REJECTED):
        seen.append(jobs.application(job_id))
        back.append(jobs.move([job_id], status))
    assert standing(jobs, job_id).status is ApplicationStatus.REJECTED
    for before, was in zip(reversed(back), reversed(seen), strict=True):
        jobs.put_back(before)
        assert jobs.application(job_id) == was


def test_going_back_to_applied_does_not_unmake_a_review(jobs: JobService, five: list[int]) -> None:
    for status in (JobStatus.APPLIED, JobStatus.INTERVIEW_SCHEDULED, JobStatus.APPLIED):
        jobs.move([five[0]], status)
    assert standing(jobs, five[0]).status is ApplicationStatus.UNDER_REVIEW


def test_a_second_one_for_the_same_job_is_refused(jobs: JobService, five: list[int]) -> None:
    jobs.move([five[0]], JobStatus.APPLIED)
    with pytest.raises(UserError, match="recorded for this job already"):
        jobs.record_application(Application(job_id=five[0]))
    with pytest.raises(UserError, match="no longer there"):
        jobs.record_application(Application(job_id=4711))


def test_taking_back_and_bringing_back(jobs: JobService, five: list[int], database: Database) -> None:
    told: list[ApplicationChanged] = []
    database.bus.after(ApplicationChanged, told.append)
    recorded = jobs.record_application(Application(job_id=five[0], submitted=date(2026, 11, 2)))
    assert recorded.id is not None
    jobs.take_back(recorded.id)
    assert jobs.application(five[0]) is None
    assert TimelineKind.APPLIED not in {entry.kind for entry in jobs.timeline(five[0])}
    jobs.bring_back(recorded.id)
    assert jobs.application(five[0]) == recorded
    assert told == [ApplicationChanged(five[0])] * 3


def test_the_timeline_says_what_was_sent_and_undoing_unsays_it(jobs: JobService, five: list[int]) -> None:
    jobs.move([five[0]], JobStatus.APPLIED)
    was = standing(jobs, five[0])
    wanted = {"enclosures": [RESUME], "portal_url": "https://www.jobs.example.com/7?x=1", "confirmation": "A-17"}
    assert jobs.update_application(was.model_copy(update=wanted)) == was
    newest = jobs.timeline(five[0])[0]
    assert newest.kind is TimelineKind.APPLIED
    assert newest.text == "sent with “Lena Marsh” version 2, through jobs.example.com, confirmation A-17"
    jobs.update_application(was, undoing=True)
    assert jobs.timeline(five[0])[0].kind is TimelineKind.MOVED
    assert standing(jobs, five[0]) == was


def test_a_reason_stands_on_the_timeline_and_can_be_taken_away(jobs: JobService, five: list[int]) -> None:
    jobs.move(five[:2], JobStatus.REJECTED)
    jobs.move([five[1]], JobStatus.INTERESTED)
    before = jobs.set_reason(five[:2], JobStatus.REJECTED, " Position filled ")
    assert before == {five[0]: ""}  # the other has moved on
    assert jobs.timeline(five[0])[0].reason == "Position filled"
    jobs.put_reasons(JobStatus.REJECTED, before)
    assert jobs.timeline(five[0])[0].reason == ""


def test_the_history_of_all_jobs_comes_in_pages_and_misses_nothing(jobs: JobService, five: list[int]) -> None:
    jobs.move(five, JobStatus.APPLIED)  # five moves in one moment
    jobs.set_tags(five[0], ["x"])
    jobs.delete([five[4]])
    whole = jobs.history(100)
    assert [one.entry.when for one in whole] == sorted((one.entry.when for one in whole), reverse=True)
    assert {one.title for one in whole} == set("ABCD")
    paged, mark = [], None
    while page := jobs.history(3, mark):
        paged += page
        mark = HistoryMark(page[-1].entry.when, page[-1].entry.id)
    assert paged == whole
    assert {one.entry.kind for one in jobs.history(100, kinds=[TimelineKind.ADDED])} == {TimelineKind.ADDED}
    assert len(jobs.history(100, kinds=[TimelineKind.MOVED])) == 4


def test_the_sample_data_has_applications_too(jobs: JobService) -> None:
    from careercoach_desktop.features.jobs.model import SampleJob
    from careercoach_desktop.foundation.clock import utc_now

    sample = SampleJob(Posting(title="Baker"), JobStatus.APPLIED, utc_now())
    (job_id,) = jobs.add_sample([sample])
    assert standing(jobs, job_id).submitted == sample.created.astimezone().date()

"""Every job carries the score of the primary résumé, kept fresh in the background, with its reasons on demand."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from careercoach_desktop.features.jobs.model import CaptureState, JobStatus, Posting, SampleJob, ScoresWanted
from careercoach_desktop.features.jobs.service import CAPTURE_TASK, JobService
from careercoach_desktop.features.jobs.store import JobStore
from careercoach_desktop.features.matching.model import MatchComputed, MatchReport, PartKind
from careercoach_desktop.features.matching.service import SCORE_ALL, SCORE_ONE, SCORE_THESE, MatchingService
from careercoach_desktop.features.profile.model import Preferences, Profile
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.model import ResumeData, Skill
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.tasks.model import TaskState
from tests.features.tailoring.engine.people import DATA_JOB, LENA, NURSE, NURSE_JOB
from tests.support.workspace import Place

RESUME = """Lena Marsh
Data Engineer
lena@marsh.example

Experience

Data Engineer, Brightwater
March 2019 - present
- Migrated 140 jobs from cron to Airflow.
- Introduced dbt tests.

Skills

SQL, Python, Airflow, dbt, Kubernetes
"""


def score(place: Place, job_id: int) -> int | None:
    return place.get(JobService).job(job_id).score


def score_now(place: Place, job_id: int) -> int:
    found = score(place, job_id)
    assert found is not None
    return found


# --- kept fresh ------------------------------------------------------------------------------------------------------


def test_a_resume_that_was_read_scores_every_job(place: Place) -> None:
    jobs = [place.add_job(DATA_JOB), place.add_job(NURSE_JOB)]
    place.get(ResumeService).import_file(RESUME.encode(), "lena.txt")
    assert [score(place, job) for job in jobs] == [None, None]
    place.queue.start()
    place.done(SCORE_ALL)
    data, nurse = (score_now(place, job) for job in jobs)
    assert data > nurse


def test_a_posting_that_was_read_is_scored(place: Place) -> None:
    place.add_resume(LENA)
    place.queue.start()
    added = place.get(JobService).add_from_text(f"Senior Data Engineer at Northwind\n\n{DATA_JOB.description}")
    assert score(place, added.job_id) is None
    place.done(CAPTURE_TASK)
    place.done(SCORE_ONE)
    assert score_now(place, added.job_id) > 50


def test_a_posting_typed_by_hand_is_scored_too(place: Place) -> None:
    place.add_resume(LENA)
    place.queue.start()
    job = place.add_job(DATA_JOB)
    place.done(SCORE_ONE)
    assert score_now(place, job) > 50


def test_without_a_resume_nothing_is_queued(place: Place) -> None:
    job = place.add_job(DATA_JOB)
    place.get(ProfileService).save(Profile(name="Lena"))
    assert place.get(JobService).job(job).capture is CaptureState.READ
    assert place.queue.active() == []


def test_a_changed_wish_scores_again(place: Place) -> None:
    london = Posting(**DATA_JOB.model_dump(exclude={"location", "work_mode"}), location="London", work_mode="ONSITE")
    place.add_resume(LENA)
    job = place.add_job(london)
    place.queue.start()
    place.done(SCORE_ONE)
    before = score_now(place, job)
    place.get(ProfileService).save(Profile(preferences=Preferences(locations=["Lisbon"], work_modes=["REMOTE"])))
    place.done(SCORE_ALL)
    assert score_now(place, job) < before


def test_a_changed_resume_scores_again_but_only_the_primary_one(place: Place) -> None:
    primary, other = place.add_resume(LENA), place.add_resume(NURSE, "nurse.txt")
    job = place.add_job(DATA_JOB)
    place.queue.start()
    place.done(SCORE_ONE)
    before = score_now(place, job)
    place.get(ResumeService).save_data(other, ResumeData())
    assert [task for task in place.queue.latest() if task.kind == SCORE_ALL] == []
    better = LENA.model_copy(deep=True)
    better.skills.append(Skill(id="s9", keywords=["Apache Spark", "Snowflake"]))
    place.get(ResumeService).save_data(primary, better)
    place.done(SCORE_ALL)
    assert score_now(place, job) > before


def test_another_primary_resume_scores_again(place: Place) -> None:
    place.add_resume(LENA)
    other = place.add_resume(NURSE, "nurse.txt")
    job = place.add_job(DATA_JOB)
    place.queue.start()
    place.done(SCORE_ONE)
    before = score_now(place, job)
    place.get(ResumeService).make_primary(other)
    place.done(SCORE_ALL)
    assert score_now(place, job) < before


def test_many_changes_wait_in_one_pass(place: Place) -> None:
    resume = place.add_resume(LENA)
    place.add_job(DATA_JOB)
    for name in ("Lena", "Lena M.", "Lena Marsh"):
        changed = LENA.model_copy(deep=True)
        changed.basics.name = name
        place.get(ResumeService).save_data(resume, changed)
    assert [task.title for task in place.queue.active() if task.kind == SCORE_ALL] == ["Matching 1 job"]


def test_every_fresh_score_is_told(place: Place) -> None:
    told: list[MatchComputed] = []
    place.database.bus.after(MatchComputed, told.append)
    place.add_resume(LENA)
    job = place.add_job(DATA_JOB)
    place.queue.start()
    place.done(SCORE_ONE)
    assert told == [MatchComputed(job)]


def test_two_hundred_jobs_are_scored_in_the_background(place: Place) -> None:
    now = datetime(2026, 11, 23, tzinfo=UTC)
    postings = [DATA_JOB.model_copy(update={"title": f"Data Engineer {number}"}) for number in range(200)]
    jobs = place.get(JobService).add_sample([SampleJob(each, JobStatus.INTERESTED, now) for each in postings])
    place.add_resume(LENA)
    assert [task.title for task in place.queue.active()] == ["Matching 200 jobs"]
    place.queue.start()
    assert place.done(SCORE_ALL).result == {"jobs": 200}
    assert len({score_now(place, job) for job in jobs}) == 1


def test_cancelling_a_pass_stops_it_and_keeps_the_scores_there_were(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("careercoach_desktop.features.matching.service.matching.score_postings", never_scored)
    job = place.add_job(DATA_JOB)
    place.get(JobService).record_match(job, 12, MatchReport(score=12).model_dump_json())
    place.add_resume(LENA)
    place.queue.start()
    started = place.watch.until(lambda task: task.kind == SCORE_ALL and task.state is TaskState.RUNNING)
    place.queue.cancel(started.id)
    place.watch.until_state(started.id, TaskState.CANCELLED)
    assert score(place, job) == 12


def never_scored(*_arguments: object) -> None:
    """In the child process: work that only cancelling ends."""
    import threading

    threading.Event().wait(60)


def test_a_job_removed_meanwhile_is_passed_over(place: Place) -> None:
    place.add_resume(LENA)
    gone, stays = place.add_job(DATA_JOB), place.add_job(NURSE_JOB)
    place.get(JobService).delete([gone])
    place.queue.start()
    place.done(SCORE_ONE)
    assert score(place, stays) is not None
    assert place.get(JobService).to_match() == [stays]


def test_five_hundred_new_jobs_wait_in_one_task(place: Place) -> None:
    place.add_resume(LENA)
    now = datetime(2026, 11, 23, tzinfo=UTC)
    jobs = place.get(JobService).add_sample([SampleJob(DATA_JOB, JobStatus.INTERESTED, now)] * 500)
    assert [task.kind for task in place.queue.active()] == [SCORE_ONE]
    place.queue.start()
    assert place.done(SCORE_ONE).result == {"jobs": 500}
    assert place.get(JobService).unmatched() == []
    assert None not in {score(place, job) for job in jobs}


def test_what_came_while_a_task_ran_gets_one_of_its_own(place: Place) -> None:
    place.add_resume(LENA)
    place.queue.start()
    place.add_job(DATA_JOB)
    place.done(SCORE_ONE)
    late = place.add_job(NURSE_JOB)
    place.done(SCORE_ONE, 2)
    assert score(place, late) is not None


def test_the_archive_is_left_alone(place: Place) -> None:
    kept, away = place.add_job(DATA_JOB), place.add_job(NURSE_JOB)
    with place.database.write() as unit:
        JobStore(unit.session).update(away, {"archived": True})
    place.add_resume(LENA)
    place.queue.start()
    assert place.done(SCORE_ALL).result == {"jobs": 1}
    assert score(place, kept) is not None
    assert place.get(JobService).job(away).score is None


@pytest.mark.parametrize("away", ["archived", "removed"])
def test_a_job_that_comes_back_is_matched_with_the_resume_of_today(place: Place, away: str) -> None:
    resume = place.add_resume(LENA)
    job = place.add_job(DATA_JOB)
    place.queue.start()
    place.done(SCORE_ONE)
    before = score_now(place, job)
    jobs = place.get(JobService)
    gone, back = {
        "archived": (lambda: jobs.archive([job]), lambda: jobs.archive([job], archived=False)),
        "removed": (lambda: jobs.delete([job]), lambda: jobs.restore([job])),
    }[away]
    gone()
    place.get(ResumeService).save_data(resume, ResumeData())
    back()
    place.done(SCORE_ONE, 2)
    assert score_now(place, job) < before


def test_a_job_that_comes_back_when_there_is_no_resume_has_no_score(place: Place) -> None:
    resume = place.add_resume(LENA)
    job = place.add_job(DATA_JOB)
    place.queue.start()
    place.done(SCORE_ONE)
    place.get(JobService).archive([job])
    place.get(ResumeService).delete(resume)
    place.get(JobService).archive([job], archived=False)
    assert score(place, job) is None


def test_jobs_a_person_picks_are_scored_again(place: Place) -> None:
    place.add_resume(LENA)
    jobs = [place.add_job(DATA_JOB), place.add_job(NURSE_JOB)]
    place.get(JobService).record_match(jobs[0], 1, "{}")
    with place.database.write() as unit:
        unit.emit(ScoresWanted(tuple(jobs)))
    place.queue.start()
    assert place.done(SCORE_THESE).result == {"jobs": 2}
    assert score_now(place, jobs[0]) > 50


def test_jobs_are_not_scored_again_without_a_resume(place: Place) -> None:
    job = place.add_job(DATA_JOB)
    with pytest.raises(UserError) as told, place.database.write() as unit:
        unit.emit(ScoresWanted((job,)))
    assert told.value.code == "no-resume"


# --- explained -------------------------------------------------------------------------------------------------------


def test_without_a_resume_the_person_hears_what_is_missing(place: Place, matching: MatchingService) -> None:
    job = place.add_job(DATA_JOB)
    with pytest.raises(UserError) as told:
        matching.report(job)
    assert told.value.code == "no-resume"
    assert str(told.value) == "There is no résumé to match against yet. Add yours on the Résumés page."


def test_the_report_explains_the_primary_resume_s_score(place: Place, matching: MatchingService) -> None:
    place.add_resume(LENA)
    job = place.add_job(DATA_JOB)
    report = matching.report(job)
    found = {keyword.term: keyword.found for keyword in report.keywords}
    assert (found["SQL"], found["Apache Spark"]) == (True, False)
    assert {part.kind for part in report.parts} >= {PartKind.MUST_HAVE, PartKind.EXPERIENCE}
    assert score(place, job) == report.score, "the board says the same number"
    assert place.get(JobService).match_report(job) == report.model_dump_json()


def test_a_report_against_another_resume_leaves_the_board_alone(place: Place, matching: MatchingService) -> None:
    place.add_resume(LENA)
    other = place.add_resume(NURSE, "nurse.txt")
    job = place.add_job(DATA_JOB)
    with_lena = matching.report(job)
    with_nurse = matching.report(job, other)
    assert with_lena.score is not None
    assert with_nurse.score is not None
    assert with_nurse.score < with_lena.score
    assert score(place, job) == with_lena.score


def test_several_resumes_are_put_in_order_for_one_job(place: Place, matching: MatchingService) -> None:
    lena, nurse = place.add_resume(LENA), place.add_resume(NURSE, "nurse.txt")
    job = place.add_job(NURSE_JOB)
    fits = matching.fits(job, [lena, nurse])
    assert [fit.resume_id for fit in fits] == [nurse, lena]
    assert fits[0].score == matching.report(job, nurse).score


def passes(place: Place) -> int:
    return len([task for task in place.queue.latest() if task.kind == SCORE_ALL])


def test_without_any_resume_left_no_job_keeps_a_score(place: Place) -> None:
    resume = place.add_resume(LENA)
    job = place.add_job(DATA_JOB)
    place.queue.start()
    place.done(SCORE_ONE)
    assert score(place, job) is not None
    place.get(ResumeService).delete(resume)
    place.done(SCORE_ALL)
    assert score(place, job) is None


def test_what_changes_no_score_queues_no_pass(place: Place) -> None:
    resume = place.add_resume(LENA)
    place.add_job(DATA_JOB)
    place.queue.start()
    place.done(SCORE_ONE)
    place.get(ProfileService).save(Profile(preferences=Preferences(locations=["Leeds"])))
    place.done(SCORE_ALL)
    place.get(ResumeService).rename(resume, "Lena, 2026")
    place.get(ProfileService).add_note("I ran Kubernetes at home.")
    assert passes(place) == 1


def test_a_corrected_posting_is_scored_again(place: Place) -> None:
    place.add_resume(LENA)
    job = place.add_job(DATA_JOB)
    place.queue.start()
    place.done(SCORE_ONE)
    before = score_now(place, job)
    place.get(JobService).edit(job, {"description": "## What we ask for\n- Wound care\n- Midwifery\n"})
    place.done(SCORE_ONE, 2)
    assert score_now(place, job) < before


# --- asked for -------------------------------------------------------------------------------------------------------


def test_jobs_are_matched_again_when_somebody_asks(place: Place) -> None:
    place.add_resume(LENA)
    wanted, other = place.add_job(DATA_JOB), place.add_job(NURSE_JOB)
    place.queue.start()
    place.done(SCORE_ONE)
    for job in (wanted, other):
        place.get(JobService).record_match(job, 1, "{}")
    assert place.get(JobService).score_again([wanted]) == 1
    place.done(SCORE_THESE)
    assert score_now(place, wanted) > 50
    assert score(place, other) == 1


def test_asking_for_a_match_without_a_resume_is_answered_kindly(place: Place) -> None:
    job = place.add_job(DATA_JOB)
    with pytest.raises(UserError, match="no résumé to match against"):
        place.get(JobService).score_again([job])
    assert place.queue.active() == []

"""A job says when its next conversation is, and what is due about it follows: by undo, by time, by merge, by zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from careercoach_desktop.features.interviews.model import InterviewOutcome
from careercoach_desktop.features.interviews.service import InterviewService
from careercoach_desktop.features.interviews.service.following import Following
from careercoach_desktop.features.jobs.model import JobStatus, Posting
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.service.due import DueService
from careercoach_desktop.features.reminders.model import ReminderKind
from careercoach_desktop.features.reminders.service import ReminderService
from careercoach_desktop.foundation.settings.service import SettingsService
from tests.features.interviews.conftest import Clock, video_call, wall


@pytest.fixture(autouse=True)
def listening(following: Following) -> None:
    """From the beginning of every test."""


@pytest.fixture
def due_about(reminders: ReminderService):
    def about(job_id: int) -> dict[ReminderKind, date]:
        return {one.kind: one.day for one in reminders.about([f"job:{job_id}"])}

    return about


def next_of(jobs: JobService, job_id: int) -> datetime | None:
    (card,) = jobs.cards([job_id], with_archived=True)
    return card.next_interview


def test_the_nearest_round_is_the_next(interviews: InterviewService, jobs: JobService, job: int, due_about) -> None:
    second = interviews.schedule(job, video_call(wall("2026-12-08 10:00")))
    first = interviews.schedule(job, video_call(wall("2026-12-03 10:00")))
    assert next_of(jobs, job) == first.when.start
    assert due_about(job) == {ReminderKind.INTERVIEW: date(2026, 12, 3)}

    interviews.change(first.id, {"outcome": InterviewOutcome.CANCELLED})
    assert next_of(jobs, job) == second.when.start
    interviews.put(first)
    assert next_of(jobs, job) == first.when.start
    interviews.remove([first.id, second.id])
    assert next_of(jobs, job) is None
    assert due_about(job) == {}
    interviews.restore([first.id])
    assert due_about(job) == {ReminderKind.INTERVIEW: date(2026, 12, 3)}


def test_one_that_is_over_is_nobodys_next(
    interviews: InterviewService,
    jobs: JobService,
    job: int,
    clock: Clock,
    following: Following,
    due_about,
) -> None:
    interviews.schedule(job, video_call(wall("2026-12-03 10:00")))
    later = interviews.schedule(job, video_call(wall("2026-12-08 10:00")))
    clock.now = datetime(2026, 12, 3, 10, tzinfo=UTC)  # it ended at this moment
    following.pass_over()
    assert next_of(jobs, job) == later.when.start
    assert due_about(job) == {ReminderKind.INTERVIEW: date(2026, 12, 8)}


def test_the_day_of_an_interview_is_the_persons_own(
    interviews: InterviewService,
    settings: SettingsService,
    job: int,
    due_about,
) -> None:
    interviews.schedule(job, video_call(wall("2026-12-03 20:00", "America/Los_Angeles")))
    assert due_about(job) == {ReminderKind.INTERVIEW: date(2026, 12, 4)}
    settings.choose(time_zone="America/New_York")
    assert due_about(job) == {ReminderKind.INTERVIEW: date(2026, 12, 3)}


def test_a_whole_day_is_the_same_day_everywhere(interviews: InterviewService, job: int, due_about) -> None:
    interviews.schedule(job, video_call(wall("2026-12-03", "Asia/Tokyo", 1440, all_day=True)))
    assert due_about(job) == {ReminderKind.INTERVIEW: date(2026, 12, 3)}


def test_thanks_are_due_the_day_after_until_they_are_said(
    interviews: InterviewService,
    job: int,
    clock: Clock,
    due_about,
) -> None:
    made = interviews.schedule(job, video_call(wall("2026-12-03 10:00")))
    clock.now = datetime(2026, 12, 3, 11, tzinfo=UTC)
    completed = interviews.complete(made.id)
    assert due_about(job) == {ReminderKind.THANK_YOU: date(2026, 12, 4)}

    before = interviews.change(made.id, {"followed_up": date(2026, 12, 3)})
    assert due_about(job) == {}
    interviews.put(before)
    assert due_about(job) == {ReminderKind.THANK_YOU: date(2026, 12, 4)}
    interviews.take_back(completed)
    assert due_about(job) == {}


def test_nobody_is_thanked_late_or_for_a_refusal(
    interviews: InterviewService,
    jobs: JobService,
    job: int,
    clock: Clock,
    due_about,
) -> None:
    made = interviews.schedule(job, video_call(wall("2026-12-03 10:00")))
    clock.now = datetime(2026, 12, 30, tzinfo=UTC)
    interviews.complete(made.id)
    assert due_about(job) == {}, "weeks later it would be odd"

    second = interviews.schedule(job, video_call(wall("2026-12-29 10:00")))
    interviews.complete(second.id)
    assert due_about(job) == {ReminderKind.THANK_YOU: date(2026, 12, 30)}
    moved = jobs.move([job], JobStatus.REJECTED)
    assert due_about(job) == {}
    jobs.put_back(moved)
    assert due_about(job) == {ReminderKind.THANK_YOU: date(2026, 12, 30)}
    interviews.change(second.id, {"outcome": InterviewOutcome.FAILED})
    assert due_about(job) == {}


def test_thanks_that_were_never_said_are_let_go_of_in_time(
    interviews: InterviewService, job: int, clock: Clock, following: Following, due_about
) -> None:
    made = interviews.schedule(job, video_call(wall("2026-12-03 10:00")))
    clock.now = datetime(2026, 12, 3, 11, tzinfo=UTC)
    interviews.complete(made.id)
    clock.now = datetime(2026, 12, 18, 12, tzinfo=UTC)
    following.pass_over()
    assert due_about(job) == {ReminderKind.THANK_YOU: date(2026, 12, 4)}
    clock.now += timedelta(days=1)
    following.pass_over()
    assert due_about(job) == {}, "the bell does not ask for what would be odd by now"


def test_rounds_follow_their_job_into_a_merge_and_out_of_it(
    interviews: InterviewService,
    jobs: JobService,
    job: int,
    due_about,
) -> None:
    other = jobs.add_manually(Posting(title="Signal engineer", company="Halden Rail AS")).job_id
    made = interviews.schedule(other, video_call(wall("2026-12-03 10:00")))
    merged = jobs.merge(job, [other])
    assert interviews.get(made.id).job_id == job
    assert next_of(jobs, job) == made.when.start
    assert due_about(job) == {ReminderKind.INTERVIEW: date(2026, 12, 3)}
    jobs.unmerge(merged)
    assert interviews.get(made.id).job_id == other
    assert (next_of(jobs, job), next_of(jobs, other)) == (None, made.when.start)
    assert (due_about(job), due_about(other)) == ({}, {ReminderKind.INTERVIEW: date(2026, 12, 3)})


def test_a_removed_job_comes_back_as_time_has_left_it(
    interviews: InterviewService,
    jobs: JobService,
    job: int,
    clock: Clock,
    due_about,
) -> None:
    interviews.schedule(job, video_call(wall("2026-12-03 10:00")))
    later = interviews.schedule(job, video_call(wall("2026-12-08 10:00")))
    jobs.delete([job])
    clock.now = datetime(2026, 12, 4, tzinfo=UTC)
    jobs.restore([job])
    assert next_of(jobs, job) == later.when.start
    assert due_about(job) == {ReminderKind.INTERVIEW: date(2026, 12, 8)}


def test_rounds_go_for_good_with_their_job(
    interviews: InterviewService, jobs: JobService, job: int, clock: Clock
) -> None:
    made = interviews.schedule(job, video_call())
    jobs.delete([job])
    clock.now += timedelta(days=31)
    assert jobs.purge_removed() == 1
    with pytest.raises(KeyError):
        interviews.get(made.id)


def test_whoever_says_in_the_bell_that_they_have_thanked_has_followed_up_until_they_take_it_back(
    interviews: InterviewService, due: DueService, reminders: ReminderService, job: int, clock: Clock, due_about
) -> None:
    one = interviews.schedule(job, video_call(wall("2026-11-25 10:00")))
    interviews.complete(one.id, InterviewOutcome.PENDING)
    (thanks,) = [each for each in reminders.about([f"job:{job}"]) if each.kind is ReminderKind.THANK_YOU]
    done = due.finish(thanks.id)
    assert interviews.get(one.id).followed_up == date(2026, 11, 26)
    assert interviews.get(one.id).sequence == one.sequence, "nothing others were told of"
    assert ReminderKind.THANK_YOU not in due_about(job)
    due.unfinish(done)
    assert interviews.get(one.id).followed_up is None
    assert due_about(job)[ReminderKind.THANK_YOU] == date(2026, 11, 26)
    due.finish(thanks.id)
    assert interviews.get(one.id).followed_up == date(2026, 11, 26)


def test_what_was_noted_in_the_round_itself_is_not_taken_back_in_the_bell(
    interviews: InterviewService, due: DueService, reminders: ReminderService, job: int
) -> None:
    one = interviews.schedule(job, video_call(wall("2026-11-25 10:00")))
    interviews.complete(one.id, InterviewOutcome.PENDING)
    (thanks,) = [each for each in reminders.about([f"job:{job}"]) if each.kind is ReminderKind.THANK_YOU]
    done = due.finish(thanks.id)
    interviews.change(one.id, {"followed_up": date(2026, 11, 25)})
    due.unfinish(done)
    assert interviews.get(one.id).followed_up == date(2026, 11, 25)

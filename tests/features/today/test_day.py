"""The day as a whole: how the search stands, what comes, what happened, and when it has to be looked at again."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from careercoach_desktop.features.interviews.service import InterviewService
from careercoach_desktop.features.jobs.model import Application, JobStatus, Posting, TimelineKind
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.profile.model import Profile
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.reminders.service import ReminderService
from careercoach_desktop.features.today.model import Stage
from careercoach_desktop.features.today.service import CHANGES, TodayService
from careercoach_desktop.features.today.service.calling import first_name
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.storage.database import Database
from tests.features.interviews.conftest import Clock, video_call, wall

BERLIN = ZoneInfo("Europe/Berlin")


def added(jobs: JobService, *titles: str) -> list[int]:
    return [jobs.add_manually(Posting(title=title, company="Halden Rail")).job_id for title in titles]


def test_the_funnel_counts_how_far_jobs_came_and_who_stands_there(today: TodayService, jobs: JobService) -> None:
    looked_at, sent, met, refused, taken = added(jobs, "Looked at", "Sent", "Met", "Refused", "Taken")
    jobs.move([sent, met, refused, taken], JobStatus.APPLIED)
    jobs.move([met, refused, taken], JobStatus.INTERVIEW_COMPLETED)
    jobs.move([refused], JobStatus.REJECTED)
    jobs.move([taken], JobStatus.ACCEPTED)
    jobs.archive([taken])

    day = today.day()
    assert {each.stage: (each.reached, each.there) for each in day.stages} == {
        Stage.INTERESTED: (5, 1),
        Stage.APPLIED: (4, 1),
        Stage.INTERVIEW: (3, 1),
        Stage.OFFER: (1, 0),
        Stage.ACCEPTED: (1, 0),
    }
    assert [each.stage for each in day.stages] == list(Stage)
    assert set(today.that_reached(Stage.INTERVIEW)) == {met, refused, taken}
    assert set(today.that_reached(Stage.INTERESTED)) == {looked_at, sent, met, refused, taken}
    assert (day.answers.applied, day.answers.answered, day.jobs) == (4, 3, 5)


def test_how_soon_answers_came_is_said_once_three_are_known(
    today: TodayService, jobs: JobService, clock: Clock
) -> None:
    sent = added(jobs, "A", "B", "C")
    jobs.move(sent, JobStatus.APPLIED)
    for job, days in zip(sent[:2], (3, 4), strict=True):
        clock.now += timedelta(days=days)
        jobs.move([job], JobStatus.INTERVIEW_SCHEDULED)
    assert today.day().answers.median_days is None
    clock.now += timedelta(days=20)
    jobs.move(sent[2:], JobStatus.REJECTED)
    assert today.day().answers.median_days == 7


def test_applications_by_the_week_they_were_sent_in(today: TodayService, jobs: JobService) -> None:
    first, second, long_ago, planned = added(jobs, "First", "Second", "Long ago", "Planned")
    days = {first: date(2026, 11, 22), second: date(2026, 11, 23), long_ago: date(2026, 10, 4)}
    for job, day in (days | {planned: date(2026, 12, 1)}).items():
        jobs.record_application(Application(job_id=job, submitted=day))
    weeks = today.day().weeks
    assert [week.monday for week in weeks] == [date(2026, 10, 5) + timedelta(weeks=number) for number in range(8)]
    assert [week.job_ids for week in weeks[-2:]] == [(first,), (second,)]
    assert sum(len(week.job_ids) for week in weeks) == 2


def test_the_next_rounds_however_far_ahead_and_no_more_than_asked_for(
    today: TodayService, jobs: JobService, interviews: InterviewService
) -> None:
    (job,) = added(jobs, "Signal engineer")
    whens = ("2027-03-01 10:00", "2026-11-27 10:00", "2026-12-01 10:00")
    far, first, second = (interviews.schedule(job, video_call(wall(when))).id for when in whens)
    assert [line.interview.id for line in today.day(interviews=4).interviews] == [first, second, far]
    assert [line.interview.id for line in today.day(interviews=1).interviews] == [first]


def test_what_happened_lately_without_the_housekeeping(today: TodayService, jobs: JobService) -> None:
    (job,) = added(jobs, "Signal engineer")
    jobs.edit(job, {"title": "Signalling engineer"})
    jobs.move([job], JobStatus.APPLIED)
    lately = today.day().lately
    assert [one.entry.kind for one in lately] == [TimelineKind.MOVED, TimelineKind.ADDED]
    assert (lately[0].title, lately[0].company) == ("Signalling engineer", "Halden Rail")


def test_the_day_ends_at_the_persons_own_midnight_or_when_a_round_does(
    today: TodayService, jobs: JobService, interviews: InterviewService, settings: SettingsService
) -> None:
    day = today.day()
    assert day.now.utcoffset() == timedelta(hours=1)
    assert day.until == datetime(2026, 11, 27, tzinfo=BERLIN)
    settings.choose(time_zone="Asia/Tokyo")
    assert today.day().until == datetime(2026, 11, 26, 15, tzinfo=UTC)

    interviews.schedule(added(jobs, "Signal engineer")[0], video_call(wall("2026-11-26 10:00", "UTC")))
    assert today.day().until == datetime(2026, 11, 26, 11, tzinfo=UTC)


def test_whatever_changes_the_day_is_told(
    today: TodayService,
    database: Database,
    jobs: JobService,
    interviews: InterviewService,
    reminders: ReminderService,
    profile: ProfileService,
) -> None:
    heard: list[type] = []
    for kind in CHANGES:
        database.bus.after(kind, lambda event: heard.append(type(event)))
    before = today.day()
    (job,) = added(jobs, "Signal engineer")
    done = [
        lambda: jobs.move([job], JobStatus.APPLIED),
        lambda: interviews.schedule(job, video_call()),
        lambda: jobs.archive([job]),
        lambda: jobs.delete([job]),
        lambda: profile.save(Profile(name="Lena Marsh")),
    ]
    for verb in done:
        heard.clear()
        verb()
        after = today.day()
        assert shown(after) != shown(before)
        assert heard
        before = after


def shown(day: object) -> tuple[object, ...]:
    """All of it but the time on the clock."""
    return tuple(getattr(day, name) for name in ("name", "jobs", "needs", "stages", "weeks", "interviews", "lately"))


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Lena Marsh", "Lena"),
        ("  Lena   Marsh ", "Lena"),
        ("Dr. Lena Marsh", "Lena"),
        ("Prof. Dr. Lena Marsh", "Lena"),
        ("Marsh, Lena", "Lena"),
        ("Lena Marsh, PhD", "Lena"),
        ("Anne-Marie O’Neill", "Anne-Marie"),
        ("J. R. Marsh", "J. R. Marsh"),
        ("Lena", "Lena"),
        ("李 明", "李 明"),
        ("", ""),
    ],
)
def test_what_somebody_is_called(name: str, called: str) -> None:
    assert first_name(name) == called

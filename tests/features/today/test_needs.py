"""What needs the person: each thing once, the most pressing first."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from careercoach_desktop.features.interviews.model import InterviewOutcome
from careercoach_desktop.features.interviews.model.brief import (
    Brief,
    BriefKind,
    BriefOrigin,
    LikelyQuestion,
    Preparation,
)
from careercoach_desktop.features.interviews.service import InterviewService
from careercoach_desktop.features.interviews.store import BriefStore
from careercoach_desktop.features.jobs.model import Contact, JobStatus, Posting
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.service.contacts import ContactService
from careercoach_desktop.features.jobs.service.due import DueService
from careercoach_desktop.features.today.model import Need, NeedKind
from careercoach_desktop.features.today.service import TodayService
from careercoach_desktop.foundation.storage.database import Database
from tests.features.interviews.conftest import Clock, video_call, wall

THURSDAY = date(2026, 11, 26)


def added(jobs: JobService, title: str, deadline: date | None = None) -> int:
    return jobs.add_manually(Posting(title=title, company="Halden Rail", deadline=deadline)).job_id


def the_only(today: TodayService) -> Need:
    (need,) = today.day().needs
    return need


def kinds(today: TodayService) -> list[tuple[NeedKind, str]]:
    return [(need.kind, need.name) for need in today.day(needs=99).needs]


def test_nothing_needs_somebody_who_has_nothing(today: TodayService) -> None:
    day = today.day()
    assert (day.needs, day.more_needs, day.jobs, day.interviews, day.lately) == ((), 0, 0, (), ())


def test_a_round_of_the_week_is_one_need_and_its_reminder_none(
    today: TodayService, jobs: JobService, interviews: InterviewService
) -> None:
    job = added(jobs, "Signal engineer")
    made = interviews.schedule(job, video_call(wall("2026-12-03 10:00")))
    need = the_only(today)
    assert (need.kind, need.day, need.job_id, need.reminder_id) == (NeedKind.INTERVIEW, date(2026, 12, 3), job, None)
    assert need.interview is not None
    assert need.interview.interview.id == made.id
    assert (need.prepared, need.stories) == (False, 0)


def test_a_round_in_eight_days_can_wait_but_stands_under_the_next_ones(
    today: TodayService, jobs: JobService, interviews: InterviewService
) -> None:
    made = interviews.schedule(added(jobs, "Signal engineer"), video_call(wall("2026-12-04 00:30")))
    day = today.day()
    assert day.needs == ()
    assert [line.interview.id for line in day.interviews] == [made.id]


def test_the_day_of_a_round_is_the_persons_own(
    today: TodayService, jobs: JobService, interviews: InterviewService
) -> None:
    interviews.schedule(added(jobs, "Signal engineer"), video_call(wall("2026-11-30 20:00", "America/New_York")))
    assert the_only(today).day == date(2026, 12, 1), "in Berlin it is past midnight"


def test_a_round_says_that_it_is_prepared_and_with_how_many_stories(
    today: TodayService, jobs: JobService, interviews: InterviewService, database: Database
) -> None:
    made = interviews.schedule(added(jobs, "Signal engineer"), video_call(wall("2026-11-30 10:00")))
    questions = (LikelyQuestion(text="Why?", story_ids=(4, 7)), LikelyQuestion(text="How?", story_ids=(7,)))
    brief = Brief(
        id=0, kind=BriefKind.PREPARATION, subject=f"interview:{made.id}", title="Round 1", origin=BriefOrigin.LOCAL,
        preparation=Preparation(likely=questions), created=datetime(2026, 11, 25, tzinfo=UTC),
    )  # fmt: skip
    with database.write() as unit:
        BriefStore(unit.session).put(brief, interview_id=made.id)
    need = the_only(today)
    assert (need.prepared, need.stories) == (True, 2)


def test_a_cancelled_round_and_one_of_a_closed_or_archived_job_need_nobody(
    today: TodayService, jobs: JobService, interviews: InterviewService
) -> None:
    cancelled, refused, archived = (added(jobs, title) for title in ("A", "B", "C"))
    for job in (cancelled, refused, archived):
        interviews.schedule(job, video_call(wall("2026-11-30 10:00")))
    interviews.change(interviews.for_job(cancelled)[0].interview.id, {"outcome": InterviewOutcome.CANCELLED})
    jobs.move([refused], JobStatus.REJECTED)
    jobs.archive([archived])
    assert today.day().needs == ()


def test_after_a_round_the_person_is_asked_how_it_went_then_to_say_thanks(
    today: TodayService, jobs: JobService, interviews: InterviewService, clock: Clock
) -> None:
    made = interviews.schedule(added(jobs, "Signal engineer"), video_call(wall("2026-11-26 11:00")))
    clock.now = datetime(2026, 11, 26, 11, 30, tzinfo=UTC)  # half past twelve in Berlin: over
    asked = the_only(today)
    assert (asked.kind, asked.since, asked.day) == (NeedKind.OUTCOME, THURSDAY, THURSDAY)
    assert asked.interview is not None

    interviews.complete(made.id)
    assert today.day().needs == (), "thanks are for tomorrow"
    clock.now += timedelta(days=1)
    thanks = the_only(today)
    assert (thanks.kind, thanks.since) == (NeedKind.THANK_YOU, THURSDAY)
    assert thanks.interview is not None
    assert thanks.interview.interview.id == made.id
    assert thanks.reminder_id is not None


def test_a_round_nobody_ever_wrote_about_is_let_be_after_a_month(
    today: TodayService, jobs: JobService, interviews: InterviewService, clock: Clock
) -> None:
    interviews.schedule(added(jobs, "Signal engineer"), video_call(wall("2026-11-26 11:00")))
    clock.now += timedelta(days=29)
    assert the_only(today).kind is NeedKind.OUTCOME
    clock.now += timedelta(days=3)
    assert today.day().needs == ()


def test_an_offer_waits_since_it_came(today: TodayService, jobs: JobService, clock: Clock) -> None:
    job = added(jobs, "Signal engineer")
    jobs.move([job], JobStatus.OFFER_RECEIVED)
    clock.now += timedelta(days=2)
    need = the_only(today)
    assert (need.kind, need.since, need.day) == (NeedKind.OFFER, THURSDAY, THURSDAY + timedelta(days=2))
    jobs.move([job], JobStatus.ACCEPTED)
    assert today.day().needs == ()


def test_a_deadline_says_its_own_day_and_the_match(today: TodayService, jobs: JobService) -> None:
    closing = added(jobs, "Signal engineer", deadline=THURSDAY + timedelta(days=2))
    added(jobs, "Driver", deadline=THURSDAY + timedelta(days=60))
    jobs.record_match(closing, 86, "{}")
    need = the_only(today)
    assert (need.kind, need.day, need.match) == (NeedKind.DEADLINE, THURSDAY + timedelta(days=2), 86)


def test_silence_is_said_until_somebody_talks(
    today: TodayService, jobs: JobService, interviews: InterviewService, due: DueService, clock: Clock
) -> None:
    job = added(jobs, "Signal engineer")
    jobs.move([job], JobStatus.APPLIED)
    clock.now += timedelta(days=12)
    silent = the_only(today)
    assert (silent.kind, silent.since) == (NeedKind.NO_ANSWER, THURSDAY)
    interviews.schedule(job, video_call(wall("2026-12-10 10:00")), move_job=False)
    assert kinds(today) == [(NeedKind.INTERVIEW, "Signal engineer")]


def test_what_the_person_wrote_and_planned_keeps_its_words(
    today: TodayService, jobs: JobService, due: DueService, contacts: ContactService
) -> None:
    job = added(jobs, "Signal engineer")
    due.remind([job], THURSDAY, "Ring Priya")
    due.remind([job], THURSDAY + timedelta(days=1), "Not yet")
    contact_id = contacts.add(Contact(name="Ana Sousa", company="Osten Tram", next_follow_up=THURSDAY))
    found = {need.kind: need for need in today.day().needs}
    assert found.keys() == {NeedKind.OWN, NeedKind.FOLLOW_UP}
    assert (found[NeedKind.OWN].text, found[NeedKind.OWN].job_id) == ("Ring Priya", job)
    assert (found[NeedKind.FOLLOW_UP].name, found[NeedKind.FOLLOW_UP].contact_id) == ("Ana Sousa", contact_id)
    assert all(need.reminder_id for need in found.values())


def test_today_comes_before_tomorrow_the_eve_counts_and_silence_hides_nothing(
    today: TodayService, jobs: JobService, interviews: InterviewService, due: DueService, clock: Clock
) -> None:
    quiet = [added(jobs, f"Quiet {number}") for number in range(8)]
    jobs.move(quiet, JobStatus.APPLIED)
    clock.now += timedelta(days=12)  # Tuesday 8 December
    interviews.schedule(added(jobs, "On Friday"), video_call(wall("2026-12-11 10:00")))
    interviews.schedule(added(jobs, "Tomorrow"), video_call(wall("2026-12-09 10:00")))
    due.remind([added(jobs, "Late")], date(2026, 12, 1), "Ring them")
    jobs.move([added(jobs, "Offer")], JobStatus.OFFER_RECEIVED)
    added(jobs, "Closes Thursday", deadline=date(2026, 12, 10))

    day = today.day(needs=6)
    assert [need.name for need in day.needs] == ["Tomorrow", "Offer", "Late", "Closes Thursday", "On Friday", "Quiet 0"]
    assert day.more_needs == 7

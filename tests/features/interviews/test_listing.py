"""Looking at rounds: by time, with what is at the same time, filtered; rounds of removed jobs wait with them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from careercoach_desktop.features.interviews.model import (
    Interviewer,
    InterviewFilter,
    InterviewOutcome,
    InterviewSpan,
    InterviewType,
    When,
)
from careercoach_desktop.features.interviews.service import InterviewService
from careercoach_desktop.features.jobs.model import JobStatus, Posting
from careercoach_desktop.features.jobs.service import JobService
from tests.features.interviews.conftest import THURSDAY_TEN, Clock, video_call, wall

DECEMBER = (datetime(2026, 12, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))


def at(day: int, hour: int, minutes: int = 60, month: int = 12) -> When:
    return wall(f"2026-{month:02}-{day:02} {hour:02}:00", "Europe/Berlin", minutes=minutes)


def test_a_month_has_what_touches_it(interviews: InterviewService, job: int) -> None:
    before = wall("2026-11-30 23:30", "UTC", minutes=60)
    ids = [interviews.schedule(job, video_call(when)).id for when in (at(31, 10), before, at(30, 10, month=11))]
    lines = interviews.between(*DECEMBER)
    assert [line.interview.id for line in lines] == [ids[1], ids[0]]
    assert {(line.title, line.company, line.status) for line in lines} == {
        ("Signal engineer", "Halden Rail", JobStatus.INTERVIEW_SCHEDULED)
    }


def test_cancelled_rounds_are_shown_and_removed_ones_are_not(interviews: InterviewService, job: int) -> None:
    cancelled, removed = (interviews.schedule(job, video_call()).id for _ in range(2))
    interviews.change(cancelled, {"outcome": InterviewOutcome.CANCELLED})
    interviews.remove([removed])
    assert [line.interview.id for line in interviews.between(*DECEMBER)] == [cancelled]


def test_rounds_of_a_removed_job_come_back_with_it(interviews: InterviewService, jobs: JobService, job: int) -> None:
    made = interviews.schedule(job, video_call())
    jobs.delete([job])
    assert interviews.between(*DECEMBER) == []
    assert interviews.upcoming() == []
    with pytest.raises(KeyError):
        interviews.line(made.id)
    jobs.restore([job])
    assert interviews.line(made.id).interview == made


def test_what_is_at_the_same_time_is_said_of_both(interviews: InterviewService, jobs: JobService, job: int) -> None:
    other = jobs.add_manually(Posting(title="Driver", company="Osten Tram")).job_id
    first = interviews.schedule(job, video_call(at(3, 10)))
    second = interviews.schedule(other, video_call(wall("2026-12-03 09:30", "Europe/London")))
    next_to_it = interviews.schedule(job, video_call(at(3, 9)))

    clashes = {line.interview.id: line.conflicts for line in interviews.between(*DECEMBER)}
    assert clashes == {first.id: (second.id,), second.id: (first.id,), next_to_it.id: ()}
    assert interviews.line(first.id).conflicts == (second.id,)
    assert [line.conflicts for line in interviews.for_job(other)] == [(first.id,)]


def test_a_conflict_is_seen_across_the_edge_of_what_is_shown(interviews: InterviewService, job: int) -> None:
    over_midnight = wall("2026-11-30 23:00", "UTC", minutes=120)
    shown = interviews.schedule(job, video_call(over_midnight))
    hidden = interviews.schedule(job, video_call(over_midnight.model_copy(update={"minutes": 30})))
    lines = interviews.between(*DECEMBER)
    assert [(line.interview.id, line.conflicts) for line in lines] == [(shown.id, (hidden.id,))]


def test_whole_days_meet_whole_days_only(interviews: InterviewService, job: int) -> None:
    day = wall("2026-12-03 00:00", "Europe/Berlin", minutes=1440, all_day=True)
    on_site, call, fair = (interviews.schedule(job, video_call(when)).id for when in (day, at(3, 10), day))
    clashes = {line.interview.id: line.conflicts for line in interviews.between(*DECEMBER)}
    assert clashes == {on_site: (fair,), call: (), fair: (on_site,)}


def test_nothing_conflicts_with_what_was_cancelled(interviews: InterviewService, job: int) -> None:
    first, second = (interviews.schedule(job, video_call()) for _ in range(2))
    assert [line.interview.id for line in interviews.conflicts(THURSDAY_TEN, besides=first.id)] == [second.id]
    interviews.change(second.id, {"outcome": InterviewOutcome.CANCELLED})
    assert interviews.conflicts(THURSDAY_TEN, besides=first.id) == []
    assert interviews.line(first.id).conflicts == ()


def test_what_comes_next(interviews: InterviewService, clock: Clock, job: int) -> None:
    days = [interviews.schedule(job, video_call(at(day, 10))).id for day in (5, 3, 4, 7)]
    interviews.change(days[2], {"outcome": InterviewOutcome.CANCELLED})
    clock.now = datetime(2026, 12, 3, 9, 30, tzinfo=UTC)  # in the middle of the first
    assert [line.interview.id for line in interviews.upcoming(limit=2)] == [days[1], days[0]]
    clock.now += timedelta(hours=1)
    assert [line.interview.id for line in interviews.upcoming(limit=2)] == [days[0], days[3]]


def test_a_list_shows_what_its_filter_lets_through(
    interviews: InterviewService, jobs: JobService, clock: Clock, job: int
) -> None:
    other = jobs.add_manually(Posting(title="Tram driver", company="Östen Tram")).job_id
    mira = Interviewer(name="Mira Voss")
    past = interviews.schedule(job, video_call(at(1, 10), interviewers=(mira,), type=InterviewType.PANEL)).id
    early = interviews.schedule(job, video_call(at(2, 10))).id
    ahead = interviews.schedule(other, video_call(at(9, 10), place="Depot", notes="timetables")).id
    clock.now = datetime(2026, 12, 5, tzinfo=UTC)
    interviews.complete(past, InterviewOutcome.PASSED)

    def ids(**wanted: object) -> list[int]:
        return [line.interview.id for line in interviews.listing(InterviewFilter(**wanted))]  # type: ignore[arg-type]

    assert ids() == [past, early, ahead]
    assert ids(when=InterviewSpan.PAST) == [early, past]
    assert ids(when=InterviewSpan.UPCOMING) == [ahead]
    assert ids(types=(InterviewType.PANEL,)) == [past]
    assert ids(outcomes=(InterviewOutcome.PASSED, InterviewOutcome.FAILED)) == [past]
    assert ids(job_id=other) == [ahead]
    assert ids(text="voss halden") == [past]
    assert ids(text="osten depot TIMETABLES") == [ahead]
    assert ids(text="voss depot") == []

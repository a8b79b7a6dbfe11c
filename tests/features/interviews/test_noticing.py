"""The system is told of a round once for each beginning and each time ahead, after sleep too, and never of the past."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from careercoach_desktop.features.interviews.model import InterviewOutcome
from careercoach_desktop.features.interviews.service import InterviewService
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.foundation.settings.service import SettingsService
from tests.features.interviews.conftest import Clock, video_call, wall

TEN = datetime(2026, 12, 3, 9, 0, tzinfo=UTC)
"""Ten o'clock in Berlin."""


@pytest.fixture
def made(interviews: InterviewService, job: int) -> int:
    return interviews.schedule(job, video_call(wall("2026-12-03 10:00"))).id


@pytest.fixture
def told_at(interviews: InterviewService, clock: Clock):
    """What is told at a moment, as (round, minutes ahead)."""

    def look(moment: datetime) -> list[tuple[int, int]]:
        clock.now = moment - timedelta(minutes=1)  # it goes on by one when it is asked
        return [(one.line.interview.id, one.ahead) for one in interviews.news()]

    return look


def test_a_day_and_an_hour_before_each_once(made: int, told_at) -> None:
    moments = [TEN - timedelta(minutes=each) for each in (1441, 1440, 1439, 61, 60, 30, 0)]
    assert [told_at(each) for each in moments] == [[], [(made, 1440)], [], [], [(made, 60)], [], []]


def test_after_sleep_only_the_nearest_is_told_once(made: int, told_at) -> None:
    assert told_at(TEN - timedelta(minutes=20)) == [(made, 60)]
    assert told_at(TEN - timedelta(minutes=19)) == []


def test_one_that_began_meanwhile_is_told_and_one_that_is_over_is_not(made: int, told_at) -> None:
    assert told_at(TEN + timedelta(minutes=20)) == [(made, 60)]


def test_what_is_over_is_not_told(made: int, told_at) -> None:
    assert told_at(TEN + timedelta(minutes=60)) == []


def test_another_time_is_told_anew_but_not_to_who_has_just_chosen_it(
    interviews: InterviewService, clock: Clock, made: int, told_at
) -> None:
    assert told_at(TEN - timedelta(minutes=60)) == [(made, 60)]
    clock.now = TEN - timedelta(minutes=55)
    interviews.change(made, {"when": wall("2026-12-03 12:00")})
    assert told_at(TEN - timedelta(minutes=50)) == [], "the day before is over for the new time, as they know"
    assert told_at(TEN + timedelta(minutes=60)) == [(made, 60)]


def test_a_time_that_came_from_elsewhere_is_told(
    interviews: InterviewService, clock: Clock, made: int, told_at
) -> None:
    assert told_at(TEN - timedelta(minutes=60)) == [(made, 60)]
    clock.now = TEN - timedelta(minutes=55)
    interviews.change(made, {"when": wall("2026-12-03 12:00")}, from_afar=True)
    assert told_at(TEN - timedelta(minutes=50)) == [(made, 1440)]


def test_taken_back_and_on_again_it_is_no_news_either(
    interviews: InterviewService, clock: Clock, made: int, told_at
) -> None:
    clock.now = TEN - timedelta(minutes=40)
    before = interviews.change(made, {"outcome": InterviewOutcome.CANCELLED})
    interviews.put(before)
    assert told_at(TEN - timedelta(minutes=30)) == []
    interviews.remove([made])
    interviews.restore([made])
    assert told_at(TEN - timedelta(minutes=20)) == []


def test_writing_down_what_to_prepare_silences_nothing(
    interviews: InterviewService, clock: Clock, made: int, told_at
) -> None:
    clock.now = TEN - timedelta(minutes=59)
    interviews.change(made, {"notes": "The grid model"})
    assert told_at(TEN - timedelta(minutes=58)) == [(made, 60)]


def test_what_does_not_take_place_is_not_told(
    interviews: InterviewService,
    jobs: JobService,
    made: int,
    job: int,
    told_at,
) -> None:
    other = interviews.schedule(job, video_call(wall("2026-12-03 10:00"))).id
    interviews.change(made, {"outcome": InterviewOutcome.CANCELLED})
    interviews.remove([other])
    assert told_at(TEN - timedelta(minutes=60)) == []
    interviews.restore([other])
    jobs.delete([job])
    assert told_at(TEN - timedelta(minutes=59)) == []


def test_who_arranges_it_for_in_half_an_hour_knows(
    interviews: InterviewService, clock: Clock, job: int, told_at
) -> None:
    clock.now = TEN - timedelta(minutes=40)
    interviews.schedule(job, video_call(wall("2026-12-03 10:00")))
    assert told_at(TEN - timedelta(minutes=30)) == []


def test_a_whole_day_is_told_at_a_decent_hour(interviews: InterviewService, job: int, told_at) -> None:
    made = interviews.schedule(job, video_call(wall("2026-12-03", minutes=1440, all_day=True))).id
    nine_the_day_before = datetime(2026, 12, 2, 8, 0, tzinfo=UTC)
    assert told_at(nine_the_day_before - timedelta(minutes=1)) == []
    assert told_at(nine_the_day_before) == [(made, 1440)]
    assert told_at(datetime(2026, 12, 3, 7, 0, tzinfo=UTC)) == [(made, 60)]


def test_the_times_are_the_persons(settings: SettingsService, made: int, told_at) -> None:
    settings.choose(interview_notices="15 120")
    assert told_at(TEN - timedelta(minutes=60)) == [(made, 120)]
    assert told_at(TEN - timedelta(minutes=15)) == [(made, 15)]
    settings.choose(interview_notices="15 120 30")
    assert told_at(TEN - timedelta(minutes=10)) == [], "a nearer one was told already"


@pytest.mark.parametrize("quiet", [{"interview_notices": ""}, {"notifications": "off"}])
def test_who_wants_quiet_has_it(settings: SettingsService, made: int, told_at, quiet: dict[str, str]) -> None:
    settings.choose(**quiet)
    assert told_at(TEN - timedelta(minutes=60)) == []

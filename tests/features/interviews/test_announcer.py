"""What the system is told of an interview, in which words, and where a click on it leads."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from careercoach_desktop.features.interviews.service import InterviewService
from careercoach_desktop.features.interviews.service.following import Following
from careercoach_desktop.features.interviews.ui.announcer import InterviewAnnouncer
from careercoach_desktop.features.jobs.model import DueLine
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.service.due import DueService
from careercoach_desktop.features.jobs.ui import live_in
from careercoach_desktop.features.jobs.ui.due_words import due_words
from careercoach_desktop.features.jobs.ui.meeting_words import interview_words
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.uikit import Desk
from tests.features.interviews.conftest import Clock, video_call, wall
from tests.features.jobs.ui.people import FakeSystem, Opened
from tests.support.dialogs import toasts
from tests.support.windows import Await, await_, desk, qt_loop, show  # noqa: F401 - fixtures

TEN = datetime(2026, 12, 3, 9, 0, tzinfo=UTC)


@pytest.fixture
def bus(database: Database) -> Bus:
    return database.bus


@pytest.fixture(autouse=True)
def the_computers_zone_afterwards() -> Iterator[None]:
    yield
    live_in(None)


@pytest.fixture
def system() -> FakeSystem:
    return FakeSystem()


@pytest.fixture
def announcer(
    desk: Desk,  # noqa: F811
    interviews: InterviewService,
    following: Following,
    system: FakeSystem,
    clock: Clock,
    show,  # noqa: F811
) -> InterviewAnnouncer:
    from PySide6.QtWidgets import QLabel

    desk.set_window(show(QLabel("the window")))
    return InterviewAnnouncer(desk, interviews, following, system, clock)


@pytest.fixture
def made(interviews: InterviewService, announcer: InterviewAnnouncer, job: int) -> int:
    return interviews.schedule(job, video_call(wall("2026-12-03 10:00"), notes="I am pregnant")).id


def test_it_is_told_once_and_a_click_opens_it(
    announcer: InterviewAnnouncer,
    system: FakeSystem,
    made: int,
    clock: Clock,
    desk: Desk,  # noqa: F811
    await_: Await[None],  # noqa: F811
) -> None:
    opened = Opened()
    desk.open_requested.connect(opened.note)
    clock.stop_at(TEN - timedelta(minutes=57))
    await_(announcer.look())
    await_(announcer.look())
    ((title, text, key),) = system.shown
    assert title == "Video call in 57 min"
    assert text == "10:00, Signal engineer, Halden Rail"
    system.clicked.emit(key)
    assert opened.places == [("interviews", made)]


@pytest.mark.parametrize(
    ("moment", "title"),
    [
        (TEN - timedelta(hours=23), "Video call tomorrow"),
        (TEN - timedelta(hours=8), "Video call today"),
        (TEN + timedelta(minutes=5), "Video call has begun"),
    ],
)
def test_how_near_it_is(
    announcer: InterviewAnnouncer,
    system: FakeSystem,
    made: int,
    clock: Clock,
    await_: Await[None],  # noqa: F811
    moment: datetime,
    title: str,
) -> None:
    clock.now = moment
    await_(announcer.look())
    assert [told[0] for told in system.shown] == [title]


def test_where_the_system_has_none_the_window_says_it(
    announcer: InterviewAnnouncer,
    system: FakeSystem,
    made: int,
    clock: Clock,
    desk: Desk,  # noqa: F811
    await_: Await[None],  # noqa: F811
) -> None:
    system.works = False
    clock.now = TEN - timedelta(hours=20)
    await_(announcer.look())
    assert toasts(desk) == ["Video call tomorrow: 10:00, Signal engineer, Halden Rail"]


def test_a_look_takes_what_is_over_off_the_card(
    announcer: InterviewAnnouncer,
    jobs: JobService,
    made: int,
    job: int,
    clock: Clock,
    await_: Await[None],  # noqa: F811
) -> None:
    clock.now = TEN + timedelta(minutes=61)
    await_(announcer.look())
    assert jobs.job(job).next_interview is None


def test_the_window_shows_the_clocks_of_where_somebody_lives(
    announcer: InterviewAnnouncer,
    interviews: InterviewService,
    jobs: JobService,
    settings: SettingsService,
    job: int,
    await_: Await[None],  # noqa: F811
) -> None:
    interviews.schedule(job, video_call(wall("2099-12-03 10:00")))
    (card,) = jobs.cards([job])
    today = date(2099, 12, 1)
    await_(announcer.set_clocks())
    assert interview_words(card, today) == "Thu 10:00"
    settings.choose(time_zone="Asia/Tokyo")
    await_(announcer.set_clocks())
    assert interview_words(card, today) == "Thu 18:00"
    assert interview_words(card, date(2099, 12, 3)) == "Today 18:00"
    assert interview_words(card, date(2099, 11, 1)) == "3 Dec 18:00"


def test_the_bell_says_when_it_is_and_then_whom_to_thank(
    announcer: InterviewAnnouncer, interviews: InterviewService, due: DueService, made: int, clock: Clock
) -> None:
    def said(today: date) -> list[str]:
        lines: list[DueLine] = due.lines()
        return [due_words(line, today) for line in lines]

    assert said(date(2026, 12, 3)) == ["Interview today, 10:00"]
    assert said(date(2026, 12, 2)) == ["Interview tomorrow, 10:00"]
    clock.now = TEN
    assert due.news() == [], "its hour is told ahead, not its day"
    interviews.complete(made)
    assert said(date(2026, 12, 3)) == ["Say thank you for the interview"]

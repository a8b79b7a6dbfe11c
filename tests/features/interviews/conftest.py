"""Interviews on a real file beside real jobs, people and reminders, with a clock that a test can set."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from careercoach_desktop.features.interviews.model import InterviewPlan, InterviewType, When
from careercoach_desktop.features.interviews.service import Below, InterviewService
from careercoach_desktop.features.interviews.service.following import Following
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.service.contacts import ContactService
from careercoach_desktop.features.jobs.service.due import DueService
from careercoach_desktop.features.reminders.service import ReminderService
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.queue import TaskQueue
from careercoach_desktop.foundation.web.fetching import PageFetcher
from careercoach_desktop.foundation.web.rendering import PageRenderer
from tests.support.workspace import Place, child, place  # noqa: F401 - fixtures


def wall(local: str, zone: str = "Europe/Berlin", minutes: int = 60, *, all_day: bool = False) -> When:
    """What the clock on the wall says there."""
    return When(local=datetime.fromisoformat(local), zone=zone, minutes=minutes, all_day=all_day)


THURSDAY_TEN = wall("2026-12-03 10:00", "Europe/Berlin")


class Clock:
    """A clock that goes on by a minute each time it is asked, unless it is set."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
        self._step = timedelta(minutes=1)

    def stop_at(self, moment: datetime) -> None:
        """Be this from now on, however often it is asked."""
        self.now, self._step = moment, timedelta()

    def __call__(self) -> datetime:
        self.now += self._step
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def settings(database: Database) -> SettingsService:
    settings = SettingsService(database, {})
    settings.choose(time_zone="Europe/Berlin")
    return settings


@pytest.fixture
def jobs(database: Database, child: ChildProcess, clock: Clock) -> Iterator[JobService]:  # noqa: F811
    queue = TaskQueue(database, child)
    yield JobService(database, queue, PageFetcher(), PageRenderer(allowed=lambda: False), clock)
    queue.stop()


@pytest.fixture
def reminders(database: Database, clock: Clock) -> ReminderService:
    return ReminderService(database, clock)


@pytest.fixture
def due(database: Database, reminders: ReminderService, settings: SettingsService, clock: Clock) -> DueService:
    return DueService(database, reminders, settings.current, clock)


@pytest.fixture
def contacts(database: Database, due: DueService, clock: Clock) -> ContactService:
    return ContactService(database, due, clock)


@pytest.fixture
def interviews(
    database: Database, jobs: JobService, contacts: ContactService, settings: SettingsService, clock: Clock
) -> InterviewService:
    return InterviewService(Below(database, jobs, contacts, settings.current), clock)


@pytest.fixture
def following(
    database: Database,
    jobs: JobService,
    contacts: ContactService,
    settings: SettingsService,
    reminders: ReminderService,
    clock: Clock,
) -> Following:
    """Listens from now on."""
    return Following(Below(database, jobs, contacts, settings.current), reminders, clock)


@pytest.fixture
def job(jobs: JobService) -> int:
    """Signal engineer at Halden Rail, interested."""
    return jobs.add_manually(Posting(title="Signal engineer", company="Halden Rail")).job_id


def video_call(when: When = THURSDAY_TEN, **more: object) -> InterviewPlan:
    return InterviewPlan.model_validate({"type": InterviewType.VIDEO_CALL, "when": when, **more})

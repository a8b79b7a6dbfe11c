"""A jobs service on a real file, with a queue whose workers run only when a test starts them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.jobs.service import CAPTURE_TASK, JobService
from careercoach_desktop.features.jobs.service.address_book import AddressBookService
from careercoach_desktop.features.jobs.service.contacts import ContactService
from careercoach_desktop.features.jobs.service.due import DueService
from careercoach_desktop.features.reminders.service import ReminderService
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.model import TaskChanged
from careercoach_desktop.foundation.tasks.queue import TaskKind, TaskQueue
from careercoach_desktop.foundation.web.fetching import PageFetcher
from careercoach_desktop.foundation.web.rendering import PageRenderer
from tests.support.terminal import _hunt, hunting, terminal  # noqa: F401 - fixtures


class Clock:
    """A clock that goes on by a minute each time it is asked, unless it is set."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


def live_at_noon(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the services and the window have the same day from now on, whatever the computer's clock does meanwhile."""
    noon = datetime.now().astimezone().replace(hour=12, minute=0)
    clock.now = noon
    monkeypatch.setattr("careercoach_desktop.foundation.clock.utc_now", lambda: noon)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def child() -> Iterator[ChildProcess]:
    child = ChildProcess()
    yield child
    child.stop()


@pytest.fixture
def queue(database: Database, child: ChildProcess) -> Iterator[TaskQueue]:
    queue = TaskQueue(database, child)
    yield queue
    queue.stop()


@pytest.fixture
def renderer() -> PageRenderer:
    """The real one, with the browser of this computer."""
    return PageRenderer(allowed=lambda: True)


@pytest.fixture
def jobs(database: Database, queue: TaskQueue, renderer: PageRenderer, clock: Clock) -> JobService:
    service = JobService(database, queue, PageFetcher(), renderer, clock)
    queue.register(TaskKind(CAPTURE_TASK, service.capture, resume_after_crash=True))
    database.bus.within(TaskChanged, service.note_task)
    return service


@pytest.fixture
def settings(database: Database) -> SettingsService:
    return SettingsService(database, {})


@pytest.fixture
def due(database: Database, settings: SettingsService, clock: Clock) -> DueService:
    """Listens from now on."""
    return DueService(database, ReminderService(database, clock), settings.current, clock)


@pytest.fixture
def contacts(database: Database, due: DueService, clock: Clock) -> ContactService:
    return ContactService(database, due, clock)


@pytest.fixture
def address_book(database: Database, contacts: ContactService, child: ChildProcess) -> AddressBookService:
    return AddressBookService(database, contacts, child)


@pytest.fixture
def five(jobs: JobService) -> list[int]:
    """Five interested jobs, A at the top to E at the bottom; their ids in that order."""
    ids = [jobs.add_manually(Posting(title=title, company="Halden Rail")).job_id for title in "EDCBA"]
    return ids[::-1]

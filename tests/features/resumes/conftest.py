"""Real services on a real file, with a queue that runs and a child process that reads."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.queue import TaskQueue
from tests.support.tasks import FakeClock, TaskWatch
from tests.support.terminal import _hunt, hunting, terminal  # noqa: F401 - fixtures


@pytest.fixture(scope="session")
def child() -> Iterator[ChildProcess]:
    """One warm child for all these tests: starting one takes a second."""
    made = ChildProcess()
    yield made
    made.stop()


@pytest.fixture
def queue(database: Database, child: ChildProcess) -> Iterator[TaskQueue]:
    """A queue that is not started: tasks wait until a test calls ``start``."""
    made = TaskQueue(database, child)
    yield made
    assert made.stop(), "a worker thread did not end"


@pytest.fixture
def watch(database: Database) -> TaskWatch:
    return TaskWatch(database)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def profiles(database: Database) -> ProfileService:
    return ProfileService(database)


@pytest.fixture
def resumes(database: Database, queue: TaskQueue, profiles: ProfileService, clock: FakeClock) -> ResumeService:
    return ResumeService(database, queue, profiles, clock)


@pytest.fixture
def told(database: Database) -> list[object]:
    """Everything the bus told after commits, in order."""
    events: list[object] = []
    database.bus.after_any(events.append)
    return events

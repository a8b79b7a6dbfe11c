"""Real services on a real file; nothing is read, so no worker runs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from careercoach_desktop.features.evidence.service.keeping import EvidenceService
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.model import VersionReason
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.queue import TaskQueue
from tests.features.resumes.people import ines
from tests.support.tasks import FakeClock
from tests.support.terminal import _hunt, hunting, terminal  # noqa: F401 - fixtures


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def queue(database: Database) -> Iterator[TaskQueue]:
    child = ChildProcess()
    made = TaskQueue(database, child)
    yield made
    assert made.stop(), "a worker thread did not end"
    child.stop()


@pytest.fixture
def resumes(database: Database, queue: TaskQueue, clock: FakeClock) -> ResumeService:
    return ResumeService(database, queue, ProfileService(database), clock)


@pytest.fixture
def evidence(database: Database, resumes: ResumeService, clock: FakeClock) -> EvidenceService:
    return EvidenceService(database, resumes, clock)


@pytest.fixture
def ines_id(resumes: ResumeService, queue: TaskQueue) -> int:
    """Two bullets, ``b1`` and ``b2``; nothing waits to be read."""
    made = resumes.import_file("Inês Caldeira\n".encode(), "ines.txt").resume_id
    queue.cancel(queue.active()[0].id)
    resumes.save_data(made, ines(), VersionReason.READ)
    return made

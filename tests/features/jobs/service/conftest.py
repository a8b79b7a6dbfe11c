"""Running a capture to its end; a whole workspace, connected to the fake Claude, for the verbs that ask it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from careercoach_desktop.features.jobs.model import Job
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.queue import TaskQueue
from tests.support.claude.fixtures import claude  # noqa: F401 - fixtures
from tests.support.connected import connected, no_keychain  # noqa: F401 - fixtures
from tests.support.tasks import TaskWatch
from tests.support.workspace import place  # noqa: F401 - fixtures


@pytest.fixture
def run(database: Database, queue: TaskQueue, jobs: JobService) -> Callable[[int], Job]:
    """Start the workers and wait until the job's capture is over."""
    watch = TaskWatch(database)
    started: list[None] = []

    def wait(job_id: int) -> Job:
        if not started:
            queue.start()
            started.append(None)
        newest = next(task for task in queue.latest() if task.subject == f"job:{job_id}")
        if not newest.state.is_over:
            watch.until(lambda task: task.id == newest.id and task.state.is_over)
        return jobs.job(job_id)

    return wait

"""A whole workspace for tests: every feature installed on one real file, a queue, and a child process that is shared.

Import the fixtures into a ``conftest.py``::

    from tests.support.workspace import child, place  # noqa: F401
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from careercoach_desktop.app.workspace import connected_slots, furnish
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.resumes.model import ResumeData, VersionReason
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.model import Task, TaskState
from careercoach_desktop.foundation.tasks.queue import TaskQueue
from tests.support.tasks import TaskWatch

T = TypeVar("T")


class Place:
    """What ``open_workspace`` makes, on the tests' own database and a child that outlives it.

    ``get(JobService)`` is the service every page would get; ``queue`` works only once a test starts it.
    """

    def __init__(self, database: Database, child: ChildProcess) -> None:
        self.database = database
        self.folder = database.path.parent
        self.queue = TaskQueue(database, child)
        self.watch = TaskWatch(database)
        self.provider = connected_slots()
        furnish(self.provider, database, child, self.queue)
        self.provider.offer(Bus, lambda: database.bus)

    def get(self, kind: type[T]) -> T:
        return self.provider.get(kind)

    def add_resume(self, data: ResumeData, file_name: str = "resume.txt") -> int:
        """A résumé known to the last letter; call it before the queue is started. The first one is primary."""
        resumes = self.get(ResumeService)
        resume_id = resumes.import_file(file_name.encode(), file_name).resume_id
        for task in self.queue.active():
            if task.subject == f"resume:{resume_id}":
                self.queue.cancel(task.id)
        resumes.save_data(resume_id, data, VersionReason.READ)
        return resume_id

    def add_job(self, posting: Posting) -> int:
        return self.get(JobService).add_manually(posting).job_id

    def done(self, kind: str, count: int = 1) -> Task:
        """Wait until ``count`` tasks of this kind have succeeded since the beginning; the last of them."""
        finished: dict[int, Task] = {}

        def enough(task: Task) -> bool:
            if task.kind == kind and task.state is TaskState.SUCCEEDED:
                finished[task.id] = task
            return len(finished) >= count

        self.watch.until(enough, timeout=90)
        return [*finished.values()][-1]


@pytest.fixture(scope="session")
def child() -> Iterator[ChildProcess]:
    """One warm child for all tests of a folder: starting one takes a second."""
    made = ChildProcess()
    yield made
    made.stop()


@pytest.fixture
def place(database: Database, child: ChildProcess) -> Iterator[Place]:
    made = Place(database, child)
    yield made
    assert made.queue.stop(), "a worker thread did not end"


def rows_of(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table of a closed or open data file, for comparing two of them."""
    import sqlite3

    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = {name: sorted(connection.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr) for name in tables}
    connection.close()
    return rows

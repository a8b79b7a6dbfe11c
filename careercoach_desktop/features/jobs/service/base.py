"""What every group of verbs of the jobs service stands on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from careercoach_desktop.features.jobs.looking.asking import BoardDoor
from careercoach_desktop.features.jobs.model import JobStatus, Posting
from careercoach_desktop.features.jobs.service.ranking import STEP
from careercoach_desktop.features.jobs.store import JobStore, posting_values
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database, UnitOfWork

if TYPE_CHECKING:
    from careercoach_desktop.foundation.tasks.queue import TaskQueue
    from careercoach_desktop.foundation.web.fetching import PageFetcher
    from careercoach_desktop.foundation.web.rendering import PageRenderer

Clock = Callable[[], datetime]
"""Says what time it is, aware."""
FIELD_WORDS = {
    "title": "title",
    "company": "company",
    "company_url": "company’s page",
    "location": "place",
    "work_mode": "work mode",
    "job_type": "job type",
    "salary_min": "salary",
    "salary_max": "salary",
    "salary_currency": "salary",
    "salary_period": "salary",
    "posted_date": "posting date",
    "deadline": "deadline",
    "closed": "whether it is open",
    "description": "description",
    "url": "link",
}


class Previous(dict[str, Any]):
    """Fields as they were before an edit, by name; of ``written`` the person had written that, too."""

    def __init__(self, values: Iterable[tuple[str, Any]], *, written: Iterable[str]) -> None:
        super().__init__(values)
        self.written = frozenset(written)


class JobVerbs:
    """Holds what the verbs share: the database, the queue, the web and the clock."""

    def __init__(
        self, database: Database, queue: TaskQueue, fetcher: PageFetcher, renderer: PageRenderer, clock: Clock
    ) -> None:
        self._db = database
        self._queue = queue
        self._fetcher = fetcher
        self._renderer = renderer
        self._boards = BoardDoor(fetcher)
        self._now = clock

    def _insert(self, unit: UnitOfWork, posting: Posting, values: dict[str, object]) -> int:
        """A new job, by default now and on top of INTERESTED; its id."""
        store = JobStore(unit.session)
        now = self._now()
        row: dict[str, object] = {"created": now, "entered_column": now, **posting_values(posting), **values}
        if "rank" not in row:
            lowest = store.lowest_rank(JobStatus.INTERESTED)
            row["rank"] = STEP if lowest is None else lowest - STEP
        return store.insert(row)


def gone() -> UserError:
    """What to say when a record was removed meanwhile."""
    return UserError(
        "This job is no longer there.", "If you removed it just now, undo brings it back.", code="job-gone"
    )


def named_fields(fields: Sequence[str]) -> str:
    """``title, salary``: the fields in words, each once."""
    return ", ".join(dict.fromkeys(FIELD_WORDS.get(name, name.replace("_", " ")) for name in fields))

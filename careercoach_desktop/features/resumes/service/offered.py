"""What Claude may do with one résumé: offered with its price, started by the person, stopped any time."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar

from careercoach_desktop.features.resumes.service.resumes import ResumeService
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.llm.model import Estimate
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.model import Task
from careercoach_desktop.foundation.tasks.queue import TaskQueue


@dataclass(frozen=True, slots=True)
class Offer:
    """What it would take. ``host``: where the text or the file would be sent. ``problem``: why it can't be."""

    host: str
    is_anthropic: bool
    estimate: Estimate | None = None
    problem: UserError | None = None


class OfferedTask(ABC):
    """Verbs raise UserError ``resume-gone`` for an id that is not there."""

    _KIND: ClassVar[str]
    _TITLE: ClassVar[str]
    """The name of the task, with ``{}`` for the résumé's title."""

    def __init__(self, database: Database, queue: TaskQueue, resumes: ResumeService, claude: Claude) -> None:
        self._database = database
        self._queue = queue
        self._resumes = resumes
        self._claude = claude

    @abstractmethod
    def offer(self, resume_id: int) -> Offer | None:
        """What it would take, sending nothing; None where there is nothing to do."""

    @abstractmethod
    def _nothing(self) -> UserError:
        """What to say to somebody who starts it all the same."""

    def start(self, resume_id: int) -> int:
        """Queue it; returns the task's id, of the one under way when there is one. Raises the offer's problem."""
        offer = self.offer(resume_id)
        if offer is None or offer.problem is not None:
            raise (offer.problem if offer and offer.problem else self._nothing())
        resume = self._resumes.resume(resume_id)
        with self._database.write() as unit:  # looked at inside: of two presses at once, one starts it
            present = self.under_way(resume_id)
            if present is not None and not present.state.is_over:
                return present.id
            if present is not None:
                self._queue.dismiss(present.id)
            title, subject = self._TITLE.format(resume.title), f"resume:{resume_id}"
            return self._queue.enqueue(unit, self._KIND, title, {"resume_id": resume_id}, subject)

    def under_way(self, resume_id: int) -> Task | None:
        """The task that does it now or waits to be started again after it was interrupted."""
        tasks = [task for task in self._queue.active() if task.kind == self._KIND]
        return next((task for task in tasks if task.payload.get("resume_id") == resume_id), None)

    def stop(self, resume_id: int) -> None:
        """Cancel what is under way; what was interrupted is no longer offered."""
        task = self.under_way(resume_id)
        if task is not None:
            self._queue.cancel(task.id)
            self._queue.dismiss(task.id)

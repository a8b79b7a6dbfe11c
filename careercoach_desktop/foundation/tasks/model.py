"""Values of the durable queue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class TaskState(StrEnum):
    QUEUED = "QUEUED"
    RUNNING = "RUNNING"
    RETRYING = "RETRYING"
    SUCCEEDED = "SUCCEEDED"
    FAILED = "FAILED"
    CANCELLED = "CANCELLED"

    @property
    def is_over(self) -> bool:
        return self in (TaskState.SUCCEEDED, TaskState.FAILED, TaskState.CANCELLED)


@dataclass(frozen=True, slots=True)
class Task:
    """One piece of long work. ``title`` is for people: ``Reading “lena-marsh.pdf”``.

    ``subject`` names the record it is about (``"resume:3"``). ``progress`` is 0..1 or None when unknown.
    ``interrupted`` is true when the process running it died; the person is offered to start it again.
    ``cancelling`` is true from the moment a running task is asked to stop until it has stopped.
    """

    id: int
    kind: str
    title: str
    subject: str
    payload: dict[str, object]
    state: TaskState
    progress: float | None
    note: str
    attempts: int
    next_attempt: datetime | None
    interrupted: bool
    error: str
    next_step: str
    result: dict[str, object] | None
    created: datetime
    started: datetime | None
    finished: datetime | None
    cancelling: bool = False
    dismissed: bool = False
    code: str = ""
    """Of the error, as ``UserError`` has it; ``bug``, ``left-by-crash`` or ``left-by-quit`` otherwise."""
    priority: int = 0
    """As ``Priority`` has it; the higher goes first."""

    @property
    def rests(self) -> bool:
        """Whether it waits for something that takes its time, and will look again by itself."""
        return self.state is TaskState.QUEUED and self.next_attempt is not None


@dataclass(frozen=True, slots=True)
class TaskChanged:
    """A task was queued, moved on, or ended."""

    task: Task

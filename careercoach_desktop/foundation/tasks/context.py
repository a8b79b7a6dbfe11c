"""What a running task holds in its hand: a way to say how far it is, to see that it should stop, the child process."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from datetime import datetime, timedelta
from enum import Enum
from typing import Any

from careercoach_desktop.foundation.tasks.child import ChildProcess

PROGRESS_EVERY = timedelta(seconds=0.2)

Clock = Callable[[], datetime]
Report = Callable[[float | None, str], None]


class Cancelled(Exception):  # noqa: N818 - not an error: somebody asked for it
    """The task was asked to stop; let it pass, the queue knows why."""


class LookAgain(Exception):  # noqa: N818 - not an error: what the task waits for is not there yet
    """Raised by a task that gives its worker back and wants to start again ``after`` a while, as part of the same
    attempt. ``note`` and ``progress`` say meanwhile what it waits for."""

    def __init__(self, after: timedelta, note: str = "", progress: float | None = None) -> None:
        super().__init__(note)
        self.after = after
        self.note = note
        self.progress = progress


class Why(Enum):
    """Why a running task is asked to stop."""

    CANCELLED = "cancelled"
    QUITTING = "quitting"
    LOST = "lost"


class TaskContext:
    """One attempt at one task; made by the queue, used on its worker thread."""

    def __init__(
        self, task_id: int, report: Report, child: ChildProcess, clock: Clock, nudge: Callable[[], None]
    ) -> None:
        self.task_id = task_id
        self._report = report
        self._child = child
        self._clock = clock
        self._nudge = nudge
        self._guard = threading.Lock()
        self._why: Why | None = None
        self._stop: Callable[[], object] | None = None
        self._last_report: datetime | None = None
        self._unreported: tuple[float | None, str] | None = None

    @property
    def why(self) -> Why | None:
        """Set once the task should stop."""
        return self._why

    @property
    def has_unreported(self) -> bool:
        """Whether progress was held back and waits for its turn."""
        return self._unreported is not None

    def progress(self, fraction: float | None, note: str = "") -> None:
        """Say how far it is: 0..1, or None when unknown, and what is being done.

        Written at most five times a second; what is held back follows by itself. Raises Cancelled like
        ``check_cancelled``.
        """
        self.check_cancelled()
        now = self._clock()
        with self._guard:
            too_soon = self._last_report is not None and timedelta(0) <= now - self._last_report < PROGRESS_EVERY
            self._unreported = (fraction, note)
            if not too_soon:
                self._last_report = now
        if too_soon:
            self._nudge()
        else:
            self.report_held_back()

    def report_held_back(self) -> None:
        """Write the latest progress that was held back, if any."""
        with self._guard:
            said, self._unreported = self._unreported, None
        if said is not None:
            self._report(*said)

    def check_cancelled(self) -> None:
        """Raises Cancelled once the task was cancelled or the application is closing; call it between steps."""
        if self._why is not None:
            raise Cancelled(self._why.value)

    def in_child(self, function: Callable[..., Any], *args: Any, timeout: float = 60.0) -> Any:
        """``function(*args)`` in the warm child process, killed when the task is cancelled (``ChildProcess.call``)."""
        self.check_cancelled()
        call = self._child.begin(function, *args, timeout=timeout, background=True)
        try:
            with self.stopping(call.cancel):
                return call.result()
        except CancelledError as exc:
            raise Cancelled("the call in the child process was stopped") from exc
        finally:
            self._child.end(call)

    @contextmanager
    def stopping(self, stop: Callable[[], object]) -> Iterator[None]:
        """While inside, being asked to stop also calls ``stop`` (from another thread): for waiting that ends only by
        being told, such as a child's or a network call. Raises Cancelled when it comes too late for that."""
        with self._guard:
            self.check_cancelled()
            self._stop = stop
        try:
            yield
        finally:
            with self._guard:
                self._stop = None

    def interrupt(self, why: Why) -> None:
        """For the queue: make the task stop as soon as it can."""
        with self._guard:
            self._why = self._why or why
            stop = self._stop
        if stop is not None:
            stop()

"""The threads of the queue: crews of workers that sleep until there is work for them, and one housekeeper.

The housekeeper renews leases, looks for work another process queued or left behind, and wakes the workers for a retry
that has come due. It never looks more often than needed: every few seconds, or when told.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

from careercoach_desktop.foundation.traces import frames

log = logging.getLogger(__name__)


class Crew:
    """``run_one`` does one piece of work and says whether there was any. A crew sleeps by itself, so that a thousand
    pieces of work for another one do not wake it."""

    def __init__(self, run_one: Callable[[], bool], lock: threading.Lock) -> None:
        self.run_one = run_one
        self.changed = threading.Condition(lock)
        self.work_seen = 0

    def wake(self) -> None:
        """There may be work."""
        with self.changed:
            self.work_seen += 1
            self.changed.notify_all()


class WorkerPool:
    """``keep_house`` returns the seconds until it wants to be called again. Neither it nor a worker's work may end a
    thread: what they raise is logged."""

    def __init__(self, keep_house: Callable[[], float]) -> None:
        self._keep_house = keep_house
        self._lock = threading.Lock()
        self._called = threading.Condition(self._lock)
        self._house_calls = 0
        self._is_started = False
        self._stopping = False
        self._crews: list[Crew] = []
        self._threads = [threading.Thread(target=self._house, name="task-housekeeper", daemon=True)]

    def hire(self, name: str, run_one: Callable[[], bool], workers: int) -> Crew:
        """Add a crew; it begins to work with the others, at once when those have begun."""
        crew = Crew(run_one, self._lock)
        hired = [
            threading.Thread(target=self._work, args=(crew,), name=f"task-{name}-{number}", daemon=True)
            for number in range(workers)
        ]
        with self._lock:
            self._crews.append(crew)
            self._threads.extend(hired)
            begins = self._is_started and not self._stopping
        for thread in hired if begins else ():
            thread.start()
        return crew

    def start(self) -> None:
        with self._lock:
            self._is_started = True
            threads = list(self._threads)
        for thread in threads:
            thread.start()

    def call_housekeeper(self) -> None:
        """Something is due sooner than it thought."""
        with self._called:
            self._house_calls += 1
            self._called.notify_all()

    def ask_to_stop(self) -> None:
        """Threads end after what they are doing."""
        with self._lock:
            self._stopping = True
            for condition in (self._called, *(crew.changed for crew in self._crews)):
                condition.notify_all()

    def join(self, timeout: float) -> bool:
        """Wait up to ``timeout`` seconds; whether all threads ended."""
        deadline = time.monotonic() + timeout
        for thread in self._threads:
            if thread.ident is None:
                continue
            thread.join(max(0.0, deadline - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    def _work(self, crew: Crew) -> None:
        while not self._stopping:
            seen = crew.work_seen
            if not self._attempted(crew):
                with crew.changed:
                    while not self._stopping and crew.work_seen == seen:
                        crew.changed.wait()

    @staticmethod
    def _attempted(crew: Crew) -> bool:
        try:
            return crew.run_one()
        except Exception as exc:  # noqa: BLE001 - the thread must go on; the housekeeper wakes it again
            log.error("a task worker failed: %s", frames(exc))  # noqa: TRY400 - see frames
            return False

    def _house(self) -> None:
        while not self._stopping:
            seen = self._house_calls
            try:
                pause = self._keep_house()
            except Exception as exc:  # noqa: BLE001 - the thread must go on
                log.error("the task housekeeper failed: %s", frames(exc))  # noqa: TRY400 - see frames
                pause = 5.0
            self._rest(seen, pause)

    def _rest(self, seen: int, pause: float) -> None:
        with self._called:
            self._called.wait_for(lambda: self._stopping or self._house_calls != seen, pause)

"""The threads of the queue: workers that sleep until there is work, and one housekeeper.

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


class WorkerPool:
    """``run_one`` does one piece of work and says whether there was any; ``keep_house`` returns the seconds until it
    wants to be called again. Neither may end a thread: what they raise is logged."""

    def __init__(self, run_one: Callable[[], bool], keep_house: Callable[[], float], workers: int) -> None:
        self._run_one = run_one
        self._keep_house = keep_house
        self._changed = threading.Condition()
        self._work_seen = 0
        self._house_calls = 0
        self._stopping = False
        self._threads = [
            threading.Thread(target=self._work, name=f"task-worker-{number}", daemon=True) for number in range(workers)
        ]
        self._threads.append(threading.Thread(target=self._house, name="task-housekeeper", daemon=True))

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def wake(self) -> None:
        """There may be work."""
        with self._changed:
            self._work_seen += 1
            self._changed.notify_all()

    def call_housekeeper(self) -> None:
        """Something is due sooner than it thought."""
        with self._changed:
            self._house_calls += 1
            self._changed.notify_all()

    def ask_to_stop(self) -> None:
        """Threads end after what they are doing."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()

    def join(self, timeout: float) -> bool:
        """Wait up to ``timeout`` seconds; whether all threads ended."""
        deadline = time.monotonic() + timeout
        for thread in self._threads:
            if thread.ident is None:
                continue
            thread.join(max(0.0, deadline - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    def _work(self) -> None:
        while not self._stopping:
            seen = self._work_seen
            if not self._attempted():
                with self._changed:
                    while not self._stopping and self._work_seen == seen:
                        self._changed.wait()

    def _attempted(self) -> bool:
        try:
            return self._run_one()
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
        with self._changed:
            self._changed.wait_for(lambda: self._stopping or self._house_calls != seen, pause)

"""The warm child processes where untrusted files are read and pages are typeset.

They keep pure-Python parsing off the window's interpreter lock, and a crash, an endless loop or a memory bomb in a
library outside the window. Usually there is one, with one call at a time. A second one is started when many calls of
the background come in a row (fifty files to read) and there is a core for it; it ends when it has rested a while. What
a person waits for goes before what runs in the background. A call that takes too long or is cancelled kills its own
process, and the next call gets a new one. Children have a lower priority than the window, which paints on the same
cores.

Memory is limited on Linux through the address space. macOS ignores that limit and Windows has none; there only the
time limit protects, and this is untested.
"""

from __future__ import annotations

import os
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from typing import TYPE_CHECKING, Any

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.tasks.inside import guarded
from careercoach_desktop.foundation.tasks.seats import Seat
from careercoach_desktop.foundation.traces import BugElsewhere

if TYPE_CHECKING:
    from careercoach_desktop.foundation.tasks.seats import Pool

MEMORY_LIMIT_BYTES = 1536 * 2**20
MOST_PROCESSES = min(2, os.cpu_count() or 1)
BATCH = 4
"""So many calls of the background that waited for each other make a batch; fewer are not worth starting a process."""
REST_SECONDS = 10.0
"""How long the second process is kept when there is nothing to do."""
_PAUSE_SECONDS = 1.0
"""After so long without work a batch is over."""


class ChildFailed(BugElsewhere):
    """A bug inside the child: the message is the name of the exception there and where it was raised."""


class ChildProcess:
    """Runs module-level functions elsewhere. Starts on first use or with ``warm()``; thread-safe."""

    def __init__(
        self,
        memory_limit: int = MEMORY_LIMIT_BYTES,
        *,
        most: int = MOST_PROCESSES,
        rest_seconds: float = REST_SECONDS,
    ) -> None:
        self._rest_seconds = rest_seconds
        self._guard = threading.RLock()  # a future that is over calls back at once
        self._seats: list[Seat[ChildCall]] = [Seat(memory_limit) for _ in range(most)]
        self._calls: set[ChildCall] = set()
        self._awaited: deque[ChildCall] = deque()
        self._background: deque[ChildCall] = deque()
        self._in_a_row = 0
        self._last_end = 0.0
        self._timer: threading.Timer | None = None

    def warm(self) -> None:
        """Start the process and wait until it answers (about 0.1 s); call it in an idle moment."""
        self.call(os.getpid)

    def call(self, function: Callable[..., Any], *args: Any, timeout: float = 60.0, background: bool = False) -> Any:
        """``function(*args)`` in a child; arguments and result are pickled.

        ``timeout`` is in seconds of running, not of waiting for the calls before. ``background``: nobody looks at a
        spinner for it, so it lets others go first. A UserError raised there arrives as it is. Raises UserError
        ``file-too-slow``, ``file-crashed-reader`` or ``file-too-big-to-read``, CancelledError when the process is
        stopped meanwhile, and ChildFailed for a bug.
        """
        call = self.begin(function, *args, timeout=timeout, background=background)
        try:
            return call.result()
        finally:
            self.end(call)

    def begin(
        self, function: Callable[..., Any], *args: Any, timeout: float = 60.0, background: bool = False
    ) -> ChildCall:
        """Like ``call`` but returns at once, so that somebody else can cancel it; ``end`` it after its result."""
        call = ChildCall(self._drop, function, args, timeout, background=background)
        with self._guard:
            self._calls.add(call)
            self._note_batch(call)
            (self._background if background else self._awaited).append(call)
            self._fill_seats()
        return call

    def end(self, call: ChildCall) -> None:
        """Nobody waits for this call any more."""
        with self._guard:
            self._calls.discard(call)

    def stop(self) -> None:
        """End the processes at once; unfinished calls raise CancelledError. A later call starts a new one."""
        with self._guard:
            calls = list(self._calls)
            self._awaited.clear()
            self._background.clear()
            pools = [seat.leave() for seat in self._seats]
            timer, self._timer = self._timer, None
        if timer is not None:
            timer.cancel()
        for call in calls:
            call.cancel()
        _end(pools)

    @property
    def processes(self) -> int:
        """How many are there now, working or waiting."""
        with self._guard:
            return sum(seat.is_taken for seat in self._seats)

    # --- who goes where ----------------------------------------------------------------------------------------

    def _note_batch(self, call: ChildCall) -> None:
        working = [seat.call for seat in self._seats if seat.call is not None]
        if not working and time.monotonic() - self._last_end > _PAUSE_SECONDS:
            self._in_a_row = 0
        if call.background and any(other.background for other in working):
            self._in_a_row += 1

    def _fill_seats(self) -> None:
        while (self._awaited or self._background) and (seat := self._free_seat()) is not None:
            call = (self._awaited or self._background).popleft()
            try:
                future = seat.take(call, guarded, (call.function, call.args), call.timeout)
            except RuntimeError as error:  # no process could be started
                seat.leave()
                call.fail(error)
                continue
            call.runs_as(future)
            future.add_done_callback(partial(self._on_over, seat, call))

    def _free_seat(self) -> Seat[ChildCall] | None:
        free = [seat for seat in self._seats if seat.call is None]
        started = [seat for seat in free if seat.is_taken or seat is self._seats[0]]
        if started:
            return started[0]
        is_batch = self._in_a_row >= BATCH and not self._awaited
        return free[0] if free and is_batch else None

    def _on_over(self, seat: Seat[ChildCall], call: ChildCall, over: Future[Any]) -> None:
        with self._guard:
            if seat.call is call:
                seat.call = None
            self._last_end = time.monotonic()
            seat.free_since = self._last_end
            if not over.cancelled() and isinstance(over.exception(), BrokenProcessPool) and call.may_try_again():
                # The process had died before it got to us, so trying again is safe.
                (self._background if call.background else self._awaited).appendleft(call)
            else:
                call.is_over(over)
            self._fill_seats()
            self._plan_rest()

    def _drop(self, call: ChildCall) -> None:
        """A call that waits is not wanted any more."""
        with self._guard:
            waiting = self._background if call.background else self._awaited
            if call in waiting:
                waiting.remove(call)

    # --- the second process goes when it is not needed ---------------------------------------------------------

    def _plan_rest(self) -> None:
        if self._timer is None and any(seat.is_taken for seat in self._seats[1:]):
            self._timer = threading.Timer(self._rest_seconds, self._rest)
            self._timer.name, self._timer.daemon = "child-rest", True
            self._timer.start()

    def _rest(self) -> None:
        with self._guard:
            self._timer = None
            long_ago = time.monotonic() - self._rest_seconds
            tired = [s for s in self._seats[1:] if s.is_taken and s.call is None and s.free_since <= long_ago]
            pools = [seat.leave() for seat in tired]
            self._plan_rest()
        _end(pools)


class ChildCall:
    """One call, waiting or under way. ``drop`` takes it out of the line."""

    def __init__(
        self,
        drop: Callable[[ChildCall], None],
        function: Callable[..., Any],
        args: tuple[Any, ...],
        timeout: float,
        *,
        background: bool,
    ) -> None:
        self.function = function
        self.args = args
        self.timeout = timeout
        self.background = background
        self._drop = drop
        self._guard = threading.Lock()
        self._cancelled = False
        self._tries = 0
        self._running: Future[Any] | None = None
        self._ended: Future[tuple[str, Any]] = Future()

    def cancel(self) -> None:
        """Kill the process when the call is running in it, drop the call when it waits."""
        with self._guard:
            self._cancelled = True
            running = self._running
        self._drop(self)
        if running is not None:
            running.cancel()
        self._ended.cancel()

    def runs_as(self, future: Future[Any]) -> None:
        """It got a process."""
        with self._guard:
            self._running = future
            self._tries += 1
            too_late = self._cancelled
        if too_late:
            future.cancel()

    def may_try_again(self) -> bool:
        """Once, unless it was cancelled."""
        return self._tries < 2 and not self._cancelled

    def is_over(self, future: Future[Any]) -> None:
        """Its outcome is there."""
        if future.cancelled():
            self._ended.cancel()
        elif (error := future.exception()) is not None:
            self.fail(error)
        elif not self._ended.done():
            self._ended.set_result(future.result())

    def fail(self, error: BaseException) -> None:
        """It could not be done."""
        if not self._ended.done():
            self._ended.set_exception(error)

    def result(self) -> Any:
        """Wait for the outcome; raises as ``ChildProcess.call`` says."""
        outcome, value = self._outcome()
        match outcome:
            case "done":
                return value
            case "told":
                raise value
            case "memory":
                raise UserError(
                    "This file needs more memory than it should, so it was stopped.",
                    "Try a smaller version of the file, or paste its text instead.",
                    code="file-too-big-to-read",
                )
            case _:
                raise ChildFailed(value)

    def _outcome(self) -> tuple[str, Any]:
        from pebble import ProcessExpired

        try:
            return self._ended.result()
        except TimeoutError as exc:
            raise UserError(
                "This file took too long to read, so it was stopped.",
                "Try a simpler version of the file, or paste its text instead.",
                code="file-too-slow",
            ) from exc
        except BrokenProcessPool as exc:
            if self._cancelled:
                raise CancelledError from None
            raise _crashed() from exc
        except ProcessExpired as exc:
            raise _crashed() from exc


def _end(pools: list[Pool | None]) -> None:
    for pool in pools:
        if pool is not None:
            pool.stop()
            pool.join()


def _crashed() -> UserError:
    return UserError(
        "The part of Career Coach that reads files stopped working on this one.",
        "Nothing else is affected. Save the file anew with another program, or paste its text instead.",
        code="file-crashed-reader",
    )

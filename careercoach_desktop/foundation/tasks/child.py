"""The warm child process where untrusted files are read and pages are typeset.

It keeps pure-Python parsing off the window's interpreter lock, and a crash, an endless loop or a memory bomb in a
library outside the window. One process, one call at a time; a call that takes too long or is cancelled kills the
process and the next call gets a new one. It has a lower priority than the window, which paints on the same cores.

Memory is limited on Linux through the address space. macOS ignores that limit and Windows has none; there only the
time limit protects, and this is untested.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING, Any

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.traces import BugElsewhere

if TYPE_CHECKING:
    from pebble import ProcessPool

MEMORY_LIMIT_BYTES = 1536 * 2**20
_NICENESS = 5
"""Of 0 to 19. The window then gets three times the child’s share of a core that both want."""


class ChildFailed(BugElsewhere):
    """A bug inside the child: the message is the name of the exception there and where it was raised."""


class ChildProcess:
    """Runs module-level functions elsewhere. Starts on first use or with ``warm()``; thread-safe."""

    def __init__(self, memory_limit: int = MEMORY_LIMIT_BYTES) -> None:
        self._memory_limit = memory_limit
        self._guard = threading.Lock()
        self._pool: ProcessPool | None = None
        self._calls: set[ChildCall] = set()

    def warm(self) -> None:
        """Start the process and wait until it answers (about 0.1 s); call it in an idle moment."""
        self.call(os.getpid)

    def call(self, function: Callable[..., Any], *args: Any, timeout: float = 60.0) -> Any:
        """``function(*args)`` in the child; arguments and result are pickled.

        ``timeout`` is in seconds of running, not of waiting for the calls before. A UserError raised there arrives as
        it is. Raises UserError ``file-too-slow``, ``file-crashed-reader`` or ``file-too-big-to-read``, CancelledError
        when the process is stopped meanwhile, and ChildFailed for a bug.
        """
        call = self.begin(function, *args, timeout=timeout)
        try:
            return call.result()
        finally:
            self.end(call)

    def begin(self, function: Callable[..., Any], *args: Any, timeout: float = 60.0) -> ChildCall:
        """Like ``call`` but returns at once, so that somebody else can cancel it; ``end`` it after its result."""
        call = ChildCall(lambda: self._schedule(function, args, timeout))
        with self._guard:
            self._calls.add(call)
        return call

    def end(self, call: ChildCall) -> None:
        """Nobody waits for this call any more."""
        with self._guard:
            self._calls.discard(call)

    def stop(self) -> None:
        """End the process at once; unfinished calls raise CancelledError. A later call starts a new one."""
        with self._guard:
            calls, pool, self._pool = list(self._calls), self._pool, None
        for call in calls:
            call.cancel()
        if pool is not None:
            pool.stop()  # type: ignore[no-untyped-call]  # pebble's annotations end here
            pool.join()

    def _schedule(self, function: Callable[..., Any], args: tuple[Any, ...], timeout: float) -> Future[Any]:
        with self._guard:
            pool = self._pool
            if pool is None or not pool.active:  # an idle child that was killed from outside leaves a broken pool
                pool = self._pool = _new_pool(self._memory_limit)
            return pool.schedule(_guarded, args=(function, args), timeout=timeout)


class ChildCall:
    """One call under way."""

    def __init__(self, schedule: Callable[[], Future[Any]]) -> None:
        self._schedule = schedule
        self._cancelled = False
        self._future = schedule()

    def cancel(self) -> None:
        """Kill the process when the call is running in it, drop the call when it waits."""
        self._cancelled = True
        self._future.cancel()

    def result(self) -> Any:
        """Wait for the outcome; raises as ``ChildProcess.call`` says."""
        try:
            outcome, value = self._outcome()
        except BrokenProcessPool as exc:
            raise _crashed() from exc
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
        try:
            return self._once()
        except BrokenProcessPool:  # the process had died before it got to us, so trying again is safe
            if self._cancelled:
                raise CancelledError from None
            self._future = self._schedule()
            return self._once()

    def _once(self) -> tuple[str, Any]:
        from pebble import ProcessExpired

        try:
            outcome: tuple[str, Any] = self._future.result()
        except TimeoutError as exc:
            raise UserError(
                "This file took too long to read, so it was stopped.",
                "Try a simpler version of the file, or paste its text instead.",
                code="file-too-slow",
            ) from exc
        except ProcessExpired as exc:
            raise _crashed() from exc
        return outcome


def _crashed() -> UserError:
    return UserError(
        "The part of Career Coach that reads files stopped working on this one.",
        "Nothing else is affected. Save the file anew with another program, or paste its text instead.",
        code="file-crashed-reader",
    )


def _new_pool(memory_limit: int) -> ProcessPool:
    from pebble import ProcessPool

    return ProcessPool(
        max_workers=1,
        max_tasks=0,
        initializer=_settle_in,
        initargs=(memory_limit,),
        context=multiprocessing.get_context("spawn"),
    )


def _guarded(function: Callable[..., Any], args: tuple[Any, ...]) -> tuple[str, Any]:
    """In the child: an outcome that always survives the way back, whatever the library raised."""
    try:
        return "done", function(*args)
    except UserError as exc:
        return "told", exc
    except MemoryError:
        return "memory", None
    except Exception as exc:  # noqa: BLE001 - raised again in the parent as ChildFailed
        return "bug", f"{type(exc).__name__} in the child process\n{''.join(traceback.format_tb(exc.__traceback__))}"


def _settle_in(memory_limit: int) -> None:
    """In the child, once: obey limits, step back for the window and never outlive the parent."""
    _step_back()
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # so that a library that never returns to Python can be ended
    os.environ["RAYON_NUM_THREADS"] = "2"  # Typst: on 16 cores its threads' reserves alone would be 1 GiB of the limit
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory_limit, memory_limit))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core file would hold a person's résumé
    _end_with_parent()


def _step_back() -> None:
    """Take the processor only where the window leaves it; on Windows this is untested."""
    if sys.platform == "win32":
        import ctypes

        this_process, below_normal = ctypes.c_void_p(-1), 0x4000
        ctypes.windll.kernel32.SetPriorityClass(this_process, below_normal)
    else:
        os.nice(_NICENESS)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is None:
        raise RuntimeError("Only for child processes")
    if sys.platform == "linux":
        import fcntl

        # The pipe from the parent closes with it; asked for a signal, the system ends us even inside a C loop that
        # never lets the thread below run. Elsewhere the signal exists but is ignored by default.
        signal.signal(signal.SIGIO, signal.SIG_DFL)
        fcntl.fcntl(parent.sentinel, fcntl.F_SETOWN, os.getpid())
        fcntl.fcntl(parent.sentinel, fcntl.F_SETFL, fcntl.fcntl(parent.sentinel, fcntl.F_GETFL) | os.O_ASYNC)

    def watch() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=watch, name="end-with-parent", daemon=True).start()

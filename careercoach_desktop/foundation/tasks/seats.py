"""A seat: room for one child process that does one call at a time, empty until the first call takes it."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, Generic, Protocol, TypeVar, cast

from careercoach_desktop.foundation.tasks.inside import settle_in

Call = TypeVar("Call")


class Pool(Protocol):
    """What is used of pebble's pool of one process."""

    @property
    def active(self) -> bool: ...

    def schedule(
        self, function: Callable[..., Any], args: tuple[Any, ...] = (), *, timeout: float | None = None
    ) -> Future[Any]: ...

    def stop(self) -> None: ...

    def join(self) -> None: ...


class Seat(Generic[Call]):
    """``call`` is what runs here now; ``free_since`` (monotonic seconds) tells since when nothing does."""

    def __init__(self, memory_limit: int) -> None:
        self._memory_limit = memory_limit
        self._pool: Pool | None = None
        self.call: Call | None = None
        self.free_since = 0.0

    @property
    def is_taken(self) -> bool:
        """Whether there is a process."""
        return self._pool is not None

    def take(self, call: Call, function: Callable[..., Any], args: tuple[Any, ...], timeout: float) -> Future[Any]:
        """Run it here, in a new process when there is none. Raises RuntimeError when none can be started."""
        if self._pool is None or not self._pool.active:  # an idle child that was killed from outside breaks its pool
            self._pool = _new_pool(self._memory_limit)
        self.call = call
        return self._pool.schedule(function, args=args, timeout=timeout)

    def leave(self) -> Pool | None:
        """Empty the seat; whoever asks ends the process."""
        pool, self._pool, self.call = self._pool, None, None
        return pool


def _new_pool(memory_limit: int) -> Pool:
    from pebble import ProcessPool

    pool = ProcessPool(
        max_workers=1,
        max_tasks=0,
        initializer=settle_in,
        initargs=(memory_limit,),
        context=multiprocessing.get_context("spawn"),
    )
    return cast("Pool", pool)

"""One event loop on a thread of its own, kept between calls: connections stay warm, and a call is cancelled at once.

A worker that waits for a call is woken when the call has ended, also when it was cancelled: by then the connection is
closed, however silent the other side was, and nothing touches what had been received any more.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from typing import Any, Generic, TypeVar

R = TypeVar("R")


class Call(Generic[R]):
    """One coroutine under way."""

    def __init__(self, loop: asyncio.AbstractEventLoop, coroutine: Coroutine[Any, Any, R]) -> None:
        self._loop = loop
        self._outcome: Future[R] = Future()
        self._task: asyncio.Task[R] | None = None
        self._unwanted = False
        loop.call_soon_threadsafe(self._begin, coroutine)

    def cancel(self) -> None:
        """Ask it to end; ``result`` then raises CancelledError once it has. May be called from any thread."""
        with suppress(RuntimeError):  # the loop is closed: it has ended already
            self._loop.call_soon_threadsafe(self._give_up)

    def result(self) -> R:
        """Wait for its end; raises what it raised."""
        return self._outcome.result()

    def _begin(self, coroutine: Coroutine[Any, Any, R]) -> None:
        if self._unwanted:
            coroutine.close()
            self._outcome.set_exception(CancelledError())
            return
        self._task = self._loop.create_task(coroutine)
        self._task.add_done_callback(self._end)

    def _give_up(self) -> None:
        self._unwanted = True
        if self._task is not None:
            self._task.cancel()

    def _end(self, task: asyncio.Task[R]) -> None:
        if task.cancelled():
            self._outcome.set_exception(CancelledError())
        elif (error := task.exception()) is not None:
            self._outcome.set_exception(error)
        else:
            self._outcome.set_result(task.result())


class Line:
    """Starts on first use; thread-safe. A call that comes while the line stops is cancelled or runs on a new loop; it
    is never left without an end."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None

    def call(self, coroutine: Coroutine[Any, Any, R]) -> Call[R]:
        """Run it on the loop."""
        with self._guard:  # so that whatever is put on a loop stands there before its ``stop``
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                self._thread = threading.Thread(target=_serve, args=(self._loop,), name="claude-line", daemon=True)
                self._thread.start()
            return Call(self._loop, coroutine)

    def stop(self) -> None:
        """Cancel what runs and end the thread; a later ``call`` starts a new one."""
        with self._guard:
            loop, thread, self._loop, self._thread = self._loop, self._thread, None, None
        if loop is None or thread is None:
            return
        loop.call_soon_threadsafe(loop.stop)
        thread.join(timeout=5)


def _serve(loop: asyncio.AbstractEventLoop) -> None:
    """The thread's life: until it is stopped, and then until everything that was begun has its end."""
    try:
        loop.run_forever()
        loop.run_until_complete(_cancel_the_rest())
    finally:
        loop.close()


async def _cancel_the_rest() -> None:
    others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)

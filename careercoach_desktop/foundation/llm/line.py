"""One event loop on a thread of its own, kept between calls: connections stay warm, and a call is cancelled at once.

A worker that waits for a call is woken when the call has ended, also when it was cancelled: by then the connection is
closed, however silent the other side was, and nothing touches what had been received any more.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine
from concurrent.futures import CancelledError, Future
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
    """Starts on first use; thread-safe."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None

    def call(self, coroutine: Coroutine[Any, Any, R]) -> Call[R]:
        """Run it on the loop."""
        return Call(self._running(), coroutine)

    def stop(self) -> None:
        """Cancel what runs and end the thread; a later ``call`` starts a new one."""
        with self._guard:
            loop, thread, self._loop, self._thread = self._loop, self._thread, None, None
        if loop is None or thread is None:
            return
        Call(loop, _cancel_the_rest()).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join(timeout=5)
        loop.close()

    def _running(self) -> asyncio.AbstractEventLoop:
        with self._guard:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                self._thread = threading.Thread(target=self._loop.run_forever, name="claude-line", daemon=True)
                self._thread.start()
            return self._loop


async def _cancel_the_rest() -> None:
    others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)

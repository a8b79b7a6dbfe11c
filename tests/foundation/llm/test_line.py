"""The line ends every call, whatever stops it and whenever."""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import CancelledError

import pytest

from careercoach_desktop.foundation.llm.line import Line

STOPS = 3_000
CALLERS = 8


@pytest.fixture
def line() -> Iterator[Line]:
    line = Line()
    yield line
    line.stop()


@pytest.fixture
def impatient() -> Iterator[None]:
    """Threads take turns as often as they can, so that they meet at every step."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(usual)


async def _short() -> str:
    await asyncio.sleep(0)
    return "done"


async def _endless(begun: threading.Event) -> None:
    begun.set()
    await asyncio.Event().wait()


def test_a_call_gives_what_its_coroutine_gives(line: Line) -> None:
    assert line.call(_short()).result() == "done"


def test_stopping_ends_what_waits(line: Line) -> None:
    begun = threading.Event()
    call = line.call(_endless(begun))
    assert begun.wait(10)
    line.stop()
    with pytest.raises(CancelledError):
        call.result()
    assert line.call(_short()).result() == "done", "a later call starts it anew"


def test_cancelling_what_ended_with_the_line_is_harmless(line: Line) -> None:
    call = line.call(_short())
    call.result()
    line.stop()
    call.cancel()
    assert call.result() == "done"


def test_every_call_made_while_it_stops_has_an_end(line: Line, impatient: None) -> None:
    enough, broken = threading.Event(), []

    def ask_on() -> None:
        while not enough.is_set():
            try:
                line.call(_short()).result()
            except CancelledError:
                continue
            except Exception as exc:  # noqa: BLE001 - told by the test
                broken.append(exc)

    callers = [threading.Thread(target=ask_on, daemon=True) for _ in range(CALLERS)]
    for caller in callers:
        caller.start()
    for _ in range(STOPS):
        line.stop()
    enough.set()
    for caller in callers:
        caller.join(10)
    assert broken == []
    assert not any(caller.is_alive() for caller in callers), "it waits for a call that nobody ends"

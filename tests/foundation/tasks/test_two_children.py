"""Many calls at once: a second process for a batch, what a person waits for first, and each call stopped by itself."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from careercoach_desktop.foundation.tasks.child import BATCH, ChildProcess
from tests.foundation.tasks.test_child import gone


def work() -> int:
    sum(range(300_000))
    return os.getpid()


def wait_for(file: str) -> int:
    while not Path(file).exists():
        threading.Event().wait(0.01)
    return os.getpid()


def note(file: str, word: str) -> None:
    with Path(file).open("a") as log:
        log.write(f"{word}\n")


@pytest.fixture
def children() -> Iterator[ChildProcess]:
    children = ChildProcess(most=2, rest_seconds=0.2)
    yield children
    children.stop()


@pytest.fixture
def go(tmp_path: Path) -> Iterator[Path]:
    """The calls of ``wait_for`` come to their end when this file is there."""
    file = tmp_path / "go"
    yield file
    file.touch()


def until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not true():
        assert time.monotonic() < deadline
        threading.Event().wait(0.01)


def test_a_batch_uses_a_second_process_which_goes_after_a_rest(children: ChildProcess) -> None:
    first = children.call(os.getpid)
    calls = [children.begin(work, background=True) for _ in range(20)]
    pids = {call.result() for call in calls}
    assert len(pids) == 2
    second = next(iter(pids - {first}))
    until(lambda: children.processes == 1)
    assert gone(second)
    assert children.call(os.getpid) == first


def test_a_few_calls_do_not_start_another_process(children: ChildProcess, go: Path) -> None:
    calls = [children.begin(wait_for, str(go), background=True)]
    calls += [children.begin(work, background=True) for _ in range(BATCH - 1)]
    calls += [children.begin(work) for _ in range(BATCH)]
    assert children.processes == 1
    go.touch()
    assert len({call.result() for call in calls}) == 1


def test_what_a_person_waits_for_goes_before_the_batch(tmp_path: Path, go: Path) -> None:
    child, log = ChildProcess(most=1), tmp_path / "log"
    try:
        calls = [child.begin(wait_for, str(go), background=True)]
        calls += [child.begin(note, str(log), f"file {number}", background=True) for number in range(5)]
        calls.append(child.begin(note, str(log), "preview"))
        go.touch()
        for call in calls:
            call.result()
    finally:
        child.stop()
    assert log.read_text().splitlines() == ["preview", *(f"file {number}" for number in range(5))]


def test_cancelling_one_call_leaves_the_other_process_alone(children: ChildProcess, go: Path, tmp_path: Path) -> None:
    running = [children.begin(wait_for, str(go), background=True) for _ in range(BATCH + 1)]
    until(lambda: children.processes == 2)
    never = children.begin(note, str(tmp_path / "never"), "done", background=True)
    running[0].cancel()
    never.cancel()
    for call in (running[0], never):
        with pytest.raises(CancelledError):
            call.result()
    go.touch()
    assert all(call.result() for call in running[1:])
    assert not (tmp_path / "never").exists()


def test_stopping_ends_a_whole_batch(children: ChildProcess, go: Path) -> None:
    calls = [children.begin(wait_for, str(go), background=True) for _ in range(10)]
    until(lambda: children.processes == 2)
    children.stop()
    for call in calls:
        with pytest.raises(CancelledError):
            call.result()
    assert children.processes == 0
    assert children.call(work) > 0

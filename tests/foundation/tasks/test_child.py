"""The child process: what crosses, what is stopped, and that nothing of it stays behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildFailed, ChildProcess
from careercoach_desktop.foundation.tasks.model import TaskState
from careercoach_desktop.foundation.tasks.queue import TaskContext
from tests.support.tasks import TaskWatch, enqueue, kind, running_queue

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals and limits")


def length(data: bytes) -> int:
    return len(data)


def niceness() -> int:
    return os.nice(0)


def refuse() -> None:
    raise UserError("This PDF is protected.", "Save a copy.", code="pdf-encrypted", transient=True)


class AwkwardError(Exception):
    """Cannot be rebuilt from its own arguments, as many libraries' exceptions cannot."""

    def __init__(self, name: str, _line: int) -> None:
        super().__init__(f"cannot read {name}")


def stumble() -> None:
    name = "".join(["Le", "na"])  # not in the source line that the trace shows
    raise AwkwardError(name, 2)


def swell() -> None:
    kept = []
    while True:
        kept.append(bytearray(64 * 2**20))


def die() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def never_return() -> None:
    sum(range(10**14))  # one C call that would take weeks, looks at no signal and lets no other thread run


def announce_and_hang(file: str) -> None:
    Path(file).write_text(str(os.getpid()))
    never_return()


def modules_loaded() -> list[str]:
    return list(sys.modules)


def libraries_work() -> tuple[bytes, int]:
    import pypdfium2
    import typst

    pdf = typst.compile(b"= Hello\n#lorem(3000)")
    pages = pypdfium2.PdfDocument(pdf)
    return bytes(pdf[:5]), pages[0].render(scale=3).width


@pytest.fixture
def child() -> Iterator[ChildProcess]:
    child = ChildProcess()
    yield child
    child.stop()


def gone(pid: int, timeout: float = 10.0) -> bool:
    deadline = time.monotonic() + timeout
    while time.monotonic() < deadline:
        try:
            if "Z" in Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]:
                return True
        except FileNotFoundError:
            return True
        threading.Event().wait(0.02)
    return False


def test_results_come_back_and_the_process_stays_warm(child: ChildProcess) -> None:
    child.warm()
    first = child.call(os.getpid)
    assert first != os.getpid()
    assert child.call(length, b"x" * 5_000_000) == 5_000_000
    assert child.call(os.getpid) == first


def test_what_a_person_should_read_crosses_unchanged(child: ChildProcess) -> None:
    with pytest.raises(UserError) as caught:
        child.call(refuse)
    error = caught.value
    assert (error.message, error.next_step, error.code, error.transient) == (
        "This PDF is protected.",
        "Save a copy.",
        "pdf-encrypted",
        True,
    )


def test_a_bug_crosses_with_its_trace_but_not_its_words(child: ChildProcess) -> None:
    with pytest.raises(ChildFailed) as caught:
        child.call(stumble)
    assert "AwkwardError" in str(caught.value)
    assert "stumble" in str(caught.value)
    assert "Lena" not in str(caught.value)
    assert child.call(length, b"12") == 2


@posix
def test_it_steps_back_for_the_window_which_paints_on_the_same_cores(child: ChildProcess) -> None:
    assert child.call(niceness) == min(os.nice(0) + 5, 19)


@posix
def test_a_crash_in_a_library_is_survived(child: ChildProcess) -> None:
    with pytest.raises(UserError) as caught:
        child.call(die)
    assert caught.value.code == "file-crashed-reader"
    assert child.call(length, b"12") == 2


@posix
def test_a_child_killed_while_idle_is_replaced(child: ChildProcess) -> None:
    pid = child.call(os.getpid)
    os.kill(pid, signal.SIGKILL)
    assert gone(pid)
    assert child.call(os.getpid, timeout=5) not in (None, pid)


@posix
def test_a_file_that_takes_too_long_is_stopped_even_inside_c_code(child: ChildProcess) -> None:
    child.warm()
    started = time.monotonic()
    with pytest.raises(UserError) as caught:
        child.call(never_return, timeout=0.3)
    assert caught.value.code == "file-too-slow"
    assert time.monotonic() - started < 3
    assert child.call(length, b"12") == 2


@pytest.mark.skipif(sys.platform != "linux", reason="the address-space limit is only enforced on Linux")
def test_a_memory_bomb_is_stopped_before_it_hurts() -> None:
    child = ChildProcess(memory_limit=700 * 2**20)
    try:
        with pytest.raises(UserError) as caught:
            child.call(swell)
        assert caught.value.code == "file-too-big-to-read"
        assert child.call(length, b"12") == 2
    finally:
        child.stop()


def test_the_libraries_it_is_for_work_within_the_limit(child: ChildProcess) -> None:
    start, width = child.call(libraries_work)
    assert start == b"%PDF-"
    assert width > 1000


def test_it_does_not_load_qt(child: ChildProcess) -> None:
    loaded = child.call(modules_loaded)
    assert "careercoach_desktop.foundation.tasks.inside" in loaded
    assert [name for name in loaded if name.split(".")[0] in {"PySide6", "qasync"}] == []


def test_stopping_ends_calls_and_a_later_call_starts_anew(child: ChildProcess) -> None:
    child.warm()
    hanging = child.begin(never_return)
    child.stop()
    with pytest.raises(CancelledError):
        hanging.result()
    assert child.call(length, b"12") == 2


def test_a_bug_in_the_child_fails_the_task_and_is_logged_with_its_trace(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    watch = TaskWatch(database)

    def run(context: TaskContext, payload: dict[str, object]) -> None:
        context.in_child(stumble)

    with running_queue(database, kind("read", run)) as queue:
        failed = watch.until_state(enqueue(database, queue, "read"), TaskState.FAILED)
    assert failed.error == "Something went wrong on our side."
    assert "AwkwardError" in caplog.text
    assert "in stumble" in caplog.text
    assert "Lena" not in caplog.text


@posix
def test_cancelling_a_task_kills_its_call(database: Database) -> None:
    watch = TaskWatch(database)

    def run(context: TaskContext, payload: dict[str, object]) -> None:
        context.progress(None, "reading")
        context.in_child(never_return)

    with running_queue(database, kind("read", run)) as queue:
        task_id = enqueue(database, queue, "read")
        watch.until(lambda task: task.note == "reading")
        queue.cancel(task_id)
        watch.until_state(task_id, TaskState.CANCELLED)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("busy", [False, True], ids=["idle", "inside C code"])
def test_it_dies_with_its_parent(tmp_path: Path, busy: bool) -> None:
    note = tmp_path / "pid"
    script = tmp_path / "parent.py"
    script.write_text(
        "import os, sys, threading\n"
        "from careercoach_desktop.foundation.tasks.child import ChildProcess\n"
        "from tests.foundation.tasks.test_child import announce_and_hang\n"
        "if __name__ == '__main__':\n"
        "    child = ChildProcess()\n"
        f"    if {busy}:\n"
        f"        child.call(announce_and_hang, {str(note)!r})\n"
        f"    open({str(note)!r}, 'w').write(str(child.call(os.getpid)))\n"
        "    threading.Event().wait()\n"
    )
    root = Path(__file__).parents[3]
    parent = subprocess.Popen([sys.executable, str(script)], env={**os.environ, "PYTHONPATH": str(root)})
    try:
        deadline = time.monotonic() + 20
        while not (note.exists() and note.read_text()) and time.monotonic() < deadline:
            threading.Event().wait(0.02)
        pid = int(note.read_text())
        assert not gone(pid, timeout=0.1)
    finally:
        parent.kill()
        parent.wait()
    outlived = not gone(pid)
    if outlived:
        os.kill(pid, signal.SIGKILL)
    assert not outlived

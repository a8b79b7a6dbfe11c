"""The program is a child of ours: it ends in time, and with us."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from careercoach_desktop.foundation.documents.ocr.running import ProgramFailed, run

ENDLESS = [sys.executable, "-c", "import time; time.sleep(600)"]


def test_what_it_is_given_and_what_it_prints() -> None:
    echo = [sys.executable, "-c", "import os, sys; print(sys.stdin.read().upper(), os.environ['OMP_THREAD_LIMIT'])"]
    assert run(echo, b"words", 60).split() == [b"WORDS", b"1"]


@pytest.mark.parametrize("command", [["no-such-program"], [sys.executable, "-c", "raise SystemExit(3)"]])
def test_a_program_that_is_not_there_or_ends_badly(command: list[str]) -> None:
    with pytest.raises(ProgramFailed):
        run(command, b"", 60)


def test_a_program_that_takes_too_long() -> None:
    with pytest.raises(ProgramFailed, match="TimeoutExpired"):
        run(ENDLESS, b"", 0.2)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it ends with the page it is at")
def test_it_does_not_outlive_the_process_that_started_it(tmp_path: Path) -> None:
    """The child holds the writing end of a named pipe: reading it ends when the child does."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    child = f"import time; held = open({str(pipe)!r}, 'w'); held.write('here'); held.flush(); time.sleep(600)"
    started = (
        "import sys; from careercoach_desktop.foundation.documents.ocr.running import run; "
        f"run([sys.executable, '-c', {child!r}], b'', 600)"
    )
    with subprocess.Popen([sys.executable, "-c", started]) as parent, pipe.open() as held:
        assert held.read(4) == "here"
        parent.kill()
        assert held.read() == ""

"""Commands as a person types them: here in the test's process (quick), or in a process of their own (the real thing).

Import the fixture into a ``conftest.py``::

    from tests.support.terminal import _hunt, hunting, terminal  # noqa: F401
"""

from __future__ import annotations

import io
import json
import logging
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from careercoach_desktop.app.cli import run
from careercoach_desktop.foundation.resources import resource

ROOT = Path(__file__).parents[2]
RESUME = resource("sample/lena-marsh.pdf")
POSTING = resource("sample/postings/senior-data-engineer-brackenfield.html")


@dataclass(frozen=True)
class Said:
    """What a command left: its exit code and both streams."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Terminal:
    """Types commands at one data folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, *words: object, piped: bytes = b"") -> Said:
        """Run a command in this process."""
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
        stdin = io.TextIOWrapper(io.BytesIO(piped), encoding="utf-8")
        said = ["--data-dir", str(self.folder), *map(str, words)]
        with _as_a_process_of_its_own(), patch.multiple(sys, stdout=out, stderr=err, stdin=stdin):
            code = run(said)
            return Said(code, _text(out), _text(err))

    def fine(self, *words: object, piped: bytes = b"") -> Said:
        """Run a command that must go well."""
        said = self(*words, piped=piped)
        assert said.code == 0, said.err
        return said

    def start(self, *words: object, **variables: str) -> subprocess.Popen[str]:
        """Begin a command in a process of its own, with further variables in its environment."""
        command = [sys.executable, "-m", "careercoach_desktop", *map(str, words)]
        if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # tests run in the background pass that on
            signal.signal(signal.SIGINT, signal.default_int_handler)
        return subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, "CAREERCOACH_DATA_DIR": str(self.folder), "TERM": "dumb", **variables},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def process(self, *words: object) -> Said:
        """Run a command in a process of its own."""
        with self.start(*words) as process:
            out, err = process.communicate(timeout=60)
            return Said(process.returncode, out, err)


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    """At a folder that does not exist yet."""
    return Terminal(tmp_path / "data")


@pytest.fixture(scope="session")
def _hunt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = Terminal(tmp_path_factory.mktemp("hunt") / "data")
    made.fine("resumes", "import", RESUME)
    made.fine("jobs", "add", POSTING)
    return made.folder


@pytest.fixture
def hunting(terminal: Terminal, _hunt: Path) -> Terminal:
    """At a folder with Lena's primary résumé (1) and a job (1) that was matched with it."""
    shutil.copytree(_hunt, terminal.folder)
    return terminal


@contextmanager
def _as_a_process_of_its_own() -> Iterator[None]:
    """A command sets up logging for its process; the test's own is put back."""
    root = logging.getLogger()
    handlers, level, hooks = root.handlers, root.level, (sys.excepthook, threading.excepthook)
    try:
        yield
    finally:
        for handler in root.handlers:
            if handler not in handlers:
                handler.close()
        root.handlers, root.level = handlers, level
        sys.excepthook, threading.excepthook = hooks


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode("utf-8")

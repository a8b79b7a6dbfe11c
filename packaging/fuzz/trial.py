"""One file tried in the real child process, and what became of it."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from careercoach_desktop.features.resumes.picture import first_page
from careercoach_desktop.features.resumes.reading import read_resume
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.tasks.child import ChildFailed, ChildProcess

PATIENCE = 10.0
"""Seconds that a file may take."""
MEMORY = 1024
"""MiB that a file may take."""
_PICTURE_WIDTH = 480
_CRASHES = {"file-crashed-reader": "crashed", "file-too-slow": "hung", "file-too-big-to-read": "out of memory"}


@dataclass(frozen=True)
class Case:
    """``how`` says what is wrong with the file."""

    name: str
    how: str
    data: bytes


@dataclass(frozen=True)
class Trial:
    """``end``: read, refused, crashed, hung, out of memory, bug or too much memory; ``peak`` in MiB."""

    case: Case
    end: str
    code: str
    seconds: float
    peak: float

    @property
    def is_bad(self) -> bool:
        return self.end not in {"read", "refused"} or self.peak > MEMORY


@dataclass
class Tally:
    """Everything that was tried."""

    trials: list[Trial] = field(default_factory=list)

    def add(self, trials: Iterable[Trial]) -> None:
        self.trials.extend(trials)

    @property
    def bad(self) -> list[Trial]:
        return [trial for trial in self.trials if trial.is_bad]

    def ends(self) -> Counter[str]:
        return Counter(trial.end for trial in self.trials)

    def slowest(self, count: int) -> Sequence[Trial]:
        return sorted(self.trials, key=lambda trial: -trial.seconds)[:count]

    def largest(self, count: int) -> Sequence[Trial]:
        return sorted(self.trials, key=lambda trial: -trial.peak)[:count]


def read_and_draw(data: bytes, name: str) -> tuple[str, str, float, float]:
    """In the child: what an import does with a file. How it ended, the code of a refusal, seconds, peak memory (MiB)."""
    _forget_peak()
    begin = time.perf_counter()
    try:
        read = read_resume(data, name)
        first_page(data, read.media_type, read.data, _PICTURE_WIDTH)
    except UserError as refusal:
        return "refused", refusal.code, time.perf_counter() - begin, _peak()
    return "read", "", time.perf_counter() - begin, _peak()


def without_ocr() -> None:
    """Reading pictures of text takes as long as it takes and is another program's work; here it is not looked for."""
    os.environ["PATH"] = ""


def try_file(child: ChildProcess, case: Case) -> Trial:
    """Never raises for what the file does."""
    begin = time.perf_counter()
    try:
        end, code, seconds, peak = child.call(read_and_draw, case.data, case.name, timeout=PATIENCE, background=True)
    except UserError as error:
        end, code, seconds, peak = _CRASHES.get(error.code, "refused"), error.code, time.perf_counter() - begin, 0.0
    except ChildFailed as bug:
        end, code, seconds, peak = "bug", str(bug), time.perf_counter() - begin, 0.0
    return Trial(case, end, code, seconds, peak)


def _forget_peak() -> None:
    reset = Path("/proc/self/clear_refs")
    if reset.exists():
        reset.write_text("5")


def _peak() -> float:
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024

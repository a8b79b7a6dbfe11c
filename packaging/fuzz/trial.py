"""One file tried in the real child process, and what became of it."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from careercoach_desktop.features.resumes.picture import first_page
from careercoach_desktop.features.resumes.reading import ReadResume, read_resume
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.tasks.child import ChildFailed, ChildProcess

PATIENCE = 10.0
"""Seconds of a processor that a file may take. (On a machine that does nothing else, seconds on the clock.)"""
_ENDED_AFTER = 60.0
"""Seconds on the clock after which the child is ended, as it is in the application."""
MEMORY = 1024
"""MiB that a file may take."""
_PICTURE_WIDTH = 480
_PICTURE_SECONDS = 15.0
"""The application stops after five; a busy machine gets more before we call it slow."""
_CRASHES = {"file-crashed-reader": "crashed", "file-too-slow": "hung", "file-too-big-to-read": "out of memory"}


@dataclass(frozen=True)
class Case:
    """``how`` says what is wrong with the file."""

    name: str
    how: str
    data: bytes


@dataclass(frozen=True)
class Trial:
    """``end``: read, read but not drawn, refused, crashed, hung, out of memory or bug; ``peak`` in MiB, ``seconds`` of
    a processor, on the clock where it came to no end."""

    case: Case
    end: str
    code: str
    seconds: float
    peak: float

    @property
    def is_bad(self) -> bool:
        return self.end not in {"read", "read, not drawn", "refused"} or self.peak > MEMORY or self.seconds > PATIENCE


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


def reading(data: bytes, name: str) -> tuple[str, float, float, ReadResume | None]:
    """In the child: what an import does first. The code of a refusal, processor seconds, MiB, and what was read."""
    _forget_peak()
    begin = time.process_time()
    try:
        found = read_resume(data, name)
    except UserError as refusal:
        return refusal.code, time.process_time() - begin, _peak(), None
    return "", time.process_time() - begin, _peak(), found


def drawing(data: bytes, found: ReadResume) -> float:
    """In the child: what an import does then, the picture of the first page. MiB."""
    _forget_peak()
    first_page(data, found.media_type, found.data, _PICTURE_WIDTH)
    return _peak()


def without_ocr() -> None:
    """Reading pictures of text takes as long as it takes and is another program's work; here it is not looked for."""
    os.environ["PATH"] = ""


def try_file(child: ChildProcess, case: Case) -> Trial:
    """Never raises for what the file does."""
    begin = time.perf_counter()
    try:
        code, seconds, peak, found = child.call(reading, case.data, case.name, timeout=_ENDED_AFTER, background=True)
    except UserError as error:
        end = _CRASHES.get(error.code, "crashed")
        return Trial(case, end, error.code, time.perf_counter() - begin, 0.0)
    except ChildFailed as bug:
        return Trial(case, "bug", str(bug), time.perf_counter() - begin, 0.0)
    if found is None:
        return Trial(case, "refused", code, seconds, peak)
    try:
        drawn = child.call(drawing, case.data, found, timeout=_PICTURE_SECONDS, background=True)
    except ChildFailed:  # a panic in the typesetter: told, and the résumé has no picture
        return Trial(case, "read, not drawn", "", seconds, peak)
    except UserError as error:
        end = "read, not drawn" if error.code not in _CRASHES or error.code == "file-too-slow" else "crashed"
        return Trial(case, end, error.code, seconds, peak)
    return Trial(case, "read", "", seconds, max(peak, drawn))


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

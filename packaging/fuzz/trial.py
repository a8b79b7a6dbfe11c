"""One file tried in the real child process, and what became of it."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from careercoach_desktop.features.analysis.looking import facts_of_file
from careercoach_desktop.features.interviews.invitations.reading import read_invitations
from careercoach_desktop.features.jobs.capture import read_posting
from careercoach_desktop.features.resumes.picture import first_page
from careercoach_desktop.features.resumes.reading import ReadResume, read_resume
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.tasks.child import ChildFailed, ChildProcess
from fuzz import calendars, postings

PATIENCE = 10.0
"""Seconds of a processor that a file may take. (On a machine that does nothing else, seconds on the clock.)"""
_ENDED_AFTER = 60.0
"""Seconds on the clock after which the child is ended, as it is in the application."""
MEMORY = 1024
"""MiB that a file may take."""
_PICTURE_WIDTH = 480
PICTURE_PATIENCE = 5.0
"""Seconds of a processor after which a drawing counts as cut off, whatever else the machine does meanwhile. (The
application stops after as many on the clock.)"""
_CUT_OFF = "read, drawing cut off"
_HARMLESS = {"read", "read, not examined", "read, not drawn", _CUT_OFF, "refused"}
_CRASHES = {"file-crashed-reader": "crashed", "file-too-slow": "hung", "file-too-big-to-read": "out of memory"}


@dataclass(frozen=True)
class Case:
    """``how`` says what is wrong with the file."""

    name: str
    how: str
    data: bytes


@dataclass(frozen=True)
class Step:
    """What one visit to the child came to: the code of a refusal, processor seconds, MiB, and what was made."""

    code: str
    seconds: float
    peak: float
    found: Any


@dataclass(frozen=True)
class Trial:
    """``end``: read (then perhaps not examined, not drawn, or its drawing cut off), refused, crashed, hung, out of
    memory or bug; ``peak`` in MiB of the largest step, ``seconds`` of a processor of the slower one of reading and
    examining, on the clock where that came to no end."""

    case: Case
    end: str
    code: str
    seconds: float
    peak: float

    @property
    def is_bad(self) -> bool:
        return self.end not in _HARMLESS or self.peak > MEMORY or self.seconds > PATIENCE


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


def measured(work: Callable[..., Any], *arguments: object) -> Step:
    """In the child: what ``work`` made of it, or the code of its refusal."""
    _forget_peak()
    begin, found, code = time.process_time(), None, ""
    try:
        found = work(*arguments)
    except UserError as refusal:
        code = refusal.code
    return Step(code, time.process_time() - begin, _peak(), found)


def without_ocr() -> None:
    """Reading pictures of text takes as long as it takes and is another program's work; here it is not looked for."""
    os.environ["PATH"] = ""


def try_file(child: ChildProcess, case: Case) -> Trial:
    """What an import does with a file, then what its analysis does. Never raises for what the file does."""
    if case.name.endswith(postings.SUFFIX):
        return _tried_page(child, case)
    if case.name.endswith(calendars.SUFFIX):
        return _tried_invitation(child, case)
    read = _step(child, case, "", read_resume, case.data, case.name)
    if isinstance(read, Trial):
        return read
    facts = _step(child, case, "examining: ", facts_of_file, case.data, case.name)
    if isinstance(facts, Trial):
        return facts
    seconds, peak = max(read.seconds, facts.seconds), max(read.peak, facts.peak)
    if read.found is None:
        return Trial(case, "refused", read.code, seconds, peak)
    drawn = _drawn(child, case, read.found)
    if isinstance(drawn, Trial):
        return drawn
    end, code = ("read, not examined", facts.code) if facts.code else ("read", "")
    if drawn.code:
        end, code = "read, not drawn", drawn.code
    elif drawn.seconds > PICTURE_PATIENCE:
        end = _CUT_OFF
    return Trial(case, end, code, seconds, max(peak, drawn.peak))


def _tried_page(child: ChildProcess, case: Case) -> Trial:
    """What a capture does with a page; a paste of the same words goes the same way in the end."""
    read = _step(child, case, "", read_posting, case.data, "page.html")
    if isinstance(read, Trial):
        return read
    return Trial(case, "refused" if read.found is None else "read", read.code, read.seconds, read.peak)


def _tried_invitation(child: ChildProcess, case: Case) -> Trial:
    """What happens to an invitation that is dropped or pasted."""
    read = _step(child, case, "", read_invitations, case.data, "Europe/Berlin")
    if isinstance(read, Trial):
        return read
    return Trial(case, "refused" if read.found is None else "read", read.code, read.seconds, read.peak)


def _drawn(child: ChildProcess, case: Case, found: ReadResume) -> Step | Trial:
    """The picture of the first page, which a résumé does without where it can't be drawn or takes too long."""
    drawn = _step(child, case, "drawing: ", first_page, case.data, found.media_type, found.data, _PICTURE_WIDTH)
    if isinstance(drawn, Step):
        return drawn
    if drawn.end == "bug":  # a panic in the typesetter: told, and the résumé has no picture
        return Step("panic", 0.0, 0.0, None)
    return replace(drawn, end=_CUT_OFF, seconds=0.0) if drawn.end == "hung" else drawn


def _step(child: ChildProcess, case: Case, name: str, work: Callable[..., Any], *arguments: object) -> Step | Trial:
    """One visit to the child; a ``Trial`` when the file has done harm there."""
    begin = time.perf_counter()
    try:
        step: Step = child.call(measured, work, *arguments, timeout=_ENDED_AFTER, background=True)
    except UserError as error:
        end = _CRASHES.get(error.code, "crashed")
        return Trial(case, end, f"{name}{error.code}", time.perf_counter() - begin, 0.0)
    except ChildFailed as bug:
        return Trial(case, "bug", f"{name}{bug}", time.perf_counter() - begin, 0.0)
    return step


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

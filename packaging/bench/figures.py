"""What is measured: samples of the product, samples of something bare that does the least possible, and an aim.

Values depend on the machine and on what else it does; the ratio to a baseline taken at the same moment depends on it
far less. Nothing here passes or fails: the table is for reading.
"""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Aim:
    """What we would like to see: of the median, of the 95th percentile, or of the ratio to the baseline; at most, or
    at least."""

    value: float
    of: str = "p95"
    least: bool = False


@dataclass(frozen=True)
class Figure:
    """``samples`` and ``baseline`` in ``unit``; ``bare`` says what the baseline is."""

    name: str
    samples: Sequence[float]
    bare: str = ""
    baseline: Sequence[float] = ()
    unit: str = "ms"
    aim: Aim | None = None
    group: str = field(default="")

    @property
    def median(self) -> float:
        return statistics.median(self.samples)

    @property
    def p95(self) -> float:
        return percentile(self.samples, 0.95)

    @property
    def ratio(self) -> float | None:
        """How many times the baseline, by the medians; None without a baseline."""
        bare = statistics.median(self.baseline) if self.baseline else 0.0
        return self.median / bare if bare else None

    @property
    def meets_aim(self) -> bool | None:
        """None without an aim."""
        if self.aim is None:
            return None
        seen = {"median": self.median, "p95": self.p95, "ratio": self.ratio}[self.aim.of]
        return seen is not None and (seen >= self.aim.value if self.aim.least else seen <= self.aim.value)

    def plain(self) -> dict[str, Any]:
        """As JSON can hold it, for the way from one process to another."""
        return asdict(self)

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> Figure:
        aim = plain["aim"]
        return cls(**{**plain, "aim": Aim(**aim) if aim else None})


# What we aim at, on two cores.
FIRST_PAINT = Aim(3, "ratio")
USABLE = Aim(6, "ratio")
LAG_STARTING = Aim(100)
FRAME_IDLE = Aim(16)
FRAME_AT_WORK = Aim(33)
LAG_AT_WORK = Aim(50)
SCROLL_STEP = Aim(5)
MOVE_SEEN = Aim(20)
MOVE_STORED = Aim(100)
SEARCH = Aim(30)
FIRST_TOKEN = Aim(50)
LEDGER = Aim(30)
PDF_TO_FIELDS = Aim(80, "median")
PDF_TO_FIELDS_MOSTLY = Aim(250)
DOCX_TO_FIELDS = Aim(60, "median")
POSTING_TO_FIELDS = Aim(30, "median")
BATCH_ON_TWO = Aim(0.75, "ratio")
EXPORT_PDF = Aim(100, "median")
PREVIEW = Aim(60, "median")
PAGE_FOLLOWS = Aim(100)
LETTER = Aim(16)
MEMORY_BOARD = Aim(200)
MEMORY_ALL = Aim(250)


def percentile(samples: Sequence[float], share: float) -> float:
    """The smallest sample that at least ``share`` of all samples do not exceed."""
    ordered = sorted(samples)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def timed(run: Callable[[], object], times: int, *, warm_up: int = 1) -> list[float]:
    """Milliseconds of each of ``times`` runs, after ``warm_up`` runs that do not count."""
    for _ in range(warm_up):
        run()
    samples = []
    for _ in range(times):
        begin = time.perf_counter()
        run()
        samples.append((time.perf_counter() - begin) * 1000)
    return samples


def timed_in_turn(
    product: Callable[[], object], bare: Callable[[], object], times: int, *, warm_up: int = 1
) -> tuple[list[float], list[float]]:
    """Both by turns, so that a busy moment of the machine meets both."""
    pairs = []
    for number in range(times):
        first = warm_up if number == 0 else 0
        pairs.append((timed(product, 1, warm_up=first)[0], timed(bare, 1, warm_up=first)[0]))
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def peak_memory(process: str = "self") -> float:
    """The most memory (MiB) a process has held since it started; ``process`` is a number, on Linux only."""
    status = Path("/proc") / process / "status"
    if status.is_file():
        # Not getrusage: there a process starts with the peak of the one that started it.
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    import resource
    import sys

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1024 if sys.platform != "darwin" else peak / 2**20

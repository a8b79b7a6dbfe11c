"""Cold starts: a fresh process for each, the application and an empty window by turns."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from bench.figures import FIRST_PAINT, LAG_STARTING, MEMORY_BOARD, USABLE, Figure

STARTS = 10
_BARE = "empty QMainWindow"
_SPANS = ("peak", "longest")


def figures(folder: Path, jobs: int) -> Iterator[Figure]:
    _start("empty")
    _start("app", str(folder), str(jobs))  # neither counts: the system's file cache is cold
    starts, bare = [], []
    for _ in range(STARTS):
        starts.append(_start("app", str(folder), str(jobs)))
        bare.append(_start("empty"))
    empty = [one["painted"] for one in bare]
    yield Figure("first painted window", [one["painted"] for one in starts], _BARE, empty, aim=FIRST_PAINT)
    yield Figure(f"board with {jobs:,} jobs filled", [one["filled"] for one in starts], _BARE, empty)
    yield Figure("  and a click answered", [one["usable"] for one in starts], _BARE, empty, aim=USABLE)
    yield Figure("  and the job's details shown", [one["ready"] for one in starts], _BARE, empty)
    waits = [one["longest"] for one in starts]
    yield Figure("  longest wait for the loop until then and after", waits, aim=LAG_STARTING)
    peaks, bare_peaks = [one["peak"] for one in starts], [one["peak"] for one in bare]
    yield Figure("peak memory, board filled, services there", peaks, _BARE, bare_peaks, unit="MiB", aim=MEMORY_BOARD)


def _start(*arguments: str) -> dict[str, float]:
    """Milliseconds from before the process existed to ``painted`` (``filled``, ``usable``, ``ready``); ``longest`` is a
    span in milliseconds and ``peak`` are MiB."""
    begin = time.perf_counter()
    done = subprocess.run([sys.executable, "-m", "bench.launch", *arguments], stdout=subprocess.PIPE, check=True)
    moments = json.loads(done.stdout.splitlines()[0])
    return {name: value if name in _SPANS else (value - begin) * 1000 for name, value in moments.items()}

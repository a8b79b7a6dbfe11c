"""Runs every group of figures in a process of its own and prints the table: ``python -m bench [WORD …]``.

With words, only groups whose name holds one of them. ``--jobs N [N …]`` measures with other numbers of jobs than
10,000, one after the other: ``bench board browsing finding --jobs 10000 100000`` shows how the Jobs page grows.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from bench.figures import Figure
from bench.table import table

GROUPS = {
    "starting": "Cold start, files cached",
    "board": "The board in front",
    "rows": "The table in front",
    "browsing": "The Jobs page, from the click to the painted window",
    "paging": "The calendar of interviews",
    "meeting": "Interviews out of the data file",
    "today": "The day out of the data file",
    "at_work": "The window during background work",
    "reading": "Reading and typesetting in a warm process",
    "exporting": "Setting, checking and showing a résumé in the warm child process",
    "writing": "Writing a résumé with its page beside it",
    "thinking": "Matching, tailoring, checking in a warm process",
    "truth": "The truth check on labelled texts",
    "matching": "Matching every job in the background",
    "asking": "Asking Claude (loopback)",
    "ledger": "The ledger with 10,000 calls",
    "finding": "Finding things by their words",
    "practising": "Practice with 1,000 sessions",
    "stored": "Stored jobs, tasks and backups",
}
"""Module → heading."""


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="dev.py bench", description="Measure Career Coach on this machine.")
    parser.add_argument("words", nargs="*", help=f"only these groups: {', '.join(GROUPS)}")
    parser.add_argument("--jobs", type=int, nargs="+", default=[10_000])
    parser.add_argument("--into", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    if asked.into is not None:
        return _measure_here(asked.words[0], asked.into, asked.jobs[0])
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    begin = time.perf_counter()
    wanted = [name for name in GROUPS if not asked.words or any(word in name for word in asked.words)]
    figures: list[Figure] = []
    for jobs in asked.jobs:
        with tempfile.TemporaryDirectory(prefix="career-coach-bench-") as place:
            folder = Path(place) / "data"
            _fill(folder, jobs)
            figures += [figure for name in wanted for figure in _measured(name, folder, jobs)]
    print(table(figures))
    print(f"\n{os.cpu_count()} cores, {time.perf_counter() - begin:.0f} s in all")
    return 0


def _fill(folder: Path, jobs: int) -> None:
    """In a process of its own, so that this one stays small: every process it starts is measured."""
    print(f"Storing {jobs:,} jobs …", file=sys.stderr, flush=True)
    command = [sys.executable, "-m", "careercoach_desktop", "--data-dir", str(folder), "sample", "--jobs", str(jobs)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _measured(name: str, folder: Path, jobs: int) -> Iterator[Figure]:
    print(f"{GROUPS[name]} …", file=sys.stderr, flush=True)
    command = [sys.executable, "-m", "bench", name, "--jobs", str(jobs), "--into", str(folder)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    for line in done.stdout.splitlines():
        yield Figure.from_plain({**json.loads(line), "group": f"{GROUPS[name]} ({jobs:,} jobs)"})


def _measure_here(name: str, folder: Path, jobs: int) -> int:
    """One group, as lines of JSON."""
    for figure in import_module(f"bench.{name}").figures(folder, jobs):
        print(json.dumps(figure.plain()), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

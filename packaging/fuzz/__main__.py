"""Tries files made to hurt and files made bad in the real child process: ``python -m fuzz [--count N] [--seed N]``.

Ends with 1 when one of them crashed the reader, hung for more than ten seconds or took more than 1 GiB.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from random import Random

from careercoach_desktop.foundation.tasks.child import ChildProcess
from fuzz import calendars, pdfs, postings, texts, zips
from fuzz.mutations import mutated
from fuzz.samples import samples
from fuzz.trial import MEMORY, PATIENCE, Case, Tally, Trial, try_file, without_ocr

_AT_ONCE = 2


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="dev.py fuzz", description="Try hostile files on the readers.")
    parser.add_argument("--count", type=int, default=2000, help="how many mutated files, after those made by hand")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--only", default="", help="only files of this kind (pdf, docx, odt, zip, rtf, html, md, txt, json, page, ics)"
    )
    parser.add_argument("--keep", type=Path, help="write the files that did harm into this folder")
    asked = parser.parse_args(arguments)
    cases = (case for case in all_cases(asked.count, asked.seed) if case.name.endswith(asked.only))
    begin = time.perf_counter()
    tally = run(cases)
    print(told(tally, time.perf_counter() - begin))
    if asked.keep is not None:
        asked.keep.mkdir(parents=True, exist_ok=True)
        for number, trial in enumerate(tally.bad):
            (asked.keep / f"{number:03} {trial.end} {trial.case.name}").write_bytes(trial.case.data)
    return 1 if tally.bad else 0


def all_cases(count: int, seed: int) -> Iterator[Case]:
    """Those made by hand, then so many mutations of good files; the same for the same seed."""
    for source in (pdfs, zips, texts, postings, calendars):
        for name, how, data in source.hostile():
            yield Case(name, how, data)
    yield from mutations(count, seed)


def mutations(count: int, seed: int) -> Iterator[Case]:
    good = list((samples() | postings.samples() | calendars.samples()).items())
    for number in range(count):
        name, data = good[number % len(good)]
        how, bad = mutated(name, data, Random(f"{seed}:{number}"))
        yield Case(name, f"{how} ({number})", bad)


def run(cases: Iterator[Case]) -> Tally:
    """Two at a time, as an import of many files does; what comes next is made meanwhile."""
    without_ocr()
    tally, child = Tally(), ChildProcess()
    try:
        with ThreadPoolExecutor(_AT_ONCE) as threads:
            while batch := list(islice(cases, 8)):
                for trial in threads.map(lambda case: try_file(child, case), batch):
                    tally.add([trial])
                    _show(tally, trial)
    finally:
        child.stop()
    return tally


def told(tally: Tally, seconds: float) -> str:
    """The result, for the note."""
    ends = ", ".join(f"{count:,} {end}" for end, count in tally.ends().most_common())
    slow, large = tally.slowest(5), tally.largest(5)
    lines = [f"{len(tally.trials):,} files in {seconds:.0f} s: {ends}"]
    kinds = Counter(trial.case.name.rpartition(".")[2] for trial in tally.trials)
    lines.append("of kind: " + ", ".join(f"{count:,} {kind}" for kind, count in kinds.most_common()))
    lines.append(f"slowest (limit {PATIENCE:.0f} s): " + "; ".join(f"{t.seconds:.1f} s {_said(t)}" for t in slow))
    lines.append(f"largest (limit {MEMORY} MiB): " + "; ".join(f"{t.peak:.0f} MiB {_said(t)}" for t in large))
    lines += [f"BAD {trial.end}: {_said(trial)}: {_place(trial.code)}" for trial in tally.bad]
    return "\n".join(lines)


def _said(trial: Trial) -> str:
    return f"{trial.case.name}: {trial.case.how}"


def _place(code: str) -> str:
    """The code of a refusal; of a bug its name and the last place of its trace."""
    lines = [line.strip() for line in code.splitlines() if line.strip()]
    places = [line for line in lines if line.startswith("File ")]
    return f"{lines[0]} {places[-1]}" if places else " ".join(lines[:1])


def _show(tally: Tally, trial: Trial) -> None:
    if trial.is_bad:
        print(f"{trial.end} {trial.seconds:.1f} s {trial.peak:.0f} MiB {_said(trial)}", file=sys.stderr)
    elif sys.stderr.isatty() and len(tally.trials) % 50 == 0:
        print(f"{len(tally.trials):,} …", file=sys.stderr, end="\r")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Searching every record's words, as the palette, the command line and the board's field do; beside the bare query.

The baseline is the same question put to FTS5 through plain sqlite3: the ids of the best fifty, without the texts, the
marks and the snippets that the product adds.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import cycle
from pathlib import Path

from bench.figures import SEARCH, Figure, percentile, timed_in_turn
from careercoach_desktop.app.workspace import open_workspace
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.storage.search.service import SearchService
from careercoach_desktop.foundation.storage.search.words import expression, words_of

RUNS = 80
WORDS = (
    "engineer",
    "north",
    "köln",
    "data york",
    "energy",
    "rookford 12",
    "streaming leeds",
    "zeppelin",
    "da",
    "spark",
)
BEST = "SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rank LIMIT 50"
ALL = "SELECT rowid FROM search_index WHERE search_index MATCH ?"
PART = "SELECT id FROM job WHERE deleted_at IS NULL AND search_text LIKE ?"


def figures(folder: Path, jobs: int) -> Iterator[Figure]:
    workspace = open_workspace(folder, Bus())
    try:
        search, service = workspace.provider.get(SearchService), workspace.provider.get(JobService)
        with closing(sqlite3.connect(workspace.provider.get(Database).path)) as bare:
            records = f"{search.count():,} records"
            yield _beside(f"best 50 of {records}", search.search, bare, _best)
            yield _beside("palette: the best of each kind", search.search_each, bare, _best)
            yield _beside(f"board: which of {jobs:,} jobs", service.matching, bare, _all)
    finally:
        workspace.close()


def _beside(
    name: str,
    find: Callable[[str], object],
    bare: sqlite3.Connection,
    find_bare: Callable[[sqlite3.Connection, str], object],
) -> Figure:
    words, bare_words = cycle(WORDS), cycle(WORDS)
    samples, baseline = timed_in_turn(
        lambda: find(next(words)), lambda: find_bare(bare, next(bare_words)), RUNS, warm_up=len(WORDS)
    )
    ratio = percentile(samples, 0.95) / percentile(baseline, 0.95)
    return Figure(f"{name} (p95 {ratio:.1f}×)", samples, find_bare.__doc__ or "", baseline, aim=SEARCH)


def _best(bare: sqlite3.Connection, typed: str) -> object:
    """bare FTS5, the best 50 ids"""
    return bare.execute(BEST, (expression(words_of(typed)),)).fetchall()


def _all(bare: sqlite3.Connection, typed: str) -> object:
    """bare FTS5 and LIKE, all ids"""
    found = bare.execute(ALL, (expression(words_of(typed)),)).fetchall()
    return found, [bare.execute(PART, (f"%{word}%",)).fetchall() for word in typed.split()]

"""The Jobs page as a person uses it: turned to, filtered, ordered, searched, looked at as a table; every figure from
the click to the painted window, at 1440×900. Beside it what the least would take: plain SQLite into a plain QListView.
"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from itertools import cycle
from pathlib import Path
from typing import Any

from demonstration.stage import SIZE, Stage
from PySide6.QtCore import QStringListModel, SignalInstance
from PySide6.QtWidgets import QListView

from bench.figures import Aim, Figure
from bench.opened import paint_now, run
from careercoach_desktop.features.jobs.model import Due, JobFilter, Layout, SortKey
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.ui import JobsPage
from careercoach_desktop.foundation.storage.database import Database

PAGE_SHOWN = Aim(300)
FILTERED = Aim(50)
FOUND = Aim(80)
"""The search's own 30 ms and a filter's 50."""
TURNS = 7
ROUNDS = 6
TYPED = ("engineer", "york", "data leeds", "spark", "zeppelin", "da")
FILTERS = (
    JobFilter(work_modes=("REMOTE", "HYBRID")),
    JobFilter(match_from=50, work_modes=("REMOTE",)),
    JobFilter(),
    JobFilter(location="leeds"),
    JobFilter(salary_at_least=50_000.0, salary_currency="GBP"),
    JobFilter(tags=("health",), statuses=("INTERESTED", "APPLIED")),
    JobFilter(due=Due.THIS_MONTH),
    JobFilter(follow_up=True),
)
SORTS = (SortKey.MATCH, SortKey.TITLE, SortKey.SALARY, SortKey.ADDED, SortKey.MANUAL)
ROWS = "SELECT title, company, status, rank FROM job WHERE deleted_at IS NULL ORDER BY rank"
SOME = "SELECT title, company FROM job WHERE deleted_at IS NULL AND work_mode = ? ORDER BY rank"


def figures(folder: Path, jobs: int) -> list[Figure]:
    async def measure(stage: Stage) -> list[Figure]:
        await stage.settled()
        bare = Bare(stage.get(Database).path)
        try:
            return [
                await _turned_to(stage, bare, jobs),
                *_filtered(stage, bare, jobs),
                _sorted(stage, bare, jobs),
                await _searched(stage, jobs),
                *await _other_layouts(stage, bare, jobs),
            ]
        finally:
            bare.close()

    return run(measure, folder)


class Bare:
    """The same rows through plain sqlite3 into Qt's own list, in a window of the same size."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._view: QListView | None = None

    def fill_anew(self) -> float:
        """A new list with every job in it: milliseconds until it is painted."""
        self.close()
        begin = time.perf_counter()
        self._view = QListView()
        self._view.setUniformItemSizes(True)
        self._view.resize(*SIZE)
        self._show(ROWS)
        self._view.show()
        paint_now(self._view)
        return (time.perf_counter() - begin) * 1000

    def fill_with_some(self, mode: str) -> float:
        """The same list with the jobs of one work mode."""
        if self._view is None:
            self.fill_anew()
        begin = time.perf_counter()
        self._show(SOME, mode)
        if self._view is not None:
            paint_now(self._view)
        return (time.perf_counter() - begin) * 1000

    def close(self) -> None:
        if self._view is not None:
            self._view.close()
            self._view.deleteLater()
            self._view = None

    def _show(self, query: str, *values: str) -> None:
        with closing(sqlite3.connect(self._path)) as connection:
            rows = [f"{row[0]}, {row[1]}" for row in connection.execute(query, values)]
        if self._view is not None:
            self._view.setModel(QStringListModel(rows, self._view))


async def _turned_to(stage: Stage, bare: Bare, jobs: int) -> Figure:
    """Built anew each time, as for the first click of a day: its widgets, its cards from the file, painted."""
    samples, baseline = [], []
    for _ in range(TURNS):
        await stage.show("documents")
        _forget_page(stage)
        begin = time.perf_counter()
        stage.desk.open("jobs", None)
        cards = stage.page(JobsPage)._cards  # noqa: SLF001  what the page shows
        while cards.shown() < jobs:
            await _once(cards.changed)
        paint_now(stage.window)
        samples.append((time.perf_counter() - begin) * 1000)
        await stage.settled()
        baseline.append(bare.fill_anew())
    return Figure("page shown after the click", samples, "sqlite3, QListView", baseline, aim=_at(PAGE_SHOWN, jobs))


async def _once(signal: SignalInstance) -> None:
    """Wait without turning: that would keep the interpreter from the thread that reads."""
    told: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    connection = signal.connect(lambda *_values: _settle(told))
    await told
    signal.disconnect(connection)


def _settle(told: asyncio.Future[None]) -> None:
    if not told.done():
        told.set_result(None)


def _forget_page(stage: Stage) -> None:
    opened: Any = stage._application._open  # noqa: SLF001  nobody but a measurement forgets a page
    page = opened.navigator._built.pop("jobs")  # noqa: SLF001  as above
    page.setParent(None)
    page.deleteLater()


def _filtered(stage: Stage, bare: Bare, jobs: int) -> list[Figure]:
    cards = stage.page(JobsPage)._cards  # noqa: SLF001  what its chips and its popover call
    samples = _each(stage, FILTERS, cards.set_filter)
    modes = cycle(("REMOTE", "HYBRID", "ONSITE"))
    baseline = [bare.fill_with_some(next(modes)) for _ in samples]
    cards.show_all()
    return [Figure("filter to repaint", samples, "sqlite3, QListView", baseline, aim=_at(FILTERED, jobs))]


def _sorted(stage: Stage, bare: Bare, jobs: int) -> Figure:
    cards = stage.page(JobsPage)._cards  # noqa: SLF001  what its menu calls
    samples = _each(stage, SORTS, lambda key: cards.set_sort(key, descending=key is SortKey.MATCH))
    baseline = [bare.fill_with_some("REMOTE") for _ in samples]
    cards.set_sort(SortKey.MANUAL)
    return Figure("order to repaint", samples, "sqlite3, QListView", baseline, aim=_at(FILTERED, jobs))


def _each(stage: Stage, values: Sequence[Any], do: Callable[[Any], object]) -> list[float]:
    """``do`` with each value some times, painted; the first round fills the cache of pictures and does not count."""
    samples = []
    for turn in range(ROUNDS + 1):
        for value in values:
            begin = time.perf_counter()
            do(value)
            paint_now(stage.window)
            if turn:
                samples.append((time.perf_counter() - begin) * 1000)
    return samples


async def _searched(stage: Stage, jobs: int) -> Figure:
    """From the rested typing to the painted board with its words marked; beside it the service's answer alone."""
    page, service = stage.page(JobsPage), stage.get(JobService)
    cards = page._cards  # noqa: SLF001  what its field calls
    samples, baseline = [], []
    for turn in range(ROUNDS + 1):
        for text in TYPED:
            begin = time.perf_counter()
            cards.set_search(text)
            await _once(cards.view_changed)
            paint_now(stage.window)
            took = (time.perf_counter() - begin) * 1000
            begin = time.perf_counter()
            await stage.desk.run(service.matching, text)
            if turn:
                samples.append(took)
                baseline.append((time.perf_counter() - begin) * 1000)
    cards.set_search("")
    await stage.settled()
    return Figure("search to repaint, words marked", samples, "the search alone", baseline, aim=_at(FOUND, jobs))


async def _other_layouts(stage: Stage, bare: Bare, jobs: int) -> list[Figure]:
    """Turned to after having been built once, with everything in it."""
    cards = stage.page(JobsPage)._cards  # noqa: SLF001  what its switch calls
    found = []
    for layout in (Layout.TABLE, Layout.TIMELINE):
        samples, baseline = [], []
        for turn in range(ROUNDS + 1):
            begin = time.perf_counter()
            cards.set_layout(layout)
            paint_now(stage.window)
            if turn:
                samples.append((time.perf_counter() - begin) * 1000)
                baseline.append(bare.fill_anew())
            await stage.settled()
            cards.set_layout(Layout.BOARD)
            await stage.settled()
        name = f"turned to the {layout.value.lower()}"
        found.append(Figure(name, samples, "sqlite3, QListView", baseline, aim=_at(PAGE_SHOWN, jobs)))
    return found


def _at(aim: Aim, jobs: int) -> Aim:
    """Aims are for ten thousand jobs; more jobs may take in proportion longer."""
    return Aim(aim.value * max(1.0, jobs / 10_000), aim.of)

"""The board with every job on it, at 1440×900: painting, scrolling, dragging and moving a card; beside Qt's plain list,
and SQLite alone for what is stored."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from demonstration.stage import SIZE, Stage
from PySide6.QtCore import QModelIndex, QStringListModel
from PySide6.QtWidgets import QListView

from bench.figures import FRAME_IDLE, MOVE_SEEN, MOVE_STORED, SCROLL_STEP, Figure
from bench.opened import cards_in_sight, frame, paint_now, run
from careercoach_desktop.features.jobs.model import JobStatus
from careercoach_desktop.features.jobs.ui import JobsPage

FRAMES = 60
STEPS = 150
MOVES = 25
STEP_PX = 28


def figures(folder: Path, jobs: int) -> list[Figure]:
    async def measure(stage: Stage) -> list[Figure]:
        plain = _plain_list(jobs)
        await stage.settled()
        page = stage.page(JobsPage)
        found = [
            _painting(stage, page, plain),
            _scrolling(stage, page, plain),
            _dragging(stage, page, plain),
            *await _moving(stage, page, plain, folder / "bare.db", jobs),
        ]
        plain.close()
        return found

    return run(measure, folder)


def _plain_list(jobs: int) -> QListView:
    """As many rows with Qt's own delegate, in a window of the same size."""
    view = QListView()
    view.setModel(QStringListModel([f"Senior Data Engineer, Northgate {number}" for number in range(jobs)], view))
    view.setUniformItemSizes(True)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.resize(*SIZE)
    view.show()
    paint_now(view)
    return view


def _painting(stage: Stage, page: JobsPage, plain: QListView) -> Figure:
    samples, bare = [], []
    for number in range(FRAMES + 1):
        pair = frame(stage.window), frame(plain)
        if number:
            samples.append(pair[0])
            bare.append(pair[1])
    return Figure(f"frame, {cards_in_sight(page)} cards in sight", samples, "plain QListView", bare, aim=FRAME_IDLE)


def _scrolling(stage: Stage, page: JobsPage, plain: QListView) -> Figure:
    """One notch in the fullest column: the rows that come into sight are painted, the others moved."""
    view = page.board.columns[JobStatus.INTERESTED].view
    samples = [_scroll(view, number, lambda: paint_now(stage.window)) for number in range(STEPS)]
    bare = [_scroll(plain, number, lambda: paint_now(plain)) for number in range(STEPS)]
    return Figure("scroll step", samples, "plain QListView", bare, aim=SCROLL_STEP)


def _scroll(view: QListView, number: int, paint: Callable[[], None]) -> float:
    begin = time.perf_counter()
    view.verticalScrollBar().setValue((number + 1) * STEP_PX)
    paint()
    return (time.perf_counter() - begin) * 1000


def _dragging(stage: Stage, page: JobsPage, plain: QListView) -> Figure:
    """A frame of a drag of several cards: the columns scroll under it near their edge, the line where it would land
    moves on, the lifted cards are faded."""
    columns = [page.board.columns[status].view for status in (JobStatus.INTERESTED, JobStatus.APPLIED)]
    lifted = frozenset(card.id for card in columns[0].cards.cards[:5])
    for view in columns:
        view.set_lifted(lifted)
    samples = []
    for number in range(STEPS):
        view, other = columns[number // 20 % 2], columns[1 - number // 20 % 2]
        begin = time.perf_counter()
        view.verticalScrollBar().setValue((number + 1) * STEP_PX)
        other.show_drop(None)
        view.show_drop(view.row_for_drop(200 + number % 400))
        paint_now(stage.window)
        samples.append((time.perf_counter() - begin) * 1000)
    for view in columns:
        view.set_lifted(frozenset())
        view.show_drop(None)
    bare = [_scroll(plain, number, lambda: paint_now(plain)) for number in range(STEPS)]
    return Figure("drag, a frame", samples, "plain QListView scrolls", bare, aim=FRAME_IDLE)


async def _moving(stage: Stage, page: JobsPage, plain: QListView, bare: Path, jobs: int) -> list[Figure]:
    """A card goes from the middle of one column to the top of another: seen, then stored. Beside it a row that changes
    its place in Qt's list, and one update of a bare table with as many rows, committed as safely."""
    seen, stored, bare_seen, bare_stored = [], [], [], []
    source, target = (page.board.columns[status].view.cards for status in (JobStatus.INTERESTED, JobStatus.APPLIED))
    with closing(_bare_table(bare, jobs)) as connection:
        for number in range(MOVES):
            job_id, before = source.id_at(source.rowCount() // 2), target.id_at(0)
            begin = time.perf_counter()
            move = asyncio.ensure_future(page.changes.move([job_id], JobStatus.APPLIED, before))
            await asyncio.sleep(0)
            paint_now(stage.window)
            seen.append((time.perf_counter() - begin) * 1000)
            await move
            stored.append((time.perf_counter() - begin) * 1000)
            stage.forget_toasts()
            await stage.settled()
            bare_seen.append(_move_row(plain))
            begin = time.perf_counter()
            connection.execute("UPDATE job SET status = 'APPLIED', rank = ? WHERE id = ?", (-number, number + 1))
            connection.commit()
            bare_stored.append((time.perf_counter() - begin) * 1000)
    return [
        Figure("card moved, seen", seen, "plain QListView", bare_seen, aim=MOVE_SEEN),
        Figure("card moved, on the disk", stored, "sqlite3 alone", bare_stored, aim=MOVE_STORED),
    ]


def _move_row(plain: QListView) -> float:
    model = plain.model()
    begin = time.perf_counter()
    model.moveRow(QModelIndex(), model.rowCount() // 2, QModelIndex(), 0)
    paint_now(plain)
    return (time.perf_counter() - begin) * 1000


def _bare_table(path: Path, jobs: int) -> sqlite3.Connection:
    """A table with as many rows, in a file of its own that is kept as safely as ours."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE job (id INTEGER PRIMARY KEY, status TEXT, rank REAL, title TEXT)")
    rows = ((number, "INTERESTED", number, f"Data Engineer {number}") for number in range(1, jobs + 1))
    connection.executemany("INSERT INTO job VALUES (?, ?, ?, ?)", rows)
    connection.commit()
    return connection

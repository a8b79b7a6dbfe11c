"""The board with every job on it, at 1440×900: painting, scrolling, moving a card; beside Qt's plain list."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

from demonstration.stage import SIZE, Stage
from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QListView

from bench.figures import FRAME_IDLE, SCROLL_STEP, Figure
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
        found = [_painting(stage, page, plain), _scrolling(stage, page, plain), *await _moving(stage, page)]
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


async def _moving(stage: Stage, page: JobsPage) -> list[Figure]:
    """A card goes from the middle of one column to the top of another: seen, then stored."""
    seen, stored = [], []
    source, target = (page.board.columns[status].view.cards for status in (JobStatus.INTERESTED, JobStatus.APPLIED))
    for _ in range(MOVES):
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
    return [Figure("card moved, seen", seen), Figure("card moved, on the disk", stored)]

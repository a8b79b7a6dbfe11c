"""The table with every job in it, at 1440×900: filling, sorting, painting, scrolling, changing a cell, tagging many;
beside Qt's own table with as many strings."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from demonstration.stage import SIZE, Stage
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QTableView

from bench.figures import FRAME_IDLE, SCROLL_STEP, Aim, Figure
from bench.opened import frame, paint_now, run
from careercoach_desktop.features.jobs.model import JobCard, Layout, SortKey
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.ui import JobsPage
from careercoach_desktop.features.jobs.ui.table_columns import COLUMNS, cell_words
from careercoach_desktop.features.jobs.ui.table_view import TableView
from careercoach_desktop.foundation.storage.database import Database

RUNS = 12
FRAMES = 40
STEPS = 150
STEP_PX = 38
LARGE = 100_000
MANY = 1_000
BARE = "QTableView of strings"
SORT = Aim(50)
_ROOT = QModelIndex()


class Strings(QAbstractTableModel):
    """The least a table can show: texts that are there already."""

    def __init__(self, rows: list[tuple[str, ...]]) -> None:
        super().__init__()
        self.rows = rows

    def rowCount(self, _parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:  # noqa: N802 - Qt's name
        return len(self.rows)

    def columnCount(self, _parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:  # noqa: N802 - Qt's name
        return len(COLUMNS)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self.rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None

    def show(self, rows: list[tuple[str, ...]]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()


def figures(folder: Path, jobs: int) -> list[Figure]:
    async def measure(stage: Stage) -> list[Figure]:
        await stage.settled()
        page = stage.page(JobsPage)
        turned = _turning(stage, page)
        await stage.settled()
        table = page.layouts.current_layout
        assert isinstance(table, TableView)
        plain = _plain_table(table)
        await stage.settled()
        found = [turned, _filling(table, plain, jobs), _sorting(stage, page, plain)]
        found += [_painting(stage, table, plain), _scrolling(stage, table, plain), await _changing(stage, page, table)]
        found += [_large(table, plain), await _tagging(stage, page)]
        plain.close()
        return found

    return run(measure, folder)


def _turning(stage: Stage, page: JobsPage) -> Figure:
    """The first time: the table is built, too."""
    begin = time.perf_counter()
    page.board.cards.set_layout(Layout.TABLE)
    paint_now(stage.window)
    return Figure("from the board to the table, first time", [(time.perf_counter() - begin) * 1000], aim=Aim(300))


def _plain_table(table: TableView) -> QTableView:
    view = QTableView()
    view.setModel(Strings(_strings(table, table.model.cards)))
    view.verticalHeader().setDefaultSectionSize(STEP_PX)
    view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    view.resize(*SIZE)
    view.show()
    paint_now(view)
    return view


def _strings(table: TableView, cards: Sequence[JobCard]) -> list[tuple[str, ...]]:
    today = table.rows.today()
    return [tuple(cell_words(card, column, today) for column in COLUMNS) for card in cards]


def _took(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


def _filling(table: TableView, plain: QTableView, jobs: int) -> Figure:
    cards, model = list(table.model.cards), plain.model()
    assert isinstance(model, Strings)
    rows, samples, bare = model.rows, [], []
    for _ in range(RUNS):
        table.model.show([])
        model.show([])
        samples.append(_took(lambda: (table.model.show(cards), paint_now(table.window()))))
        bare.append(_took(lambda: (model.show(rows), paint_now(plain))))
    return Figure(f"{jobs:,} rows filled and painted", samples, BARE, bare, aim=Aim(50))


def _sorting(stage: Stage, page: JobsPage, plain: QTableView) -> Figure:
    """By six columns in turn, from the click on a head to the painted rows."""
    model = plain.model()
    assert isinstance(model, Strings)
    keys = (SortKey.TITLE, SortKey.COMPANY, SortKey.MATCH, SortKey.SALARY, SortKey.ADDED, SortKey.TAGS)
    samples, bare = [], []
    for number in range(2 * len(keys)):
        key = keys[number % len(keys)]
        at = [column.value for column in COLUMNS].index(key.value)
        samples.append(_took(lambda key=key: (page.board.cards.set_sort(key), paint_now(stage.window))))
        bare.append(_took(lambda at=at: (model.show(sorted(model.rows, key=lambda row: row[at])), paint_now(plain))))
    page.board.cards.set_sort(SortKey.MANUAL)
    return Figure("sorted by another column and painted", samples, BARE, bare, aim=SORT)


def _painting(stage: Stage, table: TableView, plain: QTableView) -> Figure:
    frame(stage.window)
    pairs = [(frame(stage.window), frame(plain.viewport())) for _ in range(FRAMES)]
    rows = table.rows.viewport().height() // STEP_PX
    return Figure(
        f"frame, {rows} rows in sight", [one for one, _ in pairs], BARE, [two for _, two in pairs], aim=FRAME_IDLE
    )


def _scrolling(stage: Stage, table: TableView, plain: QTableView) -> Figure:
    def step(view: QTableView, number: int, paint: Callable[[], None]) -> float:
        return _took(lambda: (view.verticalScrollBar().setValue((number + 1) * STEP_PX), paint()))

    samples = [step(table.rows, number, lambda: paint_now(stage.window)) for number in range(STEPS)]
    bare = [step(plain, number, lambda: paint_now(plain)) for number in range(STEPS)]
    return Figure("scroll step", samples, BARE, bare, aim=SCROLL_STEP)


async def _changing(stage: Stage, page: JobsPage, table: TableView) -> Figure:
    """One cell: from the click to what is seen; storing follows."""
    samples = []
    for number in range(RUNS):
        card = table.model.cards[number]
        changed = replace(card, priority=not card.priority)
        samples.append(_took(lambda changed=changed: (page.board.cards.put([changed]), paint_now(stage.window))))
    await stage.settled()
    return Figure("a cell changed, seen", samples, aim=Aim(20))


def _large(table: TableView, plain: QTableView) -> Figure:
    cards, model = list(table.model.cards), plain.model()
    assert isinstance(model, Strings)
    times = LARGE // max(len(cards), 1)
    large = [replace(card, id=card.id + part * LARGE * 10) for part in range(times) for card in cards]
    rows = model.rows * times
    samples, bare = [], []
    for _ in range(5):
        table.model.show([])
        model.show([])
        samples.append(_took(lambda: (table.model.show(large), paint_now(table.window()))))
        bare.append(_took(lambda: (model.show(rows), paint_now(plain))))
    table.model.show(cards)
    return Figure(f"{len(large):,} rows filled and painted", samples, BARE, bare)


async def _tagging(stage: Stage, page: JobsPage) -> Figure:
    """Written, searchable and told; the baseline only writes the column."""
    service, database = stage.get(JobService), stage.get(Database)
    ids = [card.id for card in page.board.cards.shown_cards()[:MANY]]
    samples, bare = [], []
    for number in range(6):
        begin = time.perf_counter()
        before = await stage.desk.run(service.tag, ids, [f"measured {number}"])
        samples.append((time.perf_counter() - begin) * 1000)
        await stage.desk.run(service.put_tags, before)
        await stage.settled()
        with closing(sqlite3.connect(database.path)) as connection:
            connection.execute("PRAGMA synchronous=FULL")
            begin = time.perf_counter()
            for job_id in ids:
                connection.execute("UPDATE job SET tags = tags WHERE id = ?", (job_id,))
            connection.commit()
            bare.append((time.perf_counter() - begin) * 1000)
    return Figure(
        f"{len(ids):,} jobs tagged, on the disk", samples, "bare sqlite3, the column alone", bare, aim=Aim(300)
    )

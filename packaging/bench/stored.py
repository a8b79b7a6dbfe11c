"""The data file with every job in it: reading all cards, copying; and how soon a queued task is done."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from bench.figures import Figure, timed_in_turn
from careercoach_desktop.app.workspace import Workspace, open_workspace
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.storage.backup import back_up
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.model import TaskChanged, TaskState
from careercoach_desktop.foundation.tasks.queue import TaskKind, TaskQueue

RUNS = 30
BACKUPS = 6
CARD = "id, title, company, location, work_mode, status, rank, score, tags, priority, deadline, entered_column"


def figures(folder: Path, jobs: int) -> Iterator[Figure]:
    workspace = open_workspace(folder, Bus())
    try:
        database, service = workspace.provider.get(Database), workspace.provider.get(JobService)
        with closing(sqlite3.connect(database.path)) as bare:
            yield _cards(service, bare, jobs)
        yield _backup(database, folder, jobs)
        yield _task(workspace, database, folder)
    finally:
        workspace.close()


def _cards(service: JobService, bare: sqlite3.Connection, jobs: int) -> Figure:
    statement = f"SELECT {CARD} FROM job WHERE deleted_at IS NULL AND NOT archived ORDER BY rank, id DESC"
    samples, baseline = timed_in_turn(service.cards, lambda: bare.execute(statement).fetchall(), RUNS)
    return Figure(f"cards of {jobs:,} jobs", samples, "bare sqlite3, the same rows", baseline)


def _backup(database: Database, folder: Path, jobs: int) -> Figure:
    """A whole, checked copy that is on the disk; the baseline only copies the pages."""
    target, bare_target = folder / "measured.careercoach", folder / "bare.db"

    def copy_pages() -> None:
        with closing(sqlite3.connect(database.path)) as source, closing(sqlite3.connect(bare_target)) as copy:
            source.backup(copy)

    samples, baseline = timed_in_turn(lambda: back_up(database, target), copy_pages, BACKUPS)
    megabytes = target.stat().st_size / 2**20
    target.unlink()
    bare_target.unlink()
    return Figure(f"backup of {jobs:,} jobs ({megabytes:.0f} MiB)", samples, "sqlite3 copies the pages", baseline)


def _task(workspace: Workspace, database: Database, folder: Path) -> Figure:
    """A task that does nothing: written, claimed, run and written as done, each durably."""
    queue, over = workspace.provider.get(TaskQueue), threading.Event()
    queue.register(TaskKind("bench.nothing", lambda _context, _payload: None))

    def hear(event: object) -> None:
        if isinstance(event, TaskChanged) and event.task.state is TaskState.SUCCEEDED:
            over.set()

    stop_listening = database.bus.after_any(hear)
    queue.start()

    def enqueue() -> None:
        over.clear()
        with database.write() as unit:
            queue.enqueue(unit, "bench.nothing", "Nothing", {})
        over.wait()

    with closing(_bare_file(folder / "bare.db")) as bare:
        samples, baseline = timed_in_turn(
            enqueue, lambda: bare.execute("INSERT INTO task VALUES ('Nothing')"), RUNS, warm_up=3
        )
    stop_listening()
    return Figure("task queued until done", samples, "one bare durable insert", baseline)


def _bare_file(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE task (title TEXT)")
    return connection

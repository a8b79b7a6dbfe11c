"""The one SQLite file and the only ways in: ``read()`` and ``write()``.

* WAL, foreign keys on, ``synchronous=FULL`` so that a commit survives a power cut, busy timeout because the
  window and the command line may work on the same file.
* One writer at a time inside this process (a re-entrant lock) and, through ``BEGIN IMMEDIATE``, across processes.
* Readers have their own connections, which SQLite itself keeps from writing: a change made in a ``read()`` block
  fails loudly instead of being lost silently.
* Nothing here may run on the Qt thread: the application calls ``forbid_this_thread()`` from it, and a query
  made there raises instead of freezing the window.
"""

from __future__ import annotations

import sqlite3
import sys
import threading
from collections import deque
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, MetaData, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.storage.faults import as_user_error
from careercoach_desktop.foundation.storage.naming import TABLES

BUSY_TIMEOUT_MS = 10_000
LOG_KEPT_BYTES = 16 * 2**20
_WRITE_IN_READ = "Rows were changed in a read() block and would be lost; use write()."


def metadata() -> MetaData:
    """Every table declared so far (``app.schema`` imports all stores to make this whole)."""
    return TABLES


@dataclass
class UnitOfWork:
    """One transaction: a session to hand to stores, and the events to tell once it is committed."""

    session: Session
    bus: Bus
    emitted: list[object] = field(default_factory=list)
    _owed: dict[Callable[[UnitOfWork, Collection[Any]], None], dict[Any, None]] = field(default_factory=dict)

    def before_commit(self, run: Callable[[UnitOfWork, Collection[Any]], None], *things: object) -> None:
        """Call ``run(unit, things)`` once, at the end of the transaction and inside it, with everything it was to be
        called with until then: what follows from a thousand events is then worked out once, not a thousand times."""
        self._owed.setdefault(run, {}).update(dict.fromkeys(things))

    def settle(self) -> None:
        """For ``Database`` only: what is owed, and what that owes in turn."""
        while self._owed:
            run = next(iter(self._owed))
            run(self, list(self._owed.pop(run)))

    def emit(self, happened: object) -> None:
        """Run the in-transaction listeners now, the after-commit ones when the transaction is durable."""
        self.emitted.append(happened)
        self.bus.deliver_within(happened, self)


class Database:
    """Opens ``path`` and hands out sessions. Schema and recovery are ``storage.opening``'s job.

    SQLite's complaints about the disk or the file leave ``read`` and ``write`` as ``UserError``s
    (``disk-full``, ``folder-read-only``, ``data-busy``, ``data-damaged``, ``disk-trouble``).
    """

    def __init__(self, path: Path, bus: Bus | None = None) -> None:
        self.path = path
        self.bus = bus or Bus()
        self._writer = threading.RLock()
        self._open_unit: UnitOfWork | None = None
        self._writing_thread = 0
        self._forbidden: set[int] = set()
        self._outbox: deque[object] = deque()
        self._delivering = threading.Lock()
        self._seen_elsewhere: tuple[int, int] | None = None
        self._engine = _engine(path, _configure)
        self._readers = _engine(path, _configure_reader)

    @property
    def engine(self) -> Engine:
        """For migrations, backup and tests; features use ``read`` and ``write``."""
        return self._engine

    def forbid_this_thread(self) -> None:
        """Make every later call from the calling thread fail loudly (the Qt thread calls this once)."""
        self._forbidden.add(threading.get_ident())

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A read-only session on a consistent snapshot; never commit on it.

        Inside a ``write`` block of the same thread it is that block's session, so that it sees what was just written.
        """
        self._check_thread()
        if self._open_unit is not None and self._writing_thread == threading.get_ident():
            yield self._open_unit.session
            return
        with _faults_named(), Session(self._readers, expire_on_commit=False) as session:
            try:
                yield session
            except DBAPIError as exc:
                if exc.statement and getattr(exc.orig, "sqlite_errorcode", None) == sqlite3.SQLITE_READONLY:
                    raise RuntimeError(_WRITE_IN_READ) from exc
                raise
            if session.new or session.deleted or any(session.is_modified(row) for row in session.dirty):
                raise RuntimeError(_WRITE_IN_READ)

    @contextmanager
    def write(self) -> Iterator[UnitOfWork]:
        """One transaction: committed when the block ends, rolled back when it raises.

        Nested use on the same thread joins the outer transaction, so services may call each other; a nested block
        that raises takes back its own changes and events only, and the outer one may go on.
        """
        self._check_thread()
        with self._writer:
            if self._open_unit is not None:
                with _joined(self._open_unit) as unit:
                    yield unit
                return
            with (
                _faults_named(),
                Session(self._engine.execution_options(immediate=True), expire_on_commit=False) as session,
            ):
                unit = self._open_unit = UnitOfWork(session, self.bus)
                self._writing_thread = threading.get_ident()
                try:
                    yield unit
                    unit.settle()
                    session.commit()
                except BaseException:
                    session.rollback()
                    raise
                finally:
                    self._open_unit = None
                    self._writing_thread = 0
            self._outbox.extend(unit.emitted)  # under the lock: told in the order of the commits
        self._tell()

    def changed_elsewhere(self) -> bool:
        """Whether another process has committed since the last time this was asked; False the first time.

        Exact, because every write of ours goes through the one connection that is asked here: SQLite's number changes
        on it for the commits of others only. A connection that had to be opened anew counts as a change.
        """
        self._check_thread()
        with self._writer, _faults_named(), self._engine.connect() as connection:
            version = connection.exec_driver_sql("PRAGMA data_version").scalar_one()
            seen = (id(connection.connection.driver_connection), version)
        before, self._seen_elsewhere = self._seen_elsewhere, seen
        return before is not None and before != seen

    def close(self) -> None:
        """Fold the write-ahead log back into the file and release it."""
        with self._writer:
            self._readers.dispose()
            self._engine.dispose()

    def _tell(self) -> None:
        """Deliver what is committed, one event at a time and in order, whichever threads wrote it.

        A thread that finds another one delivering leaves its events to it: waiting could deadlock with a listener
        that writes. A listener that raises is a bug of its own; it must not look like a failed commit.
        """
        while self._outbox and self._delivering.acquire(blocking=False):
            try:
                while self._outbox:
                    self._tell_one(self._outbox.popleft())
            finally:
                self._delivering.release()

    def _tell_one(self, happened: object) -> None:
        try:
            self.bus.deliver_after(happened)
        except Exception:  # noqa: BLE001 - handed to the hook that reports every uncaught error
            kind, error, trace = sys.exc_info()
            if kind is not None:
                threading.excepthook(threading.ExceptHookArgs((kind, error, trace, threading.current_thread())))

    def _check_thread(self) -> None:
        if threading.get_ident() in self._forbidden:
            raise RuntimeError("A query was made on the Qt thread; run it through Desk.run.")


@contextmanager
def _joined(unit: UnitOfWork) -> Iterator[UnitOfWork]:
    told_before = len(unit.emitted)
    try:
        with unit.session.begin_nested():
            yield unit
    except BaseException:
        del unit.emitted[told_before:]
        raise


@contextmanager
def _faults_named() -> Iterator[None]:
    try:
        yield
    except DBAPIError as exc:
        known = as_user_error(exc)
        if known is None:
            raise
        raise known from exc


def _engine(path: Path, configure: Any) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"check_same_thread": False, "timeout": BUSY_TIMEOUT_MS / 1000},
        pool_size=6,
        hide_parameters=True,  # they are what the person wrote, and messages of errors travel
    )
    event.listen(engine, "connect", configure)
    event.listen(engine, "begin", _begin)
    return engine


def _configure(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves, so that writers can take the lock first
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute(f"PRAGMA journal_size_limit={LOG_KEPT_BYTES}")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA fullfsync=ON")  # macOS: an ordinary fsync there stops at the drive's cache
    cursor.close()


def _configure_reader(connection: Any, record: Any) -> None:
    _configure(connection, record)
    connection.execute("PRAGMA query_only=ON")


def _begin(connection: Any) -> None:
    immediate = connection.get_execution_options().get("immediate", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

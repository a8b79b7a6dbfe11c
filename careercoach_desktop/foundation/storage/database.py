"""The one SQLite file and the only ways in: ``read()`` and ``write()``.

* WAL, foreign keys on, ``synchronous=FULL`` so that a commit survives a power cut, busy timeout because the
  window and the command line may work on the same file.
* One writer at a time inside this process (a re-entrant lock) and, through ``BEGIN IMMEDIATE``, across processes.
* Nothing here may run on the Qt thread: the application calls ``forbid_this_thread()`` from it, and a query
  made there raises instead of freezing the window.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, MetaData, create_engine, event
from sqlmodel import Session, SQLModel

from careercoach_desktop.foundation.events import Bus

BUSY_TIMEOUT_MS = 10_000

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def metadata() -> MetaData:
    """Every table declared so far (``app.schema`` imports all stores to make this whole)."""
    return SQLModel.metadata


@dataclass
class UnitOfWork:
    """One transaction: a session to hand to stores, and the events to tell once it is committed."""

    session: Session
    bus: Bus
    emitted: list[object] = field(default_factory=list)

    def emit(self, happened: object) -> None:
        """Run the in-transaction listeners now, the after-commit ones when the transaction is durable."""
        self.emitted.append(happened)
        self.bus.deliver_within(happened, self)


class Database:
    """Opens ``path`` and hands out sessions. Schema and recovery are ``storage.opening``'s job."""

    def __init__(self, path: Path, bus: Bus | None = None) -> None:
        self.path = path
        self.bus = bus or Bus()
        self._writer = threading.RLock()
        self._open_unit: UnitOfWork | None = None
        self._forbidden: set[int] = set()
        self._engine = self._make_engine(path)

    @property
    def engine(self) -> Engine:
        """For migrations, backup and tests; features use ``read`` and ``write``."""
        return self._engine

    def forbid_this_thread(self) -> None:
        """Make every later call from the calling thread fail loudly (the Qt thread calls this once)."""
        self._forbidden.add(threading.get_ident())

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A read-only session on a consistent snapshot; never commit on it."""
        self._check_thread()
        with Session(self._engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[UnitOfWork]:
        """One transaction: committed when the block ends, rolled back when it raises.

        Nested use on the same thread joins the outer transaction, so services may call each other.
        """
        self._check_thread()
        with self._writer:
            if self._open_unit is not None:
                yield self._open_unit
                return
            with Session(self._engine.execution_options(immediate=True), expire_on_commit=False) as session:
                unit = self._open_unit = UnitOfWork(session, self.bus)
                try:
                    yield unit
                    session.commit()
                except BaseException:
                    session.rollback()
                    raise
                finally:
                    self._open_unit = None
        for happened in unit.emitted:
            self.bus.deliver_after(happened)

    def close(self) -> None:
        """Fold the write-ahead log back into the file and release it."""
        with self._writer:
            self._engine.dispose()

    def _check_thread(self) -> None:
        if threading.get_ident() in self._forbidden:
            raise RuntimeError("A query was made on the Qt thread; run it through Desk.run.")

    def _make_engine(self, path: Path) -> Engine:
        engine = create_engine(
            f"sqlite:///{path}",
            connect_args={"check_same_thread": False, "timeout": BUSY_TIMEOUT_MS / 1000},
            pool_size=6,
        )
        event.listen(engine, "connect", _configure)
        event.listen(engine, "begin", _begin)
        return engine


def _configure(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves, so that writers can take the lock first
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
    cursor.close()


def _begin(connection: Any) -> None:
    immediate = connection.get_execution_options().get("immediate", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

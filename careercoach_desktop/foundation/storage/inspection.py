"""Looking at a data file without touching it: is it ours, is it whole, which shape has it?"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from careercoach_desktop.foundation.storage.revisions import APPLICATION_ID

_CHECKS_FULL_TEXT = (3, 44, 0)
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


class Condition(Enum):
    """What was found."""

    ABSENT = "no file"
    EMPTY = "nothing in it"
    CURRENT = "ours, newest shape"
    OLDER = "ours, an earlier shape"
    NEWER = "ours, a shape this version does not know"
    FOREIGN = "some other program’s database"
    DAMAGED = "cannot be read whole"

    @property
    def is_usable(self) -> bool:
        """Holds data this version can open."""
        return self in (Condition.CURRENT, Condition.OLDER)


@dataclass(frozen=True)
class Finding:
    """``revision`` is empty unless the file is ours."""

    condition: Condition
    revision: str = ""


def inspect(path: Path, revisions: list[str]) -> Finding:
    """Look at ``path``; no byte of it changes and no file appears beside it while it is closed.

    Raises OSError or sqlite3.Error for what is not the file's fault (no permission, the drive is gone).
    """
    if not path.exists():
        return Finding(Condition.ABSENT)
    if path.stat().st_size == 0:
        return Finding(Condition.EMPTY)
    was_closed = not _log(path).exists()
    finding = _look(path, revisions, untouched=was_closed)
    if finding.condition is Condition.DAMAGED and was_closed and _log(path).exists():
        return _look(path, revisions, untouched=False)  # another process opened it under our eyes
    return finding


def is_whole(
    connection: sqlite3.Connection,
    *,
    thorough: bool = False,
    version: tuple[int, int, int] = sqlite3.sqlite_version_info,
) -> bool:
    """Whether the file's pages hold together (``thorough``: and its indexes agree with their tables).

    From 3.44 on, SQLite's check of a whole file also reads all text again to compare it with the full-text index, which
    takes seconds at every start, and calls a file damaged for an index that can be made anew. There, table by table.
    """
    check = "integrity_check" if thorough else "quick_check"
    if version < _CHECKS_FULL_TEXT:
        return bool(connection.execute(f"PRAGMA {check}(1)").fetchone() == ("ok",))
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    ).fetchall()
    return all(connection.execute(f'PRAGMA {check}("{name}")').fetchone() == ("ok",) for (name,) in tables)


def _log(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def _look(path: Path, revisions: list[str], *, untouched: bool) -> Finding:
    uri = path.resolve().as_uri() + ("?mode=ro&immutable=1" if untouched else "?mode=ro")
    connection = sqlite3.connect(uri, uri=True, timeout=10)
    try:
        return _read(connection, revisions)
    except sqlite3.DatabaseError as exc:
        if getattr(exc, "sqlite_errorcode", 0) & 0xFF in _DAMAGE:
            return Finding(Condition.DAMAGED)
        raise
    finally:
        connection.close()


def _read(connection: sqlite3.Connection, revisions: list[str]) -> Finding:
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not is_whole(connection):
        return Finding(Condition.DAMAGED)
    if not tables:
        return Finding(Condition.EMPTY)
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    if application_id != APPLICATION_ID or "alembic_version" not in tables:
        return Finding(Condition.FOREIGN)
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if row is None:
        return Finding(Condition.DAMAGED)
    if row[0] not in revisions:
        return Finding(Condition.NEWER, row[0])
    return Finding(Condition.CURRENT if row[0] == revisions[-1] else Condition.OLDER, row[0])

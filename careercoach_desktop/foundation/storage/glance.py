"""A first look at a data folder with nothing but SQLite: what a page shows before the machinery behind it is imported.

Opening the folder properly (``opening``) takes the imports of half a second. A glance takes what one query needs, and
says nothing about a file that is not simply ours and up to date: then opening it will say what is the matter.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from careercoach_desktop.foundation.storage.files import DATABASE_NAME
from careercoach_desktop.foundation.storage.revisions import APPLICATION_ID, known_revisions

_WAIT_S = 1.0


def glance(folder: Path, columns: list[str], query: str) -> list[list[Any]] | None:
    """The rows of ``query`` (which selects ``columns``), in any order; None where they can't be had just like that.

    No byte of the file changes. SQLite puts the rows into one JSON text: it does so in a single step without the
    interpreter's lock, beside a Qt thread that is busy; row by row it would wait for that lock at every row.
    """
    path = folder / DATABASE_NAME
    try:
        if not path.is_file():
            return None
        is_closed = not path.with_name(path.name + "-wal").exists()
        address = path.resolve().as_uri() + ("?mode=ro&immutable=1" if is_closed else "?mode=ro")
        with closing(sqlite3.connect(address, uri=True, timeout=_WAIT_S)) as connection:
            return _rows(connection, columns, query) if _is_current(connection) else None
    except (OSError, sqlite3.Error):
        return None


def _rows(connection: sqlite3.Connection, columns: list[str], query: str) -> list[list[Any]]:
    as_json = f"SELECT json_group_array(json_array({', '.join(columns)})) FROM ({query})"  # noqa: S608 - no one's words
    (told,) = connection.execute(as_json).fetchone()
    rows: list[list[Any]] = json.loads(told)
    return rows


def _is_current(connection: sqlite3.Connection) -> bool:
    if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
        return False
    row: tuple[str] | None = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return row == (known_revisions()[-1],)

"""The index's tables and the accessor that stores use inside their own transaction.

``search_index`` is a virtual table of SQLite (with shadow tables of its own); ``search_entry`` says which of its rows
is which record; ``search_state`` which kinds are complete, so that a file of an earlier version is filled.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, cast

from sqlalchemy import DDL, CursorResult, Table, UniqueConstraint, event
from sqlmodel import Field, Session, SQLModel

from careercoach_desktop.foundation.storage import naming  # noqa: F401 - before any table is declared
from careercoach_desktop.foundation.storage.search.model import Hit, SearchEntry
from careercoach_desktop.foundation.storage.search.words import (
    LONGEST_BODY,
    MARK_OFF,
    MARK_ON,
    expression,
    indexable,
    shown,
    words_of,
)

VIRTUAL = "search_index"
SNIPPET_WORDS = 16

_WORDS = "unicode61 remove_diacritics 2 tokenchars '+#'"
CREATE = (
    f"CREATE VIRTUAL TABLE {VIRTUAL} USING fts5(kind, title, context, body, tokenize=\"{_WORDS}\", prefix='2 3')",
    # A word in the title says most; the kind is there for choosing, not for ranking.
    f"INSERT INTO {VIRTUAL}({VIRTUAL}, rank) VALUES('rank', 'bm25(0.0, 10.0, 4.0, 1.0)')",
)
"""How the virtual table is made. Its migration has a copy of its own: history does not change."""

# Ordered by ``rank``, FTS5 hands out its best rows first and the marks are only made for those.
_SEARCH = f"""
    SELECT entry.kind, entry.record,
           highlight({VIRTUAL}, 1, '{MARK_ON}', '{MARK_OFF}'), highlight({VIRTUAL}, 2, '{MARK_ON}', '{MARK_OFF}'),
           snippet({VIRTUAL}, 3, '{MARK_ON}', '{MARK_OFF}', '…', {SNIPPET_WORDS})
    FROM {VIRTUAL} CROSS JOIN search_entry AS entry ON entry.id = {VIRTUAL}.rowid
    WHERE {VIRTUAL} MATCH ? ORDER BY {VIRTUAL}.rank LIMIT ?
"""  # noqa: S608 - constants of this file
_RECORDS = f"""
    SELECT entry.record FROM {VIRTUAL} CROSS JOIN search_entry AS entry ON entry.id = {VIRTUAL}.rowid
    WHERE {VIRTUAL} MATCH ?
"""  # noqa: S608 - constants of this file

_PUT_CONTEXT = f"""
    UPDATE {VIRTUAL} SET context = ? WHERE rowid = (SELECT id FROM search_entry WHERE kind = ? AND record = ?)
"""  # noqa: S608 - constants of this file
_LISTED = "FROM search_entry WHERE kind = ? AND record IN (SELECT value FROM json_each(?))"


class SearchEntryRow(SQLModel, table=True):
    """``id`` is the row of the virtual table."""

    __tablename__ = "search_entry"
    __table_args__ = (UniqueConstraint("kind", "record"),)

    id: int | None = Field(default=None, primary_key=True)
    kind: str
    record: int


class SearchStateRow(SQLModel, table=True):
    """``version`` is that of the kind's source when every record of the kind was last put in."""

    __tablename__ = "search_state"

    kind: str = Field(primary_key=True)
    version: int


for _statement in CREATE:  # the virtual table comes with the ordinary one, wherever tables are made from the models
    _made = DDL(_statement.replace("%", "%%"))  # type: ignore[no-untyped-call]  # SQLAlchemy's
    event.listen(cast("Table", SearchEntryRow.__table__), "after_create", _made)  # type: ignore[attr-defined]  # SQLModel's


class SearchIndex:
    """Works on the caller's session, so that the index is never ahead of or behind the rows it speaks of."""

    def __init__(self, session: Session) -> None:
        self._connection = session.connection()

    def put(self, kind: str, entry: SearchEntry) -> None:
        """Make ``entry`` what is found of its record from now on."""
        row = self._row(kind, entry.record)
        if row is None:
            made = self._do("INSERT INTO search_entry (kind, record) VALUES (?, ?)", kind, entry.record)
            row = made.lastrowid
        else:
            self._do(f"DELETE FROM {VIRTUAL} WHERE rowid = ?", row)  # noqa: S608 - a constant
        self._do(
            f"INSERT INTO {VIRTUAL} (rowid, kind, title, context, body) VALUES (?, ?, ?, ?, ?)",  # noqa: S608 - as above
            row,
            kind,
            indexable(entry.title),
            indexable(entry.context),
            indexable(entry.body[:LONGEST_BODY]),
        )

    def put_contexts(self, kind: str, contexts: Mapping[int, str]) -> None:
        """Change only the contexts of these records, many at once; one that was not put in yet is left out."""
        rows = [(indexable(context), kind, record) for record, context in contexts.items()]
        if rows:
            self._connection.exec_driver_sql(_PUT_CONTEXT, rows)

    def remove_all(self, kind: str, records: Iterable[int]) -> None:
        """None of these is found any more."""
        listed = json.dumps(list(records))
        self._do(f"DELETE FROM {VIRTUAL} WHERE rowid IN (SELECT id {_LISTED})", kind, listed)  # noqa: S608 - constants
        self._do(f"DELETE {_LISTED}", kind, listed)

    def remove(self, kind: str, record: int) -> None:
        """The record is not found any more; nothing happens when it was not there."""
        row = self._row(kind, record)
        if row is not None:
            self._do(f"DELETE FROM {VIRTUAL} WHERE rowid = ?", row)  # noqa: S608 - a constant
            self._do("DELETE FROM search_entry WHERE id = ?", row)

    def search(self, typed: str, kind: str | None = None, limit: int = 50) -> list[Hit]:
        """The best hits, best first; none when nothing typed can be found (signs only)."""
        words = words_of(typed)
        if not words:
            return []
        found: Any = self._do(_SEARCH, expression(words, kind), limit)
        return [Hit(row[0], row[1], shown(row[2]), shown(row[3]), shown(row[4])) for row in found]

    def records_with(self, kind: str, word: str) -> frozenset[int]:
        """Every record of the kind that holds a word beginning like this one (``word`` may be any text)."""
        words = words_of(word)
        return frozenset(self._do(_RECORDS, expression(words, kind)).scalars()) if words else frozenset()

    # For filling a file that has no index yet ------------------------------------------------------------------

    def version(self, kind: str) -> int | None:
        """Of the source that last filled the kind; None before the first time."""
        found = self._do("SELECT version FROM search_state WHERE kind = ?", kind).scalar()
        return None if found is None else int(found)

    def set_version(self, kind: str, version: int) -> None:
        self._do("INSERT OR REPLACE INTO search_state (kind, version) VALUES (?, ?)", kind, version)

    def replace_range(self, kind: str, after: int, last: int | None, entries: Iterable[SearchEntry]) -> None:
        """Make ``entries`` all that is found of the records above ``after`` up to ``last`` (None: to the end)."""
        wanted = list(entries)
        upper = last if last is not None else 2**63 - 1
        there = self._do(
            "SELECT record FROM search_entry WHERE kind = ? AND record > ? AND record <= ?", kind, after, upper
        )
        for record in set(there.scalars()) - {entry.record for entry in wanted}:
            self.remove(kind, record)
        for entry in wanted:
            self.put(kind, entry)

    def check(self) -> None:
        """Raises sqlalchemy's DatabaseError when the index contradicts itself."""
        self._do(f"INSERT INTO {VIRTUAL}({VIRTUAL}) VALUES('integrity-check')")

    def clear(self) -> None:
        """Make the virtual table anew and forget which kinds were complete, for an index that is damaged."""
        self._do(f"DROP TABLE {VIRTUAL}")
        for statement in CREATE:
            self._do(statement)
        self._do("DELETE FROM search_entry")
        self._do("DELETE FROM search_state")

    def _row(self, kind: str, record: int) -> int | None:
        found = self._do("SELECT id FROM search_entry WHERE kind = ? AND record = ?", kind, record).scalar()
        return None if found is None else int(found)

    def _do(self, statement: str, *values: object) -> CursorResult[Any]:
        return self._connection.exec_driver_sql(statement, values)

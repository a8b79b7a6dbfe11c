"""What the search index holds, and what it should hold: the same as if it were filled this moment."""

from __future__ import annotations

from careercoach_desktop.app.features import searched
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.storage.search.model import SearchEntry
from careercoach_desktop.foundation.storage.search.words import LONGEST_BODY, indexable

Indexed = dict[tuple[str, int], tuple[str, str, str]]


def indexed(database: Database) -> Indexed:
    """Every record that is in the index, with its words."""
    with database.read() as session:
        rows = session.connection().exec_driver_sql(
            "SELECT e.kind, e.record, s.kind, s.title, s.context, s.body "
            "FROM search_entry e LEFT JOIN search_index s ON s.rowid = e.id"
        )
        found = {}
        for kind, record, kind_in_index, title, context, body in rows:
            assert kind_in_index == kind
            found[kind, record] = (title, context, body)
        count = session.connection().exec_driver_sql("SELECT count(*) FROM search_index").scalar()
    assert count == len(found), "the virtual table holds rows that belong to no record"
    return found


def should_be_indexed(database: Database) -> Indexed:
    """What the features say of their records now."""
    with database.read() as session:
        return {
            (source.kind, entry.record): _stored(entry)
            for source in searched()
            for entry in source.entries(session, 0, 1_000_000)
        }


def _stored(entry: SearchEntry) -> tuple[str, str, str]:
    return indexable(entry.title), indexable(entry.context), indexable(entry.body[:LONGEST_BODY])

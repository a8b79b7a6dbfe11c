"""A first look at a data folder: what it finds, and that it says nothing about a file it should not judge."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from careercoach_desktop.app.schema import metadata
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.storage.files import DATABASE_NAME
from careercoach_desktop.foundation.storage.glance import glance
from careercoach_desktop.foundation.storage.opening import open_database

COLUMNS = ["name", "amount"]
QUERY = "SELECT name, amount FROM thing WHERE amount > 1"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """Ours and up to date, still open: its last changes are in the log beside it."""
    opened = open_database(tmp_path, Bus(), metadata())
    with opened.write() as unit:
        unit.session.connection().exec_driver_sql("CREATE TABLE thing (name TEXT, amount REAL)")
        unit.session.connection().exec_driver_sql(
            "INSERT INTO thing VALUES ('Zoë “Zo” 📎', 2.5), ('b', 1), ('c', NULL)"
        )
    yield opened
    opened.close()


def test_rows_are_seen_while_the_file_is_open_and_when_it_is_closed(database: Database, tmp_path: Path) -> None:
    assert glance(tmp_path, COLUMNS, QUERY) == [["Zoë “Zo” 📎", 2.5]]
    database.close()
    assert glance(tmp_path, COLUMNS, QUERY) == [["Zoë “Zo” 📎", 2.5]]
    assert glance(tmp_path, COLUMNS, f"{QUERY} AND name = 'b'") == []


def test_looking_leaves_a_closed_file_as_it_is_and_nothing_beside_it(database: Database, tmp_path: Path) -> None:
    database.close()
    before = (tmp_path / DATABASE_NAME).read_bytes()
    glance(tmp_path, COLUMNS, QUERY)
    assert (tmp_path / DATABASE_NAME).read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [DATABASE_NAME]


def test_a_folder_without_a_file_shows_nothing(tmp_path: Path) -> None:
    assert glance(tmp_path, COLUMNS, QUERY) is None
    assert glance(tmp_path / "nowhere", COLUMNS, QUERY) is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE alembic_version SET version_num = '9999_from_the_future'",
        "UPDATE alembic_version SET version_num = '0000_long_ago'",
        "DELETE FROM alembic_version",
        "PRAGMA application_id = 1",
        "DROP TABLE thing",
    ],
)
def test_what_is_not_simply_ours_and_up_to_date_is_left_to_whoever_opens_it(
    database: Database, tmp_path: Path, change: str
) -> None:
    database.close()
    with sqlite3.connect(tmp_path / DATABASE_NAME) as connection:
        connection.execute(change)
    connection.close()
    assert glance(tmp_path, COLUMNS, QUERY) is None


def test_a_file_that_is_no_database_shows_nothing(tmp_path: Path) -> None:
    (tmp_path / DATABASE_NAME).write_bytes(b"not a database at all" * 500)
    assert glance(tmp_path, COLUMNS, QUERY) is None

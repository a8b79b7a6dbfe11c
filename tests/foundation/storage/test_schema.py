"""The migrations lead exactly to the tables the stores declare, in a shape that later migrations can change."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import MetaData

from careercoach_desktop.app.schema import metadata
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.storage.backup import back_up, restore
from careercoach_desktop.foundation.storage.blobs import BlobStore
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.storage.opening import open_database
from careercoach_desktop.foundation.storage.revisions import MIGRATIONS, draft_revision, is_declared, known_revisions
from tests.foundation.storage.small_schema import migrations
from tests.support.storage import import_every_store

ROOT = Path(__file__).parents[3]


@pytest.fixture
def product(tmp_path: Path) -> Database:
    """A new data folder as the application makes it."""
    return open_database(tmp_path / "data", Bus(), metadata())


def test_the_newest_revision_equals_the_models(product: Database) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with product.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_name": is_declared})
        assert compare_metadata(context, metadata()) == []
    product.close()


def test_the_schema_knows_every_store() -> None:
    code = "from careercoach_desktop.app.schema import metadata; print('\\n'.join(sorted(metadata().tables)))"
    alone = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    import_every_store()
    ours = {
        mapper.class_.__table__.name
        for mapper in metadata_registry()
        if mapper.class_.__module__.startswith("careercoach_desktop.")
    }
    assert set(alone.stdout.split()) == ours


def metadata_registry() -> list[object]:
    from sqlmodel.main import default_registry

    return list(default_registry.mappers)


def test_everything_that_can_have_a_name_has_one(product: Database) -> None:
    with product.read() as session:
        statements = session.connection().exec_driver_sql(
            "SELECT sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
        text = "\n".join(statements.scalars())
    product.close()
    assert len(re.findall(r"FOREIGN KEY", text)) > 3
    unnamed = [
        line.strip() for line in text.splitlines() if re.search(r"^\s*(FOREIGN KEY|PRIMARY KEY|UNIQUE|CHECK)", line)
    ]
    assert unnamed == []


def test_revisions_are_one_line_of_history_and_are_called_what_they_are() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    history = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
    assert list(reversed(history)) == known_revisions()
    assert all(re.fullmatch(r"\d{4}_[a-z_]+", revision) for revision in history)


def test_the_product_backs_up_and_restores(tmp_path: Path, product: Database) -> None:
    with product.write() as unit:
        name = BlobStore(unit.session).put(b"the original file", "text/plain")
    back_up(product, tmp_path / "all of it.db")
    product.close()
    restore(tmp_path / "all of it.db", tmp_path / "elsewhere")
    other = open_database(tmp_path / "elsewhere", Bus(), metadata())
    with other.read() as session:
        assert BlobStore(session).get(name) == b"the original file"
    other.close()


def test_the_tests_own_database_opens_like_a_persons(database: Database) -> None:
    database.close()
    open_database(database.path.parent, Bus(), metadata()).close()


def test_a_drafted_revision_brings_what_is_missing(tmp_path: Path) -> None:
    from sqlalchemy import Column, Integer, Table, Text

    from careercoach_desktop.foundation.storage.columns import UtcDateTime
    from tests.foundation.storage.small_schema import FIRST, SMALL

    wanted = MetaData(naming_convention=SMALL.naming_convention)
    for table in SMALL.tables.values():
        table.to_metadata(wanted)
    Table(
        "reminder",
        wanted,
        Column("id", Integer, primary_key=True),
        Column("text", Text, unique=True),
        Column("due", UtcDateTime),
    )
    history = migrations(tmp_path / "history", FIRST)
    (history / "script.py.mako").write_text((MIGRATIONS / "script.py.mako").read_text())
    drafted = draft_revision(wanted, "reminders of work", history)
    assert drafted.name == "v0002_reminders_of_work.py"
    source = drafted.read_text()
    assert "sa.DateTime()" in source
    assert "uq_reminder_text" in source
    database = open_database(tmp_path / "data", Bus(), wanted, migrations=history)
    with database.read() as session:
        assert session.connection().exec_driver_sql("SELECT count(*) FROM reminder").scalar() == 0
    database.close()

"""Real data folders for tests: a fresh SQLite file holding the tables of every store there is.

The tables are made straight from the models, which is fast; ``test_schema`` proves that the migrations lead to them.
The file carries the marks of the newest revision, so that it can be backed up, restored and opened like a person's.
"""

from __future__ import annotations

import importlib
from pathlib import Path

import careercoach_desktop
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.storage import blobs  # noqa: F401 - declares its table
from careercoach_desktop.foundation.storage.database import Database, metadata
from careercoach_desktop.foundation.storage.revisions import APPLICATION_ID, known_revisions

_PACKAGE = Path(careercoach_desktop.__file__).parent


def import_every_store() -> None:
    """Declare all tables, whether or not ``app.schema`` knows the store yet."""
    for file in sorted(_PACKAGE.glob("*/*/store.py")) + sorted(_PACKAGE.glob("*/*/store/__init__.py")):
        dotted = file.relative_to(_PACKAGE.parent).with_suffix("").as_posix().replace("/", ".")
        importlib.import_module(dotted.removesuffix(".__init__"))


def fresh_database(folder: Path, bus: Bus | None = None) -> Database:
    """An empty database with all tables in ``folder``; close it when done."""
    import_every_store()
    database = Database(folder / "careercoach.db", bus)
    with database.engine.begin() as connection:
        metadata().create_all(connection)
        connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (known_revisions()[-1],))
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    return database

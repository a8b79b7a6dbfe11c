"""Which shapes the data file can have, and bringing an older one up to date.

A revision is one file in ``migrations/versions``; its name without the leading ``v`` is the revision, and the names
sort in the order of the history. Knowing them needs no alembic, which is imported only when there is something to do.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine, MetaData

log = logging.getLogger(__name__)

MIGRATIONS = Path(__file__).parent / "migrations"
APPLICATION_ID = 0x43436F61  # "CCoa", in the header of every file of ours


def known_revisions(migrations: Path = MIGRATIONS) -> list[str]:
    """Oldest first. Raises RuntimeError when the installation lacks them."""
    revisions = sorted(file.stem.removeprefix("v") for file in (migrations / "versions").glob("v*.py"))
    if not revisions:
        raise RuntimeError("The application's migrations are missing; install it again.")
    return revisions


def migrate(engine: Engine, metadata: MetaData, migrations: Path = MIGRATIONS, to: str = "head") -> None:
    """Bring the file to the newest revision, all in one transaction: it ends up new, or untouched when this raises.

    Another process may be doing the same; whoever comes second finds nothing to do.
    """
    from alembic import command

    with engine.execution_options(immediate=True).connect() as connection:
        # Batch migrations drop and rebuild tables; with foreign keys on, that would delete every row pointing to them.
        # The switch works outside a transaction only, so it goes around SQLAlchemy.
        raw: Any = connection.connection.driver_connection
        raw.execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                command.upgrade(alembic_config(connection, metadata, migrations), to)
                _check_references(connection)
                connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        finally:
            raw.execute("PRAGMA foreign_keys=ON")


def alembic_config(connection: Connection, metadata: MetaData, migrations: Path = MIGRATIONS) -> Any:
    """For alembic's commands; ``env.py`` finds the connection and the tables in it."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.set_main_option("file_template", "v%%(rev)s")
    config.attributes["connection"] = connection
    config.attributes["metadata"] = metadata
    return config


def is_declared(name: str | None, kind: str, _parents: Any) -> bool:
    """Alembic's ``include_name``: leaves out full-text tables, which SQLite makes and no model declares."""
    return kind != "table" or name is None or not (name == "search_index" or name.startswith("search_index_"))


def _check_references(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        tables = sorted({str(row[0]) for row in broken})
        raise RuntimeError(f"The migration would leave {len(broken)} rows without what they refer to: {tables}")


def draft_revision(metadata: MetaData, name: str, migrations: Path = MIGRATIONS) -> Path:
    """For developers: write the revision that leads from the newest one to the tables of ``metadata``; read it before
    you trust it. ``name`` is a few words such as ``job contacts``; returns the new file."""
    from tempfile import TemporaryDirectory

    from alembic import command
    from sqlalchemy import create_engine

    existing = sorted((migrations / "versions").glob("v*.py"))
    revision = f"{len(existing) + 1:04}_{'_'.join(name.lower().split())}"
    with TemporaryDirectory() as folder:
        engine = create_engine(f"sqlite:///{folder}/draft.db")
        if existing:
            migrate(engine, metadata, migrations)
        with engine.begin() as connection:
            config = alembic_config(connection, metadata, migrations)
            command.revision(config, message=name.capitalize(), autogenerate=True, rev_id=revision)
        engine.dispose()
    return migrations / "versions" / f"v{revision}.py"

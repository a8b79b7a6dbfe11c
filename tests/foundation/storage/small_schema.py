"""A small product with a history of its own: notes, then notes with mentions, then notes with a title."""

from __future__ import annotations

import shutil
from pathlib import Path

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table, Text

from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.storage.database import Database, metadata
from careercoach_desktop.foundation.storage.opening import open_database
from careercoach_desktop.foundation.storage.revisions import MIGRATIONS

SMALL = MetaData(naming_convention=metadata().naming_convention)
NOTE = Table("note", SMALL, Column("id", Integer, primary_key=True), Column("text", Text, nullable=False))
MENTION = Table(
    "mention",
    SMALL,
    Column("id", Integer, primary_key=True),
    Column("note_id", Integer, ForeignKey("note.id", ondelete="CASCADE"), nullable=False),
)

FIRST = '''
"""Notes and mentions."""

import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "0001_first", None, None, None


def upgrade() -> None:
    op.create_table(
        "note", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("text", sa.Text(), nullable=False)
    )
    op.create_table(
        "mention",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("note_id", sa.Integer(), sa.ForeignKey("note.id", ondelete="CASCADE"), nullable=False),
    )
'''

SECOND = '''
"""Rebuilds the note table, which batch mode does by dropping it."""

import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "0002_title", "0001_first", None, None


def upgrade() -> None:
    with op.batch_alter_table("note", recreate="always") as batch:
        batch.add_column(sa.Column("title", sa.Text(), nullable=False, server_default="Untitled"))
'''

FAILING = '''
"""Changes something, then fails."""

from alembic import op

revision, down_revision, branch_labels, depends_on = "0003_failing", "0002_title", None, None


def upgrade() -> None:
    op.execute("DELETE FROM note")
    op.execute("SELECT * FROM no_such_table")
'''


def migrations(folder: Path, *sources: str) -> Path:
    """A migrations folder holding the product's env.py and these revisions."""
    (folder / "versions").mkdir(parents=True)
    shutil.copy(MIGRATIONS / "env.py", folder / "env.py")
    for source in sources:
        name = source.split('= "', 1)[1].split('"', 1)[0]
        (folder / "versions" / f"v{name}.py").write_text(source)
    return folder


def open_small(folder: Path, history: Path, *, start_empty: bool = False) -> Database:
    return open_database(folder, Bus(), SMALL, migrations=history, start_empty=start_empty)


def write_note(database: Database, text: str) -> None:
    with database.write() as unit:
        (note_id,) = unit.session.connection().execute(NOTE.insert().values(text=text)).inserted_primary_key or (0,)
        unit.session.connection().execute(MENTION.insert().values(note_id=note_id))


def notes(database: Database) -> list[str]:
    with database.read() as session:
        return [row.text for row in session.connection().execute(NOTE.select().order_by(NOTE.c.id))]


def mentions(database: Database) -> int:
    with database.read() as session:
        return len(session.connection().execute(MENTION.select()).all())

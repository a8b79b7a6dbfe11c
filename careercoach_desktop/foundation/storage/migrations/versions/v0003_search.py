"""Search: the full-text index and what says which of its rows is which record. It is filled in the background."""

import sqlalchemy as sa
from alembic import op

revision = "0003_search"
down_revision = "0002_claude"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "search_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("record", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_entry")),
        sa.UniqueConstraint("kind", "record", name=op.f("uq_search_entry_kind_record")),
    )
    op.create_table(
        "search_state",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("kind", name=op.f("pk_search_state")),
    )
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.create_index("ix_job_search", ["deleted_at", "search_text"], unique=False)
    connection = op.get_bind()
    connection.exec_driver_sql(
        "CREATE VIRTUAL TABLE search_index USING fts5(kind, title, context, body, "
        "tokenize=\"unicode61 remove_diacritics 2 tokenchars '+#'\", prefix='2 3')"
    )
    connection.exec_driver_sql(
        "INSERT INTO search_index(search_index, rank) VALUES('rank', 'bm25(0.0, 10.0, 4.0, 1.0)')"
    )

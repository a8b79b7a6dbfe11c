"""Résumés that were written here have no original, and a picture of what has changed since is known to be old.

There is no way down: a file of a newer version is refused, and the copy made before the migration is the way back.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008_written"
down_revision = "0007_evidence"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("resume") as table:
        table.alter_column("original_sha256", existing_type=sa.String(), nullable=True)
        table.add_column(sa.Column("picture_is_old", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.execute("UPDATE resume SET picture_is_old = 1 WHERE pages = 0 AND version > 1")

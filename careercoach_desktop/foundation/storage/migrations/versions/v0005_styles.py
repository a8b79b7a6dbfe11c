"""How a résumé looks on paper, and a person's own words for it.

There is no way down: a file of a newer version is refused, and the copy made before the migration is the way back.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005_styles"
down_revision = "0004_proposals"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("resume") as table:
        table.add_column(sa.Column("style", sa.String(), nullable=False, server_default="{}"))
        table.add_column(sa.Column("tags", sa.String(), nullable=False, server_default="[]"))

"""Stories, and bullets of résumés that are marked as evidence.

There is no way down: a file of a newer version is refused, and the copy made before the migration is the way back.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007_evidence"
down_revision = "0006_analysis"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "story",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("situation", sa.String(), nullable=False),
        sa.Column("task", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("result", sa.String(), nullable=False),
        sa.Column("skills", sa.String(), nullable=False),
        sa.Column("happened", sa.String(), nullable=False),
        sa.Column("created", sa.DateTime(), nullable=False),
        sa.Column("updated", sa.DateTime(), nullable=False),
        sa.Column("removed", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_story")),
    )
    op.create_table(
        "evidence_mark",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("resume_id", sa.Integer(), nullable=False),
        sa.Column("bullet_id", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("story_id", sa.Integer(), nullable=True),
        sa.Column("skills", sa.String(), nullable=False),
        sa.Column("created", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["resume_id"], ["resume.id"], name=op.f("fk_evidence_mark_resume_id_resume"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["story_id"], ["story.id"], name=op.f("fk_evidence_mark_story_id_story"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence_mark")),
        sa.UniqueConstraint("resume_id", "bullet_id", name=op.f("uq_evidence_mark_resume_id_bullet_id")),
    )
    op.create_index(op.f("ix_evidence_mark_resume_id"), "evidence_mark", ["resume_id"])
    op.create_index(op.f("ix_evidence_mark_story_id"), "evidence_mark", ["story_id"])

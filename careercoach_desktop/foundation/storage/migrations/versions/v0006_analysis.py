"""What rules found in a résumé and its file.

There is no way down: a file of a newer version is refused, and the copy made before the migration is the way back.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006_analysis"
down_revision = "0005_styles"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "resume_analysis",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("resume_id", sa.Integer(), nullable=False),
        sa.Column("job_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("overall", sa.Integer(), nullable=False),
        sa.Column("ats", sa.Integer(), nullable=False),
        sa.Column("readability", sa.Integer(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("facts", sa.String(), nullable=False),
        sa.Column("facts_version", sa.Integer(), nullable=False),
        sa.Column("created", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["job_id"], ["job.id"], name=op.f("fk_resume_analysis_job_id_job"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["resume_id"], ["resume.id"], name=op.f("fk_resume_analysis_resume_id_resume"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resume_analysis")),
        sa.UniqueConstraint("resume_id", "job_id", name=op.f("uq_resume_analysis_resume_id_job_id")),
    )
    op.create_index(op.f("ix_resume_analysis_job_id"), "resume_analysis", ["job_id"])
    op.create_index(
        "uq_resume_analysis_resume_id",
        "resume_analysis",
        ["resume_id"],
        unique=True,
        sqlite_where=sa.text("job_id IS NULL"),
    )

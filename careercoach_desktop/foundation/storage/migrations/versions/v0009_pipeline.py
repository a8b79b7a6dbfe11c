"""Applications, people, reminders and saved views; what tells duplicates and merged jobs.

There is no way down: a file of a newer version is refused, and the copy made before the migration is the way back.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009_pipeline"
down_revision = "0008_written"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("job") as table:
        table.add_column(sa.Column("board_id", sa.String(), nullable=False, server_default=""))
        table.add_column(sa.Column("also_at", sa.String(), nullable=False, server_default="[]"))
        table.add_column(sa.Column("closed", sa.Boolean(), nullable=False, server_default=sa.text("0")))
        table.add_column(sa.Column("follow_up", sa.Date(), nullable=True))
        table.add_column(sa.Column("merged_into", sa.Integer(), nullable=True))
        table.create_index("ix_job_board_id", ["board_id"], unique=False)
        table.create_index("ix_job_company", ["company"], unique=False)
        table.create_index("ix_job_also_at", ["also_at"], unique=False, sqlite_where=sa.text("also_at != '[]'"))
        table.create_index(
            "ix_job_merged_into", ["merged_into"], unique=False, sqlite_where=sa.text("merged_into IS NOT NULL")
        )
    op.create_table(
        "distinct_jobs",
        sa.Column("job_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["job_id"], ["job.id"], name=op.f("fk_distinct_jobs_job_id_job"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["other_id"], ["job.id"], name=op.f("fk_distinct_jobs_other_id_job"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("job_id", "other_id", name=op.f("pk_distinct_jobs")),
    )
    op.create_index(op.f("ix_distinct_jobs_other_id"), "distinct_jobs", ["other_id"])
    op.create_table(
        "job_import",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("created", sa.DateTime(), nullable=False),
        sa.Column("finished", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job_import")),
    )
    op.create_table(
        "application",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("job_id", sa.Integer(), nullable=False),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("enclosures", sa.String(), nullable=False),
        sa.Column("portal_url", sa.String(), nullable=False),
        sa.Column("confirmation", sa.String(), nullable=False),
        sa.Column("submitted", sa.Date(), nullable=True),
        sa.Column("responded", sa.Date(), nullable=True),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("created", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["job_id"], ["job.id"], name=op.f("fk_application_job_id_job"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_application")),
    )
    op.create_index(op.f("ix_application_job_id"), "application", ["job_id"])
    op.create_table(
        "contact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("company", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("last_contact", sa.Date(), nullable=True),
        sa.Column("next_follow_up", sa.Date(), nullable=True),
        sa.Column("created", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
    )
    op.create_table(
        "job_contact",
        sa.Column("job_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("relation", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["job_id"], ["job.id"], name=op.f("fk_job_contact_job_id_job"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_job_contact_contact_id_contact"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("job_id", "contact_id", name=op.f("pk_job_contact")),
    )
    op.create_index(op.f("ix_job_contact_contact_id"), "job_contact", ["contact_id"])
    op.create_table(
        "saved_view",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("definition", sa.String(), nullable=False),
        sa.Column("position", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
    )
    op.create_table(
        "reminder",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("snoozed_until", sa.Date(), nullable=True),
        sa.Column("notified", sa.DateTime(), nullable=True),
        sa.Column("done", sa.DateTime(), nullable=True),
        sa.Column("created", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder")),
        sa.UniqueConstraint("subject", "kind", "due", name=op.f("uq_reminder_subject")),
    )
    op.create_index(op.f("ix_reminder_subject"), "reminder", ["subject"])

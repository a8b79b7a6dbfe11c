"""Letters, what Claude judged of résumés and jobs, what was sent to it, batches; tags and files of documents.

There is no way down: a file of a newer version is refused, and the copy made before the migration is the way back.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010_letters"
down_revision = "0009_pipeline"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("task") as table:
        table.add_column(sa.Column("priority", sa.Integer(), nullable=False, server_default="0"))
    with op.batch_alter_table("ai_call") as table:
        table.add_column(sa.Column("batch", sa.Boolean(), nullable=False, server_default="0"))
    op.create_index("ix_ai_call_started_outcome_cost", "ai_call", ["started", "outcome", "cost"])
    with op.batch_alter_table("document") as table:
        table.add_column(sa.Column("tags", sa.String(), nullable=False, server_default="[]"))
    op.create_table(
        "document_file",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("blob_sha256", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["document_version.id"],
            name=op.f("fk_document_file_version_id_document_version"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["blob_sha256"], ["blob.sha256"], name=op.f("fk_document_file_blob_sha256_blob")),
        sa.PrimaryKeyConstraint("version_id", name=op.f("pk_document_file")),
    )
    op.create_index(op.f("ix_document_file_blob_sha256"), "document_file", ["blob_sha256"])
    _create_claudes()
    _create_letters()
    _create_judgements()


def _create_claudes() -> None:
    op.create_table(
        "ai_sent",
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["call_id"], ["ai_call.id"], name=op.f("fk_ai_sent_call_id_ai_call"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("call_id", name=op.f("pk_ai_sent")),
    )
    op.create_table(
        "ai_batch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("remote_id", sa.String(), nullable=False),
        sa.Column("endpoint", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=True),
        sa.Column("created", sa.DateTime(), nullable=False),
        sa.Column("ended", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ai_batch")),
    )


def _create_letters() -> None:
    op.create_table(
        "letter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("job_id", sa.Integer(), nullable=False),
        sa.Column("resume_id", sa.Integer(), nullable=True),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("base_version", sa.Integer(), nullable=False),
        sa.Column("wishes", sa.String(), nullable=False),
        sa.Column("draft", sa.String(), nullable=False),
        sa.Column("created", sa.DateTime(), nullable=False),
        sa.Column("updated", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["job_id"], ["job.id"], name=op.f("fk_letter_job_id_job"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["resume_id"], ["resume.id"], name=op.f("fk_letter_resume_id_resume"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_letter_document_id_document"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
    )
    op.create_index(op.f("ix_letter_job_id"), "letter", ["job_id"])
    op.create_index(op.f("ix_letter_resume_id"), "letter", ["resume_id"])
    op.create_table(
        "letter_template",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("created", sa.DateTime(), nullable=False),
        sa.Column("removed", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_template")),
    )


def _create_judgements() -> None:
    """The latest per job and résumé; without a job (or a résumé) the latest per résumé (or job)."""
    for name, nullable in (("job_analysis", "resume_id"), ("resume_judgement", "job_id"), ("job_judgement", "")):
        op.create_table(
            name,
            sa.Column("id", sa.Integer(), nullable=False),
            sa.Column("job_id", sa.Integer(), nullable=nullable == "job_id"),
            sa.Column("resume_id", sa.Integer(), nullable=nullable == "resume_id"),
            sa.Column("basis", sa.String(), nullable=False),
            sa.Column("made_by", sa.String(), nullable=False),
            sa.Column("content", sa.String(), nullable=False),
            sa.Column("created", sa.DateTime(), nullable=False),
            sa.ForeignKeyConstraint(["job_id"], ["job.id"], name=op.f(f"fk_{name}_job_id_job"), ondelete="CASCADE"),
            sa.ForeignKeyConstraint(
                ["resume_id"], ["resume.id"], name=op.f(f"fk_{name}_resume_id_resume"), ondelete="CASCADE"
            ),
            sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
            sa.UniqueConstraint("job_id", "resume_id", name=op.f(f"uq_{name}_job_id_resume_id")),
        )
        op.create_index(op.f(f"ix_{name}_resume_id"), name, ["resume_id"])
        if nullable:
            other = "job_id" if nullable == "resume_id" else "resume_id"
            op.create_index(
                f"uq_{name}_{other}_alone", name, [other], unique=True, sqlite_where=sa.text(f"{nullable} IS NULL")
            )

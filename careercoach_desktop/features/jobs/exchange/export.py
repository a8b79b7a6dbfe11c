"""Jobs as files for other programs: a table for a spreadsheet, and everything, exactly, to come back with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum

from careercoach_desktop.features.jobs.exchange.record import JobRecord, JobsFile
from careercoach_desktop.features.jobs.model import Job
from careercoach_desktop.foundation.spreadsheets import csv_bytes


class ExportFormat(StrEnum):
    CSV = "csv"
    JSON = "json"


TABLE_HEAD = (
    *("id", "title", "company", "location", "work mode", "job type", "status", "match", "salary from", "salary to"),
    *("currency", "per", "posted", "deadline", "added", "applied", "tags", "priority", "link", "source", "notes"),
    *("archived", "follow up", "description"),
)


def as_csv(jobs: Iterable[Job]) -> bytes:
    """A line a job, as any spreadsheet opens it; nothing in it can run."""
    return csv_bytes(TABLE_HEAD, map(table_cells, jobs))


def as_json(records: Sequence[JobRecord], now: datetime) -> bytes:
    """Everything that is known of the jobs; importing it gives the same jobs."""
    file = JobsFile(jobs=list(records), exported=now)
    return file.model_dump_json(indent=1, exclude_defaults=False).encode()


def table_cells(job: Job) -> tuple[object, ...]:
    """What ``TABLE_HEAD`` names."""
    posting = job.posting
    return (
        job.id,
        posting.title,
        posting.company,
        posting.location,
        posting.work_mode,
        posting.job_type,
        job.status,
        job.score,
        posting.salary_min,
        posting.salary_max,
        posting.salary_currency,
        posting.salary_period,
        posting.posted_date,
        posting.deadline,
        job.created.isoformat(timespec="seconds"),
        job.applied.isoformat(timespec="seconds") if job.applied else None,
        ", ".join(job.tags),
        "yes" if job.priority else "",
        posting.url,
        posting.source,
        job.notes,
        "yes" if job.archived else "",
        job.follow_up,
        posting.description,
    )

"""A job, and what happened to it, as words for a person and as fields for a program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from careercoach_desktop.foundation.terminal.words import labelled

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.model import Application, Job, Posting, TimelineEntry


FIELDS = (
    "title", "company", "location", "work_mode", "job_type", "salary_min", "salary_max", "salary_currency",
    "posted_date", "deadline", "closed", "description", "url", "source",
)  # fmt: skip


def posting_fields(posting: Posting) -> dict[str, Any]:
    """What the posting says; null for what it does not."""
    said = posting.model_dump(mode="json", include=set(FIELDS))
    return {name: said[name] or None for name in FIELDS}


def posting_lines(posting: Posting) -> list[str]:
    """The same for a person."""
    said = posting_fields(posting)
    description = said.pop("description") or ""
    said["closed"] = said["closed"] and "yes, the page says so"
    return [*labelled((name.replace("_", " ").capitalize(), value) for name, value in said.items()), "", description]


def job_fields(job: Job) -> dict[str, Any]:
    """One job in full, for programs."""
    return {
        "id": job.id,
        "status": job.status.value,
        "score": job.score,
        "tags": list(job.tags),
        "priority": job.priority,
        "archived": job.archived,
        "notes": job.notes or None,
        "problem": job.problem or None,
        "created": job.created.isoformat(),
        "applied": job.applied.isoformat() if job.applied else None,
        "posting": posting_fields(job.posting),
    }


def application_fields(application: Application | None) -> dict[str, Any] | None:
    """What was sent, for programs; None when nothing is recorded."""
    return None if application is None else application.model_dump(mode="json", exclude={"id", "job_id"})


def application_lines(application: Application) -> list[str]:
    """The same for a person."""
    sent = [
        one.title if one.version is None else f"{one.title}, version {one.version}" for one in application.enclosures
    ]
    return labelled([
        ("Application", application.status.value.replace("_", " ").lower()),
        ("Sent", application.submitted), ("Answered", application.responded), ("With", "; ".join(sent)),
        ("Where", application.portal_url), ("Confirmation", application.confirmation),
        ("How", application.method.value.lower()), ("Notes", application.notes),
    ])  # fmt: skip


def job_lines(job: Job, timeline: list[TimelineEntry], application: Application | None = None) -> list[str]:
    """The same for a person."""
    from careercoach_desktop.features.jobs.model.telling import happened, status_word

    head = [("Job", job.id), ("Status", status_word(job.status)), ("Match", job.score), ("Tags", ", ".join(job.tags))]
    lines = [*labelled(head), "", *posting_lines(job.posting)]
    if application is not None:
        lines += ["", *application_lines(application)]
    if job.notes:
        lines += ["", "Notes", job.notes]
    lines += ["", "What happened"]
    return lines + [f"  {entry.when:%Y-%m-%d}  {happened(entry)}" for entry in timeline]


def entry_fields(entry: TimelineEntry) -> dict[str, Any]:
    return {
        "when": entry.when.isoformat(),
        "kind": entry.kind.value,
        "text": entry.text or None,
        "from": entry.from_status.value if entry.from_status else None,
        "to": entry.to_status.value if entry.to_status else None,
        "reason": entry.reason or None,
    }


def named(job: Job) -> str:
    return ", ".join(part for part in (job.posting.title, job.posting.company) if part)

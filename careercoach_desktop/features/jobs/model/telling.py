"""What happened to a job, in plain words for a terminal; the window has words of its own, ready for translation."""

from __future__ import annotations

from careercoach_desktop.features.jobs.model import JobStatus, TimelineEntry, TimelineKind

_WORDS = {
    TimelineKind.APPLIED: "Application",
    TimelineKind.READ: "Posting read",
    TimelineKind.TAILORED: "Résumé tailored",
    TimelineKind.WRITTEN: "Letter written",
    TimelineKind.CONTACTED: "In touch with",
    TimelineKind.REMINDED: "Done:",
    TimelineKind.INTERVIEW: "Interview",
}


def happened(entry: TimelineEntry) -> str:
    """``Moved to Rejected: Position filled``, ``Letter written for Brightwater``."""
    if entry.to_status is not None:
        why = f": {entry.reason}" if entry.reason else ""
        return f"Moved to {status_word(entry.to_status)}{why}"
    if entry.kind is TimelineKind.ARCHIVED and entry.text:
        return entry.text.capitalize()
    return f"{_WORDS.get(entry.kind, entry.kind.value.capitalize())} {entry.text}".strip()


def status_word(status: JobStatus) -> str:
    """``Interview scheduled``."""
    return status.value.replace("_", " ").capitalize()

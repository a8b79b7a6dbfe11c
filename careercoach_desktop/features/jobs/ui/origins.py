"""Where the values of a posting came from, in words, and which of them are worth a look."""

from __future__ import annotations

from collections.abc import Iterable

from careercoach_desktop.features.jobs.model import SURE, FieldOrigin, Job
from careercoach_desktop.features.jobs.ui.words import tr

_SOURCES = {
    "json-ld": "Read from the page’s own data",
    "microdata": "Read from the page’s own data",
    "rdfa": "Read from the page’s own data",
    "api": "Read from the job board",
    "board": "Read from the job board",
    "page": "Read from the page’s text",
    "text": "Read from the text you pasted",
    "guess": "Concluded from what is usual there",
    "you": "Written or checked by you",
}


def origin_words(origin: FieldOrigin | None) -> str:
    """``Read from the page’s text: a guess``; empty when nothing is known of it."""
    if origin is None:
        return ""
    if origin.source == "claude":
        return tr("Found by Claude in “{0}”").format(origin.line) if origin.line else tr("Found by Claude")
    words = tr(_SOURCES.get(origin.source, "Read from the page"))
    return tr("{0}: a guess").format(words) if origin.confidence < SURE else words


def origin_of(job: Job, names: Iterable[str]) -> FieldOrigin | None:
    """Of a value that several fields make up, the least sure."""
    known = [job.posting.origins[name] for name in names if name in job.posting.origins]
    return min(known, key=lambda origin: origin.confidence, default=None)


def guesses(job: Job, names: Iterable[str]) -> list[str]:
    """Which of these fields have a value that was guessed."""
    origins = job.posting.origins
    return [
        name for name in names if name in origins and origins[name].confidence < SURE and getattr(job.posting, name)
    ]

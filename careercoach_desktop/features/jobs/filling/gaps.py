"""Which fields of a posting are empty or doubtful, and whether they are worth asking about."""

from __future__ import annotations

from collections.abc import Collection

from careercoach_desktop.features.jobs.model import SURE, Posting

FIELDS = (
    "title", "company", "location", "work_mode", "job_type", "salary", "posted_date", "deadline", "description",
    "requirements", "responsibilities", "benefits",
)  # fmt: skip
SALARY = ("salary_min", "salary_max", "salary_currency", "salary_period")
_WORTH = ("title", "company", "location", "description")
"""Most postings keep silent about pay or a deadline; without these a card says too little."""


def gaps(posting: Posting, edited: Collection[str], *, was_read: bool) -> tuple[str, ...]:
    """Fields that may be filled: never what the person typed, never what was read surely. A page that could not be read
    (``was_read`` false) has nothing but gaps."""
    return tuple(name for name in FIELDS if _is_free(name, edited) and (not was_read or _is_gap(posting, name)))


def is_worth_asking(found: Collection[str]) -> bool:
    lists = {"requirements", "responsibilities"} <= set(found)
    return lists or any(name in found for name in _WORTH)


def _is_free(name: str, edited: Collection[str]) -> bool:
    return not set(SALARY if name == "salary" else (name,)) & set(edited)


def _is_gap(posting: Posting, name: str) -> bool:
    if name == "salary":
        return posting.salary_min is None and posting.salary_max is None
    origin = posting.origins.get(name)
    return not getattr(posting, name) or (origin is not None and origin.confidence < SURE)

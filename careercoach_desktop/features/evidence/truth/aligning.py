"""A draft from outside knows our ids no more than we know its: its entries and bullets get those of what they repeat.

Without that, a bullet of a file could not be told to belong to its employer, nor one that was moved to another.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from careercoach_desktop.features.evidence.truth.records import Dated, name_of, same_name
from careercoach_desktop.features.resumes.model import ResumeData

_SAME_BULLET = 92


def aligned(draft: ResumeData, resume: ResumeData) -> ResumeData:
    """A copy of ``draft`` with the ids of ``resume`` wherever an entry or a bullet is recognised."""
    copy = draft.model_copy(deep=True)
    entries: list[Dated] = [*resume.work, *resume.volunteer, *resume.projects, *resume.education]
    bullets = {bullet.text: bullet.id for entry in entries for bullet in entry.highlights}
    lists: tuple[tuple[Sequence[Dated], Sequence[Dated]], ...] = (
        (copy.work, resume.work),
        (copy.volunteer, resume.volunteer),
        (copy.projects, resume.projects),
        (copy.education, resume.education),
    )
    for mine, theirs in lists:
        taken: set[str] = set()
        for entry in mine:
            known = _like(entry, [each for each in theirs if each.id not in taken])
            if known is not None:
                entry.id = known.id
                taken.add(known.id)
                _bullets(entry, known, bullets)
    return copy


def _like(entry: Dated, candidates: list[Dated]) -> Dated | None:
    """The entry of the same name; of several the one with the same id, beginning or title."""
    by_id = next((each for each in candidates if each.id == entry.id), None)
    if by_id is not None:
        return by_id
    named = [each for each in candidates if same_name(name_of(entry), name_of(each))]
    return max(named, key=lambda each: _likeness(entry, each), default=None)


def _likeness(entry: Dated, other: Dated) -> tuple[bool, float]:
    return (entry.start or "")[:4] == (other.start or "")[:4], fuzz.ratio(_title(entry), _title(other))


def _title(entry: Dated) -> str:
    return str(getattr(entry, "position", "") or getattr(entry, "area", ""))


def _bullets(entry: Dated, known: Dated, everywhere: dict[str, str]) -> None:
    taken: set[str] = set()
    for bullet in entry.highlights:
        likest = max(known.highlights, key=lambda each: fuzz.ratio(each.text, bullet.text), default=None)
        if likest is not None and likest.id not in taken and fuzz.ratio(likest.text, bullet.text) >= _SAME_BULLET:
            bullet.id = likest.id
            taken.add(likest.id)
        elif bullet.text in everywhere:
            bullet.id = everywhere[bullet.text]

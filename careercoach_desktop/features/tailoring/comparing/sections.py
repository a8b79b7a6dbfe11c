"""The changes by the section of the résumé they concern, in the order of the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.tailoring.model import Change, Decision

_LISTS = (
    ("Experience", "work"),
    ("Projects", "projects"),
    ("Volunteering", "volunteer"),
    ("Skills", "skills"),
    ("Education", "education"),
)
_ELSE = "Other"


@dataclass(frozen=True, slots=True)
class Section:
    """``changes`` are in their own order."""

    title: str
    changes: tuple[Change, ...]

    @property
    def accepted(self) -> int:
        return sum(change.decision is Decision.ACCEPTED for change in self.changes)

    @property
    def acceptable(self) -> tuple[Change, ...]:
        """Those that can be accepted as they are."""
        return tuple(change for change in self.changes if change.supported)


def sections(changes: Sequence[Change], resume: ResumeData) -> list[Section]:
    """Each change in the section it touches, those of one entry together; sections without any are left out."""
    places = _places(resume)
    titles = ["Summary", *(title for title, _ in _LISTS), _ELSE]
    found: dict[str, list[tuple[int, Change]]] = {title: [] for title in titles}
    for change in changes:
        title, rank = places.get(change.target, (_ELSE, 0))
        found[title].append((rank, change))
    return [
        Section(title, tuple(change for _, change in sorted(those, key=lambda pair: pair[0])))
        for title, those in found.items()
        if those
    ]


def _places(resume: ResumeData) -> dict[str, tuple[str, int]]:
    """Target → section and the place of its entry in it."""
    places = {"basics.summary": ("Summary", 0)}
    for title, name in _LISTS:
        places[name] = (title, -1)
        for rank, entry in enumerate(getattr(resume, name)):
            places[entry.id] = (title, rank)
            for bullet in getattr(entry, "highlights", []):
                places[bullet.id] = (title, rank)
    return places

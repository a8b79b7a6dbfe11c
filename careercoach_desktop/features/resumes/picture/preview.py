"""What a preview is: pictures of the pages, and on them the place of every value."""

from __future__ import annotations

from dataclasses import dataclass

from careercoach_desktop.features.resumes.model import Region


@dataclass(frozen=True, slots=True)
class Place:
    """Where one line of a value stands; a value of several lines has several places.

    ``path`` names the value as everywhere (``basics.email``, ``<entry id>.position``, a bullet's id); a heading is
    named by the key of its section (``work``, or the id of a section of the person's own: ``<id>.title``).
    """

    path: str
    region: Region


@dataclass(frozen=True, slots=True)
class PreviewPage:
    """One page: a PNG, the size of the paper in millimetres, and its places from top to bottom."""

    png: bytes
    size_mm: tuple[float, float]
    places: tuple[Place, ...] = ()

    def at(self, x: float, y: float) -> str:
        """The path of the value at a point (fractions of the page), or empty where there is none."""
        hits = [place for place in self.places if _inside(place.region, x, y)]
        return min(hits, key=lambda hit: _area(hit.region)).path if hits else ""


@dataclass(frozen=True, slots=True)
class Preview:
    """The first pages as they would be exported.

    ``page_count`` is how many there are in all; ``fits`` is false when one page was wanted and more are needed;
    ``notes`` are sentences for the person (what does not fit, which font is missing).
    """

    pages: tuple[PreviewPage, ...]
    page_count: int
    fits: bool = True
    notes: tuple[str, ...] = ()

    def places_of(self, path: str) -> tuple[Place, ...]:
        """Every place of the value, in reading order; of an entry's parts when ``path`` is the entry's id."""
        return tuple(
            place
            for page in self.pages
            for place in page.places
            if place.path == path or place.path.startswith(f"{path}.")
        )


def _inside(region: Region, x: float, y: float) -> bool:
    return region.left <= x <= region.right and region.top <= y <= region.bottom


def _area(region: Region) -> float:
    return (region.right - region.left) * (region.bottom - region.top)

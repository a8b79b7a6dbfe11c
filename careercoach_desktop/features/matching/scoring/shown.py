"""How well a résumé shows a thing: naming it is half of it, having worked with it the other half.

A list of skills costs nothing to write, so a résumé that only lists everything a posting names never gets more than
three quarters; work of the last years says most. Saying a thing ten times is saying it.
"""

from __future__ import annotations

from careercoach_desktop.features.evidence.service import PassageKind, stems
from careercoach_desktop.features.matching.keywords import Asked
from careercoach_desktop.features.matching.scoring.index import ResumeIndex, Standing

NAMED, LITERAL, IN_WORK, PROMINENT = 0.55, 0.10, 0.20, 0.15
OLD_SHARE = 0.5
"""What work that ended long ago counts beside recent work."""
RECENT_YEARS = 6
_PROVED_BY_LIST = frozenset({PassageKind.LANGUAGE, PassageKind.CERTIFICATE, PassageKind.DEGREE})
"""A language, a licence or a degree is had, not done: its place in the résumé is its evidence."""


def literally(asked: Asked, standing: Standing) -> bool:
    """Whether the résumé uses the posting's own words."""
    surface = stems(standing.surface)
    return any(stems(wording) == surface for wording in asked.wordings) or stems(asked.term) == surface


def shown(asked: Asked, places: list[Standing], index: ResumeIndex) -> float:
    """0..1: named 0.55, in the posting's words 0.10 more, in work 0.20 (half of it when long ago), prominent 0.15."""
    if not places:
        return 0.0
    value = NAMED
    wordings = {stems(wording) for wording in asked.wordings}
    value += LITERAL * any(stems(place.surface) in wordings for place in places)
    value += IN_WORK * max(_done(place, index) for place in places)
    value += PROMINENT * any(place.prominent for place in places)
    return value


def _done(place: Standing, index: ResumeIndex) -> float:
    if place.passage.kind in _PROVED_BY_LIST:
        return 1.0
    if not place.in_work:
        return 0.0
    ended = index.ended(place.passage.entry)
    return 1.0 if ended is None or ended <= RECENT_YEARS else OLD_SHARE

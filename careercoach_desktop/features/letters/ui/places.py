"""Where in a text something stands: gaps still to fill, and the words of claims that nothing proves."""

from __future__ import annotations

import re
from collections.abc import Iterable

from careercoach_desktop.features.evidence.model import Claim
from careercoach_desktop.features.letters.model import GAP

Place = tuple[int, int]
"""From … to, in characters."""
_TELLING = 4
"""Letters that a part of a name needs to stand for it."""


def gaps(text: str) -> list[Place]:
    """The places to fill in, ``[like this]``."""
    return [found.span() for found in GAP.finditer(text)]


def claim_place(text: str, claim: Claim) -> Place | None:
    """Where the claim's words stand, or as many of them as the letter uses (``Kafka`` of ``Apache Kafka``); white space
    and letter case do not matter. None when it says it in other words."""
    words = claim.text.split()
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1):
            part = words[start : start + length]
            if length < len(words) and len(" ".join(part)) < _TELLING:
                continue
            pattern = r"\s+".join(re.escape(word) for word in part)
            if (found := re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE)) is not None:
                return found.span()
    return None


def claim_places(text: str, claims: Iterable[Claim]) -> list[Place]:
    """Of all claims that can be found, in the order of the text."""
    return sorted({place for claim in claims if (place := claim_place(text, claim)) is not None})


def next_place(places: Iterable[Place], at: int, step: int) -> Place | None:
    """The first one after ``at``, or with a negative ``step`` the last that ends before it."""
    if step > 0:
        return next((place for place in sorted(places) if place[0] >= at), None)
    return next((place for place in sorted(places, reverse=True) if place[1] <= at), None)


def units(text: str) -> int:
    """The length as Qt counts it: a character outside the basic plane is two."""
    return len(text.encode("utf-16-le")) // 2


def characters(text: str, at: int) -> int:
    """The other way: which character of ``text`` a position of Qt's is."""
    return len(text.encode("utf-16-le")[: 2 * at].decode("utf-16-le", errors="ignore"))

"""Whether two location lines can mean one place of work."""

from __future__ import annotations

import re
from functools import lru_cache

from careercoach_desktop.features.jobs.capture.wording import folded

_BETWEEN_PLACES = re.compile(
    r"\s*(?:;|\||/|·|\bor\b|\band\b|\bund\b|\boder\b|\bou\b|\bet\b|\by\b|\bo\b)\s*", re.IGNORECASE
)
_NOT_A_PLACE = re.compile(
    r"\b(?:(?:100 ?% |fully )?remote(?:ly)?|hybrid\w*|on-?site|home ?office|greater|metropolitan area|area|city of|"
    r"region|office|hq|headquarters)\b|\(\s*\)|\b\d{3,}\b",
    re.IGNORECASE,
)
_ALSO_CALLED = {
    "munchen": "munich",
    "koln": "cologne",
    "nurnberg": "nuremberg",
    "wien": "vienna",
    "zurich": "zuerich",
    "geneve": "geneva",
    "genf": "geneva",
    "praha": "prague",
    "prag": "prague",
    "warszawa": "warsaw",
    "krakow": "cracow",
    "lisboa": "lisbon",
    "milano": "milan",
    "roma": "rome",
    "torino": "turin",
    "firenze": "florence",
    "bruxelles": "brussels",
    "brussel": "brussels",
    "antwerpen": "antwerp",
    "den haag": "the hague",
    "kobenhavn": "copenhagen",
    "goteborg": "gothenburg",
    "sevilla": "seville",
    "bucuresti": "bucharest",
    "deutschland": "germany",
    "osterreich": "austria",
    "espana": "spain",
    "united kingdom": "uk",
    "great britain": "uk",
    "united states": "us",
    "usa": "us",
    "new york city": "new york",
    "nyc": "new york",
}


def compatible_places(one: str, other: str) -> bool | None:
    """True when they share a place (``Leeds`` and ``Leeds, UK``; ``Berlin, Germany`` and ``Germany``), False when they
    name different ones, None when one of them does not say."""
    ours, theirs = _places(one), _places(other)
    if not ours or not theirs:
        return None
    return any(left[0] in right or right[0] in left for left in ours for right in theirs)


@lru_cache(maxsize=20_000)
def _places(line: str) -> tuple[tuple[str, ...], ...]:
    """Every place of the line as its parts, the narrowest first."""
    places = []
    for place in _BETWEEN_PLACES.split(_NOT_A_PLACE.sub(" ", line)):
        parts = [folded(part) for part in re.split(r"[,()–—]|\s-\s", place)]
        named = tuple(_ALSO_CALLED.get(part, part) for part in parts if part)
        if named:
            places.append(named)
    return tuple(places)

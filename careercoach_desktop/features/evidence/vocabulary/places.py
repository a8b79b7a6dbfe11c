"""Countries and parts of the world, by any of their names in four languages."""

from __future__ import annotations

from functools import cache

from careercoach_desktop.features.evidence.vocabulary.tokens import stems
from careercoach_desktop.foundation.resources import resource

_HOMES = {
    "en": ("england", "ireland", "scotland", "wales", "usa"),
    "de": ("germany", "austria", "switzerland"),
    "fr": ("france", "belgium", "switzerland"),
    "es": ("spain",),
}
"""Where somebody who writes so may well be at home without saying it."""


@cache
def _names() -> dict[str, int]:
    found: dict[str, int] = {}
    for number, line in enumerate(resource("words/places.txt").read_text(encoding="utf-8").splitlines()):
        if not line.startswith("#"):
            for name in line.split():
                words = stems(name)
                if len(words) == 1:
                    found.setdefault(words[0], number)
    return found


def place_of(word: str) -> int | None:
    """Which country or part of the world a comparable word names, or is the adjective of."""
    return _names().get(word)


def homes(language: str) -> frozenset[int]:
    """The countries a résumé in this language need not name."""
    return frozenset(_names()[stems(name)[0]] for name in _HOMES.get(language, ()))

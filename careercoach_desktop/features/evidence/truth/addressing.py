"""Whom a letter speaks to, read from the posting it answers: who seeks somebody, and where."""

from __future__ import annotations

import re
from functools import lru_cache

from careercoach_desktop.features.evidence.truth.wording import is_content
from careercoach_desktop.features.evidence.vocabulary.skills import skill_list
from careercoach_desktop.features.evidence.vocabulary.tokens import stems

_SEEKS = re.compile(
    r"\b(?:(?:is|are) (?:now |currently )?(?:seeking|looking|hiring|recruiting|searching)|seeks?|looks? for|wants?|"
    r"needs?|recruits?|invites?|has an opening|offers?|"
    r"sucht|suchen|such[et]\b|stellt ein|stellen ein|braucht|bietet|verstärkt|"
    r"recherch\w+|cherch\w+|recrut\w+|embauche\w*|renforce|propose|"
    r"busca\w*|precisa\w*|necesita\w*|selecciona\w*|incorpora\w*|contrata\w*|ofrece\w*|convoca\w*)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_][\w’'.-]*")
_PLACE = re.compile(
    r"\b(?:in|at|near|based in|bei|à|au|de|d['’]|en|sur)\s?((?:[A-ZÄÖÜÉ][\w’'-]+)(?:[ -][A-ZÄÖÜÉ][\w’'-]+){0,2})"
)
_EMPLOYED = re.compile(
    r"\b(?:work\w*|employed|served|years?|months?|experience|trained|joined|internship|gearbeitet|arbeite\w*|"
    r"tätig|jahren?|erfahrung|war|travaill\w+|années|ans|expérience|étais|trabaj\w+|años|experiencia|estuve|"
    r"certified|zertifi\w+|certifi\w+)\b[^.;,]{0,40}$",
    re.IGNORECASE,
)


@lru_cache(maxsize=64)
def addressed_by(posting: str) -> frozenset[str]:
    """Comparable words of the names of who seeks in ``posting`` and of the places it is for."""
    names: set[str] = set()
    for sentence in re.split(r"(?<=[.!?])\s|\n", posting)[:3]:
        seeks = _SEEKS.search(sentence)
        if seeks is None:
            continue
        for word in _NAME.findall(sentence[: seeks.start()])[-_LONGEST:]:
            if word[:1].isupper() or word[:1].isdigit():
                names.update(stem for stem in stems(word) if is_content(stem))
    for place in _PLACE.finditer(posting):
        if not skill_list().find_in(place[1]):
            names.update(stem for stem in stems(place[1]) if is_content(stem))
    return frozenset(names)


_LONGEST = 9


def is_told_of_me(text: str, start: int) -> bool:
    """Whether what stands at ``start`` is where somebody says they worked: then it is a claim whoever is addressed."""
    return _EMPLOYED.search(text[:start]) is not None

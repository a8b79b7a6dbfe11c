"""Titles made comparable: what the law makes employers add, and what a site adds, is no part of a job's name.

How senior a job is *is* part of it: “Senior Engineer” and “Engineer” are two jobs that companies have open at once.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

from rapidfuzz import fuzz

from careercoach_desktop.features.jobs.capture.wording import folded

ALIKE = 84
"""Of 100: two words spelled so much alike are one (``Developer``, ``Developper``); ``product``, ``project`` are two."""
ENOUGH_WORDS = 3
"""So many shared words make a title with one word more still the same one."""

_LETTER = r"(?:m|w|f|d|x|i|h|k|gn|div|divers|diverse|male|female|männlich|weiblich)"
_GENDERS = re.compile(
    rf"[(\[]\s*{_LETTER}(?:\s*[/|*,;:·.-]\s*{_LETTER})+\s*\*?\s*[)\]]|(?<!\w){_LETTER}(?:\s?[/|*]\s?{_LETTER})+(?!\w)|"
    r"[(\[]?\b(?:all genders?|alle geschlechter|any gender|gn)\b\*?[)\]]?|[(\[]\s*gn\s*[)\]]",
    re.IGNORECASE,
)
_FEMININE = re.compile(r"(?<=\w{3})(?:[/:*_]-?|[(]-?)(?:innen|in|frau|euse|trice|ne|rice|e|a|ka)\b\)?", re.IGNORECASE)
_ADDED = re.compile(
    r"\b(?:100 ?% )?(?:fully )?remote\b|\bhybrid\w{0,2}\b|\bon-?site\b|\bhome ?-?office\b|\bfull[ -]?time\b|"
    r"\bpart[ -]?time\b|\bvollzeit\b|\bteilzeit\b|\bpermanent\b|\bfestanstellung\b|\b(?:un)?befristet\w*\b|\burgent\b|"
    r"\b\d{1,3}\s?(?:[-–]\s?\d{1,3}\s?)?%|\b(?:req|ref|jr|r|id|job|kennziffer)[-_ #:.]*\d{3,}\b|#\s?\d+|\b\d{5,}\b",
    re.IGNORECASE,
)
_LONG_FORM = {
    "sr": "senior",
    "snr": "senior",
    "jr": "junior",
    "jnr": "junior",
    "dev": "developer",
    "devs": "developer",
    "eng": "engineer",
    "engr": "engineer",
    "mgr": "manager",
    "mngr": "manager",
    "asst": "assistant",
    "assoc": "associate",
    "admin": "administrator",
    "sw": "software",
    "fe": "frontend",
    "be": "backend",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "praktikant": "intern",
    "praktikantin": "intern",
    "praktikum": "intern",
    "internship": "intern",
    "stagiaire": "intern",
    "werkstudentin": "werkstudent",
}
_LEVELS_LIST = """
    intern werkstudent trainee apprentice azubi ausbildung graduate junior mid intermediate senior lead leading
    staff principal head leiter leitung director vice president chief deputy assistant associate 1 2 3 4 5 6 7 8
    9
"""
_LEVELS = frozenset(_LEVELS_LIST.split())
_FILLERS_LIST = """
    a an the of for in at to with and und der die das fur im bei de la le du des et en y as all
"""
_FILLERS = frozenset(_FILLERS_LIST.split())


class TitleLikeness(IntEnum):
    DIFFERENT = 0
    ALMOST = 1
    EQUAL = 2


@lru_cache(maxsize=50_000)
def title_key(title: str) -> tuple[str, ...]:
    """The words of a title that name the job, folded, abbreviations written out, in their order."""
    plain = _ADDED.sub(" ", _FEMININE.sub("", _GENDERS.sub(" ", title)))
    words = [_LONG_FORM.get(word, word) for word in folded(plain).split()]
    kept = tuple(word for word in words if word not in _FILLERS)
    return kept or tuple(words) or tuple(folded(title).split())


def compare_titles(one: str, other: str, aside: frozenset[str] = frozenset()) -> TitleLikeness:
    """How alike two titles are. ``aside``: words that sites append, such as the place and the company; they are left
    out where a title says more than them."""
    ours, theirs = _named(title_key(one), aside), _named(title_key(other), aside)
    if not ours or not theirs:
        return TitleLikeness.DIFFERENT
    if sorted(ours) == sorted(theirs):
        return TitleLikeness.EQUAL
    if set(ours) & _LEVELS != set(theirs) & _LEVELS:
        return TitleLikeness.DIFFERENT
    left, right = list(ours), list(theirs)
    shared = 0
    for word in ours:
        partner = next((each for each in right if _alike(word, each)), None)
        if partner is not None:
            left.remove(word)
            right.remove(partner)
            shared += 1
    if not left and not right:
        return TitleLikeness.ALMOST
    one_says_more = not (left and right) and len(left) + len(right) == 1 and shared >= ENOUGH_WORDS
    return TitleLikeness.ALMOST if one_says_more else TitleLikeness.DIFFERENT


def _named(words: tuple[str, ...], aside: frozenset[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in aside) or words


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    short = min(len(one), len(other)) < 4
    return not short and fuzz.ratio(one, other) >= ALIKE

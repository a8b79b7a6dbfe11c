"""What a word means, as keys to compare: why "inventory" meets "stock" and "Lagerbestand".

``resources/words/concepts.txt`` has one meaning a line, its words in four languages. A German compound also has the
keys of its parts ("Kundenzufriedenheit" meets "customer satisfaction").
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from careercoach_desktop.features.evidence.vocabulary.tokens import stem
from careercoach_desktop.foundation.resources import resource

_ENDING_WORDS = """
    ations ation ierungen ierung ieren iert ungen ingly ement ments ment ings ing ions ion ung ized ised izing ising
    ed er en es ly ait ant ées ee és ar ado ada ando iendo ido ida te st e s t d n
"""
_ENDINGS = tuple(sorted(_ENDING_WORDS.split(), key=len, reverse=True))
_LONG = 9
_SHORT = 4
_ALONE = 6
_keys: dict[str, frozenset[str]] = {}


def root(word: str) -> str:
    """A rough root that survives inflection (``migrated``, ``migration`` → ``migr``); for comparing only."""
    if len(word) < 6:
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            rest = word[: -len(ending)]
            if rest[-1] == rest[-2] and rest[-1] not in "lsef":
                rest = rest[:-1]
            return root(rest) if len(rest) >= 7 else rest
    return word


ANYBODY = frozenset({"#4", "#5"})
"""The meanings of "participants" and of "people" itself: the first of the list."""
TEAMS = frozenset({"#6"})
"""The meaning of "team", on the line after them."""
PERSONS = frozenset(f"#{line}" for line in range(4, 30))
"""The meanings under the heading "people": what people are called by what they are to somebody."""


@cache
def _meanings() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Concepts by comparable word, and by root."""
    exact: dict[str, set[str]] = {}
    rough: dict[str, set[str]] = {}
    lines = resource("words/concepts.txt").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if line.startswith("#"):
            continue
        for word in line.split():
            exact.setdefault(stem(word), set()).add(f"#{number}")
            if len(word) >= 6:
                rough.setdefault(root(stem(word)), set()).add(f"#{number}")
    return (
        {word: frozenset(found) for word, found in exact.items()},
        {word: frozenset(found) for word, found in rough.items()},
    )


def keys(word: str) -> frozenset[str]:
    """Everything a comparable word is compared by: its root, and its meanings."""
    known = _keys.get(word)
    if known is None:
        known = _keys[word] = frozenset({root(word)} | concepts(word))
    return known


def concepts(word: str) -> frozenset[str]:
    """Only the meanings of a comparable word, those of its parts when it is a compound that is on no line itself."""
    exact, rough = _meanings()
    found = exact.get(word) or (rough.get(root(word)) if len(word) >= 6 else None)
    if found is None and len(word) >= _LONG:
        found = _of_parts(word, exact)
    return found or frozenset()


def _of_parts(word: str, exact: dict[str, frozenset[str]]) -> frozenset[str]:
    """The longest known beginning and the longest known end; one alone must be long ("Brightwater" is no water)."""
    head, first = _longest((word[:cut] for cut in range(len(word) - 3, _SHORT - 1, -1)), exact)
    tail, last = _longest((word[cut:] for cut in range(3, len(word) - _SHORT + 1)), exact)
    if head and tail:
        return first | last
    return (first if len(head) >= _ALONE else frozenset()) | (last if len(tail) >= _ALONE else frozenset())


_DONE_WITH = """
    abwicklung analyse planung management verwaltung steuerung bearbeitung beratung betreuung pflege prüfung kontrolle
    entwicklung gestaltung erstellung führung leitung organisation schulung überwachung optimierung wartung recht wesen
    vertrieb einkauf verkauf beschaffung abrechnung buchung buchhaltung sicherung sicherheit technik therapie arbeit
"""
_TAILS = tuple(sorted((stem(word) for word in _DONE_WITH.split()), key=len, reverse=True))


@cache
def compound_head(word: str) -> str:
    """What a German compound of doing is about: "zoll" of "Zollabwicklung"; nothing when the whole is a known word."""
    if word in _meanings()[0]:
        return ""
    for tail in _TAILS:
        if word.endswith(tail) and len(word) - len(tail) >= 4:
            return word.removesuffix(tail).removesuffix("s")
    return ""


def _longest(parts: Iterable[str], exact: dict[str, frozenset[str]]) -> tuple[str, frozenset[str]]:
    for part in parts:
        for form in (part, stem(part), part.removesuffix("s")):
            if (found := exact.get(form)) is not None:
                return part, found
    return "", frozenset()


def keys_of(words: set[str]) -> set[str]:
    """The keys of all of them."""
    return {key for word in words for key in keys(word)}

"""What a word means, as keys to compare: why "inventory" meets "stock" and "Lagerbestand", "migrated" meets "migration".

``resources/words/concepts.txt`` has one meaning a line, its words in four languages. A German compound also has the
keys of its parts ("Kundenzufriedenheit" meets "customer satisfaction").
"""

from __future__ import annotations

from functools import cache

from careercoach_desktop.features.evidence.vocabulary.tokens import stem
from careercoach_desktop.foundation.resources import resource

_ENDING_WORDS = """
    ations ation ierungen ierung ieren iert ungen ingly ement ments ment ings ing ions ion ung ized ised izing ising
    ed er en es ly ait ant ées ee és ar ado ada ando iendo ido ida te st e s t d n
"""
_ENDINGS = tuple(sorted(_ENDING_WORDS.split(), key=len, reverse=True))
_LONG = 9
_PART = 5
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
    found: set[str] = set()
    for cut in range(len(word) - 3, _PART - 2, -1):
        head = word[:cut]
        if (meaning := exact.get(head) or exact.get(stem(head)) or exact.get(head.removesuffix("s"))) is not None:
            found |= meaning
            break
    for cut in range(3, len(word) - _PART + 1):
        if (meaning := exact.get(stem(word[cut:]))) is not None:
            found |= meaning
            break
    return frozenset(found)


def keys_of(words: set[str]) -> set[str]:
    """The keys of all of them."""
    return {key for word in words for key in keys(word)}

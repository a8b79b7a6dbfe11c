"""What people are called at work: occupations that are the same in four languages, and words of rank.

``resources/words/occupations.txt`` has one occupation a line, ``ranks.txt`` the words that raise or limit one, from 1
(trainee) over 3 (plain) to 8 (the head of a firm).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from careercoach_desktop.features.evidence.vocabulary.tokens import Tokens, fold, stem, stems, tokenize
from careercoach_desktop.foundation.resources import resource

PLAIN = 3
_DEPUTY = 5
_BRACKETS = re.compile(
    r"\((?:[mwdfhx]\s?/\s?)+[mwdfhx]\)|\b[mwdfhx]/[mwdfhx](?:/[mwdfhx])?\b|[(·.](?:e|in|ne|se|rice|a)\)?(?:s\b)?",
    re.IGNORECASE,
)
_ENDINGS = """
    innen: erin:er orin:or entin:ent istin:ist eurin:eur ockin:ock iere:ier ienne:ien euse:eur trice:teur ante:ant
    ora:or ciale:cial era:ero ada:ado ica:ico tra:tro iva:ivo ecaria:ecario
"""
_GENDER = [(ending, other) for ending, _, other in (pair.partition(":") for pair in _ENDINGS.split())]
_EQUALS = """
    sr:senior jr:junior mgr:manager eng:engineer dev:developer frau:mann kauffrau:kaufmann fachfrau:fachmann jefa:jefe
    cheffe:chef koechin:koch kochin:koch arztin:arzt ratin:rat anwaltin:anwalt medica:medico
"""
_SAME = {word: other for word, _, other in (pair.partition(":") for pair in _EQUALS.split())}
_RAISING = ("chef", "ober", "haupt")
_LIMITING = ("jung", "hilfs", "nachwuchs")
_LONGEST = 5


@lru_cache(maxsize=16384)
def neutral(word: str) -> str:
    """A comparable word without its grammatical gender: Buchhalterin = Buchhalter, infirmière = infirmier."""
    word = _SAME.get(word, word)
    for ending, other in _GENDER:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)] + other
    for ending in ("kauffrau", "fachfrau", "fraulein", "ratin", "kochin", "arztin", "anwaltin", "wirtin"):
        if word.endswith(ending):
            return word[: -len(ending)] + _SAME.get(ending, ending.removesuffix("in"))
    return word


def neutral_words(text: str) -> tuple[str, ...]:
    """A title as comparable words, without gender and without brackets such as ``(m/w/d)``."""
    return tuple(neutral(word) for word in stems(_BRACKETS.sub(" ", text)))


@dataclass(frozen=True, slots=True)
class Naming:
    """A title named in a text: words ``first`` up to ``last``, the occupations it may be, its rank."""

    first: int
    last: int
    text: str
    occupations: frozenset[int]
    rank: int
    ranked: bool
    """Whether a word of rank stands in it ("Senior", "Leiter"), or only the occupation."""
    inner: int
    """The rank a word within the occupation's own name has: 6 for "Responsable de comunicación", 0 for a nurse."""
    words: frozenset[str]
    """All its words, neutral."""


@cache
def _occupations() -> dict[tuple[str, ...], frozenset[int]]:
    found: dict[tuple[str, ...], set[int]] = {}
    for number, line in enumerate(resource("words/occupations.txt").read_text(encoding="utf-8").splitlines()):
        if not line.startswith("#"):
            for title in line.split(";"):
                if words := neutral_words(title):
                    found.setdefault(words, set()).add(number)
    return {words: frozenset(numbers) for words, numbers in found.items()}


@cache
def _ranks() -> dict[tuple[str, ...], tuple[int, bool]]:
    """Words of rank → (level, whether it counts only beside an occupation)."""
    found: dict[tuple[str, ...], tuple[int, bool]] = {}
    for line in resource("words/ranks.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        level, _, rest = line.partition(" ")
        for title in rest.split(";"):
            if words := neutral_words(title.replace("+", "")):
                found.setdefault(words, (int(level), title.strip().endswith("+")))
    return found


@cache
def _endings() -> tuple[tuple[str, frozenset[int], int], ...]:
    """Single German words that end compounds: (word, occupations, rank or 0)."""
    single = [
        (words[0], numbers, 0) for words, numbers in _occupations().items() if len(words) == 1 and len(words[0]) >= 4
    ]
    ranked = [
        (word, frozenset[int](), _ranks()[(word,)][0])
        for word in ("leiter", "leitung", "meister", "helfer", "assistent")
    ]
    return tuple(sorted(single + ranked, key=lambda each: -len(each[0])))


@cache
def _compound(word: str) -> tuple[frozenset[int], int] | None:
    """ "Werkstattleiter": an occupation or rank with something before it; "Oberarzt", "Chefredakteur": raised."""
    if len(word) < 8:
        return None
    for grade, level in (("meister", 6), ("gesell", PLAIN), ("gesellin", PLAIN), ("geselle", PLAIN), ("helfer", 2)):
        if word.endswith(grade) and (trade := _occupations().get((neutral(word.removesuffix(grade)),))) is not None:
            return trade, level
    for ending, numbers, level in _endings():
        before = word[: -len(ending)]
        if before in _RAISING and numbers and word.endswith(ending):
            return numbers, 6
        if word.endswith(ending) and len(before) >= 3 and (len(ending) >= 5 or ending in {"koch", "arzt"}):
            return numbers, 2 if before in _LIMITING else level
    return None


def namings(text: str, tokens: Tokens | None = None) -> list[Naming]:
    """Every title a text names, the longest wording first; neighbours are one title ("Senior" + "Data Engineer")."""
    tokens = tokens or tokenize(text)
    words = [neutral(word) for word in tokens.words]
    parts: list[tuple[int, int, frozenset[int], int, bool]] = []
    at = 0
    while at < len(words):
        size, part = _part(tokens, words, at)
        if part is not None:
            parts.append((at, at + size, *part))
        at += max(size, 1)
    return [each for group in _joined(tokens, parts) if (each := _naming(tokens, words, group)) is not None]


def _part(tokens: Tokens, words: list[str], at: int) -> tuple[int, tuple[frozenset[int], int, bool] | None]:
    occupations, ranks = _occupations(), _ranks()
    for size in range(min(_LONGEST, len(words) - at), 0, -1):
        if not all(tokens.joined[at + 1 : at + size]):
            continue
        key = tuple(words[at : at + size])
        numbers, rank = occupations.get(key), ranks.get(key)
        if numbers is not None or rank is not None:
            return size, (numbers or frozenset(), rank[0] if rank else 0, rank[1] if rank else False)
    compound = _compound(words[at])
    return (1, (*compound, False)) if compound is not None else (0, None)


_BETWEEN = frozenset(stem(word) for word in ["de", "d", "du", "des", "of", "la", "the", "des", "en", "le"])


def _joined(
    tokens: Tokens, parts: list[tuple[int, int, frozenset[int], int, bool]]
) -> list[list[tuple[int, int, frozenset[int], int, bool]]]:
    """Parts of one title: side by side, or with one other word or a small one between ("Senior Marketing Manager")."""
    groups: list[list[tuple[int, int, frozenset[int], int, bool]]] = []
    for part in parts:
        if groups:
            end = groups[-1][-1][1]
            gap = range(end, part[0])
            near = part[0] - end <= 2 and all(tokens.joined[at] for at in range(end, part[0] + 1))
            plain = all(
                tokens.words[at] in _BETWEEN or (tokens.surface(at, at + 1)[:1].isupper() and len(gap) == 1)
                for at in gap
            )
            if near and plain:
                groups[-1].append(part)
                continue
        groups.append([part])
    return groups


def _naming(tokens: Tokens, words: list[str], group: list[tuple[int, int, frozenset[int], int, bool]]) -> Naming | None:
    first, last = group[0][0], group[-1][1]
    numbers = frozenset(number for part in group for number in part[2])
    levels = [part[3] for part in group if part[3] and not (part[4] and not numbers and not _field_after(tokens, last))]
    if not numbers and not levels:
        return None
    limited = [level for level in levels if level < PLAIN]
    rank = min(limited) if limited else max(levels, default=PLAIN)
    if rank == PLAIN - 1 and max(levels) > _DEPUTY:
        rank = _DEPUTY  # a deputy head is more than an assistant
    inner = max((_ranks().get((word,), (0, False))[0] for word in words[first:last]), default=0)
    return Naming(
        first, last, tokens.surface(first, last), numbers, rank, bool(levels), inner, frozenset(words[first:last])
    )


def _field_after(tokens: Tokens, last: int) -> bool:
    """ "Head of Data", "Leiter der Entwicklung": a word of rank with its field."""
    return last + 1 < len(tokens) and tokens.words[last] in {"of", "der", "de", "des", "du", "fur", "for"}


def folded(text: str) -> str:
    """For looking up words of a title in running text."""
    return fold(text)

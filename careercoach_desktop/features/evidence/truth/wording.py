"""Which words carry meaning when a claim is compared with evidence, and which of them mean the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz

from careercoach_desktop.features.evidence.vocabulary.meanings import keys, keys_of
from careercoach_desktop.features.evidence.vocabulary.tokens import Tokens, stem

_STOP = """
    a an the and or but of to in on at by for from with without into over under about as is are was were be been
    being have has had do does did it its this that those which who whom whose what when where while i me my
    we our us you your he she they them their his her than then so such both each all any some more most less
    least other per via through during within across between among up down out off not no nor only own same too
    very can will just also new main key first last daily weekly monthly yearly täglich wöchentlich monatlich
    diario diarios diarias diaria mensual mensuales semanal semanales quotidien quotidiens quotidienne mensuel
    mensuelle hebdomadaire using used use including include included well

    der die das den dem des ein eine einen einem einer eines und oder aber von zu zum zur im in am an auf bei mit
    ohne für durch über unter als ist sind war waren wird wurden wurde haben hat hatte sich auch nur sehr mehr
    sowie nach vor aus um bis pro je wie dass ich wir sie er es mein meine unser unsere ihr ihre davon dabei

    le la les l un une des du de d et ou mais à a au aux en dans sur sous par pour avec sans chez entre vers
    on lors afin ainsi tout toute tous toutes puis alors dès depuis pendant comme est sont était ont a été je nous vous
    il elle ils elles mon ma mes notre nos votre vos leur leurs qui que quoi dont ce cette ces plus moins très aussi

    el los las uno unos unas y o u pero del al con sin por para sobre entre desde hasta como es son fue era han ha
    sido yo nosotros mi mis nuestro nuestra su sus que quien cual este esta estos estas más menos muy también se
"""
STOP_WORDS = frozenset(stem(word) for word in _STOP.split())
_BREAK = re.compile(r"[,;:.!?()\n–—]|\s-\s")


def is_content(word: str) -> bool:
    """Whether a comparable word carries meaning: no article, preposition or bare number."""
    return len(word) > 1 and word not in STOP_WORDS and not word.isdigit()


@lru_cache(maxsize=65536)
def same_word(one: str, other: str) -> bool:
    """Same meaning for the check: equal, same root, synonyms in any of the four languages, or one slip of spelling in
    a long word."""
    if one == other or not keys(one).isdisjoint(keys(other)):
        return True
    return min(len(one), len(other)) >= 6 and abs(len(one) - len(other)) <= 3 and fuzz.ratio(one, other) >= 86


class Words(set[str]):
    """Comparable words that are looked up again and again: what was found once is remembered."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        super().__init__(words)
        self._keys: set[str] | None = None
        self._known: dict[str, bool] = {}

    def like(self, word: str) -> bool:
        """Whether a word of the same meaning is among them."""
        found = self._known.get(word)
        if found is None:
            if self._keys is None:
                self._keys = keys_of(self)
            found = not keys(word).isdisjoint(self._keys)
            found = found or (
                len(word) >= _LONG and any(same_word(word, other) for other in self if len(other) >= _LONG)
            )
            self._known[word] = found
        return found


_LONG = 6
"""From here on one slip of spelling is forgiven."""


def shared(mine: set[str], theirs: set[str]) -> int:
    """How many content words of ``mine`` have their like in ``theirs``."""
    if not mine or not theirs:
        return 0
    known = theirs if isinstance(theirs, Words) else Words(theirs)
    return sum(map(known.like, mine))


def content_words(tokens: Tokens) -> Words:
    """Content words of a text."""
    return Words(word for word in tokens.words if is_content(word))


def clause_words(tokens: Tokens, start: int, end: int) -> set[str]:
    """Content words of the clause around characters ``start`` to ``end``: up to the next comma, full stop or
    bracket."""
    text = tokens.text
    left = max((found.end() for found in _BREAK.finditer(text, 0, start)), default=0)
    found = _BREAK.search(text, end)
    right = found.start() if found else len(text)
    return {
        tokens.words[at]
        for at in range(len(tokens))
        if left <= tokens.starts[at]
        and tokens.ends[at] <= right
        and is_content(tokens.words[at])
        and not (start <= tokens.starts[at] < end)
    }


def counted_noun(tokens: Tokens, end: int) -> list[str]:
    """The words a number counts: up to three content words right after it, within the phrase ("140 *legacy jobs*")."""
    found: list[str] = []
    for at in range(len(tokens)):
        if tokens.starts[at] < end:
            continue
        gap = tokens.text[end : tokens.starts[at]] if not found and tokens.starts[at] >= end else tokens.gap(at)
        if _BREAK.search(gap) or not is_content(tokens.words[at]) or len(found) == 3:
            if tokens.words[at] in {"of", "de", "von", "d", "new"} and not _BREAK.search(gap):
                continue
            break
        found.append(tokens.words[at])
    return found


def near_words(tokens: Tokens, start: int, end: int, reach: int = 5) -> set[str]:
    """Content words within ``reach`` words of characters ``start`` to ``end``."""
    inside = [at for at in range(len(tokens)) if tokens.starts[at] < end and tokens.ends[at] > start]
    first, last = (inside[0], inside[-1]) if inside else (0, len(tokens) - 1)
    return {word for word in tokens.words[max(0, first - reach) : last + reach + 1] if is_content(word)}

"""Numbers a sentence claims: the same value with the same unit for the same thing, or what follows from two of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from careercoach_desktop.features.evidence.model import ClaimKind
from careercoach_desktop.features.evidence.truth.base import Fragment
from careercoach_desktop.features.evidence.truth.deriving import (
    added,
    apart,
    lasted,
    left_over,
    per_period,
    rated,
    with_oneself,
)
from careercoach_desktop.features.evidence.truth.figures import Figure
from careercoach_desktop.features.evidence.truth.saying import Found, Saying
from careercoach_desktop.features.evidence.truth.tenure import is_experience, tenure
from careercoach_desktop.features.evidence.truth.wording import (
    clause_words,
    counted_noun,
    near_words,
    same_word,
    shared,
)
from careercoach_desktop.features.evidence.vocabulary.meanings import ANYBODY, PERSONS, concepts, keys
from careercoach_desktop.features.evidence.vocabulary.numerals import numerals
from careercoach_desktop.features.evidence.vocabulary.tokens import fold

_OVER_TARGET = re.compile(r"target|goal|quota|ziel|vorgabe|objecti|objetivo|meta\b", re.IGNORECASE)
_ROUNDED = 0.6
_OUT_OF = re.compile(r"\s(?:\w+ )?(?:of|out of|von|sur|de|aus)(?: the| den| los| las| les)?\s", re.IGNORECASE)
_ALL = re.compile(
    r"\b(?:all|every|each of the|alle|sämtliche|tous les|toutes les|tod[oa]s l[oa]s|l[oa]s)\s(?:of the |the |die |"
    r"der )?$",
    re.IGNORECASE,
)
_LAST = re.compile(r"\s*(?:[.;!]|$)")
_POINTS = re.compile(r"\s(?:points?|puntos?|punkte?n?|prozentpunkte?n?)\b", re.IGNORECASE)
_COUNTED = {
    "work": re.compile(
        r"employer|compan|arbeitgeber|unternehmen|firmen|entreprise|employeur|empresas|empleador", re.IGNORECASE
    ),
    "certificates": re.compile(r"certificat|zertifikat|certificad", re.IGNORECASE),
    "publications": re.compile(r"publica|article|artikel|artículo|papers?\b|veröffentlich", re.IGNORECASE),
    "languages": re.compile(r"languages|sprachen|langues|idiomas|lenguas", re.IGNORECASE),
}


def amounts(said: Saying) -> Iterator[Found]:
    """Every figure of the sentence that is told of the person."""
    for figure in said.read.figures:
        if said.voice.theirs(figure.start, figure.end) or _from_posting(said, figure):
            continue
        experience = is_experience(said, figure)
        if figure.one and not experience and not _took(said, figure):
            continue
        yield tenure(said, figure) if experience else _traced(said, figure)


def _from_posting(said: Saying, figure: Figure) -> bool:
    """A figure of the posting in a clause of a letter that says neither "I" nor "my"."""
    posting = said.posting
    if posting is None or not (said.voice.unclaimed(figure.start) or said.voice.before_me(figure.end)):
        return False
    known = any(figure.agrees(other) for each in said.evidence.fragments for other in each.figures)
    return not known and any(figure.agrees(other) for other in posting.figures)


def _took(said: Saying, figure: Figure) -> bool:
    """Whether "in a year" tells how long something took of which evidence says it too."""
    near = said.own or [each for _, each in said.likest(said.content, said.scope(figure.start), 3)[:1]]
    return any(other.unit == figure.unit for each in near for other in each.figures)


def _traced(said: Saying, figure: Figure) -> Found:
    scope = said.scope(figure.start)
    same = [(each, other) for each in scope for other in each.figures if _agrees(said, figure, other)]
    proof = [each for each, other in same if _for_the_same(said, figure, each, other, scope)]
    proof = proof or _following(said, figure, scope) or _number_of_entries(said, figure)
    proof = proof or with_oneself(said, figure, scope) or lasted(said, figure) or rated(said, figure, scope)
    proof = proof or per_period(said, figure, scope) or apart(said, figure, scope)
    proof = proof or added(said, figure, scope) or left_over(said, figure, scope)
    if proof:
        return Found(ClaimKind.NUMBER, figure.text, tuple(proof))
    if same:
        return Found(ClaimKind.NUMBER, figure.text, (), f"Your evidence gives {figure.text} for something else.")
    return Found(ClaimKind.NUMBER, figure.text, (), f"The figure {figure.text} is not in your evidence here.")


def _agrees(said: Saying, figure: Figure, other: Figure) -> bool:
    if figure.agrees(other):
        return True
    # "the close went from 10 to 6": nothing counted, so the unit is that of the evidence.
    if figure.borrowed and not other.unit:
        return any(abs(mine - theirs) < 1e-6 for mine in figure.raw for theirs in other.values)
    exact = any(value != int(value) for value in figure.raw)
    bare = (
        not figure.unit
        and not counted_noun(said.read.tokens, figure.end)
        and (exact or direction(said.text, figure) in {"from", "to"} or _LAST.match(said.text, figure.end))
    )
    return bool(bare) and any(abs(mine - theirs) < 1e-6 for mine in figure.raw for theirs in other.raw)


def _for_the_same(said: Saying, figure: Figure, each: Fragment, other: Figure, scope: list[Fragment]) -> bool:
    """Whether evidence uses the figure for the same thing: what it counts, its direction, and what the sentence is
    about."""
    rivals = [rival for rival in each.figures if rival is not other and rival.unit == other.unit]
    if not figure.unit and not _counts_the_same(said, figure, each, other, rivals):
        return False
    if rivals and not _same_role(said, figure, each, other, rivals):
        return False
    if _ALL.search(said.text[: figure.start]) and _of_more(each, other):
        return False
    if each in said.own or each.quote.path.endswith((".score", ".level")):
        return True
    mine = said.words_between(*said.part(figure.start))
    mine = mine or said.content
    score = shared(mine, each.content)
    others = max((shared(mine, rest.content) for rest in scope if rest is not each), default=0)
    if figure.unit and score <= 1 and others >= score + 2:
        return False
    if score or shared(said.content, each.content):
        return True
    # Nothing in common: only when nothing else in evidence has more in common with the sentence either.
    return len(mine) < 2 or all(
        not shared(mine, rest.content) for rest in scope if rest is not each and not rest.is_note
    )


def _of_more(each: Fragment, other: Figure) -> bool:
    """ "12 of 15": that 15 is not how many it were."""
    before = [rival for rival in each.figures if rival.end <= other.start]
    return bool(before) and _OUT_OF.fullmatch(each.quote.text, before[-1].end, other.start) is not None


def _counts_the_same(said: Saying, figure: Figure, each: Fragment, other: Figure, rivals: list[Figure]) -> bool:
    mine = counted_noun(said.read.tokens, figure.end)
    if not mine or mine[0] in _OCCASIONS or any(numerals(mine[0], said.read.language)):
        return True
    theirs = counted_noun(each.tokens, other.end)
    if any(same_word(word, there) for word in mine for there in theirs):
        return True
    if any(same_word(word, there) for word in said.content for there in theirs):
        return not any(same_word(mine[0], there) for rival in rivals for there in counted_noun(each.tokens, rival.end))
    for rival in rivals:
        if _OUT_OF.fullmatch(each.quote.text, other.end, rival.start):
            return True  # "12 of 15 children" counts children
        if {direction(each.quote.text, other), direction(each.quote.text, rival)} == {"from", "to"}:
            return True  # "from 30 to 55 pupils" counts pupils twice
        counted = counted_noun(each.tokens, rival.end)
        if any(same_word(word, there) for word in mine for there in counted):
            return False
    near = near_words(each.tokens, other.start, other.end, 4)
    if any(same_word(word, there) for word in mine for there in near | each.content):
        return True
    if not theirs:
        return True
    meant, told = concepts(_head(mine, said.read)), concepts(_head(theirs, each))
    return not (meant and told) or _both_people(meant, told)


def _both_people(one: frozenset[str], other: frozenset[str]) -> bool:
    """ "Two hundred people a day" may be customers, patients or pupils."""
    return not (PERSONS.isdisjoint(one) or PERSONS.isdisjoint(other)) and not (
        ANYBODY.isdisjoint(one) and ANYBODY.isdisjoint(other)
    )


_OCCASION_WORDS = "time reprise fois vez veces mal occasion gelegenheit ocasion point punto punkt prozentpunkt"
_OCCASIONS = frozenset(_OCCASION_WORDS.split())


def _head(words: list[str], read: Fragment) -> str:
    """What is counted, of the words after a number: the last one where adjectives go before, else the first."""
    return words[0] if read.language in {"fr", "es"} else words[-1]


def _same_role(said: Saying, figure: Figure, each: Fragment, other: Figure, rivals: list[Figure]) -> bool:
    """ "from 6 h to 50 min" must not become "from 50 min to 6 h", nor one of two percentages stand for the other."""
    mine, theirs = direction(said.text, figure), direction(each.quote.text, other)
    paired = "by" in {mine, theirs} or any(
        direction(said.text, rest) for rest in said.read.figures if rest is not figure
    )
    if mine and theirs and mine != theirs and paired:
        return False
    if not mine and theirs:
        return True
    words = clause_words(said.read.tokens, figure.start, figure.end)
    score = shared(words, clause_words(each.tokens, other.start, other.end))
    best = max(shared(words, clause_words(each.tokens, rival.start, rival.end)) for rival in rivals)
    if not mine and not theirs and _in_the_same_order(said, figure, each, other):
        return True
    if not mine and not theirs and _is_telling(other, rivals) and figure.values == other.values:
        return True
    return score >= best or (each not in said.own and score > 0) or bool(mine and mine == theirs)


def _in_the_same_order(said: Saying, figure: Figure, each: Fragment, other: Figure) -> bool:
    """ "70 at lunch and 90 at dinner": a neighbour of the figure is the neighbour of the other, on the same side."""
    mine, theirs = said.read.figures, each.figures
    at, there = mine.index(figure), theirs.index(other)
    after = at + 1 < len(mine) and there + 1 < len(theirs) and mine[at + 1].agrees(theirs[there + 1])
    before = at > 0 and there > 0 and mine[at - 1].agrees(theirs[there - 1])
    return after or before


def _is_telling(other: Figure, rivals: list[Figure]) -> bool:
    """A figure that no other of its sentence could be mistaken for: much larger, or with decimals where they have
    none."""
    value = max(other.values)
    return value >= 100 and all(max(rival.values) * 10 <= value for rival in rivals)


_TOWARDS = {
    "from": "from", "von": "from", "vom": "from", "de": "from", "du": "from", "desde": "from", "del": "from",
    "to": "to", "auf": "to", "à": "to", "a": "to", "al": "to", "bis": "to", "hasta": "to",
    "by": "by", "um": "by",
}  # fmt: skip
_UP_TO = re.compile(r"\b(?:up|bis|jusqu['’]|hasta)\s?(?:to|zu|à|a)?\s?$", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"\b(from|to|by|von|vom|auf|um|bis|desde|del|de|du|al|à|a|hasta)\s(?:rund |about |etwa |environ |las? |los |"
    r"l['’])?[€$£]?\s?$",
    re.IGNORECASE,
)


def direction(text: str, figure: Figure) -> str:
    """Whether a figure is where something came from, or where it went to."""
    before = text[max(0, figure.start - 24) : figure.start]
    found = _PREPOSITION.search(before)
    if not found or _UP_TO.search(before[: found.start(1) + len(found[1])]):
        return ""
    word = found[1].casefold()
    if word in _LOOSE:
        # "de 28 lits", "a 15 empresas": only with its other half ("de 9 à 4").
        if _TOWARDS[word] == "from":
            numbered = any(_is_number(half[1]) for half in _THEN.finditer(text, figure.end, figure.end + 34))
        else:
            numbered = any(
                _is_number(half[1]) for half in _SINCE_THEN.finditer(text, max(0, figure.start - 40), figure.start)
            )
        if not numbered and not _MOVED.search(text[max(0, figure.start - 40) : figure.start]):
            return ""
    return _TOWARDS[word]


_MOVED = re.compile(
    r"\b(?:passée?s?|ramenée?s?|tombée?s?|descendue?s?|pas(?:ó|aron|amos)|baj\w+|sub\w+|redu\w+|cay\w+|"
    r"descend\w+)\s[^,;.]{0,12}$",
    re.IGNORECASE,
)
_LOOSE = frozenset({"de", "du", "del", "von", "vom", "desde", "à", "a", "al"})
_THEN = re.compile(r"\b(?:à|a|al|auf|bis|hasta|to)\s(?:las? |los |l['’])?(\S+)", re.IGNORECASE)
_SINCE_THEN = re.compile(r"\b(?:de|du|del|desde|von|vom|from)\s(?:las? |los |l['’])?(\S+)", re.IGNORECASE)


def _is_number(word: str) -> bool:
    return any(map(str.isdigit, word)) or any(numerals(fold(word), "es")) or any(numerals(fold(word), "fr"))


# What follows from evidence


_INSTEAD = re.compile(
    r"[^.;,:]{0,24}?\b(?:statt|anstatt|instead of|rather than|au lieu d|en lugar d|en vez d|frente a)", re.IGNORECASE
)
"""“two instead of five”: where it went to, not by how much."""


def _following(said: Saying, figure: Figure, scope: list[Fragment]) -> list[Fragment]:
    """Evidence of two figures from which this one follows: the difference, the change in per cent, the sum."""
    if direction(said.text, figure) in {"from", "to"} or _INSTEAD.match(said.text, figure.end):
        return []
    found = [each for each in scope if _follows(said, figure, each) and shared(said.content, each.content)]
    return found[:1] or _sum(said, figure, scope)


def _follows(said: Saying, figure: Figure, each: Fragment) -> bool:
    value = max(figure.values)
    if figure.unit == "month" and any(
        value in {12.0 * abs(first - last), 12.0 * (abs(first - last) + 1)}
        for first in each.years
        for last in each.years
    ):
        return True  # "in four years", where it was from 2020 to 2024
    for one, two in pairwise(each.figures):
        if one.unit != two.unit or not (one.values and two.values):
            continue
        before, after = max(one.values), max(two.values)
        if _OUT_OF.fullmatch(each.quote.text, one.end, two.start):
            rest, part = after - before, before / after * 100 if after else 0.0
            if (not figure.unit and _close(figure, value, rest)) or (
                figure.unit == "%" and _close(figure, value, part, _ROUNDED)
            ):
                return True
        if direction(each.quote.text, two) not in {"to", "by"} and direction(each.quote.text, one) != "from":
            continue
        if figure.unit == one.unit and not figure.unit.startswith("%") and _close(figure, value, abs(before - after)):
            return True
        if figure.unit == "%" and before and _close(figure, value, abs(before - after) / before * 100, _ROUNDED):
            return True
        points = _POINTS.match(said.text, figure.end) or "point" in figure.text or "punkt" in figure.text
        if one.unit == "%" and points and _close(figure, value, abs(before - after)):
            return True
        if figure.unit == "x" and before and after and _close(figure, value, max(before / after, after / before), 0.05):
            return True
    over = _OVER_TARGET.search(each.quote.text) and _OVER_TARGET.search(said.text)
    return bool(
        over
        and figure.unit == "%"
        and any(other.unit == "%" and _close(figure, abs(value - 100), max(other.values)) for other in each.figures)
    )


def _close(figure: Figure, value: float, true: float, slack: float = 1e-6) -> bool:
    if figure.about:
        slack = max(slack, (0.05 if figure.raw else 0.12) * true)
    if figure.at_least and value <= true <= 1.5 * value:
        return True
    return abs(value - true) <= slack


def _sum(said: Saying, figure: Figure, scope: list[Fragment]) -> list[Fragment]:
    noun = counted_noun(said.read.tokens, figure.end)[:1]
    if figure.unit or not noun or not concepts(noun[0]):
        return []
    parts = [
        (max(other.values), each)
        for each in scope
        for other in each.figures
        if not other.unit
        and any(not keys(word).isdisjoint(keys(noun[0])) for word in counted_noun(each.tokens, other.end)[:1])
    ]
    value = max(figure.values)
    for at, (one, first) in enumerate(parts):
        for two, second in parts[at + 1 :]:
            if first is not second and _close(figure, value, one + two):
                return [first, second]
    return []


def _number_of_entries(said: Saying, figure: Figure) -> list[Fragment]:
    """ "two employers", "three languages": as many as stand in the résumé."""
    after = said.text[figure.end : figure.end + 30]
    evidence = said.evidence
    lists = {
        "work": [job.id for job in evidence.resume.work],
        "certificates": [paper.id for paper in evidence.resume.certificates],
        "publications": [work.id for work in evidence.resume.publications],
        "languages": [tongue.id for tongue in evidence.resume.languages],
    }
    for name, pattern in _COUNTED.items():
        if not figure.unit and pattern.search(after) and max(figure.values) <= len(lists[name]):
            return [each for each in evidence.fragments if each.entry in lists[name]]
    return []

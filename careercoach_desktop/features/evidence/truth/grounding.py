"""Whether a model's sentence says what the person's evidence says, in whatever words.

The truth check traces what can be named: figures, skills, employers, titles. A sentence may hold none of these and
still have nothing to do with the person ("Hire her at once"), above all when a posting told the model to write it. So
most of what carries meaning in each new sentence must have its like in the evidence, and something in each clause.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from careercoach_desktop.features.evidence.model import Claim, ClaimKind
from careercoach_desktop.features.evidence.truth.base import EvidenceBase, sentences
from careercoach_desktop.features.evidence.truth.wording import content_words, is_content, same_word
from careercoach_desktop.features.evidence.vocabulary.tokens import tokenize

LEAST_SHARE = 0.5
_CLAUSE = re.compile(
    r"[,;:()–—]|\b(?:and|or|while|which|that|by|und|oder|wobei|indem|et|ou|en|qui|y|o|que)\b", re.IGNORECASE
)
_REASON = "This says something your evidence does not."
_OFF = "This says something else than the evidence it names."


def ungrounded(text: str, evidence: EvidenceBase, target: str = "") -> list[Claim]:
    """A claim for every sentence of ``text`` that mostly says what is nowhere in evidence, or that has a clause which
    says nothing else. ``target``: the id of the bullet it replaces, or of the entry it joins: it rests on that entry
    and the notes; anything else may rest on everything."""
    entry = evidence.home.get(target, target if target in evidence.entry_names else "")
    fragments = [each for each in evidence.fragments if not entry or each.is_note or each.entry == entry]
    known = {word for each in fragments for word in each.tokens.words}
    return [
        Claim(kind=ClaimKind.STATEMENT, text=sentence, path=target, supported=False, reason=_REASON)
        for sentence in sentences(text)
        if not _rests_on(sentence, known)
    ]


def off_the_quotes(text: str, quotes: Sequence[str], target: str) -> list[Claim]:
    """A claim for every sentence of a new point that has little to do with what it is said to be made of."""
    known = {word for quote in quotes for word in tokenize(quote).words}
    return [
        Claim(kind=ClaimKind.STATEMENT, text=sentence, path=target, supported=False, reason=_OFF)
        for sentence in sentences(text)
        if not _rests_on(sentence, known)
    ]


def _rests_on(sentence: str, known: set[str]) -> bool:
    words = content_words(tokenize(sentence))
    found = {word for word in words if _known(word, known)}
    if len(found) < LEAST_SHARE * len(words):
        return False
    clauses = [content_words(tokenize(clause)) for clause in _CLAUSE.split(sentence)]
    return not any(len(clause) > 1 and not clause & found for clause in clauses)


def borrowed(text: str, posting: str, evidence: EvidenceBase, target: str = "") -> list[Claim]:
    """A claim for every pair of neighbouring words that stands in the posting and of which the evidence knows neither:
    the posting's words are no evidence, listed as a skill or not."""
    theirs = set(_pairs(posting))
    return [
        Claim(
            kind=ClaimKind.SKILL,
            text=f"{first} {second}",
            path=target,
            supported=False,
            reason=f"“{first} {second}” stands in the posting, not in your evidence.",
        )
        for (first, second), plain in _pairs(text).items()
        if (first, second) in theirs and not any(_known(word, evidence.words) for word in plain)
    ]


def _pairs(text: str) -> dict[tuple[str, str], tuple[str, str]]:
    """Neighbouring content words as written (lower case), with their comparable forms."""
    tokens = tokenize(text)
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for at in range(len(tokens) - 1):
        plain = (tokens.words[at], tokens.words[at + 1])
        if all(is_content(word) for word in plain) and tokens.gap(at + 1) in {" ", "-"}:
            written = (tokens.surface(at, at + 1).casefold(), tokens.surface(at + 1, at + 2).casefold())
            found[written] = plain
    return found


def _known(word: str, words: set[str]) -> bool:
    return word in words or any(same_word(word, other) for other in words)

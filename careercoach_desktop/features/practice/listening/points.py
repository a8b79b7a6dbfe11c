"""Which of a question's key points an answer touches: by words that mean the same, in any of four languages."""

from __future__ import annotations

from collections.abc import Sequence

from careercoach_desktop.features.evidence.truth.wording import Words, content_words
from careercoach_desktop.features.evidence.vocabulary.meanings import keys_of
from careercoach_desktop.features.evidence.vocabulary.tokens import stems, tokenize
from careercoach_desktop.features.practice.listening.telling import Telling, luck, stretches, telling_in

_SHARE = 0.25
"""Of what a point says that must come up, by how telling its words are."""
_ENOUGH = 2.1
"""How unlikely it must be, as a logarithm, that this much of it came up by chance. Over the half of the bank it was
not chosen on, 38 % of the points are found in the bank's own answer and 8 % in one to another question; in two hundred
words 30 % and 11 %."""
_TELLING = 4.0
"""A word that tells so much is hardly ever said about anything else."""
_SUBJECT = 4
"""Telling words a question needs before its answer can be called one to another question."""
_ASKING_WORDS = """
    say says tell tells name names explain explains describe describes show shows give gives mention mentions talk talks
    candidate answer answers clear clearly concrete specific example examples able good real know knows understand
    understands something own actual honest would could
"""
_ASKING = frozenset(stems(_ASKING_WORDS))
"""Words by which a point speaks of answers, not of its subject."""


def touched(points: Sequence[str], text: str, language: str = "en") -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(touched, missing), each in the order of ``points``, which are in ``language``; ``text`` may be in another."""
    told, telling = tokenize(text), telling_in(language)
    said = [(words, keys_of(words)) for words in stretches(told)]
    needed = _ENOUGH + luck(told)
    covered = [point for point in points if _is_touched(point, said, telling, needed)]
    return tuple(covered), tuple(point for point in points if point not in covered)


def relevance(question: str, category: str, text: str, language: str = "en") -> float | None:
    """0 to 1: how much of what the question is about comes up in the answer. None where nobody can tell: a question of
    everyday words (“How would your colleagues describe you?”) is answered in other words."""
    telling = telling_in(language)
    if sum(telling.of(word) >= _TELLING for word in _subject(question)) < _SUBJECT:
        return None
    asked = _subject(f"{question} {category}")
    said = content_words(tokenize(text))
    return sum(map(said.like, asked)) / len(asked)


def _is_touched(point: str, said: Sequence[tuple[Words, set[str]]], telling: Telling, needed: float) -> bool:
    subject = _subject(point) or content_words(tokenize(point))
    least = _SHARE * sum(map(telling.of, subject))
    heard = max(sum(telling.in_common(word, *stretch) for word in subject) for stretch in said)
    return heard > 0 and heard >= max(needed, least)


def _subject(text: str) -> Words:
    return Words(word for word in content_words(tokenize(text)) if word not in _ASKING)

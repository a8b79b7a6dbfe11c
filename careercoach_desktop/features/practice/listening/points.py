"""Which of a question's key points an answer touches: by words that mean the same, in any of four languages."""

from __future__ import annotations

from collections.abc import Sequence

from careercoach_desktop.features.evidence.truth.wording import Words, content_words
from careercoach_desktop.features.evidence.vocabulary.tokens import tokenize

_SHARE = 0.45
"""Of a point's words that must have their like in the answer."""
_ASKING_WORDS = """
    say says tell tells name names explain explains describe describes show shows give gives mention mentions talk talks
    candidate answer answers clear clearly concrete specific example examples able good real know knows understand
    understands something own actual honest
"""
_ASKING = frozenset(_ASKING_WORDS.split())
"""Words by which a point speaks of answers, not of its subject."""


def touched(points: Sequence[str], text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(touched, missing), each in the order of ``points``."""
    said = content_words(tokenize(text))
    covered = [point for point in points if _is_touched(point, said)]
    return tuple(covered), tuple(point for point in points if point not in covered)


def relevance(question: str, text: str) -> float:
    """0 to 1: how much of what the question is about comes up in the answer."""
    asked = _subject(question)
    if not asked:
        return 1.0
    said = content_words(tokenize(text))
    return sum(map(said.like, asked)) / len(asked)


def _is_touched(point: str, said: Words) -> bool:
    subject = _subject(point)
    if not subject:
        return False
    alike = sum(map(said.like, subject))
    return alike >= min(2, len(subject)) and alike / len(subject) >= _SHARE


def _subject(text: str) -> Words:
    return Words(word for word in content_words(tokenize(text)) if word not in _ASKING)

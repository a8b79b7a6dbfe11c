"""Which of a question's key points an answer touches: by words that mean the same, in any of four languages."""

from __future__ import annotations

from collections.abc import Sequence

from careercoach_desktop.features.evidence.truth.wording import Words, content_words
from careercoach_desktop.features.evidence.vocabulary.tokens import stems, tokenize

_SHARE = 0.3
"""Of a point's words, by weight, that must have their like in the answer. Over the bank's own answers (some 35 words
each) a third of the points is found so, and one in fifteen in an answer to another question."""
_EVERYDAY_WEIGHT = 0.3
_EVERYDAY_WORDS = """
    one how time reason before work person people why way step ask next limit question word order rule look effect cost
    change team help cause check customer aim result date part told plan measure end early once matter day decision
    thing sign small back purpose place few side decide said risk open case colleague user need role right seen looked
    kept view task take data two offer source short speak fact written find after manager read stop three test
"""
_TELLING = 4
"""Words of its own a question needs before its answer can be called one to another question."""
_EVERYDAY = frozenset(stems(_EVERYDAY_WORDS))
"""Words half of all points have: they tell little."""
_ASKING_WORDS = """
    say says tell tells name names explain explains describe describes show shows give gives mention mentions talk talks
    candidate answer answers clear clearly concrete specific example examples able good real know knows understand
    understands something own actual honest would could
"""
_ASKING = frozenset(stems(_ASKING_WORDS))
"""Words by which a point speaks of answers, not of its subject."""


def touched(points: Sequence[str], text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(touched, missing), each in the order of ``points``."""
    said = content_words(tokenize(text))
    covered = [point for point in points if _is_touched(point, said)]
    return tuple(covered), tuple(point for point in points if point not in covered)


def relevance(question: str, category: str, text: str) -> float | None:
    """0 to 1: how much of what the question is about comes up in the answer. None where nobody can tell: a question of
    everyday words (“How would your colleagues describe you?”) is answered in other words."""
    if sum(_weight(word) == 1.0 for word in _subject(question)) < _TELLING:
        return None
    asked = _subject(f"{question} {category}")
    said = content_words(tokenize(text))
    return sum(map(said.like, asked)) / len(asked)


def _is_touched(point: str, said: Words) -> bool:
    subject = _subject(point)
    alike = sum(_weight(word) for word in subject if said.like(word))
    return alike > 0 and alike / sum(map(_weight, subject)) >= _SHARE


def _weight(word: str) -> float:
    return _EVERYDAY_WEIGHT if word in _EVERYDAY else 1.0


def _subject(text: str) -> Words:
    return Words(word for word in content_words(tokenize(text)) if word not in _ASKING)

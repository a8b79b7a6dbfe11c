"""How telling a word is: one that many questions have says little about what a posting is after."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from careercoach_desktop.features.evidence.bank.question import BankQuestion
from careercoach_desktop.features.evidence.vocabulary.meanings import keys_of
from careercoach_desktop.features.evidence.vocabulary.tokens import stems

_TELLING = 0.06
"""A word that more than this part of the questions have tells nothing."""


class Weights:
    """Words of questions by their meaning, with how rare each is among all of them."""

    def __init__(self, questions: Sequence[BankQuestion]) -> None:
        self._meanings = {question.id: meanings_of(_words(question)) for question in questions}
        counts = Counter(key for keys in self._meanings.values() for key in keys)
        most = max(2.0, _TELLING * len(questions))
        self._weights = {key: math.log(len(questions) / seen) for key, seen in counts.items() if seen <= most}

    def nearness(self, question: BankQuestion, meanings: Iterable[str]) -> float:
        """How much of what a text speaks of the question speaks of too: 0, or more."""
        own = self._meanings.get(question.id, frozenset())
        shared = own.intersection(meanings)
        return sum(self._weights.get(key, 0.0) for key in shared) / math.sqrt(1 + len(own))


def meanings_of(text: str) -> frozenset[str]:
    """The words of a text by what they mean, in any of the four languages."""
    return frozenset(keys_of({word for word in stems(text) if len(word) > 2 and not word.isdigit()}))


def _words(question: BankQuestion) -> str:
    return " ".join((question.text, question.category, *question.key_points))

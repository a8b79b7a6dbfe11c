"""How much it tells that a word comes up: one that half of all answers have says nothing about what was answered.

Learned from the question bank, which is what people in interviews are asked and what they answer, in each language.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from careercoach_desktop.features.evidence.bank import BankQuestion, QuestionBank
from careercoach_desktop.features.evidence.truth.wording import Words, content_words
from careercoach_desktop.features.evidence.vocabulary.meanings import keys, keys_of
from careercoach_desktop.features.evidence.vocabulary.tokens import Tokens, tokenize

_MOST = 5.0
"""However rare a word is: one word alone is no answer."""
_OWN = 2
"""Sightings that a word of a question owes to this very question, and which do not make it common."""
_STRETCH = 24
"""Words, small ones too: a sentence or two, in which somebody makes one point."""
_STEP = 8


class Telling:
    """For one language. The rarer a meaning is among ``texts``, the more it tells, as the logarithm of how seldom."""

    def __init__(self, texts: Iterable[str]) -> None:
        counts: Counter[str] = Counter()
        count = 0
        for text in texts:
            for stretch in stretches(tokenize(text)):
                count += 1
                counts.update(keys_of(stretch))
        self._unheard = min(_MOST, math.log(count + 2))
        self._known = {
            key: min(_MOST, math.log((count + 2) / (max(0, seen - _OWN) + 1))) for key, seen in counts.items()
        }

    def of(self, word: str) -> float:
        """The most a comparable word can tell: 0 or more."""
        return max(self._known.get(key, self._unheard) for key in keys(word))

    def in_common(self, word: str, others: Words, meanings: set[str]) -> float:
        """How much it tells that this word has its like among others, which mean ``meanings``; 0 where it has not."""
        shared = keys(word) & meanings
        if shared:
            return max(self._known.get(key, self._unheard) for key in shared)
        return self.of(word) if others.like(word) else 0.0


@cache
def telling_in(language: str) -> Telling:
    """Learned when first asked for (0.3 s), and kept; a language the bank has nothing in is heard with English."""
    bank = QuestionBank()
    return Telling(_texts(bank.questions(language=language if language in bank.languages() else "en")))


def stretches(tokens: Tokens) -> Iterator[Words]:
    """The content words of every sentence or two, overlapping: spoken language has no full stops to go by."""
    for start in range(0, max(1, len(tokens) - _STRETCH + _STEP), _STEP):
        end = start + _STRETCH
        yield content_words(Tokens(tokens.text, tokens.words[start:end], [], [], []))


def luck(tokens: Tokens) -> float:
    """What must be taken off: in a long text any words come together somewhere."""
    return math.log(max(1.0, len(tokens) / _STRETCH))


def _texts(questions: Iterable[BankQuestion]) -> Iterator[str]:
    for question in questions:
        yield question.text
        yield question.good_answer
        yield " ".join(question.key_points)
        yield " ".join(question.criteria)

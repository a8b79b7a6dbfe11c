"""Chooses the questions of one conversation: varied, about the posting, not asked before, in a sensible order."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from careercoach_desktop.features.evidence.bank.question import ENGLISH, BankQuestion, Level, Place
from careercoach_desktop.features.evidence.bank.weights import Weights, meanings_of

_LEVELS = list(Level)
_OF_THE_FIELD = {"TECHNICAL": 0.8, "PANEL": 0.5, "IN_PERSON": 0.45, "VIDEO_CALL": 0.45, "PHONE_SCREEN": 0.35}
_OF_THE_FIELD_OTHERWISE = 0.35
"""Which part of a conversation is about the field of work."""
_KIN = {
    "PHONE_SCREEN": ("VIDEO_CALL",),
    "VIDEO_CALL": ("IN_PERSON", "PHONE_SCREEN"),
    "IN_PERSON": ("VIDEO_CALL", "BEHAVIORAL"),
    "TECHNICAL": ("IN_PERSON",),
    "BEHAVIORAL": ("IN_PERSON", "PANEL"),
    "PANEL": ("BEHAVIORAL", "IN_PERSON"),
    "FINAL": ("PANEL", "BEHAVIORAL"),
    "OTHER": ("TECHNICAL", "PANEL"),
}
"""Where questions come from when a kind of interview has too few."""
_ASKED = 100.0
_SAME_SKILL = 2.5
_OTHER_LEVEL = 2.0
_OTHER_KIND = 6.0
_NOT_WANTED_PART = 3.0
_POSTING = 2.5
_CHANCE = 1.5
_WITH_OPENING = 3
_WITH_CLOSING = 5


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the questions are for. ``fields``: see ``QuestionBank.fields_for``; ``posting``: its text, or only its
    keywords; ``asked``: ids that were asked before, which come again only when nothing else is left."""

    type: str
    level: Level | str = Level.MEDIUM
    count: int = 6
    fields: Sequence[str] = ()
    posting: str = ""
    seed: int = 0
    asked: Collection[str] = ()
    language: str = ENGLISH
    """Where the bank has no questions in it they are in English."""


def choose(questions: Sequence[BankQuestion], wanted: Wanted, weights: Weights) -> list[BankQuestion]:
    """See ``QuestionBank.choose``. Fewer than wanted only when the bank has no more."""
    choice = _Choice(questions, wanted, weights)
    opening = choice.take(1, Place.OPENING) if wanted.count >= _WITH_OPENING else []
    closing = choice.take(1, Place.CLOSING) if wanted.count >= _WITH_CLOSING else []
    left = wanted.count - len(opening) - len(closing)
    middle = choice.take(left, Place.MIDDLE)
    middle.sort(key=lambda question: _LEVELS.index(question.level))  # stable: the best of a level stay first
    return [*opening, *middle, *closing]


class _Choice:
    """One at a time, each the best beside those that are chosen."""

    def __init__(self, questions: Sequence[BankQuestion], wanted: Wanted, weights: Weights) -> None:
        self._wanted = wanted
        chance = random.Random(wanted.seed)  # noqa: S311 - variety, not secrecy
        posting = meanings_of(wanted.posting)
        self._worth = {
            question: self._of_itself(question) + chance.random() * _CHANCE
            for question in sorted(questions, key=lambda question: question.id)
            if question.field in ("", *wanted.fields)
        }
        near = {question: weights.nearness(question, posting) for question in self._worth}
        most = max(near.values(), default=0.0) or 1.0
        for question, nearness in near.items():
            self._worth[question] += _POSTING * nearness / most
        self._skills: Counter[str] = Counter()
        self._of_field = 0
        self._taken = 0

    def take(self, count: int, place: Place) -> list[BankQuestion]:
        found: list[BankQuestion] = []
        while len(found) < count:
            left = [question for question in self._worth if question.place is place]
            if not left:
                break
            best = max(left, key=lambda question: self._worth[question] + self._beside(question))
            found.append(best)
            del self._worth[best]
            self._skills[best.category.casefold()] += 1
            self._of_field += bool(best.field)
            self._taken += 1
        return found

    def _of_itself(self, question: BankQuestion) -> float:
        worth = -_ASKED if question.id in self._wanted.asked else 0.0
        if self._wanted.type not in question.types:
            kin = _KIN.get(self._wanted.type, ())
            worth -= _OTHER_KIND * (1 if any(kind in question.types for kind in kin) else 2)
        apart = abs(_LEVELS.index(question.level) - _LEVELS.index(Level(self._wanted.level)))
        return worth - _OTHER_LEVEL * apart**2

    def _beside(self, question: BankQuestion) -> float:
        """What it is worth less because of those that are chosen already."""
        worth = -_SAME_SKILL * self._skills[question.category.casefold()]
        if self._wanted.fields and question.place is Place.MIDDLE:
            part = _OF_THE_FIELD.get(self._wanted.type, _OF_THE_FIELD_OTHERWISE)
            short = self._of_field < part * (self._taken + 1)
            worth -= _NOT_WANTED_PART if short is not bool(question.field) else 0.0
        return worth

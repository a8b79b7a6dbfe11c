"""Skills of two words of which one is an activity, found in any form and either order (see ``actions``)."""

from __future__ import annotations

from typing import Generic, TypeVar

from careercoach_desktop.features.evidence.vocabulary.actions import BETWEEN, LINKS, ROOTS, VERB_FORMS
from careercoach_desktop.features.evidence.vocabulary.tokens import Tokens

T = TypeVar("T")
_APART = 3
"""So many words may stand between the two, small ones but one: "managed the annual budget"."""
_ENDS = frozenset(
    {"and", "or", "und", "oder", "et", "ou", "y", "in", "with", "by", "to", "mit", "avec", "con", "en", "as"}
)
_TOO_WIDE = frozenset({"new", "work", "time", "team", "self", "process", "system", "service"})
"""What is done to anything: "developed a process" is no process development."""


class Phrases(Generic[T]):
    """Wordings by what is done to what."""

    def __init__(self) -> None:
        self._done: dict[str, dict[str, T]] = {}

    def add(self, words: tuple[str, ...], entry: T) -> None:
        """Note a wording of comparable words, if it is an activity and its object."""
        bare = [word for word in words if word not in BETWEEN]
        if len(bare) != 2:
            return
        first, second = bare
        if second in ROOTS and first not in ROOTS and first not in _TOO_WIDE:
            self._done.setdefault(ROOTS[second], {}).setdefault(first, entry)
        elif first in ROOTS and second not in ROOTS and second not in _TOO_WIDE:
            self._done.setdefault(ROOTS[first], {}).setdefault(second, entry)

    def at(self, tokens: Tokens, index: int) -> tuple[T, int] | None:
        """The wording whose activity or object is word ``index``, and where it ends."""
        root = ROOTS.get(tokens.words[index])
        if root is not None and (objects := self._done.get(root)) is not None:
            return self._turned(tokens, index, objects)
        return None

    def _turned(self, tokens: Tokens, index: int, objects: dict[str, T]) -> tuple[T, int] | None:
        """ "managing our budgets", "management of budgets"."""
        turns = tokens.words[index] in VERB_FORMS
        strange = 0
        for at in range(index + 1, min(index + 2 + _APART, len(tokens))):
            if not tokens.joined[at]:
                return None
            word = tokens.words[at]
            if word in objects and turns:
                return objects[word], at + 1
            turns = turns or word in LINKS
            if word in ROOTS or word in _ENDS or word[0].isdigit():
                return None  # a figure between is a claim of its own
            if word not in BETWEEN:
                strange += 1
            if strange > 1:
                return None
        return None

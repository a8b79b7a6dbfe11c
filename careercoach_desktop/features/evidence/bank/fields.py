"""Which field of work a title or a posting belongs to, by its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from careercoach_desktop.features.evidence.bank.question import Field
from careercoach_desktop.features.evidence.vocabulary.tokens import stems

_TITLE = 6.0
"""What a word of the first line counts for, against one further down."""
_MOST = 3
_ENOUGH = 0.34
"""A field is named when it has this part of what the likeliest has."""
_COMPOUND = 5
"""From so many letters on a word is also found at either end of a longer one: “Softwareentwickler”."""
_READ = 6000
"""So much of a posting tells; the rest is about the company and how to apply."""


class FieldFinder:
    """Knows the words of every field."""

    def __init__(self, fields: Sequence[Field]) -> None:
        self._phrases: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for field in fields:
            for word in field.words:
                self._phrases[stems(word)].append(field.id)
        self._longest = max(map(len, self._phrases), default=1)
        self._parts = [(phrase[0], of) for phrase, of in self._phrases.items() if len(phrase) == 1]
        self._parts = [(part, of) for part, of in self._parts if len(part) >= _COMPOUND]

    def find(self, text: str) -> tuple[str, ...]:
        """The likeliest first."""
        title, _, rest = text.strip().partition("\n")
        counts: dict[str, float] = defaultdict(float)
        for words, weight in ((stems(title), _TITLE), (stems(rest[:_READ]), 1.0)):
            for found, length in self._found(words):
                counts[found] += weight * length
        if not counts:
            return ()
        best = max(counts.values())
        named = [field for field in counts if counts[field] >= _ENOUGH * best]
        return tuple(sorted(named, key=lambda field: (-counts[field], field))[:_MOST])

    def _found(self, words: tuple[str, ...]) -> list[tuple[str, float]]:
        """Every field a word or phrase belongs to; longer phrases tell more, and a word shared by fields less."""
        found: list[tuple[str, float]] = []
        for at in range(len(words)):
            for size in range(1, self._longest + 1):
                of = self._phrases.get(words[at : at + size], [])
                found += [(field, size / len(of)) for field in of]
            if (words[at],) not in self._phrases and len(words[at]) > _COMPOUND:
                for part, of in self._parts:
                    if words[at].startswith(part) or words[at].endswith(part):
                        found += [(field, 1 / len(of)) for field in of]
        return found

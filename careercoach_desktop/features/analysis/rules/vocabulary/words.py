"""What the rules about wording know of one language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


def one_of(phrases: str) -> re.Pattern[str]:
    """Any of the phrases (parted by ``|``; may be patterns) as whole words, whatever their case."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(p.strip() for p in phrases.split('|'))})(?!\w)", re.IGNORECASE)


@dataclass(frozen=True)
class Vocabulary:
    """``weak`` matches openings that say little; ``first_person`` a person speaking of themselves; ``buzz`` phrases
    everybody writes; ``figures`` amounts in words; ``aside`` words that explain two jobs at once. ``verbs`` maps the
    present of verbs that are nothing else to their past; empty where tense is no matter of single words."""

    language: str
    small: frozenset[str]
    weak: re.Pattern[str]
    first_person: re.Pattern[str]
    buzz: re.Pattern[str]
    figures: re.Pattern[str]
    aside: re.Pattern[str]
    verbs: Mapping[str, str] = field(default_factory=dict)

    @property
    def past(self) -> frozenset[str]:
        return frozenset(self.verbs.values())


def small_words(words: str) -> frozenset[str]:
    return frozenset(words.split())


def present_and_past(regular: Iterable[str], irregular: Mapping[str, str]) -> dict[str, str]:
    """Base and third person of English verbs with their past."""
    pasts = {verb: _past(verb) for verb in regular} | dict(irregular)
    return {form: past for verb, past in pasts.items() for form in (verb, _third(verb))}


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ied"
    return f"{verb}ed"


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"

"""Which actions somebody means by a few letters: what begins like them first, what only resembles them last."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from careercoach_desktop.foundation.feature import Action
from careercoach_desktop.foundation.storage.search.model import Marked

_PREFIX, _WORDS, _KEYWORDS, _INITIALS = 100.0, 90.0, 80.0, 70.0
SURE = _KEYWORDS
"""From here on an action is meant, not only resembled."""
_ALIKE = 78.0
"""rapidfuzz's figure (0..100) from which a misspelt word still counts; lower lets "data" be "date"."""
_LEAST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Ranked:
    """``score`` from 0 to 100, and the title with what was typed marked."""

    action: Action
    score: float
    title: Marked


def ranked(typed: str, actions: Iterable[Action]) -> list[Ranked]:
    """The actions that may be meant, best first; equals stay in the order given."""
    words = _folded(typed).split()
    if not words:
        return []
    found = [one for action in actions if (one := _rank(words, action)) is not None]
    return sorted(found, key=lambda one: -one.score)


def recent_first(actions: Sequence[Action], recent: Sequence[str]) -> list[Action]:
    """Those used lately (names, newest first) before the others."""
    place = {name: at for at, name in enumerate(recent)}
    return sorted(actions, key=lambda action: place.get(action.name, len(place)))


def _rank(words: Sequence[str], action: Action) -> Ranked | None:
    title = _folded(action.title)
    parts = [(found.start(), found[0]) for found in re.finditer(r"\w+", title)]
    starts = [_start(word, parts) for word in words]
    marks = tuple(sorted({(at, at + len(word)) for at, word in zip(starts, words, strict=True) if at is not None}))
    if title.startswith(" ".join(words)):
        return Ranked(action, _PREFIX, Marked(action.title, ((0, len(" ".join(words))),)))
    if all(at is not None for at in starts):
        return Ranked(action, _WORDS, Marked(action.title, marks))
    others = [(0, word) for keyword in action.keywords for word in _folded(keyword).split()]
    if all(at is not None or _start(word, others) is not None for at, word in zip(starts, words, strict=True)):
        return Ranked(action, _KEYWORDS, Marked(action.title, marks))
    if (letters := _initials("".join(words), parts)) is not None:
        return Ranked(action, _INITIALS, Marked(action.title, letters))
    alike = _likeness(words, [part for _, part in (*parts, *others)])
    return Ranked(action, alike / 2, Marked(action.title)) if alike >= _ALIKE else None


def _start(word: str, parts: Iterable[tuple[int, str]]) -> int | None:
    return next((at for at, part in parts if part.startswith(word)), None)


def _initials(letters: str, parts: Sequence[tuple[int, str]]) -> tuple[tuple[int, int], ...] | None:
    """``aaj`` means “Add a job”."""
    firsts = "".join(part[0] for _, part in parts)
    if len(letters) < 2 or not firsts.startswith(letters):
        return None
    return tuple((at, at + 1) for at, _ in parts[: len(letters)])


def _likeness(words: Sequence[str], parts: Sequence[str]) -> float:
    """Of the word that resembles its best partner least: a misspelling is forgiven, another word is not."""
    if any(len(word) < _LEAST_LETTERS for word in words):
        return 0.0
    return min(max(fuzz.ratio(word, part[: len(word) + 1]) for part in parts) for word in words)


def _folded(text: str) -> str:
    """Lower case without accents, letter for letter, so that places stay the same."""
    return "".join(_plain(letter) for letter in text.replace("’", "'"))


def _plain(letter: str) -> str:
    folded = unicodedata.normalize("NFKD", letter.casefold())[:1]
    return folded or letter

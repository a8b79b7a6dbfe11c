"""Spelling, where the computer offers it: Enchant, which finds whatever dictionaries are installed.

No dictionary comes with us and none is fetched. Where there is none for a language, nothing is ever called wrong.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

AT_MOST_SUGGESTED = 5
_ADVISED = 6
"""Words of a text for which suggestions are looked up: that takes a dictionary much longer than saying no."""
_DICTIONARIES = 3
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NO_WORDS = re.compile(r"\S*(?:[@/\\#]|\w\.\w|\d)\S*")
"""Addresses, versions, figures: whatever stands in them is no word."""
_NOUNS_ARE_CAPITAL = frozenset({"de"})


class Dictionary(Protocol):
    """One dictionary of the computer."""

    def check(self, word: str, /) -> bool:
        """Whether it knows the word."""
        ...

    def suggest(self, word: str, /) -> Sequence[str]:
        """Words it knows that look like this one, the likeliest first."""
        ...


@dataclass(frozen=True, slots=True)
class Misspelling:
    """Characters ``start`` up to, not including, ``end`` of a text, and what may have been meant."""

    start: int
    end: int
    suggestions: tuple[str, ...] = ()


class Spelling:
    """Thread-safe, but slow at first use of a language (some 100 ms): call it off the Qt thread.

    ``find`` gives the dictionaries for a language (ISO 639-1), the preferred one first; none where there is none.
    """

    def __init__(self, find: Callable[[str], Sequence[Dictionary]] | None = None) -> None:
        self._find = find or dictionaries_here
        self._found: dict[str, Sequence[Dictionary]] = {}
        self._verdicts: dict[tuple[str, str], bool] = {}
        self._suggested: dict[tuple[str, str], tuple[str, ...]] = {}
        self._turn = threading.Lock()  # Enchant wants one caller at a time

    def misspelt(self, language: str, text: str, known: Collection[str] = ()) -> list[Misspelling]:
        """The words of ``text`` that no dictionary of the language knows; ``known`` (in lower case) are always right.

        Names are left alone as far as they can be told: capital letters inside a sentence, or throughout.
        """
        with self._turn:
            dictionaries = self._dictionaries(language)
            if not dictionaries:
                return []
            wrong = [
                match
                for match in _words(text, language)
                if match[0].casefold() not in known and not self._knows(language, dictionaries, match[0])
            ]
            return [
                Misspelling(match.start(), match.end(), self._advice(language, dictionaries, match[0], number))
                for number, match in enumerate(wrong)
            ]

    def _dictionaries(self, language: str) -> Sequence[Dictionary]:
        if language not in self._found:
            self._found[language] = self._find(language)
        return self._found[language]

    def _knows(self, language: str, dictionaries: Sequence[Dictionary], word: str) -> bool:
        key = (language, word)
        if key not in self._verdicts:
            plain = word.replace("’", "'")
            self._verdicts[key] = any(each.check(plain) for each in dictionaries)
        return self._verdicts[key]

    def _advice(self, language: str, dictionaries: Sequence[Dictionary], word: str, number: int) -> tuple[str, ...]:
        key = (language, word)
        if key not in self._suggested and number < _ADVISED:
            self._suggested[key] = tuple(dictionaries[0].suggest(word.replace("’", "'")))[:AT_MOST_SUGGESTED]
        return self._suggested.get(key, ())


def dictionaries_here(language: str) -> Sequence[Dictionary]:
    """The dictionaries this computer has for a language, its own region first; empty without Enchant."""
    try:
        import enchant
    except ImportError:  # the library is not installed here, or the computer has no Enchant
        return ()
    broker = enchant.Broker()
    tags = [tag for tag in broker.list_languages() if re.split(r"[_-]", tag)[0] == language]
    here = _region()
    tags.sort(key=lambda tag: (not tag.endswith(here), "_" not in tag, tag))
    found: list[Dictionary] = []
    for tag in tags[:_DICTIONARIES]:
        try:
            found.append(broker.request_dict(tag))
        except enchant.errors.Error:  # listed, but broken: as good as not there
            continue
    return found


def _region() -> str:
    """``_GB`` on a computer that speaks British English."""
    import locale

    name = locale.getlocale()[0] or ""
    return f"_{name.partition('_')[2]}" if "_" in name else "_US"


def _words(text: str, language: str) -> list[re.Match[str]]:
    """The words worth looking up."""
    hidden = _NO_WORDS.sub(lambda found: " " * len(found[0]), text)
    return [match for match in _WORD.finditer(hidden) if not _may_be_a_name(text, match, language)]


def _may_be_a_name(text: str, match: re.Match[str], language: str) -> bool:
    word = match[0]
    if len(word) == 1 or word[1:] != word[1:].lower():
        return True
    if word[0].islower() or language in _NOUNS_ARE_CAPITAL:
        return False
    before = text[: match.start()].rstrip(" “„«\"'(")
    return bool(before) and before[-1] not in ".!?:;\n–—-•"

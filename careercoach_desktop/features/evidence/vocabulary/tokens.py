"""Text as comparable words: why "Node.js", "node JS" and "NODE.JS" meet, and "budgets" meets "budget".

Every comparison in matching, in the truth check and in tailoring goes through this one tokenizer, so two texts
that mean
the same words have the same tokens whatever their case, accents, hyphens or plural endings.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_TOKEN = re.compile(r"\.net\b|[^\W_]+(?:\+\+|\#|(?<=[A-Za-z])\+(?!\w))?|&", re.IGNORECASE)
_JOINS = frozenset({"", " ", "-", "/", ".", "'", "’", "–", "\u00a0", "‑", "  ", " / ", "_", "®", "™", "® ", "™ "})
_MARKDOWN = re.compile(r"[*`]{1,3}|__|^\s*>\s?|\[([^\]]*)\]\([^)]*\)", re.MULTILINE)
_stems: dict[str, str] = {"&": "and"}


def fold(word: str) -> str:
    """Lower case without accents: ``Café`` → ``cafe``."""
    word = word.casefold()
    if word.isascii():
        return word
    return "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))


def _plural_free(word: str) -> str:
    if len(word) < 4 or not word[-1].isalpha():
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    if len(word) >= 8 and word.endswith(("ungen", "heiten", "keiten", "ionen")):
        return word[:-2]
    return word


def stem(word: str) -> str:
    """The comparable form of one word: folded, plural ending removed. Cheap: every word is worked out once."""
    known = _stems.get(word)
    if known is None:
        known = _stems[word] = _plural_free(fold(word))
    return known


@dataclass(slots=True)
class Tokens:
    """A text and its words. ``joined[i]`` says that word i follows word i-1 within one phrase (no comma, no full
    stop)."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    joined: list[bool]

    def __len__(self) -> int:
        return len(self.words)

    def surface(self, first: int, last: int) -> str:
        """The original characters of words ``first`` up to, not including, ``last``."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def gap(self, index: int) -> str:
        """The characters between word ``index - 1`` and word ``index``; at the ends, what stands before or after."""
        before = self.ends[index - 1] if index > 0 else 0
        after = self.starts[index] if index < len(self.words) else len(self.text)
        return self.text[before:after]


def tokenize(text: str) -> Tokens:
    """Words of ``text`` in order, with their places."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    joined: list[bool] = []
    end = 0
    for found in _TOKEN.finditer(text):
        start = found.start()
        words.append(_stems.get(found[0]) or stem(found[0]))
        starts.append(start)
        joined.append(bool(words[:-1]) and text[end:start] in _JOINS)
        end = found.end()
        ends.append(end)
    return Tokens(text, words, starts, ends, joined)


def stems(text: str) -> tuple[str, ...]:
    """Only the comparable words of ``text``."""
    return tuple(_stems.get(word) or stem(word) for word in _TOKEN.findall(text))


_SMALL_WORDS = {
    "en": "the and of to for with you your our in is are we will",
    "de": "und der die das mit für sie du wir von im zu ein eine bei als unser",
    "fr": "le la les et des de vous nous pour une dans est avec notre votre au",
    "es": "el la los y de en con para que una por se del tu nuestro las",
}
_MARKERS = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}


def language_of(text: str) -> str:
    """``en``, ``de``, ``fr`` or ``es``, by the small words of a text; ``en`` when nothing tells."""
    words = [word.strip(".,;:()") for word in text[:2500].casefold().split()]
    counts = {language: sum(word in markers for word in words) for language, markers in _MARKERS.items()}
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] > 0.08 * len(words) else "en"


_TELLING_WORDS = {
    "en": "an at by on from as i my me were have has had into over up than who that this it its their at",
    "de": "des dem den ein einen einem einer eines auf am an aus nach seit zum zur ich mein meine meiner meinem habe "
    "hat war wurde sowie dass nicht auch über bis sich es sie ist sind oder um dort",
    "fr": "un du au aux en par sur chez je j'ai mon ma mes qui que depuis sous a été ai ce cette ou sans plus d'un "
    "d'une deux trois à où",
    "es": "del al un unos unas mi mis me he ha desde hasta como más sobre sin fue era es son lo dos tres entre muy "
    "donde",
}
_TELLING = {language: _MARKERS[language] | set(words.split()) for language, words in _TELLING_WORDS.items()}


_LETTERS: dict[str, tuple[frozenset[str], tuple[str, ...]]] = {
    "de": (frozenset("äöüß"), ("ung", "ungen", "keit", "heit", "ierte", "iert", "schaft")),
    "fr": (frozenset("çèêàùœ"), ("ée", "ées", "eur", "eux", "euse", "ement")),
    "es": (frozenset("ñóíú"), ("ción", "ciones", "ado", "ada", "dad", "ajes", "mente", "ables", "arias", "arios")),
    "en": (frozenset("\0"), ("ing", "ed", "ly", "ness")),
}


def language_told(text: str, otherwise: str = "") -> str:
    """The language of a short text, by any of its small words; ``otherwise`` when they don't tell."""
    words = [word.strip(".,;:()").replace("’", "'") for word in text[:2500].casefold().split()]
    counts = {language: sum(word in telling for word in words) for language, telling in _TELLING.items()}
    for word in words:
        if len(word) < 4:
            continue
        for language, (letters, endings) in _LETTERS.items():
            counts[language] += (not word.isascii() and not letters.isdisjoint(word)) + word.endswith(endings)
    first, second = sorted(counts.values(), reverse=True)[:2]
    if first == second:
        return otherwise
    return max(counts, key=lambda language: counts[language])


def plain(markdown: str) -> str:
    """Markdown without emphasis marks and link targets, lines kept."""
    return _MARKDOWN.sub(lambda found: found[1] or "", markdown)

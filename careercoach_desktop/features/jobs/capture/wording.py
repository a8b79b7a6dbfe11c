"""Text as pages really hold it, made comparable: odd spaces, invisible characters, accents and case out of the way."""

from __future__ import annotations

import html as entities
import re
import unicodedata

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SPACES = re.compile(r"[^\S\n]+")
_PLACEHOLDERS = frozenset(
    {
        "",
        "-",
        "–",
        "—",
        "n/a",
        "na",
        "null",
        "none",
        "undefined",
        "unknown",
        "not specified",
        "not applicable",
        "keine angabe",
        "k.a.",
        "tbd",
    }
)


def visible(text: str) -> str:
    """``text`` without invisible and control characters; every kind of blank but a newline becomes one space."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    return _SPACES.sub(" ", _CONTROL.sub("", _INVISIBLE.sub("", text)))


def one_line(text: str) -> str:
    """``text`` on one line, trimmed."""
    return " ".join(visible(text).split())


def value_of(text: object, most: int = 300) -> str:
    """A field's value from something a page gave: one line, at most ``most`` characters, placeholders become empty."""
    if not isinstance(text, (str, int, float)) or isinstance(text, bool):
        return ""
    line = one_line(entities.unescape(str(text)) if isinstance(text, str) and "&" in text else str(text))
    return "" if line.casefold() in _PLACEHOLDERS or len(line) > most else line


def folded(text: str) -> str:
    """``text`` for comparing: no accents, no case, words separated by single spaces, ``+`` and ``#`` kept."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return " ".join(re.sub(r"[^\w+#]+", " ", plain.casefold()).split())


def same(one: str, other: str) -> bool:
    """Whether two names are the same to a reader."""
    return bool(folded(one)) and folded(one) == folded(other)


def mentions(text: str, phrase: str) -> bool:
    """Whether ``phrase`` stands in ``text`` as whole words."""
    needle = folded(phrase)
    return bool(needle) and f" {needle} " in f" {folded(text)} "

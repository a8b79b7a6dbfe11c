"""What somebody is called when they are greeted."""

from __future__ import annotations

import unicodedata


def first_name(name: str) -> str:
    """``Lena`` for “Lena Marsh”, “Dr. Lena Marsh” and “Marsh, Lena”. Where the family name comes first (written in
    Chinese, Japanese or Korean) or nothing but initials stands before it, the whole name."""
    name = " ".join(name.split())
    family, comma, given = name.partition(", ")
    if comma and given:
        name = given if " " not in family else family
    words = [word for word in name.split() if not word.endswith(".")]
    is_whole = not words or len(words) == 1 != len(name.split()) - _titles(name) or any(map(_comes_last, name))
    return name if is_whole else words[0]


def _titles(name: str) -> int:
    """How many words before the name are titles, not initials: ``Dr.``, not ``J.``."""
    return sum(word.endswith(".") and len(word) > 2 for word in name.split())


def _comes_last(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith(("CJK", "HIRAGANA", "KATAKANA", "HANGUL"))

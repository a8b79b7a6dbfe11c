"""What Tesseract gets wrong in every language for the same reason: an upright stroke is l, I, |, / or 1."""

from __future__ import annotations

import re

_STROKE_FIRST = re.compile(r"^[/|!\]](?=[a-z]{2,}\b)")
"""``/ndian``, ``|talian``: a slanted or thin I before small letters."""
_SMALL_L_AMONG_CAPITALS = re.compile(r"(?<=[A-Z])l(?=[A-Z]|s?$|s?\W)")
"""``APls``, ``Ul/UX``, ``MlT``."""
_COPYRIGHT_AT = re.compile(r"(?<=\w)[©®](?=[\w-]+\.[a-z]{2,})")
"""``anna©mail.org``."""

_ZERO_IN_NUMBER = re.compile(r"(?<=[\d(+./-])[@O](?=\d)|(?<=\d)[@O](?=[\d)./-])")
_NUMBER = re.compile(r"[\d@O()+./-]+")
_CAPITAL_A_I = re.compile(r"^(\W*)Al(\W*)$")
_LINES_OF_A_NAME = 4
"""So many lines at the top of a page may be somebody's name."""


def mended(text: str) -> str:
    """A word with those put right that can be nothing else."""
    text = _STROKE_FIRST.sub("I", text)
    if sum(char.isupper() for char in text) >= 2:
        text = _SMALL_L_AMONG_CAPITALS.sub("I", text)
    if _NUMBER.fullmatch(text):
        text = _ZERO_IN_NUMBER.sub("0", text)
    return _COPYRIGHT_AT.sub("@", text)


def is_first_person(text: str, follows: str) -> bool:
    """Whether a lone stroke before a small word is the English I rather than a separator."""
    return text in {"|", "l"} and re.fullmatch(r"[a-z]{2,}", follows) is not None


def without_small_l(text: str, follows: str, line: int) -> str:
    """``Al`` as the ``AI`` it nearly always is on a résumé. Not where it may be the short name: in the first lines
    (``line`` counts from 0), or before a word with a capital, as in ``Al Moran``."""
    if line < _LINES_OF_A_NAME or follows[:1].isupper():
        return text
    return _CAPITAL_A_I.sub(r"\1AI\2", text)

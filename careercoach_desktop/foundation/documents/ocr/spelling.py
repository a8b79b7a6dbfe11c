"""What Tesseract gets wrong in every language for the same reason: an upright stroke is l, I, |, / or 1."""

from __future__ import annotations

import re

_STROKE_FIRST = re.compile(r"^[/|!\]](?=[a-z]{2,}\b)")
"""``/ndian``, ``|talian``: a slanted or thin I before small letters."""
_SMALL_L_AMONG_CAPITALS = re.compile(r"(?<=[A-Z])l(?=[A-Z]|s?$|s?\W)")
"""``APls``, ``Ul/UX``, ``MlT``."""
_COPYRIGHT_AT = re.compile(r"(?<=\w)[©®](?=[\w-]+\.[a-z]{2,})")
"""``anna©mail.org``."""


def mended(text: str) -> str:
    """A word with those put right that can be nothing else."""
    text = _STROKE_FIRST.sub("I", text)
    if sum(char.isupper() for char in text) >= 2:
        text = _SMALL_L_AMONG_CAPITALS.sub("I", text)
    return _COPYRIGHT_AT.sub("@", text)

"""How high the letters of a line are, where Tesseract is wrong: it puts a large name and the small address beside it on
one line with one height, and guesses from a few letters."""

from __future__ import annotations

import statistics
from itertools import pairwise

from .hocr import RawLine, RawWord

_WIDE_GAP = 0.9
"""Of the line's height: what stands further apart may be of another size."""
_WRONG = 0.2
_RISING = frozenset("bdfhklt")
_FALLING = frozenset("gjpqy,;()[]{}|/@Q")
_WHOLE, _HALF, _BODY = 1.0, 0.77, 0.54
"""The share of a line's height that a word covers with letters that rise and fall, one of both, or neither."""


def by_size(line: RawLine) -> list[RawLine]:
    """The line, or its parts when they are of different sizes, each with the height its own letters say."""
    groups: list[list[RawWord]] = [[line.words[0]]]
    for last, word in pairwise(line.words):
        if word.left - last.right > _WIDE_GAP * line.height:
            groups.append([])
        groups[-1].append(word)
    heights = [_height(words, line.slope) or line.height for words in groups]
    if all(abs(height - line.height) <= _WRONG * line.height for height in heights):
        return [line]
    return [_part(line, words, height) for words, height in zip(groups, heights, strict=True)]


def _height(words: list[RawWord], slope: float) -> float:
    told: dict[bool, list[float]] = {True: [], False: []}
    for word in words:
        if sum(map(str.isalnum, word.text)) >= 2:
            share = _share(word.text)
            upright = word.bottom - word.top - abs(slope) * (word.right - word.left)  # a word on a slope is less high
            told[share > _BODY].append(upright / share)
    known = told[True] or told[False]
    return statistics.median(known) if known else 0.0


def _share(text: str) -> float:
    rises = any(char.isupper() or char.isdigit() or char in _RISING for char in text)
    falls = any(char in _FALLING for char in text)
    return _WHOLE if rises and falls else _HALF if rises or falls else _BODY


def _part(line: RawLine, words: list[RawWord], height: float) -> RawLine:
    if abs(height - line.height) <= _WRONG * line.height:
        height = line.height
    feet = [word.bottom - line.slope * (word.left + word.right) / 2 for word in words if not set(word.text) & _FALLING]
    base = statistics.median(feet) if feet else line.base
    # The line's own baseline is the better one while it agrees with the words.
    return RawLine(words, line.slope, line.base if abs(base - line.base) < 0.1 * height else base, height)

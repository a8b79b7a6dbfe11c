"""How high the letters of a line are. Tesseract puts a large name and the small address beside it on one line with one
height, guesses from a few letters, and differs by a pixel or two from line to line.

A word shows its line's height by the letters it has: whole (``Agy``), without what falls (``Abd``) or rises (``gyp``),
or neither (``exam``); Chinese and Japanese signs are all squares. How much of the whole each kind covers is the same
all over a page, and is measured there.
"""

from __future__ import annotations

import statistics
from collections import Counter
from enum import StrEnum
from itertools import pairwise

from .hocr import RawLine, RawWord
from .wide import is_wide

_WIDE_GAP = 0.9
"""Of the line's height: what stands further apart may be of another size."""
_WRONG = 0.2
_ALIKE, _ALIKE_SHORT = 0.05, 0.08
"""Lines whose heights differ by less are equally high, as high as most of them; few words are measured less exactly."""
_FEW_WORDS = 6
_RISING = frozenset("bdfhklt")
_FALLING = frozenset("gjpqy,;()[]{}|/@Q")


class _Kind(StrEnum):
    WHOLE = "whole"
    RISING = "rising"
    FALLING = "falling"
    BODY = "body"
    SQUARE = "square"


_USUAL = {_Kind.WHOLE: 1.0, _Kind.RISING: 0.77, _Kind.FALLING: 0.77, _Kind.BODY: 0.54, _Kind.SQUARE: 0.8}


def by_size(line: RawLine) -> list[RawLine]:
    """The line, or its parts when they are of different sizes, each with the height its own letters say."""
    groups: list[list[RawWord]] = [[line.words[0]]]
    for last, word in pairwise(line.words):
        if word.left - last.right > _WIDE_GAP * line.height:
            groups.append([])
        groups[-1].append(word)
    heights = [_height(words, line.slope, _USUAL) or line.height for words in groups]
    if all(abs(height - line.height) <= _WRONG * line.height for height in heights):
        return [line]
    return [_part(line, words, height) for words, height in zip(groups, heights, strict=True)]


def even(lines: list[RawLine]) -> None:
    """Measure every line again by what is usual on this page; as good as equal heights become equal."""
    shares = _shares(lines)
    weights: Counter[int] = Counter()
    for line in lines:
        line.height = _height(line.words, line.slope, shares) or line.height
        weights[round(line.height)] += sum(len(word.text) for word in line.words)
    settled: list[int] = []
    for height, _ in weights.most_common():
        if not any(abs(height - other) <= _ALIKE * other for other in settled):
            settled.append(height)
    for line in lines:
        alike = _ALIKE if len(line.words) >= _FEW_WORDS else _ALIKE_SHORT
        near = [height for height in settled if abs(line.height - height) <= alike * height + 0.5]
        line.height = near[0] if near else min(settled, key=lambda height: abs(height - line.height))


def _shares(lines: list[RawLine]) -> dict[_Kind, float]:
    seen: dict[_Kind, list[float]] = {kind: [] for kind in _Kind}
    for line in lines:
        for word in line.words:
            if line.height > 0 and _tells(word):
                seen[_kind(word.text)].append(_upright(word, line.slope) / line.height)
    return {kind: statistics.median(seen[kind]) if len(seen[kind]) >= 5 else _USUAL[kind] for kind in _Kind}


def _height(words: list[RawWord], slope: float, shares: dict[_Kind, float]) -> float:
    """The height of a whole word among these; 0 when none tells: small letters alone are a poor measure."""
    told = [(_kind(word.text), _upright(word, slope)) for word in words if _tells(word)]
    known = [high / shares[kind] for kind, high in told if kind is not _Kind.BODY]
    return statistics.median(known) if known else 0.0


def _tells(word: RawWord) -> bool:
    return sum(char.isalnum() for char in word.text) >= 2


def _upright(word: RawWord, slope: float) -> float:
    """The height of a word as if it stood straight."""
    return max(word.bottom - word.top - abs(slope) * (word.right - word.left), 1.0)


def _kind(text: str) -> _Kind:
    if any(is_wide(char) for char in text):
        return _Kind.SQUARE
    rises = any(char.isupper() or char.isdigit() or char in _RISING for char in text)
    falls = any(char in _FALLING for char in text)
    if rises:
        return _Kind.WHOLE if falls else _Kind.RISING
    return _Kind.FALLING if falls else _Kind.BODY


def _part(line: RawLine, words: list[RawWord], height: float) -> RawLine:
    if abs(height - line.height) <= _WRONG * line.height:
        height = line.height
    feet = [word.bottom - line.slope * (word.left + word.right) / 2 for word in words if not set(word.text) & _FALLING]
    base = statistics.median(feet) if feet else line.base
    # The line's own baseline is the better one while it agrees with the words.
    return RawLine(words, line.slope, line.base if abs(base - line.base) < 0.1 * height else base, height)

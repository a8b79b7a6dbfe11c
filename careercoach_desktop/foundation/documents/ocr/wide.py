"""Chinese, Japanese and Korean signs: no spaces stand between them, but Tesseract puts some."""

from __future__ import annotations

import math
import unicodedata
from itertools import pairwise

from .hocr import RawLine, RawWord

_NEAR, _NEAR_DIGIT = 0.6, 0.6
"""Of the line's height: signs this close are written without a space; so are a year and its 年."""
_AFTER_STOP = 1.0
"""A comma or a full stop stands in a corner of its square, with white around it."""
_COUNTED = frozenset("年月日")
_BEFORE_COUNTED = 2.0
"""No word begins with these behind a number, and Tesseract’s boxes of numbers are often too small."""
_HANGUL = range(0xAC00, 0xD7A4)


def is_wide(sign: str) -> bool:
    """Whether it fills a square and stands without spaces. Korean ones fill a square, too, but part their words."""
    return unicodedata.east_asian_width(sign) in "WF" and ord(sign) not in _HANGUL


def join(line: RawLine) -> None:
    """Put together what was parted, with the mean confidence of the parts."""
    out = line.words[:1]
    for last, word in pairwise(line.words):
        whole = out[-1]
        is_mark = len(out) == 1 and not any(char.isalnum() for char in whole.text)
        if not is_mark and word.left - last.right < _reach(whole.text[-1], word.text[0]) * line.height:
            _append(whole, word)
        else:
            out.append(word)
    line.words = out


def _reach(last: str, first: str) -> float:
    """How far apart two signs may stand without a space between them; never when none is a wide sign."""
    if is_wide(last) and is_wide(first):
        stop = not last.isalnum() or not first.isalnum()
        return _AFTER_STOP if stop else _NEAR
    if last.isdigit() and first in _COUNTED:
        return _BEFORE_COUNTED
    digit = (is_wide(last) and first.isdigit()) or (last.isdigit() and is_wide(first))
    return _NEAR_DIGIT if digit else -math.inf


def _append(whole: RawWord, word: RawWord) -> None:
    before, more = len(whole.text), len(word.text)
    whole.confidence = (whole.confidence * before + word.confidence * more) / (before + more)
    whole.text += word.text
    whole.left, whole.right = min(whole.left, word.left), max(whole.right, word.right)
    whole.top, whole.bottom = min(whole.top, word.top), max(whole.bottom, word.bottom)

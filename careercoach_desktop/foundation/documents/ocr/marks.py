"""Drawn marks before list items.

Tesseract reads them as ``e``, ``¢``, ``©``, ``*`` or ``«``, or glues them to the word.

What they are is decided by their shape and place, not by what they were taken for: a small filled shape alone before a
line, or several alike under one another with text indented behind them.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from .hocr import RawLine, RawWord
from .ink import Blob, Ink, is_dot

MARK = "•"
_DOT = "·"
_DOT_SIGNS = frozenset("-–•*°«»+~.:©®¢")
"""What a raised dot is read as."""
_DOT_WIDTH = 0.3
_SIGNS = frozenset("•●▪■◦·*¢©®°»«›>+~-–—eo¥§=.,:;_^¤@&#|!?'\"“”‘’")
"""What a mark is read as, beside letters no word begins with."""
REACHABLE = re.compile(r"@|\d{3}.*\d{3}|\.[a-z]{2,3}(/|$)|linked|github|www", re.IGNORECASE)
"""How one is reached: an address, a number or a page."""
_ICON_GAP = 0.16
_UNSURE = 0.7
_GAP = 0.28
"""Of the line's height: the least space between a mark and its text."""
_LOW = 0.7
"""Of the line's height: what is higher is a letter, such as an I."""
_ALONG = 4
"""Pixels within which marks stand under one another."""


@dataclass(slots=True)
class _Candidate:
    line: RawLine
    blob: Blob
    glued: bool
    """The first word's box holds the mark and the word."""


def mark(lines: list[RawLine], ink: Ink) -> None:
    """Put ``MARK`` as a word of its own before every line that begins with a drawn mark, instead of what it was read
    as."""
    candidates = [found for line in lines if (found := _candidate(line, ink))]
    columns = Counter(round(one.blob.left / _ALONG) for one in candidates)
    for one in candidates:
        place = round(one.blob.left / _ALONG)
        alike = columns[place - 1] + columns[place] + columns[place + 1]
        low = one.blob.height <= _LOW * one.line.height
        if is_dot(one.blob, one.line) or (alike >= 2 and low and _read_as_sign(one)):
            _put(one)


def _candidate(line: RawLine, ink: Ink) -> _Candidate | None:
    first = line.words[0]
    top, bottom = first.top, first.bottom
    size = line.height
    before = _before(line, first, ink)
    if before is not None:
        return before
    blob = ink.first_blob(first.left, min(first.right + int(size), _end(line)), top, bottom)
    if blob is None or blob.width > 0.8 * size:
        return None
    text_left = line.words[1].left if len(line.words) > 1 and blob.right >= first.right - 2 else first.right
    glued = blob.right < first.right - 0.3 * size
    if glued:
        text_left = _next_ink(blob.right, first.right, ink, top, bottom)
    if text_left - blob.right < _GAP * size and len(line.words) > 1:
        return None
    if not glued and len(first.text) > 2:
        return None
    return _Candidate(line, blob, glued)


def _before(line: RawLine, first: RawWord, ink: Ink) -> _Candidate | None:
    """A mark Tesseract left out altogether: alone in the white before the line."""
    size = int(line.height)
    top, bottom = first.top - size // 8, first.bottom
    blob = ink.last_blob(first.left - 3 * size, first.left - size // 4, top, bottom)
    if blob is None or not is_dot(blob, line):
        return None
    alone = ink.blank(blob.left - size, blob.left - 1, top, bottom)
    return _Candidate(line, blob, glued=False) if alone and first.left - blob.right >= _GAP * size else None


def _end(line: RawLine) -> int:
    return line.words[-1].right


def _next_ink(left: int, right: int, ink: Ink, top: int, bottom: int) -> int:
    return next((x for x in range(left + 1, right) if not ink.blank(x, x + 1, top, bottom)), right)


def _read_as_sign(one: _Candidate) -> bool:
    text = one.line.words[0].text
    return not one.glued and len(text) <= 2 and all(char in _SIGNS for char in text)


def _put(one: _Candidate) -> None:
    line, blob = one.line, one.blob
    first = line.words[0]
    drawn = RawWord(MARK, blob.left, blob.top, blob.right, blob.bottom, 1.0)
    if one.glued and not set(first.text) <= _SIGNS:
        first.left = blob.right + 1
        first.text = first.text.lstrip("".join(_SIGNS - set("eo"))) or first.text
        line.words.insert(0, drawn)
    elif blob.right < first.left:
        line.words.insert(0, drawn)
    else:
        line.words[0] = drawn


def tell_dots(line: RawLine) -> None:
    """A raised dot between two facts is read as a hyphen, a plus or a guillemet: its shape tells."""
    for word in line.words[1:-1]:
        drawn = Blob(word.left, word.right, word.top, word.bottom, 1.0)
        if word.text in _DOT_SIGNS and drawn.width <= _DOT_WIDTH * line.height and is_dot(drawn, line):
            word.text = _DOT


def part_icons(line: RawLine, ink: Ink) -> None:
    """Take the picture of an envelope or a telephone off the front of the address it was read into."""
    for word in line.words:
        if word.confidence >= _UNSURE or len(word.text) < 7 or not REACHABLE.search(word.text):
            continue
        blob = ink.first_blob(word.left, word.right, word.top, word.bottom)
        if blob is None or blob.width < 0.5 * line.height:
            continue
        text_left = _next_ink(blob.right, word.right, ink, word.top, word.bottom)
        if text_left - blob.right >= _ICON_GAP * line.height:
            word.left, word.text = text_left, word.text[1:]

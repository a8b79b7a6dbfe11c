"""From Tesseract's lines to the words of a straight page.

Noise is dropped, marks and icons are told, sizes evened, skew turned back."""

from __future__ import annotations

import math
import statistics
import unicodedata
from itertools import pairwise, zip_longest

from careercoach_desktop.foundation.documents.model import Box

from .heights import by_size, even
from .hocr import RawLine, RawWord
from .ink import Ink
from .marks import MARK, REACHABLE, mark, part_icons, tell_dots
from .spelling import is_first_person, mended, without_small_l
from .wide import is_wide
from .wide import join as join_wide
from .words import GreyPicture, OcrPage, OcrWord

ICON = "\ue0ff"
"""Stands for a picture that was read as letters, as a PDF's icon fonts give private-use characters."""
_TOUCHING = 0.155
"""Of the line's height: words this close are one word that was read in two."""
_HOPELESS, _DOUBTFUL, _ICON_DOUBT = 0.3, 0.5, 0.8
_POINT_SIZE = 1.07
"""A font's size is a little more than what its letters cover from the foot of a g to the head of an l."""
_BEARING = 0.04
"""Of a font's size: the white that belongs to a letter on either side of its ink."""
_BOLD = 1.22
"""Times the page's usual stroke."""
_SEPARATORS = frozenset("|•·–—-/&+~,;:()")
_LEADERS = frozenset("-–—_.…")
_LOOSE = frozenset("©®~°«»¢")


def straightened(lines: list[RawLine], picture: GreyPicture, quarters: int, language: str) -> OcrPage:
    """The page in points. ``picture`` is the one the lines were read from, turned by ``quarters`` already."""
    ink = Ink(picture)
    for line in lines:
        join_wide(line)
        for word in line.words:
            ink.trim(word)
    _drop_noise(lines, picture)
    lines = [line for line in lines if line.words]
    for line in lines:
        tell_dots(line)
        part_icons(line, ink)
        _tell_icons(line)
    lines = [part for line in lines for part in by_size(line)]
    skew = _skew(lines)
    even(lines)
    mark(lines, ink)
    for number, line in enumerate(lines):
        _join(line)
        for word, follows in pairwise(line.words):
            near = follows.left - word.right < 0.5 * line.height
            if near and language.startswith("eng") and is_first_person(word.text, follows.text):
                word.text = "I"
        for word, after in zip_longest(line.words, line.words[1:]):
            word.text = without_small_l(word.text, after.text if after else "", number)
    _tell_bold(lines, ink)
    words = tuple(_placed(line, word, skew, picture.scale) for line in lines for word in line.words)
    return OcrPage(words, skew, quarters, language)


def _drop_noise(lines: list[RawLine], picture: GreyPicture) -> None:
    """Edges of the sheet, stamps, photographs and rating dots come out as words nobody wrote."""
    for line in lines:
        trusted = line.mean_confidence() >= _DOUBTFUL
        line.words = [word for word in line.words if not _is_noise(word, line, picture, trusted=trusted)]
        while line.words and _is_loose_end(line.words[-1]):
            line.words.pop()
        while line.words and len(line.words[0].text) >= 2 and set(line.words[0].text) <= _LEADERS:
            line.words.pop(0)
        if line.words and not any(_is_sure(word) for word in line.words):
            line.words = []


def _is_loose_end(word: RawWord) -> bool:
    """What is left of a rule after the last word of a line."""
    if word.text == "|" or ("_" in word.text and set(word.text) <= _LEADERS):
        return True
    return word.text in _LOOSE and word.confidence < _ICON_DOUBT


def _is_sure(word: RawWord) -> bool:
    return word.confidence >= _DOUBTFUL or len(word.text) <= 2


def _is_noise(word: RawWord, line: RawLine, picture: GreyPicture, *, trusted: bool) -> bool:
    wide = (word.right - word.left) / max(len(word.text), 1)
    if wide > 2.5 * line.height or (word.bottom - word.top) > 3 * line.height + 4:
        return True
    signs = set(word.text)
    letters = sum(char.isalnum() for char in word.text)
    if 0 < 2 * letters < len(word.text) and word.confidence < _DOUBTFUL:
        return True
    if not letters:
        # Rating dots and pictures; what is read as one sign may be a mark or a separator.
        if len(word.text) >= 2 and word.confidence < _DOUBTFUL:
            return True
        return (len(signs) >= 2 and word.confidence < _ICON_DOUBT) or (len(word.text) >= 4 and not signs <= _LEADERS)
    is_cut = word.left <= 2 or word.right >= picture.width - 2
    is_word = trusted or (letters >= 5 and letters == len(word.text))
    likely = 0.12 * line.height <= wide <= 1.1 * line.height and is_word and not is_cut
    return word.confidence < _HOPELESS and len(word.text) > 1 and not likely


def _skew(lines: list[RawLine]) -> float:
    """Radians the text runs down to the right: the middle of all long lines."""
    long = [(line.slope, line.width) for line in lines if len(line.words) >= 3 and line.width > 6 * line.height]
    if not long:
        return 0.0
    slopes = [slope for slope, width in long for _ in range(max(width // 100, 1))]
    return math.atan(statistics.median(slopes))


def _join(line: RawLine) -> None:
    """Put a word together that was read in two: no space stands between its parts."""
    out = [line.words[0]]
    for last, word in pairwise(line.words):
        gap = word.left - last.right
        whole = out[-1]
        if 0 <= gap < _TOUCHING * line.height and MARK not in {whole.text, word.text}:
            whole.text += word.text
            whole.right, whole.top, whole.bottom = word.right, min(whole.top, word.top), max(whole.bottom, word.bottom)
            whole.confidence = min(whole.confidence, word.confidence)
        else:
            out.append(word)
    line.words = out


def _tell_icons(line: RawLine) -> None:
    """An odd sign of little confidence before an address or a number is the picture of an envelope or a telephone.

    Looked for before a line is taken apart: what stands beside it tells that this is where one is reached.
    """
    reachable = bool(REACHABLE.search(" ".join(word.text for word in line.words)))
    for word, follows in pairwise(line.words):
        if word.text == MARK or len(word.text) > 3 or set(word.text) <= _SEPARATORS or is_wide(word.text[0]):
            continue
        strange = all(unicodedata.category(char)[0] in "SPC" for char in word.text) and not follows.text[0].isdigit()
        few = len(word.text) == 1 or not word.text.isalnum() or bool(REACHABLE.search(follows.text))
        odd = word.confidence < (_ICON_DOUBT if few else _DOUBTFUL)
        if (strange and _drawn_sign(word.text)) or (reachable and (odd or strange)):
            word.text, word.confidence = ICON, 1.0


def _drawn_sign(text: str) -> bool:
    return any(unicodedata.category(char) in {"So", "Sc"} for char in text)


def _tell_bold(lines: list[RawLine], ink: Ink) -> None:
    """Words whose strokes are clearly thicker, for their height, than most of the page."""
    strokes = [(word, ink.stroke(word, line.height)) for line in lines for word in line.words if _has_letters(word)]
    known = [stroke for word, stroke in strokes if stroke for _ in word.text]
    if not known:
        return
    usual = statistics.median_low(sorted(known))
    for word, stroke in strokes:
        word.bold = stroke > _BOLD * usual


def _has_letters(word: RawWord) -> bool:
    return any(char.isalnum() for char in word.text)


def _placed(line: RawLine, word: RawWord, skew: float, scale: float) -> OcrWord:
    middle = (word.left + word.right) / 2
    size = _POINT_SIZE * line.height / scale
    x, baseline = _turned(middle / scale, line.baseline(middle) / scale, skew)
    half = (word.right - word.left) / 2 / scale + _BEARING * size
    box = Box(x - half, baseline - 0.8 * size, x + half, baseline + 0.22 * size)
    return OcrWord(mended(word.text), box, baseline, size, word.confidence, word.bold)


def _turned(x: float, y: float, skew: float) -> tuple[float, float]:
    cos, sin = math.cos(skew), math.sin(skew)
    return x * cos + y * sin, y * cos - x * sin

"""What the pixels say that Tesseract does not.

Where exactly a word's ink is, how thick its strokes are, and whether the first thing on a line is a drawn mark.
"""

from __future__ import annotations

import statistics
from dataclasses import dataclass

from .hocr import RawLine, RawWord
from .words import GreyPicture


@dataclass(frozen=True, slots=True)
class Blob:
    """A run of columns with ink, alone between blank ones; pixels."""

    left: int
    right: int
    top: int
    bottom: int
    fill: float
    """Share of the box that is ink: a disc 0.79, a square 1, a letter rarely over 0.55."""

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top


class Ink:
    """Looks at one picture."""

    def __init__(self, picture: GreyPicture) -> None:
        self._picture = picture
        self._table = bytes(1 if shade <= picture.dark else 0 for shade in range(256))

    def trim(self, word: RawWord) -> None:
        """Draw a word's box in to its ink: Tesseract's boxes reach into the space beside it and to rules above it."""
        left, right = word.left, word.right
        while left < right - 1 and not self._inked(left, word.top, word.bottom):
            left += 1
        while right > left + 1 and not self._inked(right - 1, word.top, word.bottom):
            right -= 1
        if right - left > 1:
            word.left, word.right = left, right
        top, bottom = word.top, word.bottom
        while top < bottom - 1 and not any(self._row(top, left, right)):
            top += 1
        while bottom > top + 1 and not any(self._row(bottom - 1, left, right)):
            bottom -= 1
        if bottom - top > 1:
            word.top, word.bottom = top, bottom

    def first_blob(self, left: int, right: int, top: int, bottom: int) -> Blob | None:
        """The leftmost run of inked columns in a strip that ends inside it."""
        left, right = max(left, 0), min(right, self._picture.width)
        start = next((x for x in range(left, right) if self._inked(x, top, bottom)), None)
        if start is None:
            return None
        end = next((x for x in range(start, right) if not self._inked(x, top, bottom)), None)
        return None if end is None else self._blob(start, end, top, bottom)

    def last_blob(self, left: int, right: int, top: int, bottom: int) -> Blob | None:
        """The rightmost run of inked columns in a strip, when blank columns stand on both sides of it."""
        left, right = max(left, 0), min(right, self._picture.width)
        end = next((x for x in range(right - 1, left - 1, -1) if self._inked(x, top, bottom)), None)
        if end is None:
            return None
        start = next((x for x in range(end, left - 1, -1) if not self._inked(x, top, bottom)), None)
        return None if start is None else self._blob(start + 1, end + 1, top, bottom)

    def blank(self, left: int, right: int, top: int, bottom: int) -> bool:
        """Whether there is no ink in a strip."""
        return not any(self._inked(x, top, bottom) for x in range(max(left, 0), min(right, self._picture.width)))

    def stroke(self, word: RawWord, height: float) -> float:
        """The usual length of horizontal runs of ink, of the line's height: how bold a word is; 0 when unknown."""
        lengths: list[int] = []
        longest = 0.5 * height
        for row in range(max(word.top, 0), min(word.bottom, self._picture.height)):
            runs = self._row(row, word.left, word.right).split(b"\x00")
            lengths += [len(run) for run in runs if run and len(run) <= longest]
        return statistics.fmean(lengths) / height if len(lengths) >= 6 and height else 0.0

    def _inked(self, x: int, top: int, bottom: int) -> bool:
        width = self._picture.width
        column = self._picture.pixels[max(top, 0) * width + x : min(bottom, self._picture.height) * width : width]
        return bool(column) and min(column) <= self._picture.dark

    def _row(self, row: int, left: int, right: int) -> bytes:
        start = row * self._picture.width
        return self._picture.pixels[start + left : start + right].translate(self._table)

    def _blob(self, left: int, right: int, top: int, bottom: int) -> Blob:
        rows = [
            row for row in range(max(top, 0), min(bottom, self._picture.height)) if any(self._row(row, left, right))
        ]
        first, last = rows[0], rows[-1] + 1
        inked = sum(sum(self._row(row, left, right)) for row in range(first, last))
        return Blob(left, right, first, last, inked / ((right - left) * (last - first)))


def is_dot(blob: Blob, line: RawLine) -> bool:
    """Whether a blob looks like a list mark on this line: small, roughly square, filled, at the height of small
    letters."""
    size = line.height
    middle = (blob.top + blob.bottom) / 2
    rise = line.baseline(blob.left) - middle
    return (
        0.1 * size <= blob.width <= 0.62 * size
        and 0.1 * size <= blob.height <= 0.62 * size
        and 0.6 <= blob.width / blob.height <= 1.7
        and blob.fill >= 0.6
        and 0.1 * size <= rise <= 0.6 * size
    )

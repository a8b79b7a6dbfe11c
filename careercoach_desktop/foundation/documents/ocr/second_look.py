"""Large letters, such as a name's, are read badly: a line of them is cut out and made as small as ordinary print."""

from __future__ import annotations

from dataclasses import dataclass

from .hocr import RawLine
from .words import GreyPicture

_LARGE = 64
"""Pixels of a line's height from which on it is worth a second look."""
_USUAL = 44
_SURE = 0.85
_MARGIN = 12


def is_worth_it(line: RawLine) -> bool:
    """Whether a line is large and was not read surely."""
    letters = sum(char.isalpha() for word in line.words for char in word.text)
    unsure = any(word.confidence < _SURE for word in line.words if len(word.text) >= 2)
    return line.height >= _LARGE and letters >= 3 and unsure


@dataclass(frozen=True, slots=True)
class Cutting:
    """A line cut out and made smaller: ``picture``, and where and how much, for the way back."""

    picture: GreyPicture
    left: int
    top: int
    factor: int

    def put_back(self, line: RawLine, again: list[RawLine]) -> None:
        """Let the words of the second reading stand in the line, when they are read more surely."""
        words = [word for each in again for word in each.words]
        if not words or RawLine(words).mean_confidence() <= line.mean_confidence():
            return
        for word in words:
            word.left, word.right = self.left + word.left * self.factor, self.left + word.right * self.factor
            word.top, word.bottom = self.top + word.top * self.factor, self.top + word.bottom * self.factor
        line.words = sorted(words, key=lambda word: word.left)


def cut_out(line: RawLine, picture: GreyPicture) -> Cutting:
    """The line with some white around it, its letters about as high as ordinary print at 300 dots per inch."""
    left = max(min(word.left for word in line.words) - _MARGIN, 0)
    top = max(min(word.top for word in line.words) - _MARGIN, 0)
    right = min(max(word.right for word in line.words) + _MARGIN, picture.width)
    bottom = min(max(word.bottom for word in line.words) + _MARGIN, picture.height)
    highest = max(word.bottom - word.top for word in line.words)
    factor = max(round(min(highest, 1.3 * line.height) / _USUAL), 1)
    width, height = (right - left) // factor, (bottom - top) // factor
    rows = []
    for y in range(height):
        sums = [0] * width
        for step in range(factor):
            start = (top + y * factor + step) * picture.width + left
            for offset in range(factor):
                part = picture.pixels[start + offset : start + width * factor : factor]
                sums = [total + shade for total, shade in zip(sums, part, strict=False)]
        rows.append(bytes(total // (factor * factor) for total in sums))
    return Cutting(GreyPicture(width, height, b"".join(rows), picture.scale / factor), left, top, factor)

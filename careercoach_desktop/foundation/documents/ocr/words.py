"""What goes in and what comes out: a grey picture of a page, and the words that stand on it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from careercoach_desktop.foundation.documents.model import Box

_SAMPLE = 101
"""Every so many pixels one is looked at to tell paper from ink; prime, so that no grid on the page is hit in step."""


@dataclass(frozen=True, slots=True)
class GreyPicture:
    """``pixels``: one byte each, 0 black to 255 white, row by row; ``scale``: pixels per point of the page."""

    width: int
    height: int
    pixels: bytes
    scale: float
    dark: int = field(init=False)
    """Pixels up to this are ink: well below the shade most of the page has."""

    def __post_init__(self) -> None:
        shades = Counter(shade // 8 for shade in self.pixels[::_SAMPLE])
        paper = max(shades, key=lambda shade: shades[shade]) * 8 + 4 if shades else 255
        object.__setattr__(self, "dark", max(int(paper * 0.68), 1))

    @property
    def is_blank(self) -> bool:
        """Whether there is no ink on it at all, as on the back of a sheet."""
        return not any(shade <= self.dark for shade in self.pixels[::_SAMPLE])

    def turned(self, quarters: int) -> GreyPicture:
        """The picture turned clockwise by quarter turns."""
        width, height, pixels = self.width, self.height, self.pixels
        for _ in range(quarters % 4):
            # Column x read from the bottom up becomes row x.
            pixels = b"".join(pixels[(height - 1) * width + x :: -width] for x in range(width))
            width, height = height, width
        return GreyPicture(width, height, pixels, self.scale)


@dataclass(frozen=True, slots=True)
class OcrWord:
    """One word, straightened: ``box``, ``baseline`` and ``size`` in points from the top left of the turned page.

    ``text`` is ``•`` for a drawn mark before a list item and one private-use character for an icon.
    """

    text: str
    box: Box
    baseline: float
    size: float
    confidence: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class OcrPage:
    """The words of one page. ``skew``: radians it was turned back by; ``quarters``: clockwise turns it needed to be
    upright (``PageSize`` knows the way back); ``language``: what it was read as, in Tesseract's names; ``missing``:
    what it should have been read as if its data were installed."""

    words: tuple[OcrWord, ...]
    skew: float = 0.0
    quarters: int = 0
    language: str = ""
    missing: str = ""

    @property
    def letters(self) -> int:
        return sum(char.isalnum() for word in self.words for char in word.text)

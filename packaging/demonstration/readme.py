"""The README's four pictures, made from the demonstration's: ``python packaging/demo.py FOLDER --readme``."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from PySide6.QtGui import QImage

PLACE = Path(__file__).resolve().parents[2] / "resources" / "pictures"
CHOSEN = {
    "board.png": "board-light.png",
    "match.png": "job-match-dark.png",
    "review.png": "review-light.png",
    "page.png": "page-modern.png",
}
COLORS = 256
_SMALLEST = 0
"""Qt's PNG quality: nought compresses most; nothing is lost at any."""


def renew(source: Path) -> str:
    """Write the chosen pictures anew, with 256 colours each; raises OSError when one can't be made."""
    PLACE.mkdir(exist_ok=True)
    for name, original in CHOSEN.items():
        picture = QImage(str(source / original))
        if picture.isNull() or not with_palette(picture).save(str(PLACE / name), "PNG", _SMALLEST):
            raise OSError(f"{PLACE / name} could not be made from {source / original}")
    size = sum((PLACE / name).stat().st_size for name in CHOSEN)
    return f"{len(CHOSEN)} pictures, {size / 1024:.0f} KB together, in {PLACE}"


def with_palette(picture: QImage) -> QImage:
    """The same picture with 256 colours of its own, every other one replaced by the nearest of them.

    A screen has few colours and many shades at the edges of letters, so this loses nothing the eye sees. Qt's own
    conversion has a fixed palette and speckles.
    """
    pixels = memoryview(picture.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("B").cast("I")
    counted = [color for color, _count in Counter(pixels).most_common()]
    palette, apart = counted, 4.0
    while len(palette) > COLORS:
        palette, apart = _spread(counted, apart), apart * 1.4
    nearest = {color: min(range(len(palette)), key=lambda at: _distance(palette[at], color)) for color in counted}
    indexes = bytes(nearest[pixel] for pixel in pixels)
    made = QImage(indexes, picture.width(), picture.height(), picture.width(), QImage.Format.Format_Indexed8)
    made.setColorTable(palette)
    return made.copy()  # the bytes are gone after this function


def _spread(colors: list[int], apart: float) -> list[int]:
    """The commonest colours (first in the list) that differ from each other by more than ``apart``, squared."""
    chosen: list[int] = []
    for color in colors:
        if all(_distance(color, other) > apart for other in chosen):
            chosen.append(color)
            if len(chosen) > COLORS:
                break
    return chosen


def _distance(one: int, other: int) -> int:
    return sum((((one >> shift) & 255) - ((other >> shift) & 255)) ** 2 for shift in (0, 8, 16))

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
    """The same picture with its 256 commonest colours, every other one replaced by the nearest of them.

    A screen has few colours and many shades at the edges of letters, so this loses nothing the eye sees. Qt's own
    conversion has a fixed palette and speckles.
    """
    pixels = memoryview(picture.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("B").cast("I")
    counted = Counter(pixels)
    palette = [color for color, _count in counted.most_common(COLORS)]
    place = {color: number for number, color in enumerate(palette)}
    for color in counted:
        if color not in place:
            place[color] = min(range(len(palette)), key=lambda number: _distance(palette[number], color))
    indexes = bytes(place[pixel] for pixel in pixels)
    made = QImage(indexes, picture.width(), picture.height(), picture.width(), QImage.Format.Format_Indexed8)
    made.setColorTable(palette)
    return made.copy()  # the bytes are gone after this function


def _distance(one: int, other: int) -> int:
    return sum((((one >> shift) & 255) - ((other >> shift) & 255)) ** 2 for shift in (0, 8, 16))

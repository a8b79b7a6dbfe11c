"""Drawn lines and bars are taken off the picture before it is read: Tesseract takes them for letters.

A rule is a long dark run of pixels that is thin: paper a little above it and a little below. A dark sidebar is neither,
and stays.
"""

from __future__ import annotations

import re

from .words import GreyPicture

_LEAST = 0.26
"""Inches from which on a run is no part of a letter (a dash of ordinary type has half of that)."""
_THICK = 0.08
"""Inches beyond which a bar is a ground that letters may stand on."""
_POINTS = 72


def erased(picture: GreyPicture) -> GreyPicture:
    """The picture with its rules painted over in the shade of the paper beside them."""
    least, thick = int(_LEAST * _POINTS * picture.scale), max(int(_THICK * _POINTS * picture.scale), 2)
    width, height = picture.width, picture.height
    # A light rule is lighter than ink, so more counts as dark here than for letters.
    limit = min(picture.dark + 24, 250)
    table = bytes(1 if shade <= limit else 0 for shade in range(256))
    run = re.compile(b"\x01{%d,}" % least)
    pixels = picture.pixels
    out = bytearray(pixels)
    found = False
    for row in range(height):
        for match in run.finditer(_closed(pixels[row * width : (row + 1) * width].translate(table))):
            middle = (match.start() + match.end()) // 2
            above, below = (row - thick) * width + middle, (row + thick) * width + middle
            if above < 0 or below >= len(pixels) or min(pixels[above], pixels[below]) <= limit:
                continue
            shade = bytes([pixels[above]])
            start, end = row * width + max(match.start() - 2, 0), row * width + min(match.end() + 2, width)
            out[start:end] = shade * (end - start)
            found = True
    return GreyPicture(width, height, bytes(out), picture.scale) if found else picture


def _closed(row: bytes) -> bytes:
    """A row of 0 and 1 with gaps of two pixels closed: grain breaks a rule, and must not save it."""
    bits = int.from_bytes(row, "little")
    return (bits | bits << 8 | bits << 16).to_bytes(len(row) + 2, "little")[: len(row)]

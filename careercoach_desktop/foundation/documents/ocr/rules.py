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
_PLACES = 7
_BLUR = 2
"""Pixels around a rule that are neither ink nor paper."""


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
            shade = _paper_beside(picture, row, match.start(), match.end(), thick, limit)
            if shade is None:
                continue
            left, right = max(match.start() - _BLUR, 0), min(match.end() + _BLUR, width)
            faded = bytes(each if each <= picture.dark else shade for each in range(256))
            for at in range(max(row - _BLUR, 0), min(row + _BLUR + 1, height)):
                start, end = at * width + left, at * width + right
                out[start:end] = bytes([shade]) * (right - left) if at == row else out[start:end].translate(faded)
            found = True
    return GreyPicture(width, height, bytes(out), picture.scale) if found else picture


def _paper_beside(picture: GreyPicture, row: int, start: int, end: int, thick: int, limit: int) -> int | None:
    """The shade of the paper above and below a run; None when it lies in a dark ground, seen at several places along
    it. What lies beyond the edge of the sheet counts as paper."""
    places = [start + (end - 1 - start) * step // (_PLACES - 1) for step in range(_PLACES)]
    rows = [at for at in (row - thick, row + thick) if 0 <= at < picture.height]
    shades = [picture.pixels[at * picture.width + place] for at in rows for place in places]
    light = [shade for shade in shades if shade > limit]
    return max(light) if len(light) >= len(shades) - 1 and light else None


def _closed(row: bytes) -> bytes:
    """A row of 0 and 1 with gaps of two pixels closed: grain breaks a rule, and must not save it."""
    bits = int.from_bytes(row, "little")
    return (bits | bits << 8 | bits << 16).to_bytes(len(row) + 2, "little")[: len(row)]

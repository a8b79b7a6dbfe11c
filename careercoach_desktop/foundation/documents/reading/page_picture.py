"""A page as a picture, so that a person can compare what was read with what is printed."""

from __future__ import annotations

import struct
import zlib
from typing import Any

from .pdf import opened, page_of

MAX_WIDTH_PX = 4000


def png(data: bytes, page: int, width_px: int) -> bytes:
    """PNG of page ``page`` (from 0) of a PDF, ``width_px`` pixels wide (at most ``MAX_WIDTH_PX``), on white."""
    with opened(data) as document:
        if not 0 <= page < len(document):
            raise IndexError(f"page {page} of {len(document)}")
        return png_of(page_of(document, page), width_px)


def png_of(sheet: Any, width_px: int) -> bytes:
    """PNG of a page of a document that is open, as ``png``."""
    scale = _scale(sheet, width_px)
    return _encode(sheet.render(scale=scale, rev_byteorder=True, prefer_bgrx=False, no_smoothtext=False))


def bmp_of(sheet: Any, width_px: int) -> bytes:
    """The same as BMP: the pixels as they are, for a picture that is looked at once. Packing and unpacking a PNG takes
    longer than drawing the page."""
    bitmap = sheet.render(scale=_scale(sheet, width_px), prefer_bgrx=True, no_smoothtext=False)
    width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    head = 14 + 40
    size = stride * height
    file = struct.pack("<2sIHHI", b"BM", head + size, 0, 0, head)
    # A negative height: the rows go from the top, as they were drawn.
    image = struct.pack("<IiiHHIIiiII", 40, width, -height, 1, 8 * bitmap.n_channels, 0, size, 0, 0, 0, 0)
    return file + image + bytes(bitmap.buffer)


def _scale(sheet: Any, width_px: int) -> float:
    """A page of absurd proportions must not ask for gigabytes of pixels."""
    width, height = sheet.get_size()
    scale: float = min(width_px, MAX_WIDTH_PX) / width
    most: float = 3 * MAX_WIDTH_PX / max(height, 1)
    return min(scale, most)


def _encode(bitmap: Any) -> bytes:
    """A pypdfium2 bitmap (grey, RGB or RGBA) as PNG; fast rather than small."""
    channels, stride, width, height = bitmap.n_channels, bitmap.stride, bitmap.width, bitmap.height
    pixels = bytes(bitmap.buffer)
    row = width * channels
    raw = b"".join(b"\x00" + pixels[y * stride : y * stride + row] for y in range(height))
    colour = {1: 0, 3: 2, 4: 6}[channels]
    header = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(raw, 1)) + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

"""Photos of people who do not exist: a face of three colours, so that a test sees which way up it is."""

from __future__ import annotations

import base64
import struct
import zlib

from PySide6.QtCore import QBuffer
from PySide6.QtGui import QColor, QImage

SKY, COAT = QColor("#3b82c4"), QColor("#7a2e1d")


def portrait(width: int = 480, height: int = 600, *, see_through: bool = False) -> QImage:
    """Sky above, a coat below; with ``see_through`` there is nothing where the sky would be."""
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0) if see_through else SKY)
    for y in range(height // 2, height):
        for x in range(width):
            image.setPixelColor(x, y, COAT)
    return image


def as_png(image: QImage) -> bytes:
    return _saved(image, "PNG", -1)


def as_jpeg(image: QImage, orientation: int = 1) -> bytes:
    """With the note a camera writes about how it was held."""
    made = _saved(image.convertToFormat(QImage.Format.Format_RGB32), "JPEG", 92)
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    exif = b"Exif\0\0MM\0*" + struct.pack(">IH", 8, 1) + entry + struct.pack(">I", 0)
    return made[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + made[2:]


def png_that_claims(width: int, height: int) -> bytes:
    """A header, and next to nothing behind it."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


def address(picture: bytes, kind: str = "png") -> str:
    return f"data:image/{kind};base64,{base64.b64encode(picture).decode()}"


def noise(width: int = 360, height: int = 360) -> QImage:
    """What no packing makes small."""
    state, pixels = 1, bytearray()
    for _ in range(width * height * 4):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        pixels.append(state >> 16 & 0xFF)
    return QImage(bytes(pixels), width, height, QImage.Format.Format_RGB32).copy()


def _saved(image: QImage, kind: str, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind, quality)
    return bytes(buffer.data().data())

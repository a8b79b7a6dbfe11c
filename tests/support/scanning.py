"""Pages put on a scanner: the pictures of a PDF's pages, grainy, unsharp and a little askew, in a PDF without text."""

from __future__ import annotations

import math
import random
import zlib
from dataclasses import dataclass

import pypdfium2


@dataclass(frozen=True, slots=True)
class Sheet:
    """A grey picture: one byte a pixel, 0 black."""

    width: int
    height: int
    pixels: bytes


def sheets(pdf: bytes, dpi: int = 150, grain: int = 24) -> list[Sheet]:
    """Every page as a scanner sees it. ``grain``: how much each pixel may be lighter or darker."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_grainy(_picture(page, dpi), grain) for page in document]
    finally:
        document.close()


def scanned(pdf: bytes, *, dpi: int = 150, tilt: float = 0.0, grain: int = 24, turned: int = 0) -> bytes:
    """The pages of ``pdf`` as pictures in a new PDF. ``tilt``: degrees they lie askew; ``turned``: quarter turns
    clockwise they were put in by."""
    return pictures_in_pdf([_turned(sheet, turned) for sheet in sheets(pdf, dpi, grain)], dpi=dpi, tilt=tilt)


def pictures_in_pdf(pages: list[Sheet], *, dpi: int = 150, tilt: float = 0.0, over: bytes = b"") -> bytes:
    """A PDF with one picture on each page; ``over``: content drawn on top, with the font ``/F``."""
    parts = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    kids = []
    for page in pages:
        number = len(parts) + 1
        kids.append(b"%d 0 R" % number)
        wide, high = page.width * 72 / dpi, page.height * 72 / dpi
        content = _placed(wide, high, tilt) + over
        parts += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %.2f %.2f]/Contents %d 0 R/Resources<</XObject<</I %d 0 R>>"
            b"/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>" % (wide, high, number + 1, number + 2),
            _stream(b"", content),
            _stream(
                b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8"
                b"/Filter/FlateDecode" % (page.width, page.height),
                zlib.compress(page.pixels, 1),
            ),
        ]
    parts[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    return _file(parts)


def _picture(page: pypdfium2.PdfPage, dpi: int) -> Sheet:
    bitmap = page.render(scale=dpi / 72, grayscale=True)
    raw, stride, width, height = bytes(bitmap.buffer), bitmap.stride, bitmap.width, bitmap.height
    return Sheet(width, height, b"".join(raw[y * stride : y * stride + width] for y in range(height)))


def _grainy(sheet: Sheet, grain: int) -> Sheet:
    """Paper is not quite white, ink not quite black, and no pixel is what it should be."""
    dice = random.Random(len(sheet.pixels))
    grains = dice.randbytes(len(sheet.pixels))
    shade = [[min(max(int(30 + 0.85 * value + (noise - 128) * grain / 128), 0), 255) for noise in range(256)]
             for value in range(256)]  # fmt: skip
    pixels = bytes(shade[value][noise] for value, noise in zip(sheet.pixels, grains, strict=True))
    return Sheet(sheet.width, sheet.height, pixels)


def _turned(sheet: Sheet, quarters: int) -> Sheet:
    for _ in range(quarters % 4):
        width, height, pixels = sheet.width, sheet.height, sheet.pixels
        rows = (pixels[(height - 1) * width + x :: -width] for x in range(width))
        sheet = Sheet(height, width, b"".join(rows))
    return sheet


def _placed(wide: float, high: float, tilt: float) -> bytes:
    """The picture drawn over the whole page, turned about its middle."""
    cos, sin = math.cos(math.radians(tilt)), math.sin(math.radians(tilt))
    left, bottom = wide / 2 - cos * wide / 2 + sin * high / 2, high / 2 - sin * wide / 2 - cos * high / 2
    matrix = (wide * cos, wide * sin, -high * sin, high * cos, left, bottom)
    return b"q %s cm /I Do Q\n" % " ".join(f"{number:.4f}" for number in matrix).encode()


def _stream(keys: bytes, content: bytes) -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (keys, len(content), content)


def _file(parts: list[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(parts) + 1, table, len(parts) + 1, len(out),
    )  # fmt: skip

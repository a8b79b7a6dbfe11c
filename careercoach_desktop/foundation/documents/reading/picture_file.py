"""A photograph, a scan or a screenshot of a résumé: the picture becomes the one page of a PDF, untouched.

PDF holds JPEG and PNG data as they are, so nothing is decoded here, and everything that shows or reads the pages of a
PDF shows and reads a picture.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, replace

from careercoach_desktop.foundation.documents.model import SourceText

from . import refusals
from .columns import HeadingTest
from .sniff import JPEG, PNG

_PAGE_WIDTH, _PAGE_HEIGHT = 595.0, 842.0
"""Points: the picture is made as large as fits on A4, upright or across."""
_MOST_PIXELS = 80_000_000


def read(data: bytes, opens_section: HeadingTest | None) -> SourceText:
    """The text of a picture. Raises ``UserError``."""
    from . import pdf

    media_type = PNG if data.startswith(b"\x89PNG") else JPEG
    return replace(pdf.read(as_pdf(data), opens_section), media_type=media_type)


def as_pdf(data: bytes) -> bytes:
    """A PDF of one page that shows a PNG or JPEG. Raises ``UserError`` ``file-damaged`` and ``picture-kind``."""
    try:
        picture = _png(data) if data.startswith(b"\x89PNG") else _jpeg(data)
    except (struct.error, IndexError) as error:
        raise refusals.damaged("picture") from error
    if not 0 < picture.width * picture.height <= _MOST_PIXELS:
        raise refusals.picture_kind()
    return _pdf(picture)


@dataclass(frozen=True, slots=True)
class _Picture:
    """``keys``: what the PDF says of the data; ``turns``: clockwise quarter turns to show it upright."""

    width: int
    height: int
    keys: bytes
    data: bytes
    turns: int = 0
    function: bytes = b""
    """PostScript that turns the data's channels into colours, where PDF has no name for them."""


def _pdf(picture: _Picture) -> bytes:
    wide, high = (picture.height, picture.width) if picture.turns % 2 else (picture.width, picture.height)
    sides = (_PAGE_WIDTH, _PAGE_HEIGHT) if high >= wide else (_PAGE_HEIGHT, _PAGE_WIDTH)
    # A long screenshot is as wide as a page and longer than one.
    scale = sides[0] / picture.width if picture.turns % 2 == 0 else sides[0] / picture.height
    width, height = picture.width * scale, picture.height * scale
    content = b"q %.3f 0 0 %.3f 0 0 cm /I Do Q" % (width, height)
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %.3f %.3f]/Rotate %d/Contents 4 0 R"
        b"/Resources<</XObject<</I 5 0 R>>>>>>"
    )
    channels = 4 if b"/Red" in picture.keys else 2
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        page % (width, height, picture.turns % 4 * 90),
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/XObject/Subtype/Image/Width %d/Height %d%s/Length %d>>stream\n%s\nendstream"
        % (picture.width, picture.height, picture.keys, len(picture.data), picture.data),
        b"<</FunctionType 4/Domain[%s]/Range[%s]/Length %d>>stream\n%s\nendstream"
        % (b"0 1 " * channels, b"0 1 " * (channels - 1), len(picture.function), picture.function),
    ]
    out, places = b"%PDF-1.6\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 7\n0000000000 65535 f \n%strailer<</Size 7/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        table,
        len(out),
    )


# --- PNG ---------------------------------------------------------------------------------------------------------

_GREY, _RGB, _INDEXED, _GREY_ALPHA, _RGB_ALPHA = 0, 2, 3, 4, 6
_CHANNELS = {_GREY: 1, _RGB: 3, _INDEXED: 1, _GREY_ALPHA: 2, _RGB_ALPHA: 4}
_OVER_WHITE = {
    _GREY_ALPHA: b"{exch 1 index mul 1 add 1 index sub exch pop}",
    _RGB_ALPHA: b"{4 -1 roll 1 index mul 1 add 1 index sub 4 -1 roll 2 index mul 1 add 2 index sub "
    b"4 -1 roll 3 index mul 1 add 3 index sub 4 -1 roll pop}",
}
"""What shines through a see-through pixel is white paper, channel by channel: colour × alpha + 1 − alpha."""


def _png(data: bytes) -> _Picture:
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", data[16:29])
    if interlaced or colour not in _CHANNELS:
        raise refusals.picture_kind()
    pixels, palette = [], b""
    for kind, body in _chunks(data):
        if kind == b"IDAT":
            pixels.append(body)
        elif kind == b"PLTE":
            palette = body
    keys = (
        b"/ColorSpace%s/BitsPerComponent %d/Filter/FlateDecode"
        b"/DecodeParms<</Predictor 15/Colors %d/BitsPerComponent %d/Columns %d>>"
    ) % (_colours(colour, palette), depth, _CHANNELS[colour], depth, width)
    return _Picture(width, height, keys, b"".join(pixels), function=_OVER_WHITE.get(colour, b""))


def _colours(colour: int, palette: bytes) -> bytes:
    match colour:
        case 0:
            return b"/DeviceGray"
        case 3:
            return b"[/Indexed/DeviceRGB %d<%s>]" % (len(palette) // 3 - 1, palette.hex().encode())
        case 4:
            return b"[/DeviceN[/Grey/Alpha]/DeviceGray 6 0 R]"
        case 6:
            return b"[/DeviceN[/Red/Green/Blue/Alpha]/DeviceRGB 6 0 R]"
        case _:
            return b"/DeviceRGB"


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at + 8 <= len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += 12 + length


# --- JPEG --------------------------------------------------------------------------------------------------------

_SPACES = {1: b"/DeviceGray", 3: b"/DeviceRGB", 4: b"/DeviceCMYK/Decode[1 0 1 0 1 0 1 0]"}
"""By the number of components; four of them are written inverted by every program that writes them."""
_ORIENTATION_TAG = 0x0112
_TURNS = {3: 2, 6: 1, 8: 3}


def _jpeg(data: bytes) -> _Picture:
    turns, at = 0, 2
    while data[at] == 0xFF:
        marker = data[at + 1]
        (length,) = struct.unpack(">H", data[at + 2 : at + 4])
        if marker == 0xE1 and data[at + 4 : at + 10] == b"Exif\0\0":
            turns = _turns(data[at + 10 : at + 2 + length])
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width, components = struct.unpack(">HHB", data[at + 5 : at + 10])
            if components not in _SPACES:
                raise refusals.picture_kind()
            keys = b"/ColorSpace%s/BitsPerComponent 8/Filter/DCTDecode" % _SPACES[components]
            return _Picture(width, height, keys, data, turns)
        at += 2 + length
    raise refusals.damaged("picture")


def _turns(exif: bytes) -> int:
    """How a camera was held: clockwise quarter turns that put the picture upright."""
    order = "<" if exif.startswith(b"II") else ">"
    try:
        (start,) = struct.unpack(order + "I", exif[4:8])
        (count,) = struct.unpack(order + "H", exif[start : start + 2])
        for entry in range(min(count, 64)):
            tag, _, _, value = struct.unpack(order + "HHIH", exif[start + 2 + 12 * entry : start + 12 + 12 * entry])
            if tag == _ORIENTATION_TAG:
                return _TURNS.get(value, 0)
    except struct.error:
        return 0
    return 0

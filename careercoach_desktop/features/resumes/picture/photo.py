"""A photo somebody chose, drawn anew, so that nothing of the file itself is ever kept, shown or printed.

A picture file is as hostile as any other: this runs in the child process, and what leaves it is plain pixels in a PNG
of our own.
"""

from __future__ import annotations

import struct
import zlib

from careercoach_desktop.foundation.documents.reading import page_image, page_sizes
from careercoach_desktop.foundation.documents.reading.sniff import PICTURES, media_type_of
from careercoach_desktop.foundation.errors import UserError


def draw_photo(data: bytes, name: str, side_px: int) -> bytes:
    """PNG of a PNG or JPEG, upright and on white, its longer side ``side_px`` pixels (or a few less).

    Raises UserError ``photo-kind`` for anything else, ``photo-blank`` when there is nothing to see, and as
    ``read_document`` for a damaged one.
    """
    media_type = media_type_of(data, name)
    if media_type not in PICTURES:
        raise UserError(
            f"“{name}” is not a picture in PNG or JPEG.",
            "Choose a photo saved as one of these. Photos in HEIC or WebP can be exported as JPEG first.",
            code="photo-kind",
        )
    ((width, height),) = page_sizes(data, media_type)
    across = side_px if width >= height else side_px * width / height
    drawn = page_image(data, media_type, 0, max(1, int(across)))
    if _is_blank(drawn):
        raise UserError(
            f"There is nothing to see in “{name}”; the file may be incomplete.",
            "Open it in a picture program to check, or choose another photo.",
            code="photo-blank",
        )
    return drawn


def _is_blank(png: bytes) -> bool:
    """Whether every pixel is the same. Only for what ``page_image`` made: one block of data, rows unfiltered."""
    width, height = struct.unpack_from(">II", png, 16)
    start = 8 + 12 + 13  # after the signature and the header
    size: int = struct.unpack_from(">I", png, start)[0]
    raw = zlib.decompress(png[start + 8 : start + 8 + size])
    row = len(raw) // height
    pixels = raw[1:row]
    channels = (row - 1) // width
    blank: bytes = (b"\0" + pixels[:channels] * width) * height
    return raw == blank

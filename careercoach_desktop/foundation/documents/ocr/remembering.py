"""Pages that were read a moment ago: a file is read when it is added, and again when Claude looks it over.

Kept in this process only, a few pages, by their pictures: whoever asks for the same picture again gets the same words.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict

from .program import Tesseract
from .words import GreyPicture, OcrPage

_MOST = 24
_pages: OrderedDict[bytes, tuple[OcrPage, bool]] = OrderedDict()


def key_of(program: Tesseract, picture: GreyPicture, language: str) -> bytes:
    """What the words of a page depend on."""
    asked = f"{program}|{language}|{picture.width}x{picture.height}|{picture.scale}".encode()
    return hashlib.blake2b(asked + hashlib.blake2b(picture.pixels).digest()).digest()


def recalled(key: bytes) -> tuple[OcrPage, bool] | None:
    """The page, and whether it was legible; None when it was not read yet."""
    return _pages.get(key)


def remember(key: bytes, page: OcrPage, *, legible: bool) -> None:
    """Keep a page that was read to its end."""
    _pages[key] = (page, legible)
    while len(_pages) > _MOST:
        _pages.popitem(last=False)

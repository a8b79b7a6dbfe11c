"""A PDF of ours as pictures for the screen, with its links: pages are drawn and asked in one visit."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from careercoach_desktop.foundation.documents.reading.page_picture import bmp_of, png_of
from careercoach_desktop.foundation.documents.reading.pdf import opened


@dataclass(frozen=True, slots=True)
class DrawnLink:
    """Where a link leads and its box: left, top, right, bottom as fractions of the page, origin top left."""

    target: str
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page as a picture (PNG, or BMP when it was drawn quickly); ``width`` and ``height`` in points."""

    png: bytes
    width: float
    height: float
    links: tuple[DrawnLink, ...]


@dataclass(frozen=True, slots=True)
class DrawnPages:
    """The pages asked for, and how many there are."""

    pages: tuple[DrawnPage, ...]
    count: int


def drawn_pages(document: bytes, width_px: int, at_most: int, *, quick: bool = False) -> DrawnPages:
    """The first ``at_most`` pages of a PDF we made, each ``width_px`` wide, on white; ``quick``: large, but at once."""
    with opened(document) as pdf:
        count = len(pdf)
        pages = tuple(_drawn(pdf, pdf[number], width_px, quick=quick) for number in range(min(count, at_most)))
    return DrawnPages(pages, count)


def page_count(document: bytes) -> int:
    """How many pages a PDF we made has."""
    with opened(document) as pdf:
        return len(pdf)


def _drawn(pdf: Any, page: Any, width_px: int, *, quick: bool) -> DrawnPage:
    width, height = page.get_size()
    picture = bmp_of(page, width_px) if quick else png_of(page, width_px)
    return DrawnPage(picture, width, height, tuple(_links(pdf, page, width, height)))


def _links(pdf: Any, page: Any, width: float, height: float) -> Iterator[DrawnLink]:
    position, link, rect = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    while pdfium.FPDFLink_Enumerate(page.raw, position, link):
        action = pdfium.FPDFLink_GetAction(link)
        length = pdfium.FPDFAction_GetURIPath(pdf.raw, action, None, 0) if action else 0
        if not length or not pdfium.FPDFLink_GetAnnotRect(link, rect):
            continue
        buffer = ctypes.create_string_buffer(length)
        pdfium.FPDFAction_GetURIPath(pdf.raw, action, buffer, length)
        box = (rect.left / width, 1 - rect.top / height, rect.right / width, 1 - rect.bottom / height)
        yield DrawnLink(buffer.value.decode("utf-8", "replace"), box)

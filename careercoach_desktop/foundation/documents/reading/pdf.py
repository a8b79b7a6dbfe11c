"""PDF files through PDFium: text with positions, page sizes, links and drawn bullets.

PDFium is not thread-safe, so every use in this process goes through one lock. pypdf tells why a file that PDFium
refuses can't be opened.
"""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from careercoach_desktop.foundation.documents.model import Box, Line, PageSize, SourceText
from careercoach_desktop.foundation.documents.ocr import OcrPage

from . import refusals
from .bounds import MAX_LETTERS, VERY_LONG
from .columns import HeadingTest, regions
from .glyphs import Frame, frame_of, glyphs
from .rows import PageLink, lines_of
from .scans import LIMITS, Scans, count_pictures, scanned_words
from .sniff import PDF
from .weighing import weigh
from .words import Piece, pieces, words

LOCK = threading.RLock()
_MAX_OBJECTS = 4000
_MAX_LINKS = 300


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """The PDF as a pypdfium2 document, under the lock, closed afterwards. Raises ``UserError``."""
    weigh(data)
    with LOCK:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise _why_not(error) from error
        try:
            if len(document) == 0:
                raise refusals.damaged("PDF")
            if len(document) > refusals.MAX_PAGES:
                raise refusals.too_many_pages(len(document))
            yield document
        finally:
            document.close()


def _why_not(error: pypdfium2.PdfiumError) -> Exception:
    if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD or "password" in str(error).lower():
        return refusals.encrypted()
    return refusals.damaged("PDF")


def page_sizes(data: bytes) -> list[tuple[float, float]]:
    """Width and height of each page in points, as shown."""
    with opened(data) as document:
        frames = [frame_of(page_of(document, number)) for number in range(len(document))]
        return [(frame.width, frame.height) for frame in frames]


def read(data: bytes, opens_section: HeadingTest | None, scans: Scans | None = None) -> SourceText:
    """Text, boxes and links of all pages in reading order. Raises ``UserError``.

    ``scans`` says what becomes of pages that are pictures; by default they are read, too.
    """
    sizes: list[PageSize] = []
    lines: list[Line] = []
    targets: list[str] = []
    block = 0
    letters = 0
    cut: tuple[str, ...] = ()
    scans = Scans() if scans is None else scans
    with opened(data) as document:
        for number in range(len(document)):
            if letters > MAX_LETTERS:
                cut = (VERY_LONG,)
                break
            page = page_of(document, number)
            frame = frame_of(page)
            found, links, scan, shown = _page_pieces(document, page, frame, scans)
            letters += shown
            turn = (scan.skew, scan.quarters) if scan else (0.0, 0)
            sizes.append(PageSize(frame.width, frame.height, *turn))
            targets += [link.target for link in links]
            for region in regions(found, opens_section):
                more = lines_of(region, number, block, links)
                lines += more
                block = more[-1].block + 1 if more else block
    if not lines:
        raise scans.refusal()
    return SourceText(PDF, tuple(lines), tuple(sizes), (*scans.warnings(), *cut), tuple(dict.fromkeys(targets)))


def further_seconds(data: bytes) -> float:
    """How long reading a file with many scanned pages may take beyond one with a single page. Raises ``UserError``."""
    with opened(data) as document:
        return LIMITS.all_seconds(count_pictures(document)) - LIMITS.all_seconds(1)


def only_pictures(data: bytes) -> bool:
    """Whether every page has hardly any letters. Raises ``UserError``."""
    with opened(data) as document:
        return count_pictures(document) == len(document)


def page_of(document: Any, number: int) -> Any:
    """One page of an open document. Raises ``UserError`` (``file-damaged``) when its objects can't be found."""
    try:
        return document[number]
    except pypdfium2.PdfiumError as error:
        raise refusals.damaged("PDF") from error


def _page_pieces(
    document: Any, page: Any, frame: Frame, scans: Scans
) -> tuple[list[Piece], list[PageLink], OcrPage | None, int]:
    """What stands on a page, its links, its scan if it is one, and how many letters there are to look at."""
    try:
        textpage = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        raise refusals.damaged("PDF") from error
    try:
        page_words = words(glyphs(textpage, frame))
        letters = textpage.count_chars()
    finally:
        textpage.close()
    scan = scans.look(page, page_words)
    if scan is not None:
        return pieces(scanned_words(scan)), list(_links(document, page, frame)), scan, letters
    shapes = list(_shapes(page, frame))
    found = pieces(page_words, [shape for shape in shapes if _is_pill(shape)])
    _mark_drawn_bullets(found, [shape for shape in shapes if _is_mark(shape)])
    return found, list(_links(document, page, frame)), None, letters


def _is_mark(shape: Box) -> bool:
    """As small as a bullet mark, and roughly as wide as high."""
    return 1.0 <= shape.width <= 8 and 1.0 <= shape.height <= 8 and 0.5 < shape.width / shape.height < 2


def _is_pill(shape: Box) -> bool:
    """As large as the frame of a tag around a word or two."""
    return 8 < shape.height < 34 and 8 < shape.width < 220


def _shapes(page: Any, frame: Frame) -> Iterator[Box]:
    """Boxes of the drawn shapes of a page."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(min(pdfium.FPDFPage_CountObjects(page.raw), _MAX_OBJECTS)):
        shape = pdfium.FPDFPage_GetObject(page.raw, index)
        if pdfium.FPDFPageObj_GetType(shape) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if not pdfium.FPDFPageObj_GetBounds(shape, left, bottom, right, top):
            continue
        x0, y0 = frame.point(left.value, top.value)
        x1, y1 = frame.point(right.value, bottom.value)
        yield Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _mark_drawn_bullets(found: list[Piece], shapes: list[Box]) -> None:
    for shape in shapes:
        middle = (shape.top + shape.bottom) / 2
        for piece in found:
            gap = piece.box.left - shape.right
            level = piece.baseline - 0.7 * piece.size <= middle <= piece.baseline + 0.1 * piece.size
            if level and 0 < gap < 2.5 * piece.size and shape.height < 0.95 * piece.size:
                piece.bullet = True


def _links(document: Any, page: Any, frame: Frame) -> Iterator[PageLink]:
    """Link annotations that lead to the web or to a mail address."""
    position, link, rect = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    for _ in range(_MAX_LINKS):
        if not pdfium.FPDFLink_Enumerate(page.raw, position, link):
            return
        action = pdfium.FPDFLink_GetAction(link)
        if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
            continue
        length = pdfium.FPDFAction_GetURIPath(document.raw, action, None, 0)
        buffer = ctypes.create_string_buffer(max(length, 1))
        pdfium.FPDFAction_GetURIPath(document.raw, action, buffer, length)
        target = buffer.value.decode("utf-8", "replace").strip()
        if target and pdfium.FPDFLink_GetAnnotRect(link, rect):
            x0, y0 = frame.point(rect.left, rect.top)
            x1, y1 = frame.point(rect.right, rect.bottom)
            yield PageLink(target, Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))

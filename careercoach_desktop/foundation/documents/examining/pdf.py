"""A PDF as other programs meet it: in the order it was stored, with the letters its fonts admit to."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import Any

import pypdfium2.raw as pdfium

from careercoach_desktop.foundation.documents.examining.contact_marks import hidden, only_in
from careercoach_desktop.foundation.documents.examining.facts import FileFacts, SeenAt
from careercoach_desktop.foundation.documents.examining.grids import in_grids
from careercoach_desktop.foundation.documents.model import Box, Line, SourceText, Word
from careercoach_desktop.foundation.documents.reading import HeadingTest, refusals
from careercoach_desktop.foundation.documents.reading.bounds import MAX_LETTERS, bounded
from careercoach_desktop.foundation.documents.reading.glyphs import Frame, Glyph, frame_of, glyphs
from careercoach_desktop.foundation.documents.reading.pdf import opened, page_of, read
from careercoach_desktop.foundation.documents.reading.scans import Scans
from careercoach_desktop.foundation.documents.reading.sniff import PDF
from careercoach_desktop.foundation.documents.reading.words import PageWord
from careercoach_desktop.foundation.errors import UserError

_FAR = 40
"""Letters stored between two words of one line from which on a program sees no line any more."""
_FEW_LETTERS = 40
_MOST_OF_A_PAGE = 0.5
_FOOT = 0.92
_MAX_OBJECTS, _MAX_GLYPHS = 4000, 40_000
"""Of one page, as reading counts them."""
_COPY = 1 << 4
_PRIVATE = range(0xE000, 0xF900)


@dataclass
class _Sheet:
    """One page."""

    frame: Frame
    letters: int = 0
    drawn: int = 0
    unreadable: int = 0
    sizes: Counter[float] = field(default_factory=Counter)
    stored: dict[tuple[int, int], int] = field(default_factory=dict)
    """From the rounded place of a letter to its number in the order of the file."""
    pictures: list[Box] = field(default_factory=list)
    strokes: list[Box] = field(default_factory=list)

    @property
    def is_picture(self) -> bool:
        whole = self.frame.width * self.frame.height
        largest = max((box.width * box.height for box in self.pictures), default=0.0)
        return self.letters < _FEW_LETTERS and largest > _MOST_OF_A_PAGE * whole


class _Unread(Scans):
    """Pages that are pictures stay unread: other programs do not read them either."""

    def look(self, page: Any, words: Sequence[PageWord]) -> None:  # noqa: ARG002 - as the class above has it
        return None


def facts_of_pdf(data: bytes, opens_section: HeadingTest | None) -> FileFacts:
    """Raises ``UserError`` as reading does, but pictures of pages are no error."""
    source = _text_layer(data, opens_section)
    with opened(data) as document:
        sheets = list(_sheets(document))
        forbidden = _forbids_copying(document)
    drawn = sum(sheet.drawn for sheet in sheets)
    sizes = sum((sheet.sizes for sheet in sheets), Counter[float]())
    order = _Order(source, sheets)
    gridded = in_grids([sheet.strokes for sheet in sheets], source.lines)
    text = source.text
    foot = "\n".join(line.text for line in source.lines if _is_foot(line, sheets))
    rest = "\n".join(line.text for line in source.lines if not _is_foot(line, sheets))
    return FileFacts(
        media_type=PDF,
        size=len(data),
        pages=len(sheets),
        letters=sum(sheet.letters for sheet in sheets),
        unreadable=sum(sheet.unreadable for sheet in sheets) / drawn if drawn else 0.0,
        picture_pages=[number for number, sheet in enumerate(sheets) if sheet.is_picture],
        pictures=sum(_may_carry_words(box, sheet) for sheet in sheets for box in sheet.pictures),
        body_size=max(sizes, key=lambda size: sizes[size]) if sizes else 0.0,
        columns=order.columns,
        jumps=order.jumps,
        torn=order.torn,
        tables=gridded,
        only_in_margin=only_in(foot, rest),
        hidden_targets=hidden(source.links, text),
        copy_forbidden=forbidden,
        seen=order.seen,
    )


def _text_layer(data: bytes, opens_section: HeadingTest | None) -> SourceText:
    try:
        return bounded(read(data, opens_section, _Unread()))
    except UserError as problem:
        if problem.code != refusals.no_text().code:
            raise
        return SourceText(PDF)


def _sheets(document: Any) -> Iterator[_Sheet]:
    """Every page; those after more letters than reading takes stay as if they were empty."""
    letters = 0
    for number in range(len(document)):
        page = page_of(document, number)
        sheet = _look_at(page) if letters <= MAX_LETTERS else _Sheet(frame_of(page))
        letters += sheet.drawn
        yield sheet


def _look_at(page: Any) -> _Sheet:
    sheet = _Sheet(frame_of(page))
    textpage = page.get_textpage()
    try:
        for glyph in islice(glyphs(textpage, sheet.frame), _MAX_GLYPHS):
            _count(glyph, sheet)
        sheet.drawn, sheet.unreadable = _unreadable(textpage.raw)
    finally:
        textpage.close()
    for kind, box in _objects(page.raw, sheet.frame):
        (sheet.pictures if kind == pdfium.FPDF_PAGEOBJ_IMAGE else sheet.strokes).append(box)
    return sheet


def _count(glyph: Glyph, sheet: _Sheet) -> None:
    sheet.stored.setdefault((round(glyph.left), round(glyph.baseline)), glyph.index)
    readable = sum(char.isalnum() for char in glyph.text)
    sheet.letters += readable
    if readable:
        sheet.sizes[round(glyph.look.size * 2) / 2] += 1


def _unreadable(raw: Any) -> tuple[int, int]:
    """How many letters are drawn, and how many of them are no letter for a program: the font does not say which one,
    or names private signs (three in a row: one alone is an icon or a bullet)."""
    drawn, lost, private = 0, 0, 0
    for index in range(min(pdfium.FPDFText_CountChars(raw), _MAX_GLYPHS)):
        code = pdfium.FPDFText_GetUnicode(raw, index)
        if pdfium.FPDFText_IsGenerated(raw, index) == 1 or (0 < code <= 0x20):
            private = 0
            continue
        drawn += 1
        private = private + 1 if code in _PRIVATE else 0
        if private == 3:
            lost += 3
        elif private > 3 or code in {0, 0xFFFD} or pdfium.FPDFText_HasUnicodeMapError(raw, index) == 1:
            lost += 1
    return drawn, lost


def _objects(raw: Any, frame: Frame) -> Iterator[tuple[int, Box]]:
    """Pictures and drawn shapes with their boxes; those inside groups count with the place of the group."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(min(pdfium.FPDFPage_CountObjects(raw), _MAX_OBJECTS)):
        thing = pdfium.FPDFPage_GetObject(raw, index)
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and _holds_a_picture(thing):
            kind = pdfium.FPDF_PAGEOBJ_IMAGE
        if kind not in {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH}:
            continue
        if pdfium.FPDFPageObj_GetBounds(thing, left, bottom, right, top):
            x0, y0 = frame.point(left.value, top.value)
            x1, y1 = frame.point(right.value, bottom.value)
            yield kind, Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _holds_a_picture(form: Any) -> bool:
    inside = range(min(pdfium.FPDFFormObj_CountObjects(form), _MAX_OBJECTS))
    kinds = {pdfium.FPDFPageObj_GetType(pdfium.FPDFFormObj_GetObject(form, index)) for index in inside}
    return kinds == {pdfium.FPDF_PAGEOBJ_IMAGE}


def _may_carry_words(box: Box, sheet: _Sheet) -> bool:
    """Neither an icon, nor a photo (upright, up to a quarter of the page's width), nor the ground of the page."""
    whole = sheet.frame.width * sheet.frame.height
    share = box.width * box.height / whole
    if not 0.01 < share < _MOST_OF_A_PAGE:
        return False
    upright = 0.6 < box.width / max(box.height, 1.0) < 1.1
    return not (upright and box.width < 0.36 * sheet.frame.width)


def _forbids_copying(document: Any) -> bool:
    if pdfium.FPDF_GetSecurityHandlerRevision(document.raw) < 0:
        return False
    return not pdfium.FPDF_GetDocPermissions(document.raw) & _COPY


def _is_foot(line: Line, sheets: list[_Sheet]) -> bool:
    return line.box is not None and line.box.top > _FOOT * sheets[line.page].frame.height


class _Order:
    """The order in which the file stores its words, against the order in which people read them."""

    def __init__(self, source: SourceText, sheets: list[_Sheet]) -> None:
        self._sheets = sheets
        self.seen: dict[str, SeenAt] = {}
        lines = [line for line in source.lines if line.words and line.box is not None]
        beside = [line for line in lines if line.column]
        starts = [(line, self._first(line)) for line in lines]
        placed = [(line, start) for line, start in starts if start is not None]
        back = [
            later
            for (earlier, one), (later, other) in pairwise(placed)
            if earlier.page == later.page and earlier.column == later.column and other < one
        ]
        apart = [line for line in lines if self._is_torn(line)]
        count = max(len(lines), 1)
        self.columns, self.jumps, self.torn = len(beside) / count, len(back) / count, len(apart) / count
        for name, found in (("columns", beside), ("jumps", back), ("torn", apart)):
            if found:
                self.seen[name] = self._place(found)

    def _first(self, line: Line) -> int | None:
        return next((at for word in line.words if (at := self._stored(line, word)) is not None), None)

    def _is_torn(self, line: Line) -> bool:
        at = [place for word in line.words if (place := self._stored(line, word)) is not None]
        spans = [(place, len(word.text)) for place, word in zip(at, line.words, strict=False)]
        return any(not -_FAR < other - one - length < _FAR for (one, length), (other, _) in pairwise(spans))

    def _stored(self, line: Line, word: Word) -> int | None:
        if word.box is None:
            return None
        stored = self._sheets[line.page].stored
        left, baseline = round(word.box.left), round(word.box.top + 0.8 * word.size)
        near = ((left + x, baseline + y) for x in (0, -1, 1) for y in (0, -1, 1))
        return next((stored[place] for place in near if place in stored), None)

    def _place(self, lines: list[Line]) -> SeenAt:
        """The lines of one page together, on the page that has most of them."""
        page = Counter(line.page for line in lines).most_common(1)[0][0]
        boxes = [line.box for line in lines if line.page == page and line.box is not None]
        box = boxes[0]
        for other in boxes[1:]:
            box = box.union(other)
        width, height = self._sheets[page].frame.width, self._sheets[page].frame.height
        return SeenAt(page=page, left=box.left / width, top=box.top / height,
                      right=box.right / width, bottom=box.bottom / height)  # fmt: skip

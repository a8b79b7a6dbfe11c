"""Pages that are pictures of text: which ones they are, and how Tesseract's words join the words of the others."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from careercoach_desktop.foundation.documents import ocr
from careercoach_desktop.foundation.errors import UserError

from . import refusals
from .glyphs import HYPHEN_AT_LINE_END
from .words import PageWord, is_icon

LIMITS = ocr.Limits()
_FEW_LETTERS, _STAMP_LETTERS = 12, 240
"""Fewer letters than the first on a page with something drawn, or than the second on one that is mostly picture, may be
a page number or a stamp over a scan."""
_MOSTLY = 0.5
_SHORT_SIDE_PX = 2480
"""A4 at 300 dots per inch, whatever size the file claims its page to be."""
_MOST_PIXELS = 16_000_000
_GARBLED = 0.45
"""A text layer with a smaller share of letters and digits has lost what its letters mean."""


class Scans:
    """The scanned pages of one document. ``missing``: how many there was no Tesseract for; ``unread``: how many it
    could not read; ``late`` and ``beyond``: how many there was no time for, and how many were too many."""

    def __init__(self) -> None:
        self.missing = self.unread = self.late = self.beyond = 0
        self._languages: dict[str, None] = {}
        self._reader: ocr.PageReader | None = None
        self._looked = False

    def look(self, page: Any, words: Sequence[PageWord]) -> ocr.OcrPage | None:
        """What stands on the picture of this page; None when its text layer, which gave ``words``, says enough."""
        if not is_picture(page, words):
            return None
        if not self._looked:
            self._looked = True
            program = ocr.find()
            self._reader = ocr.PageReader(program, LIMITS, count_pictures(page.pdf)) if program else None
        if self._reader is None:
            self.missing += not _letters(words)[0]
            return None
        found = self._read(self._reader, page)
        if found is not None and found.missing:
            self._languages[found.missing] = None
        return found if found is not None and _says_more(found, words) else None

    def _read(self, reader: ocr.PageReader, page: Any) -> ocr.OcrPage | None:
        if reader.is_full:
            self.beyond += 1
            return None
        found = None if reader.is_late else reader.read(grey(page))
        if found is None and reader.is_late:
            self.late += 1
        elif found is None:
            self.unread += 1
        return found

    def refusal(self) -> UserError:
        """Why a document in which no page said anything can't be read."""
        if self.missing:
            return refusals.no_text(ocr.how_to_install())
        if self.late:
            return refusals.no_time()
        return refusals.illegible(" ".join(self._wanted()))

    def warnings(self) -> tuple[str, ...]:
        """What a person should know when other pages could be read."""
        out = []
        if self.missing:
            out.append(f"{_pages(self.missing)} only a picture and could not be read. To have it read, "
                       f"{ocr.how_to_install()}, then read the file again.")  # fmt: skip
        if self.unread:
            out.append(f"{_pages(self.unread)} a picture that could not be read.")
        if self.late:
            out.append(f"{_pages(self.late)} a picture there was no time to read. Choose “Read the file again” when "
                       "this computer is less busy.")  # fmt: skip
        if self.beyond:
            out.append(f"{_pages(self.beyond)} a picture beyond the {LIMITS.pages} that are read. Add the pages of the "
                       "résumé as a file of their own.")  # fmt: skip
        return (*out, *self._wanted())

    def _wanted(self) -> list[str]:
        return [
            f"This scan looks {ocr.name_of(language)}, which Tesseract can’t read here yet, so much of it may be "
            f"wrong. To have it read, {ocr.how_to_add(language)}, then choose “Read the file again”."
            for language in self._languages
        ]


def count_pictures(document: Any) -> int:
    """About how many pages of an open document are pictures: those with hardly any letters."""
    return sum(_signs_on(document, number) < _STAMP_LETTERS for number in range(len(document)))


def _signs_on(document: Any, number: int) -> int:
    try:
        textpage = document[number].get_textpage()
    except pypdfium2.PdfiumError:  # reading it says so
        return _STAMP_LETTERS
    try:
        return int(textpage.count_chars())
    finally:
        textpage.close()


def _pages(count: int) -> str:
    return "One page is" if count == 1 else f"{count} pages are each"


def is_picture(page: Any, words: Sequence[PageWord]) -> bool:
    """Whether the text of this page has to be looked for in its picture."""
    letters, signs = _letters(words)
    if signs > _STAMP_LETTERS and letters < _GARBLED * signs:
        return True
    if letters >= _STAMP_LETTERS:
        return False
    drawn, share = _pictures(page)
    return (letters < _FEW_LETTERS and drawn > 0) or share >= _MOSTLY


def _letters(words: Sequence[PageWord]) -> tuple[int, int]:
    text = "".join(word.text for word in words)
    return sum(char.isalnum() for char in text), len(text)


def _pictures(page: Any) -> tuple[int, float]:
    """How many things that are no text a page draws, and what share of it the largest of its pictures covers."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    width, height = page.get_size()
    count = pdfium.FPDFPage_CountObjects(page.raw)
    drawn, largest = 0, 0.0
    for index in range(min(count, 2000)):
        thing = pdfium.FPDFPage_GetObject(page.raw, index)
        kind = pdfium.FPDFPageObj_GetType(thing)
        drawn += kind != pdfium.FPDF_PAGEOBJ_TEXT
        is_image = kind in {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM}
        if is_image and pdfium.FPDFPageObj_GetBounds(thing, left, bottom, right, top):
            area = abs(right.value - left.value) * abs(top.value - bottom.value)
            largest = max(largest, area / max(width * height, 1.0))
    return drawn, largest


def grey(page: Any) -> ocr.GreyPicture:
    """A PDF page as a grey picture, fine enough for small print."""
    width, height = (max(side, 1.0) for side in page.get_size())
    scale = _SHORT_SIDE_PX / min(width, height)
    scale = min(scale, (_MOST_PIXELS / (width * height)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    pixels, stride, wide = bytes(bitmap.buffer), bitmap.stride, bitmap.width
    if stride != wide:
        pixels = b"".join(pixels[row * stride : row * stride + wide] for row in range(bitmap.height))
    return ocr.GreyPicture(wide, bitmap.height, pixels, wide / width)


def scanned_words(page: ocr.OcrPage) -> list[PageWord]:
    """Tesseract's words as the words of a page."""
    out = [
        PageWord(word.text, word.box, word.baseline, word.size, word.bold, italic=False, confidence=word.confidence)
        for word in page.words
    ]
    for word in out:
        if len(word.text) > 2 and word.text.endswith("-") and word.text[-2].islower():
            word.text = word.text[:-1] + HYPHEN_AT_LINE_END if _ends_line(word, out) else word.text
    return out


def _ends_line(word: PageWord, words: Sequence[PageWord]) -> bool:
    near = 2 * word.size
    return not any(
        0 <= other.box.left - word.box.right < near and abs(other.baseline - word.baseline) < 0.4 * word.size
        for other in words
    )


def _says_more(page: ocr.OcrPage, words: Sequence[PageWord]) -> bool:
    """Whether the picture holds more than the text layer does."""
    letters, signs = _letters([word for word in words if not is_icon(word.text)])
    return page.letters > 2 * letters or (page.letters > 0 and letters < _GARBLED * signs)

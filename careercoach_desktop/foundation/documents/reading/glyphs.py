"""What PDFium says about each character, cleaned: ligatures, hyphens, icon glyphs and doubled letters.

PDFium gives characters in the order they were drawn, which is not the reading order; ``layout`` sorts words later.
"""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from .marks import BULLETS

MAX_GLYPHS = 20_000
"""Of one page; a page of the finest print has some 10,000."""
HYPHEN_AT_LINE_END = "\u00ad"
"""What a word broken at the end of a line ends with in our text, whatever the PDF used."""

_CONTROL_LIGATURES = {0x1B: "ff", 0x1C: "fi", 0x1D: "fl", 0x1E: "ffi", 0x1F: "ffl"}
_DROPPED = frozenset({0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, 0xFFFF, 0xFFFC, 0xFFFD})
_SYMBOL_BULLETS = frozenset({0xF0B7, 0xF0A7, 0xF0A8, 0xF0D8, 0xF076, 0xF0FC, 0xF06E, 0xF071, 0xF0E0, 0xF02D})
_ICON_FONT = re.compile(
    r"awesome|icon|glyph|fontello|material|dingbat|wingding|webding|academicons|emoji", re.IGNORECASE
)
_BOLD = re.compile(r"bold|black|heavy|demi|-bd|cmbx|sfbx|ecbx|lmbx|medium$|-medi", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|slanted|-it\b|-ita?l|cmti|sfti|ecti|lmti", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Look:
    """How one text object is set: size in points, weight, slope, whether its font draws pictures, and its angle."""

    size: float
    bold: bool
    italic: bool
    icons: bool
    angle: float = 0.0


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character: its text (two or three letters for a ligature), left and right edge, baseline, all in points
    from the page's top left; ``look`` of its text object; ``index`` in PDFium's order."""

    text: str
    left: float
    right: float
    baseline: float
    look: Look
    index: int
    spaced: bool = False
    """PDFium believes that a space belongs before it, though the file holds none."""


@dataclass(frozen=True, slots=True)
class Frame:
    """From PDF user space to points from the top left of the page as shown."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def width(self) -> float:
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def angle(self) -> float:
        """The angle in PDF space of text that is upright on the page as shown."""
        return (0.0, math.pi / 2, math.pi, -math.pi / 2)[self.turns]

    @property
    def height(self) -> float:
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:
            return self.right - x, y - self.bottom
        if self.turns == 3:
            return self.top - y, self.right - x
        return x - self.left, self.top - y


def frame_of(page: Any) -> Frame:
    """The frame of a pypdfium2 page."""
    left, bottom, right, top = page.get_cropbox()
    return Frame(left, bottom, right, top, (page.get_rotation() // 90) % 4)


class _Looks:
    """Text objects repeat for hundreds of characters; each is asked once."""

    def __init__(self) -> None:
        self._by_object: dict[int, Look] = {}
        self._fonts: dict[int, tuple[bool, bool, bool]] = {}

    def of(self, textpage: Any, index: int) -> Look:
        text_object = pdfium.FPDFText_GetTextObject(textpage, index)
        key = ctypes.cast(text_object, ctypes.c_void_p).value or 0
        look = self._by_object.get(key)
        if look is None:
            look = self._by_object[key] = self._ask(textpage, index, text_object, key)
        return look

    def _ask(self, textpage: Any, index: int, text_object: Any, key: int) -> Look:
        size = pdfium.FPDFText_GetFontSize(textpage, index) or 1.0
        matrix, angle = pdfium.FS_MATRIX(), 0.0
        if pdfium.FPDFText_GetMatrix(textpage, index, matrix):
            size *= math.hypot(matrix.c, matrix.d) or 1.0
            angle = math.atan2(matrix.b, matrix.a)
        bold, italic, icons = self._font(pdfium.FPDFTextObj_GetFont(text_object)) if key else (False, False, False)
        return Look(round(size, 2), bold, italic, icons, angle)

    def _font(self, font: Any) -> tuple[bool, bool, bool]:
        key = ctypes.cast(font, ctypes.c_void_p).value or 0
        if key not in self._fonts:
            name = _font_name(font)
            angle = ctypes.c_int()
            slanted = bool(pdfium.FPDFFont_GetItalicAngle(font, angle)) and angle.value != 0
            heavy = pdfium.FPDFFont_GetWeight(font) >= 600
            icons = bool(_ICON_FONT.search(name))
            self._fonts[key] = (bool(_BOLD.search(name)) or heavy, slanted or bool(_ITALIC.search(name)), icons)
        return self._fonts[key]


def _font_name(font: Any) -> str:
    length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    if not length:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
    return buffer.value.decode("utf-8", "replace").partition("+")[2] or buffer.value.decode("utf-8", "replace")


def clean(code: int, look: Look) -> str:
    """The text of one character code as people would type it; ``""`` for what is no text.

    Picture glyphs come back as private-use characters, so that ``words`` can tell a list mark from a lone icon.
    """
    if code in _CONTROL_LIGATURES:
        return _CONTROL_LIGATURES[code]
    if code in {0xFFFE, 0x02, 0xAD}:
        return HYPHEN_AT_LINE_END
    if code in _SYMBOL_BULLETS:
        return "•"
    if code in _DROPPED:
        return ""
    if 0xE000 <= code <= 0xF8FF or code >= 0xF0000:
        return chr(0xE000 + (code & 0xFFF))
    char = chr(code)
    if look.icons and not char.isspace():
        return char if char in BULLETS else chr(0xE000 + (code & 0xFFF))
    if code < 0x20 or 0x7F <= code <= 0x9F:
        return " " if char in "\t\n\r\x0b\x0c\xa0" else ""
    if code in {0x2010, 0x2011}:
        return "-"
    if 0xFB00 <= code <= 0xFB06 or 0x2000 <= code <= 0x200A or code in {0xA0, 0x202F, 0x3000}:
        return unicodedata.normalize("NFKC", char)
    return char


def glyphs(textpage: Any, frame: Frame) -> Iterator[Glyph]:
    """Every visible character of a page in drawing order; spaces come as ``" "``, upright text only."""
    raw = textpage.raw
    looks = _Looks()
    box = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    seen: dict[tuple[int, int, int], int] = {}
    high, spaced = 0, False
    for index in range(min(pdfium.FPDFText_CountChars(raw), MAX_GLYPHS)):
        code = pdfium.FPDFText_GetUnicode(raw, index)
        if 0xD800 <= code <= 0xDBFF:
            high = code
            continue
        if 0xDC00 <= code <= 0xDFFF and high:
            code, high = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00), 0
        if pdfium.FPDFText_IsGenerated(raw, index) == 1 and code not in {0xFFFE, 0x02}:
            spaced = True
            continue
        look = looks.of(raw, index)
        text = clean(code, look)
        if not text or abs(look.angle - frame.angle) > 0.1:
            continue
        pdfium.FPDFText_GetLooseCharBox(raw, index, box)
        pdfium.FPDFText_GetCharOrigin(raw, index, x, y)
        left, baseline = frame.point(box.left, y.value) if frame.turns == 0 else frame.point(x.value, y.value)
        right = left + (box.right - box.left if frame.turns % 2 == 0 else box.top - box.bottom)
        place = (code, round(left * 2), round(baseline * 2))
        # Letters drawn twice to look bold come in two runs; the letters of one ligature share a place within a run.
        if (seen.setdefault(place, index) < index - 2 and text != " ") or not _on_page(left, right, baseline, frame):
            continue
        yield Glyph(text, left, right, baseline, look, index, spaced)
        spaced = False


def _on_page(left: float, right: float, baseline: float, frame: Frame) -> bool:
    return right > 0 and left < frame.width and 0 < baseline < frame.height + 4

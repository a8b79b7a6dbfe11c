"""Pages through Tesseract: which way up, which language, within a time that ends.

The first page is read in English, because every installation has it; when its small words are another language's and
the data for that is there, it is read again. A page that comes out as noise or on end may lie on its side or be written
in other letters: then Tesseract is asked which way up it is and what letters those are.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path

from . import hocr, remembering, rules, second_look
from .language import code_for, language_of
from .program import Tesseract
from .running import ProgramFailed, run
from .script import Letters, code_beside_english, is_chinese_after_all, letters_of
from .straightening import straightened
from .words import GreyPicture, OcrPage

_LAYOUT = "3"
"""Tesseract’s page segmentation: automatic. Measured against 1, 4, 6, 11, 12: it keeps columns apart best."""
_ONE_LINE = "7"
_SECOND_LOOKS = 6
_NOMINAL_DPI = "300"
_LEGIBLE = 0.6
"""Mean confidence from which on a page is text the right way up."""
_SAMPLE_LINES = 8


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds for one page, for a document of one page and for every further page, and how many pages are looked at.
    Whoever stops the reading from outside asks ``all_seconds`` first."""

    page_seconds: float = 30.0
    first_seconds: float = 45.0
    further_seconds: float = 20.0
    pages: int = 10

    def all_seconds(self, pages: int) -> float:
        """For a document with so many pictures of pages."""
        return self.first_seconds + self.further_seconds * (min(max(pages, 1), self.pages) - 1)


class PageReader:
    """Reads the pages of one document one by one: the language found on the first serves the others, and the time is
    for all of them (``pages``: how many that will be)."""

    def __init__(self, program: Tesseract, limits: Limits = Limits(), pages: int = 1) -> None:
        self._program = program
        self._limits = limits
        self._ends = time.monotonic() + limits.all_seconds(pages)
        self._language = ""
        self._pages = 0

    @property
    def is_full(self) -> bool:
        """Whether as many pages were looked at as there may be."""
        return self._pages >= self._limits.pages

    @property
    def is_late(self) -> bool:
        """Whether the time of this document is used up."""
        return time.monotonic() > self._ends - 1

    def read(self, picture: GreyPicture) -> OcrPage | None:
        """What stands on the picture; None when it could not be read, or not in time."""
        if self.is_full or self.is_late:
            return None
        if picture.is_blank:
            return OcrPage(())
        self._pages += 1
        key = remembering.key_of(self._program, picture, self._language)
        read = remembering.recalled(key) or self._read(picture, key)
        if read is None:
            return None
        page, is_legible = read
        self._language = self._language or (page.language if is_legible else "")
        return page

    def _read(self, picture: GreyPicture, key: bytes) -> tuple[OcrPage, bool] | None:
        left = min(self._limits.page_seconds, self._ends - time.monotonic())
        sheet = _Page(self._program, picture, left)
        try:
            page = sheet.read(self._language)
        except ProgramFailed:
            return None
        if not sheet.is_cut_short:
            remembering.remember(key, page, legible=sheet.is_legible)
        return page, sheet.is_legible


class _Page:
    def __init__(self, program: Tesseract, picture: GreyPicture, seconds: float) -> None:
        self._program = program
        self._picture = rules.erased(picture)
        self._ends = time.monotonic() + seconds
        self._quarters = 0
        self._missing = ""
        self.is_legible = False

    @property
    def is_cut_short(self) -> bool:
        """Whether the time was over before everything was tried."""
        return time.monotonic() >= self._ends

    def read(self, language: str) -> OcrPage:
        """In ``language`` (as Tesseract names it), or in the one it turns out to be."""
        first = language or _first_language(self._program.languages)
        lines = self._lines(first)
        if _lying(lines) or not _legible(lines):
            first, lines = self._another_way(first, lines)
        self.is_legible = _legible(lines)
        if self.is_legible and not language and first == _first_language(self._program.languages):
            told = code_for(language_of(_text(lines)))
            if told and told != first:
                first, lines = self._in_that_language(told, first, lines)
        self._look_again(lines, first)
        page = straightened(lines, self._picture, self._quarters, first)
        return replace(page, missing=self._missing)

    def _another_way(self, first: str, lines: list[hocr.RawLine]) -> tuple[str, list[hocr.RawLine]]:
        """Turned upright, and in a language with the letters it turns out to have."""
        letters = self._asked_about_letters()
        if letters.quarters:
            self._picture, self._quarters = self._picture.turned(letters.quarters), letters.quarters
            lines = self._lines(first)
        if _legible(lines) or not letters.languages or first.partition("+")[0] in letters.languages:
            return first, lines
        there = [code for code in letters.languages if code in self._program.languages]
        if not there:
            self._missing = letters.languages[0]
            return first, lines
        best = max(there, key=lambda code: self._sample(code, lines)) if len(there) > 1 else there[0]
        first, lines = self._in_that_language(best, first, lines)
        if len(letters.languages) > 1 and is_chinese_after_all(first, _text(lines)):
            self._missing = letters.languages[0]
        return first, lines

    def _sample(self, language: str, lines: list[hocr.RawLine]) -> float:
        """How sure a reading of a few lines in this language is."""
        words = [word for line in sorted(lines, key=lambda line: line.base)[:_SAMPLE_LINES] for word in line.words]
        top, bottom = min(word.top for word in words), max(word.bottom for word in words)
        width = self._picture.width
        part = self._picture.pixels[max(top, 0) * width : bottom * width]
        cutting = GreyPicture(width, len(part) // width, part, self._picture.scale)
        try:
            return _sureness(hocr.lines(self._run("--psm", _LAYOUT, "-l", language, "hocr", picture=cutting)))
        except ProgramFailed:
            return 0.0

    def _in_that_language(self, language: str, first: str, lines: list[hocr.RawLine]) -> tuple[str, list[hocr.RawLine]]:
        """Read again in the language it turned out to be; what is there already stands when the time is over, when the
        data is not installed, and when that comes out as noise, too."""
        if language not in self._program.languages:
            self._missing = language
            return first, lines
        code = code_beside_english(language, self._program.languages)
        try:
            again = self._lines(code)
        except ProgramFailed:
            return first, lines
        return (code, again) if _legible(lines) or _legible(again) else (first, lines)

    def _look_again(self, lines: list[hocr.RawLine], language: str) -> None:
        for line in [line for line in lines if second_look.is_worth_it(line)][:_SECOND_LOOKS]:
            cutting = second_look.cut_out(line, self._picture)
            try:
                report = self._run("--psm", _ONE_LINE, "-l", language, "hocr", picture=cutting.picture)
            except ProgramFailed:
                return
            cutting.put_back(line, hocr.lines(report))

    def _lines(self, language: str) -> list[hocr.RawLine]:
        return hocr.lines(self._run("--psm", _LAYOUT, "-l", language, "hocr"))

    def _asked_about_letters(self) -> Letters:
        if not self._program.tells_orientation:
            return Letters()
        try:
            return letters_of(self._run("--psm", "0", "-l", "osd"))
        except ProgramFailed:  # too few letters to tell
            return Letters()

    def _run(self, *options: str, picture: GreyPicture | None = None) -> bytes:
        picture = picture or self._picture
        given = b"P5\n%d %d\n255\n" % (picture.width, picture.height) + picture.pixels
        command: list[str | Path] = [self._program.path, "stdin", "stdout", "--dpi", _NOMINAL_DPI, *options]
        return run(command, given, max(self._ends - time.monotonic(), 0.1))


def _first_language(installed: tuple[str, ...]) -> str:
    return "eng" if "eng" in installed else installed[0]


def _lying(lines: list[hocr.RawLine]) -> bool:
    """Whether most words stand on end: Tesseract reads a page that lies on its side, too, but not its order."""
    long = [word for line in lines for word in line.words if len(word.text) >= 4]
    return 2 * sum(word.bottom - word.top > word.right - word.left for word in long) > len(long)


def _legible(lines: list[hocr.RawLine]) -> bool:
    return _sureness(lines) >= _LEGIBLE


def _sureness(lines: list[hocr.RawLine]) -> float:
    return hocr.RawLine([word for line in lines for word in line.words]).mean_confidence()


def _text(lines: list[hocr.RawLine]) -> str:
    return " ".join(word.text for line in lines for word in line.words)

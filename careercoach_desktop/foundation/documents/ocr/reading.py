"""Pages through Tesseract: which way up, which language, within a time that ends.

The first page is read in English, because every installation has it; when its small words are another language's and
the data for that is there, it is read again. A page that comes out as noise or on end may lie on its side: then
Tesseract is asked which way up it is.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from pathlib import Path

from . import hocr, rules, second_look
from .language import code_for, language_of
from .program import Tesseract
from .running import ProgramFailed, run
from .straightening import straightened
from .words import GreyPicture, OcrPage

_LAYOUT = "3"
"""Tesseract’s page segmentation: automatic. Measured against 1, 4, 6, 11, 12: it keeps columns apart best."""
_ONE_LINE = "7"
_SECOND_LOOKS = 6
_NOMINAL_DPI = "300"
_LEGIBLE = 0.6
"""Mean confidence from which on a page is text the right way up."""
_ORIENTATION = re.compile(rb"Rotate: (\d+)")
_ORIENTATION_SURE = re.compile(rb"Orientation confidence: ([\d.]+)")


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds for one page and for a whole document (well within what the child process is given for a file), and how
    many pages are looked at."""

    page_seconds: float = 30.0
    all_seconds: float = 45.0
    pages: int = 10


class PageReader:
    """Reads the pages of one document one by one: the language found on the first serves the others, and the time is
    for all of them."""

    def __init__(self, program: Tesseract, limits: Limits = Limits()) -> None:
        self._program = program
        self._limits = limits
        self._ends = time.monotonic() + limits.all_seconds
        self._language = ""
        self._pages = 0

    @property
    def spent(self) -> bool:
        """Whether the time or the pages of this document are used up."""
        return self._pages >= self._limits.pages or time.monotonic() > self._ends - 1

    def read(self, picture: GreyPicture) -> OcrPage | None:
        """What stands on the picture; None when it could not be read, or not in time."""
        if self.spent:
            return None
        if picture.is_blank:
            return OcrPage(())
        self._pages += 1
        left = min(self._limits.page_seconds, self._ends - time.monotonic())
        try:
            page = _Page(self._program, picture, left).read(self._language)
        except ProgramFailed:
            return None
        self._language = self._language or (page.language if page.letters else "")
        return page


class _Page:
    def __init__(self, program: Tesseract, picture: GreyPicture, seconds: float) -> None:
        self._program = program
        self._picture = rules.erased(picture)
        self._ends = time.monotonic() + seconds
        self._quarters = 0

    def read(self, language: str) -> OcrPage:
        """In ``language`` (as Tesseract names it), or in the one it turns out to be."""
        first = language or _first_language(self._program.languages)
        lines = self._lines(first)
        quarters = self._asked_which_way_up() if _lying(lines) or not _legible(lines) else 0
        if quarters:
            self._picture, self._quarters = self._picture.turned(quarters), quarters
            lines = self._lines(first)
        if not language and _legible(lines):
            text = " ".join(word.text for line in lines for word in line.words)
            told = code_for(language_of(text), self._program.languages)
            if told and told != first:
                first, lines = self._in_that_language(told, first, lines)
        self._look_again(lines, first)
        return straightened(lines, self._picture, self._quarters, first)

    def _in_that_language(self, told: str, first: str, lines: list[hocr.RawLine]) -> tuple[str, list[hocr.RawLine]]:
        """Read again in the language it turned out to be; what is there already stands when the time is over."""
        try:
            return told, self._lines(told)
        except ProgramFailed:
            return first, lines

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

    def _asked_which_way_up(self) -> int:
        """Quarter turns clockwise that put the page upright."""
        if not self._program.tells_orientation:
            return 0
        try:
            said = self._run("--psm", "0", "-l", "osd")
        except ProgramFailed:  # too few letters to tell
            return 0
        turn, sure = _ORIENTATION.search(said), _ORIENTATION_SURE.search(said)
        return int(turn[1]) // 90 if turn and sure and float(sure[1]) >= 1.0 else 0

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
    words = [word for line in lines for word in line.words if any(char.isalnum() for char in word.text)]
    letters = sum(len(word.text) for word in words)
    return letters > 0 and sum(word.confidence * len(word.text) for word in words) / letters >= _LEGIBLE

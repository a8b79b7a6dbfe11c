"""What a document says and where it stands on the page: the value every reader returns.

A file is read once into a ``SourceText``; features make sense of it and can still point at the exact words on the
page, because every ``Word`` keeps its box and its place in the text of its line.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

CELL = "\t"
"""Stands in ``Line.text`` between two pieces of one line that are far apart, or in two cells of one table row."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on one page in points (1/72 inch), origin at the top left."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def width(self) -> float:
        return self.right - self.left

    def union(self, other: Box) -> Box:
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


@dataclass(frozen=True, slots=True)
class Link:
    """A link target and the part of the line's text that carries it (``start:end``)."""

    target: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a line: ``line.text[start:end]``, its look and, for paged formats, its box."""

    text: str
    start: int
    box: Box | None = None
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    confidence: float = 1.0
    """How sure it is that this is what stands there (0..1); below 1 only for what was read from a picture."""

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line (or one paragraph of a format without pages), in reading order.

    ``text`` is ``words`` joined by one space, or by ``CELL`` where the page leaves a wide gap; bullet marks are not
    part of it (``bullet`` says there was one, ``indent`` how far in points it starts inside its column).
    ``column`` is 0 for full-width text and counts columns from the left otherwise; ``block`` grows whenever the page
    leaves a wider gap than between ordinary lines. ``heading`` is the level the format itself gives (1..6), else 0.
    """

    text: str
    page: int = 0
    words: tuple[Word, ...] = ()
    box: Box | None = None
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    bullet: bool = False
    indent: float = 0.0
    column: int = 0
    block: int = 0
    heading: int = 0
    links: tuple[Link, ...] = ()

    def cells(self) -> list[str]:
        """The pieces between wide gaps, without empty ones."""
        return [piece.strip() for piece in self.text.split(CELL) if piece.strip()]


@dataclass(frozen=True, slots=True)
class PageSize:
    """Width and height in points as the page is shown (rotation applied).

    The lines of a page that was read from a picture stand upright and straight, however it was put on the scanner:
    ``skew`` (radians) and ``quarters`` (clockwise turns) are what it was turned by. ``shown`` takes a box back.
    """

    width: float
    height: float
    skew: float = 0.0
    quarters: int = 0

    def shown(self, box: Box) -> Box:
        """Where a box of a line stands on the page as it is shown."""
        if not self.skew and not self.quarters:
            return box
        x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        cos, sin = math.cos(self.skew), math.sin(self.skew)
        x, y = x * cos - y * sin, x * sin + y * cos
        half_wide, half_high = box.width / 2, box.height / 2
        match self.quarters % 4:
            case 1:
                x, y = y, self.height - x
            case 2:
                x, y = self.width - x, self.height - y
            case 3:
                x, y = self.width - y, x
        if self.quarters % 2:
            half_wide, half_high = half_high, half_wide
        return Box(x - half_wide, y - half_high, x + half_wide, y + half_high)


@dataclass(frozen=True, slots=True)
class SourceText:
    """A whole document as text. ``pages`` is empty for formats that have none (DOCX, text, Markdown, HTML, JSON).

    ``warnings`` are short sentences for the person, e.g. that only the first pages were read.
    """

    media_type: str
    lines: tuple[Line, ...] = ()
    pages: tuple[PageSize, ...] = ()
    warnings: tuple[str, ...] = ()
    links: tuple[str, ...] = field(default=())
    """Every link target of the document, in order, also those that no text carries."""

    @property
    def text(self) -> str:
        """The plain text in reading order, one line each, with a blank line between blocks."""
        out: list[str] = []
        previous: Line | None = None
        for line in self.lines:
            if previous is not None and (line.block != previous.block or line.page != previous.page):
                out.append("")
            out.append(("• " if line.bullet else "") + line.text)
            previous = line
        return "\n".join(out)

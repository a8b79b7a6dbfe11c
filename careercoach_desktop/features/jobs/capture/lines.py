"""A page's or paste's words as the lines a reader sees, with the pieces each line is made of."""

from __future__ import annotations

from dataclasses import dataclass

from careercoach_desktop.features.jobs.capture.outline import BLOCKS, HEADINGS, TEXT, Outline
from careercoach_desktop.features.jobs.capture.wording import one_line


@dataclass(frozen=True, slots=True)
class Line:
    """One line. ``cells``: its pieces (a label and its value are often two). ``heading``: 1–6 or 0."""

    text: str
    cells: tuple[str, ...]
    heading: int = 0
    place: int = -1


def lines_of_text(text: str) -> list[Line]:
    """The non-empty lines of a paste; tabs part cells."""
    lines = []
    for raw in text.split("\n"):
        cells = tuple(cell for piece in raw.split("\t") if (cell := one_line(piece)))
        if cells:
            lines.append(Line(" ".join(cells), cells))
    return lines


def lines_of_page(outline: Outline, skipped: frozenset[int] = frozenset()) -> list[Line]:
    """The non-empty lines of a page in reading order; ``skipped`` elements and what is hidden are left out."""
    lines: list[Line] = []
    cells: list[str] = []
    heading, heading_end, start, closes = 0, 0, 0, 0
    inner = 0

    def finish() -> None:
        if cells:
            lines.append(Line(" ".join(cells), tuple(cells), heading, start))
            cells.clear()

    ends: list[int] = []
    while inner < len(outline):
        while ends and ends[-1] <= inner:
            finish()
            closes = ends.pop()
        if inner >= heading_end and closes >= heading_end:
            heading = 0
        if inner in skipped or outline.unseen(inner):
            inner = outline.ends[inner]
            continue
        tag = outline.tags[inner]
        if tag == TEXT:
            if text := one_line(outline.text(inner)):
                start = start if cells else inner
                cells.append(text)
        elif tag in BLOCKS or tag == "br":
            finish()
            if tag != "br":
                ends.append(outline.ends[inner])
            if tag in HEADINGS:
                heading, heading_end = int(tag[1]), outline.ends[inner]
        inner += 1
    finish()
    return lines

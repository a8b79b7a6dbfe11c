"""From the pieces of one region to its lines: pieces on one baseline become one line with cells.

Dates, places and durations stacked beside an entry are pulled up to the entry's first line, so that a line tells all
that stands next to it and the bullets below read on undisturbed.
"""

from __future__ import annotations

import re
import statistics
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

from careercoach_desktop.foundation.documents.model import CELL, Box, Line, Link, Word

from .columns import YEAR, Region
from .glyphs import HYPHEN_AT_LINE_END
from .words import PageWord, Piece

_MONTH_AT_END = re.compile(r"[-–—]\s*[^\W\d]{3,}\.?$")


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link target and its rectangle on the page."""

    target: str
    box: Box


@dataclass(slots=True)
class _Row:
    pieces: list[Piece]
    main: Piece
    """The piece that stands on the region's text margin, and no date; the others stand beside it."""

    @property
    def baseline(self) -> float:
        return self.main.baseline


def lines_of(region: Region, page: int, first_block: int, links: list[PageLink]) -> list[Line]:
    """The lines of a region from the top; ``first_block`` numbers its first block."""
    rows = _hoist(_rows(region.pieces))
    if not rows:
        return []
    left = min(piece.box.left for row in rows for piece in row.pieces)
    spacing = _usual_spacing(rows)
    out: list[Line] = []
    block, above = first_block, None
    for row in rows:
        if above is not None and row.baseline - above.baseline > 1.35 * max(spacing, above.main.size):
            block += 1
        line = _line(row, page, left, region.column, block, links)
        out.append(replace(line, heading=region.heading) if region.heading else line)
        above = row
    return out


def _rows(pieces: list[Piece]) -> list[_Row]:
    rows: list[_Row] = []
    for piece in sorted(pieces, key=lambda p: (p.baseline, p.box.left)):
        last = rows[-1] if rows else None
        if last is not None and _level(last, piece):
            last.pieces.append(piece)
        else:
            rows.append(_Row([piece], piece))
    weights: Counter[int] = Counter()
    for piece in pieces:
        weights[round(piece.box.left / 2)] += int(piece.box.width)
    for row in rows:
        row.pieces.sort(key=lambda p: p.box.left)
        undated = [piece for piece in row.pieces if not YEAR.search(piece.text)]
        row.main = max(undated or row.pieces, key=lambda p: weights[round(p.box.left / 2)])
    return rows


def _level(row: _Row, piece: Piece) -> bool:
    """Same printed line: baselines agree, or a smaller cell is centred on its neighbour's height."""
    if any(min(p.box.right, piece.box.right) - max(p.box.left, piece.box.left) > 0.5 * piece.size for p in row.pieces):
        return False
    near = row.pieces[-1]
    return abs(near.baseline - piece.baseline) <= 0.36 * max(near.size, piece.size)


def _usual_spacing(rows: list[_Row]) -> float:
    steps = [b.baseline - a.baseline for a, b in pairwise(rows) if b.baseline > a.baseline]
    if not steps:
        return 12.0
    return statistics.median_low(sorted(steps)[: max(1, (len(steps) * 2 + 2) // 3)])


def _hoist(rows: list[_Row]) -> list[_Row]:
    """Move side cells that only continue a stack beside an entry up to the row where the stack begins."""
    out: list[_Row] = []
    head: _Row | None = None
    low = 0.0
    """Baseline of the lowest cell of the stack so far: a stack leaves no gaps."""
    for row in rows:
        if head is not None and row.baseline - low < 2.2 * head.main.size:
            for piece in _stacked(head, row):
                _append(head, piece)
                row.pieces.remove(piece)
                low = row.baseline
        if len(row.pieces) > 1:
            head, low = row, row.baseline
        if row.pieces:
            out.append(row)
    return out


def _stacked(head: _Row, row: _Row) -> list[Piece]:
    if len(head.pieces) < 2:
        return []
    found: list[Piece] = []
    widest = max(piece.box.width for piece in head.pieces)
    for side in (head.pieces[0], head.pieces[-1]):
        if side is head.main or side.box.width > 0.45 * widest + 60:
            continue
        for piece in row.pieces:
            if piece in found or not _below(side, piece, head):
                continue
            others = [p for p in row.pieces if p is not piece]
            if _goes_on(side, piece) or not others or all(_subordinate(head, p) for p in others):
                found.append(piece)
    return found


def _below(side: Piece, piece: Piece, head: _Row) -> bool:
    if piece.bullet or abs(piece.size - side.size) > 0.2 * side.size:
        return False
    flush = abs(piece.box.left - side.box.left) < 2 or abs(piece.box.right - side.box.right) < 2
    centred = abs(piece.box.left + piece.box.right - side.box.left - side.box.right) < 4
    if side.box.right <= head.main.box.left:
        beside = piece.box.right <= head.main.box.left
    else:
        beside = piece.box.left > head.main.box.left + 0.6 * head.main.box.width
    return (flush or centred) and beside and len(piece.words) <= 8


def _subordinate(head: _Row, piece: Piece) -> bool:
    main = head.main
    return piece.bullet or piece.box.left > main.box.left + 3


def _flush(side: Piece, piece: Piece) -> bool:
    return abs(piece.box.right - side.box.right) < 40 or abs(piece.box.left - side.box.left) < 2


def _open_ended(text: str) -> bool:
    return text.rstrip().endswith(("–", "-", "—", " to", " bis", "~", "〜"))


def _goes_on(side: Piece, below: Piece) -> bool:
    """Whether a side cell was left open: ``2019 –`` above ``2022``, ``March 2019 – June`` above ``2022``; not above
    ``2015 – 2019``, which is the next row's."""
    if len(YEAR.findall(below.text)) > 1:
        return False
    return _open_ended(side.text) or bool(_MONTH_AT_END.search(side.text) and YEAR.match(below.text))


def _append(head: _Row, piece: Piece) -> None:
    """A stacked piece joins the cell above it when that was left open, and becomes a cell of its own otherwise."""
    for side in (head.pieces[0], head.pieces[-1]):
        if side is not head.main and _goes_on(side, piece) and _flush(side, piece):
            side.words.extend(piece.words)
            return
    head.pieces.append(piece)


def _line(row: _Row, page: int, left: float, column: int, block: int, links: list[PageLink]) -> Line:
    text = ""
    words: list[Word] = []
    placed: list[tuple[PageWord, int]] = []
    for number, piece in enumerate(row.pieces):
        for index, word in enumerate(piece.words):
            text += (CELL if number and not index else " ") if text else ""
            placed.append((word, len(text)))
            words.append(Word(word.text, len(text), word.box, word.size, word.bold, word.italic, word.confidence))
            text += word.text
    if not text.endswith(HYPHEN_AT_LINE_END):
        text = text.replace(HYPHEN_AT_LINE_END, "-")
    main = row.pieces[0] if row.pieces[0].bullet else row.main
    box = row.pieces[0].box
    for piece in row.pieces[1:]:
        box = box.union(piece.box)
    letters = sum(len(word.text) for word in words)
    return Line(
        text,
        page,
        tuple(words),
        box,
        main.size,
        sum(len(word.text) for word in words if word.bold) * 2 > letters,
        sum(len(word.text) for word in words if word.italic) * 2 > letters,
        any(piece.bullet for piece in row.pieces[:1]) or main.bullet,
        main.box.left - left,
        column,
        block,
        0,
        tuple(_links_in(placed, links)),
    )


def _links_in(placed: list[tuple[PageWord, int]], links: list[PageLink]) -> list[Link]:
    out = []
    for link in links:
        inside = [(word, start) for word, start in placed if _mostly_inside(word.box, link.box)]
        if inside:
            out.append(Link(link.target, inside[0][1], inside[-1][1] + len(inside[-1][0].text)))
    return out


def _mostly_inside(box: Box, outer: Box) -> bool:
    width = min(box.right, outer.right) - max(box.left, outer.left)
    height = min(box.bottom, outer.bottom) - max(box.top, outer.top)
    return width > 0.5 * box.width and height > 0.4 * box.height

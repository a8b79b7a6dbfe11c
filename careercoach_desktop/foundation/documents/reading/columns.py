"""Which pieces of a page belong together, and in what order people read them.

The page is cut again and again: a tall white strip with text on both sides that stands on its own makes two columns;
a strip beside a column of dates or labels does not, because those belong to the rows they stand on.
"""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from .margin_labels import labelled
from .words import Piece

HeadingTest = Callable[[str], bool]

_MIN_LINES = 3
_MAX_DEPTH = 6
_ALONE = 1.3
"""Letter heights to the nearest line of the other side from which on a line has nothing beside it."""
_BEHEADED = 0.75
"""What a cut is worth that runs through the heading above one of its sides."""
YEAR = re.compile(r"(?:19|20)\d{2}")
_MAX_PIECES = 1200
"""A page with more pieces than this is a drawing or a table, not columns of text."""


@dataclass(slots=True)
class Region:
    """Pieces of one column (or of full-width text: ``column`` 0), to be read line by line from the top."""

    pieces: list[Piece]
    column: int = 0
    heading: int = 0
    """Level of the section heading it is, when its place on the page makes it one; else 0."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What holds for the whole page: the test for headings and the middle of the text."""

    opens: HeadingTest
    middle: float


@dataclass(slots=True)
class _Cut:
    """A white strip: pieces above it, left and right of it, and below it."""

    above: list[Piece]
    left: list[Piece]
    right: list[Piece]
    below: list[Piece]
    worth: float


def regions(pieces: list[Piece], opens_section: HeadingTest | None = None) -> list[Region]:
    """The page as regions in reading order. ``opens_section`` recognises the text of a section heading."""
    if not pieces:
        return []
    opens = opens_section or (lambda _text: False)
    beside = labelled(pieces, opens)
    if beside is not None:
        return [Region(strip.pieces, 0, 2 if strip.heading else 0) for strip in beside]
    return _divide(pieces, _Sheet(opens, _middle(pieces)), 0, 0)


def _divide(pieces: list[Piece], sheet: _Sheet, column: int, depth: int) -> list[Region]:
    if not pieces:
        return []
    cut = _best_cut(pieces, sheet) if depth < _MAX_DEPTH else None
    if cut is None:
        return [Region(sorted(pieces, key=lambda piece: piece.baseline), column)]
    return [
        *_divide(cut.above, sheet, column, depth + 1),
        *_divide(cut.left, sheet, column + 1, depth + 1),
        *_divide(cut.right, sheet, column + 2, depth + 1),
        *_divide(cut.below, sheet, column, depth + 1),
    ]


def _best_cut(pieces: list[Piece], sheet: _Sheet) -> _Cut | None:
    if not 2 * _MIN_LINES <= len(pieces) <= _MAX_PIECES:
        return None
    size = statistics.median(piece.size for piece in pieces)
    middles = (sheet.middle, _middle(pieces))
    edges = sorted({round(piece.box.left) for piece in pieces})
    cuts = [
        cut
        for edge in edges
        for cut in _cuts_at(pieces, edge - 0.6, size, sheet.opens)
        if cut.worth > 0
        and not _centred_headings([*cut.left, *cut.right], sheet.opens, middles)
        and _stand_alone(cut.left, cut.right, sheet.opens)
    ]
    return max(cuts, key=lambda cut: cut.worth, default=None)


def _cuts_at(pieces: list[Piece], x: float, size: float, opens: HeadingTest) -> list[_Cut]:
    """The strips at ``x``: one for every run of rows that nothing crosses."""
    crossing = sorted((p.box.top, p.box.bottom) for p in pieces if p.box.left < x < p.box.right)
    bounds = [(-1e9, -1e9), *crossing, (1e9, 1e9)]
    out = []
    covered = -1e9
    for (_, bottom), (top, _) in pairwise(bounds):
        covered = max(covered, bottom)
        if top - covered < 3 * size:
            continue
        inside = [p for p in pieces if covered - 1 <= p.baseline - 0.3 * p.size <= top + 1 and not _crosses(p, x)]
        left = [p for p in inside if p.box.right <= x + 1]
        right = [p for p in inside if p.box.left >= x]
        if _lines(left) < _MIN_LINES or _lines(right) < _MIN_LINES:
            continue
        cut = _fit(pieces, left, right, size, opens)
        if cut is not None:
            if any(_crosses(piece, x) and opens(piece.text) for piece in cut.above):
                cut.worth *= _BEHEADED
            out.append(cut)
    return out


def _crosses(piece: Piece, x: float) -> bool:
    return piece.box.left < x < piece.box.right


def _lines(pieces: list[Piece]) -> int:
    return len({round(piece.baseline / 3) for piece in pieces})


def _lines_beside(side: list[Piece], other: list[Piece]) -> int:
    """How many lines of one side stand at the height of the other."""
    low, high = min(p.box.top for p in other), max(p.box.bottom for p in other)
    return _lines([piece for piece in side if low <= piece.baseline <= high])


def _fit(pieces: list[Piece], left: list[Piece], right: list[Piece], size: float, opens: HeadingTest) -> _Cut | None:
    gutter = min(p.box.left for p in right) - _right_edge(left)
    if gutter < 0.55 * size:
        return None
    # The strip is as tall as both sides have something to say; what stands beside nothing still belongs to its side.
    left, right = _trimmed(left, right, pieces), _trimmed(right, left, pieces)
    left, right = _without_cells(left, right), _without_cells(right, left)
    left, right = _beside_block(left, right, opens), _beside_block(right, left, opens)
    if not left or not right or _lines(left) < _MIN_LINES or _lines(right) < _MIN_LINES:
        return None
    chosen = {id(piece) for piece in (*left, *right)}
    top = min(p.box.top for p in (*left, *right))
    above = [p for p in pieces if id(p) not in chosen and p.baseline < top + 1]
    rest = {id(piece) for piece in above} | chosen
    below = [p for p in pieces if id(p) not in rest]
    overlap = min(max(p.box.bottom for p in s) for s in (left, right)) - max(
        min(p.box.top for p in s) for s in (left, right)
    )
    if overlap < 3 * size or min(_lines_beside(left, right), _lines_beside(right, left)) < _MIN_LINES - 1:
        return None
    height = max(p.box.bottom for p in (*left, *right)) - top
    worth = height * (1 + 0.2 * min(gutter / size, 4)) * _edge_support(right) * _headed(left, right, opens)
    return _Cut(above, left, right, below, worth)


def _headed(left: list[Piece], right: list[Piece], opens: HeadingTest) -> float:
    """More for a cut that keeps headings with their text: both sides have some, or one side begins with its own."""
    firsts = [min(side, key=lambda piece: piece.baseline) for side in (left, right)]
    both = all(any(opens(piece.text) for piece in side) for side in (left, right))
    return (1.3 if both else 1.0) * (1.2 if any(opens(first.text) for first in firsts) else 1.0)


def _right_edge(left: list[Piece]) -> float:
    """How far a side reaches, without the one long address in eight that sticks out."""
    rights = sorted(piece.box.right for piece in left)
    return rights[-1 - len(rights) // 8]


def _edge_support(right: list[Piece]) -> float:
    """Less for an edge at which only a date or two begin, while the lines of the column begin further right."""
    edge = min(piece.box.left for piece in right)
    at_edge = sum(piece.box.left < edge + 2 for piece in right)
    edges = Counter(round(piece.box.left / 2) for piece in right)
    return 1.0 if at_edge >= 3 or at_edge * 4 >= edges.most_common(1)[0][1] else 0.7


def _without_cells(side: list[Piece], other: list[Piece]) -> list[Piece]:
    """Without what stands far below the rest of a side, on lines of the other side, and is mostly dates.

    A block of addresses in the corner of the page is no column together with the dates of the jobs further down.
    """
    ordered = sorted(side, key=lambda piece: piece.baseline)
    baselines = [piece.baseline for piece in other]
    first = len(ordered)
    while first and min(abs(ordered[first - 1].baseline - base) for base in baselines) < 0.28 * ordered[first - 1].size:
        first -= 1
    cells = ordered[first:]
    dated = sum(bool(YEAR.search(piece.text)) for piece in cells)
    if not cells or not first or dated * 5 < len(cells) * 2:
        return side
    hole = cells[0].baseline - ordered[first - 1].baseline
    if hole < 4 * cells[0].size:
        return side
    kept = {id(piece) for piece in ordered[:first]}
    return [piece for piece in side if id(piece) in kept]


def _beside_block(side: list[Piece], block: list[Piece], opens: HeadingTest) -> list[Piece]:
    """What of a side stands beside a block without headings, such as addresses in a corner: up to the next heading."""
    if not block or any(opens(piece.text) for piece in block):
        return side
    bottom = max(piece.box.bottom for piece in block)
    starts = [piece.box.top for piece in side if piece.box.top > bottom - 1 and opens(piece.text)]
    return [piece for piece in side if piece.box.top < min(starts) - 1] if starts else side


def _centred_headings(both: list[Piece], opens: HeadingTest, middles: tuple[float, ...]) -> bool:
    """Whether most headings stand in the middle of the page or of its part: then what looks like two sides is one
    column."""
    heads = [piece for piece in both if opens(piece.text)]
    return sum(any(abs(_middle([p]) - middle) < 4 for middle in middles) for p in heads) * 2 > len(heads)


def _middle(pieces: list[Piece]) -> float:
    return (min(piece.box.left for piece in pieces) + max(piece.box.right for piece in pieces)) / 2


def _trimmed(side: list[Piece], other: list[Piece], pieces: list[Piece]) -> list[Piece]:
    """Without the one or two lines that hang below the other side when full-width text follows: its heading."""
    bottom = max(p.box.bottom for p in other)
    hanging = [p for p in side if p.box.top > bottom]
    own = {id(p) for p in (*side, *other)}
    follows = any(p.box.top > bottom for p in pieces if id(p) not in own)
    kept_bottom = max((p.box.bottom for p in side if p.box.top <= bottom), default=0.0)
    apart = hanging and min(p.box.top for p in hanging) - kept_bottom > 0.6 * hanging[0].size
    if apart and follows and _lines(hanging) <= 2:
        dropped = {id(p) for p in hanging}
        return [p for p in side if id(p) not in dropped]
    return side


def _stand_alone(left: list[Piece], right: list[Piece], opens: HeadingTest) -> bool:
    """Whether both sides are columns of their own and not one table read row by row."""
    heads = [any(opens(piece.text) for piece in side) for side in (left, right)]
    if all(heads):
        return True
    if any(
        not head and _cells_of(side, other)
        for head, side, other in zip(heads, (left, right), (right, left), strict=True)
    ):
        return False
    narrow, wide = sorted((left, right), key=lambda side: (_width(side), len(side)))
    if _short_facts(narrow) >= 0.6:
        return False
    return _aligned(narrow, wide) < 0.7


def _cells_of(side: list[Piece], other: list[Piece]) -> bool:
    """Whether a side without headings is dates and such, each on a line of the other side."""
    dated = [piece for piece in side if YEAR.search(piece.text)]
    share = max(len(dated) / len(side), _lines(dated) / _lines(side))
    return share >= 0.3 and _aligned(side, other) >= 0.9


def _width(side: list[Piece]) -> float:
    return max(p.box.right for p in side) - min(p.box.left for p in side)


def _short_facts(side: list[Piece]) -> float:
    """The share of pieces that look like dates, page numbers or places rather than text of their own."""
    facts = [p for p in side if any(char.isdigit() for char in p.text) and "@" not in p.text and len(p.words) <= 6]
    return len(facts) / len(side)


def _aligned(narrow: list[Piece], wide: list[Piece]) -> float:
    """The share of the narrow side's pieces that stand on a baseline of the wide side.

    A line with nothing beside it, such as a heading between two tables, stands in a gap of the wide side: it says
    nothing for or against.
    """
    baselines = [piece.baseline for piece in wide]
    low, high = min(baselines) - 2, max(baselines) + 2
    inside = [piece for piece in narrow if low <= piece.baseline <= high]
    distances = [min(abs(piece.baseline - other) for other in baselines) / piece.size for piece in inside]
    beside = [distance for distance in distances if distance < _ALONE]
    if not beside:
        return 0.0
    return sum(distance < 0.28 for distance in beside) / len(beside)

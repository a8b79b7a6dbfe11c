"""Which pieces of a page belong together, and in what order people read them.

The page is cut again and again: a tall white strip with text on both sides that stands on its own makes two columns;
a strip beside a column of dates or labels does not, because those belong to the rows they stand on.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from .words import Piece

HeadingTest = Callable[[str], bool]

_MIN_LINES = 3
_MAX_DEPTH = 6
_ALONE = 1.3
"""Letter heights to the nearest line of the other side from which on a line has nothing beside it."""
_MAX_PIECES = 1200
"""A page with more pieces than this is a drawing or a table, not columns of text."""


@dataclass(slots=True)
class Region:
    """Pieces of one column (or of full-width text: ``column`` 0), to be read line by line from the top."""

    pieces: list[Piece]
    column: int = 0


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
    return _divide(pieces, opens_section or (lambda _text: False), 0, 0)


def _divide(pieces: list[Piece], opens: HeadingTest, column: int, depth: int) -> list[Region]:
    if not pieces:
        return []
    cut = _best_cut(pieces, opens) if depth < _MAX_DEPTH else None
    if cut is None:
        return [Region(sorted(pieces, key=lambda piece: piece.baseline), column)]
    return [
        *_divide(cut.above, opens, column, depth + 1),
        *_divide(cut.left, opens, column + 1, depth + 1),
        *_divide(cut.right, opens, column + 2, depth + 1),
        *_divide(cut.below, opens, column, depth + 1),
    ]


def _best_cut(pieces: list[Piece], opens: HeadingTest) -> _Cut | None:
    if not 2 * _MIN_LINES <= len(pieces) <= _MAX_PIECES:
        return None
    size = statistics.median(piece.size for piece in pieces)
    edges = sorted({round(piece.box.left) for piece in pieces})
    cuts = [
        cut
        for edge in edges
        for cut in _cuts_at(pieces, edge - 0.6, size)
        if cut.worth > 0 and _stand_alone(cut.left, cut.right, opens)
    ]
    return max(cuts, key=lambda cut: cut.worth, default=None)


def _cuts_at(pieces: list[Piece], x: float, size: float) -> list[_Cut]:
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
        cut = _fit(pieces, left, right, size)
        if cut is not None:
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


def _fit(pieces: list[Piece], left: list[Piece], right: list[Piece], size: float) -> _Cut | None:
    gutter = min(p.box.left for p in right) - max(p.box.right for p in left)
    if gutter < 0.55 * size:
        return None
    # The strip is as tall as both sides have something to say; what stands beside nothing still belongs to its side.
    left, right = _trimmed(left, right, pieces), _trimmed(right, left, pieces)
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
    return _Cut(above, left, right, below, height * (1 + 0.2 * min(gutter / size, 4)))


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
    narrow, wide = sorted((left, right), key=lambda side: (_width(side), len(side)))
    if _short_facts(narrow) >= 0.6:
        return False
    return _aligned(narrow, wide) < 0.7


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

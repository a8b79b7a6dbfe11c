"""Tables in a PDF: there are none, only lines that cross. Text between several crossing lines stands in a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from careercoach_desktop.foundation.documents.model import Box, Line

_THIN = 2.5
_LONG = 24.0
_HIGH = 500.0
"""Points: a higher frame is the ground of a page or a sidebar, not a table."""
_TOUCH = 3.0
_MAX_STROKES = 2000


@dataclass(frozen=True, slots=True)
class _Stroke:
    """A thin line: where it stands across its direction, and from where to where it goes; points."""

    at: float
    begin: float
    end: float


def in_grids(strokes: Sequence[Sequence[Box]], lines: Sequence[Line]) -> float:
    """The share of letters that stand inside drawn grids; ``strokes`` are the drawn shapes of each page."""
    grids = [_grid(page) for page in strokes]
    letters = sum(len(line.text) for line in lines)
    inside = sum(len(line.text) for line in lines if _is_inside(line, grids))
    return inside / letters if letters else 0.0


def _grid(strokes: Sequence[Box]) -> Box | None:
    """The frame of upright and level strokes that each cross three of the other kind."""
    shapes = strokes[:_MAX_STROKES]
    frames = [box for box in shapes if box.width >= _LONG and _LONG <= box.height <= _HIGH]
    upright = [_Stroke(b.left, b.top, b.bottom) for b in shapes if b.width <= _THIN < b.height]
    upright += [_Stroke(edge, b.top, b.bottom) for b in frames for edge in (b.left, b.right)]
    level = [_Stroke(b.top, b.left, b.right) for b in shapes if b.height <= _THIN < b.width]
    level += [_Stroke(edge, b.left, b.right) for b in frames for edge in (b.top, b.bottom)]
    upright, level = _long(_joined(upright)), _long(_joined(level))
    tall = [one for one in upright if _places(other.at for other in level if _cross(one, other)) >= 3]
    wide = [one for one in level if _places(other.at for other in tall if _cross(one, other)) >= 3]
    if not tall or not wide:
        return None
    return Box(
        min(one.at for one in tall),
        min(one.at for one in wide),
        max(one.at for one in tall),
        max(one.at for one in wide),
    )


def _joined(strokes: list[_Stroke]) -> list[_Stroke]:
    """Strokes that continue each other on one line, put together: tables are often drawn cell by cell."""
    out: list[_Stroke] = []
    for stroke in sorted(strokes, key=lambda each: (round(each.at / 2), each.begin)):
        last = out[-1] if out else None
        if last is not None and abs(last.at - stroke.at) < _TOUCH and stroke.begin <= last.end + _TOUCH:
            out[-1] = _Stroke(last.at, last.begin, max(last.end, stroke.end))
        else:
            out.append(stroke)
    return out


def _long(strokes: list[_Stroke]) -> list[_Stroke]:
    return [stroke for stroke in strokes if stroke.end - stroke.begin >= _LONG]


def _places(edges: Iterable[float]) -> int:
    """How many different places; lines drawn twice count once."""
    return len({round(edge / 4) for edge in edges})


def _cross(one: _Stroke, other: _Stroke) -> bool:
    """Of two strokes that stand at right angles."""
    return one.begin - _TOUCH <= other.at <= one.end + _TOUCH and other.begin - _TOUCH <= one.at <= other.end + _TOUCH


def _is_inside(line: Line, grids: Sequence[Box | None]) -> bool:
    grid = grids[line.page] if line.page < len(grids) else None
    return grid is not None and line.box is not None and _within(line.box, grid)


def _within(box: Box, grid: Box) -> bool:
    return grid.left <= box.left and box.right <= grid.right and grid.top <= box.top and box.bottom <= grid.bottom

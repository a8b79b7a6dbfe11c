"""Pages whose section headings stand in a margin of their own, beside the text they head.

Read row by row such a heading would be glued to the first line beside it, and one that takes two lines would end up
inside the text. Here the page is cut into strips from heading to heading.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .words import Piece

HeadingTest = Callable[[str], bool]

_MIN_LABELS = 3
_WIDEST = 0.34
"""Of the width of the text: a margin wider than this is a column."""


@dataclass(slots=True)
class Strip:
    """Pieces to be read line by line: a heading, or text."""

    pieces: list[Piece]
    heading: bool = False


@dataclass(slots=True)
class _Label:
    """A heading in the margin, which may take several lines."""

    pieces: list[Piece]

    @property
    def top(self) -> float:
        return min(piece.box.top for piece in self.pieces)

    @property
    def text(self) -> str:
        return " ".join(piece.text for piece in self.pieces)


def labelled(pieces: list[Piece], opens: HeadingTest) -> list[Strip] | None:
    """The page as strips when its headings stand in a margin at the left, else None."""
    edge = _margin(pieces, opens)
    if edge is None:
        return None
    text_left = _text_left(pieces, edge)
    if text_left is None:
        return None
    in_margin = [p for p in pieces if abs(p.box.left - edge) < 2 and p.box.right < text_left]
    labels = _labels(in_margin, opens)
    named = [label for label in labels if opens(label.text)]
    if len(named) < _MIN_LABELS or len(named) * 2 < len(labels):
        return None
    top = min(label.top for label in named)
    labels = [label for label in labels if label.top >= top]
    owned = {id(piece) for label in labels for piece in label.pieces}
    below = [p for p in pieces if id(p) not in owned and p.box.bottom > top]
    beside = [p for p in below if p.box.left > text_left - 2]
    if len(beside) < len(below) or len(beside) < len(labels):
        return None
    strips = [Strip([p for p in pieces if id(p) not in owned and p.box.bottom <= top])]
    for index, label in enumerate(labels):
        end = labels[index + 1].top if index + 1 < len(labels) else 1e9
        strips.append(Strip(label.pieces, heading=opens(label.text)))
        strips.append(Strip([p for p in beside if label.top - 1 <= _middle(p) < end - 1]))
    return [strip for strip in strips if strip.pieces]


def _middle(piece: Piece) -> float:
    return piece.baseline - 0.3 * piece.size


def _margin(pieces: list[Piece], opens: HeadingTest) -> float | None:
    """The left edge most headings share."""
    lefts = [piece.box.left for piece in pieces if opens(piece.text)]
    counted = [(sum(abs(left - other) < 2 for other in lefts), -left) for left in lefts]
    count, left = max(counted, default=(0, 0.0))
    return -left if count >= 2 else None


def _text_left(pieces: list[Piece], edge: float) -> float | None:
    """Where the text beside the margin begins: the first edge right of the margin at which several lines begin."""
    right = max(piece.box.right for piece in pieces)
    widest = edge + _WIDEST * (right - edge)
    lefts = [piece.box.left for piece in pieces if edge + 20 < piece.box.left <= widest]
    return min(
        (left - 1 for left in lefts if sum(abs(left - other) < 2 for other in lefts) >= _MIN_LABELS), default=None
    )


def _labels(in_margin: list[Piece], opens: HeadingTest) -> list[_Label]:
    out: list[_Label] = []
    for piece in sorted(in_margin, key=lambda piece: piece.baseline):
        last = out[-1] if out else None
        if last is not None and _goes_on(last, piece, opens):
            last.pieces.append(piece)
        else:
            out.append(_Label([piece]))
    return out


def _goes_on(label: _Label, piece: Piece, opens: HeadingTest) -> bool:
    last = label.pieces[-1]
    near = piece.baseline - last.baseline < 1.6 * piece.size
    alike = abs(piece.size - last.size) < 0.3 and piece.bold == last.bold
    both = opens(label.text) and opens(piece.text)
    return near and alike and (not both or opens(f"{label.text} {piece.text}"))

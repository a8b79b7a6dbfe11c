"""From glyphs to words and to pieces: runs of words on one baseline that belong to one phrase.

A wide gap always starts a new piece, whether it is a tab stop or the space between two columns; ``columns`` and
``rows`` decide later which of the two it was.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from careercoach_desktop.foundation.documents.model import Box

from .glyphs import HYPHEN_AT_LINE_END, Glyph
from .marks import BULLETS, SOLID_BULLETS

_WORD_GAP = 0.17
"""Of the font size: a wider gap between two letters is a space even when the PDF holds none."""
_PIECE_GAP = 0.9
_STRETCHED_GAP = 2.6
"""Justified lines stretch their spaces; up to this many font sizes a gap is a space when its neighbours are alike."""


@dataclass(slots=True)
class PageWord:
    """A word on a page; ``baseline`` and ``box`` in points from the top left."""

    text: str
    box: Box
    baseline: float
    size: float
    bold: bool
    italic: bool
    confidence: float = 1.0


@dataclass(slots=True)
class Piece:
    """Words of one baseline without a wide gap between them."""

    words: list[PageWord]
    bullet: bool = False
    icon: str = ""
    """The picture glyph that stood before the piece, as its private character; several alike make a list."""
    box: Box = field(init=False)
    baseline: float = field(init=False)
    size: float = field(init=False)

    def __post_init__(self) -> None:
        self.measure()

    def measure(self) -> None:
        box = self.words[0].box
        for word in self.words[1:]:
            box = box.union(word.box)
        self.box = box
        self.baseline = max(self.words, key=lambda word: len(word.text)).baseline
        self.size = max(self.words, key=lambda word: len(word.text)).size

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.words)


def words(page_glyphs: Iterable[Glyph]) -> list[PageWord]:
    """Words in drawing order."""
    out: list[PageWord] = []
    run: list[Glyph] = []
    for glyph in page_glyphs:
        if glyph.text.isspace():
            _close(run, out)
            run = []
            continue
        if run and _breaks(run[-1], glyph):
            _close(run, out)
            run = []
        run.append(glyph)
    _close(run, out)
    return out


def _breaks(last: Glyph, glyph: Glyph) -> bool:
    size = max(min(last.look.size, glyph.look.size), 1.0)
    if abs(last.baseline - glyph.baseline) > 0.35 * max(last.look.size, glyph.look.size):
        return True
    gap = glyph.left - last.right
    if abs(glyph.left - last.left) < 0.01:
        return False
    return gap > (_WORD_GAP / 2 if glyph.spaced else _WORD_GAP) * size or gap < -0.7 * size


def _close(run: list[Glyph], out: list[PageWord]) -> None:
    if not run:
        return
    main = max(run, key=lambda glyph: glyph.look.size)
    size = main.look.size
    box = Box(run[0].left, main.baseline - 0.8 * size, max(g.right for g in run), main.baseline + 0.22 * size)
    letters = [g for g in run if g.text.isalnum()] or run
    bold = sum(g.look.bold for g in letters) * 2 > len(letters)
    italic = sum(g.look.italic for g in letters) * 2 > len(letters)
    text = "".join(glyph.text for glyph in run)
    # A soft hyphen only means something at the end of a line; inside a word it was invisible.
    text = text[:1] + text[1:-1].replace(HYPHEN_AT_LINE_END, "") + text[-1:] if len(text) > 1 else text
    out.append(PageWord(text, box, main.baseline, size, bold, italic))


def pieces(page_words: list[PageWord], pills: Sequence[Box] = ()) -> list[Piece]:
    """Words joined into pieces by place, whatever the drawing order was; bullet marks are taken off.

    ``pills``: drawn frames; words in different frames never belong together, however close the frames stand.
    """
    rows: list[list[PageWord]] = []
    for word in sorted(page_words, key=lambda word: (word.baseline, word.box.left)):
        for row in reversed(rows[-4:]):
            if _same_baseline(row, word):
                row.append(word)
                break
        else:
            rows.append([word])
    _lower_superscripts(rows)
    for row in rows:
        row.sort(key=lambda word: word.box.left)
    margins = _margins(rows)
    out: list[Piece] = []
    for row in rows:
        for piece in _split(row, margins):
            out += [_unspaced(part) for part in (_split_at_pills(piece, pills) if pills else [piece])]
    return _attach_bullets(out)


def _split_at_pills(piece: Piece, pills: Sequence[Box]) -> list[Piece]:
    groups: list[list[PageWord]] = [[piece.words[0]]]
    for last, word in pairwise(piece.words):
        if _frame_around(last, pills) is _frame_around(word, pills):
            groups[-1].append(word)
        else:
            groups.append([word])
    return [Piece(group) for group in groups]


def _frame_around(word: PageWord, pills: Sequence[Box]) -> Box | None:
    box = word.box
    around = [
        p for p in pills if p.left < box.left + 1 and box.right < p.right + 1 and p.top < word.baseline < p.bottom
    ]
    return min(around, key=lambda pill: pill.width, default=None)


def _margins(rows: list[list[PageWord]]) -> set[int]:
    """Left edges (rounded points) where at least four rows begin: text margins of the page."""
    counts = Counter(round(row[0].box.left) for row in rows)
    return {edge for edge in counts if counts[edge] + counts[edge - 1] + counts[edge + 1] >= 4}


def _same_baseline(row: list[PageWord], word: PageWord) -> bool:
    near = min(row, key=lambda other: abs(other.box.left - word.box.left))
    small = min(near.size, word.size)
    return abs(near.baseline - word.baseline) <= 0.25 * small


def _lower_superscripts(rows: list[list[PageWord]]) -> None:
    """``1st`` with a raised "st": the small word goes back to the word it touches on the next row."""
    for row, below in pairwise(rows):
        for word in list(row):
            for near in below:
                touching = -1 < word.box.left - near.box.right < 0.2 * near.size
                if touching and word.size < 0.8 * near.size and near.baseline - word.baseline < 0.5 * near.size:
                    near.text += word.text
                    near.box = near.box.union(word.box)
                    row.remove(word)
                    break
    rows[:] = [row for row in rows if row]


def _split(row: list[PageWord], margins: set[int]) -> list[Piece]:
    gaps = [b.box.left - a.box.right for a, b in pairwise(row)]
    tracked = _tracked(row, gaps)
    out, current = [], [row[0]]
    for index, word in enumerate(row[1:]):
        gap, size = gaps[index], min(row[index].size, word.size)
        wide = gap > max(_PIECE_GAP * size, tracked) and not _stretched(gaps, index, size)
        if wide or (gap > 0.45 * size and round(word.box.left) in margins and gap > 1.4 * _usual(gaps, index)):
            out.append(Piece(current))
            current = []
        current.append(word)
    out.append(Piece(current))
    return out


def _tracked(row: list[PageWord], gaps: list[float]) -> float:
    """In a row of single letters set wide apart, the gap up to which words still belong to one heading; else 0."""
    singles = sum(len(word.text) == 1 for word in row)
    if len(row) < 6 or singles < 0.8 * len(row):
        return 0.0
    return 3.5 * sorted(gaps)[len(gaps) // 2]


def _usual(gaps: list[float], index: int) -> float:
    others = [gap for place, gap in enumerate(gaps) if place != index and gap > 0]
    return min(others, default=0.0)


def _stretched(gaps: list[float], index: int, size: float) -> bool:
    """Whether a wide gap is one of several alike: the space of a justified line, not a gap between columns."""
    gap = gaps[index]
    if gap > _STRETCHED_GAP * size:
        return False
    near = [g for g in gaps[max(0, index - 2) : index + 3] if g > 0]
    return len(near) >= 3 and max(near) < 1.25 * min(near)


def _unspaced(piece: Piece) -> Piece:
    """``E D U C A T I O N`` set with wide tracking, read as one word; a wider gap still parts words."""
    singles = [word for word in piece.words if len(word.text) == 1]
    if len(piece.words) < 4 or len(singles) < 0.8 * len(piece.words) or not any(w.text.isalpha() for w in singles):
        return piece
    gaps = sorted(b.box.left - a.box.right for a, b in pairwise(piece.words))
    usual, widest = gaps[len(gaps) // 3], gaps[-1]
    limit = (usual + widest) / 2 if widest > 1.4 * usual + 0.02 * piece.size else widest
    joined = [piece.words[0]]
    for word in piece.words[1:]:
        last = joined[-1]
        if word.box.left - last.box.right <= limit:
            joined[-1] = PageWord(
                last.text + word.text, last.box.union(word.box), last.baseline, last.size, last.bold, last.italic
            )
        else:
            joined.append(word)
    piece.words = joined
    piece.measure()
    return piece


_LETTER_O = re.compile(r"^o$")
_ICON_LIST = 3


def _attach_bullets(found: list[Piece]) -> list[Piece]:
    """A mark alone before a piece makes that piece a list item; a mark nothing follows is dropped."""
    out: list[Piece] = []
    marks: list[Piece] = []
    for piece in found:
        if len(piece.words) == 1 and (piece.text in BULLETS or is_icon(piece.text) or _LETTER_O.match(piece.text)):
            if piece.text not in "–—-" or _opens_row(piece, found):
                marks.append(piece)
            continue
        _take_mark(piece)
        out += _split_at_icons(piece)
    for piece in out:
        mark = next((mark for mark in marks if _just_before(mark, piece)), None)
        if mark is not None:
            piece.icon = mark.text if is_icon(mark.text) else ""
            piece.bullet = not piece.icon
    _icon_lists(out)
    return out


def _opens_row(mark: Piece, found: list[Piece]) -> bool:
    """Whether nothing stands close before a dash: between two dates it is no list mark."""
    reach = mark.box.left - 8 * mark.size
    return not any(
        abs(piece.baseline - mark.baseline) < 0.4 * mark.size and reach < piece.box.right < mark.box.left
        for piece in found
        if piece is not mark
    )


def _split_at_icons(piece: Piece) -> list[Piece]:
    """An icon inside a piece stands before the next fact."""
    out: list[Piece] = []
    icon, begin = piece.icon, 0
    for index, word in enumerate([*piece.words, None]):
        if word is None or is_icon(word.text):
            if piece.words[begin:index]:
                part = Piece(piece.words[begin:index], bullet=piece.bullet and not out)
                part.icon = icon
                out.append(part)
            icon, begin = word.text if word is not None else "", index + 1
    return out


def is_icon(text: str) -> bool:
    """Whether a word is nothing but picture glyphs."""
    return all(0xE000 <= ord(char) <= 0xF8FF for char in text)


def _take_mark(piece: Piece) -> None:
    first = piece.words[0].text
    if len(piece.words) > 1 and is_icon(first):
        piece.icon = first
        piece.words = piece.words[1:]
    elif len(piece.words) > 1 and (first in BULLETS or (_LETTER_O.match(first) and _apart(piece))):
        piece.words = piece.words[1:]
        piece.bullet = True
    elif len(first) > 1 and first[0] in SOLID_BULLETS and first[1:2].isalnum():
        piece.words[0].text = first[1:]
        piece.bullet = True


def _icon_lists(found: list[Piece]) -> None:
    """The same picture before several pieces on one margin is a bullet, not an icon."""
    counts = Counter((piece.icon, round(piece.box.left / 3)) for piece in found if piece.icon)
    for piece in found:
        if piece.icon and counts[piece.icon, round(piece.box.left / 3)] >= _ICON_LIST:
            piece.bullet = True


def _apart(piece: Piece) -> bool:
    return piece.words[1].box.left - piece.words[0].box.right > 0.45 * piece.size


def _just_before(mark: Piece, piece: Piece) -> bool:
    gap = piece.box.left - mark.box.right
    return -1 < gap < 3.5 * piece.size and abs(mark.baseline - piece.baseline) < 0.7 * piece.size

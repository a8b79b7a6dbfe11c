"""Runs of letters of one look, as word processors store them, made into lines: for Word, OpenDocument and RTF alike."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from careercoach_desktop.foundation.documents.model import CELL, Line, Link, Word

from .plain import take_mark

MAX_PARAGRAPH = 20_000
"""Letters of one paragraph; what goes beyond is nobody's writing."""
_SYMBOLS = re.compile("[\ue000-\uf8ff]")
"""Letters that only symbol fonts have: pictures to a person, nothing to a reader."""
_SYMBOL_MARK = re.compile("^\\s*[\uf06c\uf06e\uf071\uf075\uf076\uf09f\uf0a7\uf0a8\uf0b7\uf0d8\uf0e0\uf0fc]\\s*")
"""Those among them that people type as list marks."""


class Run(NamedTuple):
    """Some text of one look; ``size`` in points or 0, ``target`` of a link or ``""``."""

    text: str
    bold: bool = False
    italic: bool = False
    size: float = 0.0
    target: str = ""


def split_lines(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """The runs of each printed line of a paragraph: a line break inside it parts them."""
    row: list[Run] = []
    for run in runs:
        for index, piece in enumerate(run.text.split("\n")):
            if index:
                yield row
                row = []
            if piece:
                row.append(run._replace(text=piece))
    yield row


def line_of(
    runs: Sequence[Run], *, block: int, listed: bool = False, heading: int = 0, indent: float = 0.0
) -> Line | None:
    """One line without a box; None when there is nothing to read in it. ``listed``: the format says it is an item."""
    listed = listed or bool(_SYMBOL_MARK.match("".join(run.text for run in runs[:2])))
    pieces: list[str] = []
    words: list[Word] = []
    links: list[Link] = []
    start = 0
    for run in runs:
        piece = _SYMBOLS.sub("", run.text)[: MAX_PARAGRAPH - start]
        look = (run.size, run.bold, run.italic)
        words += [Word(m.group(), start + m.start(), None, *look) for m in re.finditer(r"\S+", piece)]
        if run.target and piece:
            links.append(Link(run.target, start, start + len(piece)))
        pieces.append(piece)
        start += len(piece)
        if start >= MAX_PARAGRAPH:
            break
    text = "".join(pieces)
    text, words, links = _respaced(text, _whole_words(text, words), links)
    body, marked = take_mark(text.strip())
    if not body.strip():
        return None
    cut = text.find(body)
    body = body.strip()
    words = [Word(w.text, w.start - cut, None, w.size, w.bold, w.italic) for w in words if w.start >= cut]
    letters = sum(len(word.text) for word in words) or 1
    return Line(
        body,
        words=tuple(words),
        size=max((word.size for word in words), default=0.0),
        bold=sum(len(w.text) for w in words if w.bold) * 2 > letters,
        italic=sum(len(w.text) for w in words if w.italic) * 2 > letters,
        bullet=marked or (listed and not heading),
        indent=indent,
        block=block,
        heading=heading,
        links=tuple(Link(k.target, max(k.start - cut, 0), min(k.end - cut, len(body))) for k in links),
    )


def joined(row: Sequence[Line]) -> Line:
    """The lines of one table row's short cells as one line."""
    texts: list[str] = []
    words: list[Word] = []
    links: list[Link] = []
    shift = 0
    for line in row:
        texts.append(line.text)
        words += [Word(w.text, w.start + shift, None, w.size, w.bold, w.italic) for w in line.words]
        links += [Link(k.target, k.start + shift, k.end + shift) for k in line.links]
        shift += len(line.text) + 1
        if shift > MAX_PARAGRAPH:
            break
    first = row[0]
    return Line(
        CELL.join(texts),
        words=tuple(words),
        size=first.size,
        bold=all(line.bold for line in row),
        italic=all(line.italic for line in row),
        bullet=first.bullet,
        block=first.block,
        links=tuple(links),
    )


def _whole_words(text: str, parts: list[Word]) -> list[Word]:
    """Word processors split words into runs at will; put the parts of one word together again."""
    out: list[Word] = []
    for part in parts:
        if out and out[-1].end == part.start and part.start > 0 and not text[part.start - 1].isspace():
            last = out[-1]
            out[-1] = Word(last.text + part.text, last.start, None, last.size, last.bold, last.italic)
        else:
            out.append(part)
    return out


def _respaced(text: str, words: list[Word], links: list[Link]) -> tuple[str, list[Word], list[Link]]:
    """One space or one cell mark between words, however many tabs and spaces were used to push them apart."""
    out, moved, places = "", [], {}
    end = 0
    for word in words:
        gap = text[end : word.start]
        if out and gap:
            out += CELL if CELL in gap or len(gap) >= 3 else " "
        places[word.start] = len(out)
        moved.append(Word(word.text, len(out), None, word.size, word.bold, word.italic))
        out += word.text
        end = word.end
    kept = []
    starts = [word.start for word in words]
    for link in links:
        inside = words[bisect_right(starts, link.start) - 1 : bisect_left(starts, link.end)]
        inside = [word for word in inside if word.end > link.start]
        if inside:
            first, last = inside[0], inside[-1]
            start = places[first.start] + max(link.start - first.start, 0)
            end = places[last.start] + min(link.end, last.end) - last.start
            kept.append(Link(link.target, start, end))
    return out, moved, kept

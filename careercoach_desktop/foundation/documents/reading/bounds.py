"""Keeps what the readers hand on within the size of a document people wrote.

Everything behind looks at lines with patterns; a "line" of a million letters is no line, and would cost minutes.
"""

from __future__ import annotations

from dataclasses import replace

from careercoach_desktop.foundation.documents.model import Line, Link, SourceText, Word

MAX_LINE = 2000
MAX_LETTERS = 200_000
"""About seventy full pages."""
_WARNING = "The file is very long; only its first part was read."


def bounded(source: SourceText) -> SourceText:
    """The same text with overlong lines cut in pieces, and without what goes beyond ``MAX_LETTERS``."""
    lines: list[Line] = []
    letters = 0
    for line in source.lines:
        lines += [line] if len(line.text) <= MAX_LINE else _pieces(line)
        letters += len(line.text)
        if letters > MAX_LETTERS:
            return replace(source, lines=tuple(_fitting(lines)), warnings=(*source.warnings, _WARNING))
    return replace(source, lines=tuple(lines))


def _fitting(lines: list[Line]) -> list[Line]:
    out, letters = [], 0
    for line in lines:
        letters += len(line.text)
        if letters > MAX_LETTERS:
            break
        out.append(line)
    return out


def _pieces(line: Line) -> list[Line]:
    out: list[Line] = []
    start = 0
    while start < len(line.text) and len(out) <= MAX_LETTERS // MAX_LINE:
        end = min(start + MAX_LINE, len(line.text))
        space = line.text.rfind(" ", start, end) if end < len(line.text) else -1
        end = space if space > start else end
        out.append(_part(line, start, end, first=not out))
        start = end + (1 if space > 0 and end == space else 0)
    return out


def _part(line: Line, start: int, end: int, *, first: bool) -> Line:
    words = tuple(
        replace(word, text=line.text[max(word.start, start) : min(word.end, end)], start=max(word.start, start) - start)
        for word in line.words
        if word.start < end and word.end > start
    )
    links = tuple(
        Link(link.target, max(link.start, start) - start, min(link.end, end) - start)
        for link in line.links
        if link.start < end and link.end > start
    )
    return replace(line, text=line.text[start:end], words=_kept(words), links=links, bullet=line.bullet and first)


def _kept(words: tuple[Word, ...]) -> tuple[Word, ...]:
    return tuple(word for word in words if word.text)

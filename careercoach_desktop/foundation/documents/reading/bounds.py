"""Keeps what the readers hand on within the size of a document people wrote.

Everything behind looks at lines with patterns; a "line" of a million letters is no line, and would cost minutes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from careercoach_desktop.foundation.documents.model import Line, Link, SourceText, Word

MAX_LINE = 2000
MAX_LETTERS = 120_000
"""About forty full pages."""
MAX_LINES = 3000
MAX_WORDS = 20_000
VERY_LONG = "The file is very long; only its first part was read."


def bounded(source: SourceText) -> SourceText:
    """The same text with overlong lines cut in pieces, and without what goes beyond forty pages."""
    lines: list[Line] = []
    letters = words = 0
    for whole in source.lines:
        for line in [whole] if len(whole.text) <= MAX_LINE else _pieces(whole):
            letters += len(line.text)
            words += len(line.words)
            if letters > MAX_LETTERS or words > MAX_WORDS or len(lines) >= MAX_LINES:
                return replace(source, lines=tuple(lines), warnings=tuple(dict.fromkeys((*source.warnings, VERY_LONG))))
            lines.append(line)
    return replace(source, lines=tuple(lines))


def shortened(text: str) -> list[str]:
    """The lines of a text to look at with patterns: not more than are kept in the end, and none of them endless."""
    out: list[str] = []
    for line in text[: 2 * MAX_LETTERS].splitlines():
        out += [line] if len(line) <= MAX_LINE else [line[at : at + MAX_LINE] for at in range(0, len(line), MAX_LINE)]
        if len(out) > 2 * MAX_LINES:
            break
    return out


def _pieces(line: Line) -> Iterator[Line]:
    start, first_word = 0, 0
    while start < len(line.text):
        end = min(start + MAX_LINE, len(line.text))
        space = line.text.rfind(" ", start, end) if end < len(line.text) else -1
        end = space if space > start else end
        last_word = first_word
        while last_word < len(line.words) and line.words[last_word].start < end:
            last_word += 1
        yield _part(line, line.words[max(first_word - 1, 0) : last_word], start, end)
        start, first_word = end + (1 if space > 0 and end == space else 0), last_word


def _part(line: Line, near: Sequence[Word], start: int, end: int) -> Line:
    words = tuple(
        replace(word, text=line.text[max(word.start, start) : min(word.end, end)], start=max(word.start, start) - start)
        for word in near
        if word.start < end and word.end > start
    )
    links = tuple(
        Link(link.target, max(link.start, start) - start, min(link.end, end) - start)
        for link in line.links
        if link.start < end and link.end > start
    )
    return replace(line, text=line.text[start:end], words=_kept(words), links=links, bullet=line.bullet and start == 0)


def _kept(words: tuple[Word, ...]) -> tuple[Word, ...]:
    return tuple(word for word in words if word.text)

"""A bullet as runs of equal look, which every writer (page, Word, web, editor) can show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from careercoach_desktop.features.resumes.model import Mark


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one look; ``url`` is where it leads, or empty."""

    text: str
    bold: bool = False
    italic: bool = False
    url: str = ""

    @property
    def is_plain(self) -> bool:
        return not (self.bold or self.italic or self.url)


def runs(text: str, marks: Iterable[Mark]) -> tuple[Run, ...]:
    """``text`` as runs in order; their texts joined are ``text`` again. Where marks overlap, the earlier one counts,
    and what of a mark lies outside the text is ignored."""
    found: list[Run] = []
    done = 0
    for mark in sorted(marks, key=lambda each: each.start):
        start, end = max(mark.start, done), min(mark.end, len(text))
        if start >= end:
            continue
        if start > done:
            found.append(Run(text[done:start]))
        found.append(Run(text[start:end], mark.bold, mark.italic, mark.url))
        done = end
    if done < len(text):
        found.append(Run(text[done:]))
    return tuple(found)


def marks_of(pieces: Iterable[Run]) -> list[Mark]:
    """The marks of a text made of ``pieces``; neighbours of one look become one mark."""
    marks: list[Mark] = []
    at = 0
    for piece in pieces:
        end = at + len(piece.text)
        if not piece.is_plain and end > at:
            mark = Mark(start=at, end=end, bold=piece.bold, italic=piece.italic, url=piece.url)
            last = marks[-1] if marks else None
            if last is not None and last.end == at and _look(last) == _look(mark):
                mark = mark.model_copy(update={"start": last.start})
                marks.pop()
            marks.append(mark)
        at = end
    return marks


def _look(mark: Mark) -> tuple[bool, bool, str]:
    return mark.bold, mark.italic, mark.url

"""Pieces of lines that still know where they stand: a value is cut from a span, and its trace comes with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from careercoach_desktop.features.resumes.model import Region, Trace
from careercoach_desktop.foundation.documents.model import Box, Line, PageSize, Word

_SPACE = " \t\u00a0"
_LEGIBLE = 0.7
"""Confidence in a word read from a picture below which a person should have a look."""


@dataclass(frozen=True, slots=True)
class Span:
    """``line.text[start:end]``."""

    line: Line
    start: int
    end: int

    @staticmethod
    def whole(line: Line) -> Span:
        return Span(line, 0, len(line.text)).strip()

    @property
    def text(self) -> str:
        return self.line.text[self.start : self.end]

    @property
    def words(self) -> list[Word]:
        return [word for word in self.line.words if word.end > self.start and word.start < self.end]

    @property
    def bold(self) -> bool:
        letters = [word for word in self.words if any(char.isalnum() for char in word.text)]
        return bool(letters) and sum(word.bold for word in letters) * 2 > len(letters)

    @property
    def size(self) -> float:
        return max((word.size for word in self.words), default=0.0)

    def sub(self, start: int, end: int) -> Span:
        """A part of this span; ``start`` and ``end`` count from the span's own beginning."""
        return Span(self.line, self.start + start, self.start + end).strip()

    def strip(self, more: str = "") -> Span:
        text, start, end = self.line.text, self.start, self.end
        drop = _SPACE + more
        while start < end and text[start] in drop:
            start += 1
        while end > start and text[end - 1] in drop:
            end -= 1
        return Span(self.line, start, end)

    def split(self, pattern: re.Pattern[str]) -> list[Span]:
        """The non-empty parts between matches."""
        out, last, text = [], 0, self.text
        for found in pattern.finditer(text):
            out.append(self.sub(last, found.start()))
            last = found.end()
        out.append(self.sub(last, len(text)))
        return [span for span in out if span.text]

    def without(self, cuts: Iterable[tuple[int, int]]) -> list[Span]:
        """What is left when the ranges (counted from the span's beginning) are taken out."""
        out, last = [], 0
        for start, end in sorted(cuts):
            out.append(self.sub(last, start))
            last = max(last, end)
        out.append(self.sub(last, len(self.text)))
        return [span for span in out if span.text]


class Tracer:
    """Turns spans into traces: page fractions around exactly the words a value was read from."""

    def __init__(self, pages: Sequence[PageSize]) -> None:
        self._pages = pages
        self.traces: dict[str, Trace] = {}

    def put(self, path: str, spans: Span | Iterable[Span], *, confidence: float = 0.95, note: str = "") -> None:
        """Remember where the value at ``path`` was read."""
        spans = [spans] if isinstance(spans, Span) else list(spans)
        text = " ".join(span.text for span in spans).replace("\t", " ")
        regions = [region for span in spans for region in self._regions(span)]
        if text:
            hardest = hardest_word(spans)
            if hardest is not None and hardest.confidence < confidence:
                confidence = hardest.confidence
                note = note or (f"“{hardest.text}” is hard to read" if confidence < _LEGIBLE else "")
            self.traces[path] = Trace(regions=regions, text=text, confidence=confidence, note=note)

    def _regions(self, span: Span) -> list[Region]:
        """One rectangle for each printed row the words stand on (a line may hold cells pulled up from below)."""
        rows: list[Box] = []
        for word in span.words:
            box = _part(word, span)
            if box is None:
                continue
            last = rows[-1] if rows else None
            near = last is not None and abs(last.bottom - box.bottom) < 0.5 * box.height
            if last is not None and near and -1 < box.left - last.right < 3 * box.height:
                rows[-1] = last.union(box)
            else:
                rows.append(box)
        return [self._region(box, span.line.page) for box in rows if span.line.page < len(self._pages)]

    def _region(self, box: Box, page: int) -> Region:
        size = self._pages[page]
        box = size.shown(box)
        return Region(
            page=page,
            left=round(max(box.left / size.width, 0.0), 5),
            top=round(max(box.top / size.height, 0.0), 5),
            right=round(min(box.right / size.width, 1.0), 5),
            bottom=round(min(box.bottom / size.height, 1.0), 5),
        )


def hardest_word(spans: Iterable[Span]) -> Word | None:
    """The word with letters or digits of which a reader of pictures was least sure."""
    words = [word for span in spans for word in span.words if any(char.isalnum() for char in word.text)]
    return min(words, key=lambda word: word.confidence, default=None)


def _part(word: Word, span: Span) -> Box | None:
    """The box of the letters of ``word`` that belong to the span, taking letters as equally wide."""
    if word.box is None:
        return None
    first, last = max(span.start - word.start, 0), min(span.end, word.end) - word.start
    length = len(word.text)
    if first == 0 and last == length:
        return word.box
    step = word.box.width / length
    return Box(word.box.left + first * step, word.box.top, word.box.left + last * step, word.box.bottom)


def joined(spans: Iterable[Span]) -> str:
    """The text of several lines as one paragraph; words broken by a hyphen at a line's end are put together."""
    out = ""
    for span in spans:
        text = span.text.replace("\t", " ").strip()
        if out.endswith("\u00ad"):
            out = out[:-1] + text
        elif out.endswith("-") and len(out) > 1 and out[-2].isalpha() and text[:1].islower():
            out += text
        else:
            out = f"{out} {text}" if out else text
    return out.replace("\u00ad", "").strip()

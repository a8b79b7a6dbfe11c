"""Single values as the original bears them out: text, dates, lists, each with the trace to where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from careercoach_desktop.features.resumes.correcting.fields import GUARDED, LONG, Shape, shape_of
from careercoach_desktop.features.resumes.correcting.finding import Found, Lines
from careercoach_desktop.features.resumes.correcting.listing import line_numbers
from careercoach_desktop.features.resumes.editing import place, shown_date
from careercoach_desktop.features.resumes.model import Location, Region, Trace
from careercoach_desktop.features.resumes.reading.dates import Period, periods
from careercoach_desktop.features.resumes.reading.spans import Span, Tracer
from careercoach_desktop.foundation.documents.model import PageSize

_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_NOW = ("now", "present", "current", "today", "ongoing")
_SCHEME = re.compile(r"^(?:https?://)?(?:www\.)?", re.IGNORECASE)
_MOST_LINES = 80
"""One value stands on a few lines; who names the whole file names nothing, and takes long to check."""


class NotSaid(Exception):  # noqa: N818 - it is no error of ours: the suggestion is left out and counted
    """The lines that are named do not say this."""


@dataclass(frozen=True, slots=True)
class Said:
    """``value`` as the résumé keeps it, ``shown`` as a person reads it, where it stands (``numbers`` of lines)."""

    value: Any
    shown: str
    trace: Trace | None = None
    line: str = ""
    numbers: tuple[int, ...] = ()
    current: bool = False
    spans: tuple[Span, ...] = field(default=())


class Values:
    """Judges single values against the lines of one original."""

    def __init__(self, lines: Lines, pages: Sequence[PageSize]) -> None:
        self._lines = lines
        self._pages = pages

    def said(self, name: str, text: str, names: Sequence[str]) -> Said:
        """The value of a field. No text: the lines as they stand; no lines either: nothing. Raises NotSaid."""
        text, numbers = text.strip(), self._numbers(names)
        shape = shape_of(name)
        if not text and not numbers:
            return Said([] if shape is Shape.WORDS else None if shape is Shape.DATE else "", "")
        if not numbers:
            raise NotSaid
        if shape is Shape.DATE:
            return self._date(name, text, numbers)
        if shape is Shape.WORDS:
            items, dropped = self.items(_listed(text), names)
            if dropped or not items:
                raise NotSaid
            words = [str(item.value) for item in items]
            return Said(words, ", ".join(words), self.joined_trace(items), self._lines.text(numbers), tuple(numbers))
        return self._text(name, text, numbers)

    def bullet(self, names: Sequence[str]) -> Said:
        """The lines of a bullet as one text. Raises NotSaid."""
        numbers = self._numbers(names)
        found = self._lines.whole(numbers)
        if found is None:
            raise NotSaid
        return self._of(found, numbers)

    def items(self, texts: Sequence[str], names: Sequence[str]) -> tuple[list[Said], int]:
        """Those items of a list that stand in the lines, once each, and how many don't."""
        numbers = self._numbers(names)
        out: dict[str, Said] = {}
        dropped = 0
        for text in texts:
            found = self._lines.find(text, numbers) if numbers else None
            if found is None:
                dropped += bool(text.strip())
            else:
                out.setdefault(found.text, self._of(found, numbers))
        return [*out.values()], dropped

    def name_of_group(self, text: str, names: Sequence[str]) -> str:
        """The label of a group when the lines say it, else nothing."""
        found = self._lines.find(text, self._numbers(names)) if text.strip() else None
        return found.text if found else ""

    def places(self, said: Sequence[Said]) -> tuple[str, tuple[Region, ...]]:
        """The lines and the regions of several values together."""
        lines = dict.fromkeys(each.line for each in said if each.line)
        regions = [region for each in said if each.trace for region in each.trace.regions]
        return "\n".join(lines), tuple(regions)

    def joined_trace(self, said: Sequence[Said]) -> Trace | None:
        """One trace for the items of a list."""
        return self._trace([span for each in said for span in each.spans])

    def shown(self, value: Any) -> str:
        """A present value as a person reads it."""
        if isinstance(value, Location):
            return place(value)
        text = "" if value is None else str(value)
        return shown_date(text) if _ISO.fullmatch(text) else text

    def _numbers(self, names: Sequence[str]) -> list[int]:
        numbers = line_numbers(names)
        if numbers is None or len(numbers) > _MOST_LINES or (numbers and not self._lines.exist(numbers)):
            raise NotSaid
        return numbers

    def _text(self, name: str, text: str, numbers: list[int]) -> Said:
        if not text:
            found = self._lines.whole(numbers)
        elif name == "url":
            found = self._link(text, numbers)
        else:
            found = self._lines.find(text, numbers, guarded=name in GUARDED)
        if found is None or (len(numbers) > 3 and name not in LONG and not text):
            raise NotSaid
        return self._of(found, numbers)

    def _link(self, text: str, numbers: list[int]) -> Found | None:
        bare = _SCHEME.sub("", text).rstrip("/")
        found = self._lines.find(text, numbers) or self._lines.find(bare, numbers)
        return found and Found(text, found.spans)

    def _date(self, name: str, text: str, numbers: list[int]) -> Said:
        if not self._lines.are_usable(numbers):
            raise NotSaid
        is_now = text.casefold() in _NOW
        if not is_now and not _ISO.fullmatch(text):
            raise NotSaid
        for number, span, period in self._periods(numbers):
            if is_now and name == "end" and period.current:
                return self._dated(None, "now", span, number, current=True)
            if not is_now and any(value == text or value.startswith(f"{text}-") for value in _dates(name, period)):
                return self._dated(text, shown_date(text), span, number)
        raise NotSaid

    def _periods(self, numbers: list[int]) -> list[tuple[int, tuple[Span, ...], Period]]:
        """Every period written in one of the lines, or across two that follow each other."""
        out: list[tuple[int, tuple[Span, ...], Period]] = []
        for number in numbers:
            line = self._lines.line(number)
            out += [(number, (Span(line, p.begin, p.finish).strip(),), p) for p in periods(line.text)]
        for one, other in pairwise(numbers):
            if other == one + 1:
                spans = (Span.whole(self._lines.line(one)), Span.whole(self._lines.line(other)))
                out += [(one, spans, p) for p in periods(f"{spans[0].text} {spans[1].text}")]
        return out

    def _dated(
        self, value: str | None, shown: str, spans: tuple[Span, ...], number: int, *, current: bool = False
    ) -> Said:
        line = "\n".join(dict.fromkeys(span.line.text for span in spans))
        return Said(value, shown, self._trace(spans), line, (number,), current, spans)

    def _of(self, found: Found, numbers: Sequence[int]) -> Said:
        line = "\n".join(dict.fromkeys(span.line.text for span in found.spans))
        own = [number for number in numbers if any(span.line is self._lines.line(number) for span in found.spans)]
        return Said(found.text, found.text, self._trace(found.spans), line, tuple(own), spans=found.spans)

    def _trace(self, spans: Sequence[Span]) -> Trace | None:
        tracer = Tracer(self._pages)
        tracer.put("value", spans, confidence=1.0)
        return tracer.traces.get("value")


def _dates(name: str, period: Period) -> list[str]:
    """The dates of a period that may stand in this field."""
    if name == "start":
        found = [period.start]
    elif name == "end":
        found = [period.end, period.start if period.single else None]
    else:
        found = [period.end, period.start]
    return [date for date in found if date]


def _listed(text: str) -> list[str]:
    return [word.strip() for word in re.split(r"[,;\n]", text) if word.strip()]

"""Time in a résumé: partial dates as months, years of work without counting overlapping jobs twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol


class Dated(Protocol):
    """An entry with a start, an end and the mark that it goes on."""

    start: str | None
    end: str | None
    current: bool


@dataclass(frozen=True, slots=True)
class Span:
    """From month ``first`` up to, not including, month ``last``; months count from year 0."""

    first: int
    last: int

    @property
    def months(self) -> int:
        return self.last - self.first


def _month(value: str, *, is_end: bool) -> int:
    """The month index of a partial date; an end month is included, a bare year means its start (its end for ends'
    year)."""
    year = int(value[:4])
    if len(value) >= 7:
        return year * 12 + int(value[5:7]) - 1 + is_end
    return year * 12


def span_of(entry: Dated, today: date) -> Span | None:
    """The months an entry covers, or None when it has no start. Bare years: 2019 – 2022 are three years, 2019
    alone six months."""
    if not entry.start:
        return None
    first = _month(entry.start, is_end=False)
    now = today.year * 12 + today.month
    if entry.current or not entry.end:
        # An entry without an end that is not marked as current is one date, not a job that still goes on.
        last = now if entry.current else first + 6
    else:
        last = _month(entry.end, is_end=True)
        if last <= first:
            last = first + 6
    last = min(last, now)
    return Span(first, last) if last > first else None


def years_covered(spans: Iterable[Span]) -> float:
    """Years in the union of the spans."""
    months, reached = 0, -1
    for span in sorted(spans, key=lambda each: each.first):
        start = max(span.first, reached)
        if span.last > start:
            months += span.last - start
        reached = max(reached, span.last)
    return months / 12


def period(entry: Dated) -> str:
    """``2019 – 2022``, ``2022 – now``, ``2023`` or nothing."""
    start, end = (entry.start or "")[:4], (entry.end or "")[:4]
    if entry.current and start:
        return f"{start} – now"
    if start and end and start != end:
        return f"{start} – {end}"
    return start or end


def label_of(name: str, entry: Dated) -> str:
    """``Brightwater, 2022 – now``."""
    return ", ".join(part for part in (name, period(entry)) if part)

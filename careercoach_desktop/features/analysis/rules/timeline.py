"""Months of a life: partial dates as spans, generous or strict, so that a year without a month is never held against
anybody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, order=True)
class Span:
    """From month ``first`` to month ``last``, both in it; months are counted from year 0."""

    first: int
    last: int


def month_of(value: str, *, late: bool) -> int:
    """The month of a partial date; of a year alone its last month when ``late``, else its first."""
    parts = value.split("-")
    month = int(parts[1]) - 1 if len(parts) > 1 else (11 if late else 0)
    return int(parts[0]) * 12 + month


def this_month(today: date) -> int:
    return today.year * 12 + today.month - 1


def widest(start: str | None, end: str | None, *, current: bool, today: date) -> Span | None:
    """All the months it may have lasted. An open end reaches to today, an open start is the end's year."""
    now = this_month(today)
    if start is None and end is None:
        return None
    first = month_of(start or end or "", late=False)
    last = now if current or end is None else month_of(end, late=True)
    return Span(first, max(first, last))


def narrowest(start: str | None, end: str | None, *, current: bool, today: date) -> Span | None:
    """The months it has lasted for sure; None when that is not known."""
    if start is None or (end is None and not current):
        return None
    first = month_of(start, late=True)
    last = this_month(today) if end is None else month_of(end, late=False)
    return Span(first, last) if first <= last else None


def gaps(spans: Iterable[Span], least: int) -> list[Span]:
    """The months between spans that none covers, where they are ``least`` or more."""
    out: list[Span] = []
    reach: int | None = None
    for span in sorted(spans):
        if reach is not None and span.first - reach - 1 >= least:
            out.append(Span(reach + 1, span.first - 1))
        reach = span.last if reach is None else max(reach, span.last)
    return out


def month_words(month: int) -> str:
    """``Mar 2019``"""
    return f"{_MONTHS[month % 12]} {month // 12}"

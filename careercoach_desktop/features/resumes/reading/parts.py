"""The head of an entry taken apart: period, place, and the remaining parts that name employer, title or degree."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from .dates import Period, durations, periods
from .places import is_place, is_remote, looks_like_town
from .spans import Span
from .vocabulary import is_degree, is_school, organisation_score, title_score

_HARD = re.compile(r"\t+|\s+[|•·‖¦⋄◦]\s+|\s*\|\s+|\s+\|\s*|\s+/{2}\s+|\s{3,}|\s[–—]\s|\s-\s")
_AT = re.compile(r"\s+(?:(?:at|bei (?:der|dem|den)|bei|beim|chez|presso|bij)\s+|@\s?)(?=[A-ZÀ-Þ\d])")
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]{2,50})[)\]]\s*$")
_BY = re.compile(r"\s+(?:chez|bei (?:der|dem|den)|bei|beim|presso|bij)\s+(?=[A-ZÀ-Þ\d])")
"""What stands before an employer in languages where it hardly stands before anything else in the head of a job."""
_BY_AT_END = re.compile(r"\s(?:at|@|bei|beim|chez|presso|bij)$")
_COMMA = re.compile(r",\s+")
_EDGE = " \t,;:|•·–—-()[]/"
_MODE = re.compile(
    r"\b(remote|hybrid|on-?site|full[- ]time|part[- ]time|freelance|contract|internship|permanent"
    r"|temporary|vollzeit|teilzeit)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Head:
    """``parts`` in the order of the document, each with the number of the head line it stood on."""

    period: tuple[Span, Period] | None = None
    place: Span | None = None
    mode: str = ""
    parts: list[Span] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)


def take_apart(spans: list[Span], *, commas: bool = False) -> Head:
    """Find period and place in the head lines and split the rest into parts; at commas only when asked to."""
    head = Head(period=_best_period(spans))
    for row, span in enumerate(spans):
        for piece in _without_times(span, head):
            for part in _pieces(piece, commas=commas):
                _sort_in(head, part, row)
    if head.place is None:
        _weak_place(head)
    return head


def _best_period(spans: list[Span]) -> tuple[Span, Period] | None:
    found = [(span, period) for span in spans for period in periods(span.text)]
    ranges = [pair for pair in found if not pair[1].single]
    return next(iter(ranges or found), None)


def _without_times(span: Span, head: Head) -> list[Span]:
    text = span.text
    cuts = [(period.begin, period.finish) for period in periods(text)]
    if head.period is not None:
        cuts += durations(text)
    kept = [
        piece.strip(_EDGE.replace("(", "").replace(")", "").replace("[", "").replace("]", ""))
        for piece in span.without(cuts)
    ]
    return [_balanced(piece) for piece in kept if any(char.isalnum() for char in piece.text)]


def _balanced(span: Span) -> Span:
    """Drop a bracket whose partner went away with the period."""
    text = span.text
    if text.count("(") != text.count(")"):
        return span.strip("() ,;–—-")
    return span


def _pieces(span: Span, *, commas: bool) -> list[Span]:
    out: list[Span] = []
    for piece in span.split(_HARD):
        for bit in (bit for look in _by_look(piece) for bit in _by_brackets(look)):
            out += [bit] if is_place(bit.text.strip(_EDGE)) else _by_comma(bit, commas=commas)
    return [s for s in map(_without_by, out) if any(char.isalnum() for char in s.text)]


def _without_by(piece: Span) -> Span:
    """``Analyst at`` and ``chez Lumen``, when the employer is set in letters of its own, without that word."""
    found = _BY.match(f" {piece.text}")
    piece = piece.sub(found.end() - 1, len(piece.text)) if found else piece
    last = _BY_AT_END.search(piece.text)
    return (piece.sub(0, last.start()) if last else piece).strip(" ,;:|•·–—-")


def _by_brackets(span: Span) -> list[Span]:
    """``ACME (Leeds, UK)``: a place or a way of working in brackets stands for itself."""
    found = _BRACKETS.search(span.text)
    if found is None or found.start() == 0 or not (is_place(found.group(1)) or _MODE.fullmatch(found.group(1).strip())):
        return [span]
    return [span.sub(0, found.start()), span.sub(found.start(1), found.end(1))]


def _by_look(span: Span) -> list[Span]:
    """Split where bold or slanted words end: ``**ACME**, Engineer``."""
    words = span.words
    out, begin = [], span.start
    for last, word in pairwise(words):
        changed = (last.bold, last.italic) != (word.bold, word.italic) or abs(last.size - word.size) > 1.5
        letters = any(c.isalpha() for c in last.text) and any(c.isalpha() for c in word.text)
        edge = last.text.endswith((",", ":", ";", "|")) or word.text.startswith(("(", "|"))
        if (changed and (edge or (letters and last.size and abs(last.size - word.size) > 1.5))) or (
            changed and letters and last.bold != word.bold and len(span.text) > 12 and not edge
        ):
            out.append(Span(span.line, begin, last.end).strip())
            begin = word.start
    out.append(Span(span.line, begin, span.end).strip())
    return [piece for piece in out if piece.text]


def _by_comma(span: Span, *, commas: bool) -> list[Span]:
    """Split ``Engineer at ACME, Leeds, UK`` at "at" and take the place out; with ``commas`` part the rest there
    too."""
    out: list[Span] = []
    for piece in span.split(_AT if title_score(span.text) else _BY):
        bits = piece.split(_COMMA)
        begin, count = _place_among(piece, bits)
        for some in (bits[:begin], bits[begin + count :]):
            if some:
                out += _join_short(piece, some) if commas else [_between(piece, some[0], some[-1])]
        if count:
            out.append(_between(piece, bits[begin], bits[begin + count - 1]))
    return out


def _place_among(piece: Span, bits: list[Span]) -> tuple[int, int]:
    """Where a place stands among the parts between commas, and of how many parts it is; ``(len(bits), 0)`` if
    none."""
    for count in (4, 3, 2):
        for begin in range(len(bits) - count, -1, -1):
            place = _between(piece, bits[begin], bits[begin + count - 1])
            if is_place(place.text) and not is_school(place.text) and not is_degree(place.text):
                return begin, count
    if len(bits) > 1 and is_place(bits[-1].text):
        return len(bits) - 1, 1
    return len(bits), 0


def _between(piece: Span, first: Span, last: Span) -> Span:
    return Span(piece.line, first.start, last.end)


def _join_short(piece: Span, bits: list[Span]) -> list[Span]:
    """``ACME, Inc.`` and ``Director, Sales`` stay together; other commas part."""
    out: list[Span] = []
    for bit in bits:
        company_form = re.fullmatch(
            r"(?:inc|llc|ltd|gmbh|ag|s\.?a|llp|plc|co|corp|lp|jr|sr|ph\.?d|cpa|mba)\.?", bit.text, re.IGNORECASE
        )
        if out and company_form:
            out[-1] = _between(piece, out[-1], bit)
        else:
            out.append(bit)
    return out


def _sort_in(head: Head, part: Span, row: int) -> None:
    text = part.text.strip(_EDGE)
    if _MODE.fullmatch(text) or is_remote(text):
        head.mode = head.mode or text
        if is_remote(text) and head.place is None and not _MODE.fullmatch(text):
            head.place = part
        return
    if is_place(text) and not title_score(text) and not is_school(text):
        if head.place is None:
            head.place = part.strip("()[] ,")
        return
    if sum(char.isalpha() for char in text) < 2:
        return
    head.parts.append(part)
    head.rows.append(row)


def _weak_place(head: Head) -> None:
    """A town alone is a place when employer and title are there without it: a short last part of three, or one behind
    the employer's comma."""
    if len(head.parts) >= 3:
        last = len(head.parts) - 1
        beside = [i for i in range(1, last) if head.rows[i] == head.rows[i - 1] and _titled(head, i - 1, i)]
        for index in (last, *beside):
            if _only_town(head.parts[index].text.strip(_EDGE)):
                head.place = head.parts.pop(index)
                head.rows.pop(index)
                return
    for index, part in enumerate(head.parts):
        bits = part.split(_COMMA)
        if len(bits) == 2 and _only_town(bits[1].text) and _employs(head, index, bits[0].text):
            head.parts[index], head.place = bits
            return


def _titled(head: Head, *but: int) -> bool:
    """Whether a part other than these is clearly a title."""
    return any(title_score(part.text) >= 1 for i, part in enumerate(head.parts) if i not in but)


def _employs(head: Head, index: int, name: str) -> bool:
    if title_score(name) or is_school(name) or is_degree(name):
        return False
    return organisation_score(name) >= 0.7 or _titled(head, index)


def _only_town(text: str) -> bool:
    return (
        looks_like_town(text)
        and len(text.split()) <= 3
        and not title_score(text)
        and not organisation_score(text)
        and not is_school(text)
        and not is_degree(text)
    )

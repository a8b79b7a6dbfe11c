"""Items grouped to entries: the head lines of one job, degree or project and what is said below them.

A period of time is what an entry can be told by; where nothing is dated, gaps and repeated looks must do.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from .dates import Period, periods
from .items import Item, Role
from .parts import take_apart
from .spans import Span
from .vocabulary import organisation_score, title_score


@dataclass(slots=True)
class Entry:
    """``head``: the lines that name it; ``body``: list items and paragraphs; ``shared``: head lines of the entry
    above that stand for this one too (several roles at one employer)."""

    head: list[Span] = field(default_factory=list)
    body: list[Item] = field(default_factory=list)
    shared: list[Span] = field(default_factory=list)


def entries(found: list[Item]) -> list[Entry]:
    """The entries of a section."""
    dated = any(item.role is Role.HEAD and _dated(item) for item in found)
    out: list[Entry] = []
    for heads, body in _runs(found):
        groups = _split_heads(heads) if dated else _split_undated(heads)
        undated = dated and len(groups) == 1 and not any(_dated(item) for item in groups[0])
        if undated and out and _is_part(groups[0], body, out[-1]):
            # A label such as "Achievements:" between list items, or the rest of the entry above.
            out[-1].body += [*groups[0], *body]
            continue
        out += [Entry([span for item in group for span in item.spans]) for group in groups]
        if not out:
            out.append(Entry())
        out[-1].body += body
    return _share(_grouped(out))


def _dated(item: Item) -> bool:
    return any(periods(line.text) for line in item.lines)


def _runs(found: list[Item]) -> list[tuple[list[Item], list[Item]]]:
    """Head lines and the body below them, again and again."""
    out: list[tuple[list[Item], list[Item]]] = []
    for item in found:
        if item.role is Role.HEAD:
            if not out or out[-1][1]:
                out.append(([], []))
            out[-1][0].append(item)
        else:
            if not out:
                out.append(([], []))
            out[-1][1].append(item)
    return out


def _is_part(group: list[Item], body: list[Item], above: Entry) -> bool:
    text = group[0].text
    label = len(group) == 1 and (text.rstrip().endswith(":") or len(text.split()) <= 3)
    return bool(above.body) and (label or not body)


def _split_heads(heads: list[Item]) -> list[list[Item]]:
    """One group for each period of time among the head lines."""
    places = [index for index, item in enumerate(heads) if _dated(item)]
    if len(places) <= 1:
        return [heads] if heads else []
    by_gap = _by_gap(heads)
    if by_gap is not None:
        return by_gap
    before = _lines_before(heads, places)
    groups: list[list[Item]] = []
    begin = 0
    for index, place in enumerate(places[1:], start=1):
        previous = places[index - 1]
        cut = max(previous + 1, place - before)
        groups.append(heads[begin:cut])
        begin = cut
    groups.append(heads[begin:])
    return groups


def _by_gap(heads: list[Item]) -> list[list[Item]] | None:
    """Groups by the gaps of the page, when each then holds exactly one period."""
    groups: list[list[Item]] = []
    for item in heads:
        if groups and groups[-1][-1].lines[-1].block == item.lines[0].block:
            groups[-1].append(item)
        else:
            groups.append([item])
    if len(groups) > 1 and all(sum(_dated(item) for item in group) == 1 for group in groups):
        return groups
    return None


def _lines_before(heads: list[Item], places: list[int]) -> int:
    """How many lines of an entry stand above its period."""
    gaps = [b - a - 1 for a, b in pairwise(places)]
    after = len(heads) - 1 - places[-1]
    before = places[0]
    if before and after == 0:
        return before
    if before == 0:
        return 0
    return min(before, *gaps)


def _split_undated(heads: list[Item]) -> list[list[Item]]:
    """Without periods: a new entry wherever the page leaves a gap or the look of the first line returns."""
    groups: list[list[Item]] = []
    for item in heads:
        line = item.lines[0]
        first = groups[0][0].lines[0] if groups else None
        gap = groups and line.block != groups[-1][-1].lines[-1].block
        again = (
            first is not None
            and line.bold
            and first.bold
            and not groups[-1][-1].lines[0].bold
            and abs(line.size - first.size) < 0.3
        )
        if not groups or gap or again:
            groups.append([item])
        else:
            groups[-1].append(item)
    return groups


def _grouped(found: list[Entry]) -> list[Entry]:
    """``Quill Ltd 2015 – 2022`` above roles that lie within those years is their employer, not a job of its own."""
    out: list[Entry] = []
    employer: Entry | None = None
    for entry in found:
        if employer is not None and _within(entry, employer):
            if out[-1] is employer:
                out.pop()
            entry.shared = employer.head
        else:
            bare = not entry.body and len(entry.head) == 1 and title_score(entry.head[0].text) < 0.5
            employer = entry if bare else None
        out.append(entry)
    return out


def _within(entry: Entry, employer: Entry) -> bool:
    """Whether an entry is a role without an employer, held during the employer's years."""
    text = " ".join(span.text for span in entry.head)
    inner, outer = first_period(entry.head), first_period(employer.head)
    if inner is None or outer is None or outer[1].single or not entry.head or len(entry.head) > 2:
        return False
    if title_score(text) < 1 or organisation_score(text) >= 0.7:
        return False
    begins = (outer[1].start or "") <= (inner[1].start or "")
    ends = outer[1].current or (inner[1].end or inner[1].start or "9") <= (outer[1].end or "")
    return begins and ends


def _share(found: list[Entry]) -> list[Entry]:
    """A role with a head of one line after one with more belongs to the employer named above it."""
    for above, entry in pairwise(found):
        if entry.shared:
            continue
        if employers := _employer_above(above, entry):
            entry.shared = employers
            continue
        if _names_both(entry) and not _is_role_like(above, entry):
            continue
        if len(entry.head) != 1 or ("\t" in entry.head[0].text.strip() and len(entry.head[0].text.split("\t")) > 2):
            continue
        undated = [span for span in above.head if not periods(span.text)] or above.shared
        same = above.head and entry.head[0].line.size == _role_span(above).line.size
        bold = above.head and entry.head[0].bold == _role_span(above).bold
        if undated and same and bold and (len(above.head) >= 2 or above.shared):
            entry.shared = undated[:1] if not above.shared else above.shared
    return found


def _is_role_like(above: Entry, entry: Entry) -> bool:
    """``Nurse, ICU`` below an employer, then ``Nurse, Surgery`` alone: the comma parts a ward from a title, for the
    line above is made the same way and has its employer elsewhere."""
    if len(above.head) != 2 and not above.shared:
        return False
    role = _role_span(above)
    return periods(role.text) != () and _names_both(Entry([role])) and len(entry.head) == 1


def _names_both(entry: Entry) -> bool:
    """Whether a head names a title and something else that is no title: its own employer."""
    parts = take_apart(entry.head, commas=True).parts
    return any(title_score(p.text) >= 1 for p in parts) and any(title_score(p.text) == 0 for p in parts)


def _employer_above(above: Entry, entry: Entry) -> list[Span]:
    """Head lines of the entry above when this one names a title, dates and perhaps a place, but no employer, and the
    title is set like the title above."""
    here, there = take_apart(entry.head, commas=True), take_apart(above.head)
    if len(here.parts) != 1 or title_score(here.parts[0].text) < 1 or organisation_score(here.parts[0].text) >= 0.7:
        return []
    if above.shared:
        return above.shared
    title = next((part for part in there.parts if title_score(part.text) >= 1), None)
    if len(there.parts) < 2 or title is None:
        return []
    alike = (title.bold, title.line.size) == (here.parts[0].bold, here.parts[0].line.size)
    return [span for span in above.head if span.line is not title.line] if alike else []


def _role_span(entry: Entry) -> Span:
    return next((span for span in entry.head if periods(span.text)), entry.head[-1])


def first_period(spans: list[Span]) -> tuple[Span, Period] | None:
    """The period of an entry: the first range, else the first single date."""
    found = [(span, period) for span in spans for period in periods(span.text)]
    ranges = [pair for pair in found if not pair[1].single]
    return next(iter(ranges or found), None)

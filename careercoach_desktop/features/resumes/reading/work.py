"""Jobs: which part of an entry's head is the employer and which the title, and what was done there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from careercoach_desktop.features.resumes.model import Education, Highlight, Project, Volunteer, Work

from .entries import Entry
from .items import Item, Role
from .parts import Head, take_apart
from .spans import Span, Tracer, joined
from .vocabulary import organisation_score, title_score

_BETWEEN = 0.35
"""Below this difference of the two readings the reader says that it is not sure."""


_SAID = re.compile(
    r"(?:(?P<title>designation|position|role|job title|title|poste|puesto|cargo|funktion|funzione|mansione|functie)"
    r"|(?P<employer>company|employer|organi[sz]ation|firm|arbeitgeber|employeur|empresa|azienda|werkgever)"
    r"|(?P<more>project|client|team|team size|environment|technologies|tools|department|projekt|projet))\s*[:：]\s*",
    re.IGNORECASE,
)
_STEP = 7.0
"""Points: list items that stand further in than this belong to the item above."""


@dataclass(slots=True)
class _Roles:
    employer: Span | None
    title: Span | None
    rest: list[Span]
    sure: bool


def read_work(found: list[Entry], tracer: Tracer) -> list[Work]:
    """The jobs of a section, in order, with traces."""
    heads = [_head(entry) for entry in found]
    prior = _prior(heads)
    return [
        _work(entry, head, prior, tracer) for entry, head in zip(found, heads, strict=True) if head.parts or entry.body
    ]


def _head(entry: Entry) -> Head:
    head = take_apart(entry.head)
    if len(head.parts) <= 1 and not entry.shared:
        finer = take_apart(entry.head, commas=True)
        if len(finer.parts) > 1:
            return finer
    if not entry.shared and _told_in_one(head):
        return take_apart(entry.head, commas=True)
    return head


def _told_in_one(head: Head) -> bool:
    """``Analyst, Quill Group`` above ``claims team of eight people``: title and employer stand in one part, and the
    others only describe."""
    described = [part for part in head.parts if _describes(part.text)]
    named = [part for part in head.parts if part not in described]
    if len(named) != 1 or not described:
        return False
    bits = named[0].text.split(", ")
    return len(bits) == 2 and sum(title_score(bit) >= 1 for bit in bits) == 1


def _describes(text: str) -> bool:
    words = text.split()
    return len(words) >= 4 and sum(word[:1].islower() for word in words) * 2 >= len(words)


def _prior(heads: list[Head]) -> list[float]:
    """For each place in the head, how much its parts look like titles over the whole section."""
    out = []
    for place in range(4):
        values = [_leaning(head.parts[place]) for head in heads if len(head.parts) > place and len(head.parts) > 1]
        out.append(sum(values) / len(values) if values else 0.0)
    return out


def _leaning(span: Span) -> float:
    return title_score(span.text) - organisation_score(span.text)


def roles(head: Head, prior: list[float]) -> _Roles:
    """Choose employer and title among the parts of a head."""
    parts = head.parts
    if not parts:
        return _Roles(None, None, [], sure=True)
    if any(_SAID.match(part.text) for part in parts):
        return _as_said(head, prior)
    if len(parts) == 1:
        is_title = _leaning(parts[0]) >= 0.5
        return _Roles(None, parts[0], [], sure=True) if is_title else _Roles(parts[0], None, [], sure=False)
    best: list[tuple[float, int, int]] = []
    for title in range(min(len(parts), 4)):
        for employer in range(min(len(parts), 4)):
            if title != employer:
                value = _leaning(parts[title]) - _leaning(parts[employer])
                value += 0.6 * (prior[title] - prior[employer]) - 0.25 * (title + employer)
                best.append((value, title, employer))
    best.sort(key=lambda option: -option[0])
    _, title, employer = best[0]
    rest = [part for index, part in enumerate(parts) if index not in {title, employer}]
    sure = best[0][0] - next(v for v, t, e in best if (t, e) == (employer, title)) > _BETWEEN
    return _Roles(parts[employer], parts[title], rest, sure)


def _as_said(head: Head, prior: list[float]) -> _Roles:
    """``Designation: Consultant``, ``Client: Quill Ltd``: the page says which part is what."""
    said: dict[str, Span] = {}
    others: list[Span] = []
    rest: list[Span] = []
    for part in head.parts:
        found = _SAID.match(part.text)
        if found is None:
            others.append(part)
        elif found.lastgroup is not None and found.lastgroup not in said and found.lastgroup != "more":
            said[found.lastgroup] = part.sub(found.end(), len(part.text))
        else:
            rest.append(part)
    chosen = roles(Head(parts=others, rows=list(range(len(others)))), prior)
    if len(others) == 1 and "title" in said and "employer" not in said:
        chosen = _Roles(others[0], None, [], sure=True)
    employer, title = said.get("employer", chosen.employer), said.get("title", chosen.title)
    left = [part for part in others if part not in (employer, title)]
    return _Roles(employer, title, [*left, *rest], sure="title" in said)


def _work(entry: Entry, head: Head, prior: list[float], tracer: Tracer) -> Work:
    job = Work(work_mode=_mode(head.mode))
    chosen = roles(head, prior)
    if entry.shared:
        chosen = _with_shared(entry, head)
    _put(job, "name", chosen.employer, tracer, sure=chosen.sure)
    _put(job, "position", chosen.title, tracer, sure=chosen.sure)
    if head.place is not None:
        job.location = head.place.text.strip(" ,()")
        tracer.put(f"{job.id}.location", head.place, confidence=0.85)
    put_period(job, head, tracer)
    summary = put_body(job.highlights, entry.body, tracer)
    _put_summary(job, [*chosen.rest], summary, tracer)
    return job


def _with_shared(entry: Entry, head: Head) -> _Roles:
    """A further role at the employer of the entry above."""
    above = take_apart(entry.shared)
    employer = min(above.parts, key=_leaning, default=None)
    title = head.parts[0] if head.parts else None
    return _Roles(employer, title, head.parts[1:], sure=False)


def _put(job: Work, field: str, span: Span | None, tracer: Tracer, *, sure: bool) -> None:
    if span is None:
        return
    setattr(job, field, clean(span.text))
    note = "" if sure else "employer or title? the page does not say"
    tracer.put(f"{job.id}.{field}", span, confidence=0.9 if sure else 0.6, note=note)


def clean(text: str) -> str:
    """A value without cell marks, doubled spaces and punctuation at its ends."""
    text = " ".join(text.replace("\u00ad", "").split()).strip(" ,;:|•·–—")
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        text = text[1:-1]
    return text


def _mode(text: str) -> str:
    text = text.casefold()
    for mode, marks in (
        ("REMOTE", ("remote", "home", "télétravail", "teletrabajo")),
        ("HYBRID", ("hybrid",)),
        ("ONSITE", ("site",)),
    ):
        if any(mark in text for mark in marks):
            return mode
    return ""


Lasting = Work | Volunteer | Education | Project
"""Entries with a start, an end and a current mark."""


def put_period(entry: Lasting, head: Head, tracer: Tracer, *, single_is_end: bool = False) -> None:
    """Write start, end and current of an entry that has these fields, with their traces."""
    if head.period is None:
        return
    span, period = head.period
    place = span.sub(period.begin, period.finish)
    start, end = period.start, period.end
    if period.single and single_is_end:
        start, end = None, start
    for field, value in (("start", start), ("end", end)):
        if value:
            setattr(entry, field, value)
            note = period.note if period.single else period.note_on(field)
            tracer.put(f"{entry.id}.{field}", place, confidence=0.7 if note else 0.95, note=note)
    if period.current:
        entry.current = True
        tracer.put(f"{entry.id}.current", place, note=period.note if not period.note.startswith("from") else "")


def put_body(highlights: list[Highlight], body: list[Item], tracer: Tracer) -> list[Span]:
    """Bullets go to ``highlights``; the spans of paragraphs and labels come back for the summary.

    A bullet below a bullet goes on telling that one; it stays with it, behind a dash, for alone it would say nothing.
    """
    prose: list[Span] = []
    above: Item | None = None
    for item in body:
        if item.role is not Role.BULLET:
            prose += item.spans
            above = None
            continue
        text = " ".join(item.text.split())
        if above is not None and _nested(above, item):
            highlights[-1].text += f" – {text}"
            above.lines += item.lines
        else:
            highlights.append(Highlight(text=text))
            above = Item(item.role, list(item.lines))
        tracer.put(highlights[-1].id, above.spans)
    return prose


def _nested(above: Item, item: Item) -> bool:
    """Whether a bullet stands one step further in than the one it follows, in the same column."""
    outer, inner = above.lines[0], item.lines[0]
    same = (outer.page, outer.column) == (inner.page, inner.column)
    return same and outer.bullet and inner.bullet and _STEP < inner.indent - outer.indent < 8 * _STEP


def _put_summary(job: Work, rest: list[Span], prose: list[Span], tracer: Tracer) -> None:
    text = joined(prose)
    more = ", ".join(clean(span.text) for span in rest)
    job.summary = (
        re.sub(r"\s+", " ", "\n".join(part for part in (more, text) if part))
        if not text or not more
        else f"{more}\n{text}"
    )
    if job.summary:
        tracer.put(f"{job.id}.summary", [*rest, *prose], confidence=0.85)

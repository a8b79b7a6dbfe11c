"""Projects, certificates, publications, awards, volunteering, references, and whatever has no noun of its own."""

from __future__ import annotations

import re

from careercoach_desktop.features.resumes.model import (
    Award,
    Certificate,
    Highlight,
    Project,
    Publication,
    Reference,
    Section,
    Volunteer,
)

from .dates import periods
from .entries import Entry, entries
from .items import Item, Role, items
from .parts import Head, take_apart
from .sections import SectionText
from .spans import Span, Tracer, joined
from .vocabulary import organisation_score
from .work import clean, put_body, put_period, roles

_TECH = re.compile(
    r"^(?:technologies|tech stack|tech|stack|tools|technologien|built with|keywords)\s*[:：]\s*", re.IGNORECASE
)
_ADDRESS = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
"""A web address and nothing else on its line."""
_COMMA = re.compile(r",\s+")
_SURELY = 0.7
_SHOUTED = re.compile(r"[A-ZÀ-Þ]{4,}(?: [A-ZÀ-Þ]{4,})*")
"""Capitals that are typography; short words may be abbreviations, and then everything stays as it is."""


def read_projects(section: SectionText, tracer: Tracer) -> list[Project]:
    """Projects with their description and bullets."""
    out = []
    for entry in entries(items(section.lines)):
        project = Project()
        head = take_apart(entry.head)
        if head.parts:
            project.name = clean(head.parts[0].text)
            tracer.put(f"{project.id}.name", head.parts[0], confidence=0.85)
        rest = head.parts[1:] if head.parts else []
        for link in (link for span in entry.head for link in span.line.links):
            project.url = project.url or link.target
        put_period(project, head, tracer)
        prose = put_body(project.highlights, entry.body, tracer)
        kept = []
        for span in [*rest, *prose]:
            tech = _TECH.match(span.text)
            if _ADDRESS.fullmatch(span.text):
                project.url = project.url or span.text
                tracer.put(f"{project.id}.url", span, confidence=0.85)
            elif tech:
                project.keywords += [word.strip() for word in span.text[tech.end() :].split(",") if word.strip()]
            else:
                kept.append(span)
        project.description = joined(kept)
        if project.description:
            tracer.put(f"{project.id}.description", kept, confidence=0.85)
        if project.name or project.description or project.highlights:
            out.append(project)
    return out


def read_volunteer(found: list[Entry], tracer: Tracer) -> list[Volunteer]:
    """Voluntary work, read like jobs."""
    out = []
    for entry in found:
        post = Volunteer()
        head = take_apart(entry.head)
        if len(head.parts) <= 1:
            head = take_apart(entry.head, commas=True)
        chosen = roles(head, [0.0] * 4)
        for field, span in (("organization", chosen.employer), ("position", chosen.title)):
            if span is not None:
                setattr(post, field, clean(span.text))
                tracer.put(f"{post.id}.{field}", span, confidence=0.8 if chosen.sure else 0.6)
        put_period(post, head, tracer)
        prose = [*chosen.rest, *put_body(post.highlights, entry.body, tracer)]
        post.summary = joined(prose)
        if post.organization or post.position or post.summary or post.highlights:
            out.append(post)
    return out


def _single_lines(section: SectionText) -> list[Item]:
    return [item for item in items(section.lines) if item.text]


def read_certificates(section: SectionText, tracer: Tracer) -> list[Certificate]:
    """One certificate for each item: name, issuer, date."""
    out: list[Certificate] = []
    found = [(item, take_apart(item.spans)) for item in _single_lines(section)]
    _part_at_commas([head for item, head in found if head.parts and item.role is not Role.PROSE])
    for item, head in found:
        if item.role is Role.PROSE and out:
            out[-1].extra["note"] = item.text
            continue
        if not head.parts:
            if out and head.period is not None and not out[-1].date:
                _date(out[-1], "date", head.period[0], tracer, head.period[1].end or head.period[1].start)
            continue
        certificate = Certificate(name=clean(head.parts[0].text))
        tracer.put(f"{certificate.id}.name", head.parts[0], confidence=0.85)
        if len(head.parts) > 1:
            certificate.issuer = clean(joined(head.parts[1:]))
            tracer.put(f"{certificate.id}.issuer", head.parts[1:], confidence=0.7)
        for link in (link for line in item.lines for link in line.links):
            certificate.url = certificate.url or link.target
        if head.period is not None:
            _date(certificate, "date", head.period[0], tracer, head.period[1].end or head.period[1].start)
        out.append(certificate)
    return out


def _part_at_commas(heads: list[Head]) -> None:
    """A list that says ``Name, Issuer`` throughout, and where one of these is surely an organisation, is parted there.

    One line alone tells nothing: many a certificate has a comma in its name.
    """
    pairs = [head.parts[0].split(_COMMA) for head in heads]
    alike = len(pairs) > 1 and all(len(pair) == 2 for pair in pairs) and all(len(head.parts) == 1 for head in heads)
    if alike and any(organisation_score(pair[1].text) >= _SURELY for pair in pairs):
        for head, pair in zip(heads, pairs, strict=True):
            head.parts = pair


def _date(entry: Certificate | Award | Publication, field: str, span: Span, tracer: Tracer, value: str | None) -> None:
    if value:
        setattr(entry, field, value)
        tracer.put(f"{entry.id}.{field}", span, confidence=0.85)


def read_awards(section: SectionText, tracer: Tracer) -> list[Award]:
    """One award for each item."""
    out = []
    for item in _single_lines(section):
        head = take_apart(item.spans)
        if not head.parts:
            continue
        award = Award(title=clean(head.parts[0].text), awarder=clean(joined(head.parts[1:])))
        tracer.put(f"{award.id}.title", head.parts[0], confidence=0.85)
        if award.awarder:
            tracer.put(f"{award.id}.awarder", head.parts[1:], confidence=0.6)
        if head.period is not None:
            _date(award, "date", head.period[0], tracer, head.period[1].end or head.period[1].start)
        out.append(award)
    return out


def read_publications(section: SectionText, tracer: Tracer) -> list[Publication]:
    """Publications by blocks of the page: the first line is the title, the rest its details."""
    out = []
    for group in _blocks(items(section.lines)):
        spans = [span for item in group for span in item.spans]
        head = take_apart(spans)
        publication = Publication()
        title = group[0].spans
        publication.name = clean(joined(title)) if len(group) > 1 else clean(joined(spans))
        if head.period is not None:
            span, period = head.period
            _date(publication, "release_date", span, tracer, period.end or period.start)
            if len(group) > 1 and span.line is group[0].lines[0]:
                publication.name = clean(joined(title[0].without([(period.begin, period.finish)]))) or publication.name
        publication.summary = joined(span for item in group[1:] for span in item.spans)
        for link in (link for span in spans for link in span.line.links):
            publication.url = publication.url or link.target
        tracer.put(f"{publication.id}.name", title, confidence=0.8)
        out.append(publication)
    return out


def _blocks(found: list[Item]) -> list[list[Item]]:
    out: list[list[Item]] = []
    for item in found:
        same = (
            out
            and item.lines[0].block == out[-1][-1].lines[-1].block
            and item.lines[0].page == out[-1][-1].lines[-1].page
        )
        if same and item.role is not Role.BULLET and not item.text.startswith("["):
            out[-1].append(item)
        else:
            out.append([item])
    return out


def read_references(section: SectionText, tracer: Tracer) -> list[Reference]:
    """References by blocks; a sentence such as "on request" stays one entry."""
    out = []
    for group in _blocks(items(section.lines)):
        spans = [span for item in group for span in item.spans]
        short = len(group) > 1
        reference = Reference(
            name=clean(group[0].text) if short else "",
            reference=joined(spans[1:] if short else spans),
        )
        tracer.put(f"{reference.id}.name" if short else f"{reference.id}.reference", spans, confidence=0.7)
        out.append(reference)
    return out


def read_other(title: str, lines_of: list[Item], tracer: Tracer) -> Section | None:
    """A section without a noun: its items as they stand.

    What is told below a dated line (a talk and what it was about) belongs to it, as its second line.
    """
    section = Section(title=title.capitalize() if _SHOUTED.fullmatch(title) else title)
    dated: Item | None = None
    for item in lines_of:
        if dated is not None and item.role is Role.PROSE:
            section.highlights[-1].text += f"\n{clean(item.text)}"
            tracer.put(section.highlights[-1].id, [*dated.spans, *item.spans])
            dated = None
            continue
        is_dated = item.role is Role.HEAD and len(item.lines) == 1 and _has_date_aside(item.lines[0].text)
        bullet = Highlight(text=clean(item.lines[0].text.replace("\t", " · ") if is_dated else item.text))
        dated = item if is_dated and bullet.text else None
        if bullet.text:
            section.highlights.append(bullet)
            tracer.put(bullet.id, item.spans)
    return section if section.highlights or title else None


def _has_date_aside(line: str) -> bool:
    """``Testing tables like code<tab>Oct 2024``: the last cell is a date and nothing else."""
    *before, last = line.split("\t")
    found = periods(last.strip())
    return bool(before) and len(found) == 1 and found[0].finish - found[0].begin == len(last.strip())

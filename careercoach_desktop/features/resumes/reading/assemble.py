"""All sections read and put together: the one place that knows the order of the stages."""

from __future__ import annotations

import re
from dataclasses import replace

from careercoach_desktop.features.resumes.model import Highlight, ResumeData, Section
from careercoach_desktop.foundation.documents.model import Line, SourceText

from .contact import Contact, read_contact
from .dates import periods
from .education import read_education
from .entries import entries
from .further import (
    read_awards,
    read_certificates,
    read_other,
    read_projects,
    read_publications,
    read_references,
    read_volunteer,
)
from .headings import Kind, plain
from .items import Item, Role, items, paragraphs, right_edges
from .language import is_told, language_of
from .letters import without_letter
from .parts import take_apart
from .sections import SectionText, cut, inline_label, sections
from .skills import read_interests, read_languages, read_skills
from .spans import Span, Tracer, joined
from .tongues import parted
from .vocabulary import is_degree, is_school, organisation_score, title_score
from .work import clean, read_work
from .wrapped import whole_addresses, whole_heads


def assemble(source: SourceText) -> ResumeData:
    """The résumé a text holds, with a trace for every value."""
    source = without_letter(source)
    found = _with_timeline(sections(source))
    tracer = Tracer(source.pages)
    data = ResumeData(language=language_of(source.text))
    head, labelled = _head(found)
    contact_lines = [line for s in found if s.kind in {Kind.CONTACT, Kind.LINKS} and s.heading for line in s.lines]
    head = whole_heads(whole_addresses(head), right_edges(head))
    contact = read_contact(head, whole_addresses(contact_lines), _told_by_the_person(found), tracer)
    data.basics = contact.basics
    volunteer_is_work = not any(s.kind is Kind.WORK and s.lines for s in found)
    for section in [*found, *labelled]:
        if section.kind not in {Kind.CONTACT, Kind.LINKS}:
            _read(section, data, tracer, volunteer_is_work=volunteer_is_work)
    _keep_unused(contact, data, tracer)
    data.traces = tracer.traces
    return data


def _told_by_the_person(found: list[SectionText]) -> list[Line]:
    """All lines but those about referees, whose addresses are not the person's."""
    return [line for section in found if section.kind is not Kind.REFERENCES for line in section.lines]


def _with_timeline(found: list[SectionText]) -> list[SectionText]:
    """A résumé without headings: what is dated below its head is one list of work and studies."""
    if any(section.kind in {Kind.WORK, Kind.EDUCATION, Kind.TIMELINE} for section in found) or not found:
        return found
    head = found[0]
    dated = [index for index, line in enumerate(head.lines) if _opens_entry(line)]
    if len(dated) < 2:
        return found
    timeline = SectionText(Kind.TIMELINE, "", None, head.lines[dated[0] :])
    return [SectionText(head.kind, head.title, head.heading, head.lines[: dated[0]]), timeline, *found[1:]]


def _opens_entry(line: Line) -> bool:
    return not line.bullet and any(not period.single for period in periods(line.text)) and len(line.text.split()) <= 14


def _head(found: list[SectionText]) -> tuple[list[Line], list[SectionText]]:
    """The lines above the first heading, and sections that stand there behind a label (``Skills: Python, Go``)."""
    head: list[Line] = []
    labelled: list[SectionText] = []
    if found and found[0].heading is None:
        head = _take_labelled(found[0].lines, labelled)
    for section in found:
        if section.kind is Kind.SUMMARY:
            section.lines = _take_labelled(section.lines, labelled)
    return head, labelled


def _take_labelled(lines: list[Line], labelled: list[SectionText]) -> list[Line]:
    """Move lines behind a label such as ``Skills:`` to sections of their own; the others come back."""
    head: list[Line] = []
    open_label: Line | None = None
    for line in lines:
        label = inline_label(line)
        if label is not None and label[1] in {Kind.SKILLS, Kind.LANGUAGES, Kind.INTERESTS}:
            value, beside = _value_and_rest(line, label[2])
            labelled.append(SectionText(label[1], label[0], line, [value]))
            if beside is not None:
                head.append(beside)
            open_label = line
        elif open_label is not None and _hangs(open_label, line):
            labelled[-1].lines.append(line)
        else:
            open_label = None
            head.append(line)
    return head


def _value_and_rest(line: Line, start: int) -> tuple[Line, Line | None]:
    """What stands behind a label, and what a far cell of the same line holds besides (an address, a phone)."""
    value = cut(line, start)
    text = value.text.lstrip("\t ")
    value = cut(value, len(value.text) - len(text))
    if "\t" not in value.text:
        return value, None
    place = value.text.rindex("\t")
    rest = cut(value, place + 1)
    kept = [word for word in value.words if word.end <= place]
    return replace(value, text=value.text[:place], words=tuple(kept)), rest


def _hangs(label: Line, line: Line) -> bool:
    return (
        line.block == label.block
        and abs(line.size - label.size) < 0.3
        and inline_label(line) is None
        and ":" not in line.text
        and line.box is not None
        and label.words[-1].box is not None
        and line.box.left > min(word.box.left for word in label.words if word.box is not None) + 5
    )


def _read(section: SectionText, data: ResumeData, tracer: Tracer, *, volunteer_is_work: bool) -> None:
    kind = section.kind
    if kind is Kind.SUMMARY:
        _summary(section, data, tracer)
    elif kind is Kind.WORK or (kind is Kind.VOLUNTEER and volunteer_is_work and "experience" in plain(section.title)):
        data.work += read_work(entries(items(section.lines)), tracer)
    elif kind is Kind.EDUCATION:
        data.education += read_education(entries(items(section.lines)), tracer)
    elif kind is Kind.TIMELINE:
        _timeline(section, data, tracer)
    elif kind is Kind.SKILLS:
        section.lines, told = _without_prose(section.lines)
        data.skills += read_skills(section, tracer)
        if told and (other := read_other(section.title, told, tracer)):
            data.sections.append(other)
    elif kind is Kind.LANGUAGES:
        section.lines, others = parted(section.lines)
        data.languages += read_languages(section, tracer)
        data.skills += read_skills(SectionText(Kind.SKILLS, section.title, None, others), tracer)
    elif kind is Kind.INTERESTS:
        data.interests += read_interests(section, tracer)
    elif kind is Kind.VOLUNTEER:
        data.volunteer += read_volunteer(entries(items(section.lines)), tracer)
    else:
        _read_further(section, data, tracer)


def _without_prose(lines: list[Line]) -> tuple[list[Line], list[Item]]:
    """Skills told in sentences are no list: the sentences come back apart, to be kept as they stand."""
    told = [item for item in paragraphs(lines) if item.role is Role.PROSE and is_told(item.text)]
    dropped = {id(line) for item in told for line in item.lines}
    return [line for line in lines if id(line) not in dropped], told


def _timeline(section: SectionText, data: ResumeData, tracer: Tracer) -> None:
    """Work, studies and the rest in one list: each entry is told by its own words."""
    for entry in entries(items(section.lines)):
        kind = _kind_of_entry([part.text for part in take_apart(entry.head).parts])
        if kind is Kind.EDUCATION:
            data.education += read_education([entry], tracer)
        elif kind is Kind.WORK:
            data.work += read_work([entry], tracer)
        else:
            lines = [span.line for span in entry.head] + [line for item in entry.body for line in item.lines]
            data.projects += read_projects(SectionText(Kind.PROJECTS, section.title, None, lines), tracer)


def _kind_of_entry(parts: list[str]) -> Kind:
    text = " ".join(parts)
    if "certif" in text.casefold():
        return Kind.PROJECTS
    scores = [(organisation_score(re.sub(r"[()]", " ", part).strip()), len(part.split())) for part in parts]
    employer = any(score >= 0.7 for score, _ in scores)
    named = any(score >= 1 or (score >= 0.7 and words > 1) for score, words in scores)
    if is_degree(text):
        return Kind.EDUCATION
    if title_score(text) >= 1 and employer:
        return Kind.WORK
    if is_school(text):
        return Kind.EDUCATION
    return Kind.WORK if named or title_score(text) >= 1 else Kind.PROJECTS


def _read_further(section: SectionText, data: ResumeData, tracer: Tracer) -> None:
    kind = section.kind
    if kind is Kind.PROJECTS:
        data.projects += read_projects(section, tracer)
    elif kind is Kind.CERTIFICATES:
        data.certificates += read_certificates(section, tracer)
    elif kind is Kind.PUBLICATIONS:
        data.publications += read_publications(section, tracer)
    elif kind is Kind.AWARDS:
        data.awards += read_awards(section, tracer)
    elif kind is Kind.REFERENCES:
        data.references += read_references(section, tracer)
    elif other := read_other(section.title, items(section.lines), tracer):
        data.sections.append(other)


def _summary(section: SectionText, data: ResumeData, tracer: Tracer) -> None:
    """Paragraphs of the summary, kept apart by their gaps on the page."""
    found = paragraphs(section.lines)
    text = "\n".join(paragraph for item in found if (paragraph := clean_paragraph(item.text)))
    if not text:
        return
    spans = [span for item in found for span in item.spans]
    if data.basics.summary:
        text = f"{data.basics.summary}\n{text}"
    data.basics.summary = text
    tracer.put("basics.summary", spans)


def clean_paragraph(text: str) -> str:
    return " ".join(text.split())


def _keep_unused(contact: Contact, data: ResumeData, tracer: Tracer) -> None:
    """Sentences above the first heading are a summary; what else nobody claimed becomes a section of its own."""
    told = [group for group in _running(contact.unused) if _is_prose(joined(group))]
    if told and not data.basics.summary:
        data.basics.summary = "\n".join(joined(group) for group in told)
        spans = [span for group in told for span in group]
        tracer.put("basics.summary", spans, confidence=0.7, note="stood above the first heading")
        contact.unused = [span for span in contact.unused if span not in spans]
    rest = Section(title="")
    for span in contact.unused:
        bullet = Highlight(text=clean(span.text))
        if bullet.text:
            rest.highlights.append(bullet)
            tracer.put(bullet.id, span, confidence=0.5, note="stood near the contact data")
    if rest.highlights:
        data.sections.append(rest)


def _running(spans: list[Span]) -> list[list[Span]]:
    """Spans in groups of lines that follow each other in one column and one size."""
    out: list[list[Span]] = []
    for span in spans:
        last = out[-1][-1] if out else None
        if last is not None and _follows(last, span):
            out[-1].append(span)
        else:
            out.append([span])
    return out


def _follows(last: Span, span: Span) -> bool:
    one, two = last.line, span.line
    if (one.page, one.column) != (two.page, two.column) or abs(one.size - two.size) > 0.3:
        return False
    if one.box is None or two.box is None:
        return one.block == two.block
    return -1 < two.box.top - one.box.top < 1.9 * max(two.size, 1)


def _is_prose(text: str) -> bool:
    words = text.split()
    small = sum(word[:1].islower() for word in words)
    return len(words) >= 8 and small * 3 >= len(words) and "@" not in text

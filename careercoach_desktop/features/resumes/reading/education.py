"""Studies and schools: degree, subject, institution, period and grade."""

from __future__ import annotations

import re

from careercoach_desktop.features.resumes.model import Education

from .dates import periods
from .entries import Entry
from .headings import plain
from .items import Item, Role
from .parts import Head, take_apart
from .spans import Span, Tracer
from .vocabulary import degree_match, is_degree, is_school, organisation_score
from .work import clean, put_body, put_period

_SCORE = re.compile(
    r"\(?\b(?:(?:cum(?:ulative)?\.?|major|overall|current)\s+)?(?:gpa|cgpa|grade|note|abschlussnote"
    r"|notendurchschnitt|score|moyenne|mention|nota|media|voto|cijfer|percentage|class)\b\s*[:=]?\s*"
    r"(\d{1,3}(?!\d)(?:[.,]\d{1,2})?\s*%?(?:\s*/\s*\d{1,3}(?:[.,]\d{1,2})?)?)\)?"
    r"|\(?\b(\d[.,]\d{1,2}(?:\s*/\s*\d{1,2}(?:[.,]\d{1,2})?)?)\s*(?:c?gpa)\b\)?",
    re.IGNORECASE,
)
_GRADE = re.compile(
    r"[,;|·–-]?\s*((?<!\d)\d{1,2}[.,:]\d{1,2}(?:\s?/\s?\d{1,2}(?:[.,]\d{1,2})?)?|(?<!\d)\d{2,3}\s?%"
    r"|first[- ]class(?: honou?rs)?"
    r"|(?:(?:magna|summa)\s)?cum laude|(?:with )?distinction|(?:with )?merit|mention (?:assez |très )?bien)"
    r"\s*(?=\t|$|,\s|\s[·|]\s)",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\s*\((\d{1,2}[.,:]\d{1,2}(?:\s?/\s?\d{1,2}(?:[.,]\d{1,2})?)?|\d{2,3}\s?%)\)")
_SUBJECT = re.compile(r"\s+(?:in|en|em|im|op het gebied van)\s+|\s*[:,–—]\s+|\s+-\s+|\s*\(", re.IGNORECASE)
_COLUMN_NAMES = frozenset(
    re.split(
        r"\|",
        "degree|course|qualification|qualifications|exam|examination|class|institute|institution|school|college"
        "|university|school / college|college / university|institute / university|university / board|board"
        "|board / university|year|year of passing|passing year|percentage|percent|marks|cgpa|gpa|score|grade|result"
        "|cgpa / percentage|division|specialization|subject|subjects|stream|major|date|dates|period|duration|location",
    )
)
_COLON = re.compile(r"\s*:\s+")
_HONOURS = re.compile(r"\s*\((?:hons?|honou?rs)\.?\)", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?:major|minor|field of study|specialization|specialisation|abschluss|diploma|schwerpunkt|fachrichtung|option"
    r"|degree"
    r"|subject|fach)\s*[:]\s*",
    re.IGNORECASE,
)
_COURSES = re.compile(
    r"^(?:relevant |key |selected )?(?:courses?|coursework|modules?|kurse|cours|cursos)\s*[:]\s*", re.IGNORECASE
)
_SHORT_DEGREE = re.compile(r"^(?:[A-Z]\.?\s?[A-Za-z]{0,4}\.?(?:\s?[A-Z][a-z]{0,3}\.?)?|[A-Z][A-Za-z]{1,4})$")


def read_education(found: list[Entry], tracer: Tracer) -> list[Education]:
    """The studies of a section, in order, with traces."""
    for entry in found:
        entry.head = [span for span in entry.head if not _heads_columns(span.text)]
    split = [part for entry in found for part in _by_school(entry) if part.head or part.body]
    return [study for entry in split if (study := _study(entry, tracer)) is not None]


def _heads_columns(text: str) -> bool:
    """``Degree ⇥ Institute ⇥ Year``: the first row of a table names what stands below."""
    cells = [plain(cell) for cell in text.split("\t")]
    return len(cells) > 1 and all(cell in _COLUMN_NAMES for cell in cells)


def _by_school(entry: Entry) -> list[Entry]:
    """Undated lists name school and degree in turns; a second school (or degree) begins a second entry."""
    if len([span for span in entry.head if periods(span.text)]) > 1 or len(entry.head) < 3:
        return [entry]
    groups: list[list[Span]] = []
    kinds: set[str] = set()
    for span in entry.head:
        kind = "degree" if is_degree(span.text) else "school" if is_school(span.text) else ""
        if not groups or (kind and kind in kinds and len(kinds) > 1):
            groups.append([])
            kinds = set()
        groups[-1].append(span)
        kinds |= {kind} - {""}
    if any(periods(span.text) for span in entry.head) and len(groups) > 1:
        return [entry]
    out = [Entry(group) for group in groups]
    out[-1].body = entry.body
    return out


def _study(entry: Entry, tracer: Tracer) -> Education | None:
    study = Education()
    spans, scores = _take_scores(entry.head)
    head = take_apart(spans)
    parts = _refined(head)
    school = _choose_school(parts)
    degree = next((part for part in parts if part is not school and is_degree(part.text)), None)
    rest = [part for part in parts if part is not school and part is not degree]
    if degree is None and school is None and not parts:
        return None
    if school is None and degree is None:
        school, rest = parts[0], parts[1:]
    if school is None and rest:
        school = max(rest, key=lambda part: organisation_score(part.text))
        rest.remove(school)
    if school is not None:
        study.institution = clean(school.text)
        tracer.put(
            f"{study.id}.institution",
            school,
            confidence=0.9 if is_school(school.text) else 0.6,
            note="" if is_school(school.text) else "taken as the school; please check",
        )
    _put_degree(study, degree, rest, tracer)
    if head.place is not None:
        study.location = head.place.text.strip(" ,()")
        tracer.put(f"{study.id}.location", head.place, confidence=0.85)
    put_period(study, head, tracer, single_is_end=True)
    _put_body(study, entry.body, tracer)
    _put_scores(study, scores, tracer)
    return study


def _take_scores(spans: list[Span]) -> tuple[list[Span], list[tuple[Span, str]]]:
    """Head lines without grades, and the grades."""
    out: list[Span] = []
    scores: list[tuple[Span, str]] = []
    for span in spans:
        found = list(_SCORE.finditer(span.text)) or list(_IN_BRACKETS.finditer(span.text))
        found = found or [m for m in _GRADE.finditer(span.text) if not periods(m.group())]
        scores += [(span.sub(m.start(), m.end()), next(group for group in m.groups() if group)) for m in found]
        if found:
            out += [s.strip(" ,;|•·–—-") for s in span.without((m.start(), m.end()) for m in found)]
        else:
            out.append(span)
    return [span for span in out if any(char.isalnum() for char in span.text)], scores


def _refined(head: Head) -> list[Span]:
    """Parts, split at commas where one holds both a school and a degree."""
    out: list[Span] = []
    only = len(head.parts) == 1
    for part in head.parts:
        colon = part.split(_COLON)
        if len(colon) == 2 and sum(is_school(bit.text) and not is_degree(bit.text) for bit in colon) == 1:
            out += [piece for bit in colon for piece in _refined(Head(parts=[bit]))]
            continue
        both = is_school(part.text) and (is_degree(part.text) or (only and "," in part.text))
        if both:
            out += take_apart([part], commas=True).parts
        else:
            out.append(part)
    return out


def _choose_school(parts: list[Span]) -> Span | None:
    named = [part for part in parts if is_school(part.text)]
    pure = [part for part in named if not is_degree(part.text)]
    return next(iter(pure or [part for part in named if len(parts) == 1]), None)


def _put_degree(study: Education, degree: Span | None, rest: list[Span], tracer: Tracer) -> None:
    if degree is not None:
        study.study_type, study.area = _with_short_name(*split_degree(clean(_LABEL.sub("", degree.text))))
        tracer.put(f"{study.id}.study_type", degree, confidence=0.9)
        if study.area:
            tracer.put(f"{study.id}.area", degree, confidence=0.85)
    if rest and not study.area:
        area = rest.pop(0)
        study.area = _only_subject(clean(_LABEL.sub("", area.text)), study.study_type)
        tracer.put(f"{study.id}.area", area, confidence=0.7, note="" if degree is not None else "subject or degree?")
    for index, span in enumerate(rest):
        study.extra[f"note{index or ''}"] = clean(span.text)


def _with_short_name(study_type: str, area: str) -> tuple[str, str]:
    """``Master of Science`` and ``MS, Business Analytics``: the degree said twice, then its subject."""
    short, comma, rest = area.partition(",")
    if comma and _SHORT_DEGREE.match(short.strip()) and is_degree(short):
        return f"{study_type} - {short.strip()}", rest.strip()
    return study_type, area


def _only_subject(area: str, study_type: str) -> str:
    """``PhD in Physics`` beside ``PhD`` is the subject ``Physics``: the degree is not said twice."""
    kind, subject = split_degree(area)
    return subject if subject and plain(kind) == plain(study_type) else area


def split_degree(text: str) -> tuple[str, str]:
    """``Bachelor of Science in Physics`` → (``Bachelor of Science``, ``Physics``); the subject may be empty."""
    found = degree_match(text)
    if not found:
        return text, ""
    honours = _HONOURS.match(text, found.end())
    end = honours.end() if honours else found.end()
    for cut in _SUBJECT.finditer(text, end):
        if is_degree(text[: cut.start()]):
            return text[: cut.start()].strip(" ,"), text[cut.end() :].strip(" ,)" if "(" in cut.group() else " ,")
    if found.start() == 0 and end < len(text) and (honours or _SHORT_DEGREE.match(found.group().strip())):
        return text[:end].strip(" ,"), text[end:].strip(" ,.")
    return text, ""


def _put_body(study: Education, body: list[Item], tracer: Tracer) -> None:
    kept: list[Item] = []
    for item in body:
        text = item.text
        courses = _COURSES.match(text)
        if courses:
            study.courses += [
                course.strip(" .") for course in re.split(r",\s*|;\s*", text[courses.end() :]) if course.strip(" .")
            ]
            tracer.put(f"{study.id}.courses", item.spans)
            continue
        score = _SCORE.search(text)
        if score and not study.score:
            study.score = next(group for group in score.groups() if group)
            tracer.put(f"{study.id}.score", item.spans)
            if len(score.group()) > 0.7 * len(text):
                continue
        kept.append(Item(Role.BULLET, item.lines))
    put_body(study.highlights, kept, tracer)


def _put_scores(study: Education, scores: list[tuple[Span, str]], tracer: Tracer) -> None:
    if scores and not study.score:
        study.score = scores[0][1].strip()
        tracer.put(f"{study.id}.score", scores[0][0])

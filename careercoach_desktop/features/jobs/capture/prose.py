"""What a title and a description say in passing: pay, work mode, job type, and their sections."""

from __future__ import annotations

import re

from careercoach_desktop.features.jobs.capture import terms
from careercoach_desktop.features.jobs.capture.draft import Draft
from careercoach_desktop.features.jobs.capture.markdown import plain
from careercoach_desktop.features.jobs.capture.orders import without_orders
from careercoach_desktop.features.jobs.capture.salary import salary_in_prose, salary_in_title
from careercoach_desktop.features.jobs.capture.sections import split_sections
from careercoach_desktop.features.jobs.model import JobType

_MOST_CHARACTERS = 60_000
_TITLE_TYPES = (
    (
        JobType.INTERNSHIP,
        re.compile(
            r"\b(?:intern(?:ship)?|praktikum|praktikant\w*|stagiaire|stage|prácticas|tirocinio|stáž\w*|staż\w*"
            r"|praktikopgave)\b(?! (?:of|manager))",
            re.IGNORECASE,
        ),
    ),
    (
        JobType.PART_TIME,
        re.compile(
            r"\b(?:part[- ]time|teilzeit|deeltijd|temps partiel|deltid|werkstudent\w*|brigád\w*)\b", re.IGNORECASE
        ),
    ),
    (JobType.FULL_TIME, re.compile(r"\b(?:full[- ]?time|vollzeit|temps plein)\b", re.IGNORECASE)),
    (JobType.CONTRACT, re.compile(r"(?:\(|[-–,|]\s*)(?:contract(?:or)?|freelance)\b", re.IGNORECASE)),
    (
        JobType.TEMPORARY,
        re.compile(r"\b(?:temporary|befristet|seasonal|maternity cover|fixed[- ]term)\b", re.IGNORECASE),
    ),
)
_STATED_TYPES = (
    (
        JobType.FULL_TIME,
        re.compile(
            r"\b(?:full[- ]time (?:position|role|job|employment|contract|permanent)|(?:is"
            r"|as) an? (?:\w+ )?full[- ]time|permanent,? full[- ]time|full[- ]time,? permanent|in vollzeit"
            r"|unbefristete (?:fest)?anstellung)\b",
            re.IGNORECASE,
        ),
    ),
    (
        JobType.PART_TIME,
        re.compile(
            r"\b(?:part[- ]time (?:position|role|job|employment|contract)|(?:is|as) an? (?:\w+ )?part[- ]time"
            r"|in teilzeit)\b",
            re.IGNORECASE,
        ),
    ),
    (
        JobType.INTERNSHIP,
        re.compile(
            r"\b(?:this (?:\w+ )?internship|internship (?:position|program(?:me)?|role) (?:is|at|with|for))\b",
            re.IGNORECASE,
        ),
    ),
    (
        JobType.CONTRACT,
        re.compile(
            r"\b(?:\d+[- ]month contract|contract (?:position|role)|freelance (?:position|role|project))\b",
            re.IGNORECASE,
        ),
    ),
)


def offer_from_prose(draft: Draft, source: str, country: str = "") -> None:
    """Offers what title, location and description state outright where nothing surer is known; splits the sections."""
    title, markdown = draft.text("title"), without_orders(draft.text("description")[:_MOST_CHARACTERS])
    prose = plain(markdown)
    draft.offer("work_mode", terms.work_mode_of_title(title), source, 0.7)
    place = draft.text("location")
    if len(place) <= 60:
        draft.offer("work_mode", terms.work_mode(place), source, 0.65)
    draft.offer("work_mode", terms.stated_work_mode(prose), source, 0.5)
    for patterns, text, confidence in ((_TITLE_TYPES, title, 0.6), (_STATED_TYPES, prose, 0.45)):
        kind = next((kind for kind, pattern in patterns if pattern.search(text)), None)
        draft.offer("job_type", kind, source, confidence)
    draft.offer_salary(salary_in_title(title, country=country), source, 0.6)
    if not draft.has("salary"):
        draft.offer_salary(salary_in_prose(prose, country=country), source, 0.5)
    sections = split_sections(markdown)
    draft.offer("requirements", sections.requirements, source, 0.6)
    draft.offer("responsibilities", sections.responsibilities, source, 0.6)
    draft.offer("benefits", sections.benefits, source, 0.6)

"""Every text of a résumé with its path, its entry and the label a person knows it by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from careercoach_desktop.features.evidence.career.spans import label_of
from careercoach_desktop.features.resumes.model import Highlight, Location, ResumeData


class PassageKind(StrEnum):
    """What sort of text it is; NAME covers titles, employers, schools and other headings of entries."""

    SUMMARY = "summary"
    NAME = "name"
    BULLET = "bullet"
    PROSE = "prose"
    SKILL = "skill"
    LANGUAGE = "language"
    CERTIFICATE = "certificate"
    DEGREE = "degree"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Passage:
    """One text. ``entry`` is the id of the entry it belongs to (empty for the head of the résumé), ``list`` its
    list."""

    path: str
    label: str
    text: str
    kind: PassageKind
    entry: str = ""
    list: str = ""
    rank: int = 0
    """Place of a bullet within its entry; place of the entry in its list for other texts."""


def _bullets(label: str, entry: str, name: str, highlights: list[Highlight]) -> Iterator[Passage]:
    for rank, bullet in enumerate(highlights):
        yield Passage(bullet.id, label, bullet.text, PassageKind.BULLET, entry, name, rank)


def _head(resume: ResumeData) -> Iterator[Passage]:
    basics = resume.basics
    yield Passage("basics.label", "Headline", basics.label, PassageKind.SUMMARY)
    yield Passage("basics.summary", "Summary", basics.summary, PassageKind.SUMMARY)


def _work(resume: ResumeData) -> Iterator[Passage]:
    for rank, job in enumerate(resume.work):
        label = label_of(job.name or job.position, job)
        yield Passage(f"{job.id}.position", label, job.position, PassageKind.NAME, job.id, "work", rank)
        yield Passage(f"{job.id}.name", label, job.name, PassageKind.NAME, job.id, "work", rank)
        yield Passage(f"{job.id}.summary", label, job.summary, PassageKind.PROSE, job.id, "work", rank)
        yield from _bullets(label, job.id, "work", job.highlights)
        for word in job.technologies:
            yield Passage(f"{job.id}.technologies", label, word, PassageKind.SKILL, job.id, "work", rank)
    for rank, post in enumerate(resume.volunteer):
        label = label_of(post.organization or post.position, post)
        yield Passage(f"{post.id}.position", label, post.position, PassageKind.NAME, post.id, "volunteer", rank)
        yield Passage(f"{post.id}.organization", label, post.organization, PassageKind.NAME, post.id, "volunteer", rank)
        yield Passage(f"{post.id}.summary", label, post.summary, PassageKind.PROSE, post.id, "volunteer", rank)
        yield from _bullets(label, post.id, "volunteer", post.highlights)


def _projects(resume: ResumeData) -> Iterator[Passage]:
    for rank, project in enumerate(resume.projects):
        label = label_of(project.name, project)
        yield Passage(f"{project.id}.name", label, project.name, PassageKind.NAME, project.id, "projects", rank)
        yield Passage(f"{project.id}.entity", label, project.entity, PassageKind.NAME, project.id, "projects", rank)
        yield Passage(
            f"{project.id}.description", label, project.description, PassageKind.PROSE, project.id, "projects", rank
        )
        yield from _bullets(label, project.id, "projects", project.highlights)
        for word in (*project.keywords, *project.roles):
            yield Passage(f"{project.id}.keywords", label, word, PassageKind.SKILL, project.id, "projects", rank)


def _education(resume: ResumeData) -> Iterator[Passage]:
    for rank, school in enumerate(resume.education):
        label = label_of(school.institution or school.area, school)
        degree = " ".join(part for part in (school.study_type, school.area) if part)
        yield Passage(f"{school.id}.study_type", label, degree, PassageKind.DEGREE, school.id, "education", rank)
        yield Passage(
            f"{school.id}.institution", label, school.institution, PassageKind.NAME, school.id, "education", rank
        )
        yield from _bullets(label, school.id, "education", school.highlights)
        for course in school.courses:
            yield Passage(f"{school.id}.courses", label, course, PassageKind.OTHER, school.id, "education", rank)


def _lists(resume: ResumeData) -> Iterator[Passage]:
    for group in resume.skills:
        if group.keywords:
            yield Passage(f"{group.id}.name", "Skills", group.name, PassageKind.OTHER, group.id, "skills")
        for word in group.keywords or [group.name]:
            yield Passage(f"{group.id}.keywords", "Skills", word, PassageKind.SKILL, group.id, "skills")
    for paper in resume.certificates:
        label = ", ".join(part for part in ("Certificates", (paper.date or "")[:4]) if part)
        yield Passage(f"{paper.id}.name", label, paper.name, PassageKind.CERTIFICATE, paper.id, "certificates")
        yield Passage(f"{paper.id}.issuer", label, paper.issuer, PassageKind.OTHER, paper.id, "certificates")
    for tongue in resume.languages:
        text = " ".join(part for part in (tongue.language, tongue.fluency) if part)
        yield Passage(f"{tongue.id}.language", "Languages", text, PassageKind.LANGUAGE, tongue.id, "languages")


def _rest(resume: ResumeData) -> Iterator[Passage]:
    for work in resume.publications:
        label = ", ".join(part for part in ("Publications", (work.release_date or "")[:4]) if part)
        for text in (work.name, work.publisher, work.summary):
            yield Passage(f"{work.id}.name", label, text, PassageKind.OTHER, work.id, "publications")
    for award in resume.awards:
        label = ", ".join(part for part in ("Awards", (award.date or "")[:4]) if part)
        for text in (award.title, award.awarder, award.summary):
            yield Passage(f"{award.id}.title", label, text, PassageKind.OTHER, award.id, "awards")
    for interest in resume.interests:
        for text in (interest.name, *interest.keywords):
            yield Passage(f"{interest.id}.name", "Interests", text, PassageKind.OTHER, interest.id, "interests")
    for section in resume.sections:
        yield Passage(f"{section.id}.title", section.title, section.title, PassageKind.NAME, section.id, "sections")
        yield from _bullets(section.title, section.id, "sections", section.highlights)


def passages(resume: ResumeData, *, with_hidden: bool = False) -> list[Passage]:
    """Every text that stands in the résumé, in its order, empty ones left out; hidden ones only when asked for."""
    hidden = set() if with_hidden else set(resume.hidden)
    return [
        passage
        for part in (_head, _work, _projects, _education, _lists, _rest)
        for passage in part(resume)
        if passage.text.strip() and passage.path not in hidden and passage.entry not in hidden
    ]


def place_text(place: Location) -> str:
    """A location in one line."""
    return place.text or ", ".join(part for part in (place.city, place.region, place.country_code) if part)

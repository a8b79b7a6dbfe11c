"""Two versions of one résumé: the same entries by id, their fields, and the numbers of bullets that were reworded."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from careercoach_desktop.features.evidence.career import label_of
from careercoach_desktop.features.evidence.model import ClaimKind
from careercoach_desktop.features.evidence.truth.agreeing.numbers import other_numbers
from careercoach_desktop.features.evidence.truth.agreeing.positions import other_title
from careercoach_desktop.features.evidence.truth.agreeing.values import Disagreement
from careercoach_desktop.features.evidence.truth.levels import level_in
from careercoach_desktop.features.evidence.truth.records import same_name
from careercoach_desktop.features.evidence.vocabulary.degrees import highest_degree
from careercoach_desktop.features.evidence.vocabulary.tokens import stems
from careercoach_desktop.features.resumes.model import Education, Highlight, Project, ResumeData, Volunteer, Work

Dated = Work | Volunteer | Education | Project


def between_resumes(draft: ResumeData, base: ResumeData, name: str, where: str) -> Iterator[Disagreement]:
    """What the entries that both have say differently; hidden ones are not said."""
    known = {entry.id: entry for entry in _dated(base)}
    for entry in _dated(draft):
        other = known.get(entry.id)
        if entry.id not in draft.hidden and other is not None:
            yield from _entry(entry, other, name, where)
    yield from _papers(draft, base, name, where)
    texts = {bullet.id: bullet.text for entry in _dated(base) for bullet in entry.highlights}
    for entry in _dated(draft):
        shown = [bullet for bullet in entry.highlights if not {bullet.id, entry.id} & set(draft.hidden)]
        yield from _bullets(shown, texts, label_of(_name(entry), entry), name, where)


def _dated(resume: ResumeData) -> Iterator[Dated]:
    return chain(resume.work, resume.volunteer, resume.education, resume.projects)


def _name(entry: Dated) -> str:
    if isinstance(entry, Volunteer):
        return entry.organization
    return entry.institution if isinstance(entry, Education) else entry.name


def _entry(entry: Dated, other: Dated, name: str, where: str) -> Iterator[Disagreement]:
    about = label_of(_name(other), other)
    mine, theirs = _name(entry), _name(other)
    if mine and theirs and not same_name(mine, theirs) and not same_name(theirs, mine):
        yield Disagreement(ClaimKind.EMPLOYER, mine, theirs, name, where)
    if isinstance(entry, Work | Volunteer) and isinstance(other, Work | Volunteer):
        if entry.position and other.position and other_title(entry.position, other.position):
            yield Disagreement(ClaimKind.TITLE, entry.position, other.position, name, where, about)
    elif isinstance(entry, Education) and isinstance(other, Education):
        yield from _school(entry, other, name, where, about)
    for said, true in ((entry.start, other.start), (_end(entry), _end(other))):
        if said and true and not said.startswith(true) and not true.startswith(said):
            yield Disagreement(ClaimKind.DATE, said, true, name, where, about)


def _end(entry: Dated) -> str | None:
    return "now" if entry.current else entry.end


def _school(entry: Education, other: Education, name: str, where: str, about: str) -> Iterator[Disagreement]:
    mine, theirs = (" ".join(filter(None, (each.study_type, each.area))) for each in (entry, other))
    level, held = highest_degree(mine), highest_degree(theirs)
    if level != held and level is not None and held is not None:
        yield Disagreement(ClaimKind.DEGREE, mine, theirs, name, where, about)
    if entry.score and other.score and stems(entry.score) != stems(other.score):
        yield Disagreement(ClaimKind.NUMBER, entry.score, other.score, name, where, about)


def _papers(draft: ResumeData, base: ResumeData, name: str, where: str) -> Iterator[Disagreement]:
    dates = {paper.id: paper for paper in base.certificates}
    for paper in draft.certificates:
        said, true = paper.date, dates[paper.id].date if paper.id in dates else None
        if said and true and not said.startswith(true) and not true.startswith(said):
            yield Disagreement(ClaimKind.DATE, said, true, name, where, paper.name)
    levels = {tongue.id: tongue for tongue in base.languages}
    for tongue in draft.languages:
        held = levels.get(tongue.id)
        mine, theirs = level_in(tongue.fluency), level_in(held.fluency) if held else None
        if held is not None and mine is not None and theirs is not None and mine != theirs:
            yield Disagreement(ClaimKind.SKILL, tongue.fluency, held.fluency, name, where, held.language)


def _bullets(
    bullets: list[Highlight], texts: dict[str, str], about: str, name: str, where: str
) -> Iterator[Disagreement]:
    for bullet in bullets:
        if texts.get(bullet.id, bullet.text) != bullet.text:
            for here, there in other_numbers(bullet.text, texts[bullet.id]):
                yield Disagreement(ClaimKind.NUMBER, here, there, name, where, about)

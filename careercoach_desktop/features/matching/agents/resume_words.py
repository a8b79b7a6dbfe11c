"""A résumé as plain lines for a judge: what was done and learned, without name, address and whatever else leads to the
person. Hidden parts are left out: they are not on the page."""

from __future__ import annotations

from collections.abc import Iterator

from careercoach_desktop.features.resumes.model import Education, Project, ResumeData, Volunteer, Work

Entry = Work | Volunteer | Project


def resume_words(resume: ResumeData) -> str:
    """The same for the same résumé to the last letter, so that it can stay in the prompt cache."""
    return "\n".join(line for line in _lines(resume) if line)


def _lines(resume: ResumeData) -> Iterator[str]:
    yield _flat(resume.basics.label)
    yield _flat(resume.basics.summary)
    for heading, entries in (("Work", resume.work), ("Volunteering", resume.volunteer), ("Projects", resume.projects)):
        shown = [entry for entry in entries if entry.id not in resume.hidden]
        if shown:
            yield heading
        for entry in shown:
            yield from _entry(entry, resume.hidden)
    schools = [school for school in resume.education if school.id not in resume.hidden]
    if schools:
        yield "Education"
    for school in schools:
        yield _school(school)
    skills = [group for group in resume.skills if group.id not in resume.hidden]
    if skills:
        yield "Skills: " + "; ".join(", ".join(group.keywords or [group.name]) for group in skills)
    yield from _named("Certificates", [_joined(one.name, one.issuer, one.date) for one in resume.certificates])
    yield from _named("Languages", [_joined(one.language, one.fluency) for one in resume.languages])
    yield from _named("Awards", [_joined(one.title, one.awarder, one.date) for one in resume.awards])
    yield from _named("Publications", [_joined(one.name, one.publisher) for one in resume.publications])


def _entry(entry: Entry, hidden: list[str]) -> Iterator[str]:
    employer = entry.organization if isinstance(entry, Volunteer) else entry.name
    position = "" if isinstance(entry, Project) else entry.position
    yield f"{_joined(position, employer)} ({_dates(entry)})"
    yield _flat(entry.description if isinstance(entry, Project) else entry.summary)
    tools = entry.keywords if isinstance(entry, Project) else entry.technologies if isinstance(entry, Work) else []
    if tools:
        yield f"with {', '.join(tools)}"
    for highlight in entry.highlights:
        if highlight.id not in hidden:
            yield f"- {_flat(highlight.text)}"


def _school(school: Education) -> str:
    degree = " ".join(part for part in (school.study_type, school.area) if part)
    return f"{_joined(degree, school.institution)} ({_dates(school)})"


def _named(heading: str, items: list[str]) -> Iterator[str]:
    if items:
        yield f"{heading}: {'; '.join(items)}"


def _dates(entry: Entry | Education) -> str:
    end = "now" if entry.current else entry.end or ""
    return " – ".join(part for part in (entry.start or "", end) if part) or "undated"


def _joined(*parts: str | None) -> str:
    return ", ".join(_flat(part) for part in parts if part)


def _flat(text: str) -> str:
    return " ".join(text.split())

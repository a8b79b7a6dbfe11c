"""What a read résumé says otherwise than the invented person on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careercoach_desktop.features.resumes.model import ResumeData
from tests.features.resumes.reading.invented import Person
from tests.features.resumes.reading.other_layouts import Style


def differences(person: Person, look: Style, data: ResumeData) -> list[str]:
    """One sentence for every value that was not read as it is printed; empty when all is right."""
    return [*_who(person, data), *_jobs(person, look, data), *_studies(person, data), *_lists(person, data)]


def _words(text: str | None) -> str:
    return re.sub(r"\W+", " ", (text or "").casefold()).strip()


def _who(person: Person, data: ResumeData) -> Iterator[str]:
    basics = data.basics
    for name, got, want in (
        ("name", basics.name, person.name),
        ("headline", basics.label, person.headline),
        ("summary", basics.summary, person.summary),
        ("e-mail", basics.email, person.email),
    ):
        if _words(got) != _words(want):
            yield f"{name}: {got!r}, not {want!r}"
    if re.sub(r"\D", "", basics.phone) != re.sub(r"\D", "", person.phone):
        yield f"phone: {basics.phone!r}, not {person.phone!r}"
    links = [basics.url, *(profile.url for profile in basics.profiles)]
    if not any(person.link in link for link in links):
        yield f"links: {links}, without {person.link!r}"
    place = basics.location.text if basics.location else ""
    if _words(person.place) not in _words(place):
        yield f"place: {place!r}, not {person.place!r}"


def _iso(point: tuple[int, int] | None, look: Style) -> str | None:
    if point is None:
        return None
    year, month = point
    return f"{year}" if look.dates in {"years", "slash years"} else f"{year}-{month:02d}"


def _jobs(person: Person, look: Style, data: ResumeData) -> Iterator[str]:
    want = [(_words(job.employer), _words(job.title)) for job in person.jobs]
    got = [(_words(job.name), _words(job.position)) for job in data.work]
    if got != want:
        yield f"jobs: {got}, not {want}"
        return
    for job, read in zip(person.jobs, data.work, strict=True):
        dates = (_iso(job.start, look), _iso(job.end, look), job.end is None)
        if (read.start, read.end, read.current) != dates:
            yield f"dates of {job.title}: {(read.start, read.end, read.current)}, not {dates}"
        bullets = [_words(bullet.text) for bullet in read.highlights]
        if bullets != [_words(bullet) for bullet in job.bullets]:
            yield f"bullets of {job.title}: {bullets}, not {job.bullets}"


def _studies(person: Person, data: ResumeData) -> Iterator[str]:
    want = [_words(school.name) for school in person.schools]
    got = [_words(study.institution) for study in data.education]
    if got != want:
        yield f"schools: {got}, not {want}"
        return
    for school, study in zip(person.schools, data.education, strict=True):
        degree = _words(f"{study.study_type} {study.area}").split()
        if sorted(degree) != sorted(_words(f"{school.degree} {school.area}").split()):
            yield f"degree: {study.study_type!r} and {study.area!r}, not {school.degree!r} and {school.area!r}"
        if (study.start, study.end) != (str(school.start), str(school.end)):
            yield f"dates of {school.name}: {(study.start, study.end)}, not {(school.start, school.end)}"


def _lists(person: Person, data: ResumeData) -> Iterator[str]:
    skills = [word for skill in data.skills for word in (skill.keywords or [skill.name])]
    if sorted(map(_words, skills)) != sorted(map(_words, person.skills)):
        yield f"skills: {skills}, not {list(person.skills)}"
    tongues = [_words(language.language) for language in data.languages]
    if tongues != [_words(tongue.partition("(")[0]) for tongue in person.tongues]:
        yield f"languages: {tongues}, not {list(person.tongues)}"

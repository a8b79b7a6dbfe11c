"""A résumé as the fields of an application form: one value for each box, grouped as forms group them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeVar

from careercoach_desktop.features.resumes.model import (
    Award,
    Basics,
    Certificate,
    Education,
    Highlight,
    Interest,
    Language,
    Project,
    Publication,
    Reference,
    ResumeData,
    Section,
    Skill,
    Volunteer,
    Work,
)
from careercoach_desktop.features.resumes.typeset.labels import country, label, month
from careercoach_desktop.features.resumes.writing.plain import BULLET

DateStyle = Literal["iso", "words", "slashes"]
DATE_STYLES: tuple[tuple[DateStyle, str], ...] = (
    ("iso", "2021-03"),
    ("words", "Mar 2021"),
    ("slashes", "03/2021"),
)
"""Each way to write a date, with an example."""


@dataclass(frozen=True, slots=True)
class FormField:
    """What stands before the box, and what goes into it."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class FormGroup:
    """A part of a form; ``section`` is the part (“Experience”), ``title`` which one of several (“Brightwater”)."""

    section: str
    title: str
    fields: tuple[FormField, ...]


class _Named(Protocol):
    @property
    def id(self) -> str: ...


NamedT = TypeVar("NamedT", bound=_Named)
_Pairs = Iterable[tuple[str, str]]


def form_groups(data: ResumeData, dates: DateStyle = "iso") -> tuple[FormGroup, ...]:
    """Every value of ``data`` that is not hidden, without empty boxes and empty groups."""
    return tuple(group for group in _Form(data, dates).groups() if group.fields)


def parted_name(name: str) -> tuple[str, str]:
    """First and last names as most forms want them; small words (“van der”, “de la”) belong to the last name.

    A name of one word, or written without blanks as in Chinese, has no parts: ``("", "")``.
    """
    words = name.split()
    if len(words) < 2:
        return "", ""
    first = len(words) - 1
    while first > 1 and words[first - 1].islower():
        first -= 1
    return " ".join(words[:first]), " ".join(words[first:])


class _Form:
    """Takes one résumé apart."""

    def __init__(self, data: ResumeData, dates: DateStyle) -> None:
        self._data = data
        self._dates = dates
        self._hidden = set(data.hidden)

    def groups(self) -> Iterable[FormGroup]:
        data = self._data
        yield _group("Contact", "", self._contact(data.basics))
        yield _group("Summary", "", [("Summary", data.basics.summary)])
        yield from (_group("Experience", each.name or each.position, self._work(each)) for each in self._in(data.work))
        yield from (_group("Education", each.institution, self._education(each)) for each in self._in(data.education))
        yield _group("Skills", "", self._skills(self._in(data.skills)))
        yield _group("Languages", "", self._languages(self._in(data.languages)))
        yield from (_group("Projects", each.name, self._project(each)) for each in self._in(data.projects))
        yield from (_group("Certificates", each.name, self._certificate(each)) for each in self._in(data.certificates))
        yield from (_group("Publications", each.name, self._publication(each)) for each in self._in(data.publications))
        yield from (_group("Awards", each.title, self._award(each)) for each in self._in(data.awards))
        volunteering = self._in(data.volunteer)
        yield from (_group("Volunteering", each.organization, self._volunteer(each)) for each in volunteering)
        yield _group("Interests", "", self._interests(self._in(data.interests)))
        yield from (_group("References", each.name, self._reference(each)) for each in self._in(data.references))
        yield from (_group(each.title or "More", "", self._section(each)) for each in self._in(data.sections))

    def _in(self, entries: Sequence[NamedT]) -> list[NamedT]:
        return [entry for entry in entries if entry.id not in self._hidden]

    def _contact(self, basics: Basics) -> _Pairs:
        first, last = parted_name(basics.name)
        place = basics.location
        yield from [("Full name", basics.name), ("First name", first), ("Last name", last), ("Headline", basics.label)]
        yield from [("E-mail", basics.email), ("Phone", basics.phone), ("Place", place.text), ("Street", place.address)]
        yield from [("Postcode", place.postal_code), ("City", place.city), ("Region", place.region)]
        yield "Country", country(place.country_code, self._data.language)
        yield "Website", basics.url
        for profile in self._in(basics.profiles):
            yield profile.network or "Link", profile.url or profile.username

    def _work(self, work: Work) -> _Pairs:
        yield from [("Employer", work.name), ("Job title", work.position), ("Place", work.location)]
        yield from self._period(work)
        yield "Description", self._description(work.summary, work.highlights)
        yield from [("Technologies", ", ".join(work.technologies)), ("Employer’s website", work.url)]

    def _education(self, education: Education) -> _Pairs:
        yield from [("School", education.institution), ("Degree", education.study_type), ("Subject", education.area)]
        yield "Place", education.location
        yield from self._period(education)
        yield from [("Grade", education.score), ("Courses", ", ".join(education.courses))]
        yield "Description", self._description("", education.highlights)

    def _skills(self, groups: Sequence[Skill]) -> _Pairs:
        every = [word for group in groups for word in (group.keywords or [group.name]) if word]
        yield "All skills", ", ".join(every)
        named = [group for group in groups if group.keywords and group.name]
        if len(named) > 1:
            yield from ((group.name, ", ".join(group.keywords)) for group in named)

    @staticmethod
    def _languages(languages: Sequence[Language]) -> _Pairs:
        return [(each.language, each.fluency or each.language) for each in languages]

    def _project(self, project: Project) -> _Pairs:
        yield from [("Project", project.name), ("Role", ", ".join(project.roles)), ("For", project.entity)]
        yield from self._period(project)
        yield "Description", self._description(project.description, project.highlights)
        yield from [("Technologies", ", ".join(project.keywords)), ("Link", project.url)]

    def _certificate(self, certificate: Certificate) -> _Pairs:
        yield from [("Certificate", certificate.name), ("Issued by", certificate.issuer)]
        yield from [("Date", self._date(certificate.date)), ("Link", certificate.url)]

    def _publication(self, publication: Publication) -> _Pairs:
        yield from [("Title", publication.name), ("Publisher", publication.publisher)]
        yield from [("Date", self._date(publication.release_date)), ("Link", publication.url)]
        yield "Description", publication.summary

    def _award(self, award: Award) -> _Pairs:
        yield from [("Award", award.title), ("Given by", award.awarder), ("Date", self._date(award.date))]
        yield "Description", award.summary

    def _volunteer(self, volunteer: Volunteer) -> _Pairs:
        yield from [("Organisation", volunteer.organization), ("Role", volunteer.position)]
        yield from self._period(volunteer)
        yield "Description", self._description(volunteer.summary, volunteer.highlights)
        yield "Website", volunteer.url

    @staticmethod
    def _interests(interests: Sequence[Interest]) -> _Pairs:
        yield "Interests", ", ".join(each.name or ", ".join(each.keywords) for each in interests)

    @staticmethod
    def _reference(reference: Reference) -> _Pairs:
        return [("Name", reference.name), ("What they say", reference.reference)]

    def _section(self, section: Section) -> _Pairs:
        yield section.title or "Text", "\n".join(each.text.strip() for each in self._in(section.highlights))

    def _period(self, entry: Work | Education | Project | Volunteer) -> _Pairs:
        yield "From", self._date(entry.start)
        yield "To", label("present", self._data.language) if entry.current else self._date(entry.end)

    def _date(self, value: str | None) -> str:
        """A partial date as chosen. Only the first way has room for a day; the others say the month, as forms ask."""
        if not value or self._dates == "iso" or len(value) == 4:
            return value or ""
        if self._dates == "words":
            return month(value, self._data.language)
        return f"{value[5:7]}/{value[:4]}"

    def _description(self, text: str, bullets: Sequence[Highlight]) -> str:
        points = [f"{BULLET}{' '.join(each.text.split())}" for each in self._in(bullets) if each.text.strip()]
        return "\n".join([*([text.strip()] if text.strip() else []), *points])


def _group(section: str, title: str, pairs: _Pairs) -> FormGroup:
    fields = (FormField(name, value.strip()) for name, value in pairs)
    return FormGroup(section, title, tuple(field for field in fields if field.value))

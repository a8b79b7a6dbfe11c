"""What stands on the page, whatever the page is made of: sections, entries, rows and lines, all of it plain text.

``compose`` decides once what is shown, in which order and in which words; the Typst templates and the DOCX writer only
decide how it looks. So both formats say the same, and reading one back can be compared with the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field, replace
from typing import Protocol, TypeVar

from careercoach_desktop.features.resumes.model import (
    Award,
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
from careercoach_desktop.features.resumes.typeset.labels import country, label, month, period

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What neither XML nor a page can hold."""


@dataclass(frozen=True, slots=True)
class Linked:
    """A piece of text, with the address it leads to (or none)."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A label and its values: one line of the skills grid, or a detail under an entry. The label may be empty."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One employer, school, project … ``compact`` ones put the subtitle on the line of the title."""

    title: Linked
    subtitle: str = ""
    date: str = ""
    place: Linked = Linked("")
    text: str = ""
    bullets: tuple[str, ...] = ()
    details: tuple[Row, ...] = ()
    compact: bool = False


@dataclass(frozen=True, slots=True)
class SheetSection:
    """A heading and what follows it, in the order of the fields."""

    kind: str
    title: str
    paragraphs: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    rows: tuple[Row, ...] = ()
    bullets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole résumé ready to be set."""

    name: str
    label: str
    contact: tuple[Linked, ...]
    sections: tuple[SheetSection, ...] = field(default=())
    language: str = "en"

    def as_json(self) -> dict[str, object]:
        """Plain dicts and lists, for the templates."""
        return asdict(self)


def compose(data: ResumeData) -> Sheet:
    """The sheet of ``data`` without anything hidden and without empty places."""
    return _Composer(data).sheet()


def shown_address(url: str) -> str:
    """An address as people print it: ``https://www.marsh.example/`` → ``marsh.example``."""
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", _line(url), flags=re.IGNORECASE).rstrip("/")


def link_target(url: str) -> str:
    """An address that opens: ``marsh.example`` → ``https://marsh.example``; empty for schemes other than the web's."""
    url = _line(url)
    if re.match(r"^https?://\S+$", url, flags=re.IGNORECASE):
        return url
    return f"https://{url}" if re.match(r"^[\w-]+(\.[\w-]+)+(/\S*)?$", url) else ""


def _address(url: str) -> Linked:
    return Linked(shown_address(url), link_target(url))


def _line(text: str) -> str:
    """One line of text: line breaks, runs of blanks and control characters of its source mean nothing here."""
    return " ".join(_UNPRINTABLE.sub("", " ".join(text.split())).split())


def _joined(parts: Iterable[str], separator: str = ", ") -> str:
    return separator.join(part for part in (_line(part) for part in parts) if part)


def _listed(words: Iterable[str]) -> str:
    """Words in a row, separated by commas, or by semicolons when a word has a comma of its own."""
    kept = [_line(word) for word in words if word.strip()]
    return ("; " if any("," in re.sub(r"\([^)]*\)", "", word) for word in kept) else ", ").join(kept)


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(_line(part) for part in re.split(r"\n\s*\n", text) if part.strip())


class _Named(Protocol):
    """Anything that can be hidden."""

    @property
    def id(self) -> str: ...


NamedT = TypeVar("NamedT", bound=_Named)


class _Composer:
    """Turns each part of the data into its section; ``None`` where there is nothing to say."""

    def __init__(self, data: ResumeData) -> None:
        self._data = data
        self._hidden = set(data.hidden)
        self._language = data.language

    def sheet(self) -> Sheet:
        data = self._data
        study_first = not self._visible(data.work)
        education = self._entries("education", self._visible(data.education), self._education)
        sections = [
            self._summary(),
            education if study_first else None,
            self._entries("work", self._visible(data.work), self._work),
            self._entries("projects", self._visible(data.projects), self._project),
            self._skills(),
            None if study_first else education,
            self._entries("certificates", self._visible(data.certificates), self._certificate),
            self._entries("publications", self._visible(data.publications), self._publication),
            self._entries("awards", self._visible(data.awards), self._award),
            self._entries("volunteer", self._visible(data.volunteer), self._volunteer),
            self._one_line("languages", [self._spoken(each) for each in self._visible(data.languages)]),
            self._one_line("interests", [self._interest(each) for each in self._visible(data.interests)]),
            *(self._custom(each) for each in self._visible(data.sections)),
            self._entries("references", self._visible(data.references), self._reference),
        ]
        return Sheet(
            name=_line(data.basics.name),
            label=_line(data.basics.label),
            contact=tuple(self._contact()),
            sections=tuple(section for section in sections if section is not None),
            language=self._language,
        )

    def _visible(self, entries: list[NamedT]) -> list[NamedT]:
        return [entry for entry in entries if entry.id not in self._hidden]

    def _bullets(self, highlights: list[Highlight]) -> tuple[str, ...]:
        return tuple(_line(each.text) for each in self._visible(highlights) if each.text.strip())

    def _when(self, entry: Work | Volunteer | Education | Project) -> str:
        return period(entry.start, entry.end, current=entry.current, language=self._language)

    def _label(self, name: str) -> str:
        return label(name, self._language)

    def _contact(self) -> list[Linked]:
        basics = self._data.basics
        place = basics.location
        where = place.text or _joined(
            [
                place.address,
                _joined([place.postal_code, place.city], " "),
                place.region,
                country(place.country_code, self._language),
            ]
        )
        profiles = [
            _address(each.url) if each.url else Linked(_joined([each.network, each.username], ": "))
            for each in self._visible(basics.profiles)
        ]
        email, number = _line(basics.email), re.sub(r"[^\d+]", "", basics.phone)
        items = [
            Linked(_line(where)),
            Linked(email, f"mailto:{email}" if re.fullmatch(r"[^\s@]+@[^\s@]+", email) else ""),
            Linked(_line(basics.phone), f"tel:{number}" if number else ""),
            _address(basics.url),
            *profiles,
        ]
        return [item for item in items if item.text]

    def _summary(self) -> SheetSection | None:
        text = _paragraphs(self._data.basics.summary)
        return SheetSection("summary", self._label("summary"), paragraphs=text) if text else None

    def _entries(self, kind: str, values: list[NamedT], make: Callable[[NamedT], Entry]) -> SheetSection | None:
        entries = tuple(entry for entry in map(make, values) if _says_something(entry))
        return SheetSection(kind, self._label(kind), entries=entries) if entries else None

    def _one_line(self, kind: str, parts: list[str]) -> SheetSection | None:
        text = _listed(parts)
        return SheetSection(kind, self._label(kind), paragraphs=(text,)) if text else None

    def _work(self, work: Work) -> Entry:
        return replace(
            self._titled([work.name, work.position], work.url),
            date=self._when(work),
            place=Linked(_line(work.location)),
            text=_line(work.summary),
            bullets=self._bullets(work.highlights),
            details=self._details(technologies=work.technologies),
        )

    def _volunteer(self, volunteer: Volunteer) -> Entry:
        return replace(
            self._titled([volunteer.organization, volunteer.position], volunteer.url),
            date=self._when(volunteer),
            text=_line(volunteer.summary),
            bullets=self._bullets(volunteer.highlights),
        )

    def _education(self, education: Education) -> Entry:
        degree = _joined([_joined([education.study_type, education.area], " "), education.score])
        return replace(
            self._titled([education.institution, degree], education.url),
            date=self._when(education),
            place=Linked(_line(education.location)),
            bullets=self._bullets(education.highlights),
            details=self._details(courses=education.courses),
        )

    def _project(self, project: Project) -> Entry:
        return replace(
            self._titled([project.name, _joined([*project.roles, project.entity])]),
            date=self._when(project),
            place=_address(project.url),
            text=_line(project.description),
            bullets=self._bullets(project.highlights),
            details=self._details(technologies=project.keywords),
        )

    def _certificate(self, certificate: Certificate) -> Entry:
        return replace(
            self._titled([certificate.name, certificate.issuer], certificate.url),
            date=month(certificate.date, self._language) if certificate.date else "",
            compact=True,
        )

    def _publication(self, publication: Publication) -> Entry:
        return replace(
            self._titled([publication.name, publication.publisher]),
            date=month(publication.release_date, self._language) if publication.release_date else "",
            place=_address(publication.url),
            text=_line(publication.summary),
        )

    def _award(self, award: Award) -> Entry:
        return replace(
            self._titled([award.title, award.awarder]),
            date=month(award.date, self._language) if award.date else "",
            text=_line(award.summary),
            compact=True,
        )

    def _reference(self, reference: Reference) -> Entry:
        return replace(self._titled([reference.name]), text=_line(reference.reference))

    def _custom(self, section: Section) -> SheetSection | None:
        title, shown = _line(section.title), [each for each in self._visible(section.highlights) if each.text.strip()]
        entries = tuple(entry for each in shown if (entry := _dated_entry(each.text)) is not None)
        if entries and len(entries) == len(shown):
            return SheetSection("custom", title, entries=entries)
        return SheetSection("custom", title, bullets=self._bullets(section.highlights)) if shown else None

    def _titled(self, names: list[str], url: str = "") -> Entry:
        """An entry whose first known name is its title, so that a missing employer leaves no hole."""
        title, subtitle = [*(name for name in map(_line, names) if name), "", ""][:2]
        return Entry(Linked(title, link_target(url)), subtitle)

    def _details(self, **lists: list[str]) -> tuple[Row, ...]:
        return tuple(Row(self._label(name), _listed(words)) for name, words in lists.items() if _listed(words))

    def _skills(self) -> SheetSection | None:
        groups: list[Skill] = self._visible(self._data.skills)
        singles = _listed(
            f"{skill.name} ({skill.level})" if skill.level else skill.name for skill in groups if not skill.keywords
        )
        rows = [Row(_line(skill.name), _listed(skill.keywords)) for skill in groups if _listed(skill.keywords)]
        if not rows and not singles:
            return None
        return SheetSection("skills", self._label("skills"), paragraphs=(singles,) if singles else (), rows=tuple(rows))

    @staticmethod
    def _spoken(language: Language) -> str:
        return (
            f"{_line(language.language)} ({_line(language.fluency)})" if language.fluency else _line(language.language)
        )

    @staticmethod
    def _interest(interest: Interest) -> str:
        words = _listed(interest.keywords)
        return f"{_line(interest.name)} ({words})" if words and interest.name else _line(interest.name) or words


_DATED = re.compile(r"(?P<what>.+?)\s+·\s+(?P<date>[^·]{0,24}(?:19|20)\d\d(?:\s*[-–—]\s*[^·]{1,14})?)")
_BETWEEN_NAMES = re.compile(r"\s+[-–—·|]\s+")


def _dated_entry(text: str) -> Entry | None:
    """``Talk — Meetup, Leeds · Oct 2024`` and, on the next line, what it was about; None for any other text."""
    first, *more = text.strip().split("\n")
    found = _DATED.fullmatch(_line(first))
    if found is None:
        return None
    title, *names = _BETWEEN_NAMES.split(found["what"])
    return Entry(Linked(title), _joined(names), found["date"], text=_line(" ".join(more)), compact=True)


def _says_something(entry: Entry) -> bool:
    return bool(entry.title.text or entry.text or entry.bullets or entry.details)

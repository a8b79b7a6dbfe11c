"""From the data to the sheet: what is shown, in which order and in which words, decided once for every format."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
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
    ResumeStyle,
    Section,
    Skill,
    Volunteer,
    WebProfile,
    Work,
)
from careercoach_desktop.features.resumes.typeset.labels import country, label, month, period
from careercoach_desktop.features.resumes.typeset.lines import (
    address,
    dated,
    line,
    link_target,
    marked,
    paragraphs,
    picture,
    separator_for,
)
from careercoach_desktop.features.resumes.typeset.sheet import (
    NOTHING,
    Entry,
    Row,
    Said,
    Sheet,
    SheetSection,
    enclosed,
    followed,
    joined,
    said,
)

_NAMED_GRADE = re.compile(r"[^\W\d_]{2}[^\d]*\d")
"""``GPA 3.9``: a grade that says itself what it is."""


def compose(data: ResumeData, style: ResumeStyle | None = None) -> Sheet:
    """The sheet of ``data`` in the order of ``style``, without what is hidden or left out and without empty places."""
    return _Composer(data, style or ResumeStyle()).sheet()


class _Named(Protocol):
    """Anything that can be hidden."""

    @property
    def id(self) -> str: ...


NamedT = TypeVar("NamedT", bound=_Named)


class _Composer:
    """Turns each part of the data into its section; ``None`` where there is nothing to say."""

    def __init__(self, data: ResumeData, style: ResumeStyle) -> None:
        self._data = data
        self._style = style
        self._hidden = set(data.hidden)
        self._language = data.language

    def sheet(self) -> Sheet:
        basics = self._data.basics
        return Sheet(
            name=said(line(basics.name), "basics.name"),
            label=said(line(basics.label), "basics.label"),
            contact=tuple(item for item in self._contact() if item),
            contact_title=self._label("contact"),
            sections=self._in_order([section for section in self._sections() if section is not None]),
            language=self._language,
            photo=picture(basics.image) if self._style.photo else b"",
        )

    def _sections(self) -> list[SheetSection | None]:
        data = self._data
        study_first = not self._visible(data.work)
        education = self._entries("education", data.education, self._education)
        return [
            self._summary(),
            education if study_first else None,
            self._entries("work", data.work, self._work),
            self._entries("projects", data.projects, self._project),
            self._skills(),
            None if study_first else education,
            self._entries("certificates", data.certificates, self._certificate),
            self._entries("publications", data.publications, self._publication),
            self._entries("awards", data.awards, self._award),
            self._entries("volunteer", data.volunteer, self._volunteer),
            self._in_a_line("languages", [self._spoken(each) for each in self._visible(data.languages)]),
            self._in_a_line("interests", [self._interest(each) for each in self._visible(data.interests)]),
            *(self._custom(each) for each in self._visible(data.sections)),
            self._entries("references", data.references, self._reference),
        ]

    def _in_order(self, sections: list[SheetSection]) -> tuple[SheetSection, ...]:
        """As the style wants them: first those it names, then the rest as usual."""
        wanted, left_out = self._style.order, set(self._style.left_out)

        def rank(section: SheetSection) -> int:
            return wanted.index(section.key) if section.key in wanted else len(wanted)

        return tuple(sorted((each for each in sections if each.key not in left_out), key=rank))

    def _visible(self, entries: list[NamedT]) -> list[NamedT]:
        return [entry for entry in entries if entry.id not in self._hidden]

    def _bullets(self, highlights: list[Highlight]) -> tuple[Said, ...]:
        return tuple(text for each in self._visible(highlights) if (text := marked(each)))

    def _when(self, entry: Work | Volunteer | Education | Project) -> Said:
        text = period(entry.start, entry.end, current=entry.current, language=self._language)
        return said(text, f"{entry.id}.start" if entry.start else f"{entry.id}.end")

    def _month(self, value: str | None, path: str) -> Said:
        return said(month(value, self._language) if value else "", path)

    def _label(self, name: str) -> Said:
        return said(label(name, self._language))

    def _heading(self, kind: str) -> Said:
        return said(label(kind, self._language), kind)

    def _contact(self) -> list[Said]:
        basics = self._data.basics
        place = basics.location
        where = place.text or ", ".join(
            part
            for part in (
                line(place.address),
                line(f"{place.postal_code} {place.city}"),
                line(place.region),
                country(place.country_code, self._language),
            )
            if part
        )
        email, number = line(basics.email), re.sub(r"[^\d+]", "", basics.phone)
        is_mail = re.fullmatch(r"[^\s@]+@[^\s@]+", email) is not None
        return [
            said(line(where), "basics.location"),
            said(email, "basics.email", f"mailto:{email}" if is_mail else ""),
            said(line(basics.phone), "basics.phone", f"tel:{number}" if number else ""),
            address(basics.url, "basics.url"),
            *(self._profile(each) for each in self._visible(basics.profiles)),
        ]

    @staticmethod
    def _profile(profile: WebProfile) -> Said:
        if profile.url:
            return address(profile.url, f"{profile.id}.url")
        words = ": ".join(part for part in (line(profile.network), line(profile.username)) if part)
        return said(words, f"{profile.id}.network")

    def _summary(self) -> SheetSection | None:
        text = tuple(said(part, "basics.summary") for part in paragraphs(self._data.basics.summary))
        return SheetSection("summary", "summary", self._heading("summary"), paragraphs=text) if text else None

    def _entries(self, kind: str, values: list[NamedT], make: Callable[[NamedT], Entry]) -> SheetSection | None:
        entries = tuple(entry for entry in map(make, self._visible(values)) if _says_something(entry))
        return SheetSection(kind, kind, self._heading(kind), entries=entries) if entries else None

    def _in_a_line(self, kind: str, parts: list[Said]) -> SheetSection | None:
        text = joined(parts, separator_for((part.text for part in parts), self._language))
        return SheetSection(kind, kind, self._heading(kind), paragraphs=(text,)) if text else None

    def _work(self, work: Work) -> Entry:
        return replace(
            self._titled(work.id, work.url, name=work.name, position=work.position),
            date=self._when(work),
            place=said(line(work.location), f"{work.id}.location"),
            text=said(line(work.summary), f"{work.id}.summary"),
            bullets=self._bullets(work.highlights),
            details=self._details(work.id, technologies=work.technologies),
        )

    def _volunteer(self, volunteer: Volunteer) -> Entry:
        return replace(
            self._titled(volunteer.id, volunteer.url, organization=volunteer.organization, position=volunteer.position),
            date=self._when(volunteer),
            text=said(line(volunteer.summary), f"{volunteer.id}.summary"),
            bullets=self._bullets(volunteer.highlights),
        )

    def _education(self, education: Education) -> Entry:
        own = education.id
        study = joined(
            [said(line(education.study_type), f"{own}.study_type"), said(line(education.area), f"{own}.area")], " "
        )
        return replace(
            _headed([said(line(education.institution), f"{own}.institution"), study], education.url),
            date=self._when(education),
            place=said(line(education.location), f"{own}.location"),
            bullets=self._bullets(education.highlights),
            details=(*self._grade(education), *self._details(own, courses=education.courses)),
        )

    def _grade(self, education: Education) -> tuple[Row, ...]:
        """On a line of its own: behind the degree, ``BSc Physics, 1.3`` is a subject to whoever reads it back."""
        score = line(education.score)
        if not score:
            return ()
        named = _NAMED_GRADE.match(score) is not None
        return (Row(NOTHING if named else self._label("score"), said(score, f"{education.id}.score")),)

    def _project(self, project: Project) -> Entry:
        own = project.id
        roles = joined(
            [*(said(line(role), f"{own}.roles") for role in project.roles), said(line(project.entity), f"{own}.entity")]
        )
        return replace(
            _headed([said(line(project.name), f"{own}.name"), roles]),
            date=self._when(project),
            place=address(project.url, f"{own}.url"),
            text=said(line(project.description), f"{own}.description"),
            bullets=self._bullets(project.highlights),
            details=self._details(own, technologies=project.keywords, path="keywords"),
        )

    def _certificate(self, certificate: Certificate) -> Entry:
        return replace(
            self._titled(certificate.id, certificate.url, name=certificate.name, issuer=certificate.issuer),
            date=self._month(certificate.date, f"{certificate.id}.date"),
            compact=True,
        )

    def _publication(self, publication: Publication) -> Entry:
        own = publication.id
        return replace(
            self._titled(own, name=publication.name, publisher=publication.publisher),
            date=self._month(publication.release_date, f"{own}.release_date"),
            place=address(publication.url, f"{own}.url"),
            text=said(line(publication.summary), f"{own}.summary"),
        )

    def _award(self, award: Award) -> Entry:
        return replace(
            self._titled(award.id, title=award.title, awarder=award.awarder),
            date=self._month(award.date, f"{award.id}.date"),
            text=said(line(award.summary), f"{award.id}.summary"),
            compact=True,
        )

    def _reference(self, reference: Reference) -> Entry:
        text = said(line(reference.reference), f"{reference.id}.reference")
        return replace(self._titled(reference.id, name=reference.name), text=text)

    def _custom(self, section: Section) -> SheetSection | None:
        title = said(line(section.title), f"{section.id}.title")
        shown = [each for each in self._visible(section.highlights) if each.text.strip()]
        entries = tuple(entry for each in shown if (entry := _dated_entry(each)) is not None)
        if entries and len(entries) == len(shown):
            return SheetSection("custom", section.id, title, entries=entries)
        bullets = self._bullets(section.highlights)
        return SheetSection("custom", section.id, title, bullets=bullets) if bullets else None

    @staticmethod
    def _titled(own: str, url: str = "", **names: str) -> Entry:
        return _headed([said(line(text), f"{own}.{name}") for name, text in names.items()], url)

    def _details(self, own: str, path: str = "", **lists: list[str]) -> tuple[Row, ...]:
        return tuple(
            Row(self._label(name), text)
            for name, words in lists.items()
            if (text := self._listed(words, f"{own}.{path or name}"))
        )

    def _skills(self) -> SheetSection | None:
        groups: list[Skill] = self._visible(self._data.skills)
        single = [_with_note(each.name, each.level, each.id, "name", "level") for each in groups if not each.keywords]
        singles = joined(single, separator_for((part.text for part in single), self._language))
        rows = tuple(
            Row(said(line(group.name), f"{group.id}.name"), text)
            for group in groups
            if (text := self._listed(group.keywords, f"{group.id}.keywords"))
        )
        if not rows and not singles:
            return None
        lines = (singles,) if singles else ()
        return SheetSection("skills", "skills", self._heading("skills"), paragraphs=lines, rows=rows)

    @staticmethod
    def _spoken(language: Language) -> Said:
        return _with_note(language.language, language.fluency, language.id, "language", "fluency")

    def _listed(self, words: Iterable[str], path: str) -> Said:
        """Words of one value in a row, a piece each, so that a line breaks between them."""
        kept = [word for word in map(line, words) if word]
        return joined((said(word, path) for word in kept), separator_for(kept, self._language))

    def _interest(self, interest: Interest) -> Said:
        words = self._listed(interest.keywords, f"{interest.id}.keywords")
        name = said(line(interest.name), f"{interest.id}.name")
        return Said((*name.pieces, *enclosed(" (", words, ")").pieces)) if name else words


def _headed(names: list[Said], url: str = "") -> Entry:
    """An entry whose first known name is its title, so that a missing employer leaves no hole."""
    title, subtitle = [*(name for name in names if name), NOTHING, NOTHING][:2]
    return Entry(followed(title, link_target(url)), subtitle)


def _with_note(name: str, note: str, own: str, name_field: str, note_field: str) -> Said:
    """``English (native)``."""
    main, aside = said(line(name), f"{own}.{name_field}"), said(line(note), f"{own}.{note_field}")
    return Said((*main.pieces, *enclosed(" (", aside, ")").pieces)) if main else NOTHING


def _dated_entry(bullet: Highlight) -> Entry | None:
    """``Talk — Meetup, Leeds · Oct 2024`` and, on the next line, what it was about; None for any other text."""
    found = dated(bullet.text)
    if found is None:
        return None
    title, names, date, text = (said(part, bullet.id) for part in found)
    return Entry(title, names, date, text=text, compact=True)


def _says_something(entry: Entry) -> bool:
    return bool(entry.title or entry.text or entry.bullets or entry.details)

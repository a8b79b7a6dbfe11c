"""A résumé written out line by line, each with a short name that leads back to the value.

``w1.2`` is the second bullet of the first job. The names are the same for the same résumé whatever it is judged for,
so what is sent first never changes. Name, address and the like are not written out: no judgement needs them. Hidden
parts have no line: they are not on the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from careercoach_desktop.features.evidence.model import Quote
from careercoach_desktop.features.evidence.service import label_of
from careercoach_desktop.features.resumes.model import (
    Education,
    Highlight,
    Project,
    ResumeData,
    Section,
    Volunteer,
    Work,
)

NOTES = "profile.notes"
_SUMMARY = "summary"

_Entry = Work | Volunteer | Project


@dataclass(frozen=True, slots=True)
class Line:
    """A value by its name; ``is_text``: prose that may be worded anew. ``entry`` is the id of what it stands in."""

    path: str
    label: str
    text: str
    is_text: bool = False
    entry: str = ""

    @property
    def quote(self) -> Quote:
        return Quote(path=self.path, label=self.label, text=self.text)


@dataclass(slots=True)
class Listing:
    """Built with ``of``; ``text`` and ``notes`` are what is sent, ``lines`` leads back."""

    lines: dict[str, Line] = field(default_factory=dict)
    written: list[str] = field(default_factory=list)
    noted: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, resume: ResumeData, notes: str = "") -> Listing:
        listing = cls()
        hidden = set(resume.hidden)
        listing._head(resume)
        for letter, entries in (("w", resume.work), ("v", resume.volunteer), ("p", resume.projects)):
            for number, entry in enumerate((each for each in entries if each.id not in hidden), 1):
                listing._entry(f"{letter}{number}", entry, hidden)
        for number, school in enumerate((each for each in resume.education if each.id not in hidden), 1):
            listing._school(f"e{number}", school, hidden)
        for number, group in enumerate((each for each in resume.skills if each.id not in hidden), 1):
            words = ", ".join(group.keywords or [group.name])
            heading = f"{group.name}: " if group.keywords and group.name else ""
            listing._put(f"s{number}", Line(f"{group.id}.keywords", "Skills", words), heading + words)
        listing._papers(resume, hidden)
        for number, section in enumerate((each for each in resume.sections if each.id not in hidden), 1):
            listing._section(f"x{number}", section, hidden)
        for number, fact in enumerate((line.strip() for line in notes.splitlines() if line.strip()), 1):
            listing.lines[f"n{number}"] = Line(NOTES, "Your notes", fact)
            listing.noted.append(f"n{number} {fact}")
        return listing

    @property
    def text(self) -> str:
        return "\n".join(self.written)

    @property
    def notes(self) -> str:
        return "\n".join(self.noted)

    def quoted(self, names: Iterable[str]) -> list[Quote]:
        """The person's own words behind these names, each once; unknown names are left out."""
        return list(dict.fromkeys(self.lines[name].quote for name in names if name in self.lines))

    def _put(self, name: str, line: Line, shown: str = "") -> None:
        if line.text.strip():
            self.lines[name] = line
            self.written.append(f"{name} {_flat(shown or line.text)}")

    def _head(self, resume: ResumeData) -> None:
        self._put("headline", Line("basics.label", "Headline", resume.basics.label, is_text=True))
        self._put(_SUMMARY, Line("basics.summary", "Summary", resume.basics.summary, is_text=True))
        if not resume.basics.summary.strip():
            self.lines[_SUMMARY] = Line("basics.summary", "Summary", "", is_text=True)
            self.written.append(f"{_SUMMARY} (there is none)")

    def _entry(self, name: str, entry: _Entry, hidden: set[str]) -> None:
        organization = entry.organization if isinstance(entry, Volunteer) else entry.name
        position = "" if isinstance(entry, Project) else entry.position
        label = label_of(organization or position, entry)
        title = ", ".join(part for part in (position, organization) if part) or "(no title)"
        path = f"{entry.id}.position" if position else f"{entry.id}.name"
        self._put(name, Line(path, label, title, entry=entry.id), f"{title} ({_dates(entry)})")
        about, where = (entry.description, "description") if isinstance(entry, Project) else (entry.summary, "summary")
        self._put(f"{name}.0", Line(f"{entry.id}.{where}", label, about, is_text=True, entry=entry.id))
        tools = entry.keywords if isinstance(entry, Project) else getattr(entry, "technologies", [])
        if tools:
            self.written.append(f"{name} with: {', '.join(tools)}")
        self._bullets(name, label, entry.id, entry.highlights, hidden)

    def _bullets(self, name: str, label: str, entry: str, bullets: Sequence[Highlight], hidden: set[str]) -> None:
        for place, bullet in enumerate(bullets, 1):
            if bullet.id not in hidden:
                self._put(f"{name}.{place}", Line(bullet.id, label, bullet.text, is_text=True, entry=entry))

    def _school(self, name: str, school: Education, hidden: set[str]) -> None:
        degree = " ".join(part for part in (school.study_type, school.area) if part)
        title = ", ".join(part for part in (degree, school.institution) if part) or "(no name)"
        label = label_of(school.institution or school.area, school)
        line = Line(f"{school.id}.study_type", label, title, entry=school.id)
        self._put(name, line, f"{title} ({_dates(school)})")
        self._bullets(name, label, school.id, school.highlights, hidden)

    def _papers(self, resume: ResumeData, hidden: set[str]) -> None:
        rest: list[tuple[str, list[tuple[str, str, str, str]]]] = [
            ("c", [(p.id, "name", "Certificates", _joined(p.name, p.issuer, p.date)) for p in resume.certificates]),
            ("l", [(t.id, "language", "Languages", _joined(t.language, t.fluency)) for t in resume.languages]),
            ("u", [(p.id, "name", "Publications", _joined(p.name, p.publisher)) for p in resume.publications]),
            ("a", [(p.id, "title", "Awards", _joined(p.title, p.awarder, p.date)) for p in resume.awards]),
            ("i", [(p.id, "name", "Interests", _joined(p.name, *p.keywords)) for p in resume.interests]),
        ]
        for letter, found in rest:
            for number, (entry, name, label, text) in enumerate((each for each in found if each[0] not in hidden), 1):
                self._put(f"{letter}{number}", Line(f"{entry}.{name}", label, text))

    def _section(self, name: str, section: Section, hidden: set[str]) -> None:
        self._put(name, Line(f"{section.id}.title", section.title, section.title, entry=section.id))
        self._bullets(name, section.title, section.id, section.highlights, hidden)


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def _dates(entry: _Entry | Education) -> str:
    end = "now" if entry.current else entry.end or ""
    return " – ".join(part for part in (entry.start or "", end) if part) or "undated"


def _flat(text: str) -> str:
    return " ".join(text.split())

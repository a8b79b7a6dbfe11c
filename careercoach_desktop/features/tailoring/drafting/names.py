"""Short names for the parts of a résumé, and the résumé written out with them.

``w1.2`` is the second bullet of the first job. The names are the same for the same résumé whatever the job, take a
third of the letters of the stored ids, and lead back to them. Name, address, telephone and the like are not written
out: no wording needs them, so they need not leave the machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from careercoach_desktop.features.evidence.model import Quote
from careercoach_desktop.features.evidence.service import label_of
from careercoach_desktop.features.evidence.truth.base import NOTES, sentences
from careercoach_desktop.features.resumes.model import Education, Highlight, ResumeData, Skill
from careercoach_desktop.features.tailoring.engine.situation import Entry, entry_name
from careercoach_desktop.features.tailoring.engine.spares import Spare

SUMMARY = "summary"
SKILLS = "skills"


@dataclass(frozen=True, slots=True)
class Bullet:
    """``place`` counts from 1 within its entry."""

    entry: Entry
    place: int
    highlight: Highlight


@dataclass(slots=True)
class Names:
    """Built with ``of``; ``lines`` is the résumé written out, ``note_lines`` the notes."""

    bullets: dict[str, Bullet] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    groups: dict[str, Skill] = field(default_factory=dict)
    quotes: dict[str, Quote] = field(default_factory=dict)
    """What each name quotes: always the person's own text."""
    lines: list[str] = field(default_factory=list)
    note_lines: list[str] = field(default_factory=list)
    spares: dict[str, Spare] = field(default_factory=dict)
    spare_lines: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, resume: ResumeData, profile_notes: str = "", spares: Sequence[Spare] = ()) -> Names:
        """Hidden parts have no name: they are not on the page. ``spares`` are those shown for one job (``x1`` …)."""
        names = cls()
        names._summary(resume)
        for letter, entries in (("w", resume.work), ("v", resume.volunteer), ("p", resume.projects)):
            shown = [entry for entry in entries if entry.id not in resume.hidden]
            for number, entry in enumerate(shown, 1):
                names._entry(f"{letter}{number}", entry, resume.hidden)
        for number, school in enumerate(resume.education, 1):
            names._school(f"e{number}", school)
        shown_groups = [group for group in resume.skills if group.id not in resume.hidden]
        for number, group in enumerate(shown_groups, 1):
            names._group(f"s{number}", group)
        names._papers(resume)
        for number, text in enumerate(sentences(profile_notes), 1):
            names.note_lines.append(f"n{number} {text}")
            names.quotes[f"n{number}"] = Quote(path=NOTES, label="Your notes", text=text)
        homes = {entry.id: name for name, entry in names.entries.items()}
        for number, spare in enumerate((each for each in spares if each.entry in homes), 1):
            names.spares[f"x{number}"] = spare
            names.quotes[f"x{number}"] = spare.quote
            names.spare_lines.append(f"x{number} ({homes[spare.entry]}) {_flat(spare.text)}")
        return names

    def name_of(self, target: str) -> str:
        """The short name of a bullet, an entry or a group, or of the summary; empty for what has none."""
        named = {bullet.highlight.id: name for name, bullet in self.bullets.items()}
        named |= {entry.id: name for name, entry in self.entries.items()}
        named |= {group.id: name for name, group in self.groups.items()}
        return named.get(target, SUMMARY if target == "basics.summary" else SKILLS if target == SKILLS else "")

    def quoted(self, named: Sequence[str]) -> list[Quote]:
        """The evidence behind these names, each once; unknown names are left out."""
        return list(dict.fromkeys(self.quotes[name] for name in named if name in self.quotes))

    def _summary(self, resume: ResumeData) -> None:
        headline, summary = resume.basics.label, resume.basics.summary
        if headline:
            self.lines.append(f"headline {_flat(headline)}")
        self.lines.append(f"{SUMMARY} {_flat(summary) or '(none yet)'}")
        if summary:
            self.quotes[SUMMARY] = Quote(path="basics.summary", label="Summary", text=summary)

    def _entry(self, name: str, entry: Entry, hidden: Sequence[str]) -> None:
        self.entries[name] = entry
        label = label_of(entry_name(entry), entry)
        position = getattr(entry, "position", "")
        title = ", ".join(part for part in (position, entry_name(entry)) if part)
        self.lines.append(f"{name} {title} ({_dates(entry)})")
        self.quotes[name] = Quote(path=f"{entry.id}.{'position' if position else 'name'}", label=label, text=title)
        about = getattr(entry, "summary", "") or getattr(entry, "description", "")
        if about:
            self.lines.append(f"{name} about: {_flat(about)}")
        tools = getattr(entry, "technologies", None) or getattr(entry, "keywords", None)
        if tools:
            self.lines.append(f"{name} with: {', '.join(tools)}")
        for place, highlight in enumerate(entry.highlights, 1):
            if highlight.id not in hidden:
                short = f"{name}.{place}"
                self.bullets[short] = Bullet(entry, place, highlight)
                self.quotes[short] = Quote(path=highlight.id, label=label, text=highlight.text)
                self.lines.append(f"{short} {_flat(highlight.text)}")

    def _school(self, name: str, school: Education) -> None:
        degree = " ".join(part for part in (school.study_type, school.area) if part)
        title = ", ".join(part for part in (degree, school.institution) if part)
        label = label_of(school.institution or school.area, school)
        self.quotes[name] = Quote(path=f"{school.id}.study_type", label=label, text=title)
        self.lines.append(f"{name} {title} ({_dates(school)})")
        self.lines += [f"{name} {_flat(line.text)}" for line in school.highlights]

    def _group(self, name: str, group: Skill) -> None:
        self.groups[name] = group
        text = ", ".join(group.keywords or [group.name])
        heading = f"{group.name}: " if group.keywords and group.name else ""
        self.lines.append(f"{name} {heading}{text}")
        self.quotes[name] = Quote(path=f"{group.id}.keywords", label="Skills", text=text)

    def _papers(self, resume: ResumeData) -> None:
        for number, paper in enumerate(resume.certificates, 1):
            self.quotes[f"c{number}"] = Quote(path=f"{paper.id}.name", label="Certificates", text=paper.name)
            self.lines.append(f"c{number} {', '.join(part for part in (paper.name, paper.issuer, paper.date) if part)}")
        for number, tongue in enumerate(resume.languages, 1):
            text = " ".join(part for part in (tongue.language, tongue.fluency) if part)
            self.quotes[f"l{number}"] = Quote(path=f"{tongue.id}.language", label="Languages", text=text)
            self.lines.append(f"l{number} {text}")


def _dates(entry: Entry | Education) -> str:
    end = "now" if entry.current else entry.end or ""
    return " – ".join(part for part in (entry.start or "", end) if part) or "undated"


def _flat(text: str) -> str:
    return " ".join(text.split())

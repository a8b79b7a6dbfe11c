"""A report in the order a person looks through a résumé: contact first, then every entry with what it lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.resumes.rereading.report import LostField, RereadReport

CONTACT = "Contact"
_PARTS = {
    "work": ("Experience", "name", "position"),
    "education": ("Education", "institution", "study_type"),
    "skills": ("Skills", "", ""),
    "projects": ("Projects", "name", ""),
    "certificates": ("Certificates", "", ""),
    "publications": ("Publications", "", ""),
    "awards": ("Awards", "", ""),
    "volunteer": ("Volunteering", "organization", "position"),
    "languages": ("Languages", "", ""),
    "interests": ("Interests", "", ""),
    "references": ("References", "", ""),
}
"""List of the model → what a person calls it, and the fields that name one of its entries."""


@dataclass(frozen=True, slots=True)
class LostGroup:
    """What one part of the résumé lost, e.g. ``Experience · Brightwater``."""

    title: str
    lost: tuple[LostField, ...]


def grouped(report: RereadReport, data: ResumeData) -> tuple[LostGroup, ...]:
    """Every lost field of ``report``, which is about ``data``, under the part it belongs to."""
    homes = dict(_homes(data))
    groups: dict[str, list[LostField]] = {title: [] for title in (CONTACT, *homes.values())}
    for field in report.lost:
        owner = field.path.partition(".")[0]
        title = homes.get(owner, CONTACT if owner == "basics" else "The file")
        groups.setdefault(title, []).append(field)
    return tuple(LostGroup(title, tuple(lost)) for title, lost in groups.items() if lost)


def report_lines(report: RereadReport, data: ResumeData) -> list[str]:
    """The report for a terminal: each part, and below it what it lost; empty when all is well."""
    lines: list[str] = []
    for group in grouped(report, data):
        lines += [group.title, *(f"  {field.sentence()}" for field in group.lost)]
    return lines


def _homes(data: ResumeData) -> Iterator[tuple[str, str]]:
    """The id of every entry and bullet, and the title of the part it stands in."""
    for profile in data.basics.profiles:
        yield profile.id, CONTACT
    for kind, (part, *names) in _PARTS.items():
        for entry in getattr(data, kind):
            name = next((text for each in names if each and (text := getattr(entry, each))), "")
            title = f"{part} · {name}" if name else part
            yield entry.id, title
            yield from ((bullet.id, title) for bullet in getattr(entry, "highlights", ()))
    for section in data.sections:
        title = section.title or "More"
        yield section.id, title
        yield from ((bullet.id, title) for bullet in section.highlights)

"""Headings that programs know, and what an unusual one is usually called."""

from __future__ import annotations

from collections.abc import Iterator

from careercoach_desktop.features.analysis.model import Correction, Finding, Fix, Severity, Topic
from careercoach_desktop.features.analysis.rules.situation import Situation, at
from careercoach_desktop.features.resumes.model import ResumeData, Section
from careercoach_desktop.features.resumes.reading.headings import Kind, kind_of, likely_kind

_USUAL = {
    "en": {
        Kind.WORK: "Experience", Kind.EDUCATION: "Education", Kind.SKILLS: "Skills", Kind.PROJECTS: "Projects",
        Kind.CERTIFICATES: "Certificates", Kind.PUBLICATIONS: "Publications", Kind.AWARDS: "Awards",
        Kind.LANGUAGES: "Languages",
    },
    "de": {
        Kind.WORK: "Berufserfahrung", Kind.EDUCATION: "Ausbildung", Kind.SKILLS: "Kenntnisse",
        Kind.PROJECTS: "Projekte", Kind.CERTIFICATES: "Zertifikate", Kind.PUBLICATIONS: "Veröffentlichungen",
        Kind.AWARDS: "Auszeichnungen", Kind.LANGUAGES: "Sprachen",
    },
    "fr": {
        Kind.WORK: "Expérience professionnelle", Kind.EDUCATION: "Formation", Kind.SKILLS: "Compétences",
        Kind.PROJECTS: "Projets", Kind.LANGUAGES: "Langues",
    },
    "es": {
        Kind.WORK: "Experiencia profesional", Kind.EDUCATION: "Formación", Kind.SKILLS: "Competencias",
        Kind.PROJECTS: "Proyectos", Kind.PUBLICATIONS: "Publicaciones", Kind.LANGUAGES: "Idiomas",
        Kind.CERTIFICATES: "Certificados",
    },
}  # fmt: skip


def unusual_headings(situation: Situation) -> Iterator[Finding]:
    """Headings no program sorts by."""
    found = unusual(situation.data)
    if found:
        yield Finding(
            rule="file.headings",
            topic=Topic.FILE,
            severity=Severity.WORTH_DOING,
            text=f"“{found[0].title}” is an unusual heading." if len(found) == 1
            else f"{len(found)} headings are unusual.",
            why="Programs sort a résumé by usual ones, such as “Experience” or “Skills”.",
            extent=min(1.0, len(found) / 3),
            places=[at(f"{section.id}.title", section.title) for section in found],
            fix=heading_fixes(found, situation.data.language),
        )  # fmt: skip


def unusual(data: ResumeData) -> list[Section]:
    """Sections under a heading that is in no list of usual ones."""
    titled = [section for section in data.sections if section.title.strip()]
    return [section for section in titled if kind_of(section.title) is None]


def heading_fixes(sections: list[Section], language: str) -> Fix | None:
    """The usual heading for those whose words say what they hold; None when no word does."""
    corrections = [
        Correction(path=f"{section.id}.title", before=section.title, after=usual)
        for section in sections
        if (usual := _USUAL.get(language, {}).get(likely_kind(section.title)))
    ]
    if not corrections:
        return None
    label = f"Call it “{corrections[0].after}”" if len(corrections) == 1 else f"Rename {len(corrections)} headings"
    return Fix(label=label, corrections=corrections)

"""The words that open a section, in the languages résumés are written in."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache

from .heading_words import PHRASES


class Kind(StrEnum):
    """What a section is about."""

    CONTACT = "contact"
    SUMMARY = "summary"
    WORK = "work"
    EDUCATION = "education"
    SKILLS = "skills"
    PROJECTS = "projects"
    CERTIFICATES = "certificates"
    PUBLICATIONS = "publications"
    AWARDS = "awards"
    LANGUAGES = "languages"
    VOLUNTEER = "volunteer"
    INTERESTS = "interests"
    TIMELINE = "timeline"
    """Work and studies in one list."""
    REFERENCES = "references"
    LINKS = "links"
    OTHER = "other"


def plain(text: str) -> str:
    """Lower case without accents, marks or doubled spaces, for comparing words."""
    flat = unicodedata.normalize("NFKD", text.replace("ß", "ss")).casefold()
    flat = "".join(char for char in flat if not unicodedata.combining(char)).replace("&", " and ")
    return " ".join(re.sub(r"[^\w+#/]+", " ", flat).replace("/", " / ").split())


_EXACT: dict[str, Kind] = {
    plain(phrase.strip()): Kind(kind) for kind, phrases in PHRASES.items() for phrase in phrases.split("|")
}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LAST_WORD: tuple[tuple[frozenset[str], Kind], ...] = (
    (
        _words(
            "experience erfahrung berufserfahrung experiencia esperienza ervaring employment laufbahn tatigkeit "
            "tatigkeiten werdegang appointments"
        ),
        Kind.WORK,
    ),
    (
        _words("education ausbildung weiterbildung qualifications studium educacion formacion istruzione opleiding"),
        Kind.EDUCATION,
    ),
    (_words("skills kenntnisse competences habilidades competenze vaardigheden expertise"), Kind.SKILLS),
    (_words("projects projekte projets proyectos projetos progetti"), Kind.PROJECTS),
    (_words("certifications certificates zertifikate certificaciones"), Kind.CERTIFICATES),
    (_words("publications publikationen publicaciones"), Kind.PUBLICATIONS),
    (_words("awards honors honours auszeichnungen scholarships achievements"), Kind.AWARDS),
    (_words("languages sprachen langues idiomas lingue"), Kind.LANGUAGES),
)
_NOT_WORK = _words(
    "leadership research teaching volunteer volunteering campus extracurricular military academic years of with my "
    "our user customer without no have had gained gain and in"
)
_FILLER = _words(
    "my and the key core main selected relevant professional personal technical other additional recent of work "
    "general academic special current previous et und y e en de des du la le les"
)
_SPLIT = re.compile(r"\s*(?:\band\b|\bund\b|\bet\b|\by\b|/|\be\b|\ben\b|,|\+|•|\|)\s*")


@lru_cache(maxsize=4096)
def kind_of(text: str) -> Kind | None:
    """The kind of section that a heading with exactly these words opens, else None."""
    stripped = re.sub(r"^[\W\d_]+(?=\w)|[\s:：.]+$", "", text.strip())
    if not stripped or len(stripped) > 48 or stripped.endswith((",", ";")):
        return None
    flat = plain(stripped)
    if flat in _EXACT:
        return _EXACT[flat]
    squeezed = flat.replace(" ", "")
    if not squeezed.isascii() and squeezed in _EXACT:
        return _EXACT[squeezed]
    words = flat.split()
    if not words or len(words) > 6 or any(char.isdigit() for char in flat):
        return None
    return _of_parts(flat) or _of_trimmed(words)


def _of_parts(flat: str) -> Kind | None:
    """``Skills & Interests``, ``education et projet et experience``: all parts must be headings; the first decides."""
    parts = [part for part in _SPLIT.split(flat) if part]
    if len(parts) < 2:
        return None
    kinds = [_EXACT.get(part) or _of_trimmed(part.split()) for part in parts]
    if any(kind is None for kind in kinds):
        return None
    if Kind.WORK in kinds and Kind.EDUCATION in kinds:
        return Kind.TIMELINE
    return kinds[0]


def _of_trimmed(words: list[str]) -> Kind | None:
    kept = [word for word in words if word not in _FILLER]
    if kept != words and (kind := _EXACT.get(" ".join(kept))):
        return kind
    return None


@lru_cache(maxsize=4096)
def likely_kind(text: str) -> Kind:
    """The best guess for a line that looks like a heading: by its last or first telling word, else ``OTHER``."""
    kind = kind_of(text)
    if kind is not None:
        return kind
    words = plain(text).split()
    for names, kind in _LAST_WORD:
        if words and words[-1] in names and not (kind is Kind.WORK and _NOT_WORK & set(words[:-1])):
            return kind
    return Kind.OTHER


def opens_section(text: str) -> bool:
    """Whether a text is the heading of a section; for telling columns from tables while a page is laid out."""
    return kind_of(text) is not None

"""The form in which Claude says what a picture of a résumé holds: JSON Resume, as far as a page can say it."""

from __future__ import annotations

import re
from typing import Any

from pydantic import BaseModel, Field

from careercoach_desktop.features.resumes.editing import doubtful_paths, values
from careercoach_desktop.features.resumes.interchange import from_json_resume
from careercoach_desktop.features.resumes.model import ResumeData, Trace

_NOTE = "read by Claude from the picture"
_CONFIDENCE = 0.5
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_DATES = ("startDate", "endDate", "date", "releaseDate")
_PRESENT = "present"


class _Said(BaseModel):
    """Everything is text and may be left empty."""


class SaidProfile(_Said):
    network: str = ""
    username: str = ""
    url: str = ""


class SaidContact(_Said):
    name: str = ""
    label: str = Field("", description="The professional title beside the name.")
    email: str = ""
    phone: str = ""
    url: str = ""
    location: str = Field("", description="As written, on one line.")
    summary: str = ""
    profiles: list[SaidProfile] = Field(default_factory=list)


class SaidWork(_Said):
    name: str = Field("", description="The employer.")
    position: str = ""
    location: str = ""
    startDate: str = ""  # noqa: N815 - JSON Resume's own names, here and below
    endDate: str = ""  # noqa: N815
    summary: str = ""
    highlights: list[str] = Field(default_factory=list)


class SaidEducation(_Said):
    institution: str = ""
    area: str = ""
    studyType: str = ""  # noqa: N815
    startDate: str = ""  # noqa: N815
    endDate: str = ""  # noqa: N815
    score: str = ""
    courses: list[str] = Field(default_factory=list)


class SaidSkills(_Said):
    name: str = Field("", description="The group's name, or empty for skills in no group.")
    keywords: list[str] = Field(default_factory=list)


class SaidProject(_Said):
    name: str = ""
    description: str = ""
    url: str = ""
    startDate: str = ""  # noqa: N815
    endDate: str = ""  # noqa: N815
    highlights: list[str] = Field(default_factory=list)


class SaidCertificate(_Said):
    name: str = ""
    issuer: str = ""
    date: str = ""


class SaidLanguage(_Said):
    language: str = ""
    fluency: str = ""


class SaidSection(_Said):
    title: str = ""
    lines: list[str] = Field(default_factory=list)


class Transcript(_Said):
    """Everything that stands on the pages."""

    contact: SaidContact = Field(default_factory=SaidContact)
    work: list[SaidWork] = Field(default_factory=list)
    education: list[SaidEducation] = Field(default_factory=list)
    skills: list[SaidSkills] = Field(default_factory=list)
    projects: list[SaidProject] = Field(default_factory=list)
    certificates: list[SaidCertificate] = Field(default_factory=list)
    languages: list[SaidLanguage] = Field(default_factory=list)
    others: list[SaidSection] = Field(default_factory=list, description="Sections that fit nowhere else.")
    language: str = Field("", description="ISO 639-1 code of the language it is written in.")


def is_empty(said: Transcript) -> bool:
    """Whether nothing could be read."""
    return not values(data_of(said))


def data_of(said: Transcript) -> ResumeData:
    """The résumé it says, every value traced to nothing but Claude's word."""
    told = {key: rows for key, rows in said.model_dump(exclude_defaults=True).items() if key not in _OURS}
    contact = said.contact.model_dump(exclude_defaults=True)
    place = contact.pop("location", "")
    if place:
        contact["x-careercoach"] = {"locationText": place}
    skills = _skills(said)
    data = from_json_resume(
        {
            "basics": contact,
            **{key: [_dated(row) for row in rows] for key, rows in told.items()},
            **({"skills": skills} if skills else {}),
            "x-careercoach": {
                "language": said.language if re.fullmatch(r"[a-z]{2}", said.language) else "en",
                "sections": [{"title": other.title, "highlights": other.lines} for other in said.others],
            },
        }
    )
    data.traces = {value.path: _trace(value.text) for value in values(data)}
    return data


def is_doubted(data: ResumeData) -> bool:
    """Whether most of what was read here is worth a look; not of what Claude read already."""
    if any(trace.note == _NOTE for trace in data.traces.values()):
        return False
    return 2 * len(doubtful_paths(data)) > len(values(data))


_OURS = frozenset({"contact", "skills", "others", "language"})


def _skills(said: Transcript) -> list[dict[str, Any]]:
    out: list[dict[str, Any]] = []
    for group in said.skills:
        if group.name:
            out.append({"name": group.name, "keywords": group.keywords})
        else:
            out += [{"name": word} for word in group.keywords]
    return out


def _dated(row: dict[str, Any]) -> dict[str, Any]:
    """Without dates that are none; an end that is still going on is our own mark."""
    kept = {key: value for key, value in row.items() if key not in _DATES or _DATE.fullmatch(value)}
    if "startDate" in row or "endDate" in row:  # JSON Resume takes an end that is missing for one that is to come
        kept["x-careercoach"] = {"current": row.get("endDate", "").casefold() == _PRESENT}
    return kept


def _trace(text: str) -> Trace:
    return Trace(text=text, confidence=_CONFIDENCE, note=_NOTE)

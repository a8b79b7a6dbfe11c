"""Which key of JSON Resume belongs to which field of ours, once for both directions."""

from __future__ import annotations

from dataclasses import dataclass

from careercoach_desktop.features.resumes import model

OWN = "x-careercoach"
"""The key under which we write what JSON Resume has no place for (ids, hidden entries, current marks)."""
LANGUAGE = "language"
"""The path of the résumé's language, and its key under ``OWN``."""


@dataclass(frozen=True, slots=True)
class Shape:
    """``text``, ``dates``, ``lists``: JSON key → field; ``own``: fields of ours that go under ``OWN``."""

    type: type[model._Entry]
    text: dict[str, str]
    dates: dict[str, str]
    lists: dict[str, str]
    bullets: bool = False
    own: tuple[str, ...] = ()


_PERIOD = {"startDate": "start", "endDate": "end"}

SECTIONS: dict[str, Shape] = {
    "work": Shape(
        model.Work,
        {"name": "name", "position": "position", "location": "location", "url": "url", "summary": "summary"},
        _PERIOD,
        {},
        bullets=True,
        own=("current", "technologies", "work_mode"),
    ),
    "volunteer": Shape(
        model.Volunteer,
        {"organization": "organization", "position": "position", "url": "url", "summary": "summary"},
        _PERIOD,
        {},
        bullets=True,
        own=("current",),
    ),
    "education": Shape(
        model.Education,
        {"institution": "institution", "area": "area", "studyType": "study_type", "url": "url", "score": "score"},
        _PERIOD,
        {"courses": "courses"},
        own=("current", "location", "highlights"),
    ),
    "skills": Shape(model.Skill, {"name": "name", "level": "level"}, {}, {"keywords": "keywords"}, own=("category",)),
    "projects": Shape(
        model.Project,
        {"name": "name", "description": "description", "url": "url", "entity": "entity", "type": "type"},
        _PERIOD,
        {"roles": "roles", "keywords": "keywords"},
        bullets=True,
        own=("current",),
    ),
    "certificates": Shape(model.Certificate, {"name": "name", "issuer": "issuer", "url": "url"}, {"date": "date"}, {}),
    "publications": Shape(
        model.Publication,
        {"name": "name", "publisher": "publisher", "url": "url", "summary": "summary"},
        {"releaseDate": "release_date"},
        {},
    ),
    "awards": Shape(model.Award, {"title": "title", "awarder": "awarder", "summary": "summary"}, {"date": "date"}, {}),
    "languages": Shape(model.Language, {"language": "language", "fluency": "fluency"}, {}, {}),
    "interests": Shape(model.Interest, {"name": "name"}, {}, {"keywords": "keywords"}),
    "references": Shape(model.Reference, {"name": "name", "reference": "reference"}, {}, {}),
}

BASICS = ("name", "label", "image", "email", "phone", "url", "summary")
LOCATION = {
    "address": "address",
    "postalCode": "postal_code",
    "city": "city",
    "region": "region",
    "countryCode": "country_code",
}
PROFILE = ("network", "username", "url")

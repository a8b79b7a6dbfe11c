"""Which fields may be corrected, how each is written, and what it is called for people."""

from __future__ import annotations

from enum import Enum, auto


class Shape(Enum):
    """How a field's value is written."""

    TEXT = auto()
    DATE = auto()
    WORDS = auto()
    """A list."""


SECTIONS: dict[str, dict[str, str]] = {
    "basics": {
        "name": "Name", "label": "Headline", "email": "E-mail", "phone": "Phone", "location": "Place",
        "url": "Website", "summary": "Summary",
    },
    "basics.profiles": {"network": "Network", "url": "Link"},
    "work": {
        "name": "Employer", "position": "Position", "start": "From", "end": "To", "location": "Place",
        "summary": "About it", "technologies": "Technologies", "url": "Link",
    },
    "education": {
        "institution": "School", "study_type": "Degree", "area": "Subject", "start": "From", "end": "To",
        "score": "Grade", "location": "Place", "courses": "Courses", "url": "Link",
    },
    "skills": {"name": "Name", "keywords": "Skills"},
    "projects": {
        "name": "Project", "start": "From", "end": "To", "description": "About it", "roles": "Roles", "entity": "For",
        "keywords": "Keywords", "url": "Link",
    },
    "certificates": {"name": "Certificate", "issuer": "Issuer", "date": "Date", "url": "Link"},
    "languages": {"language": "Language", "fluency": "Level"},
    "volunteer": {
        "organization": "Organisation", "position": "Role", "start": "From", "end": "To", "summary": "About it",
        "url": "Link",
    },
    "awards": {"title": "Award", "awarder": "Given by", "date": "Date", "summary": "About it"},
    "publications": {
        "name": "Publication", "publisher": "Publisher", "release_date": "Date", "summary": "About it", "url": "Link",
    },
    "interests": {"name": "Interest", "keywords": "Keywords"},
    "references": {"name": "Name", "reference": "Words"},
    "sections": {"title": "Heading"},
}  # fmt: skip
"""Fields in the order of the form, with their labels."""

TITLES = {
    "basics": "Contact", "basics.profiles": "Link", "work": "Work", "education": "Education", "skills": "Skills",
    "projects": "Project", "certificates": "Certificate", "languages": "Language", "volunteer": "Volunteering",
    "awards": "Award", "publications": "Publication", "interests": "Interest", "references": "Reference",
    "sections": "Section",
}  # fmt: skip

_NAMED_BY = {
    "basics.profiles": ("url", "network"), "work": ("name", "position"), "education": ("institution", "area"),
    "projects": ("name",), "certificates": ("name",), "languages": ("language",),
    "volunteer": ("organization", "position"), "awards": ("title",), "publications": ("name",),
    "interests": ("name",), "references": ("name",), "sections": ("title",), "skills": ("name",),
}  # fmt: skip
_DATES = ("start", "end", "date", "release_date")
_LISTS = ("technologies", "courses", "roles", "keywords")
GUARDED = ("position", "study_type", "label")
"""A word before or after can turn these into another claim: ``Assistant to the CEO``, ``PhD candidate``."""
LONG = ("summary", "description", "reference")


def shape_of(field: str) -> Shape:
    if field in _DATES:
        return Shape.DATE
    return Shape.WORDS if field in _LISTS else Shape.TEXT


def naming_fields(where: str) -> tuple[str, ...]:
    """The fields of which an entry must have one to be an entry at all."""
    return _NAMED_BY[where]

"""What the form shows: which sections, which rows, which values in a row. Data, so that the widgets stay few."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    """How a value is written."""

    TEXT = auto()
    LONG = auto()
    DATE = auto()
    END = auto()
    """A date, or ``now``."""
    WORDS = auto()
    """A list, separated by commas."""


@dataclass(frozen=True, slots=True)
class FieldPlan:
    """``name`` is the field of the entry; ``label`` is spoken and shown while the field is empty."""

    name: str
    label: str
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class RowPlan:
    """Values beside each other. A row that is not ``always`` shows when it holds something or the entry is new."""

    label: str
    fields: tuple[FieldPlan, ...]
    always: bool = True


@dataclass(frozen=True, slots=True)
class SectionPlan:
    """One card. ``where`` is a list of ``editing.ENTRY_LISTS``; ``one`` and ``many`` name its entries."""

    where: str
    title: str
    one: str
    many: str
    rows: tuple[RowPlan, ...]
    bullets: bool = False
    always: bool = False


def _f(name: str, label: str, kind: Kind = Kind.TEXT) -> FieldPlan:
    return FieldPlan(name, label, kind)


def _row(label: str, *fields: FieldPlan) -> RowPlan:
    return RowPlan(label, fields)


def _extra(label: str, *fields: FieldPlan) -> RowPlan:
    return RowPlan(label, fields, always=False)


_PERIOD = _row("From, to", _f("start", "From", Kind.DATE), _f("end", "To", Kind.END))
_PERIOD_IF_ANY = _extra("From, to", _f("start", "From", Kind.DATE), _f("end", "To", Kind.END))
_LINK = _extra("Link", _f("url", "Link"))

CONTACT: tuple[RowPlan, ...] = (
    _row("Name", _f("name", "Name")),
    _row("Headline", _f("label", "Headline")),
    _row("E-mail, phone", _f("email", "E-mail"), _f("phone", "Phone")),
    _row("Place", _f("location", "Place")),
    _extra("Website", _f("url", "Website")),
)

LINKS = SectionPlan(
    "basics.profiles",
    "Links",
    "link",
    "links",
    (
        _row("Network, link", _f("network", "Network"), _f("url", "Link")),
        _extra("User name", _f("username", "User name")),
    ),
)

SECTIONS: tuple[SectionPlan, ...] = (
    SectionPlan(
        "work",
        "Work",
        "entry",
        "entries",
        (
            _row("Employer", _f("name", "Employer"), _f("position", "Position")),
            _PERIOD,
            _extra("Place", _f("location", "Place")),
            _extra("About it", _f("summary", "About it", Kind.LONG)),
            _extra("Technologies", _f("technologies", "Technologies", Kind.WORDS)),
            _extra("Work mode", _f("work_mode", "Work mode")),
            _LINK,
        ),
        bullets=True,
        always=True,
    ),
    SectionPlan(
        "education",
        "Education",
        "entry",
        "entries",
        (
            _row("School", _f("institution", "School")),
            _row("Degree, subject", _f("study_type", "Degree"), _f("area", "Subject")),
            _PERIOD,
            _extra("Grade, place", _f("score", "Grade"), _f("location", "Place")),
            _extra("Courses", _f("courses", "Courses", Kind.WORDS)),
            _LINK,
        ),
        bullets=True,
        always=True,
    ),
    SectionPlan("skills", "Skills", "skill", "skills", (), always=True),
    SectionPlan(
        "projects",
        "Projects",
        "project",
        "projects",
        (
            _row("Project", _f("name", "Project")),
            _PERIOD_IF_ANY,
            _extra("About it", _f("description", "About it", Kind.LONG)),
            _extra("Roles, for", _f("roles", "Roles", Kind.WORDS), _f("entity", "For")),
            _extra("Kind", _f("type", "Kind")),
            _extra("Keywords", _f("keywords", "Keywords", Kind.WORDS)),
            _LINK,
        ),
        bullets=True,
    ),
    SectionPlan(
        "certificates",
        "Certificates",
        "certificate",
        "certificates",
        (
            _row("Certificate", _f("name", "Certificate")),
            _row("Issuer, date", _f("issuer", "Issuer"), _f("date", "Date", Kind.DATE)),
            _LINK,
        ),
    ),
    SectionPlan(
        "languages",
        "Languages",
        "language",
        "languages",
        (_row("Language", _f("language", "Language"), _f("fluency", "Level")),),
    ),
    SectionPlan(
        "volunteer",
        "Volunteering",
        "entry",
        "entries",
        (
            _row("Organisation", _f("organization", "Organisation"), _f("position", "Role")),
            _PERIOD,
            _extra("About it", _f("summary", "About it", Kind.LONG)),
            _LINK,
        ),
        bullets=True,
    ),
    SectionPlan(
        "awards",
        "Awards",
        "award",
        "awards",
        (
            _row("Award", _f("title", "Award")),
            _row("From, date", _f("awarder", "Given by"), _f("date", "Date", Kind.DATE)),
            _extra("About it", _f("summary", "About it", Kind.LONG)),
        ),
    ),
    SectionPlan(
        "publications",
        "Publications",
        "publication",
        "publications",
        (
            _row("Publication", _f("name", "Publication")),
            _row("Publisher, date", _f("publisher", "Publisher"), _f("release_date", "Date", Kind.DATE)),
            _extra("About it", _f("summary", "About it", Kind.LONG)),
            _LINK,
        ),
    ),
    SectionPlan(
        "interests",
        "Interests",
        "interest",
        "interests",
        (_row("Interest", _f("name", "Interest")), _extra("Keywords", _f("keywords", "Keywords", Kind.WORDS))),
    ),
    SectionPlan(
        "references",
        "References",
        "reference",
        "references",
        (_row("Name", _f("name", "Name")), _extra("Words", _f("reference", "Words", Kind.LONG))),
    ),
    SectionPlan(
        "sections",
        "Other sections",
        "section",
        "sections",
        (_row("Heading", _f("title", "Heading")),),
        bullets=True,
    ),
)

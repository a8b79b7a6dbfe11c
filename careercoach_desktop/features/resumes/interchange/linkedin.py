"""LinkedIn's data export as ``ResumeData``: a table has a column for everything, so nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import TypeVar

from careercoach_desktop.features.resumes import model
from careercoach_desktop.foundation.documents.reading.plain import take_mark
from careercoach_desktop.foundation.documents.reading.tables import ABOUT_THE_PERSON, Table, tables

Row = Mapping[str, str]
E = TypeVar("E")

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR = re.compile(r"\b(1[89]|20)\d\d\b")
_ISO = re.compile(r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")
_LABELLED = re.compile(r"(?:[A-Z][A-Z_ ]*:)?((?:https?://|www\.)[^\s,\]]+)")
"""LinkedIn writes ``[PERSONAL:https://example.org,COMPANY:https://example.com]``."""


def from_linkedin(data: bytes) -> model.ResumeData:
    """Read the zip. Raises ``UserError`` as ``tables`` does; tables and columns that are missing leave their fields
    empty."""
    found = tables(data, ABOUT_THE_PERSON)
    rows = partial(_rows, found)
    profile = next(rows("profile"), {})
    resume = model.ResumeData(basics=_basics(profile))
    resume.basics.email = _preferred(list(rows("email addresses")), "email address", "primary", "yes")
    numbers = [*rows("phonenumbers"), *rows("phone numbers")]
    resume.basics.phone = _preferred(numbers, "number", "type", "mobile")
    resume.work = _kept([_work(row) for row in rows("positions")])
    resume.education = _kept([_education(row) for row in rows("education")])
    resume.skills = [model.Skill(name=name) for name in _names(rows("skills"))]
    resume.certificates = _kept([_certificate(row) for row in rows("certifications")])
    resume.languages = [
        model.Language(language=row["name"], fluency=row.get("proficiency", ""))
        for row in rows("languages")
        if row.get("name")
    ]
    resume.projects = _kept([_project(row) for row in rows("projects")])
    unpaid = [*rows("volunteering"), *rows("volunteer experiences")]
    resume.volunteer = _kept([_volunteer(row) for row in unpaid])
    resume.awards = _kept([_award(row) for row in rows("honors")])
    resume.publications = _kept([_publication(row) for row in rows("publications")])
    return resume


def _rows(found: Mapping[str, Table], name: str) -> Iterator[Row]:
    table = found.get(name)
    yield from table.rows if table is not None else ()


def _names(rows: Iterator[Row]) -> list[str]:
    return list(dict.fromkeys(row["name"] for row in rows if row.get("name")))


def _kept(entries: list[E | None]) -> list[E]:
    return [entry for entry in entries if entry is not None]


def _preferred(rows: list[Row], column: str, mark: str, value: str) -> str:
    """The cell of the row that is marked as the first choice, else of the first row that has one."""
    filled = [row for row in rows if row.get(column)]
    best = next((row for row in filled if row.get(mark, "").lower() == value), filled[0] if filled else {})
    return best.get(column, "")


def _basics(row: Row) -> model.Basics:
    links = _LABELLED.findall(row.get("websites", ""))
    basics = model.Basics(
        name=" ".join(part for part in (row.get("first name"), row.get("last name")) if part),
        label=row.get("headline", ""),
        summary=_prose(row.get("summary", "")),
        url=links[0] if links else "",
    )
    basics.location.text = row.get("geo location") or row.get("address", "")
    basics.location.postal_code = row.get("zip code", "")
    basics.profiles = [model.WebProfile(url=link) for link in links[1:]]
    for handle in re.findall(r"[\w]+", row.get("twitter handles", "")):
        url = f"https://twitter.com/{handle}"
        basics.profiles.append(model.WebProfile(network="Twitter", username=handle, url=url))
    return basics


def _work(row: Row) -> model.Work | None:
    company, title = row.get("company name", ""), row.get("title", "")
    if not company and not title:
        return None
    summary, bullets = _told(row.get("description", ""))
    start, end = date(row.get("started on", "")), date(row.get("finished on", ""))
    return model.Work(
        name=company,
        position=title,
        location=row.get("location", ""),
        start=start,
        end=end,
        current=start is not None and not row.get("finished on"),
        summary=summary,
        highlights=bullets,
    )


def _education(row: Row) -> model.Education | None:
    school, degree = row.get("school name", ""), row.get("degree name", "")
    if not school and not degree:
        return None
    told = [line for column in ("notes", "activities") for line in _lines(row.get(column, ""))]
    return model.Education(
        institution=school,
        study_type=degree,
        start=date(row.get("start date", "")),
        end=date(row.get("end date", "")),
        highlights=[model.Highlight(text=take_mark(line)[0]) for line in told],
    )


def _certificate(row: Row) -> model.Certificate | None:
    if not row.get("name"):
        return None
    further = {"licenseNumber": row.get("license number", ""), "endDate": date(row.get("finished on", ""))}
    return model.Certificate(
        name=row["name"],
        issuer=row.get("authority", ""),
        url=row.get("url", ""),
        date=date(row.get("started on", "")),
        extra={key: value for key, value in further.items() if value},
    )


def _project(row: Row) -> model.Project | None:
    if not row.get("title"):
        return None
    description, bullets = _told(row.get("description", ""))
    start = date(row.get("started on", ""))
    return model.Project(
        name=row["title"],
        description=description,
        url=row.get("url", ""),
        start=start,
        end=date(row.get("finished on", "")),
        current=start is not None and not row.get("finished on"),
        highlights=bullets,
    )


def _volunteer(row: Row) -> model.Volunteer | None:
    organization, role = row.get("company name", ""), row.get("role", "")
    if not organization and not role:
        return None
    summary, bullets = _told(row.get("description", ""))
    start = date(row.get("started on", ""))
    return model.Volunteer(
        organization=organization,
        position=role,
        start=start,
        end=date(row.get("finished on", "")),
        current=start is not None and not row.get("finished on"),
        summary=summary,
        highlights=bullets,
    )


def _award(row: Row) -> model.Award | None:
    if not row.get("title"):
        return None
    issued = date(row.get("issued on", ""))
    return model.Award(title=row["title"], date=issued, summary=_prose(row.get("description", "")))


def _publication(row: Row) -> model.Publication | None:
    if not row.get("name"):
        return None
    return model.Publication(
        name=row["name"],
        publisher=row.get("publisher", ""),
        release_date=date(row.get("published on", "")),
        url=row.get("url", ""),
        summary=_prose(row.get("description", "")),
    )


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _prose(text: str) -> str:
    return " ".join(text.split())


def _told(text: str) -> tuple[str, list[model.Highlight]]:
    """A description as prose and its list items, which people type with marks of all kinds."""
    prose, bullets = [], []
    for line in _lines(text):
        body, marked = take_mark(line)
        if marked:
            bullets.append(model.Highlight(text=body))
        elif bullets and line[:1].islower():  # an item that goes on in the next line
            bullets[-1].text += f" {line}"
        else:
            prose.append(line)
    return " ".join(prose), bullets


def date(text: str) -> str | None:
    """``Jan 2020``, ``2020``, ``Nov 5, 2019`` or ``2019-11`` as a partial date; other languages through dateparser."""
    text = text.strip()
    if _ISO.match(text):
        return text
    year = _YEAR.search(text)
    if year is None:
        return None
    rest = (text[: year.start()] + " " + text[year.end() :]).replace(",", " ").replace(".", " ").split()
    if not rest:
        return year.group()
    month = next((_MONTHS.index(word[:3].lower()) + 1 for word in rest if word[:3].lower() in _MONTHS), None)
    month = month or _month_abroad(text)
    if month is None:
        return year.group()
    day = next((int(word) for word in rest if word.isdigit() and 1 <= int(word) <= 31), None)
    return f"{year.group()}-{month:02}" + (f"-{day:02}" if day else "")


def _month_abroad(text: str) -> int | None:
    import dateparser

    found = dateparser.parse(text, settings={"PREFER_DAY_OF_MONTH": "first", "REQUIRE_PARTS": ["month", "year"]})
    return found.month if found is not None else None

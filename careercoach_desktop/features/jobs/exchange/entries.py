"""A row of a table → a job. What a cell says and we can't read goes into the notes: nothing a person wrote is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from pydantic import BaseModel, ConfigDict

from careercoach_desktop.features.jobs.capture.place import country_of_label, join_places
from careercoach_desktop.features.jobs.capture.salary import (
    read_currency,
    read_number,
    read_period,
    read_salary,
    with_customary_period,
)
from careercoach_desktop.features.jobs.capture.terms import job_type, work_mode
from careercoach_desktop.features.jobs.capture.urls import site_of, without_tracking
from careercoach_desktop.features.jobs.exchange.cells import is_yes, month_first, read_day, read_link, read_list
from careercoach_desktop.features.jobs.exchange.headings import Column
from careercoach_desktop.features.jobs.exchange.record import JobRecord, Move, Person
from careercoach_desktop.features.jobs.exchange.statuses import read_status
from careercoach_desktop.features.jobs.exchange.tables import Table
from careercoach_desktop.features.jobs.model import Contact, JobStatus, JobType, Posting, Relation, WorkMode

_DAYS = (Column.POSTED, Column.DEADLINE, Column.APPLIED, Column.ADDED, Column.FOLLOW_UP)
_LONGEST_TITLE = 300


class Reading(BaseModel):
    """How the cells of one table are read."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    mapping: tuple[Column, ...]
    months_first: tuple[Column, ...] = ()
    """The columns that write the month before the day."""
    today: date


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A row that is no job, and why."""

    line: int
    text: str
    why: str


def how_to_read(table: Table, mapping: Sequence[Column], today: date, *, usual_month_first: bool) -> Reading:
    """``usual_month_first``: whether the person's own locale writes 12/31."""
    american = tuple(
        column
        for at, column in enumerate(mapping)
        if column in _DAYS and month_first(table.column(at), usual_month_first)
    )
    return Reading(mapping=tuple(mapping), months_first=american, today=today)


def entries(
    head: Sequence[str], rows: Sequence[Sequence[str]], lines: Sequence[int], reading: Reading
) -> list[JobRecord | RowProblem]:
    """Every row as a job, or why it is none; in their order. Picklable, for the child process."""
    return [_Row(head, row, line, reading).entry() for row, line in zip(rows, lines, strict=True)]


class _Row:
    """One row while it is read; ``_left`` collects what goes into the notes."""

    def __init__(self, head: Sequence[str], cells: Sequence[str], line: int, reading: Reading) -> None:
        self._head = head
        self._line = line
        self._reading = reading
        self._left: list[str] = []
        self._held: dict[Column, list[tuple[str, str]]] = {}
        self._written = set(Posting.model_fields)
        """The fields that the person wrote, rather than we from others."""
        for at, (cell, column) in enumerate(zip(cells, reading.mapping, strict=False)):
            if cell and column is not Column.SKIP:
                self._held.setdefault(column, []).append((head[at] if at < len(head) else "", cell))

    def entry(self) -> JobRecord | RowProblem:
        link, title = self._link_and_title()
        if not title:
            words = " · ".join(cell for held in self._held.values() for _, cell in held)
            return RowProblem(self._line, words[:120], "It has neither a title nor a link.")
        location = ", ".join(join_places([cell for _, cell in self._held.get(Column.LOCATION, [])]).split("; "))
        facts = {
            "title": title,
            "company": self._text(Column.COMPANY),
            "location": location,
            "url": link,
            "source": self._text(Column.SOURCE) or (site_of(link) if link else ""),
            "description": self._text(Column.DESCRIPTION),
            "company_url": read_link(self._text(Column.COMPANY_URL))[0],
            "work_mode": self._mode(location),
            "job_type": self._type(),
            "posted_date": self._day(Column.POSTED),
            "deadline": self._day(Column.DEADLINE),
            **self._salary(country_of_label(location)),
        }
        status, applied = self._status(), self._day(Column.APPLIED, yes=True)
        if applied and status is JobStatus.INTERESTED:
            status = JobStatus.APPLIED
        created = self._day(Column.ADDED) or applied
        posting = Posting.model_validate({name: value for name, value in facts.items() if value is not None})
        return JobRecord(
            posting=posting,
            status=status,
            applied=_noon(applied),
            created=_noon(min(created, applied) if created and applied else created),
            follow_up=self._day(Column.FOLLOW_UP),
            priority=is_yes(self._text(Column.PRIORITY)),
            archived=is_yes(self._text(Column.ARCHIVED)),
            tags=[tag for _, cell in self._held.get(Column.TAGS, []) for tag in read_list(cell)],
            people=self._people(posting.company),
            history=_past(status, applied),
            edited=sorted(name for name, value in facts.items() if value and name in self._written),
            notes=self._notes(),
            line=self._line,
        )

    def _link_and_title(self) -> tuple[str, str]:
        link, beside = read_link(self._text(Column.URL))
        title_link, title = read_link(self._text(Column.TITLE))
        title = title if title_link else self._text(Column.TITLE)
        link = link or title_link
        if beside and not title:
            title = beside
        elif beside and not link:
            self._keep(Column.URL)
        title = " ".join(title.split())[:_LONGEST_TITLE]
        self._written -= set() if title else {"title"}
        self._written -= set() if self._text(Column.SOURCE) else {"source"}
        return without_tracking(link), title or site_of(link)

    def _salary(self, country: str) -> dict[str, Any]:
        low, high = (read_number(self._text(column)) for column in (Column.SALARY_MIN, Column.SALARY_MAX))
        currency = read_currency(self._text(Column.CURRENCY), country)
        period = read_period(self._text(Column.PERIOD)) if self._text(Column.PERIOD) else None
        said = self._text(Column.SALARY)
        if said:
            found = read_salary(said, country=country, bare=True)
            if found is None:
                self._keep(Column.SALARY)
            else:
                found = with_customary_period(found)
                low, high = low or found.minimum, high or found.maximum
                currency, period = currency or found.currency, period or found.period
        if low is not None and high is not None and low > high:
            low, high = high, low
        return {"salary_min": low, "salary_max": high, "salary_currency": currency, "salary_period": period}

    def _status(self) -> JobStatus:
        said = self._text(Column.STATUS)
        if not said:
            return JobStatus.INTERESTED
        code = said.upper().replace(" ", "_")
        found = JobStatus(code) if code in JobStatus.__members__ else read_status(said)
        if found is None:
            self._keep(Column.STATUS)
        return found or JobStatus.INTERESTED

    def _mode(self, location: str) -> WorkMode | None:
        said = self._text(Column.WORK_MODE)
        code = said.upper().replace("-", "").replace(" ", "")
        if code in WorkMode.__members__:
            return WorkMode[code]
        if said and is_yes(said):
            return WorkMode.REMOTE  # a column called “remote”
        found = work_mode(said) if said else work_mode(location)
        if said and found is None and said.casefold() not in {"no", "n", "nein", "non", "false", "0"}:
            self._keep(Column.WORK_MODE)
        return found

    def _type(self) -> JobType | None:
        said = self._text(Column.JOB_TYPE)
        code = said.upper().replace("-", "_").replace(" ", "_")
        found = JobType[code] if code in JobType.__members__ else job_type(said) if said else None
        if said and found is None:
            self._keep(Column.JOB_TYPE)
        return found

    def _day(self, column: Column, *, yes: bool = False) -> date | None:
        said = self._text(column)
        if not said:
            return None
        american = column in self._reading.months_first
        found = read_day(said, month_first=american, today=self._reading.today)
        if found is None and not (yes and is_yes(said)):
            self._keep(column)
        return found

    def _people(self, company: str) -> list[Person]:
        name, email, phone = (
            self._text(column) for column in (Column.CONTACT, Column.CONTACT_EMAIL, Column.CONTACT_PHONE)
        )
        if not (name or email or phone):
            return []
        heading = next((head for head, _ in self._held.get(Column.CONTACT, [])), "").casefold()
        relation = Relation.OTHER
        for word, kind in (("recruit", Relation.RECRUITER), ("manager", Relation.HIRING_MANAGER),
                           ("referral", Relation.REFERRAL)):  # fmt: skip
            relation = kind if word in heading else relation
        who = Contact(name=name or email or phone, company=company, email=email, phone=phone)
        return [Person(contact=who, relation=relation)]

    def _notes(self) -> str:
        said = self._held.get(Column.NOTES, [])
        notes = [cell for _, cell in said] if len(said) == 1 else [_labelled(head, cell) for head, cell in said]
        return "\n\n".join([*notes, *(["\n".join(self._left)] if self._left else [])])

    def _text(self, column: Column) -> str:
        held = self._held.get(column)
        return held[0][1] if held else ""

    def _keep(self, column: Column) -> None:
        """What the cell says could not be read: it goes into the notes, under its heading."""
        head, cell = self._held[column][0]
        self._left.append(_labelled(head or column.value.capitalize().replace("_", " "), cell))


def _labelled(head: str, cell: str) -> str:
    return f"{head}: {cell}" if head else cell


def _past(status: JobStatus, applied: date | None) -> list[Move]:
    """What can be known of the way: applied on that day. The rest happens when it is imported."""
    at = _noon(applied)
    if at is None or status is JobStatus.INTERESTED:
        return []
    first = Move(
        from_status=JobStatus.INTERESTED, to_status=JobStatus.APPLIED, at=at, first_applied=True, previous_entered=at
    )
    return [first]


def _noon(day: date | None) -> datetime | None:
    """A day has no hour: noon is that day almost everywhere."""
    return None if day is None else datetime.combine(day, time(12), UTC)

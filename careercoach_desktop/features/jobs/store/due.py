"""What reminders of jobs follow from: where every job stands, when it was sent, who belongs to it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Date, bindparam, func, select, update
from sqlmodel import Session

from careercoach_desktop.features.jobs.model import JobStatus, TimelineKind
from careercoach_desktop.features.jobs.store.among import among
from careercoach_desktop.features.jobs.store.tables import APPLICATION, CONTACT, EVENT, JOB, JOB_CONTACT


@dataclass(frozen=True, slots=True)
class DueBasis:
    """One job, as far as reminders are concerned."""

    job_id: int
    title: str
    company: str
    status: JobStatus
    is_away: bool
    """Removed or archived: nothing is to be done about it."""
    deadline: date | None
    entered_column: datetime
    follow_up: date | None
    """What its card says now."""
    next_interview: datetime | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a name, for reminders about them."""

    contact_id: int
    name: str
    company: str


_COLUMNS = tuple(
    JOB.c[name]
    for name in (
        "id",
        "title",
        "company",
        "status",
        "archived",
        "deleted_at",
        "deadline",
        "entered_column",
        "follow_up",
        "next_interview",
    )
)


class DueStore:
    """Queries on one session; the caller owns the transaction."""

    def __init__(self, session: Session) -> None:
        self._connection = session.connection()

    def bases(self, job_ids: Collection[int] | None = None) -> list[DueBasis]:
        """Of these jobs, or of all that are there; removed ones only when they are asked for."""
        which = JOB.c.deleted_at.is_(None) if job_ids is None else among(JOB.c.id, job_ids)
        return [_basis(row) for row in self._connection.execute(select(*_COLUMNS).where(which))]

    def sent(self, job_ids: Collection[int]) -> dict[int, date]:
        """Job → when something was last sent for it, as its applications say."""
        query = select(APPLICATION.c.job_id, func.max(APPLICATION.c.submitted)).where(
            among(APPLICATION.c.job_id, job_ids),
            APPLICATION.c.deleted_at.is_(None),
            APPLICATION.c.submitted.is_not(None),
        )
        return {row[0]: row[1] for row in self._connection.execute(query.group_by(APPLICATION.c.job_id))}

    def answered(self, job_ids: Collection[int]) -> set[int]:
        """Those of whose applications one was answered."""
        query = select(APPLICATION.c.job_id).where(
            among(APPLICATION.c.job_id, job_ids),
            APPLICATION.c.deleted_at.is_(None),
            APPLICATION.c.responded.is_not(None),
        )
        return set(self._connection.execute(query).scalars())

    def contacted(self, job_ids: Collection[int]) -> dict[int, datetime]:
        """Job → when somebody of it was last written to."""
        query = select(EVENT.c.job_id, func.max(EVENT.c.at)).where(
            among(EVENT.c.job_id, job_ids), EVENT.c.kind == TimelineKind.CONTACTED.value
        )
        return {row[0]: row[1] for row in self._connection.execute(query.group_by(EVENT.c.job_id))}

    def people_of(self, job_ids: Collection[int]) -> dict[int, list[int]]:
        """Job → the people that belong to it and are there."""
        query = (
            select(JOB_CONTACT.c.job_id, JOB_CONTACT.c.contact_id)
            .join(CONTACT, CONTACT.c.id == JOB_CONTACT.c.contact_id)
            .where(among(JOB_CONTACT.c.job_id, job_ids), CONTACT.c.deleted_at.is_(None))
        )
        found: dict[int, list[int]] = {}
        for job_id, contact_id in self._connection.execute(query):
            found.setdefault(job_id, []).append(contact_id)
        return found

    def jobs_of(self, contact_ids: Collection[int]) -> list[int]:
        """The jobs these people belong to."""
        query = select(JOB_CONTACT.c.job_id).where(among(JOB_CONTACT.c.contact_id, contact_ids)).distinct()
        return list(self._connection.execute(query).scalars())

    def people(self, contact_ids: Collection[int]) -> dict[int, Person]:
        """Those that are there."""
        query = select(CONTACT.c.id, CONTACT.c.name, CONTACT.c.company)
        rows = self._connection.execute(query.where(among(CONTACT.c.id, contact_ids), CONTACT.c.deleted_at.is_(None)))
        return {row.id: Person(row.id, row.name, row.company) for row in rows}

    def known(self, table_of: str, ids: Collection[int]) -> set[int]:
        """Which of these ids a job (``job``) or a person (``contact``) has, removed ones included."""
        column = {"job": JOB, "contact": CONTACT}[table_of].c.id
        return set(self._connection.execute(select(column).where(among(column, ids))).scalars())

    def set_follow_ups(self, days: Mapping[int, date | None]) -> None:
        """What these jobs’ cards say."""
        if days:
            statement = update(JOB).where(JOB.c.id == bindparam("at")).values(follow_up=bindparam("day", type_=Date))
            self._connection.execute(statement, [{"at": job_id, "day": day} for job_id, day in days.items()])


def _basis(row: Any) -> DueBasis:
    return DueBasis(
        row.id,
        row.title,
        row.company,
        JobStatus(row.status),
        row.archived or row.deleted_at is not None,
        row.deadline,
        row.entered_column,
        row.follow_up,
        row.next_interview,
    )

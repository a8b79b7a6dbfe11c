"""What reminders of jobs follow from: where every job stands, when it was sent, who belongs to it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any

from sqlalchemy import func, select, update
from sqlmodel import Session

from careercoach_desktop.features.jobs.model import JobStatus, TimelineKind
from careercoach_desktop.features.jobs.store.tables import APPLICATION, CONTACT, EVENT, JOB, JOB_CONTACT

_AT_ONCE = 500


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


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a name, for reminders about them."""

    contact_id: int
    name: str
    company: str


class DueStore:
    """Queries on one session; the caller owns the transaction."""

    def __init__(self, session: Session) -> None:
        self._connection = session.connection()

    def bases(self, job_ids: Collection[int] | None = None) -> list[DueBasis]:
        """Of these jobs, or of all that are there; removed ones only when they are asked for."""
        columns = [
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
            )
        ]
        if job_ids is None:
            return [_basis(row) for row in self._connection.execute(select(*columns).where(JOB.c.deleted_at.is_(None)))]
        found = []
        for some in _batches(job_ids):
            found += [_basis(row) for row in self._connection.execute(select(*columns).where(JOB.c.id.in_(some)))]
        return found

    def sent(self, job_ids: Collection[int]) -> dict[int, date]:
        """Job → when something was last sent for it, as its applications say."""
        return self._latest(
            job_ids,
            lambda some: (
                select(APPLICATION.c.job_id, func.max(APPLICATION.c.submitted))
                .where(
                    APPLICATION.c.job_id.in_(some),
                    APPLICATION.c.deleted_at.is_(None),
                    APPLICATION.c.submitted.is_not(None),
                )
                .group_by(APPLICATION.c.job_id)
            ),
        )

    def answered(self, job_ids: Collection[int]) -> set[int]:
        """Those of whose applications one was answered."""
        found = set()
        for some in _batches(job_ids):
            query = select(APPLICATION.c.job_id).where(
                APPLICATION.c.job_id.in_(some), APPLICATION.c.deleted_at.is_(None), APPLICATION.c.responded.is_not(None)
            )
            found |= set(self._connection.execute(query).scalars())
        return found

    def contacted(self, job_ids: Collection[int]) -> dict[int, datetime]:
        """Job → when somebody of it was last written to."""
        return self._latest(
            job_ids,
            lambda some: (
                select(EVENT.c.job_id, func.max(EVENT.c.at))
                .where(EVENT.c.job_id.in_(some), EVENT.c.kind == TimelineKind.CONTACTED.value)
                .group_by(EVENT.c.job_id)
            ),
        )

    def people_of(self, job_ids: Collection[int]) -> dict[int, list[int]]:
        """Job → the people that belong to it and are there."""
        found: dict[int, list[int]] = {}
        for some in _batches(job_ids):
            query = (
                select(JOB_CONTACT.c.job_id, JOB_CONTACT.c.contact_id)
                .join(CONTACT, CONTACT.c.id == JOB_CONTACT.c.contact_id)
                .where(JOB_CONTACT.c.job_id.in_(some), CONTACT.c.deleted_at.is_(None))
            )
            for job_id, contact_id in self._connection.execute(query):
                found.setdefault(job_id, []).append(contact_id)
        return found

    def jobs_of(self, contact_ids: Collection[int]) -> list[int]:
        """The jobs these people belong to."""
        found = []
        for some in _batches(contact_ids):
            query = select(JOB_CONTACT.c.job_id).where(JOB_CONTACT.c.contact_id.in_(some)).distinct()
            found += list(self._connection.execute(query).scalars())
        return found

    def people(self, contact_ids: Collection[int]) -> dict[int, Person]:
        """Those that are there."""
        found = {}
        for some in _batches(contact_ids):
            query = select(CONTACT.c.id, CONTACT.c.name, CONTACT.c.company)
            for row in self._connection.execute(query.where(CONTACT.c.id.in_(some), CONTACT.c.deleted_at.is_(None))):
                found[row.id] = Person(row.id, row.name, row.company)
        return found

    def known(self, table_of: str, ids: Collection[int]) -> set[int]:
        """Which of these ids a job (``job``) or a person (``contact``) has, removed ones included."""
        table, found = {"job": JOB, "contact": CONTACT}[table_of], set()
        for some in _batches(ids):
            found |= set(self._connection.execute(select(table.c.id).where(table.c.id.in_(some))).scalars())
        return found

    def set_follow_up(self, job_id: int, day: date | None) -> None:
        self._connection.execute(update(JOB).where(JOB.c.id == job_id).values(follow_up=day))

    def _latest(self, job_ids: Collection[int], query_of: Any) -> dict[int, Any]:
        found: dict[int, Any] = {}
        for some in _batches(job_ids):
            found |= {row[0]: row[1] for row in self._connection.execute(query_of(some))}
        return found


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
    )


def _batches(things: Iterable[Any]) -> Iterable[Sequence[Any]]:
    rest = iter(things)
    while some := list(islice(rest, _AT_ONCE)):
        yield some

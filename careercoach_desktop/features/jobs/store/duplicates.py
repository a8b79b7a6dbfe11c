"""Queries that find the few jobs worth comparing among ten thousand: by address, by the board's number, by company."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, func, or_, select, true
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session

from careercoach_desktop.features.jobs.capture.urls import without_tracking
from careercoach_desktop.features.jobs.duplicates.comparing import Vacancy
from careercoach_desktop.features.jobs.model import CaptureState
from careercoach_desktop.features.jobs.store.among import among
from careercoach_desktop.features.jobs.store.jobs import HAS_OTHER_ADDRESSES
from careercoach_desktop.features.jobs.store.tables import DISTINCT, JOB

_ONE = (
    "id", "title", "company", "location", "job_type", "board_id", "url", "typed_url", "also_at", "created", "capture",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class KnownJob:
    """A job as it is compared."""

    job_id: int
    vacancy: Vacancy
    added: datetime
    is_read: bool


class DuplicateStore:
    """Queries on one session; the caller owns the transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def known(self, job_ids: Iterable[int]) -> list[KnownJob]:
        """Those that are (still) there, by id."""
        return self._known(among(JOB.c.id, job_ids))

    def known_all(self) -> list[KnownJob]:
        """Every job that is there, by id."""
        return self._known(true())

    def _known(self, which: ColumnElement[bool]) -> list[KnownJob]:
        query = select(*(JOB.c[name] for name in _ONE)).where(which, JOB.c.deleted_at.is_(None))
        rows = self._session.connection().execute(query.order_by(JOB.c.id)).mappings()
        return [
            KnownJob(
                row["id"],
                Vacancy(
                    row["title"], row["company"], row["location"], row["job_type"], row["board_id"],
                    addresses(row["url"], row["typed_url"], json.loads(row["also_at"])),
                ),
                row["created"],
                row["capture"] == CaptureState.READ.value,
            )
            for row in rows
        ]  # fmt: skip

    def with_address(self, urls: Iterable[str]) -> set[int]:
        """Ids of the jobs that have one of these addresses, as their own or from a merged duplicate."""
        wanted = [url for url in urls if url]
        if not wanted:
            return set()
        own = JOB.c.url.in_(wanted), JOB.c.typed_url.in_(wanted)
        held = or_(*(func.instr(JOB.c.also_at, json.dumps(url)) > 0 for url in wanted))
        return self._here(*own, and_(HAS_OTHER_ADDRESSES, held))

    def with_board_id(self, board_id: str) -> set[int]:
        """Ids of the jobs with this number at this board, or that one with it was merged into."""
        if not board_id:
            return set()
        query = select(JOB.c.id, JOB.c.deleted_at, JOB.c.merged_into).where(JOB.c.board_id == board_id)
        rows = self._session.connection().execute(query).all()
        merged = {into for _, gone, into in rows if gone is not None and into is not None}
        return {job_id for job_id, gone, _ in rows if gone is None} | merged

    def companies(self) -> list[str]:
        """Every spelling of every company's name, those of removed jobs included; read from an index alone."""
        return list(self._session.connection().execute(select(JOB.c.company).distinct()).scalars())

    def of_companies(self, names: Sequence[str]) -> set[int]:
        return self._here(JOB.c.company.in_(names))

    def _here(self, *one_of: ColumnElement[bool]) -> set[int]:
        """Ids of the jobs for which one of these holds, each found in its own index. Whether a job is still there is
        looked at afterwards: asked for, SQLite would go through all jobs that are."""
        connection = self._session.connection()
        found = [row for each in one_of for row in connection.execute(select(JOB.c.id, JOB.c.deleted_at).where(each))]
        return {job_id for job_id, gone in found if gone is None}

    def distinct_from(self, job_id: int) -> set[int]:
        """The jobs that the person said are others than this one."""
        connection = self._session.connection()
        larger = connection.execute(select(DISTINCT.c.other_id).where(DISTINCT.c.job_id == job_id)).scalars()
        smaller = connection.execute(select(DISTINCT.c.job_id).where(DISTINCT.c.other_id == job_id)).scalars()
        return {*larger, *smaller}

    def set_distinct(self, one: int, other: int, *, distinct: bool) -> bool:
        """Whether that changed anything."""
        pair = {"job_id": min(one, other), "other_id": max(one, other)}
        connection = self._session.connection()
        if distinct:
            return connection.execute(insert(DISTINCT).values(pair).on_conflict_do_nothing()).rowcount > 0
        same = DISTINCT.c.job_id == pair["job_id"], DISTINCT.c.other_id == pair["other_id"]
        return connection.execute(delete(DISTINCT).where(*same)).rowcount > 0


def addresses(url: str, typed_url: str, also_at: Iterable[str]) -> frozenset[str]:
    """Everything a job is known by on the web, without what only tracks the visitor."""
    return frozenset(plain for each in (url, typed_url, *also_at) if (plain := without_tracking(each)))

"""Queries on applications.

A job has at most one application that stands. What a move makes of it is a new row, and the one before stays with the
moment of that move (``deleted_at``): so undoing the move finds the one exactly as it was, and redoing it finds what was
taken back.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast

from sqlalchemy import insert, select, update
from sqlmodel import Session

from careercoach_desktop.features.jobs.model import Application, ApplicationStatus
from careercoach_desktop.features.jobs.store.tables import APPLICATION, CHANGE, JOB


class ApplicationStore:
    """Queries on one session; the caller owns the transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of_job(self, job_id: int) -> Application | None:
        """The one that stands."""
        query = select(APPLICATION).where(APPLICATION.c.job_id == job_id, APPLICATION.c.deleted_at.is_(None))
        row = self._session.connection().execute(query.order_by(APPLICATION.c.id.desc()).limit(1)).mappings().first()
        return None if row is None else _application(cast("Mapping[str, Any]", row))

    def get(self, application_id: int) -> Application | None:
        """One by its id, taken back or not."""
        query = select(APPLICATION).where(APPLICATION.c.id == application_id)
        row = self._session.connection().execute(query).mappings().first()
        return None if row is None else _application(cast("Mapping[str, Any]", row))

    def all(self) -> list[Application]:
        """Every one that stands, of jobs that are there, the last submitted first."""
        query = (
            select(APPLICATION)
            .join(JOB, JOB.c.id == APPLICATION.c.job_id)
            .where(APPLICATION.c.deleted_at.is_(None), JOB.c.deleted_at.is_(None))
            .order_by(APPLICATION.c.submitted.desc(), APPLICATION.c.id.desc())
        )
        rows = self._session.connection().execute(query).mappings()
        return [_application(cast("Mapping[str, Any]", row)) for row in rows]

    def insert(self, application: Application, created: datetime) -> int:
        values = {**_values(application), "created": created}
        key = self._session.connection().execute(insert(APPLICATION).values(values)).inserted_primary_key
        return int(key[0])  # type: ignore[index]  # a single-row insert always has its key

    def update(self, application: Application) -> None:
        """Everything but whose it is and when it was recorded."""
        self._set(APPLICATION.c.id == application.id, _values(application))

    def set_taken_back(self, application_id: int, at: datetime | None) -> None:
        self._set(APPLICATION.c.id == application_id, {"deleted_at": at})

    def replace(self, job_id: int, application: Application, at: datetime) -> None:
        """A move made this of the job's application: what stood is put away with the moment of the move."""
        self._set((APPLICATION.c.job_id == job_id) & APPLICATION.c.deleted_at.is_(None), {"deleted_at": at})
        self.insert(application, at)

    def revive(self, job_id: int, status: ApplicationStatus, at: datetime) -> bool:
        """A move is made again: bring back what the undo took away, as the person had left it. False when there is
        no such application."""
        moves = select(CHANGE.c.at).where(CHANGE.c.job_id == job_id)
        query = (
            select(APPLICATION.c.id)
            .where(APPLICATION.c.job_id == job_id, APPLICATION.c.status == status.value)
            .where(APPLICATION.c.deleted_at.is_not(None), APPLICATION.c.deleted_at.not_in(moves))
            .order_by(APPLICATION.c.deleted_at.desc(), APPLICATION.c.id.desc())
        )
        found = self._session.connection().execute(query.limit(1)).scalar()
        if found is None:
            return False
        self._set((APPLICATION.c.job_id == job_id) & APPLICATION.c.deleted_at.is_(None), {"deleted_at": at})
        self._set(APPLICATION.c.id == found, {"deleted_at": None, "created": at})
        return True

    def unmake(self, job_id: int, moved_at: datetime, now: datetime) -> bool:
        """A move did not stand: what it made of the application goes, what stood before comes back."""
        here = APPLICATION.c.job_id == job_id
        standing = here & APPLICATION.c.deleted_at.is_(None)
        made = self._set(standing & (APPLICATION.c.created == moved_at), {"deleted_at": now})
        back = self._set(here & (APPLICATION.c.deleted_at == moved_at), {"deleted_at": None})
        return bool(made or back)

    def _set(self, where: Any, values: Mapping[str, Any]) -> int:
        return int(self._session.connection().execute(update(APPLICATION).where(where).values(values)).rowcount)


def _values(application: Application) -> dict[str, Any]:
    plain = application.model_dump(mode="json")
    return {
        "job_id": application.job_id,
        "method": application.method.value,
        "status": application.status.value,
        "enclosures": json.dumps(plain["enclosures"], ensure_ascii=False),
        "portal_url": application.portal_url,
        "confirmation": application.confirmation,
        "submitted": application.submitted,
        "responded": application.responded,
        "notes": application.notes,
    }


def _application(row: Mapping[str, Any]) -> Application:
    values = {name: row[name] for name in Application.model_fields}
    values["enclosures"] = json.loads(values["enclosures"])
    return Application.model_validate(values)

"""Every query on people and on which job they belong to. Removed people stay for thirty days, as jobs do."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, delete, func, insert, select, update
from sqlmodel import Session

from careercoach_desktop.features.jobs.model import Contact, JobContact, JobStatus, LinkedJob, Relation
from careercoach_desktop.features.jobs.store.among import among
from careercoach_desktop.features.jobs.store.tables import CONTACT, JOB, JOB_CONTACT
from careercoach_desktop.foundation.storage.search.index import SearchIndex
from careercoach_desktop.foundation.storage.search.model import SearchEntry

CONTACT_KIND = "contact"
_FIELDS = tuple(Contact.model_fields)
_HERE = CONTACT.c.deleted_at.is_(None)


class ContactStore:
    """Queries on one session; the caller owns the transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._connection = session.connection()

    # Reading ---------------------------------------------------------------------------------------------------

    def contact(self, contact_id: int) -> Contact | None:
        """None also for one that was removed."""
        return next(iter(self._found(CONTACT.c.id == contact_id)), None)

    def all(self) -> list[Contact]:
        """Everybody, by name."""
        return self._found()

    def some(self, ids: Collection[int]) -> list[Contact]:
        """Those of them that are there, by name."""
        return self._found(among(CONTACT.c.id, ids))

    def marks(self) -> list[Row[Any]]:
        """By what everybody is known: ``id``, ``name``, ``company`` and ``email``, by name."""
        columns = CONTACT.c.id, CONTACT.c.name, CONTACT.c.company, CONTACT.c.email
        return list(
            self._connection.execute(select(*columns).where(_HERE).order_by(func.lower(CONTACT.c.name), CONTACT.c.id))
        )

    def at_company(self, company: str) -> list[Contact]:
        """Everybody there, whatever the capitals (of which SQLite knows only the English ones)."""
        wanted = company.strip().casefold()
        if not wanted:
            return []
        rows = self._connection.execute(select(CONTACT.c.id, CONTACT.c.company).where(_HERE, CONTACT.c.company != ""))
        return self.some([row.id for row in rows if row.company.strip().casefold() == wanted])

    def of_job(self, job_id: int) -> list[JobContact]:
        """Who belongs to the job, by name."""
        query = (
            select(CONTACT, JOB_CONTACT.c.relation)
            .join(JOB_CONTACT, JOB_CONTACT.c.contact_id == CONTACT.c.id)
            .where(JOB_CONTACT.c.job_id == job_id, _HERE)
            .order_by(func.lower(CONTACT.c.name), CONTACT.c.id)
        )
        rows = self._connection.execute(query).mappings()
        return [JobContact(_contact(row), job_id, Relation(row["relation"])) for row in rows]

    def jobs_of(self, ids: Collection[int]) -> dict[int, list[LinkedJob]]:
        """Person → the jobs they belong to that are there, archived ones included; newest first."""
        found: dict[int, list[LinkedJob]] = {contact_id: [] for contact_id in ids}
        query = (
            select(JOB_CONTACT, JOB.c.title, JOB.c.company, JOB.c.status, JOB.c.archived)
            .join(JOB, JOB.c.id == JOB_CONTACT.c.job_id)
            .where(among(JOB_CONTACT.c.contact_id, ids), JOB.c.deleted_at.is_(None))
            .order_by(JOB.c.id.desc())
        )
        for row in self._connection.execute(query):
            status, relation = JobStatus(row.status), Relation(row.relation)
            linked = LinkedJob(row.job_id, row.title, row.company, status, relation, row.archived)
            found[row.contact_id].append(linked)
        return found

    def relation(self, job_id: int, contact_id: int) -> Relation | None:
        query = select(JOB_CONTACT.c.relation).where(_link(job_id, contact_id))
        found = self._connection.execute(query).scalar()
        return None if found is None else Relation(found)

    # Writing ---------------------------------------------------------------------------------------------------

    def insert(self, contact: Contact, now: datetime) -> int:
        values = {**_values(contact), "created": now}
        key = self._connection.execute(insert(CONTACT).values(values)).inserted_primary_key
        contact_id = int(key[0])  # type: ignore[index]  # a single-row insert always has its key
        self._index(contact.model_copy(update={"id": contact_id}))
        return contact_id

    def update(self, contact: Contact) -> None:
        """Make the row be exactly this."""
        self._connection.execute(update(CONTACT).where(CONTACT.c.id == contact.id).values(_values(contact)))
        self._index(contact)

    def set_deleted(self, ids: Sequence[int], at: datetime | None) -> list[int]:
        """Remove (``at``) or bring back (None); the ids it changed."""
        wanted = CONTACT.c.deleted_at.is_(None) if at else CONTACT.c.deleted_at.is_not(None)
        query = select(CONTACT.c.id).where(among(CONTACT.c.id, ids), wanted)
        found = list(self._connection.execute(query).scalars())
        self._connection.execute(update(CONTACT).where(among(CONTACT.c.id, found)).values(deleted_at=at))
        for contact_id in found:
            contact = self.contact(contact_id)
            if contact is None:
                SearchIndex(self._session).remove(CONTACT_KIND, contact_id)
            else:
                self._index(contact)
        return found

    def purge(self, deleted_before: datetime) -> int:
        return self._connection.execute(delete(CONTACT).where(CONTACT.c.deleted_at < deleted_before)).rowcount

    def link(self, job_id: int, contact_id: int, relation: Relation) -> None:
        """Instead of the relation there was."""
        self.unlink(job_id, contact_id)
        values = {"job_id": job_id, "contact_id": contact_id, "relation": relation.value}
        self._connection.execute(insert(JOB_CONTACT).values(values))

    def unlink(self, job_id: int, contact_id: int) -> None:
        self._connection.execute(delete(JOB_CONTACT).where(_link(job_id, contact_id)))

    # -----------------------------------------------------------------------------------------------------------------

    def _found(self, *which: Any) -> list[Contact]:
        query = select(CONTACT).where(_HERE, *which).order_by(func.lower(CONTACT.c.name), CONTACT.c.id)
        return [_contact(row) for row in self._connection.execute(query).mappings()]

    def _index(self, contact: Contact) -> None:
        SearchIndex(self._session).put(CONTACT_KIND, _search_entry(contact))


def contact_entries(session: Session, after: int, limit: int) -> list[SearchEntry]:
    """The next people by id, for filling the search index."""
    query = select(CONTACT).where(_HERE, CONTACT.c.id > after).order_by(CONTACT.c.id).limit(limit)
    return [_search_entry(_contact(row)) for row in session.connection().execute(query).mappings()]


def _search_entry(contact: Contact) -> SearchEntry:
    context = " · ".join(part for part in (contact.role, contact.company) if part)
    reached = (contact.email, contact.phone, contact.link, contact.notes)
    return SearchEntry(contact.id or 0, contact.name, context, "\n".join(part for part in reached if part))


def _contact(row: Mapping[Any, Any]) -> Contact:
    return Contact(**{name: row[name] for name in _FIELDS})


def _values(contact: Contact) -> dict[str, Any]:
    return {name: getattr(contact, name) for name in _FIELDS if name != "id"}


def _link(job_id: int, contact_id: int) -> Any:
    return and_(JOB_CONTACT.c.job_id == job_id, JOB_CONTACT.c.contact_id == contact_id)

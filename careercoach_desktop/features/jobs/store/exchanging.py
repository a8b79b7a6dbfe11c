"""Jobs with everything that belongs to them, out of and into the tables; and imports under way."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Table, func, insert, select, update
from sqlmodel import Session

from careercoach_desktop.features.jobs.exchange.record import Event, JobRecord, KeptPage, Move, Person
from careercoach_desktop.features.jobs.model import Application, Contact, Enclosure, JobStatus
from careercoach_desktop.features.jobs.store.contacts import ContactStore
from careercoach_desktop.features.jobs.store.jobs import job_of
from careercoach_desktop.features.jobs.store.tables import (
    APPLICATION,
    CHANGE,
    CONTACT,
    EVENT,
    IMPORT,
    JOB,
    JOB_CONTACT,
)

_AT_ONCE = 200
"""Jobs that are read together: a page of text each is a few megabytes."""
_APPLICATION = ("method", "status", "portal_url", "confirmation", "submitted", "responded", "notes")
_CONTACT = ("name", "company", "role", "email", "phone", "link", "notes", "last_contact", "next_follow_up")


@dataclass(frozen=True, slots=True)
class ImportState:
    """An import as it stands. ``source`` is empty once it is over."""

    title: str
    source: str
    done: int
    report: str


class ExchangeStore:
    """Queries on one session; the caller owns the transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # Out -----------------------------------------------------------------------------------------------------

    def ids(self) -> list[int]:
        """Every job that is there, archived ones included, in the order of their columns."""
        query = select(JOB.c.id).where(JOB.c.deleted_at.is_(None)).order_by(JOB.c.rank, JOB.c.id.desc())
        return list(self._session.connection().execute(query).scalars())

    def records(self, job_ids: Sequence[int]) -> list[JobRecord]:
        """These jobs in full, in the order given; those that are gone are left out."""
        found: dict[int, JobRecord] = {}
        for at in range(0, len(job_ids), _AT_ONCE):
            found |= self._records(job_ids[at : at + _AT_ONCE])
        return [found[job_id] for job_id in job_ids if job_id in found]

    def _records(self, job_ids: Sequence[int]) -> dict[int, JobRecord]:
        connection = self._session.connection()
        query = select(JOB).where(JOB.c.id.in_(job_ids), JOB.c.deleted_at.is_(None))
        rows = connection.execute(query).mappings().all()
        moves = self._of_jobs(CHANGE, job_ids)
        events = self._of_jobs(EVENT, job_ids)
        sent = self._of_jobs(APPLICATION, job_ids)
        people = self._people(job_ids)
        return {
            row["id"]: _record(row).model_copy(
                update={
                    "history": [Move.model_validate(one) for one in moves[row["id"]]],
                    "events": [Event.model_validate(one) for one in events[row["id"]]],
                    "applications": [_application(one) for one in sent[row["id"]] if one["deleted_at"] is None],
                    "people": people[row["id"]],
                }
            )
            for row in rows
        }

    def _of_jobs(self, table: Table, job_ids: Sequence[int]) -> dict[int, list[dict[str, Any]]]:
        rows = self._session.connection().execute(select(table).where(table.c.job_id.in_(job_ids)).order_by(table.c.id))
        held: dict[int, list[dict[str, Any]]] = defaultdict(list)
        for row in rows.mappings():
            held[row["job_id"]].append(dict(row))
        return held

    def _people(self, job_ids: Sequence[int]) -> dict[int, list[Person]]:
        query = (
            select(JOB_CONTACT.c.job_id, JOB_CONTACT.c.relation, *(CONTACT.c[name] for name in _CONTACT))
            .join(CONTACT, CONTACT.c.id == JOB_CONTACT.c.contact_id)
            .where(JOB_CONTACT.c.job_id.in_(job_ids), CONTACT.c.deleted_at.is_(None))
            .order_by(CONTACT.c.name, CONTACT.c.id)
        )
        held: dict[int, list[Person]] = defaultdict(list)
        for row in self._session.connection().execute(query).mappings():
            values = dict(row)
            job_id, relation = values.pop("job_id"), values.pop("relation")
            held[job_id].append(Person(contact=Contact(**values), relation=relation))
        return held

    # In ------------------------------------------------------------------------------------------------------

    def bottoms(self) -> dict[JobStatus, float]:
        """The lowest place of each column; 0 where there is none."""
        query = select(JOB.c.status, func.max(JOB.c.rank)).where(JOB.c.deleted_at.is_(None)).group_by(JOB.c.status)
        found = {row[0]: row[1] for row in self._session.connection().execute(query)}
        return {status: found.get(status.value, 0.0) for status in JobStatus}

    def add_past(self, job_id: int, record: JobRecord) -> None:
        """What happened to the job before, as the record has it."""
        connection = self._session.connection()
        moves = [
            one.model_dump()
            | {"job_id": job_id, "from_status": one.from_status.value, "to_status": one.to_status.value}
            for one in record.history
        ]
        if moves:
            connection.execute(insert(CHANGE), moves)
        if record.events:
            connection.execute(insert(EVENT), [one.model_dump() | {"job_id": job_id} for one in record.events])

    def add_belongings(self, job_id: int, record: JobRecord, now: datetime) -> list[int]:
        """Applications and people. Somebody who is there already is linked, not added again. Ids of those added."""
        connection = self._session.connection()
        for sent in record.applications:
            values = {name: getattr(sent, name) for name in _APPLICATION}
            values |= {"method": sent.method.value, "status": sent.status.value}
            # a number of another workspace would name somebody else's résumé here
            enclosed = [one.model_copy(update={"ref": ""}).model_dump(mode="json") for one in sent.enclosures]
            values |= {"job_id": job_id, "created": now, "enclosures": json.dumps(enclosed)}
            connection.execute(insert(APPLICATION).values(values))
        added = []
        for person in record.people:
            contact_id = self._contact(person.contact)
            if contact_id is None:
                contact_id = ContactStore(self._session).insert(person.contact, now)
                added.append(contact_id)
            link = {"job_id": job_id, "contact_id": contact_id, "relation": person.relation.value}
            connection.execute(insert(JOB_CONTACT).prefix_with("OR IGNORE").values(link))
        return added

    def _contact(self, wanted: Contact) -> int | None:
        query = select(CONTACT.c.id).where(
            CONTACT.c.name == wanted.name,
            CONTACT.c.company == wanted.company,
            CONTACT.c.email == wanted.email,
            CONTACT.c.deleted_at.is_(None),
        )
        return self._session.connection().execute(query.order_by(CONTACT.c.id).limit(1)).scalar()

    def set_contacts_deleted(self, contact_ids: Sequence[int], at: datetime | None) -> None:
        ContactStore(self._session).set_deleted(contact_ids, at)

    # Imports under way ---------------------------------------------------------------------------------------

    def begin(self, title: str, source: str, now: datetime) -> int:
        values = {"title": title, "source": source, "done": 0, "report": "{}", "created": now}
        key = self._session.connection().execute(insert(IMPORT).values(values)).inserted_primary_key
        return int(key[0])  # type: ignore[index]  # a single-row insert always has its key

    def state(self, import_id: int) -> ImportState | None:
        names = ("title", "source", "done", "report")
        query = select(*(IMPORT.c[name] for name in names)).where(IMPORT.c.id == import_id)
        row = self._session.connection().execute(query).first()
        return None if row is None else ImportState(*row)

    def go_on(self, import_id: int, values: Mapping[str, Any]) -> None:
        self._session.connection().execute(update(IMPORT).where(IMPORT.c.id == import_id).values(values))


def _record(row: Any) -> JobRecord:
    job = job_of(row)
    posting = job.posting.model_copy(update={"origins": _origins(row)})
    text = row["page_text"] or row["pasted_text"]
    page = None
    if text:
        url = row["page_url"] or row["typed_url"]
        page = KeptPage(text=text, is_markdown=bool(row["page_text"]), url=url, at=row["page_at"])
    return JobRecord(
        posting=posting,
        status=job.status,
        tags=list(job.tags),
        notes=job.notes,
        priority=job.priority,
        archived=job.archived,
        created=job.created,
        entered_column=job.entered_column,
        applied=job.applied,
        follow_up=job.follow_up,
        also_at=list(job.also_at),
        edited=json.loads(row["edited_fields"]),
        problem=job.problem,
        page=page,
    )


def _origins(row: Mapping[str, Any]) -> dict[str, Any]:
    """As stored: what the person wrote says so in ``edited``."""
    from careercoach_desktop.features.jobs.model import FieldOrigin

    return {name: FieldOrigin.model_validate(one) for name, one in json.loads(row["origins"]).items()}


def _application(row: Mapping[str, Any]) -> Application:
    enclosures = [Enclosure.model_validate(one) for one in json.loads(row["enclosures"])]
    return Application(job_id=row["job_id"], enclosures=enclosures, **{name: row[name] for name in _APPLICATION})

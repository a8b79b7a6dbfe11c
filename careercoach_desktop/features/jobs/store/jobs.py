"""Every query on jobs, their moves and their events.

The board reads plain rows, not objects: ten thousand cards must be on screen before a person notices waiting.
Removed jobs stay for thirty days (``deleted_at``), so that undo is exact; every query here leaves them out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from typing import Any, cast

from sqlalchemy import (
    ColumnElement,
    and_,
    bindparam,
    delete,
    func,
    insert,
    literal_column,
    or_,
    select,
    type_coerce,
    update,
)
from sqlalchemy.types import NullType, TypeEngine
from sqlmodel import Session

from careercoach_desktop.features.jobs.filtering import folded
from careercoach_desktop.features.jobs.first_cards import CARD_COLUMNS, cards_of
from careercoach_desktop.features.jobs.model import (
    CaptureState,
    Job,
    JobCard,
    JobStatus,
    Posting,
    Relation,
    TimelineEntry,
    TimelineKind,
)
from careercoach_desktop.features.jobs.store.among import among
from careercoach_desktop.features.jobs.store.tables import CHANGE, CONTACT, EVENT, JOB, JOB_CONTACT, JobRow
from careercoach_desktop.foundation.storage.blobs import BlobStore
from careercoach_desktop.foundation.storage.search.index import SearchIndex
from careercoach_desktop.foundation.storage.search.model import SearchEntry

LIST_FIELDS = ("requirements", "responsibilities", "benefits")
POSTING_FIELDS = tuple(Posting.model_fields)
SEARCHED = ("title", "company", "location", "tags", "notes")
INDEXED = (*SEARCHED, "description")
SEARCH_KIND = "job"
_STATUS = {status.value: status for status in JobStatus}
_CAPTURE = {state.value: state for state in CaptureState}
HAS_OTHER_ADDRESSES = JOB.c.also_at != literal_column("'[]'")
"""In the very words of its index, so that SQLite knows to use it."""
_AS_STORED: TypeEngine[Any] = NullType()
# As SQLite keeps them: turning ten thousand rows into cards by hand takes half the time of SQLAlchemy's converters.
_CARD_COLUMNS = tuple(type_coerce(JOB.c[name], _AS_STORED) for name in CARD_COLUMNS)


@dataclass(frozen=True, slots=True)
class CaptureSource:
    """What a capture has to read from: an archived page, a pasted text, or an address to fetch."""

    job_id: int
    title: str
    typed_url: str
    pasted_text: str
    page_sha256: str | None
    page_name: str
    page_url: str
    page_charset: str
    page_at: datetime | None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a job stands now, with the dates a move touches."""

    job_id: int
    status: JobStatus
    rank: float
    entered_column: datetime
    applied: datetime | None


@dataclass(frozen=True, slots=True)
class Change:
    """The newest move of a job."""

    id: int
    from_status: JobStatus
    to_status: JobStatus
    at: datetime
    previous_entered: datetime
    first_applied: bool
    reason: str


def posting_values(posting: Posting, fields: Iterable[str] = POSTING_FIELDS) -> dict[str, Any]:
    """Column values of the posting's ``fields``; lists and origins as JSON."""
    plain = posting.model_dump(mode="json")
    values: dict[str, Any] = {}
    for name in fields:
        is_json = name in LIST_FIELDS or name == "origins"
        is_date = name in {"posted_date", "deadline"}
        values[name] = json.dumps(plain[name]) if is_json else getattr(posting, name) if is_date else plain[name]
    return values


class JobStore:
    """Queries on one session; the caller owns the transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # Reading -------------------------------------------------------------------------------------------------

    def cards(
        self, job_ids: Sequence[int] | None = None, *, status: JobStatus | None = None, with_archived: bool = False
    ) -> list[JobCard]:
        """Every card of the board (or only those asked for), in board order: by column rank, then newest."""
        query = select(*_CARD_COLUMNS).where(_here()).order_by(JOB.c.rank, JOB.c.id.desc())
        if not with_archived:
            query = query.where(JOB.c.archived.is_(False))
        if job_ids is not None:
            query = query.where(among(JOB.c.id, job_ids))
        if status is not None:
            query = query.where(JOB.c.status == status.value)
        return cards_of(self._session.connection().execute(query))

    def count(self, *, with_archived: bool = False) -> int:
        """How many cards the board has."""
        query = select(func.count()).select_from(JOB).where(_here())
        if not with_archived:
            query = query.where(JOB.c.archived.is_(False))
        return int(self._session.connection().execute(query).scalar_one())

    def job(self, job_id: int) -> Job | None:
        """One job in full, or None when there is no such job (any more)."""
        row = self._row(job_id)
        return None if row is None else replace(job_of(row), referred_by=self._referred_by(job_id))

    def row(self, job_id: int) -> Mapping[str, Any] | None:
        """Every column of one job, as stored; None when there is no such job (any more)."""
        return self._row(job_id)

    def _referred_by(self, job_id: int) -> tuple[str, ...]:
        query = (
            select(CONTACT.c.name)
            .join(JOB_CONTACT, JOB_CONTACT.c.contact_id == CONTACT.c.id)
            .where(JOB_CONTACT.c.job_id == job_id, JOB_CONTACT.c.relation == Relation.REFERRAL.value)
            .where(CONTACT.c.deleted_at.is_(None))
            .order_by(CONTACT.c.id)
        )
        return tuple(self._session.connection().execute(query).scalars())

    def capture_source(self, job_id: int) -> CaptureSource | None:
        names = ("title", "typed_url", "pasted_text", "page_sha256", "page_name", "page_url", "page_charset", "page_at")
        row = self._row(job_id)
        return None if row is None else CaptureSource(job_id, **{name: row[name] for name in names})

    def value(self, job_id: int, column: str) -> Any:
        """One column of one job; None also when there is no such job."""
        query = select(JOB.c[column]).where(JOB.c.id == job_id, _here())
        return self._session.connection().execute(query).scalar()

    def id_of_url(self, urls: Sequence[str]) -> int | None:
        """The newest job captured from one of these addresses, or that a job captured there was merged into."""
        held = or_(*(func.instr(JOB.c.also_at, json.dumps(url)) > 0 for url in urls))
        for which in (JOB.c.url.in_(urls), JOB.c.typed_url.in_(urls), and_(HAS_OTHER_ADDRESSES, held)):
            # each found in its own index; asked whether it is still there, SQLite would go through all jobs that are
            found = self._session.connection().execute(select(JOB.c.id, JOB.c.deleted_at).where(which)).all()
            here = [int(job_id) for job_id, gone in found if gone is None]
            if here:
                return max(here)
        return None

    def matching(self, words: Sequence[str]) -> frozenset[int]:
        """Ids of the jobs that hold every one of the folded ``words``: anywhere in what the card is about, or at the
        beginning of a word of the description."""
        index, found = SearchIndex(self._session), None
        for word in words:
            part = select(JOB.c.id).where(_here(), func.instr(JOB.c.search_text, word) > 0)
            holding = index.records_with(SEARCH_KIND, word).union(self._session.connection().execute(part).scalars())
            found = holding if found is None else found & holding
        if found is None:  # nothing was asked for
            return frozenset(self._session.connection().execute(select(JOB.c.id).where(_here())).scalars())
        return found

    def column(self, status: JobStatus) -> list[tuple[int, float]]:
        """(id, rank) of one column in its order, archived jobs included."""
        query = select(JOB.c.id, JOB.c.rank).where(_here(), JOB.c.status == status.value)
        rows = self._session.connection().execute(query.order_by(JOB.c.rank, JOB.c.id.desc()))
        return [(row[0], row[1]) for row in rows]

    def standings(self, job_ids: Sequence[int]) -> dict[int, Standing]:
        names = ("id", "status", "rank", "entered_column", "applied_at")
        query = select(*(JOB.c[name] for name in names)).where(_here(), among(JOB.c.id, job_ids))
        rows = self._session.connection().execute(query)
        return {row[0]: Standing(row[0], _STATUS[row[1]], row[2], row[3], row[4]) for row in rows}

    def last_change(self, job_id: int) -> Change | None:
        query = select(CHANGE).where(CHANGE.c.job_id == job_id).order_by(CHANGE.c.at.desc(), CHANGE.c.id.desc())
        row = self._session.connection().execute(query.limit(1)).mappings().first()
        if row is None:
            return None
        return Change(
            row["id"],
            _STATUS[row["from_status"]],
            _STATUS[row["to_status"]],
            row["at"],
            row["previous_entered"],
            row["first_applied"],
            row["reason"],
        )

    def timeline(self, job_id: int) -> list[TimelineEntry]:
        """Events and moves together, newest first. Move ids are negative, so that ids stay unique."""
        connection = self._session.connection()
        entries = [
            TimelineEntry(row.id, job_id, TimelineKind(row.kind), row.at, row.text)
            for row in connection.execute(select(EVENT).where(EVENT.c.job_id == job_id))
        ]
        for row in connection.execute(select(CHANGE).where(CHANGE.c.job_id == job_id)):
            source, target = _STATUS[row.from_status], _STATUS[row.to_status]
            entries.append(
                TimelineEntry(-row.id, job_id, TimelineKind.MOVED, row.at, "", source, target, reason=row.reason)
            )
        return sorted(entries, key=lambda entry: (entry.when, abs(entry.id)), reverse=True)

    # Writing -------------------------------------------------------------------------------------------------

    def insert(self, values: Mapping[str, Any]) -> int:
        """A new job from column values (as ``posting_values`` makes them); its id."""
        row = {**_empty_row(), **values}
        row["search_text"] = search_text(row)
        key = self._session.connection().execute(insert(JOB), row).inserted_primary_key
        job_id = int(key[0])  # type: ignore[index]  # a single-row insert always has its key
        SearchIndex(self._session).put(SEARCH_KIND, _search_entry({**row, "id": job_id}))
        return job_id

    def update(self, job_id: int, values: Mapping[str, Any]) -> None:
        """Set columns of one job; what is searched follows by itself."""
        values = dict(values)
        if not values:
            return
        if any(name in values for name in INDEXED):
            row = self._row(job_id)
            if row is None:
                return
            changed = {**row, **values}
            values["search_text"] = search_text(changed)
            SearchIndex(self._session).put(SEARCH_KIND, _search_entry(changed))
        self._session.connection().execute(update(JOB).where(JOB.c.id == job_id).values(values))

    def place(self, standings: Iterable[Standing]) -> None:
        """Write status, rank and the dates of moved jobs."""
        rows = [
            {"at": one.job_id, "s": one.status.value, "r": one.rank, "e": one.entered_column, "a": one.applied}
            for one in standings
        ]
        names = {"status": "s", "rank": "r", "entered_column": "e", "applied_at": "a"}
        values = {column: bindparam(name, type_=JOB.c[column].type) for column, name in names.items()}
        if rows:
            statement = update(JOB).where(JOB.c.id == bindparam("at")).values(values)
            self._session.connection().execute(statement, rows)

    def lowest_rank(self, status: JobStatus) -> float | None:
        query = select(func.min(JOB.c.rank)).where(_here(), JOB.c.status == status.value)
        return self._session.connection().execute(query).scalar()

    def add_change(
        self, before: Standing, target: JobStatus, at: datetime, *, first_applied: bool = False, reason: str = ""
    ) -> None:
        values = {
            "job_id": before.job_id,
            "from_status": before.status.value,
            "to_status": target.value,
            "reason": reason,
            "at": at,
            "previous_entered": before.entered_column,
            "first_applied": first_applied,
        }
        self._session.connection().execute(insert(CHANGE).values(values))

    def set_reason(self, change_id: int, reason: str) -> None:
        self._session.connection().execute(update(CHANGE).where(CHANGE.c.id == change_id).values(reason=reason))

    def drop_change(self, change_id: int) -> None:
        self._session.connection().execute(delete(CHANGE).where(CHANGE.c.id == change_id))

    def add_event(self, job_id: int, kind: TimelineKind, text: str, at: datetime) -> None:
        values = {"job_id": job_id, "kind": kind.value, "text": text, "at": at}
        self._session.connection().execute(insert(EVENT).values(values))

    def drop_last_event(self, job_id: int, kind: TimelineKind) -> None:
        newest = select(func.max(EVENT.c.id)).where(EVENT.c.job_id == job_id, EVENT.c.kind == kind.value)
        self._session.connection().execute(delete(EVENT).where(EVENT.c.id == newest.scalar_subquery()))

    def drop_event_saying(self, job_id: int, kind: TimelineKind, text: str) -> bool:
        """Whether the newest event of this kind said exactly this; then it is gone."""
        of_kind = EVENT.c.job_id == job_id, EVENT.c.kind == kind.value
        query = select(EVENT.c.id, EVENT.c.text).where(*of_kind).order_by(EVENT.c.id.desc()).limit(1)
        newest = self._session.connection().execute(query).first()
        if newest is None or newest.text != text:
            return False
        self._session.connection().execute(delete(EVENT).where(EVENT.c.id == newest.id))
        return True

    def set_deleted(self, job_ids: Sequence[int], at: datetime | None) -> list[int]:
        """Remove (``at``) or bring back (None), but for what was merged away; the ids it changed."""
        gone = JOB.c.deleted_at.is_not(None) & JOB.c.merged_into.is_(None)
        wanted = JOB.c.deleted_at.is_(None) if at else gone
        connection = self._session.connection()
        found = list(connection.execute(select(JOB.c.id).where(among(JOB.c.id, job_ids), wanted)).scalars())
        connection.execute(update(JOB).where(among(JOB.c.id, found)).values(deleted_at=at))
        index = SearchIndex(self._session)
        if at:
            index.remove_all(SEARCH_KIND, found)
            return found
        for job_id in found:
            row = self._row(job_id)
            if row is not None:
                index.put(SEARCH_KIND, _search_entry(row))
        return found

    def purge(self, deleted_before: datetime) -> int:
        """Forget for good what was removed before then, archived pages included; how many jobs that were.

        What was merged into a job stays as long as that job: its page can still be read there.
        """
        holder = JOB.alias("holder")
        held = select(holder.c.id).where(holder.c.id == JOB.c.merged_into).exists()
        removed = delete(JOB).where(JOB.c.deleted_at < deleted_before, ~held)
        gone = self._session.connection().execute(removed).rowcount
        BlobStore(self._session).forget_unused()
        return gone

    def _row(self, job_id: int) -> Mapping[str, Any] | None:
        query = select(JOB).where(JOB.c.id == job_id, _here())
        row = self._session.connection().execute(query).mappings().first()
        return None if row is None else cast("Mapping[str, Any]", row)


@cache
def _empty_row() -> Mapping[str, Any]:
    """What a job has that says nothing yet."""
    row = JobRow(title="", rank=0, created=_NO_TIME, entered_column=_NO_TIME).model_dump()
    del row["id"]
    return row


def search_entries(session: Session, after: int, limit: int) -> list[SearchEntry]:
    """The next jobs by id, for filling the search index."""
    query = select(JOB).where(_here(), JOB.c.id > after).order_by(JOB.c.id).limit(limit)
    rows = session.connection().execute(query).mappings()
    return [_search_entry(cast("Mapping[str, Any]", row)) for row in rows]


_NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)


def job_of(row: Mapping[str, Any]) -> Job:
    """The job that a whole row holds."""
    values = dict(row)
    for name in (*LIST_FIELDS, "origins"):
        values[name] = json.loads(values[name])
    for name in set(json.loads(values["edited_fields"])) & set(values["origins"]):
        values["origins"][name] = {"source": "you"}  # what the person wrote is sure
    return Job(
        id=values["id"],
        posting=Posting.model_validate({name: values[name] for name in POSTING_FIELDS}),
        status=_STATUS[values["status"]],
        rank=values["rank"],
        score=values["score"],
        tags=tuple(json.loads(values["tags"])),
        priority=values["priority"],
        notes=values["notes"],
        archived=values["archived"],
        capture=_CAPTURE[values["capture"]],
        problem=values["problem"],
        has_page=values["page_sha256"] is not None or bool(values["pasted_text"]),
        created=values["created"],
        applied=values["applied_at"],
        entered_column=values["entered_column"],
        follow_up=values["follow_up"],
        next_interview=values["next_interview"],
        also_at=tuple(json.loads(values["also_at"])),
    )


def _here() -> ColumnElement[bool]:
    return JOB.c.deleted_at.is_(None)


def search_text(row: Mapping[str, Any]) -> str:
    """What the board's search looks through: any part of a word, folded."""
    tags = " ".join(json.loads(row["tags"]))
    return folded("\n".join([*(str(row[name]) for name in SEARCHED if name != "tags"), tags]))


def search_context(row: Mapping[str, Any]) -> str:
    """What stands under the title of a job that was found."""
    parts = (row["company"], row["location"], *json.loads(row["tags"]))
    return " · ".join(part for part in parts if part)


def _search_entry(row: Mapping[str, Any]) -> SearchEntry:
    """What is found of a job: its own words, not the marks its description is set with."""
    from careercoach_desktop.features.jobs.capture.markdown import plain  # not before a first job is written

    body = "\n".join(part for part in (row["notes"], plain(row["description"])) if part)
    return SearchEntry(row["id"], row["title"], search_context(row), body)

"""Every query on rounds and on who asks in them. Removed rounds stay for thirty days, as jobs do."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel
from sqlalchemy import ColumnElement, Row, bindparam, delete, func, insert, select, update
from sqlmodel import Session

from careercoach_desktop.features.interviews.model import (
    Interview,
    Interviewer,
    InterviewOutcome,
    InterviewPlan,
    InterviewType,
    When,
)
from careercoach_desktop.features.interviews.model.when import zone_of
from careercoach_desktop.features.interviews.store.tables import INTERVIEW, INTERVIEWER
from careercoach_desktop.features.jobs.model import Contact

_HERE = INTERVIEW.c.removed.is_(None)
_IN_ORDER = (INTERVIEW.c.starts, INTERVIEW.c.id)
_CANCELLED = InterviewOutcome.CANCELLED.value
_OPEN = (INTERVIEW.c.completed.is_(None), INTERVIEW.c.outcome != _CANCELLED)
_TYPES = {each.value: each for each in InterviewType}
_PLAIN = tuple(name for name in Interview.model_fields if name not in {"type", "outcome", "when", "interviewers"})
_plain_of = itemgetter(*(INTERVIEW.c.keys().index(name) for name in _PLAIN))
_FIELDS: dict[type[BaseModel], set[str]] = {Interview: set(Interview.model_fields), When: set(When.model_fields)}
_OUTCOMES = {each.value: each for each in InterviewOutcome}
M = TypeVar("M", bound=BaseModel)


class Taken(NamedTuple):
    """The time one round takes."""

    id: int
    job_id: int
    starts: datetime
    ends: datetime
    all_day: bool
    cancelled: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """A round as it is stored: its row, and who asks as (contact, name)."""

    row: Row[Any]
    people: tuple[tuple[int | None, str], ...] = ()

    @property
    def taken(self) -> Taken:
        row = self.row
        return Taken(row.id, row.job_id, row.starts, row.ends, row.all_day, row.outcome == _CANCELLED)


class InterviewStore:
    """Queries on one session; the caller owns the transaction."""

    def __init__(self, session: Session) -> None:
        self._connection = session.connection()

    # Reading ---------------------------------------------------------------------------------------------------

    def get(self, interview_id: int, *, with_removed: bool = False) -> Kept:
        """Raises KeyError when there is none (any more)."""
        found = self._found(INTERVIEW.c.id == interview_id, with_removed=with_removed)
        if not found:
            raise KeyError(interview_id)
        return found[0]

    def some(self, ids: Iterable[int], *, with_removed: bool = False) -> list[Kept]:
        return self._found(_among(INTERVIEW.c.id, ids), with_removed=with_removed)

    def all(self) -> list[Kept]:
        """By time, as everything here."""
        return self._found()

    def of_jobs(self, job_ids: Iterable[int]) -> list[Kept]:
        return self._found(_among(INTERVIEW.c.job_id, job_ids))

    def overlapping(self, start: datetime, end: datetime) -> list[Kept]:
        """Whatever takes some of the time between these moments."""
        return self._found(INTERVIEW.c.starts < end, INTERVIEW.c.ends > start)

    def taken(self, start: datetime, end: datetime) -> list[Taken]:
        """Of what takes some of the time between these moments only what a conflict follows from."""
        names = ("id", "job_id", "starts", "ends", "all_day", "outcome")
        query = select(*(INTERVIEW.c[name] for name in names))
        at_that_time = (INTERVIEW.c.starts < end, INTERVIEW.c.ends > start, _HERE)
        rows = self._connection.execute(query.where(*at_that_time))
        return [Taken(row.id, row.job_id, row.starts, row.ends, row.all_day, row.outcome == _CANCELLED) for row in rows]

    def between(self, start: datetime, end: datetime) -> list[Kept]:
        """What is not over at ``start`` and has begun by ``end``."""
        return self._found(INTERVIEW.c.ends > start, INTERVIEW.c.starts <= end)

    def next(self, after: int, limit: int) -> list[Kept]:
        """The next by id."""
        ids = select(INTERVIEW.c.id).where(_HERE, INTERVIEW.c.id > after).order_by(INTERVIEW.c.id).limit(limit)
        found = self._found(INTERVIEW.c.id.in_(ids))
        return sorted(found, key=lambda one: one.row.id)

    def ids_of_jobs(self, job_ids: Iterable[int]) -> list[int]:
        """Removed ones included."""
        query = select(INTERVIEW.c.id).where(_among(INTERVIEW.c.job_id, job_ids))
        return list(self._connection.execute(query).scalars())

    def ahead(self, moment: datetime, until: datetime | None = None) -> list[tuple[int, int]]:
        """(id, job) of what is not over then, took no place yet and was not cancelled; with ``until`` only what has
        begun by then."""
        query = select(INTERVIEW.c.id, INTERVIEW.c.job_id).where(_HERE, INTERVIEW.c.ends > moment, *_OPEN)
        if until is not None:
            query = query.where(INTERVIEW.c.starts < until)
        return [(row[0], row[1]) for row in self._connection.execute(query.order_by(*_IN_ORDER))]

    def untold(self, start: datetime, end: datetime) -> list[Kept]:
        """What ended between these moments, and nothing is kept of how it went."""
        said_nothing = (INTERVIEW.c.outcome == InterviewOutcome.PENDING.value, INTERVIEW.c.feedback == "")
        return self._found(INTERVIEW.c.ends > start, INTERVIEW.c.ends <= end, *_OPEN, *said_nothing)

    def last_rounds(self) -> dict[int, int]:
        """The number of the last round by job, counted as ``last_round``."""
        counts = _HERE & (INTERVIEW.c.outcome != InterviewOutcome.CANCELLED.value)
        query = select(INTERVIEW.c.job_id, func.max(INTERVIEW.c.round)).where(counts).group_by(INTERVIEW.c.job_id)
        return {job_id: int(last) for job_id, last in self._connection.execute(query)}

    def last_round(self, job_id: int) -> int:
        """0 when there was none; cancelled ones don't count."""
        counts = (INTERVIEW.c.job_id == job_id) & _HERE & (INTERVIEW.c.outcome != InterviewOutcome.CANCELLED.value)
        return int(self._connection.execute(select(func.max(INTERVIEW.c.round)).where(counts)).scalar() or 0)

    def jobs_with_rounds(self, job_ids: Iterable[int] | None = None) -> set[int]:
        """Of these jobs (None: of all) those that have any, removed ones included."""
        query = select(INTERVIEW.c.job_id).distinct()
        if job_ids is not None:
            query = query.where(_among(INTERVIEW.c.job_id, job_ids))
        return set(self._connection.execute(query).scalars())

    def with_contacts(self, contact_ids: Iterable[int]) -> list[int]:
        """The rounds these people ask in."""
        query = select(INTERVIEWER.c.interview_id).where(_among(INTERVIEWER.c.contact_id, contact_ids)).distinct()
        return list(self._connection.execute(query).scalars())

    # Writing ---------------------------------------------------------------------------------------------------

    def insert(self, job_id: int, plan: InterviewPlan, uid: str, number: int, now: datetime) -> int:
        """A new round; who asks comes with ``set_people``."""
        values = {
            "job_id": job_id, "type": plan.type.value, "round": number, **_time(plan.when), "place": plan.place,
            "link": plan.link, "notes": plan.notes, "questions": "", "feedback": "", "sequence": 0, "organiser": "",
            "outcome": InterviewOutcome.PENDING.value, "uid": uid, "created": now, "updated": now,
        }  # fmt: skip
        key = self._connection.execute(insert(INTERVIEW).values(values)).inserted_primary_key
        return int(key[0])  # type: ignore[index]  # a single-row insert always has its key

    def update(self, before: Interview, after: Interview) -> None:
        """Write what differs, so that what is not known here (a time zone of another computer) stays as it is."""
        values = {
            name: _stored(getattr(after, name))
            for name in Interview.model_fields
            if name not in {"id", "when", "interviewers"} and getattr(before, name) != getattr(after, name)
        }
        if not before.when.same(after.when):
            values |= _time(after.when)
        if values:
            self._connection.execute(update(INTERVIEW).where(INTERVIEW.c.id == after.id).values(values))

    def set_followed_up(self, interview_id: int, day: date | None) -> None:
        """Nothing others were told of, so it makes no new version."""
        self._connection.execute(update(INTERVIEW).where(INTERVIEW.c.id == interview_id).values(followed_up=day))

    def set_people(self, interview_id: int, people: Sequence[tuple[int | None, str]]) -> None:
        """Who asks, in this order, instead of who did."""
        self._connection.execute(delete(INTERVIEWER).where(INTERVIEWER.c.interview_id == interview_id))
        rows = [
            {"interview_id": interview_id, "contact_id": contact_id, "name": name, "position": position}
            for position, (contact_id, name) in enumerate(people)
        ]
        if rows:
            self._connection.execute(insert(INTERVIEWER), rows)

    def set_removed(self, ids: Iterable[int], at: datetime | None, now: datetime) -> list[int]:
        """Remove (``at``) or bring back (None); the ids it changed."""
        wanted = _HERE if at else INTERVIEW.c.removed.is_not(None)
        found = list(
            self._connection.execute(select(INTERVIEW.c.id).where(_among(INTERVIEW.c.id, ids), wanted)).scalars()
        )
        values = {"removed": at, "updated": now, "sequence": INTERVIEW.c.sequence + 1}
        self._connection.execute(update(INTERVIEW).where(_among(INTERVIEW.c.id, found)).values(values))
        return found

    def set_moments(self, moments: Mapping[int, tuple[datetime, datetime]]) -> None:
        """When these begin and end, worked out anew."""
        rows = [{"at": each, "begins": start, "stops": end} for each, (start, end) in moments.items()]
        if rows:
            kind = INTERVIEW.c.starts.type
            values = {"starts": bindparam("begins", type_=kind), "ends": bindparam("stops", type_=kind)}
            self._connection.execute(update(INTERVIEW).where(INTERVIEW.c.id == bindparam("at")).values(values), rows)

    def purge(self, removed_before: datetime) -> list[int]:
        """Forget for good what was removed before then; the ids."""
        old = INTERVIEW.c.removed < removed_before
        gone = list(self._connection.execute(select(INTERVIEW.c.id).where(old)).scalars())
        self._connection.execute(delete(INTERVIEW).where(_among(INTERVIEW.c.id, gone)))
        return gone

    # -----------------------------------------------------------------------------------------------------------------

    def _found(self, *which: ColumnElement[bool], with_removed: bool = False) -> list[Kept]:
        here = which if with_removed else (*which, _HERE)
        rows = self._connection.execute(select(INTERVIEW).where(*here).order_by(*_IN_ORDER)).all()
        people: dict[int, list[tuple[int | None, str]]] = {}
        if rows:
            columns = INTERVIEWER.c.interview_id, INTERVIEWER.c.contact_id, INTERVIEWER.c.name
            mine = _among(INTERVIEWER.c.interview_id, [row.id for row in rows])
            query = select(*columns).where(mine).order_by(INTERVIEWER.c.interview_id, INTERVIEWER.c.position)
            for interview_id, contact_id, name in self._connection.execute(query):
                people.setdefault(interview_id, []).append((contact_id, name))
        return [Kept(row, tuple(people.get(row.id, ()))) for row in rows]


def interview_of(kept: Kept, contacts: Mapping[int, Contact]) -> Interview:
    """The round with what is known of who asks."""
    return interviews_of([kept], contacts)[0]


def interviews_of(some: Sequence[Kept], contacts: Mapping[int, Contact]) -> list[Interview]:
    """The same for many. Whoever asks in several is told once."""
    asking: dict[tuple[int | None, str], Interviewer] = {}
    made = []
    for kept in some:
        for person in kept.people:
            if person not in asking:
                asking[person] = _interviewer(*person, contacts)
        row = kept.row
        values = dict(zip(_PLAIN, _plain_of(row), strict=True))
        values["type"], values["outcome"] = _TYPES[row.type], _OUTCOMES[row.outcome]
        values["when"] = _when(row)
        values["interviewers"] = tuple([asking[person] for person in kept.people])
        made.append(_unchecked(Interview, values))
    return made


def _unchecked(kind: type[M], values: dict[str, Any]) -> M:
    """``model_construct`` without looking for what is missing: two thousand rounds are read for one picture, all of
    which were checked when they were stored. They share the names of what was set, which a copy copies."""
    one = kind.__new__(kind)
    object.__setattr__(one, "__dict__", values)
    object.__setattr__(one, "__pydantic_fields_set__", _FIELDS[kind])
    object.__setattr__(one, "__pydantic_extra__", None)
    object.__setattr__(one, "__pydantic_private__", None)
    return one


def moments_of(kept: Kept) -> tuple[datetime, datetime]:
    """When it begins and ends by the zone data of today."""
    when = _when(kept.row)
    return when.start, when.end


def _when(row: Row[Any]) -> When:
    local = datetime.fromisoformat(row.local_start)
    if row.fold:
        local = local.replace(fold=1)
    zone = row.zone if _is_known(row.zone) else _offset(local, row.starts)
    return _unchecked(When, {"local": local, "zone": zone, "minutes": row.minutes, "all_day": row.all_day})


@lru_cache(maxsize=512)
def _is_known(zone: str) -> bool:
    try:
        zone_of(zone)
    except ValueError:
        return False
    return True


def _offset(local: datetime, starts: datetime) -> str:
    """A zone of a file that was written where more zones were known: what it was from UTC then."""
    minutes = round((local - starts.replace(tzinfo=None)).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"


def _interviewer(contact_id: int | None, name: str, contacts: Mapping[int, Contact]) -> Interviewer:
    contact = None if contact_id is None else contacts.get(contact_id)
    if contact is None:
        return Interviewer.model_construct(name=name)
    return Interviewer.model_construct(
        name=contact.name,
        title=contact.role,
        email=contact.email,
        phone=contact.phone,
        link=contact.link,
        contact_id=contact.id,
    )


def _time(when: When) -> dict[str, Any]:
    return {
        "local_start": when.local.isoformat(timespec="minutes"),
        "fold": when.local.fold,
        "zone": when.zone,
        "minutes": when.minutes,
        "all_day": when.all_day,
        "starts": when.start,
        "ends": when.end,
    }


def _stored(value: object) -> object:
    return value.value if isinstance(value, InterviewType | InterviewOutcome) else value


def _among(column: Any, ids: Collection[int] | Iterable[int]) -> ColumnElement[bool]:
    """Whether ``column`` holds one of ``ids``, however many they are."""
    listed = func.json_each(json.dumps([int(each) for each in ids])).table_valued("value")
    return column.in_(select(listed.c.value))  # type: ignore[no-any-return]

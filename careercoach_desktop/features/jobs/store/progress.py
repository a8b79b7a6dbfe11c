"""Queries on how far jobs came, counted by SQLite: a search of ten thousand jobs is a handful of numbers."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, case, exists, func, literal, or_, select
from sqlmodel import Session

from careercoach_desktop.features.jobs.model import ApplicationStatus, JobStatus, TimelineKind
from careercoach_desktop.features.jobs.model.progress import UNANSWERED, Reached, Sent
from careercoach_desktop.features.jobs.store.tables import APPLICATION, CHANGE, EVENT, JOB

_REJECTED = JobStatus.REJECTED.value
_CLOSED = (_REJECTED, JobStatus.WITHDRAWN.value)
_ANSWERS = tuple(
    each.value
    for each in (
        JobStatus.INTERVIEW_SCHEDULED,
        JobStatus.INTERVIEW_COMPLETED,
        JobStatus.OFFER_RECEIVED,
        JobStatus.ACCEPTED,
    )
)
_STANDS = and_(APPLICATION.c.deleted_at.is_(None), APPLICATION.c.status != ApplicationStatus.DRAFT.value)
_IS_ANSWER = or_(
    CHANGE.c.to_status.in_(_ANSWERS),
    and_(CHANGE.c.to_status == _REJECTED, CHANGE.c.reason != UNANSWERED),
)


class ProgressStore:
    """Queries on one session."""

    def __init__(self, session: Session) -> None:
        self._connection = session.connection()

    def reached(self) -> list[Reached]:
        """Every job that counts, by where it stands, how far it came, whether it was answered."""
        column = _column()
        query = select(
            JOB.c.status, column.label("reached"), JOB.c.archived, _heard(column).label("heard"), func.count()
        )
        rows = self._connection.execute(query.where(_counts(column)).group_by(*query.selected_columns[:4]))
        return [Reached(JobStatus(row[0]), JobStatus(row[1]), bool(row[2]), bool(row[3]), row[4]) for row in rows]

    def that_reached(self, columns: tuple[JobStatus, ...]) -> list[int]:
        """The ids of those that came to one of these columns."""
        column = _column()
        query = select(JOB.c.id).where(_counts(column), column.in_([each.value for each in columns]))
        return list(self._connection.execute(query).scalars())

    def sent(self, since: date) -> list[Sent]:
        """The applications of that day and later, the earliest first."""
        query = select(APPLICATION.c.job_id, APPLICATION.c.submitted).join(JOB, JOB.c.id == APPLICATION.c.job_id)
        query = query.where(_STANDS, JOB.c.deleted_at.is_(None), APPLICATION.c.submitted >= since)
        rows = self._connection.execute(query.order_by(APPLICATION.c.submitted, APPLICATION.c.job_id))
        return [Sent(row[0], row[1]) for row in rows]

    def answers(self) -> list[tuple[date, date | None, datetime | None]]:
        """When each application that was answered was sent, with the day that was noted for the answer and the moment
        of the first that is known from the timeline: a move that says so, or a round."""
        moved = select(func.min(CHANGE.c.at)).where(CHANGE.c.job_id == JOB.c.id, _IS_ANSWER).scalar_subquery()
        met = select(func.min(EVENT.c.at)).where(EVENT.c.job_id == JOB.c.id, _IS_ROUND).scalar_subquery()
        ever = func.min(func.coalesce(moved, met), func.coalesce(met, moved), type_=CHANGE.c.at.type)
        query = select(APPLICATION.c.submitted, APPLICATION.c.responded, ever.label("heard"))
        query = query.join(JOB, JOB.c.id == APPLICATION.c.job_id).where(
            _STANDS,
            JOB.c.deleted_at.is_(None),
            APPLICATION.c.submitted.is_not(None),
            or_(APPLICATION.c.responded.is_not(None), ever.is_not(None)),
        )
        return [(row[0], row[1], row[2]) for row in self._connection.execute(query)]


_IS_ROUND = EVENT.c.kind == TimelineKind.INTERVIEW.value


def _column() -> ColumnElement[str]:
    """Where a job stands, or stood before it was closed; one that was applied for without ever having been moved came
    to APPLIED. A card that was moved back came only as far as it stands: the other move was a slip."""
    before = select(CHANGE.c.from_status).where(CHANGE.c.job_id == JOB.c.id, CHANGE.c.from_status.not_in(_CLOSED))
    last = before.order_by(CHANGE.c.at.desc(), CHANGE.c.id.desc()).limit(1).scalar_subquery()
    interested, applied = literal(JobStatus.INTERESTED.value), literal(JobStatus.APPLIED.value)
    stood: ColumnElement[str] = case((JOB.c.status.in_(_CLOSED), func.coalesce(last, interested)), else_=JOB.c.status)
    return case((and_(stood == interested, _was_sent()), applied), else_=stood)


def _counts(column: ColumnElement[str]) -> ColumnElement[bool]:
    """An archived job does when it was applied for: what was only looked at and put away is no part of the search."""
    return and_(JOB.c.deleted_at.is_(None), or_(~JOB.c.archived, column != JobStatus.INTERESTED.value))


def _heard(column: ColumnElement[str]) -> ColumnElement[bool]:
    """Of jobs that were applied for: whether anything came back."""
    silence = exists().where(
        CHANGE.c.job_id == JOB.c.id, CHANGE.c.to_status == _REJECTED, CHANGE.c.reason == UNANSWERED
    )
    responded = exists().where(APPLICATION.c.job_id == JOB.c.id, _STANDS, APPLICATION.c.responded.is_not(None))
    met = exists().where(EVENT.c.job_id == JOB.c.id, _IS_ROUND)
    return case(
        (column.in_(_ANSWERS), True),
        (column == JobStatus.INTERESTED.value, False),
        else_=or_(and_(JOB.c.status == _REJECTED, ~silence), responded, met),
    )


def _was_sent() -> ColumnElement[bool]:
    return exists().where(APPLICATION.c.job_id == JOB.c.id, _STANDS)

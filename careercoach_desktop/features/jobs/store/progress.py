"""Queries on how far jobs came, counted by SQLite: a search of ten thousand jobs is a handful of numbers."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CTE, ColumnElement, and_, case, func, or_, select, union_all
from sqlmodel import Session

from careercoach_desktop.features.jobs.model import ApplicationStatus, JobStatus, TimelineKind
from careercoach_desktop.features.jobs.model.progress import UNANSWERED, Reached, Sent
from careercoach_desktop.features.jobs.store.tables import APPLICATION, CHANGE, EVENT, JOB

_INTERESTED = JobStatus.INTERESTED.value
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


_IS_ROUND = EVENT.c.kind == TimelineKind.INTERVIEW.value
_REMOVED = select(JOB.c.id).where(JOB.c.deleted_at.is_not(None))
"""Few, and read from an index; whether one job is there would be asked of its whole long row."""
_SENT = select(APPLICATION.c.job_id).where(_STANDS)
_RESPONDED = _SENT.where(APPLICATION.c.responded.is_not(None))
_MET = select(EVENT.c.job_id).where(_IS_ROUND)
_SILENT = select(CHANGE.c.job_id).where(CHANGE.c.to_status == _REJECTED, CHANGE.c.reason == UNANSWERED)


class ProgressStore:
    """Queries on one session."""

    def __init__(self, session: Session) -> None:
        self._connection = session.connection()

    def reached(self) -> list[Reached]:
        """Every job that counts, by where it stands, how far it came, whether it was answered."""
        job = _jobs()
        query = select(job.c.status, job.c.reached, job.c.archived, _heard(job).label("heard"), func.count())
        rows = self._connection.execute(query.where(_counts(job)).group_by(*query.selected_columns[:4]))
        return [Reached(JobStatus(row[0]), JobStatus(row[1]), bool(row[2]), bool(row[3]), row[4]) for row in rows]

    def that_reached(self, columns: tuple[JobStatus, ...]) -> list[int]:
        """The ids of those that came to one of these columns."""
        job = _jobs()
        query = select(job.c.id).where(_counts(job), job.c.reached.in_([each.value for each in columns]))
        return list(self._connection.execute(query).scalars())

    def sent(self, since: date) -> list[Sent]:
        """The applications of that day and later, the earliest first."""
        query = select(APPLICATION.c.job_id, APPLICATION.c.submitted).where(_STANDS, APPLICATION.c.submitted >= since)
        query = query.where(APPLICATION.c.job_id.not_in(_REMOVED))
        rows = self._connection.execute(query.order_by(APPLICATION.c.submitted, APPLICATION.c.job_id))
        return [Sent(row[0], row[1]) for row in rows]

    def answers(self) -> list[tuple[date, date | None, datetime | None]]:
        """When each application that was answered was sent, with the day that was noted for the answer and the moment
        of the first that is known from the timeline: a move that says so, or a round."""
        told = union_all(
            select(CHANGE.c.job_id, CHANGE.c.at).where(_IS_ANSWER), select(EVENT.c.job_id, EVENT.c.at).where(_IS_ROUND)
        ).subquery()
        first = select(told.c.job_id, func.min(told.c.at).label("at")).group_by(told.c.job_id).subquery()
        query = select(APPLICATION.c.submitted, APPLICATION.c.responded, first.c.at)
        query = query.outerjoin(first, first.c.job_id == APPLICATION.c.job_id).where(
            _STANDS,
            APPLICATION.c.submitted.is_not(None),
            APPLICATION.c.job_id.not_in(_REMOVED),
            or_(APPLICATION.c.responded.is_not(None), first.c.at.is_not(None)),
        )
        return [(row[0], row[1], row[2]) for row in self._connection.execute(query)]


def _jobs() -> CTE:
    """With ``reached``: where a job stands, or stood before it was closed; one that was applied for without ever
    having been moved came to APPLIED. A card that was moved back came only as far as it stands: the other move was a
    slip. Worked out once for each job, though it is looked at several times."""
    before = select(CHANGE.c.from_status).where(CHANGE.c.job_id == JOB.c.id, CHANGE.c.from_status.not_in(_CLOSED))
    last = before.order_by(CHANGE.c.at.desc(), CHANGE.c.id.desc()).limit(1).scalar_subquery()
    stood: ColumnElement[str] = case((JOB.c.status.in_(_CLOSED), func.coalesce(last, _INTERESTED)), else_=JOB.c.status)
    reached = case((stood != _INTERESTED, stood), (JOB.c.id.in_(_SENT), JobStatus.APPLIED.value), else_=_INTERESTED)
    query = select(JOB.c.id, JOB.c.status, JOB.c.archived, reached.label("reached")).where(JOB.c.deleted_at.is_(None))
    return query.cte("came").prefix_with("MATERIALIZED")


def _counts(job: CTE) -> ColumnElement[bool]:
    """An archived job does when it was applied for: what was only looked at and put away is no part of the search."""
    return or_(~job.c.archived, job.c.reached != _INTERESTED)


def _heard(job: CTE) -> ColumnElement[bool]:
    """Of jobs that were applied for: whether anything came back."""
    refused = and_(job.c.status == _REJECTED, job.c.id.not_in(_SILENT))
    return case(
        (job.c.reached == _INTERESTED, False),
        (job.c.reached.in_(_ANSWERS), True),
        else_=or_(refused, job.c.id.in_(_RESPONDED), job.c.id.in_(_MET)),
    )

"""What the history and its curves are drawn from: columns only, one query each, whatever the number of sessions."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import Any

from sqlmodel import Session, case, col, func, select

from careercoach_desktop.features.interviews.model import InterviewType
from careercoach_desktop.features.practice.model import (
    HistoryFilter,
    SessionLine,
    SessionState,
    Trend,
    TrendPoint,
)
from careercoach_desktop.features.practice.store.tables import (
    PracticeAnswerRow,
    PracticeQuestionRow,
    PracticeSessionRow,
)

_Row = tuple[datetime, str, int, int]


class HistoryStore:
    def __init__(self, session: Session) -> None:
        self._session = session

    def lines(self, wanted: HistoryFilter) -> list[SessionLine]:
        """Newest first."""
        run, asked = PracticeSessionRow, _asked()
        columns: Any = (
            *(run.id, run.title, run.job_id, run.type, run.state, run.overall, run.made_by, run.created),
            *(asked.c.count, asked.c.answered, asked.c.seconds),
        )
        query = select(*columns).outerjoin(asked, asked.c.session_id == col(run.id)).where(col(run.removed).is_(None))
        if wanted.types:
            query = query.where(col(run.type).in_([each.value for each in wanted.types]))
        if wanted.states:
            query = query.where(col(run.state).in_([each.value for each in wanted.states]))
        if wanted.job_id is not None:
            query = query.where(col(run.job_id) == wanted.job_id)
        rows: Any = self._session.exec(query.order_by(col(run.created).desc(), col(run.id).desc())).all()
        text = wanted.text.casefold().split()
        return [_line(*row) for row in rows if all(word in row[1].casefold() for word in text)]

    def has_unfinished(self) -> bool:
        """Whether any session can be gone on with."""
        run = PracticeSessionRow
        open_ones = [SessionState.RUNNING.value, SessionState.PAUSED.value]
        query = select(run.id).where(col(run.removed).is_(None), col(run.state).in_(open_ones)).limit(1)
        return self._session.exec(query).first() is not None

    def trend(self) -> Trend:
        types: dict[InterviewType, list[TrendPoint]] = defaultdict(list)
        for when, kind, score, session_id in self._overall():
            types[InterviewType(kind)].append(TrendPoint(when, score, session_id))
        skills: dict[str, list[TrendPoint]] = defaultdict(list)
        for when, skill, score, session_id in self._by_skill():
            skills[skill].append(TrendPoint(when, score, session_id))
        return Trend(
            {kind: tuple(points) for kind, points in types.items()},
            {skill: tuple(points) for skill, points in sorted(skills.items())},
        )

    def _overall(self) -> list[_Row]:
        run = PracticeSessionRow
        columns: Any = (run.finished, run.type, run.overall, run.id)
        query = select(*columns).where(*_finished()).order_by(col(run.finished))
        return [tuple(row) for row in self._session.exec(query)]

    def _by_skill(self) -> list[_Row]:
        """A session's average score by category, of the latest try at each question."""
        run, question, answer = PracticeSessionRow, PracticeQuestionRow, PracticeAnswerRow
        latest = (
            select(col(answer.question_id), col(answer.score), func.max(col(answer.attempt)))
            .group_by(col(answer.question_id))  # SQLite takes the score from the row that has the maximum
            .subquery()
        )
        columns: Any = (run.finished, question.category, func.avg(latest.c.score), run.id)
        query = (
            select(*columns)
            .join(question, col(question.session_id) == col(run.id))
            .join(latest, latest.c.question_id == col(question.id))
            .where(*_finished(), col(question.category) != "")
            .group_by(col(run.id), col(question.category))
            .order_by(col(run.finished))
        )
        return [(when, skill, round(score), run_id) for when, skill, score, run_id in self._session.exec(query)]


def _finished() -> tuple[Any, ...]:
    run = PracticeSessionRow
    is_finished = (col(run.finished).is_not(None), col(run.overall).is_not(None))
    return col(run.removed).is_(None), col(run.state) == SessionState.FINISHED.value, *is_finished


def _asked() -> Any:
    """For each session: its questions, how many were answered (follow-ups are part of those they follow), and the time
    they all took."""
    question, answer = PracticeQuestionRow, PracticeAnswerRow
    tries: Any = (
        select(col(answer.question_id), func.sum(col(answer.seconds)).label("seconds"))
        .group_by(col(answer.question_id))
        .subquery()
    )
    is_own = col(question.follows).is_(None)
    is_answered = case((tries.c.question_id.is_not(None) & is_own, 1), else_=0)
    return (
        select(
            col(question.session_id),
            func.sum(case((is_own, 1), else_=0)).label("count"),
            func.sum(is_answered).label("answered"),
            func.sum(col(question.seconds) + func.coalesce(tries.c.seconds, 0)).label("seconds"),
        )
        .outerjoin(tries, tries.c.question_id == col(question.id))
        .group_by(col(question.session_id))
        .subquery()
    )


def _line(
    session_id: int,
    title: str,
    job_id: int | None,
    kind: str,
    state: str,
    overall: int | None,
    made_by: str,
    created: datetime,
    count: int | None,
    answered: int | None,
    seconds: int | None,
) -> SessionLine:
    return SessionLine(
        id=session_id,
        title=title,
        job_id=job_id,
        type=InterviewType(kind),
        state=SessionState(state),
        answered=answered or 0,
        count=count or 0,
        overall=overall,
        made_by=made_by,
        created=created,
        seconds=seconds or 0,
    )

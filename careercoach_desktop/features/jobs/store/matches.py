"""The match of jobs, many at a time: what is to be compared, what is not yet, and what came of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, bindparam, func, select, update
from sqlmodel import Session

from careercoach_desktop.features.jobs.model import CaptureState, Posting
from careercoach_desktop.features.jobs.store.among import among
from careercoach_desktop.features.jobs.store.tables import JOB

_LISTS = ("requirements", "responsibilities", "benefits")
_COMPARED = (
    *("title", "company", "location", "work_mode", "job_type"),
    *("salary_min", "salary_max", "salary_currency", "salary_period", "description", *_LISTS),
)
"""What a comparison reads of a posting; where each field was found and when it ends is left in the file."""
_AT_ONCE = 500
"""SQLite takes so many values in one question without complaint."""


class MatchStore:
    """Queries on one session; the caller owns the transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def postings(self, job_ids: Sequence[int]) -> dict[int, Posting]:
        """What the jobs that are still there say, as far as a comparison needs it."""
        query = select(JOB.c.id, *(JOB.c[name] for name in _COMPARED))
        found: dict[int, Posting] = {}
        for start in range(0, len(job_ids), _AT_ONCE):
            some = query.where(JOB.c.id.in_(job_ids[start : start + _AT_ONCE]), JOB.c.deleted_at.is_(None))
            for row in self._session.connection().execute(some).mappings():
                values = {name: json.loads(row[name]) if name in _LISTS else row[name] for name in _COMPARED}
                found[row["id"]] = Posting.model_validate(values)
        return found

    def unmatched(self) -> list[int]:
        """Jobs on the board that were read and have no explanation of a match, newest first."""
        query = select(JOB.c.id).where(_on_board(), JOB.c.match_report.is_(None))
        return list(self._session.connection().execute(query.order_by(JOB.c.id.desc())).scalars())

    def on_board(self) -> list[int]:
        """Jobs that were read and are not in the archive, newest first."""
        return list(
            self._session.connection().execute(select(JOB.c.id).where(_on_board()).order_by(JOB.c.id.desc())).scalars()
        )

    def count(self, *, scored: bool = False) -> int:
        """How many those are; ``scored``: of them, the ones with a score."""
        query = select(func.count()).select_from(JOB).where(_on_board())
        if scored:
            query = query.where(JOB.c.score.is_not(None))
        return int(self._session.connection().execute(query).scalar_one())

    def forget(self, job_ids: Sequence[int]) -> None:
        """What was explained is no longer true; the score stays in sight until there is a new one."""
        self._session.connection().execute(update(JOB).where(among(JOB.c.id, job_ids)).values(match_report=None))

    def record(self, matches: Sequence[tuple[int, int | None, str]]) -> list[int]:
        """Keep (job, score, explanation); the ids of jobs that are there and for which something changed."""
        told: dict[int, tuple[int | None, str | None]] = {}
        query = select(JOB.c.id, JOB.c.score, JOB.c.match_report)
        for start in range(0, len(matches), _AT_ONCE):
            ids = [job_id for job_id, _, _ in matches[start : start + _AT_ONCE]]
            some = query.where(JOB.c.id.in_(ids), JOB.c.deleted_at.is_(None))
            told |= {row[0]: (row[1], row[2]) for row in self._session.connection().execute(some)}
        changed = [each for each in matches if each[0] in told and told[each[0]] != (each[1], each[2])]
        rows: list[dict[str, Any]] = [{"at": job_id, "s": score, "r": report} for job_id, score, report in changed]
        if rows:
            values: dict[str, Any] = {"score": bindparam("s"), "match_report": bindparam("r")}
            self._session.connection().execute(update(JOB).where(JOB.c.id == bindparam("at")).values(values), rows)
        return [job_id for job_id, _, _ in changed]

    def report(self, job_id: int) -> str | None:
        """The explanation of one job's score as JSON."""
        query = select(JOB.c.match_report).where(JOB.c.id == job_id, JOB.c.deleted_at.is_(None))
        found = self._session.connection().execute(query).scalar()
        return None if found is None else str(found)


def _on_board() -> ColumnElement[bool]:
    return JOB.c.deleted_at.is_(None) & JOB.c.archived.is_(False) & (JOB.c.capture == CaptureState.READ.value)

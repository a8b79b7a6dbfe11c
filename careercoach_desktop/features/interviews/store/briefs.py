"""Every query on briefings: the latest one about each subject."""

from __future__ import annotations

import json
from collections.abc import Collection

from sqlalchemy import func
from sqlmodel import Session, col, select

from careercoach_desktop.features.interviews.model.brief import Brief, BriefKind
from careercoach_desktop.features.interviews.store.tables import INTERVIEW, InterviewBriefRow


class BriefStore:
    """Works inside the caller's transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, brief_id: int) -> Brief:
        """Raises KeyError when there is none."""
        row = self._session.get(InterviewBriefRow, brief_id, populate_existing=True)
        if row is None:
            raise KeyError(brief_id)
        return _brief(row)

    def find(self, kind: BriefKind, subject: str) -> Brief | None:
        row = self._row(kind, subject)
        return None if row is None else _brief(row)

    def every(self) -> list[Brief]:
        """Each as it is kept, but for those of a round that was removed."""
        order = (col(InterviewBriefRow.kind), col(InterviewBriefRow.subject))
        gone = select(INTERVIEW.c.id).where(INTERVIEW.c.removed.is_not(None))
        query = select(InterviewBriefRow).where(
            col(InterviewBriefRow.interview_id).is_(None) | col(InterviewBriefRow.interview_id).not_in(gone)
        )
        return [_brief(row) for row in self._session.exec(query.order_by(*order)).all()]

    def preparations(self, interview_ids: Collection[int]) -> dict[int, Brief]:
        """Those of these rounds, by round."""
        listed = func.json_each(json.dumps([int(each) for each in interview_ids])).table_valued("value")
        of_these = col(InterviewBriefRow.interview_id).in_(select(listed.c.value))
        query = select(InterviewBriefRow).where(col(InterviewBriefRow.kind) == BriefKind.PREPARATION.value, of_these)
        return {row.interview_id: _brief(row) for row in self._session.exec(query) if row.interview_id is not None}

    def put(self, brief: Brief, *, interview_id: int | None = None, contact_id: int | None = None) -> Brief:
        """Keep it in the place of the one about the same subject; with its id, which stays as long as the subject has
        one. It goes with the round or the person it is about."""
        row = self._row(brief.kind, brief.subject) or InterviewBriefRow(
            kind=brief.kind.value, subject=brief.subject, content="", created=brief.created
        )
        row.interview_id, row.contact_id = interview_id, contact_id
        row.content, row.created = brief.model_dump_json(exclude={"id"}), brief.created
        self._session.add(row)
        self._session.flush()
        return _brief(row)

    def tick(self, brief_id: int, ticked: tuple[int, ...]) -> Brief:
        """Raises KeyError when there is none."""
        row = self._session.get(InterviewBriefRow, brief_id, populate_existing=True)
        if row is None:
            raise KeyError(brief_id)
        changed = _brief(row).model_copy(update={"ticked": ticked})
        row.content = changed.model_dump_json(exclude={"id"})
        self._session.add(row)
        self._session.flush()
        return changed

    def owners(self, brief_id: int) -> tuple[int | None, int | None]:
        """The round and the contact it goes with."""
        row = self._session.get(InterviewBriefRow, brief_id)
        return (None, None) if row is None else (row.interview_id, row.contact_id)

    def drop(self, brief_id: int) -> None:
        row = self._session.get(InterviewBriefRow, brief_id)
        if row is not None:
            self._session.delete(row)
            self._session.flush()

    def _row(self, kind: BriefKind, subject: str) -> InterviewBriefRow | None:
        wanted = (col(InterviewBriefRow.kind) == kind.value, col(InterviewBriefRow.subject) == subject)
        return self._session.exec(select(InterviewBriefRow).where(*wanted)).first()


def _brief(row: InterviewBriefRow) -> Brief:
    if row.id is None:
        raise ValueError("The briefing was not stored yet")
    return Brief.model_validate(json.loads(row.content) | {"id": row.id})

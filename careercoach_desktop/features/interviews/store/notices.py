"""What the system was asked to tell of."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import func, insert, select
from sqlmodel import Session

from careercoach_desktop.features.interviews.store.tables import NOTICE


class NoticeStore:
    """Queries on one session; the caller owns the transaction."""

    def __init__(self, session: Session) -> None:
        self._connection = session.connection()

    def told(self, interview_ids: Collection[int]) -> dict[tuple[int, datetime], set[int]]:
        """(Round, its beginning) → how many minutes ahead was told of it."""
        listed = func.json_each(json.dumps(list(interview_ids))).table_valued("value")
        query = select(NOTICE.c.interview_id, NOTICE.c.starts, NOTICE.c.ahead)
        found: dict[tuple[int, datetime], set[int]] = {}
        for row in self._connection.execute(query.where(NOTICE.c.interview_id.in_(select(listed.c.value)))):
            found.setdefault((row.interview_id, row.starts), set()).add(row.ahead)
        return found

    def mark(self, interview_id: int, starts: datetime, ahead: Sequence[int], now: datetime) -> None:
        """It is being told of."""
        same = {"interview_id": interview_id, "starts": starts, "told": now}
        self._connection.execute(insert(NOTICE), [{**same, "ahead": each} for each in ahead])

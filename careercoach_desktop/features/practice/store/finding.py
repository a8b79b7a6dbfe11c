"""The words of sessions in the search index: what was asked, and what was answered last."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlmodel import Session, col, select

from careercoach_desktop.features.practice.store.tables import (
    PracticeAnswerRow,
    PracticeQuestionRow,
    PracticeSessionRow,
)
from careercoach_desktop.foundation.storage.search.index import SearchIndex
from careercoach_desktop.foundation.storage.search.model import SearchEntry

SEARCH_KIND = "practice"
_CONTEXT = "Practice"


def note_words(session: Session, session_id: int) -> None:
    """Put the session's words into the index as they are now; out of it when it was removed. In the transaction of the
    change they come from."""
    row, index = session.get(PracticeSessionRow, session_id), SearchIndex(session)
    if row is None or row.removed is not None:
        index.remove(SEARCH_KIND, session_id)
    else:
        index.put(SEARCH_KIND, _entry(session, row))


def search_entries(session: Session, after: int, limit: int) -> Sequence[SearchEntry]:
    """The next sessions by id, for filling the search index."""
    run = PracticeSessionRow
    query = select(run).where(col(run.removed).is_(None), col(run.id) > after).order_by(col(run.id)).limit(limit)
    return [_entry(session, row) for row in session.exec(query)]


def _entry(session: Session, row: PracticeSessionRow) -> SearchEntry:
    question, answer = PracticeQuestionRow, PracticeAnswerRow
    query = (
        select(col(question.id), col(question.content), col(answer.text))
        .outerjoin(answer, col(answer.question_id) == col(question.id))
        .where(question.session_id == row.id)
        .order_by(col(question.position), col(answer.attempt))
    )
    said: dict[int | None, tuple[str, str]] = {}
    for question_id, content, text in session.exec(query):
        said[question_id] = (json.loads(content)["text"], text or "")  # the last try takes the place of the others
    body = "\n".join(part for pair in said.values() for part in pair if part)
    return SearchEntry(row.id or 0, row.title, _CONTEXT, body)

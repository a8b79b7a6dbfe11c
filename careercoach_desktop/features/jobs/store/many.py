"""What is written to many jobs at once: one statement for all of them, so that ten thousand take a moment."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Column, bindparam, delete, func, insert, select, update
from sqlmodel import Session

from careercoach_desktop.features.jobs.model import TimelineKind
from careercoach_desktop.features.jobs.store.among import among
from careercoach_desktop.features.jobs.store.jobs import SEARCH_KIND, search_context, search_text
from careercoach_desktop.features.jobs.store.tables import EVENT, JOB
from careercoach_desktop.foundation.storage.search.index import SearchIndex

Tags = tuple[str, ...]
_SPOKEN_OF = ("id", "title", "company", "location", "notes")
"""Beside the tags, what the words a job is found by are made of (its description changes with no bulk action)."""


class ManyStore:
    """Queries on one session; the caller owns the transaction. Removed jobs are left out everywhere."""

    def __init__(self, session: Session) -> None:
        self._connection = session.connection()
        self._index = SearchIndex(session)

    def here(self, job_ids: Sequence[int]) -> list[int]:
        """Those that are still there, in the order of their ids."""
        query = select(JOB.c.id).where(among(JOB.c.id, job_ids), JOB.c.deleted_at.is_(None)).order_by(JOB.c.id)
        return list(self._connection.execute(query).scalars())

    def switch(self, column: str, job_ids: Sequence[int], *, on: bool) -> list[int]:
        """Set a yes-or-no column; the ids of those it changed."""
        flag: Column[bool] = JOB.c[column]
        wanted = (among(JOB.c.id, job_ids), JOB.c.deleted_at.is_(None), flag.is_(not on))
        changed = list(self._connection.execute(select(JOB.c.id).where(*wanted).order_by(JOB.c.id)).scalars())
        self._connection.execute(update(JOB).where(among(JOB.c.id, changed)).values({column: on}))
        return changed

    def tags(self, job_ids: Sequence[int]) -> dict[int, Tags]:
        """By id; only of those that are there."""
        query = select(JOB.c.id, JOB.c.tags).where(among(JOB.c.id, job_ids), JOB.c.deleted_at.is_(None))
        return {row[0]: tuple(json.loads(row[1])) for row in self._connection.execute(query.order_by(JOB.c.id))}

    def put_tags(self, tags_of: Mapping[int, Tags]) -> None:
        """Write these tags; what is searched follows."""
        query = select(*(JOB.c[name] for name in _SPOKEN_OF)).where(among(JOB.c.id, tags_of))
        rows, contexts = [], {}
        for found in self._connection.execute(query).mappings():
            row = {**found, "tags": json.dumps(list(tags_of[found["id"]]))}
            rows.append({"at": row["id"], "t": row["tags"], "s": search_text(row)})
            contexts[row["id"]] = search_context(row)
        if rows:
            values: dict[str, object] = {"tags": bindparam("t"), "search_text": bindparam("s")}
            self._connection.execute(update(JOB).where(JOB.c.id == bindparam("at")).values(values), rows)
            self._index.put_contexts(SEARCH_KIND, contexts)

    def add_events(self, job_ids: Sequence[int], kind: TimelineKind, text: str, at: datetime) -> None:
        """The same entry on the timeline of each."""
        rows = [{"job_id": job_id, "kind": kind.value, "text": text, "at": at} for job_id in job_ids]
        if rows:
            self._connection.execute(insert(EVENT), rows)

    def drop_last_events(self, job_ids: Sequence[int], kind: TimelineKind) -> None:
        """Take the newest entry of this kind off the timeline of each."""
        of_them = (among(EVENT.c.job_id, job_ids), EVENT.c.kind == kind.value)
        newest = select(func.max(EVENT.c.id)).where(*of_them).group_by(EVENT.c.job_id)
        self._connection.execute(delete(EVENT).where(EVENT.c.id.in_(newest)))

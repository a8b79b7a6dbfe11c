"""Rounds as calendars know them: found by the name of their event, and where they stand on a server."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlmodel import Session, col, delete

from careercoach_desktop.features.interviews.model.invitation import INSTANCE
from careercoach_desktop.features.interviews.store.tables import INTERVIEW, CalendarLinkRow


@dataclass(frozen=True, slots=True)
class Link:
    """``calendar`` and ``href`` are addresses; ``etag`` is the version the server named, empty when it named none;
    ``seen`` what both sides had then, as JSON."""

    interview_id: int
    calendar: str
    href: str
    etag: str
    seen: str
    synced: datetime


class CalendarStore:
    """Queries on one session; the caller owns the transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of_event(self, uid: str, *, whole: bool) -> list[int]:
        """Rounds of this event, removed or not; of every instance of it where the ``whole`` series is meant."""
        wanted = INTERVIEW.c.uid == uid
        if whole and INSTANCE not in uid:
            wanted |= INTERVIEW.c.uid.startswith(uid + INSTANCE, autoescape=True)
        query = select(INTERVIEW.c.id).where(wanted).order_by(INTERVIEW.c.starts, INTERVIEW.c.id)
        return [int(each) for each in self._session.connection().execute(query).scalars()]

    def links(self) -> dict[int, Link]:
        """By the round."""
        rows = self._session.exec(select(CalendarLinkRow)).scalars().all()  # type: ignore[call-overload]
        return {
            row.interview_id: Link(row.interview_id, row.calendar, row.href, row.etag, row.digest, row.synced)
            for row in rows
        }

    def put_link(self, link: Link) -> None:
        self._session.merge(
            CalendarLinkRow(
                interview_id=link.interview_id,
                calendar=link.calendar,
                href=link.href,
                etag=link.etag,
                digest=link.seen,
                synced=link.synced,
            )
        )

    def drop_links(self, interview_ids: Iterable[int] | None = None) -> None:
        """These, or all of them."""
        if interview_ids is None:
            self._session.exec(delete(CalendarLinkRow))
            return
        for each in interview_ids:
            self._session.exec(delete(CalendarLinkRow).where(col(CalendarLinkRow.interview_id) == each))

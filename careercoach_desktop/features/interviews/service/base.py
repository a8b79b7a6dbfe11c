"""What every group of verbs about interviews stands on: the services below, and rounds with their people and jobs."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from careercoach_desktop.features.interviews.model import (
    Interview,
    InterviewLine,
    InterviewsChanged,
)
from careercoach_desktop.features.interviews.model.when import zone_of
from careercoach_desktop.features.interviews.service.overlapping import conflicts_among
from careercoach_desktop.features.interviews.store import InterviewStore, Kept, Taken, interviews_of
from careercoach_desktop.features.interviews.timing import computer_zone
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.service.contacts import ContactService
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.settings.model import Settings
from careercoach_desktop.foundation.storage.database import Database, UnitOfWork

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Below:
    """The services interviews stand on. ``settings`` gives them as they are now."""

    database: Database
    jobs: JobService
    contacts: ContactService
    settings: Callable[[], Settings]


class InterviewVerbs:
    """``now`` returns aware datetimes."""

    def __init__(self, below: Below, now: Callable[[], datetime]) -> None:
        self._below = below
        self._db = below.database
        self._now = now

    def own_zone(self) -> str:
        """The zone the person lives in: the one they said, else the computer's."""
        return own_zone(self._below.settings)

    # --- reading -----------------------------------------------------------------------------------------------------

    def _interviews(self, kept: Sequence[Kept]) -> list[Interview]:
        ids = {contact_id for one in kept for contact_id, _ in one.people if contact_id is not None}
        contacts = {each.id: each for each in (self._below.contacts.some(ids) if ids else ()) if each.id is not None}
        return interviews_of(kept, contacts)

    def _interview(self, kept: Kept) -> Interview:
        return self._interviews([kept])[0]

    def _lines(self, kept: Sequence[Kept], around: Sequence[Taken] = ()) -> list[InterviewLine]:
        """With what their jobs are called; rounds of removed jobs are left out, they come back with them. ``around``:
        others that may take the same time."""
        times = {each.id: each for each in (*around, *(one.taken for one in kept))}
        names = self._below.jobs.names({each.job_id for each in times.values()})
        here = [one for one in kept if one.row.job_id in names]
        clashes = conflicts_among(each for each in times.values() if each.job_id in names)
        lines = []
        for interview in self._interviews(here):
            job = names[interview.job_id]
            clash = clashes.get(interview.id, ())
            lines.append(InterviewLine(interview, job.title, job.company, job.status, clash))
        return lines

    def _with_conflicts(
        self, store: InterviewStore, kept: Sequence[Kept], whole: tuple[datetime, datetime] | None = None
    ) -> list[InterviewLine]:
        """Of any rounds; whatever takes their time is looked for. ``whole``: between these moments they are all there
        is, and only what begins before or ends after has to be looked for."""
        if not kept:
            return []
        begin, end = min(one.row.starts for one in kept), max(one.row.ends for one in kept)
        gaps = [(begin, end)] if whole is None else [(begin, whole[0]), (whole[1], end)]
        return self._lines(kept, [each for gap in gaps if gap[0] < gap[1] for each in store.taken(*gap)])

    # --- writing -----------------------------------------------------------------------------------------------------

    def _told(self, unit: UnitOfWork, interviews: Iterable[Interview]) -> None:
        interviews = list(interviews)
        if interviews:
            ids = tuple(each.id for each in interviews)
            unit.emit(InterviewsChanged(ids, tuple(dict.fromkeys(each.job_id for each in interviews))))


def own_zone(settings: Callable[[], Settings]) -> str:
    """The zone the person said they live in, else the computer's."""
    try:
        said = settings().time_zone.strip()
        if said:
            zone_of(said)
            return said
    except (UserError, ValueError) as problem:  # a variable that is no value, or a zone this computer does not know
        log.warning("the computer's time zone counts: %s", type(problem).__name__)
    return computer_zone()

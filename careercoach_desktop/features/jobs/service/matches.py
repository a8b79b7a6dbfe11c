"""The match of a job, which a higher feature works out and which is kept here beside the job."""

from __future__ import annotations

from collections.abc import Sequence

from careercoach_desktop.features.jobs.model import JobChanged, Posting
from careercoach_desktop.features.jobs.service.base import JobVerbs
from careercoach_desktop.features.jobs.store import MatchStore
from careercoach_desktop.foundation.storage.database import UnitOfWork


class MatchVerbs(JobVerbs):
    """Handing out what is to be compared, and keeping what came of it: many jobs in one statement."""

    def postings(self, job_ids: Sequence[int]) -> dict[int, Posting]:
        """What the jobs say as far as a comparison needs it (no origins, no dates); those that are gone are left
        out."""
        with self._db.read() as session:
            return MatchStore(session).postings(job_ids)

    def to_match(self) -> list[int]:
        """Every job that was read and is not in the archive, newest first."""
        with self._db.read() as session:
            return MatchStore(session).on_board()

    def unmatched(self) -> list[int]:
        """Those of them whose match is not known, or no longer; newest first."""
        with self._db.read() as session:
            return MatchStore(session).unmatched()

    def count_to_match(self, *, scored: bool = False) -> int:
        """How many there are to match; ``scored``: only those that have a score."""
        with self._db.read() as session:
            return MatchStore(session).count(scored=scored)

    def forget_match(self, unit: UnitOfWork, job_ids: Sequence[int]) -> None:
        """What was worked out no longer holds; the score stays in sight until there is a new one."""
        MatchStore(unit.session).forget(job_ids)

    def record_match(self, job_id: int, score: int | None, report_json: str) -> None:
        """Keep the match a higher feature computed (score 0..100); silent when nothing changed or the job is gone."""
        self.record_matches([(job_id, score, report_json)])

    def record_matches(self, matches: Sequence[tuple[int, int | None, str]]) -> None:
        """The same for many (job, score, explanation as JSON), in one transaction."""
        with self._db.write() as unit:
            for job_id in MatchStore(unit.session).record(matches):
                unit.emit(JobChanged(job_id))

    def match_report(self, job_id: int) -> str | None:
        """The stored explanation of the score as JSON, or None when there is none yet."""
        with self._db.read() as session:
            return MatchStore(session).report(job_id)

"""Jobs handed over to other programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from careercoach_desktop.features.jobs.service.base import JobVerbs
from careercoach_desktop.features.jobs.store import JobStore

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.exchange.record import JobRecord


class ExportVerbs(JobVerbs):
    """Looking at jobs in full, and writing them as files."""

    def records(self, job_ids: Sequence[int] | None = None) -> list[JobRecord]:
        """These jobs (or all, archived ones included) with everything that belongs to them, in the order given."""
        from careercoach_desktop.features.jobs.store.exchanging import ExchangeStore

        with self._db.read() as session:
            store = ExchangeStore(session)
            return store.records(store.ids() if job_ids is None else job_ids)

    def export_jobs(self, job_ids: Sequence[int] | None, file_format: str) -> bytes:
        """These jobs (or all) as ``csv``, a table for spreadsheets, or ``json``, which imports again without a loss.

        Raises ValueError for another format. Jobs removed meanwhile are left out.
        """
        from careercoach_desktop.features.jobs.exchange.export import ExportFormat, as_csv, as_json
        from careercoach_desktop.features.jobs.store.exchanging import ExchangeStore

        if ExportFormat(file_format) is ExportFormat.JSON:
            return as_json(self.records(job_ids), self._now())
        with self._db.read() as session:
            wanted = ExchangeStore(session).ids() if job_ids is None else job_ids
            store = JobStore(session)
            return as_csv(job for job_id in wanted if (job := store.job(job_id)) is not None)

"""Cards that are the same job: found when a posting was read, or asked for; merged only when the person says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from careercoach_desktop.features.jobs.model import Duplicate, DuplicateFound, JobChanged, Likeness
from careercoach_desktop.features.jobs.service.base import JobVerbs

if TYPE_CHECKING:
    from sqlmodel import Session

    from careercoach_desktop.features.jobs.duplicates import Verdict
    from careercoach_desktop.features.jobs.store.duplicates import KnownJob


class DuplicateVerbs(JobVerbs):
    """Finding duplicates, and remembering what the person says of them."""

    def duplicates_of(self, job_id: int) -> list[Duplicate]:
        """Jobs that look like this one, the surest first; none for one that is being read, or gone."""
        with self._db.read() as session:
            return _duplicates(session, job_id)

    def all_duplicates(self) -> list[tuple[int, list[Duplicate]]]:
        """Every group of jobs that look like one: the oldest, with those that look like it. Each job in one group."""
        with self._db.read() as session:
            return _all_duplicates(session)

    def set_distinct(self, one: int, other: int, *, distinct: bool = True) -> bool:
        """Remember that two jobs are not the same (or, undoing that, no longer); whether that changed anything."""
        from careercoach_desktop.features.jobs.store.duplicates import DuplicateStore

        with self._db.write() as unit:
            changed = DuplicateStore(unit.session).set_distinct(one, other, distinct=distinct)
            if changed:
                unit.emit(JobChanged(one))
                unit.emit(JobChanged(other))
            return changed

    def _tell_duplicates(self, job_id: int) -> None:
        """Tell of what looks like the job that was just read; outside its transaction, for which others wait."""
        found = self.duplicates_of(job_id)
        if found:
            self._db.bus.tell(DuplicateFound(job_id, tuple(one.job_id for one in found)))


def _duplicates(session: Session, job_id: int) -> list[Duplicate]:
    # RapidFuzz and the tables of words are not needed before a first posting was read.
    from careercoach_desktop.features.jobs.duplicates import company_key, compare
    from careercoach_desktop.features.jobs.store.duplicates import DuplicateStore

    store = DuplicateStore(session)
    this = next(iter(store.known([job_id])), None)
    if this is None or not this.is_read:
        return []
    near = store.with_address(this.vacancy.addresses) | store.with_board_id(this.vacancy.board_id)
    wanted = company_key(this.vacancy.company)
    if wanted:
        near |= store.of_companies([name for name in store.companies() if company_key(name) == wanted])
    near -= {job_id} | store.distinct_from(job_id)
    found = [
        _duplicate(other, verdict)
        for other in store.known(near)
        if (verdict := compare(this.vacancy, other.vacancy)) is not None
    ]
    return sorted(found, key=lambda one: (one.likeness is not Likeness.SAME, "almost" in one.reason, -one.job_id))


def _all_duplicates(session: Session) -> list[tuple[int, list[Duplicate]]]:
    from careercoach_desktop.features.jobs.duplicates import compare
    from careercoach_desktop.features.jobs.store.duplicates import DuplicateStore

    store = DuplicateStore(session)
    jobs = [one for one in store.known_all() if one.is_read]
    groups: list[tuple[int, list[Duplicate]]] = []
    grouped: set[int] = set()
    for this, near in _neighbours(jobs):
        if this.job_id in grouped:
            continue
        apart = store.distinct_from(this.job_id)
        found = [
            _duplicate(other, verdict)
            for other in near
            if other.job_id not in grouped | apart and (verdict := compare(this.vacancy, other.vacancy)) is not None
        ]
        if found:
            groups.append((this.job_id, found))
            grouped |= {this.job_id, *(one.job_id for one in found)}
    return groups


def _neighbours(jobs: list[KnownJob]) -> Iterator[tuple[KnownJob, list[KnownJob]]]:
    """Each job with the later ones that share a company, an address or a number with it, where there are any."""
    from careercoach_desktop.features.jobs.duplicates import company_key

    sharing: dict[tuple[str, str], list[KnownJob]] = defaultdict(list)
    marks = {
        job.job_id: [
            *(("company", key) for key in (company_key(job.vacancy.company),) if key),
            *(("board", key) for key in (job.vacancy.board_id,) if key),
            *(("address", key) for key in job.vacancy.addresses),
        ]
        for job in jobs
    }
    for job in jobs:
        for mark in marks[job.job_id]:
            sharing[mark].append(job)
    for job in jobs:
        near = {other.job_id: other for mark in marks[job.job_id] for other in sharing[mark]}
        later = [other for job_id, other in sorted(near.items()) if job_id > job.job_id]
        if later:
            yield job, later


def _duplicate(job: KnownJob, verdict: Verdict) -> Duplicate:
    said = job.vacancy
    return Duplicate(job.job_id, said.title, said.company, said.location, job.added, *verdict)

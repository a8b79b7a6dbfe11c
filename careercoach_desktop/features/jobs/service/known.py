"""What is on the board already, to be asked ten thousand times while a table is taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careercoach_desktop.features.jobs.capture.wording import folded
from careercoach_desktop.features.jobs.duplicates import company_key, title_key
from careercoach_desktop.features.jobs.store.duplicates import DuplicateStore, addresses

if TYPE_CHECKING:
    from sqlmodel import Session

    from careercoach_desktop.features.jobs.duplicates import Vacancy
    from careercoach_desktop.features.jobs.exchange import JobRecord


class KnownJobs:
    """A job is known by an address, its number at its board, or the same employer, title and place together. What is
    only likely the same is taken in, and offered for merging afterwards."""

    def __init__(self) -> None:
        self._by: dict[tuple[str, ...], int] = {}

    @classmethod
    def of(cls, session: Session) -> KnownJobs:
        known = cls()
        for job in DuplicateStore(session).known_all():
            known._note(job.job_id, job.vacancy)
        return known

    def find(self, record: JobRecord) -> int | None:
        """The job that is there already."""
        marks = _marks(_vacancy(record))
        return next((self._by[mark] for mark in marks if mark in self._by), None)

    def add(self, job_id: int, record: JobRecord) -> None:
        self._note(job_id, _vacancy(record))

    def _note(self, job_id: int, vacancy: Vacancy) -> None:
        for mark in _marks(vacancy):
            self._by.setdefault(mark, job_id)


def _vacancy(record: JobRecord) -> Vacancy:
    from careercoach_desktop.features.jobs.duplicates import Vacancy

    posting = record.posting
    known_by = addresses(posting.url, "", record.also_at)
    return Vacancy(posting.title, posting.company, posting.location, board_id=posting.board_id, addresses=known_by)


def _marks(vacancy: Vacancy) -> list[tuple[str, ...]]:
    marks: list[tuple[str, ...]] = [("address", one) for one in sorted(vacancy.addresses)]
    if vacancy.board_id:
        marks.append(("board", vacancy.board_id))
    company = company_key(vacancy.company)
    if company:
        marks.append(("job", company, *sorted(title_key(vacancy.title)), "at", folded(vacancy.location)))
    return marks

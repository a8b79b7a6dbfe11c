"""How rounds are found: by what was noted, asked and said, who asks, where it is, and what their job is called.

The index follows in the transaction of every change, of a round and of the job and the people it belongs to.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from careercoach_desktop.features.interviews.model import Interview, InterviewsChanged
from careercoach_desktop.features.interviews.model.naming import TYPE_NAMES
from careercoach_desktop.features.interviews.store import InterviewStore, Kept, interview_of
from careercoach_desktop.features.interviews.timing import day_words
from careercoach_desktop.features.jobs.model import (
    ContactsChanged,
    JobAdded,
    JobChanged,
    JobName,
    JobRemoved,
    JobsMerged,
    PostingFilled,
    PostingRead,
)
from careercoach_desktop.features.jobs.service.contacts import people_of
from careercoach_desktop.features.jobs.service.meeting import names_of
from careercoach_desktop.foundation.storage.search.index import SearchIndex
from careercoach_desktop.foundation.storage.search.model import SearchEntry

if TYPE_CHECKING:
    from sqlmodel import Session

    from careercoach_desktop.foundation.events import Bus
    from careercoach_desktop.foundation.storage.database import UnitOfWork

SEARCH_KIND = "interview"
_NAMES = frozenset({"title", "company"})


class Findable:
    """Listens from the moment it is made."""

    def __init__(self, bus: Bus) -> None:
        bus.within(InterviewsChanged, lambda event, unit: unit.before_commit(self._index, *event.interview_ids))
        bus.within(ContactsChanged, lambda event, unit: unit.before_commit(self._index_people, *event.contact_ids))
        bus.within(JobsMerged, lambda event, unit: unit.before_commit(self._index_jobs, *event.job_ids))
        for kind in (JobAdded, JobRemoved, JobChanged, PostingRead, PostingFilled):
            bus.within(kind, self._on_job)

    def _on_job(self, event: Any, unit: UnitOfWork) -> None:
        """What is noted about a job is not in the words of its rounds; what it is called is."""
        if not isinstance(event, JobChanged | PostingFilled) or _NAMES & set(event.fields):
            unit.before_commit(self._index_jobs, event.job_id)

    def _index_people(self, unit: UnitOfWork, contact_ids: Collection[int]) -> None:
        self._index(unit, InterviewStore(unit.session).with_contacts(contact_ids))

    def _index_jobs(self, unit: UnitOfWork, job_ids: Collection[int]) -> None:
        self._index(unit, InterviewStore(unit.session).ids_of_jobs(job_ids))

    def _index(self, unit: UnitOfWork, ids: Collection[int]) -> None:
        if not ids:
            return
        index = SearchIndex(unit.session)
        found = _entries(unit.session, InterviewStore(unit.session).some(ids))
        index.remove_all(SEARCH_KIND, set(ids) - {entry.record for entry in found})
        for entry in found:
            index.put(SEARCH_KIND, entry)


def search_entries(session: Session, after: int, limit: int) -> Sequence[SearchEntry]:
    """The next rounds by id, for filling the search index; those of removed jobs are not among them."""
    store, found = InterviewStore(session), list[SearchEntry]()
    while len(found) < limit and (some := store.next(after, limit)):
        found += _entries(session, some)
        after = some[-1].row.id
    return found[:limit]


def _entries(session: Session, kept: Sequence[Kept]) -> list[SearchEntry]:
    names = names_of(session, {one.row.job_id for one in kept})
    people = {contact_id for one in kept for contact_id, _ in one.people if contact_id is not None}
    contacts = {each.id: each for each in (people_of(session, people) if people else ()) if each.id is not None}
    here = [interview_of(one, contacts) for one in kept if one.row.job_id in names]
    return [_entry(one, names[one.job_id]) for one in here]


def _entry(one: Interview, job: JobName) -> SearchEntry:
    title = f"{TYPE_NAMES[one.type]}, {day_words(one.when.day)}"
    who = (each.name for each in one.interviewers)
    context = " · ".join(part for part in (job.title, job.company, *who, one.place) if part)
    body = "\n".join(part for part in (one.notes, one.questions, one.feedback, one.link) if part)
    return SearchEntry(one.id, title, context, body)

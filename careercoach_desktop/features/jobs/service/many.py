"""What is done with several jobs at once: archiving, tagging, marking, asking for new scores.

Each verb is one transaction with a few statements, however many jobs there are, tells of every job it changed, and
returns what its undo needs: only what really changed is changed back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from careercoach_desktop.features.jobs.model import JobChanged, JobsBroughtBack, ScoresWanted, TimelineKind
from careercoach_desktop.features.jobs.service.base import JobVerbs
from careercoach_desktop.features.jobs.store import ManyStore
from careercoach_desktop.foundation.storage.database import UnitOfWork

Tags = tuple[str, ...]
BROUGHT_BACK = "brought back"
"""The text of an ARCHIVED entry that says the opposite; that of archiving is empty."""


class ManyVerbs(JobVerbs):
    """The verbs of a selection; they serve one job as well."""

    def archive(self, job_ids: Sequence[int], archived: bool = True, *, undoing: bool = False) -> list[int]:
        """Put jobs into the archive, or bring them back; the ids of those it changed.

        Undo hands those back with ``undoing``, and the entry goes off the timeline again.
        """
        with self._db.write() as unit:
            store = ManyStore(unit.session)
            changed = store.switch("archived", job_ids, on=archived)
            if undoing:
                store.drop_last_events(changed, TimelineKind.ARCHIVED)
            else:
                words = "" if archived else BROUGHT_BACK
                store.add_events(changed, TimelineKind.ARCHIVED, words, self._now())
            _tell_of(unit, changed)
            if changed and not archived:
                unit.emit(JobsBroughtBack(tuple(changed)))
            return changed

    def tag(self, job_ids: Sequence[int], add: Sequence[str], remove: Sequence[str] = ()) -> dict[int, Tags]:
        """Add tags behind those a job has, take others away (whatever their capitals); a job that has a tag already
        keeps its own spelling.

        Returns the tags as they were of the jobs it changed, for ``put_tags``.
        """
        wanted, unwanted = _clean(add), {tag.casefold() for tag in _clean(remove)}
        with self._db.write() as unit:
            before = ManyStore(unit.session).tags(job_ids)
            after = {job_id: _tagged(tags, wanted, unwanted) for job_id, tags in before.items()}
            return self._write_tags(unit, before, after)

    def put_tags(self, tags_of: Mapping[int, Sequence[str]]) -> dict[int, Tags]:
        """Give each job its own tags; returns those the changed ones had."""
        with self._db.write() as unit:
            before = ManyStore(unit.session).tags(list(tags_of))
            return self._write_tags(unit, before, {job_id: tuple(_clean(tags_of[job_id])) for job_id in before})

    def set_priority_of(self, job_ids: Sequence[int], priority: bool) -> list[int]:
        """Mark jobs as a priority, or no longer; the ids of those it changed."""
        with self._db.write() as unit:
            changed = ManyStore(unit.session).switch("priority", job_ids, on=priority)
            _tell_of(unit, changed)
            return changed

    def score_again(self, job_ids: Sequence[int]) -> int:
        """Ask whoever matches to do it anew for these jobs, in the background; how many that are.

        Raises UserError when there is nothing to match against.
        """
        with self._db.write() as unit:
            there = ManyStore(unit.session).here(job_ids)
            if there:
                unit.emit(ScoresWanted(tuple(there)))
            return len(there)

    @staticmethod
    def _write_tags(unit: UnitOfWork, before: Mapping[int, Tags], after: Mapping[int, Tags]) -> dict[int, Tags]:
        changed = [job_id for job_id, tags in after.items() if tags != before[job_id]]
        ManyStore(unit.session).put_tags({job_id: after[job_id] for job_id in changed})
        _tell_of(unit, changed)
        return {job_id: before[job_id] for job_id in changed}


def _tell_of(unit: UnitOfWork, job_ids: Sequence[int]) -> None:
    for job_id in job_ids:
        unit.emit(JobChanged(job_id))


def _clean(tags: Sequence[str]) -> list[str]:
    """Each once, whatever its capitals, in the order given."""
    found: dict[str, str] = {}
    for tag in (" ".join(each.split()) for each in tags):
        if tag:
            found.setdefault(tag.casefold(), tag)
    return list(found.values())


def _tagged(tags: Tags, wanted: Sequence[str], unwanted: set[str]) -> Tags:
    kept = [tag for tag in tags if tag.casefold() not in unwanted]
    there = {tag.casefold() for tag in kept}
    return (*kept, *(tag for tag in wanted if tag.casefold() not in there))

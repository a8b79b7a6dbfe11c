"""Keeps every job's match with the primary résumé up to date, and explains one match in full.

The score and its explanation are columns of the job, written through ``JobService``. Scoring is pure Python, so it
runs in the warm child process, a few hundred jobs at a time: the window never feels ten thousand jobs being scored
again.

Which jobs wait is in the file itself: a job whose posting changed loses its explanation in the same transaction, and
one task, whoever queued it, does whatever waits when it starts. So five hundred imported jobs are one task, and a
crash forgets none of them. The job somebody has open is not kept waiting: ``report`` computes it at once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import Any

from careercoach_desktop.features.jobs.model import (
    JobAdded,
    JobChanged,
    JobsBroughtBack,
    Posting,
    PostingRead,
    ScoresWanted,
)
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.matching.model import MatchComputed, MatchReport, ResumeFit
from careercoach_desktop.features.matching.scoring import ResumeIndex, match, match_index
from careercoach_desktop.features.profile.model import Preferences, ProfileChanged
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.model import ResumeChanged, ResumeData, ResumeRead, ResumeRemoved
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database, UnitOfWork
from careercoach_desktop.foundation.tasks.model import TaskState
from careercoach_desktop.foundation.tasks.queue import Priority, TaskContext, TaskKind, TaskQueue

SCORE_ALL = "matching.score-all"
SCORE_ONE = "matching.score-one"
"""Every job that waits to be matched, one or five hundred."""
SCORE_THESE = "matching.score-these"
_CHUNK = 200
"""Jobs a visit to the child process: about half a second there, so that what somebody waits for gets its turn."""
_FIRST_CHUNK = 20
"""The first figures are on the board soon."""


class MatchingService:
    """``today`` is a function so that tests can stand still."""

    def __init__(
        self,
        database: Database,
        queue: TaskQueue,
        jobs: JobService,
        resumes: ResumeService,
        profile: ProfileService,
        today: Callable[[], date] = date.today,
    ) -> None:
        self._database = database
        self._queue = queue
        self._jobs = jobs
        self._resumes = resumes
        self._profile = profile
        self._today = today
        queue.register(TaskKind(SCORE_ALL, self._score_all, resume_after_crash=True))
        queue.register(TaskKind(SCORE_ONE, self._score_waiting, resume_after_crash=True))
        queue.register(TaskKind(SCORE_THESE, self._score_these, resume_after_crash=True))
        self._scored_with: tuple[str, str] | None = None
        self._queued: dict[str, int] = {}
        self._listen()

    def _listen(self) -> None:
        bus = self._database.bus
        bus.within(PostingRead, lambda event, unit: self._score_later([event.job_id], unit))
        bus.within(JobAdded, lambda event, unit: unit.before_commit(self._match_new, event.job_id))
        bus.within(JobChanged, self._on_job_changed)
        bus.within(ScoresWanted, self._on_scores_wanted)
        bus.within(JobsBroughtBack, self._on_brought_back)
        bus.within(ResumeRead, self._on_resume)
        bus.within(ResumeChanged, self._on_resume)
        bus.within(ResumeRemoved, lambda _event, unit: self._score_all_later(unit))
        bus.within(ProfileChanged, lambda _event, unit: self._score_all_later(unit))

    # --- explaining ----------------------------------------------------------------------------------------------

    def report(self, job_id: int, resume_id: int | None = None) -> MatchReport:
        """The full explanation against one résumé (the primary one when not named), computed now.

        Raises UserError when there is no résumé to match against.
        """
        resume = self._resumes.resume(resume_id) if resume_id is not None else self._resumes.primary()
        if resume is None:
            raise no_resume()
        job = self._jobs.job(job_id)
        report = match(resume.data, job.posting, self._profile.profile().preferences, self._today())
        if resume.is_primary and report.score != job.score:
            # The board must not say another number than the explanation beside it.
            self._jobs.record_match(job_id, report.score, report.model_dump_json())
        return report

    def compare(self, resume: ResumeData, posting: Posting) -> MatchReport:
        """The explanation for any résumé and any posting, by the person's preferences; nothing is kept."""
        return match(resume, posting, self._profile.profile().preferences, self._today())

    def fits(self, job_id: int, resume_ids: Sequence[int]) -> list[ResumeFit]:
        """The score of several résumés for one job, best first; those that are gone are left out."""
        posting = self._jobs.job(job_id).posting
        preferences, today = self._profile.profile().preferences, self._today()
        found = [
            ResumeFit(resume_id, title, match(data, posting, preferences, today).score)
            for resume_id, (title, data) in self._resumes.contents(resume_ids).items()
        ]
        return sorted(found, key=lambda fit: (-(fit.score or 0), resume_ids.index(fit.resume_id)))

    # --- what makes a score old ------------------------------------------------------------------------------------

    def _on_resume(self, event: ResumeRead | ResumeChanged, unit: UnitOfWork) -> None:
        primary = self._resumes.primary()
        if primary is not None and primary.id == event.resume_id:
            self._score_all_later(unit)

    def _score_all_later(self, unit: UnitOfWork) -> None:
        """Queue one pass over every job, unless nothing that counts has changed or a pass is still waiting."""
        if self._waits(SCORE_ALL) or self._basis() == self._scored_with:
            return
        without_resume = self._resumes.primary() is None
        count = self._jobs.count_to_match()
        if count and not (without_resume and not self._jobs.count_to_match(scored=True)):
            self._enqueue(unit, SCORE_ALL, _title(count))

    def _basis(self) -> tuple[str, str]:
        """What every score rests on beside the posting: the primary résumé's data and the preferences."""
        resume = self._resumes.primary()
        data = "" if resume is None else resume.data.model_dump_json(exclude={"traces": True, "basics": {"image"}})
        return data, self._profile.profile().preferences.model_dump_json()

    def _match_new(self, unit: UnitOfWork, job_ids: Collection[int]) -> None:
        """Those that were typed by hand or imported are never read; a captured one is matched when its page was."""
        if not self._waits_for_new():
            cards = self._jobs.cards(list(job_ids), with_archived=True)
            if any(card.score is None for card in cards):
                self._queue_waiting(unit)

    def _on_brought_back(self, event: JobsBroughtBack, unit: UnitOfWork) -> None:
        """The résumé may have become another while they were away; without one, their score means nothing."""
        if self._resumes.primary() is None:
            self._jobs.record_matches([(job_id, None, "") for job_id in event.job_ids])
        else:
            self._score_later(event.job_ids, unit)

    def _on_job_changed(self, event: JobChanged, unit: UnitOfWork) -> None:
        """What the person corrected in the posting counts, too."""
        if event.fields:
            self._score_later([event.job_id], unit)

    def _on_scores_wanted(self, event: ScoresWanted, unit: UnitOfWork) -> None:
        if self._resumes.primary() is None:
            raise no_resume()
        payload = {"job_ids": list(event.job_ids)}
        self._queue.enqueue(unit, SCORE_THESE, _title(len(event.job_ids)), payload, priority=Priority.BACKGROUND)

    def _score_later(self, job_ids: Sequence[int], unit: UnitOfWork) -> None:
        self._jobs.forget_match(unit, job_ids)
        if not self._waits_for_new():
            self._queue_waiting(unit)

    def _queue_waiting(self, unit: UnitOfWork) -> None:
        if self._resumes.primary() is not None and self._jobs.unmatched():
            self._enqueue(unit, SCORE_ONE, "Matching new jobs")

    def _waits_for_new(self) -> bool:
        """Whether a task that has not begun will do what is new."""
        return self._waits(SCORE_ONE) or self._waits(SCORE_ALL)

    def _waits(self, kind: str) -> bool:
        """Whether the task of this kind that was queued last has not begun yet; one look by its number, because
        hundreds of others may be waiting."""
        task = self._queue.get(self._queued[kind]) if kind in self._queued else None
        return task is not None and task.kind == kind and task.state is TaskState.QUEUED and task.started is None

    def _enqueue(self, unit: UnitOfWork, kind: str, title: str) -> None:
        """Behind what a person waits for: reading a résumé they chose, a page they added."""
        self._queued[kind] = self._queue.enqueue(unit, kind, title, {}, priority=Priority.BACKGROUND)

    # --- scoring in the background ---------------------------------------------------------------------------------

    def _score_waiting(self, context: TaskContext, payload: dict[str, Any]) -> dict[str, object] | None:
        """``payload`` may name a job: tasks of earlier versions do."""
        named = [int(payload["job_id"])] if "job_id" in payload else []
        waiting = self._jobs.unmatched()
        return self._score_in_turn(context, waiting + [job_id for job_id in named if job_id not in waiting])

    def _score_all(self, context: TaskContext, _payload: dict[str, Any]) -> dict[str, object] | None:
        self._scored_with = self._basis()
        return self._score_in_turn(context, self._jobs.to_match())

    def _score_these(self, context: TaskContext, payload: dict[str, Any]) -> dict[str, object] | None:
        return self._score_in_turn(context, [int(each) for each in payload["job_ids"]])

    def _score_in_turn(self, context: TaskContext, ids: list[int]) -> dict[str, object]:
        resume = self._resumes.primary()
        start, size = 0, _FIRST_CHUNK
        while start < len(ids):
            context.progress(start / len(ids))
            some = ids[start : start + size]
            if resume is None:
                self._record([(job_id, None, "") for job_id in some])
            else:
                self._score(context, resume.data, some)
            start, size = start + size, _CHUNK
        return {"jobs": len(ids)}

    def _score(self, context: TaskContext, resume: ResumeData, job_ids: list[int]) -> None:
        postings = list(self._jobs.postings(job_ids).items())
        preferences = self._profile.profile().preferences
        matches = context.in_child(score_postings, resume, postings, preferences, self._today())
        context.check_cancelled()
        self._record(matches)

    def _record(self, matches: Sequence[tuple[int, int | None, str]]) -> None:
        """Without a résumé there is nothing a score could mean: then the score is None."""
        with self._database.write() as unit:
            self._jobs.record_matches(matches)
            for job_id, _, _ in matches:
                unit.emit(MatchComputed(job_id))


def no_resume() -> UserError:
    """What to say where a match is asked for and there is nothing to match."""
    return UserError("There is no résumé to match against yet.", "Add yours on the Résumés page.", code="no-resume")


def _title(count: int) -> str:
    return "Matching 1 job" if count == 1 else f"Matching {count} jobs"


def score_postings(
    resume: ResumeData, postings: list[tuple[int, Posting]], preferences: Preferences, today: date
) -> list[tuple[int, int | None, str]]:
    """Runs in the child process: job id, score and explanation as JSON per ``(job id, posting)``."""
    index = ResumeIndex.of(resume, today)
    found = []
    for job_id, posting in postings:
        report = match_index(index, posting, preferences)
        found.append((job_id, report.score, report.model_dump_json()))
    return found

"""Keeps every job's match with the primary résumé up to date, and explains one match in full.

The score and its explanation are columns of the job, written through ``JobService``. Scoring is pure Python, so it
runs in the warm child process: the window never feels ten thousand jobs being scored again.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from careercoach_desktop.features.jobs.model import (
    CaptureState,
    JobAdded,
    JobChanged,
    Posting,
    PostingRead,
    ScoresWanted,
)
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.matching.model import MatchComputed, MatchReport
from careercoach_desktop.features.matching.scoring import ResumeIndex, match, match_index
from careercoach_desktop.features.profile.model import Preferences, ProfileChanged
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.model import ResumeChanged, ResumeData, ResumeRead, ResumeRemoved
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database, UnitOfWork
from careercoach_desktop.foundation.tasks.queue import TaskContext, TaskKind, TaskQueue

SCORE_ALL = "matching.score-all"
SCORE_ONE = "matching.score-one"
SCORE_THESE = "matching.score-these"
_CHUNK = 40


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
        queue.register(TaskKind(SCORE_ONE, self._score_one, resume_after_crash=True))
        queue.register(TaskKind(SCORE_THESE, self._score_these, resume_after_crash=True))
        self._scored_with: tuple[str, str] | None = None
        bus = database.bus
        bus.within(PostingRead, lambda event, unit: self._score_later(event.job_id, unit))
        bus.within(JobAdded, self._on_job_added)
        bus.within(JobChanged, self._on_job_changed)
        bus.within(ScoresWanted, self._on_scores_wanted)
        bus.within(ResumeRead, self._on_resume)
        bus.within(ResumeChanged, self._on_resume)
        bus.within(ResumeRemoved, lambda _event, unit: self._score_all_later(unit))
        bus.within(ProfileChanged, lambda _event, unit: self._score_all_later(unit))

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

    def _on_resume(self, event: ResumeRead | ResumeChanged, unit: UnitOfWork) -> None:
        primary = self._resumes.primary()
        if primary is not None and primary.id == event.resume_id:
            self._score_all_later(unit)

    def _score_all_later(self, unit: UnitOfWork) -> None:
        """Queue one pass over every job, unless nothing that counts has changed or a pass is still waiting."""
        cards = self._jobs.cards()
        if not cards or self._basis() == self._scored_with:
            return
        if self._resumes.primary() is None and all(card.score is None for card in cards):
            return
        if any(task.kind == SCORE_ALL and task.started is None for task in self._queue.active()):
            return
        self._queue.enqueue(unit, SCORE_ALL, "Matching 1 job" if len(cards) == 1 else f"Matching {len(cards)} jobs", {})

    def _basis(self) -> tuple[str, str]:
        """What every score rests on beside the posting: the primary résumé's data and the preferences."""
        resume = self._resumes.primary()
        data = "" if resume is None else resume.data.model_dump_json(exclude={"traces": True, "basics": {"image"}})
        return data, self._profile.profile().preferences.model_dump_json()

    def _on_job_added(self, event: JobAdded, unit: UnitOfWork) -> None:
        """One that was typed by hand is never read; a captured one is matched when its page was."""
        (card,) = self._jobs.cards([event.job_id], with_archived=True)
        if card.capture is CaptureState.READ and card.score is None and self._resumes.primary() is not None:
            self._score_later(event.job_id, unit)

    def _score_later(self, job_id: int, unit: UnitOfWork) -> None:
        self._queue.enqueue(unit, SCORE_ONE, "Matching the new job", {"job_id": job_id}, f"job:{job_id}")

    def _on_job_changed(self, event: JobChanged, unit: UnitOfWork) -> None:
        """What the person corrected in the posting counts, too."""
        if event.fields and self._resumes.primary() is not None:
            self._score_later(event.job_id, unit)

    def _on_scores_wanted(self, event: ScoresWanted, unit: UnitOfWork) -> None:
        if self._resumes.primary() is None:
            raise no_resume()
        count = len(event.job_ids)
        title = "Matching 1 job" if count == 1 else f"Matching {count} jobs"
        self._queue.enqueue(unit, SCORE_THESE, title, {"job_ids": list(event.job_ids)})

    def _score_one(self, context: TaskContext, payload: dict[str, Any]) -> dict[str, object] | None:
        self._score(context, [int(payload["job_id"])])
        return None

    def _score_all(self, context: TaskContext, _payload: dict[str, Any]) -> dict[str, object] | None:
        self._scored_with = self._basis()
        return self._score_in_turn(context, [card.id for card in self._jobs.cards()])

    def _score_these(self, context: TaskContext, payload: dict[str, Any]) -> dict[str, object] | None:
        return self._score_in_turn(context, [int(each) for each in payload["job_ids"]])

    def _score_in_turn(self, context: TaskContext, ids: list[int]) -> dict[str, object]:
        for start in range(0, len(ids), _CHUNK):
            context.progress(start / len(ids))
            self._score(context, ids[start : start + _CHUNK])
        return {"jobs": len(ids)}

    def _score(self, context: TaskContext, job_ids: list[int]) -> None:
        resume = self._resumes.primary()
        if resume is None:
            self._forget_scores(job_ids)
            return
        postings = [(card.id, self._jobs.job(card.id).posting) for card in self._jobs.cards(job_ids)]
        preferences = self._profile.profile().preferences
        reports = context.in_child(score_postings, resume.data, postings, preferences, self._today())
        context.check_cancelled()
        with self._database.write() as unit:
            for job_id, report in reports:
                self._jobs.record_match(job_id, report.score, report.model_dump_json())
                unit.emit(MatchComputed(job_id))

    def _forget_scores(self, job_ids: list[int]) -> None:
        """Without a résumé there is nothing a score could mean."""
        with self._database.write() as unit:
            for card in self._jobs.cards(job_ids):
                if card.score is not None:
                    self._jobs.record_match(card.id, None, "")
                    unit.emit(MatchComputed(card.id))


def no_resume() -> UserError:
    """What to say where a match is asked for and there is nothing to match."""
    return UserError("There is no résumé to match against yet.", "Add yours on the Résumés page.", code="no-resume")


def score_postings(
    resume: ResumeData, postings: list[tuple[int, Posting]], preferences: Preferences, today: date
) -> list[tuple[int, MatchReport]]:
    """Runs in the child process: one report per ``(job id, posting)``."""
    index = ResumeIndex.of(resume, today)
    return [(job_id, match_index(index, posting, preferences)) for job_id, posting in postings]

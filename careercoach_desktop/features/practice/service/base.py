"""What every group of practice's verbs stands on: the services below, and what an answer may rest on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from careercoach_desktop.features.documents.service import DocumentService
from careercoach_desktop.features.evidence.service.keeping import EvidenceService
from careercoach_desktop.features.jobs.model import Job, Posting
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.letters.checking import Material
from careercoach_desktop.features.practice.model import Answer, PracticeChanged, PracticeSetup, Question, Session
from careercoach_desktop.features.practice.service.outside import Outside
from careercoach_desktop.features.practice.store import PracticeStore
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.storage.database import Database, UnitOfWork
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.queue import TaskQueue

if TYPE_CHECKING:
    from careercoach_desktop.features.evidence.bank import QuestionBank


@dataclass(frozen=True)
class Below:
    """The services practice stands on."""

    database: Database
    queue: TaskQueue
    child: ChildProcess
    jobs: JobService
    resumes: ResumeService
    profile: ProfileService
    evidence: EvidenceService
    documents: DocumentService
    claude: Claude
    bank: QuestionBank
    outside: Outside


class PracticeVerbs:
    """``now`` returns aware datetimes."""

    def __init__(self, below: Below, now: Callable[[], datetime]) -> None:
        self._below = below
        self._now = now

    def session(self, session_id: int) -> Session:
        """The session, whole: what to show after a start, a crash or a change elsewhere."""
        with self._below.database.read() as rows:
            return PracticeStore(rows).session(session_id)

    def question(self, question_id: int) -> Question:
        with self._below.database.read() as rows:
            return PracticeStore(rows).question(question_id)

    def given_answer(self, answer_id: int) -> Answer:
        with self._below.database.read() as rows:
            return PracticeStore(rows).answer(answer_id)

    # --- what it is about --------------------------------------------------------------------------------------------

    def _job(self, setup: PracticeSetup) -> Job | None:
        """The job it is for; None for a role only, or when the job was removed for good."""
        if setup.job_id is None:
            return None
        try:
            return self._below.jobs.job(setup.job_id)
        except KeyError:
            return None

    def _posting(self, setup: PracticeSetup) -> Posting:
        """The job's posting; of a role nothing is known but its name."""
        job = self._job(setup)
        return job.posting if job is not None else Posting(title=setup.role.strip())

    def _material(self, setup: PracticeSetup) -> Material:
        """What the person can prove, and what they are asked about. An answer is no part of it: what somebody says in
        practice is what they claim, and becomes evidence when they say that it is true (``state_as_true``)."""
        primary = self._below.resumes.primary()
        profile = self._below.profile.profile()
        resume = primary.data if primary is not None else ResumeData()
        return Material(
            resume=resume,
            posting=self._posting(setup),
            notes=profile.notes,
            stories=tuple(self._below.evidence.facts()),
            today=self._now().date(),
            name=resume.basics.name or profile.name,
        )

    # --- telling -----------------------------------------------------------------------------------------------------

    def _changed(self, unit: UnitOfWork, session_id: int, question_id: int | None = None) -> None:
        PracticeStore(unit.session).touch(session_id, self._now())
        unit.emit(PracticeChanged(session_id, question_id))

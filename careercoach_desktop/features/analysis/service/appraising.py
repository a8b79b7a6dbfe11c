"""A job read closely: by rules at once and always, by Claude when the person asks; one latest view of Claude's is kept
for each job and résumé."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from careercoach_desktop.features.analysis.appraising import JobView, by_rules, confirmed, pays_of, usual_currency
from careercoach_desktop.features.analysis.judging import Listing
from careercoach_desktop.features.analysis.model.job import AnalysedJob, JobAnalysed, JobAnalysis
from careercoach_desktop.features.analysis.model.judgement import ClaudeOffer
from careercoach_desktop.features.analysis.service.listening import keeping_part, listening
from careercoach_desktop.features.analysis.service.offering import offered, stop, under_way
from careercoach_desktop.features.analysis.store import AnalysisStore, JobAnalysisRow
from careercoach_desktop.features.jobs.model import Job, Posting
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.llm.lane import CLAUDE
from careercoach_desktop.foundation.llm.model import Purpose
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.model import Task
from careercoach_desktop.foundation.tasks.queue import Cancelled, TaskContext, TaskKind, TaskQueue

if TYPE_CHECKING:
    from careercoach_desktop.foundation.llm.model import Request

APPRAISE_TASK = "analysis.job"


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one view is of: read once, because the posting and the résumé may change while Claude reads them.
    ``resume`` is None while there is none that was read."""

    job_id: int
    posting: Posting
    resume_id: int | None
    resume: ResumeData | None

    @property
    def basis(self) -> str:
        """What Claude's view is true for: what was sent of the posting and the résumé."""
        posting = self.posting
        said = (posting.title, posting.company, posting.location, posting.description)
        listed = "" if self.resume is None else Listing.of(self.resume).text
        return sha256("\0".join([*said, listed]).encode()).hexdigest()


class JobAnalysisService:
    """Call everything off the Qt thread. ``resume_id`` None means the primary résumé, where there is one. Verbs raise
    UserError ``job-gone``, ``resume-gone``, and ``posting-empty`` for a job without any text."""

    def __init__(
        self,
        database: Database,
        queue: TaskQueue,
        jobs: JobService,
        resumes: ResumeService,
        profile: ProfileService,
        claude: Claude,
        today: Callable[[], date] = date.today,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        self._database = database
        self._queue = queue
        self._jobs = jobs
        self._resumes = resumes
        self._profile = profile
        self._claude = claude
        self._today = today
        self._clock = clock
        queue.register(TaskKind(APPRAISE_TASK, self._appraise, repeatable=False, lane=CLAUDE))

    def analysis(self, job_id: int, resume_id: int | None = None) -> AnalysedJob:
        """What the rules say of the job now, and Claude's latest view of it beside this résumé."""
        now = self._read(job_id, resume_id)
        rules = self.compare(now.posting, now.resume, job_id)
        with self._database.read() as session:
            row = AnalysisStore(session).of_job(job_id, now.resume_id)
        if row is None:
            return AnalysedJob(job_id, now.resume_id, rules)
        claude = JobAnalysis.model_validate_json(row.content)
        is_stale = row.basis != now.basis
        return AnalysedJob(job_id, now.resume_id, rules, claude, row.made_by, row.created, is_stale)

    def compare(self, posting: Posting, resume: ResumeData | None, job_id: int = 0) -> JobAnalysis:
        """What the rules say of any posting, by the person's preferences and their other jobs; nothing is kept."""
        preferences, cards = self._profile.profile().preferences, self._jobs.cards(with_archived=True)
        currency = usual_currency(posting, preferences, cards)
        return by_rules(posting, resume, preferences, pays_of(cards, job_id, currency), currency, self._today())

    # --- Claude ------------------------------------------------------------------------------------------------

    def offer(self, job_id: int, resume_id: int | None = None, language: str = "en") -> ClaudeOffer:
        """What asking would take; nothing is sent."""
        return offered(self._claude, lambda: self._request(self._read(job_id, resume_id), language))

    def start(self, job_id: int, resume_id: int | None = None, language: str = "en") -> int:
        """Queue it; the task's id, of the one under way when there is one. Raises the offer's problem."""
        offer = self.offer(job_id, resume_id, language)
        if offer.problem is not None:
            raise offer.problem
        now = self._read(job_id, resume_id)
        with self._database.write() as unit:  # looked at inside: of two presses at once, one starts it
            present = self.under_way(job_id)
            if present is not None and not present.state.is_over:
                return present.id
            if present is not None:
                self._queue.dismiss(present.id)
            payload = {"job_id": job_id, "resume_id": now.resume_id, "language": language}
            title = f"Claude’s view of “{now.posting.title}”"
            return self._queue.enqueue(unit, APPRAISE_TASK, title, payload, f"job:{job_id}")

    def under_way(self, job_id: int) -> Task | None:
        """The task that asks now, or waits to be started again after it was interrupted."""
        return under_way(self._queue, APPRAISE_TASK, f"job:{job_id}")

    def stop(self, job_id: int) -> None:
        stop(self._queue, APPRAISE_TASK, f"job:{job_id}")

    def dismiss(self, job_id: int, resume_id: int | None) -> None:
        """Put Claude's view away."""
        with self._database.write() as unit:
            if AnalysisStore(unit.session).forget_of_job(job_id, resume_id):
                unit.emit(JobAnalysed(job_id))

    def _appraise(self, context: TaskContext, payload: dict[str, Any]) -> dict[str, object] | None:
        """The answer is stored before it is looked at, so running this again after a crash costs nothing."""
        read = self._read(int(payload["job_id"]), payload["resume_id"])
        context.progress(None, "Claude is reading the posting")
        request = self._request(read, str(payload["language"]))
        growing = listening(JobView, self._database.bus, context.task_id)
        try:
            answer = self._claude.ask(
                request, waiting=context, task_id=context.task_id, subject=f"job:{read.job_id}", on_text=growing
            )
        except (Cancelled, UserError):
            keeping_part(growing, lambda part: self._keep_part(read, part))
            raise
        context.progress(0.9, "Looking every quotation up in the posting")
        found = confirmed(answer.value, read.posting, with_resume=read.resume is not None)
        self._keep(read, found.model_copy(update={"cost": answer.cost}), answer.model)
        return {"job_id": read.job_id, "dropped": found.dropped}

    def _keep_part(self, read: _Reading, part: JobView) -> None:
        """What had come before it was stopped, unless there is a whole view already."""
        with self._database.read() as session:
            if AnalysisStore(session).of_job(read.job_id, read.resume_id) is not None:
                return
        found = confirmed(part, read.posting, with_resume=read.resume is not None)
        if found.responsibilities or found.required or found.red_flags or found.highlights:
            part_of_it = found.model_copy(update={"is_part": True})
            self._keep(read, part_of_it, self._claude.model_for(Purpose.ANALYSIS))

    def _keep(self, read: _Reading, found: JobAnalysis, model: str) -> None:
        with self._database.write() as unit:
            AnalysisStore(unit.session).put_of_job(
                JobAnalysisRow(
                    job_id=read.job_id,
                    resume_id=read.resume_id,
                    basis=read.basis,
                    made_by=model,
                    content=found.model_dump_json(),
                    created=self._clock(),
                )
            )
            unit.emit(JobAnalysed(read.job_id))

    def _request(self, read: _Reading, language: str) -> Request[JobView]:
        from careercoach_desktop.features.analysis.agents.job_analyzer import job_request

        rules = self.compare(read.posting, read.resume, read.job_id)
        return job_request(read.posting, read.resume, rules, language)

    def _read(self, job_id: int, resume_id: int | None) -> _Reading:
        posting, beside = self._job(job_id).posting, self._beside(resume_id)
        return _Reading(job_id, posting, *(beside or (None, None)))

    def _job(self, job_id: int) -> Job:
        job = self._jobs.job(job_id)
        if not job.posting.description.strip():
            raise UserError(
                "This job has no description yet, so there is nothing to read closely.",
                "Paste the posting’s text in Overview first.",
                code="posting-empty",
            )
        return job

    def _beside(self, resume_id: int | None) -> tuple[int, ResumeData] | None:
        """The résumé it is compared with; None while there is none that was read."""
        resume = self._resumes.resume(resume_id) if resume_id is not None else self._resumes.primary()
        return None if resume is None or resume.version == 0 else (resume.id, resume.data)

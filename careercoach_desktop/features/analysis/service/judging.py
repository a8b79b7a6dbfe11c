"""Claude's judgement of a résumé: offered with its price, asked by the person, kept beside the rules, applied one
suggestion at a time and undone like any other edit.

The reply is stored by ``Claude`` before anybody looks at it; the judgement is stored in one transaction. The scores of
the rules never come from here.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from careercoach_desktop.features.analysis.judging import (
    Listing,
    ResumeReview,
    checked,
    edits_for,
    states_of,
    unproved,
    without_applied,
)
from careercoach_desktop.features.analysis.model.judgement import (
    ClaudeOffer,
    Judgement,
    JudgementChanged,
    ResumeJudgement,
    Suggestion,
    SuggestionState,
    Target,
)
from careercoach_desktop.features.analysis.service.analysing import AnalysisService, Fixed
from careercoach_desktop.features.analysis.service.listening import keeping_part, listening
from careercoach_desktop.features.analysis.service.offering import offered, stop, under_way
from careercoach_desktop.features.analysis.store import AnalysisStore, ResumeJudgementRow
from careercoach_desktop.features.evidence.service import EvidenceBase
from careercoach_desktop.features.evidence.service.keeping import EvidenceService
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.matching.service import MatchingService
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.model import Resume, ResumeData, VersionReason
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

JUDGE_TASK = "analysis.judge"


class JudgementService:
    """Call everything off the Qt thread. Verbs raise UserError ``resume-gone`` and ``resume-unread``."""

    def __init__(
        self,
        database: Database,
        queue: TaskQueue,
        analyses: AnalysisService,
        resumes: ResumeService,
        jobs: JobService,
        matching: MatchingService,
        profile: ProfileService,
        evidence: EvidenceService,
        claude: Claude,
        today: Callable[[], date] = date.today,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        self._database = database
        self._queue = queue
        self._analyses = analyses
        self._resumes = resumes
        self._jobs = jobs
        self._matching = matching
        self._profile = profile
        self._evidence = evidence
        self._claude = claude
        self._today = today
        self._clock = clock
        queue.register(TaskKind(JUDGE_TASK, self._judge, repeatable=False, lane=CLAUDE))

    # --- asking ------------------------------------------------------------------------------------------------

    def offer(self, resume_id: int, target: Target) -> ClaudeOffer:
        """What asking would take; nothing is sent."""
        return offered(self._claude, lambda: self._request(self._read(resume_id), target, self._posting(target.job_id)))

    def start(self, resume_id: int, target: Target) -> int:
        """Queue it; the task's id, of the one under way when there is one. Raises the offer's problem."""
        offer = self.offer(resume_id, target)
        if offer.problem is not None:
            raise offer.problem
        resume, subject = self._read(resume_id), f"resume:{resume_id}"
        with self._database.write() as unit:  # looked at inside: of two presses at once, one starts it
            present = self.under_way(resume_id)
            if present is not None and not present.state.is_over:
                return present.id
            if present is not None:
                self._queue.dismiss(present.id)
            payload = {"resume_id": resume_id, "target": target.model_dump()}
            return self._queue.enqueue(unit, JUDGE_TASK, f"Claude’s view of “{resume.title}”", payload, subject)

    def under_way(self, resume_id: int) -> Task | None:
        """The task that asks now, or waits to be started again after it was interrupted."""
        return under_way(self._queue, JUDGE_TASK, f"resume:{resume_id}")

    def stop(self, resume_id: int) -> None:
        stop(self._queue, JUDGE_TASK, f"resume:{resume_id}")

    # --- what was said -----------------------------------------------------------------------------------------

    def latest(self, resume_id: int) -> ResumeJudgement | None:
        """The newest judgement of the résumé, whatever it was for."""
        with self._database.read() as session:
            row = AnalysisStore(session).newest_judgement(resume_id)
        return None if row is None else self._told(row)

    def judgement(self, resume_id: int, job_id: int | None) -> ResumeJudgement | None:
        """The latest one for this job, or for none."""
        with self._database.read() as session:
            row = AnalysisStore(session).judgement(resume_id, job_id)
        return None if row is None else self._told(row)

    def apply(self, resume_id: int, job_id: int | None, suggestion_id: str) -> Fixed:
        """Put a suggested wording where the old one stands, as an edit like any other; undo with
        ``AnalysisService.undo``.

        UserError ``judgement-gone``, ``suggestion-unproved`` when something in it is not in evidence now, and
        ``suggestion-late`` when the text was changed meanwhile.
        """
        _, suggestion, posting = self._suggestion(resume_id, job_id, suggestion_id)
        data = self._read(resume_id).data
        if states_of([suggestion], data)[suggestion.id] is not SuggestionState.OPEN:
            raise _late()
        if unproved(suggestion, self._known(data), posting):
            raise UserError(
                "Something in this wording is not in your evidence, so it stays out.",
                "Add it as your evidence if it is true, or leave the text as it is.",
                code="suggestion-unproved",
            )
        _, edits = self._resumes.change(resume_id, lambda data: edits_for(suggestion, data), VersionReason.EDITED)
        if not edits:
            raise _late()
        return Fixed(resume_id, f"Applied the wording for {suggestion.label}", tuple(edits))

    def add_evidence(self, resume_id: int, job_id: int | None, note: str) -> None:
        """Keep a fact the person states about themselves, then look again at what nothing proved."""
        self._profile.add_note(note)
        self._look_again(resume_id, job_id)

    def dismiss(self, resume_id: int, job_id: int | None) -> None:
        """Put a judgement away; what was applied stays."""
        with self._database.write() as unit:
            if AnalysisStore(unit.session).forget_judgement(resume_id, job_id):
                unit.emit(JudgementChanged(resume_id, job_id))

    def _look_again(self, resume_id: int, job_id: int | None) -> None:
        known = self._known(self._read(resume_id).data)
        posting = self._posting_text(job_id)
        with self._database.write() as unit:
            row = AnalysisStore(unit.session).judgement(resume_id, job_id)
            if row is None:
                raise _gone()
            judgement = Judgement.model_validate_json(row.content)
            made = [
                each.model_copy(update={"claims": unproved(each, known, posting)}) if each.claims else each
                for each in judgement.suggestions
            ]
            row.content = judgement.model_copy(update={"suggestions": made}).model_dump_json()
            unit.session.add(row)
            unit.emit(JudgementChanged(resume_id, job_id))

    def _suggestion(self, resume_id: int, job_id: int | None, name: str) -> tuple[Judgement, Suggestion, str]:
        with self._database.read() as session:
            row = AnalysisStore(session).judgement(resume_id, job_id)
        judgement = None if row is None else Judgement.model_validate_json(row.content)
        suggestion = None if judgement is None else judgement.suggestion(name)
        if judgement is None or suggestion is None or not suggestion.is_edit:
            raise _gone()
        return judgement, suggestion, self._posting_text(job_id)

    def _told(self, row: ResumeJudgementRow) -> ResumeJudgement:
        judgement = Judgement.model_validate_json(row.content)
        data = self._read(row.resume_id).data
        posting = self._posting(row.job_id)
        earlier = without_applied(judgement.suggestions, data)
        return ResumeJudgement(
            resume_id=row.resume_id,
            job_id=row.job_id,
            judgement=judgement,
            model=row.made_by,
            made=row.created,
            is_stale=row.basis != _basis(earlier, posting),
            states=states_of(judgement.suggestions, data),
        )

    # --- the task ----------------------------------------------------------------------------------------------

    def _judge(self, context: TaskContext, payload: dict[str, Any]) -> dict[str, object] | None:
        """The answer is stored before it is looked at, so running this again after a crash costs nothing."""
        target = Target.model_validate(payload["target"])
        resume, posting = self._read(int(payload["resume_id"])), self._posting(target.job_id)
        context.progress(None, "Claude is reading your résumé")
        request = self._request(resume, target, posting)
        subject, growing = f"resume:{resume.id}", listening(ResumeReview, self._database.bus, context.task_id)
        try:
            answer = self._claude.ask(
                request, waiting=context, task_id=context.task_id, subject=subject, on_text=growing
            )
        except (Cancelled, UserError):
            keeping_part(growing, lambda part: self._keep_part(resume, target, posting, part))
            raise
        context.progress(0.9, "Checking every suggestion against your evidence")
        found: Judgement = context.in_child(checked, answer.value, *self._about(resume, target, posting))
        self._keep(resume, posting, found.model_copy(update={"cost": answer.cost}), answer.model)
        return {"resume_id": resume.id, "job_id": target.job_id, "dropped": found.dropped}

    def _about(self, resume: Resume, target: Target, posting: Posting | None) -> tuple[Any, ...]:
        """What an answer is checked against: the résumé and the posting as they were sent."""
        notes, stories = self._profile.profile().notes, self._evidence.facts()
        return target, resume.data, notes, stories, _text_of(posting), self._today()

    def _keep_part(self, resume: Resume, target: Target, posting: Posting | None, part: ResumeReview) -> None:
        """What had come before it was stopped, unless there is a whole judgement already. Checked here and not in the
        child process, which is told to stop with the task."""
        with self._database.read() as session:
            if AnalysisStore(session).judgement(resume.id, target.job_id) is not None:
                return
        found = checked(part, *self._about(resume, target, posting))
        if found.strengths or found.weaknesses or found.suggestions:
            part_of_it = found.model_copy(update={"is_part": True})
            self._keep(resume, posting, part_of_it, self._claude.model_for(Purpose.ANALYSIS))

    def _keep(self, resume: Resume, posting: Posting | None, found: Judgement, model: str) -> None:
        job_id = found.target.job_id
        basis = _basis(resume.data, posting)
        with self._database.write() as unit:
            AnalysisStore(unit.session).put_judgement(
                ResumeJudgementRow(
                    resume_id=resume.id,
                    job_id=job_id,
                    basis=basis,
                    made_by=model,
                    content=found.model_dump_json(),
                    created=self._clock(),
                )
            )
            unit.emit(JudgementChanged(resume.id, job_id))

    def _request(self, resume: Resume, target: Target, posting: Posting | None) -> Request[ResumeReview]:
        from careercoach_desktop.features.analysis.agents.resume_analyzer import review_request

        found = self._analyses.analyse(resume.id).analysis.findings
        keywords = [] if posting is None else self._matching.compare(resume.data, posting).keywords
        return review_request(resume.data, self._profile.profile().notes, target, found, posting, keywords)

    def _read(self, resume_id: int) -> Resume:
        resume = self._resumes.resume(resume_id)
        if resume.version == 0:
            raise UserError(
                "This résumé has not been read yet.", "Wait for it, or type its fields first.", code="resume-unread"
            )
        return resume

    def _known(self, data: ResumeData) -> EvidenceBase:
        return EvidenceBase.from_resume(
            data, self._profile.profile().notes, self._evidence.facts(), today=self._today()
        )

    def _posting(self, job_id: int | None) -> Posting | None:
        """None for a job that is gone, too: what was said about it stays readable."""
        if job_id is None:
            return None
        try:
            return self._jobs.job(job_id).posting
        except UserError:
            return None

    def _posting_text(self, job_id: int | None) -> str:
        return _text_of(self._posting(job_id))


def _text_of(posting: Posting | None) -> str:
    return "" if posting is None else posting.description


def _basis(data: ResumeData, posting: Posting | None) -> str:
    """What a judgement is true for: what was sent of the résumé, and what the job says."""
    about = "" if posting is None else f"{posting.title}\0{posting.company}\0{posting.description}"
    return sha256(f"{Listing.of(data).text}\0{about}".encode()).hexdigest()


def _gone() -> UserError:
    return UserError("This judgement is no longer there.", "Ask Claude again.", code="judgement-gone")


def _late() -> UserError:
    return UserError(
        "This text was changed since Claude looked at it.", "Ask Claude again for the résumé as it is now.",
        code="suggestion-late",
    )  # fmt: skip

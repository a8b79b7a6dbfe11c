"""Tailor a résumé to a job, decide about each change, keep the result as a document.

The master résumé is never modified: a tailoring starts from a copy of it, and its result is a document version. Who
proposes is the person's choice, the engine on this computer or Claude; who checks is always this computer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from careercoach_desktop.features.documents.model import DocumentType, DocumentVersion
from careercoach_desktop.features.documents.service import DocumentService
from careercoach_desktop.features.evidence.model import Claim
from careercoach_desktop.features.evidence.service import EvidenceBase, check_text
from careercoach_desktop.features.evidence.service.keeping import EvidenceService
from careercoach_desktop.features.jobs.model import Job, TimelineKind
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.model import Education, Project, Resume, ResumeData, Volunteer, Work
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.features.tailoring.drafting import Proposal, draft_from, unproved
from careercoach_desktop.features.tailoring.engine import apply_changes, rescore, tailor
from careercoach_desktop.features.tailoring.model import (
    Change,
    ClaudeOffer,
    Decision,
    Draft,
    Tailoring,
    TailoringChanged,
    TailoringReady,
)
from careercoach_desktop.features.tailoring.store import TailoringStore
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.llm.faults import fault
from careercoach_desktop.foundation.llm.lane import CLAUDE
from careercoach_desktop.foundation.llm.model import Purpose, Request
from careercoach_desktop.foundation.llm.words import model_name
from careercoach_desktop.foundation.settings.endpoints import host_of
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.queue import TaskContext, TaskKind, TaskQueue

TAILOR = "tailoring.tailor"
TAILOR_WITH_CLAUDE = "tailoring.claude"
TASK_KINDS = (TAILOR, TAILOR_WITH_CLAUDE)


@dataclass(frozen=True)
class Review:
    """What the review screen needs in one reading: the draft, both résumés and whose they are."""

    tailoring: Tailoring
    job: Job
    resume_title: str
    base: ResumeData
    result: ResumeData
    author: str = ""
    """The name of the model that proposed it; empty for the engine on this computer."""


class TailoringService:
    def __init__(
        self,
        database: Database,
        queue: TaskQueue,
        jobs: JobService,
        resumes: ResumeService,
        profile: ProfileService,
        documents: DocumentService,
        claude: Claude,
        evidence: EvidenceService,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._database = database
        self._queue = queue
        self._jobs = jobs
        self._resumes = resumes
        self._profile = profile
        self._documents = documents
        self._claude = claude
        self._evidence_kept = evidence
        self._now = now
        queue.register(TaskKind(TAILOR, self._tailor))
        queue.register(TaskKind(TAILOR_WITH_CLAUDE, self._tailor_with_claude, repeatable=False, lane=CLAUDE))

    def start(self, job_id: int, resume_id: int | None = None, *, with_claude: bool = False) -> int:
        """Queue a tailoring of the named résumé (the primary one when None); returns the task's id.

        A tailoring of this job that is still waiting or running is the answer to a second press.
        Raises UserError when there is nothing to tailor, nothing to tailor it to, or no key for Claude.
        """
        resume = self._resume(resume_id)
        job = self._tailorable(job_id)
        if with_claude and not self._claude.is_ready():
            raise fault("claude-no-key")
        subject = f"job:{job_id}"
        with self._database.write() as unit:
            for task in self._queue.active():
                if task.kind in TASK_KINDS and task.subject == subject and not task.state.is_over:
                    return task.id
            return self._queue.enqueue(
                unit,
                TAILOR_WITH_CLAUDE if with_claude else TAILOR,
                f"Tailoring for “{job.posting.title}”{' with Claude' if with_claude else ''}",
                {"job_id": job_id, "resume_id": resume.id},
                subject,
            )

    def offer(self, job_id: int, resume_id: int | None = None) -> ClaudeOffer:
        """What tailoring with Claude would take, or that there is no key for it; nothing is sent.

        Raises UserError as ``start`` does.
        """
        resume, job = self._resume(resume_id), self._tailorable(job_id)
        model = self._claude.model_for(Purpose.WRITING)
        if not self._claude.is_ready():
            return ClaudeOffer(model_name(model), None, "")
        estimate = self._claude.estimate(self._request(resume, job))
        return ClaudeOffer(model_name(model), estimate, host_of(self._claude.status().endpoint))

    def latest_for(self, job_id: int) -> Tailoring | None:
        with self._database.read() as session:
            return TailoringStore(session).latest_for(job_id)

    def review(self, tailoring_id: int) -> Review:
        """Raises KeyError when there is no such tailoring."""
        with self._database.read() as session:
            store = TailoringStore(session)
            tailoring, base = store.get(tailoring_id), store.base(tailoring_id)
        return Review(
            tailoring=tailoring,
            job=self._jobs.job(tailoring.job_id),
            resume_title=self._resume_title(tailoring.resume_id),
            base=base,
            result=apply_changes(base, tailoring.draft.changes),
            author="" if tailoring.draft.is_local else model_name(tailoring.draft.engine),
        )

    def decide(self, tailoring_id: int, decisions: dict[str, Decision]) -> dict[str, Decision]:
        """Accept or reject changes by id; returns what they were before, for undo.

        A change with a claim that nothing proves stays out, whoever asks for it.
        """
        before: dict[str, Decision] = {}

        def apply(change: Change) -> Change:
            refused = decisions.get(change.id) is Decision.ACCEPTED and not change.supported
            if change.id not in decisions or refused:
                return change
            before[change.id] = change.decision
            return change.model_copy(update={"decision": decisions[change.id]})

        self._revise(tailoring_id, apply)
        return before

    def accept_all_supported(self, tailoring_id: int) -> dict[str, Decision]:
        """Accept every change that rests on evidence; returns the decisions before, for undo."""
        with self._database.read() as session:
            changes = TailoringStore(session).get(tailoring_id).draft.changes
        return self.decide(tailoring_id, {change.id: Decision.ACCEPTED for change in changes if change.supported})

    def reword(self, tailoring_id: int, change_id: str, text: str | None) -> str | None:
        """Put the person's own wording in place of a change's (None goes back to the proposal), check it like any
        other text and accept it when it rests on evidence. Returns the wording before, for undo."""
        before: list[str | None] = []
        unproved_in = self._judge(tailoring_id)

        def apply(change: Change) -> Change:
            if change.id != change_id:
                return change
            before.append(change.edited)
            reworded = change.model_copy(update={"edited": text})
            claims = unproved_in(reworded)
            decision = Decision.REJECTED if claims else Decision.ACCEPTED
            return reworded.model_copy(update={"claims": claims, "decision": decision})

        self._revise(tailoring_id, apply)
        if not before:
            raise KeyError(change_id)
        return before[0]

    def add_evidence(self, tailoring_id: int, note: str) -> None:
        """Keep a fact the person states about themselves, then check the unsupported changes against it again."""
        self._profile.add_note(note)
        unproved_in = self._judge(tailoring_id)

        def apply(change: Change) -> Change:
            if change.supported:
                return change
            claims = unproved_in(change)
            decision = change.decision if claims else Decision.ACCEPTED
            return change.model_copy(update={"claims": claims, "decision": decision})

        self._revise(tailoring_id, apply)

    def save_as_document(self, tailoring_id: int) -> DocumentVersion:
        """Keep the result, with the accepted changes, as a version of the job's tailored résumé."""
        review = self.review(tailoring_id)
        tailoring, posting = review.tailoring, review.job.posting
        accepted = [change for change in tailoring.draft.changes if change.decision is Decision.ACCEPTED]
        content = review.result.model_dump_json()
        if (kept := self._already_saved(tailoring.document_id, content)) is not None:
            return kept
        with self._database.write() as unit:
            version = self._documents.save_version(
                DocumentType.RESUME,
                " – ".join(part for part in (review.result.basics.name, posting.company or posting.title) if part),
                content,
                name=f"{len(accepted)} changes accepted" if len(accepted) != 1 else "1 change accepted",
                details={
                    "engine": tailoring.draft.engine,
                    "score_before": tailoring.draft.score_before,
                    "score_after": tailoring.draft.score_after,
                    "tailoring_id": tailoring_id,
                    "changes": [change.title for change in accepted],
                },
                job_id=tailoring.job_id,
                document_id=tailoring.document_id,
            )
            TailoringStore(unit.session).set_document(tailoring_id, version.document_id)
            saved = f"and saved as version {version.number}"
            self._jobs.record_event(unit, tailoring.job_id, TimelineKind.TAILORED, saved)
            unit.emit(TailoringChanged(tailoring_id, tailoring.job_id))
        return version

    def _already_saved(self, document_id: int | None, content: str) -> DocumentVersion | None:
        """The newest version when it says exactly this: saving or exporting twice makes no second one."""
        newest = self._documents.versions(document_id)[0] if document_id is not None else None
        if newest is None or newest.content != content:
            return None
        self._documents.bring_back(newest.document_id)
        return newest

    def _tailor(self, context: TaskContext, payload: dict[str, Any]) -> dict[str, object] | None:
        resume = self._resume(int(payload["resume_id"]))
        job_id = int(payload["job_id"])
        posting = self._jobs.job(job_id).posting
        profile = self._profile.profile()
        context.progress(0.2, "Comparing your résumé with the posting")
        today, stories = self._now().date(), self._evidence_kept.facts()
        draft = context.in_child(tailor, resume.data, posting, profile.preferences, profile.notes, today, stories)
        context.progress(0.9, "Keeping the draft for your review")
        return self._keep(resume, job_id, draft)

    def _tailor_with_claude(self, context: TaskContext, payload: dict[str, Any]) -> dict[str, object] | None:
        """The answer is stored before it is looked at, so running this again after a crash costs nothing."""
        from careercoach_desktop.features.tailoring.agents.resume_tailor import tailor_request

        resume = self._resume(int(payload["resume_id"]))
        job_id = int(payload["job_id"])
        posting, profile, today = self._jobs.job(job_id).posting, self._profile.profile(), self._now().date()
        context.progress(None, "Claude is reading your résumé and the posting")
        about = (resume.data, posting, profile.preferences, profile.notes, today)
        request: Request[Proposal] = context.in_child(tailor_request, *about)
        answer = self._claude.ask(request, waiting=context, task_id=context.task_id, subject=f"job:{job_id}")
        context.progress(0.9, "Checking every change against your evidence")
        stories = self._evidence_kept.facts()
        return self._keep(resume, job_id, context.in_child(draft_from, answer.value, answer.model, *about, stories))

    def _keep(self, resume: Resume, job_id: int, draft: Draft) -> dict[str, object]:
        with self._database.write() as unit:
            store = TailoringStore(unit.session)
            earlier = store.latest_for(job_id)
            tailoring_id = store.add(resume.id, job_id, resume.version, resume.data, draft, self._now())
            if earlier is not None and earlier.document_id is not None:
                store.set_document(tailoring_id, earlier.document_id)  # the job's document goes on, with a new version
            unit.emit(TailoringReady(tailoring_id, job_id))
        return {"tailoring_id": tailoring_id}

    def _revise(self, tailoring_id: int, apply: Callable[[Change], Change]) -> None:
        with self._database.write() as unit:
            store = TailoringStore(unit.session)
            tailoring, base = store.get(tailoring_id), store.base(tailoring_id)
            changes = [apply(change) for change in tailoring.draft.changes]
            posting = self._jobs.job(tailoring.job_id).posting
            score = rescore(base, posting, self._profile.profile().preferences, changes, self._now().date())
            draft = tailoring.draft.model_copy(update={"changes": changes, "score_after": score})
            store.save_draft(tailoring_id, draft, self._now())
            unit.emit(TailoringChanged(tailoring_id, tailoring.job_id))

    def _judge(self, tailoring_id: int) -> Callable[[Change], list[Claim]]:
        """What nothing proves in a change as it stands now: a wording of Claude's must rest on the evidence word by
        word, one of the person's own or of this computer's must pass the truth check."""
        with self._database.read() as session:
            store = TailoringStore(session)
            tailoring, base = store.get(tailoring_id), store.base(tailoring_id)
        posting, evidence = self._jobs.job(tailoring.job_id).posting.description, self._evidence(base)

        def judge(change: Change) -> list[Claim]:
            if tailoring.draft.is_local or change.edited is not None:
                return unsupported(change.text, change.target, base, evidence)
            return unproved(change, posting, evidence)

        return judge

    def _resume_title(self, resume_id: int) -> str:
        """The draft holds a copy of its résumé, so it can be reviewed after the résumé itself was removed."""
        return self._resumes.resume(resume_id).title if self._resumes.exists(resume_id) else "Removed résumé"

    def _evidence(self, base: ResumeData) -> EvidenceBase:
        return EvidenceBase.from_resume(base, self._profile.profile().notes, self._evidence_kept.facts())

    def _request(self, resume: Resume, job: Job) -> Request[Proposal]:
        from careercoach_desktop.features.tailoring.agents.resume_tailor import tailor_request

        profile = self._profile.profile()
        return tailor_request(resume.data, job.posting, profile.preferences, profile.notes, self._now().date())

    def _tailorable(self, job_id: int) -> Job:
        job = self._jobs.job(job_id)
        if not job.posting.description.strip():
            raise UserError(
                "This job has no description yet, so there is nothing to tailor to.",
                "Paste the posting’s text in Overview first.",
                code="posting-empty",
            )
        return job

    def _resume(self, resume_id: int | None) -> Resume:
        resume = self._resumes.resume(resume_id) if resume_id is not None else self._resumes.primary()
        if resume is None:
            raise UserError("There is no résumé to tailor yet.", "Add yours on the Résumés page.", code="no-resume")
        return resume


def unsupported(text: str, target: str, base: ResumeData, evidence: EvidenceBase) -> list[Claim]:
    """The claims of a new wording that nothing proves; a bullet is proved by its own entry."""
    entries: list[Work | Project | Volunteer | Education] = [
        *base.work,
        *base.projects,
        *base.volunteer,
        *base.education,
    ]
    entry = next((each.id for each in entries if any(bullet.id == target for bullet in each.highlights)), "")
    return check_text(text, evidence, path=target, entry=entry).unsupported

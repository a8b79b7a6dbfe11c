"""Tailor a résumé to a job, decide about each change, keep the result as a document.

The master résumé is never modified: a tailoring starts from a copy of it, and its result is a document version. Who
proposes is the person's choice, the engine on this computer or Claude; who checks is always this computer.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from careercoach_desktop.features.documents.model import DocumentType, DocumentVersion
from careercoach_desktop.features.documents.service import DocumentService
from careercoach_desktop.features.evidence.model import Claim
from careercoach_desktop.features.evidence.service.keeping import EvidenceService
from careercoach_desktop.features.jobs.model import Job, TimelineKind
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.model import ResumeData, ResumeStyle
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.features.tailoring.drafting import Material, Proposal
from careercoach_desktop.features.tailoring.engine import apply_changes
from careercoach_desktop.features.tailoring.model import (
    Change,
    ClaudeOffer,
    Decision,
    Tailoring,
    TailoringChanged,
    Wishes,
)
from careercoach_desktop.features.tailoring.service.asking import ClaudeTailor
from careercoach_desktop.features.tailoring.service.gathering import Gatherer
from careercoach_desktop.features.tailoring.service.judging import judged, statement
from careercoach_desktop.features.tailoring.service.making import Maker
from careercoach_desktop.features.tailoring.service.reviews import EvidenceAdded, Review, Stage
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
from careercoach_desktop.foundation.tasks.queue import TaskKind, TaskQueue

TAILOR = "tailoring.tailor"
TAILOR_WITH_CLAUDE = "tailoring.claude"
TASK_KINDS = (TAILOR, TAILOR_WITH_CLAUDE)
_MOST_FOCUS = 6
_LONGEST_FOCUS = 80


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
        self._gatherer = Gatherer(resumes, profile, evidence, now)
        self._maker = Maker(database, jobs, resumes, profile, self._gatherer, ClaudeTailor(claude), now)
        self._now = now
        queue.register(TaskKind(TAILOR, self._maker.here))
        queue.register(TaskKind(TAILOR_WITH_CLAUDE, self._maker.with_claude, repeatable=False, lane=CLAUDE))

    def start(
        self, job_id: int, resume_id: int | None = None, *, with_claude: bool = False, wishes: Wishes | None = None
    ) -> int:
        """Queue a tailoring of the named résumé (the primary one when None); returns the task's id.

        A tailoring of this job that is still waiting or running is the answer to a second press.
        Raises UserError when there is nothing to tailor, nothing to tailor it to, or no key for Claude.
        """
        resume = self._maker.resume(resume_id)
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
                {"job_id": job_id, "resume_id": resume.id, "wishes": _tidy(wishes or Wishes()).model_dump(mode="json")},
                subject,
            )

    def offer(self, job_id: int, resume_id: int | None = None, wishes: Wishes | None = None) -> ClaudeOffer:
        """What tailoring with Claude would take, or that there is no key for it; nothing is sent.

        Raises UserError as ``start`` does.
        """
        resume, job = self._maker.resume(resume_id), self._tailorable(job_id)
        model = self._claude.model_for(Purpose.WRITING)
        if not self._claude.is_ready():
            return ClaudeOffer(model_name(model), None, "")
        material = self._maker.material(resume, job, _tidy(wishes or Wishes()))
        estimate = self._claude.estimate(self._request(material))
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
            style=self._style(tailoring),
        )

    def stages(self, tailoring_id: int) -> list[Stage]:
        """What can be compared: the draft as it is now, every saved version, newest first, and the original."""
        review = self.review(tailoring_id)
        document_id = review.tailoring.document_id
        versions = self._documents.versions(document_id) if document_id is not None else []
        saved = [
            Stage(f"Version {each.number} · {each.name}", ResumeData.model_validate_json(each.content))
            for each in versions
        ]
        original = Stage(f"Original · {review.resume_title}", review.base)
        return [Stage("This draft", review.result), *saved, original]

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
            return change.model_copy(update={"decision": decisions[change.id], "decided": True})

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
        judge = self._judge(tailoring_id)

        def apply(change: Change) -> Change:
            if change.id != change_id:
                return change
            before.append(change.edited)
            reworded = change.model_copy(update={"edited": text})
            claims = judge(reworded)
            decision = Decision.REJECTED if claims else Decision.ACCEPTED
            return reworded.model_copy(update={"claims": claims, "decision": decision})

        self._revise(tailoring_id, apply)
        if not before:
            raise KeyError(change_id)
        return before[0]

    def remove(self, tailoring_id: int, change_id: str) -> tuple[int, Change]:
        """Take a proposal off the list; returns where it stood, for ``put_back``. KeyError when there is none."""
        taken: list[tuple[int, Change]] = []

        def without(changes: list[Change]) -> list[Change]:
            taken.extend((at, change) for at, change in enumerate(changes) if change.id == change_id)
            return [change for change in changes if change.id != change_id]

        self._revise_all(tailoring_id, without)
        if not taken:
            raise KeyError(change_id)
        return taken[0]

    def put_back(self, tailoring_id: int, at: int, change: Change) -> None:
        """The undo of ``remove``."""

        def with_it(changes: list[Change]) -> list[Change]:
            others = [each for each in changes if each.id != change.id]
            return [*others[:at], change, *others[at:]]

        self._revise_all(tailoring_id, with_it)

    def state_as_evidence(self, tailoring_id: int, change_id: str) -> EvidenceAdded:
        """The person says that a change is true: keep what it says as a fact of theirs, and check again.

        Raises KeyError for an unknown change."""
        with self._database.read() as session:
            store = TailoringStore(session)
            changes, base = store.get(tailoring_id).draft.changes, store.base(tailoring_id)
        change = next((each for each in changes if each.id == change_id), None)
        if change is None:
            raise KeyError(change_id)
        return self.add_evidence(tailoring_id, statement(change, base))

    def add_evidence(self, tailoring_id: int, note: str) -> EvidenceAdded:
        """Keep a fact the person states about themselves, then check the unsupported changes against it again."""
        notes_before = self._profile.add_note(note).notes
        judge = self._judge(tailoring_id)
        before: list[Change] = []

        def apply(change: Change) -> Change:
            before.append(change)
            if change.supported:
                return change
            claims = judge(change)
            decision = change.decision if claims else Decision.ACCEPTED
            return change.model_copy(update={"claims": claims, "decision": decision})

        self._revise(tailoring_id, apply)
        return EvidenceAdded(note, notes_before, self._profile.profile().notes, tuple(before))

    def take_back_evidence(self, tailoring_id: int, added: EvidenceAdded) -> None:
        """The undo of ``add_evidence``: the fact goes, and what it had proved is as it was."""
        self._profile.rewrite_notes(added.notes_after, added.notes_before)
        was = {change.id: change for change in added.changes_before}

        def apply(change: Change) -> Change:
            old = was.get(change.id, change)
            return change.model_copy(update={"claims": old.claims, "decision": old.decision})

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

    def _revise(self, tailoring_id: int, apply: Callable[[Change], Change]) -> None:
        self._revise_all(tailoring_id, lambda changes: [apply(change) for change in changes])

    def _revise_all(self, tailoring_id: int, apply: Callable[[list[Change]], list[Change]]) -> None:
        with self._database.write() as unit:
            store = TailoringStore(unit.session)
            tailoring, base = store.get(tailoring_id), store.base(tailoring_id)
            draft = tailoring.draft.model_copy(update={"changes": apply(tailoring.draft.changes)})
            store.save_draft(tailoring_id, self._maker.measured(draft, base, tailoring.job_id), self._now())
            unit.emit(TailoringChanged(tailoring_id, tailoring.job_id))

    def _judge(self, tailoring_id: int) -> Callable[[Change], list[Claim]]:
        with self._database.read() as session:
            store = TailoringStore(session)
            tailoring, base = store.get(tailoring_id), store.base(tailoring_id)
        posting = self._jobs.job(tailoring.job_id).posting.description
        evidence = self._gatherer.evidence(tailoring.resume_id, base)
        return lambda change: judged(change, base, posting, evidence, is_local=tailoring.draft.is_local)

    def _style(self, tailoring: Tailoring) -> ResumeStyle:
        """The document's own look, else the résumé's."""
        if tailoring.document_id is not None and (versions := self._documents.versions(tailoring.document_id)):
            saved = self._documents.saved(versions[0].id)
            if saved.style is not None:
                return saved.style
        if self._resumes.exists(tailoring.resume_id):
            return self._resumes.resume(tailoring.resume_id).style
        return ResumeStyle()

    def _resume_title(self, resume_id: int) -> str:
        """The draft holds a copy of its résumé, so it can be reviewed after the résumé itself was removed."""
        return self._resumes.resume(resume_id).title if self._resumes.exists(resume_id) else "Removed résumé"

    def _request(self, material: Material) -> Request[Proposal]:
        from careercoach_desktop.features.tailoring.agents.resume_tailor import tailor_request

        return tailor_request(material)

    def _tailorable(self, job_id: int) -> Job:
        job = self._jobs.job(job_id)
        if not job.posting.description.strip():
            raise UserError(
                "This job has no description yet, so there is nothing to tailor to.",
                "Paste the posting’s text in Overview first.",
                code="posting-empty",
            )
        return job


def _tidy(wishes: Wishes) -> Wishes:
    """A handful of short focus areas, each once."""
    areas = dict.fromkeys(" ".join(area.split())[:_LONGEST_FOCUS].strip() for area in wishes.focus)
    return wishes.model_copy(update={"focus": tuple(area for area in areas if area)[:_MOST_FOCUS]})

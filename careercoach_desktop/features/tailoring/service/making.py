"""The tasks that make a draft, here or with Claude, and keep it for the review."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from careercoach_desktop.features.jobs.model import Job
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.model import Resume, ResumeData
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.features.tailoring.drafting import Material, kept_changes, merged
from careercoach_desktop.features.tailoring.engine import measured, tailor
from careercoach_desktop.features.tailoring.model import (
    Change,
    Decision,
    Draft,
    GrowingChange,
    Tailoring,
    TailoringGrows,
    TailoringReady,
    Wishes,
)
from careercoach_desktop.features.tailoring.service.asking import ClaudeTailor
from careercoach_desktop.features.tailoring.service.gathering import Gatherer
from careercoach_desktop.features.tailoring.service.judging import judged
from careercoach_desktop.features.tailoring.store import TailoringStore
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.queue import TaskContext


class Maker:
    """Runs on the queue's worker threads."""

    def __init__(
        self,
        database: Database,
        jobs: JobService,
        resumes: ResumeService,
        profile: ProfileService,
        gatherer: Gatherer,
        asking: ClaudeTailor,
        now: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._jobs = jobs
        self._resumes = resumes
        self._profile = profile
        self._gatherer = gatherer
        self._asking = asking
        self._now = now

    def here(self, context: TaskContext, payload: dict[str, Any]) -> dict[str, object] | None:
        """The engine on this computer."""
        resume, job, wishes = self._asked(payload)
        context.progress(0.2, "Comparing your résumé with the posting")
        about = self.material(resume, job, wishes)
        told = (about.notes, about.today, about.stories, about.focus, about.spares)
        draft = context.in_child(tailor, about.resume, about.posting, about.preferences, *told)
        context.progress(0.9, "Keeping the draft for your review")
        return self._keep(resume, job, draft, wishes)

    def with_claude(self, context: TaskContext, payload: dict[str, Any]) -> dict[str, object] | None:
        """The answer is stored before it is looked at, so running this again after a crash costs nothing."""
        resume, job, wishes = self._asked(payload)
        material = self.material(resume, job, wishes)

        def tell(changes: tuple[GrowingChange, ...]) -> None:
            self._database.bus.tell(TailoringGrows(context.task_id, job.id, changes))

        def keep(draft: Draft) -> None:
            self._keep(resume, job, draft, wishes)

        draft = self._asking.draft(context, material, f"job:{job.id}", tell, keep)
        return self._keep(resume, job, draft, wishes)

    def material(self, resume: Resume, job: Job, wishes: Wishes) -> Material:
        kept = self._kept(resume, job.id) if wishes.keep else []
        return self._gatherer.material(resume.id, resume.data, job.posting, wishes.focus, kept)

    def resume(self, resume_id: int | None) -> Resume:
        """The one named, else the primary one. Raises UserError ``no-resume``."""
        resume = self._resumes.resume(resume_id) if resume_id is not None else self._resumes.primary()
        if resume is None:
            raise UserError("There is no résumé to tailor yet.", "Add yours on the Résumés page.", code="no-resume")
        return resume

    def measured(self, draft: Draft, base: ResumeData, job_id: int) -> Draft:
        """With the figures as they are for the decisions in it."""
        posting, preferences = self._jobs.job(job_id).posting, self._profile.profile().preferences
        return measured(draft, base, posting, preferences, self._now().date())

    def _asked(self, payload: dict[str, Any]) -> tuple[Resume, Job, Wishes]:
        """What a task is about; tasks of older versions have no wishes."""
        wishes = Wishes.model_validate(payload.get("wishes") or {})
        return self.resume(int(payload["resume_id"])), self._jobs.job(int(payload["job_id"])), wishes

    def _latest(self, job_id: int) -> Tailoring | None:
        with self._database.read() as session:
            return TailoringStore(session).latest_for(job_id)

    def _kept(self, resume: Resume, job_id: int) -> list[Change]:
        """What goes on from the tailoring before, of the same résumé."""
        earlier = self._latest(job_id)
        if earlier is None or earlier.resume_id != resume.id:
            return []
        return kept_changes(earlier.draft, resume.data)

    def _keep(self, resume: Resume, job: Job, draft: Draft, wishes: Wishes) -> dict[str, object]:
        if wishes.keep:
            draft = self._with_kept(resume, job, draft)
        with self._database.write() as unit:
            store = TailoringStore(unit.session)
            earlier = store.latest_for(job.id)
            tailoring_id = store.add(resume.id, job.id, resume.version, resume.data, draft, self._now())
            if earlier is not None and earlier.document_id is not None:
                store.set_document(tailoring_id, earlier.document_id)  # the job's document goes on, with a new version
            unit.emit(TailoringReady(tailoring_id, job.id, incomplete=draft.incomplete))
        return {"tailoring_id": tailoring_id}

    def _with_kept(self, resume: Resume, job: Job, draft: Draft) -> Draft:
        """Kept changes are checked again: a fact they rested on may be gone."""
        earlier, kept = self._latest(job.id), self._kept(resume, job.id)
        if earlier is None or not kept:
            return draft
        evidence, posting = self._gatherer.evidence(resume.id, resume.data), job.posting.description
        checked = []
        for change in kept:
            claims = judged(change, resume.data, posting, evidence, is_local=earlier.draft.is_local)
            decision = Decision.REJECTED if claims else change.decision
            checked.append(change.model_copy(update={"claims": claims, "decision": decision}))
        return self.measured(merged(checked, draft), resume.data, job.id)

"""Claude looks over what was read: offered with its price, started by the person, accepted difference by difference.

Nothing is sent before ``start`` and nothing changes before ``accept``. The task may be cut off anywhere: a reply that
had arrived is kept by ``Claude`` and costs nothing the next time, and the proposal is stored in one transaction.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from careercoach_desktop.features.resumes.agents.resume_parser import review_request
from careercoach_desktop.features.resumes.correcting import (
    CORRECT_TASK,
    Corrections,
    Judged,
    Proposal,
    Suggestion,
    applied,
    from_json,
    judged,
    plain_lines,
    standing,
    to_json,
)
from careercoach_desktop.features.resumes.editing import Edit
from careercoach_desktop.features.resumes.model import (
    ProposalChanged,
    ReadingState,
    Resume,
    ResumeData,
    ResumeRead,
    VersionReason,
)
from careercoach_desktop.features.resumes.service.offered import Offer, OfferedTask
from careercoach_desktop.features.resumes.service.resumes import ResumeService
from careercoach_desktop.features.resumes.store import ResumeProposalRow, ResumeStore
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.documents.reading import seconds_to_read
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.llm.faults import fault
from careercoach_desktop.foundation.llm.lane import CLAUDE
from careercoach_desktop.foundation.llm.model import Answer
from careercoach_desktop.foundation.settings.endpoints import host_of
from careercoach_desktop.foundation.storage.database import Database, UnitOfWork
from careercoach_desktop.foundation.tasks.queue import TaskContext, TaskKind, TaskQueue

MOST_LETTERS = 60_000
_JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Accepted:
    """The version the corrections are in, and the edits that were made (for undo)."""

    version: int
    edits: tuple[Edit, ...]


class CorrectionService(OfferedTask):
    """See ``OfferedTask`` for starting and stopping."""

    _KIND = CORRECT_TASK
    _TITLE = "Looking over “{}”"

    def __init__(
        self,
        database: Database,
        queue: TaskQueue,
        resumes: ResumeService,
        claude: Claude,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        super().__init__(database, queue, resumes, claude)
        self._clock = clock
        queue.register(TaskKind(CORRECT_TASK, self._look_over, repeatable=False, lane=CLAUDE))
        database.bus.within(ResumeRead, self._on_read)

    def offer(self, resume_id: int) -> Offer | None:
        """What it would take, sending nothing; None when there is nothing to look over."""
        resume = self._resumes.resume(resume_id)
        if resume.state is not ReadingState.READ or not resume.raw_text.strip() or resume.media_type == _JSON:
            return None
        try:
            status = self._claude.status()
        except UserError as locked:
            return Offer("", is_anthropic=True, problem=locked)
        host = host_of(status.endpoint)
        problem = fault("claude-no-key") if not status.ready else _too_long(resume)
        if problem is not None:
            return Offer(host, status.is_anthropic, problem=problem)
        estimate = self._claude.estimate(review_request(resume.raw_text.split("\n"), resume.data))
        return Offer(host, status.is_anthropic, estimate)

    def proposal(self, resume_id: int) -> Proposal | None:
        """What was suggested, and how each suggestion stands to the résumé as it is now."""
        resume = self._resumes.resume(resume_id)
        with self._database.read() as session:
            row = ResumeStore(session).proposal(resume_id)
            return None if row is None else _proposal(row, resume.data)

    def accept(self, resume_id: int, ids: Collection[str]) -> Accepted:
        """Make those of the suggested changes that are still open, as a new version."""
        with self._database.read() as session:
            row = ResumeStore(session).proposal(resume_id)
        if row is None:
            raise _put_away()
        chosen = [one for one in map(from_json, json.loads(row.content)) if one.id in ids]
        self.skip(resume_id, ids, skipped=False)
        version, edits = self._resumes.change(resume_id, lambda data: applied(data, chosen), VersionReason.CORRECTED)
        return Accepted(version, tuple(edits))

    def skip(self, resume_id: int, ids: Collection[str], *, skipped: bool = True) -> None:
        """Leave these out, or (``skipped`` false) let them wait again. Harmless when nothing is suggested any more."""
        with self._database.write() as unit:
            store = ResumeStore(unit.session)
            row = store.proposal(resume_id)
            if row is None:
                return
            before = set(json.loads(row.skipped))
            after = before | set(ids) if skipped else before - set(ids)
            if after != before:
                row.skipped = json.dumps(sorted(after))
                unit.session.add(row)
                unit.emit(ProposalChanged(resume_id))

    def dismiss(self, resume_id: int) -> None:
        """Put the suggestions away; what was accepted stays."""
        with self._database.write() as unit:
            if ResumeStore(unit.session).forget_proposal(resume_id):
                unit.emit(ProposalChanged(resume_id))

    def _nothing(self) -> UserError:
        return UserError(
            "There is nothing here that could be looked over.", "Import the résumé as a PDF, Word or text file.",
            code="resume-nothing-to-correct",
        )  # fmt: skip

    # --- the task ----------------------------------------------------------------------------------------------

    def _look_over(self, context: TaskContext, payload: dict[str, Any]) -> dict[str, object] | None:
        resume_id = int(payload["resume_id"])
        if not self._resumes.exists(resume_id):
            return None
        resume = self._resumes.resume(resume_id)
        problem = _too_long(resume)
        if problem is not None:
            raise problem
        original, _ = self._resumes.original(resume_id)
        context.progress(None, "Reading the lines")
        seconds: float = context.in_child(seconds_to_read, original, resume.file_name)
        lines: Sequence[str] = context.in_child(plain_lines, original, resume.file_name, timeout=seconds)
        context.progress(None, "Claude looks it over")
        request = review_request(lines, resume.data)
        subject = f"resume:{resume_id}"
        answer = self._claude.ask(request, waiting=context, task_id=context.task_id, subject=subject)
        context.progress(0.9, "Comparing with the file")
        asked = (original, resume.file_name, resume.data, answer.value)
        found: Judged = context.in_child(judged, *asked, timeout=seconds)
        self._keep(resume, found, answer)
        return {"differences": len(found.differences), "left_out": found.left_out}

    def _keep(self, resume: Resume, found: Judged, answer: Answer[Corrections]) -> None:
        with self._database.write() as unit:
            store = ResumeStore(unit.session)
            if store.get(resume.id) is None:
                return
            content = json.dumps([to_json(one) for one in found.differences], ensure_ascii=False)
            store.put_proposal(
                ResumeProposalRow(
                    resume_id=resume.id,
                    version=resume.version,
                    content=content,
                    left_out=found.left_out,
                    model=answer.model,
                    cost=answer.cost,
                    created=self._clock(),
                )
            )
            unit.emit(ProposalChanged(resume.id))

    def _on_read(self, event: ResumeRead, unit: UnitOfWork) -> None:
        """What was suggested for an earlier reading names parts that are no longer there."""
        if ResumeStore(unit.session).forget_proposal(event.resume_id):
            unit.emit(ProposalChanged(event.resume_id))


def _proposal(row: ResumeProposalRow, data: ResumeData) -> Proposal:
    skipped = set(json.loads(row.skipped))
    differences = [from_json(values) for values in json.loads(row.content)]
    return Proposal(
        resume_id=row.resume_id,
        version=row.version,
        suggestions=tuple(Suggestion(one, standing(data, one), one.id in skipped) for one in differences),
        left_out=row.left_out,
        model=row.model,
        cost=row.cost,
        created=row.created,
    )


def _too_long(resume: Resume) -> UserError | None:
    if len(resume.raw_text) <= MOST_LETTERS:
        return None
    return UserError(
        f"This file is too long for Claude to look over: {len(resume.raw_text):,} letters, "
        f"and {MOST_LETTERS:,} are the most.",
        "Check it yourself here, or import a shorter résumé.",
        code="resume-too-long",
    )


def _put_away() -> UserError:
    return UserError(
        "These suggestions were put away.", "Let Claude look it over again; the same answer costs nothing.",
        code="proposal-gone",
    )  # fmt: skip

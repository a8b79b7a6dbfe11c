"""Filling a posting's gaps with Claude: offered, never started by itself, confirmed in the page's lines, undoable.

Only empty or doubtful fields are touched, never what the person wrote. A page that could not be read as a posting may
become one this way, when it is one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from careercoach_desktop.features.jobs.model import (
    CaptureState,
    FieldOrigin,
    FillOffer,
    Job,
    JobChanged,
    Posting,
    PostingFilled,
    PostingRead,
    TimelineKind,
)
from careercoach_desktop.features.jobs.service.base import Clock, gone, named_fields
from careercoach_desktop.features.jobs.store import JobStore, posting_values
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.llm.faults import fault
from careercoach_desktop.foundation.llm.lane import CLAUDE
from careercoach_desktop.foundation.llm.model import Request
from careercoach_desktop.foundation.settings.endpoints import host_of
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.model import TaskState
from careercoach_desktop.foundation.tasks.queue import TaskContext, TaskKind, TaskQueue

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.filling import Confirmed, PageLines, PostingFindings
    from careercoach_desktop.features.jobs.service import JobService

FILL_TASK = "jobs.fill"
SHORTEST_PAGE = 200
"""Letters: a page with fewer says nothing that a model could find."""
CONFIDENCE = 0.8
_AS_IT_WAS = ("origins", "capture", "problem")


class FillService:
    """Beside ``JobService``, because it alone needs Claude."""

    def __init__(
        self, database: Database, queue: TaskQueue, jobs: JobService, claude: Claude, now: Clock = utc_now
    ) -> None:
        self._db = database
        self._queue = queue
        self._jobs = jobs
        self._claude = claude
        self._now = now
        queue.register(TaskKind(FILL_TASK, self._fill, repeatable=False, lane=CLAUDE))

    def offer(self, job_id: int) -> FillOffer | None:
        """What Claude could fill in and what that takes; None without a key, gaps, or text to look in, or when it has
        looked already. Nothing is sent."""
        job, lines, wanted = self._open_questions(job_id)
        if lines is None or not wanted or not self._claude.is_ready():  # the keychain is asked last
            return None
        estimate = self._claude.estimate(_request(job.posting, lines, wanted))
        if estimate.kept and self._has_been_filled(job_id):
            return None
        return FillOffer(wanted, estimate, host_of(self._claude.status().endpoint))

    def start(self, job_id: int) -> int:
        """Queue it; the task's id, or that of the one under way. Raises UserError without a key or anything to fill."""
        if not self._claude.is_ready():
            raise fault("claude-no-key")
        job, lines, wanted = self._open_questions(job_id)
        if lines is None or not wanted:
            raise UserError("There is nothing left to fill in.", code="nothing-to-fill")
        with self._db.write() as unit:
            for task in self._queue.active():
                if task.kind == FILL_TASK and task.subject == f"job:{job_id}" and not task.state.is_over:
                    return task.id
            title = f"Filling in “{job.posting.title}” with Claude"
            return self._queue.enqueue(unit, FILL_TASK, title, {"job_id": job_id}, f"job:{job_id}")

    def put(self, job_id: int, columns: Mapping[str, object], *, undoing: bool = False) -> dict[str, object]:
        """Set what a filling changes to ``columns`` and write it on the timeline (``undoing``: takes it off); returns
        what was there, for undo and redo. Fields that the person wrote since stay."""
        with self._db.write() as unit:
            store = JobStore(unit.session)
            edited = store.value(job_id, "edited_fields")
            if edited is None:
                raise gone()
            values = {name: value for name, value in columns.items() if name not in json.loads(edited)}
            before = {name: store.value(job_id, name) for name in values}
            store.update(job_id, values)
            fields = tuple(name for name in values if name not in _AS_IT_WAS)
            if undoing:
                store.drop_last_event(job_id, TimelineKind.READ)
            else:
                store.add_event(job_id, TimelineKind.READ, f"by Claude: {named_fields(fields)}", self._now())
            if values.get("capture") != before.get("capture"):
                unit.emit(PostingRead(job_id))
            unit.emit(JobChanged(job_id, fields))
            return before

    # The task ------------------------------------------------------------------------------------------------

    def _fill(self, context: TaskContext, payload: dict[str, Any]) -> dict[str, object] | None:
        """The answer is stored before it is looked at, so running this again after a crash costs nothing."""
        from careercoach_desktop.features.jobs.filling import confirm

        job_id = int(payload["job_id"])
        job, lines, wanted = self._open_questions(job_id)
        if lines is None or not wanted:
            return {"filled": []}
        context.progress(None, "Claude is reading the posting")
        request = _request(job.posting, lines, wanted)
        answer = self._claude.ask(request, waiting=context, task_id=context.task_id, subject=f"job:{job_id}")
        if not answer.value.is_single_posting:
            raise UserError(
                "Claude finds no single job posting on this page.",
                "Open the posting itself and add its address, or paste its text.",
                code="not-single-posting",
            )
        context.progress(0.9, "Checking every value against the page")
        original = self._jobs.original(job_id)
        seen = (original.when if original else self._now()).astimezone().date()
        found = context.in_child(confirm, answer.value, lines, wanted, seen, job.posting.location)
        context.check_cancelled()
        return {"filled": self._keep(job, found, wanted)}

    def _keep(self, job: Job, found: dict[str, Confirmed], wanted: tuple[str, ...]) -> list[str]:
        unread = job.capture is CaptureState.FAILED
        if unread and {"title", "description"} & set(wanted) - set(found):
            raise UserError(
                "What Claude found could not be confirmed on the page.",
                "Paste the posting’s text instead.",
                code="not-a-posting",
            )
        values = {name: value for one in found.values() for name, value in one.values.items()}
        posting = Posting.model_validate({**job.posting.model_dump(), **values})
        changed = [name for name in values if getattr(posting, name) != getattr(job.posting, name)]
        origins = dict(job.posting.origins)
        for one in found.values():
            origin = FieldOrigin(source="claude", confidence=CONFIDENCE, line=one.line)
            origins |= dict.fromkeys(one.values, origin)
        columns = posting_values(posting.model_copy(update={"origins": origins}), [*changed, "origins"])
        if unread:
            columns |= {"capture": CaptureState.READ.value, "problem": ""}
        if not changed:
            return []
        with self._db.write() as unit:
            if JobStore(unit.session).value(job.id, "capture") != job.capture.value:
                return []  # the page is being read anew: what was found stood on the old one
            before = self.put(job.id, columns)
            unit.emit(PostingFilled(job.id, tuple(changed), before))
        return changed

    def _open_questions(self, job_id: int) -> tuple[Job, PageLines | None, tuple[str, ...]]:
        """The job, its page's lines (None: nothing to look in) and the fields worth asking about, if any."""
        from careercoach_desktop.features.jobs.filling import PageLines, gaps, is_worth_asking

        job = self._jobs.job(job_id)
        original = self._jobs.original(job_id)
        if job.capture is CaptureState.READING or original is None or len(original.text.strip()) < SHORTEST_PAGE:
            return job, None, ()
        with self._db.read() as session:
            edited = json.loads(str(JobStore(session).value(job_id, "edited_fields") or "[]"))
        wanted = gaps(job.posting, edited, was_read=job.capture is CaptureState.READ)
        lines = PageLines.of(original.text, is_markdown=original.is_markdown)
        return job, lines, wanted if is_worth_asking(wanted) else ()

    def _has_been_filled(self, job_id: int) -> bool:
        tasks = [task for task in self._queue.latest() if task.kind == FILL_TASK and task.subject == f"job:{job_id}"]
        return any(task.state is TaskState.SUCCEEDED for task in tasks)


def _request(posting: Posting, lines: PageLines, wanted: tuple[str, ...]) -> Request[PostingFindings]:
    from careercoach_desktop.features.jobs.agents.job_parser import parser_request

    return parser_request(posting, lines, wanted)

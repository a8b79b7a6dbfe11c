"""Claude reads a file that holds only pictures of text: offered with its price where reading failed or made out
little, never by itself.

The file itself leaves the computer then, so the offer says so. What comes back is kept as what was read, every value of
it worth a look.
"""

from __future__ import annotations

from typing import Any

from careercoach_desktop.features.resumes.agents.picture_reader import picture_request
from careercoach_desktop.features.resumes.model import ReadingState, Resume, VersionReason
from careercoach_desktop.features.resumes.service.correcting import Offer
from careercoach_desktop.features.resumes.service.resumes import ResumeService
from careercoach_desktop.features.resumes.transcribing import (
    TRANSCRIBE_TASK,
    Sendable,
    data_of,
    is_doubted,
    is_empty,
    sendable,
)
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.llm.faults import fault
from careercoach_desktop.foundation.settings.endpoints import host_of
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.model import Task
from careercoach_desktop.foundation.tasks.queue import TaskContext, TaskKind, TaskQueue


class TranscriptionService:
    """Verbs raise UserError ``resume-gone`` for an id that is not there."""

    def __init__(
        self, database: Database, queue: TaskQueue, resumes: ResumeService, claude: Claude, child: ChildProcess
    ) -> None:
        self._database = database
        self._queue = queue
        self._resumes = resumes
        self._claude = claude
        self._child = child
        queue.register(TaskKind(TRANSCRIBE_TASK, self._transcribe, repeatable=False))

    def offer(self, resume_id: int) -> Offer | None:
        """What it would take, sending nothing; None where there is nothing that could be read so."""
        resume = self._resumes.resume(resume_id)
        if not self._may_be_better(resume):
            return None
        try:
            sent = self._sendable(resume)
            status = self._claude.status()
        except UserError as problem:
            # A file that can't be opened here can't be opened there; the card says why already.
            return Offer("", is_anthropic=True, problem=problem) if problem.place else None
        if sent is None or not (sent.only_pictures or resume.state is ReadingState.FAILED):
            return None
        host = host_of(status.endpoint)
        if not status.ready:
            return Offer(host, status.is_anthropic, problem=fault("claude-no-key"))
        data, _ = self._resumes.original(resume_id)
        return Offer(host, status.is_anthropic, self._claude.estimate(picture_request(data, sent)))

    def start(self, resume_id: int) -> int:
        """Queue it; returns the task's id, of the one under way when there is one. Raises the offer's problem."""
        offer = self.offer(resume_id)
        if offer is None or offer.problem is not None:
            raise (offer.problem if offer and offer.problem else _nothing())
        resume = self._resumes.resume(resume_id)
        with self._database.write() as unit:  # looked at inside: of two presses at once, one starts it
            present = self.under_way(resume_id)
            if present is not None and not present.state.is_over:
                return present.id
            if present is not None:
                self._queue.dismiss(present.id)
            title, subject = f"Claude reads “{resume.title}”", f"resume:{resume_id}"
            return self._queue.enqueue(unit, TRANSCRIBE_TASK, title, {"resume_id": resume_id}, subject)

    def under_way(self, resume_id: int) -> Task | None:
        """The task that reads it now or waits to be started again after it was interrupted."""
        tasks = [task for task in self._queue.active() if task.kind == TRANSCRIBE_TASK]
        return next((task for task in tasks if task.payload.get("resume_id") == resume_id), None)

    def stop(self, resume_id: int) -> None:
        """Cancel what is under way; what was interrupted is no longer offered."""
        task = self.under_way(resume_id)
        if task is not None:
            self._queue.cancel(task.id)
            self._queue.dismiss(task.id)

    def _may_be_better(self, resume: Resume) -> bool:
        """Whether Claude might read what was not read here, or hardly: no résumé was seen in it, or most is in doubt.
        What the person has typed since is not read over."""
        if resume.state is not ReadingState.READ:
            return resume.state is ReadingState.FAILED
        if resume.checked or not (resume.problem or is_doubted(resume.data)):
            return False
        return self._resumes.versions(resume.id)[0].reason is VersionReason.READ

    def _sendable(self, resume: Resume) -> Sendable | None:
        data, _ = self._resumes.original(resume.id)
        found: Sendable | None = self._child.call(sendable, data, resume.file_name)
        return found

    def _transcribe(self, context: TaskContext, payload: dict[str, Any]) -> dict[str, object] | None:
        resume_id = int(payload["resume_id"])
        if not self._resumes.exists(resume_id):
            return None
        resume = self._resumes.resume(resume_id)
        data, _ = self._resumes.original(resume_id)
        sent: Sendable | None = context.in_child(sendable, data, resume.file_name)
        if sent is None:
            raise _nothing()
        context.progress(None, "Claude reads the pages")
        subject = f"resume:{resume_id}"
        request = picture_request(data, sent)
        answer = self._claude.ask(request, waiting=context, task_id=context.task_id, subject=subject)
        if is_empty(answer.value):
            raise _illegible()
        if not self._resumes.exists(resume_id):
            return None
        self._resumes.save_data(resume_id, data_of(answer.value), VersionReason.READ)
        return {"pages": sent.pages}


def _nothing() -> UserError:
    return UserError(
        "There is nothing here that Claude could read.", "Add the résumé as a PDF, PNG or JPEG.",
        code="resume-nothing-to-transcribe",
    )  # fmt: skip


def _illegible() -> UserError:
    return UserError(
        "Claude could make out no résumé in this file.",
        "Add a sharper scan, or type the fields in yourself.",
        code="resume-illegible",
    )

"""Claude reads a file that holds only pictures of text: offered with its price where reading failed or made out
little, never by itself.

The file itself leaves the computer then, so the offer says so. What comes back is kept as what was read, every value of
it worth a look.
"""

from __future__ import annotations

from typing import Any

from careercoach_desktop.features.resumes.agents.picture_reader import picture_request
from careercoach_desktop.features.resumes.model import ReadingState, Resume, VersionReason
from careercoach_desktop.features.resumes.service.offered import Offer, OfferedTask
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
from careercoach_desktop.foundation.llm.lane import CLAUDE
from careercoach_desktop.foundation.settings.endpoints import host_of
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.queue import TaskContext, TaskKind, TaskQueue


class TranscriptionService(OfferedTask):
    """See ``OfferedTask`` for starting and stopping."""

    _KIND = TRANSCRIBE_TASK
    _TITLE = "Claude reads “{}”"

    def __init__(
        self, database: Database, queue: TaskQueue, resumes: ResumeService, claude: Claude, child: ChildProcess
    ) -> None:
        super().__init__(database, queue, resumes, claude)
        self._child = child
        queue.register(TaskKind(TRANSCRIBE_TASK, self._transcribe, repeatable=False, lane=CLAUDE))

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
        if not self._may_be_better(resume):  # typed by hand, or read after all, while this waited
            return None
        data, _ = self._resumes.original(resume_id)
        sent: Sendable | None = context.in_child(sendable, data, resume.file_name)
        if sent is None:
            raise self._nothing()
        context.progress(None, "Claude reads the pages")
        subject = f"resume:{resume_id}"
        request = picture_request(data, sent)
        answer = self._claude.ask(request, waiting=context, task_id=context.task_id, subject=subject)
        if is_empty(answer.value):
            raise _illegible()
        if not self._resumes.exists(resume_id):
            return None
        if not self._resumes.take_reading(resume_id, data_of(answer.value), instead_of=resume.version):
            raise _typed_meanwhile()
        return {"pages": sent.pages}

    def _nothing(self) -> UserError:
        return UserError(
            "There is nothing here that Claude could read.", "Add the résumé as a PDF, PNG or JPEG.",
            code="resume-nothing-to-transcribe",
        )  # fmt: skip


def _typed_meanwhile() -> UserError:
    return UserError(
        "Somebody filled in this résumé while Claude read it; that was kept, and what Claude read was left out.",
        "Nothing to do. To have it read all the same, add the file again as another résumé.",
        code="resume-typed-meanwhile",
    )


def _illegible() -> UserError:
    return UserError(
        "Claude could make out no résumé in this file.",
        "Add a sharper scan, or type the fields in yourself.",
        code="resume-illegible",
    )

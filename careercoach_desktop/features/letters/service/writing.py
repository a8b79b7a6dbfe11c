"""A letter made: an outline on this computer at once, or written by Claude as a task, heard while it grows.

Whatever had come when the writing was cancelled or broke off is kept as a draft that says so. What was written is
checked here; what nothing proves goes back to Claude once, and after that it is the person who decides.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

from pydantic import BaseModel

from careercoach_desktop.features.letters.checking import checked
from careercoach_desktop.features.letters.drafting import (
    RewrittenParagraphs,
    WrittenLetter,
    framed,
    grown,
    letter_from,
    paragraphs_from,
)
from careercoach_desktop.features.letters.model import (
    LetterDraft,
    LetterGrew,
    LetterOffer,
    LetterWishes,
    Paragraph,
)
from careercoach_desktop.features.letters.outlining import outlined
from careercoach_desktop.features.letters.outlining.phrases import PHRASES
from careercoach_desktop.features.letters.service import agent
from careercoach_desktop.features.letters.service.base import Below, Ground, LetterVerbs
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.faults import fault
from careercoach_desktop.foundation.llm.growing import Growing
from careercoach_desktop.foundation.llm.lane import CLAUDE
from careercoach_desktop.foundation.llm.model import Purpose, Request
from careercoach_desktop.foundation.llm.words import model_name
from careercoach_desktop.foundation.settings.endpoints import host_of
from careercoach_desktop.foundation.tasks.context import Cancelled
from careercoach_desktop.foundation.tasks.model import Task
from careercoach_desktop.foundation.tasks.queue import TaskContext, TaskKind

WRITE = "letters.write"
REWRITE = "letters.rewrite"
TASK_KINDS = (WRITE, REWRITE)

T = TypeVar("T", bound=BaseModel)

log = logging.getLogger(__name__)


class Writing(LetterVerbs):
    def __init__(self, below: Below, now: Callable[[], datetime]) -> None:
        super().__init__(below, now)
        below.queue.register(TaskKind(WRITE, self._write, repeatable=False, lane=CLAUDE))
        below.queue.register(TaskKind(REWRITE, self._rewrite, repeatable=False, lane=CLAUDE))

    def offer(self, job_id: int, wishes: LetterWishes, resume_id: int | None = None) -> LetterOffer:
        """What writing with Claude would take, or that there is no key for it; nothing is sent.

        UserError when there is no résumé or no posting to write from.
        """
        ground = self._ground(job_id, wishes, resume_id)
        return self._offered(partial(agent.letter_request, ground.material, wishes, ground.language, ground.frame))

    def outline(self, job_id: int, wishes: LetterWishes, resume_id: int | None = None) -> int:
        """Make the structured draft with places to fill in, on this computer, and keep it; its id."""
        ground, call = self._ground(job_id, wishes, resume_id), self._below.child.call
        draft: LetterDraft = call(outlined, ground.material, wishes, _outline_language(ground))
        if ground.frame is not None:
            draft = framed(draft, ground.frame)
        return self._keep(ground, call(checked, draft, ground.material))

    def start(self, job_id: int, wishes: LetterWishes, resume_id: int | None = None) -> int:
        """Queue the writing with Claude; the task's id. One that waits or runs for this job is the answer to a second
        press. UserError as ``offer``, or when there is no key."""
        ground = self._ground(job_id, wishes, resume_id)
        payload = {"job_id": job_id, "resume_id": ground.resume.id, "wishes": wishes.model_dump(mode="json")}
        return self._queued(WRITE, f"Letter for “{ground.job.posting.title}”", payload, job_id)

    def offer_rewrite(self, letter_id: int, paragraph_id: str, wish: str = "") -> LetterOffer:
        """What writing one paragraph anew would take; nothing is sent."""
        ground, draft = self._ground_of(letter_id)
        draft.paragraph(paragraph_id)
        return self._offered(
            partial(agent.rewrite_request, ground.material, ground.wishes, draft, [paragraph_id], wish)
        )

    def rewrite(self, letter_id: int, paragraph_id: str, wish: str = "") -> int:
        """Queue one paragraph to be written anew; the task's id. The old one stays until the new one is there; the
        task's result holds it as ``before``."""
        ground, draft = self._ground_of(letter_id)
        draft.paragraph(paragraph_id)
        payload = {"letter_id": letter_id, "paragraph_id": paragraph_id, "wish": wish}
        return self._queued(REWRITE, f"A paragraph for “{ground.job.posting.title}”", payload, ground.job.id)

    def under_way(self, job_id: int) -> Task | None:
        """What is being written for the job, or waits, or was interrupted and is offered again."""
        tasks = [each for each in self._below.queue.active() if each.kind in TASK_KINDS and _is_for(each, job_id)]
        return next(iter(sorted(tasks, key=lambda each: (each.kind != WRITE, each.id))), None)

    def stop(self, job_id: int) -> None:
        """Cancel what is being written for the job and no longer offer what was interrupted; what had come is kept."""
        for task in self._below.queue.active():
            if task.kind in TASK_KINDS and _is_for(task, job_id):
                if task.state.is_over:
                    self._below.queue.dismiss(task.id)
                else:
                    self._below.queue.cancel(task.id)

    # --- the tasks ---------------------------------------------------------------------------------------------------

    def _write(self, context: TaskContext, payload: dict[str, Any]) -> dict[str, object] | None:
        """A reply is stored before it is looked at, so running this again after a crash costs nothing."""
        wishes = LetterWishes.model_validate(payload["wishes"])
        ground = self._ground(int(payload["job_id"]), wishes, int(payload["resume_id"]))
        material, language, frame = ground.material, ground.language, ground.frame
        model = self._below.claude.model_for(Purpose.LETTERS)

        def tell(written: WrittenLetter) -> None:
            draft = grown(written, model, language, name=material.name, frame=frame)
            self._below.database.bus.tell(LetterGrew(ground.job.id, context.task_id, draft))

        context.progress(None, "Claude is reading your résumé and the posting")
        request: Request[WrittenLetter] = context.in_child(agent.letter_request, material, wishes, language, frame)
        growing, draft = Growing(WrittenLetter, tell), None
        try:
            written = self._ask(request, context, ground, growing)
            tell(written)  # the last pieces may have gone untold
            context.progress(0.8, "Checking every sentence against your evidence")
            draft = context.in_child(letter_from, written, model, language, material, frame)
            draft = self._mended(context, ground, draft)
        except (Cancelled, UserError):
            self._keep_what_came(ground, model, growing.value, draft)
            raise
        return {"letter_id": self._keep(ground, draft)}

    def _rewrite(self, context: TaskContext, payload: dict[str, Any]) -> dict[str, object] | None:
        letter_id, paragraph_id = int(payload["letter_id"]), str(payload["paragraph_id"])
        ground, draft = self._ground_of(letter_id)
        _still_there(draft, paragraph_id)

        def tell(written: RewrittenParagraphs) -> None:
            text = written.paragraphs[0].text if written.paragraphs else ""
            shown = _with_text(draft, paragraph_id, text)
            self._below.database.bus.tell(LetterGrew(ground.job.id, context.task_id, shown))

        context.progress(None, "Claude is writing the paragraph anew")
        asked = (ground.material, ground.wishes, draft, [paragraph_id], str(payload["wish"]))
        request: Request[RewrittenParagraphs] = context.in_child(agent.rewrite_request, *asked)
        answer = self._ask(request, context, ground, Growing(RewrittenParagraphs, tell))
        context.progress(0.8, "Checking every sentence against your evidence")
        # one was asked for, so the first is meant, whatever it is called
        new = [each.model_copy(update={"id": paragraph_id}) for each in answer.paragraphs[:1]]
        written = context.in_child(paragraphs_from, new, draft, [paragraph_id], ground.material)
        written = self._mended(context, ground, written, only=paragraph_id)
        before = self._put(letter_id, written.paragraph(paragraph_id))
        return {"letter_id": letter_id, "paragraph_id": paragraph_id, "before": before}

    def _mended(self, context: TaskContext, ground: Ground, draft: LetterDraft, only: str = "") -> LetterDraft:
        """The draft after one more round about what nothing proves in what Claude wrote. When that fails, it stays as
        it is, marked; the ledger and the log say why."""
        own = () if ground.frame is None else (*ground.frame.before, *ground.frame.after)
        doubts = {
            each.id: each.claims
            for each in draft.paragraphs
            if each.claims and each.text not in own and each.id == (only or each.id)
        }
        if not doubts:
            return draft
        context.progress(0.85, "Asking Claude once more about what nothing proves")
        asked = (ground.material, ground.wishes, draft, list(doubts), "", doubts)
        request: Request[RewrittenParagraphs] = context.in_child(agent.rewrite_request, *asked)
        try:
            answer = self._ask(request, context, ground, None)
        except UserError as error:
            log.warning("what nothing proves in a letter was not mended: %s", error.code)
            return draft
        mend = partial(paragraphs_from, mend=True)
        mended: LetterDraft = context.in_child(mend, answer.paragraphs, draft, list(doubts), ground.material)
        return mended

    def _ask(self, request: Request[T], context: TaskContext, ground: Ground, growing: Growing[T] | None) -> T:
        return self._below.claude.ask(
            request, waiting=context, task_id=context.task_id, subject=f"job:{ground.job.id}", on_text=growing
        ).value

    def _keep_what_came(
        self, ground: Ground, model: str, written: WrittenLetter | None, draft: LetterDraft | None
    ) -> None:
        """Keep the letter, or as much of it as had come before it was cancelled or broke off, checked all the same."""
        if draft is None and written is not None and grown(written, model, ground.language).paragraphs:
            cut = partial(letter_from, complete=False)
            about = (written, model, ground.language, ground.material, ground.frame)
            draft = self._below.child.call(cut, *about)
        if draft is not None:
            self._keep(ground, draft)

    def _put(self, letter_id: int, paragraph: Paragraph) -> str:
        """Put it in the place of the one with its id; returns the text that stood there until then, which the person
        may have changed while Claude wrote."""
        before: list[str] = []

        def put(draft: LetterDraft) -> LetterDraft:
            before[:] = [_still_there(draft, paragraph.id).text]
            others = [paragraph if each.id == paragraph.id else each for each in draft.paragraphs]
            return draft.model_copy(update={"paragraphs": others})

        self._revise(letter_id, put)
        return before[0]

    # --- inside ------------------------------------------------------------------------------------------------------

    def _offered(self, request: Callable[[], Request[Any]]) -> LetterOffer:
        claude = self._below.claude
        name = model_name(claude.model_for(Purpose.LETTERS))
        if not claude.is_ready():
            return LetterOffer(name, None, "")
        return LetterOffer(name, claude.estimate(self._below.child.call(request)), host_of(claude.status().endpoint))

    def _queued(self, kind: str, title: str, payload: dict[str, Any], job_id: int) -> int:
        if not self._below.claude.is_ready():
            raise fault("claude-no-key")
        with self._below.database.write() as unit:
            for task in self._below.queue.active():
                same = kind == WRITE or task.payload == payload
                if task.kind == kind and _is_for(task, job_id) and not task.state.is_over and same:
                    return task.id
            return self._below.queue.enqueue(unit, kind, title, payload, f"job:{job_id}")

    def _ground_of(self, letter_id: int) -> tuple[Ground, LetterDraft]:
        """What a stored letter's paragraphs are written from, in the letter's own language."""
        letter = self.letter(letter_id)
        wishes = letter.wishes.model_copy(update={"language": letter.draft.language})
        resumes = self._below.resumes
        there = letter.resume_id is not None and resumes.exists(letter.resume_id)
        return self._ground(letter.job_id, wishes, letter.resume_id if there else None), letter.draft


def _outline_language(ground: Ground) -> str:
    """The letter's, where there are phrases for it; else the résumé's."""
    known = (ground.language[:2], ground.resume.data.language[:2])
    return next((each for each in known if each in PHRASES), "en")


def _is_for(task: Task, job_id: int) -> bool:
    return task.subject == f"job:{job_id}"


def _still_there(draft: LetterDraft, paragraph_id: str) -> Paragraph:
    try:
        return draft.paragraph(paragraph_id)
    except KeyError:
        raise UserError(
            "This paragraph is no longer in the letter.", "Add a new one and write that.", code="paragraph-gone"
        ) from None


def _with_text(draft: LetterDraft, paragraph_id: str, text: str) -> LetterDraft:
    """The draft while a paragraph of it grows; before its first word the old text stays."""
    if not text:
        return draft
    shown = [
        each.model_copy(update={"text": text, "claims": [], "accepted": False}) if each.id == paragraph_id else each
        for each in draft.paragraphs
    ]
    return draft.model_copy(update={"paragraphs": shown})

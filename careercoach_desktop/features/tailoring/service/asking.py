"""The conversation with Claude: one question, what comes shown as it comes, and at most one question more.

A draft is made of whatever came: all of it, or, when the person stops it or the connection breaks, of the edits that
had come whole by then.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from careercoach_desktop.features.tailoring.drafting import (
    Material,
    Names,
    Proposal,
    draft_from,
    growing_changes,
    mended,
    unproved_wordings,
)
from careercoach_desktop.features.tailoring.drafting.growing import whole_part
from careercoach_desktop.features.tailoring.model import Draft, GrowingChange
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.llm.model import Purpose, Request
from careercoach_desktop.foundation.tasks.context import Cancelled, TaskContext, Why

log = logging.getLogger(__name__)

Tell = Callable[[tuple[GrowingChange, ...]], None]
Keep = Callable[[Draft], object]
_TELL_EVERY = 0.2
_BROKEN_OFF = ("claude-cut", "claude-truncated")


class ClaudeTailor:
    """Used on a worker thread; ``keep`` stores a draft before the task ends another way than by returning one."""

    def __init__(self, claude: Claude) -> None:
        self._claude = claude

    def draft(self, context: TaskContext, material: Material, subject: str, tell: Tell, keep: Keep) -> Draft:
        """Raises UserError as ``Claude.ask``, and Cancelled; what had come by then was kept if it is of use."""
        from careercoach_desktop.features.tailoring.agents.resume_tailor import tailor_request

        context.progress(None, "Claude is reading your résumé and the posting")
        request: Request[Proposal] = context.in_child(tailor_request, material)
        growth = Growth(material, tell)
        try:
            answer = self._claude.ask(
                request, waiting=context, task_id=context.task_id, subject=subject, on_text=growth.take
            )
        except Cancelled:
            if context.why is Why.CANCELLED:
                self._keep_part(growth, material, keep)
            raise
        except UserError as error:
            if error.code in _BROKEN_OFF:
                self._keep_part(growth, material, keep)
            raise
        context.progress(0.8, "Checking every change against your evidence")
        draft: Draft = context.in_child(draft_from, answer.value, answer.model, material)
        try:
            return self._mended(context, draft, material, subject)
        except Cancelled:
            if context.why is Why.CANCELLED:
                keep(draft)
            raise

    def _mended(self, context: TaskContext, draft: Draft, material: Material, subject: str) -> Draft:
        """The draft after the one question more; as it is when there is nothing to ask, or no answer."""
        from careercoach_desktop.features.tailoring.agents.resume_tailor import mending_request

        asked = unproved_wordings(draft, material)
        if not asked:
            return draft
        count = "one wording" if len(asked) == 1 else f"{len(asked)} wordings"
        context.progress(0.85, f"Asking Claude once more about {count} that nothing proves")
        try:
            answer = self._claude.ask(mending_request(asked), waiting=context, task_id=context.task_id, subject=subject)
        except UserError as error:
            log.info("what nothing proves stays marked: %s", error.code)
            return draft
        context.progress(0.95, "Checking the new wordings")
        better: Draft = context.in_child(mended, draft, asked, answer.value, material)
        return better

    def _keep_part(self, growth: Growth, material: Material, keep: Keep) -> None:
        """Here and not in the child process, which is told to stop with the task."""
        part = whole_part(growth.text)
        if not part.edits:
            return
        draft = draft_from(part, self._claude.model_for(Purpose.WRITING), material)
        if draft.changes:
            keep(draft.model_copy(update={"incomplete": True}))


class Growth:
    """Puts the pieces of an answer together and tells of its edits, at most five times a second."""

    def __init__(self, material: Material, tell: Tell) -> None:
        self._names = Names.of(material.resume, material.notes, material.spares)
        self._tell = tell
        self._pieces: list[str] = []
        self._told: tuple[GrowingChange, ...] = ()
        self._last = 0.0

    @property
    def text(self) -> str:
        """All that came; where the model began anew, what came since."""
        whole = "".join(self._pieces)
        begin = whole.rfind('{"edits"')
        return whole[max(begin, 0) :]

    def take(self, piece: str) -> None:
        """On the adapter's thread."""
        self._pieces.append(piece)
        now = time.monotonic()
        if "}" not in piece and now - self._last < _TELL_EVERY:
            return
        self._last = now
        lines = growing_changes(whole_part(self.text).edits, self._names)
        if len(lines) > len(self._told):
            self._told = lines
            self._tell(lines)

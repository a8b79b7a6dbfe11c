"""The conversation with Claude: one question, what comes shown as it comes, and at most one question more.

A draft is made of whatever came: all of it, or, when the person stops it or the connection breaks, of the edits that
had come whole by then.
"""

from __future__ import annotations

import logging
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
from careercoach_desktop.foundation.llm.growing import Growing
from careercoach_desktop.foundation.llm.model import Purpose, Request
from careercoach_desktop.foundation.tasks.context import Cancelled, TaskContext, Why

log = logging.getLogger(__name__)

Tell = Callable[[tuple[GrowingChange, ...]], None]
Keep = Callable[[Draft], object]


class ClaudeTailor:
    """Used on a worker thread; ``keep`` stores a draft before the task ends another way than by returning one."""

    def __init__(self, claude: Claude) -> None:
        self._claude = claude

    def draft(self, context: TaskContext, material: Material, subject: str, tell: Tell, keep: Keep) -> Draft:
        """Raises UserError as ``Claude.ask``, and Cancelled; what had come by then was kept if it is of use."""
        from careercoach_desktop.features.tailoring.agents.resume_tailor import tailor_request

        context.progress(None, "Claude is reading your résumé and the posting")
        request: Request[Proposal] = context.in_child(tailor_request, material)
        growth = growing(material, tell)
        try:
            answer = self._claude.ask(
                request, waiting=context, task_id=context.task_id, subject=subject, on_text=growth
            )
        except Cancelled:
            if context.why is Why.CANCELLED:
                self._keep_part(growth, material, keep)
            raise
        except UserError as error:
            if not error.transient:  # nothing had come of what is tried again by itself
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
            answer = self._claude.ask(
                mending_request(asked, material.contact), waiting=context, task_id=context.task_id, subject=subject
            )
        except UserError as error:
            log.info("what nothing proves stays marked: %s", error.code)
            return draft
        context.progress(0.95, "Checking the new wordings")
        better: Draft = context.in_child(mended, draft, asked, answer.value, material)
        return better

    def _keep_part(self, growth: Growing[Proposal], material: Material, keep: Keep) -> None:
        """Here and not in the child process, which is told to stop with the task."""
        part = whole_part(growth.text)
        if not part.edits:
            return
        draft = draft_from(part, self._claude.model_for(Purpose.WRITING), material)
        if draft.changes:
            keep(draft.model_copy(update={"incomplete": True}))


def growing(material: Material, tell: Tell) -> Growing[Proposal]:
    """Tells of every change as it comes."""
    names = Names.of(material.resume, material.notes)
    told: tuple[GrowingChange, ...] = ()

    def grew(proposal: Proposal) -> None:
        nonlocal told
        lines = growing_changes(proposal.edits, names)
        if lines and lines != told:
            told = lines
            tell(lines)

    return Growing(Proposal, grew)

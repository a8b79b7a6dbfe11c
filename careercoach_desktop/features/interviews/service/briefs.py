"""Briefings: a round prepared here at once or by Claude, a company or an interviewer looked up on the web or summed up
from what the person pasted. One latest briefing is kept for each subject.

Research is outside information. It is read by whoever prepares and practises, and by nobody who proves anything.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from careercoach_desktop.features.analysis.model.judgement import ClaudeOffer
from careercoach_desktop.features.interviews.judging import (
    PrepView,
    growing_preparation,
    note_of,
    prepared,
    research_of,
    summary_of,
)
from careercoach_desktop.features.interviews.model.brief import (
    LONGEST_PASTE,
    PREPARE,
    RESEARCH,
    SUMMARISE,
    TASK_KINDS,
    Brief,
    BriefChanged,
    BriefGrew,
    BriefKind,
    BriefOrigin,
    BriefReplaced,
    Preparation,
    Research,
    ResearchAbout,
)
from careercoach_desktop.features.interviews.preparing import prepared_here
from careercoach_desktop.features.interviews.service.asking import beyond_budget, growing_lines
from careercoach_desktop.features.interviews.service.brief_base import (
    BriefsBelow,
    BriefVerbs,
    basis_of,
)
from careercoach_desktop.features.interviews.store import BriefStore
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.faults import fault
from careercoach_desktop.foundation.llm.growing import Growing
from careercoach_desktop.foundation.llm.lane import CLAUDE
from careercoach_desktop.foundation.llm.model import Purpose, Request
from careercoach_desktop.foundation.llm.words import model_name
from careercoach_desktop.foundation.settings.endpoints import host_of
from careercoach_desktop.foundation.tasks.context import Cancelled
from careercoach_desktop.foundation.tasks.queue import TaskContext, TaskKind

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.agents.interview_prep import PrepInputs

__all__ = ["PREPARE", "RESEARCH", "SUMMARISE", "TASK_KINDS", "BriefService", "BriefsBelow"]

_LEAST_PASTE = 40
"""Letters: less is nothing to sum up."""

log = logging.getLogger(__name__)


class BriefService(BriefVerbs):
    """Call it off the Qt thread. Verbs about a round raise KeyError when it is gone."""

    def __init__(self, below: BriefsBelow, now: Callable[[], datetime] = utc_now) -> None:
        super().__init__(below, now)
        runs = {PREPARE: self._prepare, RESEARCH: self._research, SUMMARISE: self._summarise}
        for kind, run in runs.items():
            below.queue.register(TaskKind(kind, run, repeatable=False, lane=CLAUDE))

    # --- offers ------------------------------------------------------------------------------------------------

    def offer_preparation(self, interview_id: int) -> ClaudeOffer:
        """What preparing with Claude would take; nothing is sent."""
        return self._offered(lambda: _prep_request(self._inputs(interview_id)))

    def offer_research(self, about: ResearchAbout) -> ClaudeOffer:
        """What looking it up would take, and whether the web can be searched at all; nothing is sent."""
        problem = self._below.claude.search_problem(Purpose.INTERVIEWS) if self._below.claude.is_ready() else None
        return self._offered(lambda: _research_request(about, self._today()), problem)

    def offer_summary(self, about: ResearchAbout, pasted: str) -> ClaudeOffer:
        """What summing a pasted text up would take; nothing is sent."""
        return self._offered(lambda: _summary_request(about, pasted))

    # --- making ------------------------------------------------------------------------------------------------

    def prepare_locally(self, interview_id: int) -> Brief:
        """Prepare the round on this computer, at once, and keep that. It takes the place of whatever there was, which
        ``BriefReplaced`` tells of."""
        inputs = self._inputs(interview_id)
        zone = self._below.interviews.own_zone()
        made = prepared_here(inputs.interview, inputs.posting, inputs.stories, self._below.bank, zone)
        return self._keep_preparation(inputs, made, BriefOrigin.LOCAL)

    def prepare_next(self) -> int | None:
        """See to it that the round that comes next is prepared, here and at once when it is not yet; which one it is,
        None when none comes."""
        for line in self._below.interviews.upcoming(1):
            subject = self.interview_subject(line.interview.id)
            if self.brief(BriefKind.PREPARATION, subject) is None:
                self.prepare_locally(line.interview.id)
            return line.interview.id
        return None

    def keep_note(self, about: ResearchAbout, pasted: str) -> Brief:
        """Keep what the person pasted, as it is. UserError ``paste-empty`` when that is nothing."""
        return self._keep_research(about, note_of(_checked(pasted)), BriefOrigin.PASTED)

    def start_preparation(self, interview_id: int) -> int:
        """Queue it; the task's id, of the one under way when there is one. Raises the offer's problem."""
        line = self._below.interviews.line(interview_id)
        what = f"Preparation for “{line.title}”"
        return self._start(PREPARE, what, {"interview_id": interview_id}, self.interview_subject(interview_id),
                           self.offer_preparation(interview_id))  # fmt: skip

    def start_research(self, about: ResearchAbout) -> int:
        """The same for looking a company or a person up on the web."""
        payload = {"about": _as_json(about), "day": self._today().isoformat()}
        return self._start(RESEARCH, f"Looking up {about.name}", payload, about.subject, self.offer_research(about))

    def summarise(self, about: ResearchAbout, pasted: str) -> int:
        """The same for a pasted text. UserError ``paste-empty`` when that is nothing."""
        payload = {"about": _as_json(about), "pasted": _checked(pasted)}
        offer = self.offer_summary(about, pasted)
        return self._start(SUMMARISE, f"Summing up what you pasted about {about.name}", payload, about.subject, offer)

    def stop(self, subject: str) -> None:
        """Cancel what is under way about it; what was interrupted is no longer offered."""
        task = self._under_way(subject)
        if task is not None:
            self._below.queue.cancel(task.id)
            self._below.queue.dismiss(task.id)

    # --- keeping -----------------------------------------------------------------------------------------------

    def tick(self, brief_id: int, position: int, on: bool) -> None:
        """Tick a line of the checklist off, or no longer. Raises KeyError when the briefing or the line is gone."""
        with self._db.write() as unit:
            store = BriefStore(unit.session)
            brief = store.get(brief_id)
            lines = brief.preparation.checklist if brief.preparation is not None else ()
            if not 0 <= position < len(lines):
                raise KeyError(position)
            ticked = set(brief.ticked) | {position} if on else set(brief.ticked) - {position}
            store.tick(brief_id, tuple(sorted(ticked)))
            unit.emit(BriefChanged(brief.kind, brief.subject))

    def forget(self, brief_id: int) -> Brief:
        """Put a briefing away; returns it, for ``put_back``. Raises KeyError when there is none."""
        with self._db.write() as unit:
            store = BriefStore(unit.session)
            brief = store.get(brief_id)
            store.drop(brief_id)
            unit.emit(BriefChanged(brief.kind, brief.subject))
        return brief

    def put_back(self, brief: Brief) -> None:
        """Let a briefing be the one about its subject again: the undo of ``forget`` and of a newer one."""
        self._put(brief, None)

    # --- the tasks ---------------------------------------------------------------------------------------------

    def _prepare(self, context: TaskContext, payload: dict[str, Any]) -> dict[str, object] | None:
        """A reply is stored before it is looked at, so running this again after a crash costs nothing."""
        inputs = self._inputs_or_say(int(payload["interview_id"]))
        subject = self.interview_subject(inputs.interview.id)
        ids = tuple(story.id for story in inputs.stories)

        def tell(view: PrepView) -> None:
            shown = growing_preparation(view, ids)
            self._db.bus.tell(BriefGrew(context.task_id, BriefKind.PREPARATION, subject, preparation=shown))

        context.progress(None, "Claude is reading the posting and your stories")
        growing = Growing(PrepView, tell)
        try:
            answer = self._below.claude.ask(
                _prep_request(inputs), waiting=context, task_id=context.task_id, subject=subject, on_text=growing
            )
        except (Cancelled, UserError):
            self._keep_part(inputs, growing.value)
            raise
        context.progress(0.9, "Checking what it says about you against your evidence")
        made = context.in_child(prepared, answer.value, ids, self._proof(inputs))
        brief = self._keep_preparation(inputs, made, BriefOrigin.CLAUDE, answer.model, answer.cost)
        return {"brief_id": brief.id, "dropped": made.dropped}

    def _keep_part(self, inputs: PrepInputs, view: PrepView | None) -> None:
        """What had come before it was stopped, checked all the same, unless Claude's whole preparation is there."""
        present = self.brief(BriefKind.PREPARATION, self.interview_subject(inputs.interview.id))
        if view is None or len(view.likely) < 2 or (present is not None and present.origin is BriefOrigin.CLAUDE):
            return
        whole = view.model_copy(update={"likely": view.likely[:-1]}) if not view.ask else view
        cut, ids = partial(prepared, is_part=True), [story.id for story in inputs.stories]
        made: Preparation = self._below.child.call(cut, whole, ids, self._proof(inputs))
        self._keep_preparation(inputs, made, BriefOrigin.CLAUDE, self._below.claude.model_for(Purpose.INTERVIEWS))

    def _research(self, context: TaskContext, payload: dict[str, Any]) -> dict[str, object] | None:
        """The day stands in the payload: after a crash the same is asked, and its answer found again."""
        about = _about(payload["about"])
        context.progress(None, "Claude is searching the web")

        def tell(line: str) -> None:
            self._db.bus.tell(BriefGrew(context.task_id, about.kind, about.subject, line=line))

        answer = self._below.claude.ask(
            _research_request(about, date.fromisoformat(str(payload["day"]))),
            waiting=context,
            task_id=context.task_id,
            subject=about.subject,
            on_text=growing_lines(tell),
        )
        context.progress(0.9, "Keeping what names its page")
        found = research_of(answer.value, about.kind, about.name)
        if found.is_empty:
            raise fault("claude-nothing-found")
        brief = self._keep_research(about, found, BriefOrigin.SEARCH, answer.model, answer.cost)
        return {"brief_id": brief.id, "dropped": found.dropped}

    def _summarise(self, context: TaskContext, payload: dict[str, Any]) -> dict[str, object] | None:
        about, pasted = _about(payload["about"]), str(payload["pasted"])
        context.progress(None, "Claude is reading what you pasted")
        request = _summary_request(about, pasted)
        answer = self._below.claude.ask(request, waiting=context, task_id=context.task_id, subject=about.subject)
        found = summary_of(answer.value, pasted, about.kind)
        if found.is_empty:
            raise UserError(
                "Claude found nothing in this text that helps before an interview.",
                "Paste another page, or keep the text as a note.",
                code="summary-empty",
            )
        brief = self._keep_research(about, found, BriefOrigin.PASTED, answer.model, answer.cost)
        return {"brief_id": brief.id, "dropped": found.dropped}

    # --- inside ------------------------------------------------------------------------------------------------

    def _offered(self, request: Callable[[], Request[Any]], problem: UserError | None = None) -> ClaudeOffer:
        claude = self._below.claude
        model = model_name(claude.model_for(Purpose.INTERVIEWS))
        try:
            status = claude.status()
        except UserError as locked:
            return ClaudeOffer(model, "", problem=locked)
        host = host_of(status.endpoint)
        if not status.ready:
            return ClaudeOffer(model, host, problem=fault("claude-no-key"))
        if problem is not None:
            return ClaudeOffer(model, host, problem=problem)
        estimate = claude.estimate(request())
        return ClaudeOffer(model, host, estimate, problem=beyond_budget(claude, estimate))

    def _start(self, kind: str, title: str, payload: Mapping[str, object], subject: str, offer: ClaudeOffer) -> int:
        if offer.problem is not None:
            raise offer.problem
        with self._db.write() as unit:  # looked at inside: of two presses at once, one starts it
            present = self._under_way(subject)
            if present is not None and not present.state.is_over:
                return present.id
            if present is not None:
                self._below.queue.dismiss(present.id)
            return self._below.queue.enqueue(unit, kind, title, dict(payload), subject)

    def _keep_preparation(
        self, inputs: PrepInputs, made: Preparation, origin: BriefOrigin, model: str = "", cost: int | None = None
    ) -> Brief:
        brief = Brief(
            id=0,
            kind=BriefKind.PREPARATION,
            subject=self.interview_subject(inputs.interview.id),
            title=inputs.posting.title or inputs.posting.company,
            origin=origin,
            made_by=model,
            preparation=made,
            basis=basis_of(inputs),
            created=self._now(),
            cost=cost,
        )
        return self._keep(brief, None)

    def _keep_research(
        self, about: ResearchAbout, found: Research, origin: BriefOrigin, model: str = "", cost: int | None = None
    ) -> Brief:
        brief = Brief(
            id=0,
            kind=about.kind,
            subject=about.subject,
            title=about.name,
            origin=origin,
            made_by=model,
            research=found,
            created=self._now(),
            cost=cost,
        )
        return self._keep(brief, about.contact_id)

    def _keep(self, brief: Brief, contact_id: int | None) -> Brief:
        """A new one; of the one whose place it takes everybody hears, so that there is a way back."""
        with self._db.write() as unit:
            before = BriefStore(unit.session).find(brief.kind, brief.subject)
            kept = self._put(brief, contact_id)
            if before is not None:
                unit.emit(BriefReplaced(before, kept))
        return kept

    def _put(self, brief: Brief, contact_id: int | None) -> Brief:
        interview_id = _number_in(brief.subject, "interview:")
        contact_id = contact_id or _number_in(brief.subject, "contact:")
        with self._db.write() as unit:
            kept = BriefStore(unit.session).put(brief, interview_id=interview_id, contact_id=contact_id)
            unit.emit(BriefChanged(brief.kind, brief.subject))
        return kept


def _prep_request(inputs: PrepInputs) -> Request[PrepView]:
    from careercoach_desktop.features.interviews.agents.interview_prep import prep_request

    return prep_request(inputs)


def _research_request(about: ResearchAbout, day: date) -> Request[Any]:
    from careercoach_desktop.features.interviews.agents.researcher import research_request

    return research_request(about, day)


def _summary_request(about: ResearchAbout, pasted: str) -> Request[Any]:
    from careercoach_desktop.features.interviews.agents.researcher import summary_request

    return summary_request(about, pasted)


def _checked(pasted: str) -> str:
    if len(pasted.strip()) < _LEAST_PASTE:
        raise UserError(
            "There is nothing to keep yet.", "Paste a page’s text: a few sentences at least.", code="paste-empty"
        )
    if len(pasted.strip()) > LONGEST_PASTE:
        raise UserError(
            f"This text is longer than {LONGEST_PASTE:,} signs, so nothing was done with it yet.",
            "Paste the part that matters.",
            code="paste-long",
        )
    return pasted.strip()


def _as_json(about: ResearchAbout) -> dict[str, object]:
    from dataclasses import asdict

    return {**asdict(about), "kind": about.kind.value}


def _about(values: dict[str, Any]) -> ResearchAbout:
    return ResearchAbout(**{**values, "kind": BriefKind(values["kind"])})


def _number_in(subject: str, prefix: str) -> int | None:
    number = subject.removeprefix(prefix)
    return int(number) if subject.startswith(prefix) and number.isdecimal() else None

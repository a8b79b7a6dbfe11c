"""Claude's part: what it would take, and the work queued. Nothing is asked twice, and nothing waits for it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from careercoach_desktop.features.practice.judging import checked_again
from careercoach_desktop.features.practice.model import (
    Asker,
    Evaluation,
    PracticeSetup,
    Question,
    QuestionContent,
    Session,
)
from careercoach_desktop.features.practice.service import agent
from careercoach_desktop.features.practice.service.base import Below
from careercoach_desktop.features.practice.service.tasks import ANALYSE, EVALUATE, QUESTIONS, TASK_KINDS, Tasks
from careercoach_desktop.features.practice.store import PracticeStore
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.faults import fault
from careercoach_desktop.foundation.llm.lane import CLAUDE
from careercoach_desktop.foundation.llm.model import Estimate, Request
from careercoach_desktop.foundation.settings.endpoints import host_of
from careercoach_desktop.foundation.storage.database import UnitOfWork
from careercoach_desktop.foundation.tasks.model import Task
from careercoach_desktop.foundation.tasks.queue import TaskKind

log = logging.getLogger(__name__)

_USUAL_WORDS = 220
"""Of an answer: a minute and a half of speech."""


class Asking(Tasks):
    def __init__(self, below: Below, now: Callable[[], datetime]) -> None:
        super().__init__(below, now)
        for name, run in ((QUESTIONS, self._write_questions), (EVALUATE, self._evaluate), (ANALYSE, self._analyse)):
            below.queue.register(TaskKind(name, run, repeatable=False, lane=CLAUDE))

    def can_ask_claude(self) -> bool:
        return self._below.claude.is_ready()

    def claude_host(self) -> str:
        """Where the words would go, for the offer."""
        return host_of(self._below.claude.status().endpoint)

    # --- what it would take ------------------------------------------------------------------------------------------

    def estimate_questions(self, setup: PracticeSetup) -> Estimate:
        """What writing the questions would take; nothing is sent."""
        asked = self._asked_before(setup)
        return self._estimated(partial(agent.questions_request, self._situation(setup), setup.count, asked))

    def estimate_usual_answer(self, setup: PracticeSetup) -> Estimate:
        """What weighing one answer of a usual length would take, for whoever has not begun yet; nothing is sent. The
        first one of a session: the others read what stays from the prompt cache."""
        usual = QuestionContent(text="word " * 30, key_points=("word " * 8,) * 4, wants_story=True)
        return self._estimated(partial(agent.weigh_request, self._situation(setup), usual, "word " * _USUAL_WORDS))

    def estimate_evaluation(self, answer_id: int) -> Estimate:
        """What weighing an answer would take; nothing is sent."""
        session, question, text = self._of_answer(answer_id)
        return self._estimated(partial(agent.weigh_request, self._situation(session.setup), question.content, text))

    def estimate_analysis(self, session_id: int) -> Estimate:
        """What looking back on the session would take; nothing is sent."""
        session = self.session(session_id)
        return self._estimated(partial(agent.analysis_request, self._situation(session.setup), session))

    # --- asked for ---------------------------------------------------------------------------------------------------

    def ask_for_more(self, session_id: int) -> int:
        """Have the questions written that are still to come (after a cut, for instance); the task's id."""
        session = self.session(session_id)
        self._check_claude()
        with self._below.database.write() as unit:
            return self._queue_questions(unit, session_id, session.title)

    def evaluate(self, answer_id: int) -> int:
        """Have an answer weighed; the task's id. One that waits or runs for it is the answer to a second press, and one
        that the same model weighed already is not weighed again."""
        session, question, _ = self._of_answer(answer_id)
        self._check_claude()
        payload = {"session_id": session.id, "answer_id": answer_id}
        return self._queued(EVALUATE, f"Answer {session.number_of(question.id)} · {session.title}", payload, session.id)

    def analyse(self, session_id: int) -> int:
        """Have the whole session looked back on; the task's id. Harmless to ask again. UserError while it is not
        finished."""
        session = self.session(session_id)
        self._check_claude()
        if session.result is None:
            raise UserError(
                "The session is not finished yet.",
                "End it first; its result is there at once.",
                code="practice-running",
            )
        return self._queued(ANALYSE, f"Looking back · {session.title}", {"session_id": session_id}, session_id)

    def state_as_true(self, answer_id: int, note: str) -> Evaluation | None:
        """The person says that something is true of them: it is kept in their notes, as evidence from now on, and the
        suggested answer is checked against it again. The evaluation as it is then; None when there is none. KeyError,
        and nothing noted, when the answer is gone."""
        session, question, _ = self._of_answer(answer_id)
        self._below.profile.add_note(note)
        evaluation = self.given_answer(answer_id).evaluation
        if evaluation is None:
            return None
        material = self._material(session.setup)
        checked: Evaluation = self._below.child.call(checked_again, evaluation, material)
        with self._below.database.write() as unit:
            PracticeStore(unit.session).set_evaluation(answer_id, checked)
            self._changed(unit, session.id, question.id)
        return checked

    def under_way(self, session_id: int) -> list[Task]:
        """What Claude does for the session, or waits, or was interrupted and is offered again; oldest first."""
        return [each for each in self._below.queue.active() if each.kind in TASK_KINDS and _is_for(each, session_id)]

    def stop(self, session_id: int) -> None:
        """Cancel what Claude does for the session, and no longer offer what was interrupted."""
        for task in self.under_way(session_id):
            if task.state.is_over:
                self._below.queue.dismiss(task.id)
            else:
                self._below.queue.cancel(task.id)

    # --- for the verbs above -----------------------------------------------------------------------------------------

    def _check_claude(self) -> None:
        if not self.can_ask_claude():
            raise fault("claude-no-key")

    def _queue_questions(self, unit: UnitOfWork, session_id: int, title: str) -> int:
        return self._queued_in(unit, QUESTIONS, f"Questions · {title}", {"session_id": session_id}, session_id)

    def _evaluate_ahead(self, session: Session, answer_id: int) -> None:
        """Where Claude asks and the person wanted it: weigh the answer while the next is given. The answer is in the
        file by now, so what can't be asked is only logged."""
        if not (session.setup.evaluate_ahead and session.setup.asker is Asker.CLAUDE):
            return
        try:
            self.evaluate(answer_id)
        except UserError as error:
            log.warning("an answer is not weighed ahead: %s", error.code)

    # --- inside ------------------------------------------------------------------------------------------------------

    def _estimated(self, request: Callable[[], Request[Any]]) -> Estimate:
        return self._below.claude.estimate(self._below.child.call(request))

    def _of_answer(self, answer_id: int) -> tuple[Session, Question, str]:
        answer = self.given_answer(answer_id)
        question = self.question(answer.question_id)
        return self.session(question.session_id), question, answer.text

    def _queued(self, kind: str, title: str, payload: dict[str, Any], session_id: int) -> int:
        with self._below.database.write() as unit:
            return self._queued_in(unit, kind, title, payload, session_id)

    def _queued_in(self, unit: UnitOfWork, kind: str, title: str, payload: dict[str, Any], session_id: int) -> int:
        for task in self._below.queue.active():
            if task.kind == kind and task.payload == payload and not task.state.is_over:
                return task.id
        return self._below.queue.enqueue(unit, kind, title, payload, f"practice:{session_id}")


def _is_for(task: Task, session_id: int) -> bool:
    return task.subject == f"practice:{session_id}"

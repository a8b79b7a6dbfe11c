"""What runs while a person goes on: questions written, an answer weighed, a session looked back on.

A question is in the file as soon as it is whole, so a cut leaves those that had come, and the rest can be asked for
again. An evaluation or an analysis is stored whole or not at all; each reply is kept by the ledger before it is looked
at, so trying again after a crash costs nothing where it had arrived.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

from pydantic import BaseModel

from careercoach_desktop.features.practice.drafting import WrittenQuestions, contents_from, follow_up_of
from careercoach_desktop.features.practice.judging import (
    AnalysedSession,
    MendedSuggestion,
    Situation,
    WeighedAnswer,
    analysed,
    evaluation_from,
    grown_evaluation,
    grown_result,
    mended,
    wants_follow_up,
)
from careercoach_desktop.features.practice.model import (
    LOCAL,
    AnalysisGrew,
    Evaluation,
    EvaluationGrew,
    PracticeSetup,
    Question,
    Session,
    SessionState,
)
from careercoach_desktop.features.practice.service import agent
from careercoach_desktop.features.practice.service.base import PracticeVerbs
from careercoach_desktop.features.practice.store import PracticeStore
from careercoach_desktop.features.practice.summing import result_of
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.growing import Growing
from careercoach_desktop.foundation.llm.model import Purpose, Request
from careercoach_desktop.foundation.storage.database import UnitOfWork
from careercoach_desktop.foundation.tasks.context import Cancelled
from careercoach_desktop.foundation.tasks.queue import TaskContext

QUESTIONS = "practice.questions"
EVALUATE = "practice.evaluate"
ANALYSE = "practice.analyse"
TASK_KINDS = (QUESTIONS, EVALUATE, ANALYSE)

T = TypeVar("T", bound=BaseModel)

log = logging.getLogger(__name__)


class Tasks(PracticeVerbs):
    # --- questions ---------------------------------------------------------------------------------------------------

    def _write_questions(self, context: TaskContext, payload: dict[str, Any]) -> dict[str, object] | None:
        session = self._there(int(payload["session_id"]))
        if session.still_to_come == 0:
            return {"session_id": session.id}
        situation = self._situation(session.setup)
        asked = self._asked_before(session.setup)
        context.progress(None, "Claude is thinking up questions")
        request: Request[WrittenQuestions] = context.in_child(
            agent.questions_request, situation, session.still_to_come, asked
        )
        with self._keeping(context, session, asked) as keep:
            growing = Growing(WrittenQuestions, keep)
            try:
                whole = self._ask(request, context, session, growing)
            except (Cancelled, UserError):
                if (come := growing.value) is not None:
                    keep(come)
                raise
            keep(whole)
        return {"session_id": session.id}

    @contextmanager
    def _keeping(self, context: TaskContext, session: Session, asked: list[str]) -> Iterator[Any]:
        """Whoever brings pieces of the answer must not wait for the disk, so questions are kept on a thread beside it;
        all of them are in the file when the block ends."""
        model, kept = self._below.claude.model_for(Purpose.PRACTICE), [0]
        handed: list[Future[None]] = []

        def store(written: WrittenQuestions) -> None:
            contents = contents_from(written.questions, asked)[: session.still_to_come]
            for content in contents[kept[0] :]:
                with self._below.database.write() as unit:
                    rows = PracticeStore(unit.session)
                    if rows.places_left(session.id):  # the bank may have filled them meanwhile
                        self._changed(unit, session.id, rows.add_question(session.id, content, model))
                kept[0] += 1

        def keep(written: WrittenQuestions) -> None:
            if len(written.questions) > kept[0]:
                handed.append(keeper.submit(store, written))

        with ThreadPoolExecutor(1, thread_name_prefix=f"questions-{context.task_id}") as keeper:
            yield keep
        for each in handed:
            each.result()

    # --- an answer ---------------------------------------------------------------------------------------------------

    def _evaluate(self, context: TaskContext, payload: dict[str, Any]) -> dict[str, object] | None:
        session, answer_id = self._there(int(payload["session_id"])), int(payload["answer_id"])
        answer = self.given_answer(answer_id)
        question, model = session.question(answer.question_id), self._below.claude.model_for(Purpose.PRACTICE)
        done: dict[str, object] = {"session_id": session.id, "question_id": question.id, "answer_id": answer_id}
        if answer.evaluation is not None and answer.evaluation.made_by == model:
            return done
        situation = self._situation(session.setup)

        def tell(weighed: WeighedAnswer) -> None:
            grown, has_score = grown_evaluation(weighed, question.content, model), isinstance(weighed.score, int)
            self._below.database.bus.tell(
                EvaluationGrew(session.id, question.id, answer_id, context.task_id, grown, has_score)
            )

        context.progress(None, "Claude is thinking about your answer")
        about = (situation, question.content, answer.text)
        request: Request[WeighedAnswer] = context.in_child(agent.weigh_request, *about)
        weighed = self._ask(request, context, session, Growing(WeighedAnswer, tell))
        tell(weighed)  # the last pieces may have gone untold
        context.progress(0.8, "Checking the suggestion against your evidence")
        judged = (weighed, question.content, answer.text, situation.material, model, answer.local.star)
        evaluation: Evaluation = context.in_child(evaluation_from, *judged)
        try:
            evaluation = self._mended(context, session, about, evaluation)
        finally:  # what was paid for is kept, though the last round was stopped
            self._keep_evaluation(session, question, answer_id, evaluation, weighed.follow_up)
        return done

    def _mended(self, context: TaskContext, session: Session, about: Any, evaluation: Evaluation) -> Evaluation:
        """After one more round about what nothing proves in the suggestion. When that fails, it stays marked."""
        if not evaluation.claims:
            return evaluation
        context.progress(0.85, "Asking Claude once more about what nothing proves")
        request: Request[MendedSuggestion] = context.in_child(
            agent.mend_request, *about, evaluation.suggested, evaluation.claims
        )
        try:
            told = self._ask(request, context, session, None)
        except UserError as error:
            log.warning("what nothing proves in a suggested answer was not mended: %s", error.code)
            return evaluation
        better: Evaluation = context.in_child(mended, evaluation, told, about[0].material)
        return better

    def _keep_evaluation(
        self, session: Session, question: Question, answer_id: int, evaluation: Evaluation, follow_up: str
    ) -> None:
        with self._below.database.write() as unit:
            store = PracticeStore(unit.session)
            store.set_evaluation(answer_id, evaluation)
            self._changed(unit, session.id, question.id)
            try:
                now = store.session(session.id)
            except KeyError:  # removed while the answer was weighed
                return
            if now.state is SessionState.FINISHED:
                self._count_in(unit, now)
            elif session.setup.follow_ups and wants_follow_up(evaluation):
                self._follow_up(unit, now, question, evaluation, follow_up)

    def _count_in(self, unit: UnitOfWork, session: Session) -> None:
        """A score that came after the end changes what follows from the scores."""
        if session.result is None:
            return
        result = result_of(session)
        if session.result.made_by != LOCAL:
            result = session.result.model_copy(update={"overall": result.overall, "skills": result.skills})
        PracticeStore(unit.session).set_result(session.id, result)

    def _follow_up(
        self, unit: UnitOfWork, session: Session, question: Question, evaluation: Evaluation, text: str
    ) -> None:
        """Ask about a weak answer once more, right behind it: once for each question, and never about a follow-up."""
        content = follow_up_of(question.content, evaluation, text)
        is_asked = question.follows is not None or any(each.follows == question.id for each in session.questions)
        if content is not None and not is_asked:
            added = PracticeStore(unit.session).add_question(session.id, content, evaluation.made_by, question.id)
            self._changed(unit, session.id, added)

    # --- a session ---------------------------------------------------------------------------------------------------

    def _analyse(self, context: TaskContext, payload: dict[str, Any]) -> dict[str, object] | None:
        session = self._there(int(payload["session_id"]))
        local, model = result_of(session), self._below.claude.model_for(Purpose.PRACTICE)

        def tell(told: AnalysedSession) -> None:
            self._below.database.bus.tell(AnalysisGrew(session.id, context.task_id, grown_result(told, local, model)))

        context.progress(None, "Claude is looking back on your answers")
        request: Request[AnalysedSession] = context.in_child(
            agent.analysis_request, self._situation(session.setup), session
        )
        told = self._ask(request, context, session, Growing(AnalysedSession, tell))
        tell(told)  # the last pieces may have gone untold
        with self._below.database.write() as unit:
            store = PracticeStore(unit.session)
            with suppress(KeyError):  # removed meanwhile; what was paid for is kept all the same
                local = result_of(store.session(session.id))  # answers were weighed meanwhile
            store.set_result(session.id, analysed(told, local, model))
            self._changed(unit, session.id)
        return {"session_id": session.id}

    # --- inside ------------------------------------------------------------------------------------------------------

    def _ask(self, request: Request[T], context: TaskContext, session: Session, growing: Growing[T] | None) -> T:
        subject = f"practice:{session.id}"
        return self._below.claude.ask(
            request, waiting=context, task_id=context.task_id, subject=subject, on_text=growing
        ).value

    def _situation(self, setup: PracticeSetup) -> Situation:
        return Situation(setup, self._material(setup), self._below.outside.about(setup, self._posting(setup)))

    def _asked_before(self, setup: PracticeSetup) -> list[str]:
        with self._below.database.read() as rows:
            return [each.text for each in PracticeStore(rows).asked_before(setup.job_id)]

    def _there(self, session_id: int) -> Session:
        """The session a task is about, which may have been removed since it was queued."""
        try:
            return self.session(session_id)
        except KeyError:
            raise UserError(
                "This practice session is no longer there.", "Undo brings it back; then start this again.",
                code="practice-gone",
            ) from None  # fmt: skip

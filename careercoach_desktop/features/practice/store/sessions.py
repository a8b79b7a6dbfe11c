"""Sessions, questions and answers, one at a time: read whole, changed in small."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session as Rows
from sqlmodel import col, func, select, update

from careercoach_desktop.features.practice.model import (
    Answer,
    Evaluation,
    LocalFeedback,
    PracticeSetup,
    Question,
    QuestionContent,
    QuestionState,
    Session,
    SessionResult,
    SessionState,
    Speech,
)
from careercoach_desktop.features.practice.store.finding import note_words
from careercoach_desktop.features.practice.store.tables import (
    PracticeAnswerRow,
    PracticeQuestionRow,
    PracticeSessionRow,
)
from careercoach_desktop.foundation.storage.blobs import BlobStore

MOST_ASKED_BEFORE = 200
"""Questions of earlier sessions that are looked at, the latest first."""


class PracticeStore:
    def __init__(self, session: Rows) -> None:
        self._session = session

    # --- reading -----------------------------------------------------------------------------------------------------

    def session(self, session_id: int) -> Session:
        """Whole. Raises KeyError when there is none, or it was removed."""
        row = self._session.get(PracticeSessionRow, session_id)
        if row is None or row.removed is not None:
            raise KeyError(session_id)
        return _session(row, self._questions(session_id))

    def question(self, question_id: int) -> Question:
        """With its answers. Raises KeyError when there is none."""
        row = self._question(question_id)
        return _question(row, self._answers([question_id]).get(question_id, []))

    def answer(self, answer_id: int) -> Answer:
        """Raises KeyError when there is none."""
        return _answer(self._answer(answer_id))

    def question_ids(self, among: Collection[int]) -> set[int]:
        """Which of these questions there are, those of removed sessions included."""
        query = select(PracticeQuestionRow.id).where(col(PracticeQuestionRow.id).in_(among))
        return {each for each in self._session.exec(query) if each is not None}

    def asked_before(self, job_id: int | None) -> list[QuestionContent]:
        """Questions of every session for a job (None: for none in particular), the latest first."""
        query = (
            select(PracticeQuestionRow.content)
            .join(PracticeSessionRow, col(PracticeSessionRow.id) == col(PracticeQuestionRow.session_id))
            .where(col(PracticeSessionRow.removed).is_(None))
            .where(col(PracticeSessionRow.job_id) == job_id if job_id else col(PracticeSessionRow.job_id).is_(None))
            .order_by(col(PracticeQuestionRow.id).desc())
            .limit(MOST_ASKED_BEFORE)
        )
        return [QuestionContent.model_validate_json(content) for content in self._session.exec(query)]

    def places_left(self, session_id: int) -> int:
        """How many of the questions that were asked for are still to come; of a removed session, too."""
        query = select(func.count()).where(
            PracticeQuestionRow.session_id == session_id, col(PracticeQuestionRow.follows).is_(None)
        )
        wanted = PracticeSetup.model_validate_json(self._row(session_id).setup).count
        return max(0, wanted - self._session.exec(query).one())

    # --- writing -----------------------------------------------------------------------------------------------------

    def add_session(self, setup: PracticeSetup, title: str, now: datetime) -> int:
        """A running session without questions; its id."""
        row = PracticeSessionRow(
            job_id=setup.job_id,
            interview_id=setup.interview_id,
            type=setup.type.value,
            title=title,
            setup=setup.model_dump_json(),
            state=SessionState.RUNNING.value,
            created=now,
            updated=now,
        )
        self._session.add(row)
        self._session.flush()
        assert row.id is not None  # noqa: S101 - flush just gave it one
        note_words(self._session, row.id)
        return row.id

    def add_question(self, session_id: int, content: QuestionContent, made_by: str, follows: int | None = None) -> int:
        """At the end, or, as a follow-up, right behind the question it asks about; its id."""
        row = PracticeQuestionRow(
            session_id=session_id,
            position=self._place(session_id, follows),
            follows=follows,
            category=content.category,
            content=content.model_dump_json(),
            made_by=made_by,
            state=QuestionState.WAITING.value,
        )
        self._session.add(row)
        self._session.flush()
        assert row.id is not None  # noqa: S101 - flush just gave it one
        note_words(self._session, session_id)
        return row.id

    def add_answer(
        self,
        question_id: int,
        text: str,
        seconds: int,
        local: LocalFeedback,
        now: datetime,
        speech: Speech | None = None,
        recording: str | None = None,
    ) -> Answer:
        """The next try; the question is answered and its draft empty."""
        question = self._question(question_id)
        last = self._session.exec(
            select(func.max(PracticeAnswerRow.attempt)).where(PracticeAnswerRow.question_id == question_id)
        ).one()
        row = PracticeAnswerRow(
            question_id=question_id,
            attempt=(last or 0) + 1,
            text=text,
            seconds=seconds,
            speech=None if speech is None else speech.model_dump_json(),
            local=local.model_dump_json(),
            score=local.score,
            recording=recording,
            created=now,
        )
        question.state, question.draft, question.seconds = QuestionState.ANSWERED.value, "", 0
        self._session.add(row)
        self._session.flush()
        note_words(self._session, question.session_id)
        return _answer(row)

    def put_recording(self, sound: bytes, media_type: str) -> str:
        """Keep the sound of an answer; what names it."""
        return BlobStore(self._session).put(sound, media_type)

    def recording(self, sha256: str) -> tuple[bytes, str]:
        """The sound and its media type; raises as ``BlobStore.get`` does."""
        blobs = BlobStore(self._session)
        return blobs.get(sha256), blobs.media_type(sha256)

    def set_evaluation(self, answer_id: int, evaluation: Evaluation) -> None:
        row = self._answer(answer_id)
        row.evaluation, row.score = evaluation.model_dump_json(), evaluation.score

    def keep_draft(self, question_id: int, text: str, seconds: int) -> None:
        """One small write. Raises KeyError when there is no such question."""
        written: Any = self._session.exec(
            update(PracticeQuestionRow)
            .where(col(PracticeQuestionRow.id) == question_id)
            .values(draft=text, seconds=seconds)
        )
        if written.rowcount == 0:
            raise KeyError(question_id)

    def put_on_screen(self, question_id: int) -> None:
        """It is asked, and no other one of its session is: those go back to what they were before they were shown."""
        wanted = self._question(question_id)
        others = select(PracticeQuestionRow).where(
            PracticeQuestionRow.session_id == wanted.session_id,
            PracticeQuestionRow.state == QuestionState.ASKED.value,
            PracticeQuestionRow.id != question_id,
        )
        rows = self._session.exec(others).all()
        answers = self._answers([row.id or 0 for row in rows])
        for row in rows:
            row.state = (QuestionState.ANSWERED if answers.get(row.id or 0) else QuestionState.WAITING).value
        wanted.state = QuestionState.ASKED.value

    def set_question_state(self, question_id: int, state: QuestionState) -> None:
        self._question(question_id).state = state.value

    def set_state(self, session_id: int, state: SessionState, now: datetime) -> None:
        row = self._row(session_id)
        row.state, row.updated = state.value, now

    def touch(self, session_id: int, now: datetime) -> None:
        self._row(session_id).updated = now

    def finish(self, session_id: int, result: SessionResult, now: datetime) -> None:
        row = self._row(session_id)
        row.state, row.updated, row.finished = SessionState.FINISHED.value, now, now
        self.set_result(session_id, result)

    def set_result(self, session_id: int, result: SessionResult) -> None:
        """The result, and its scores for the history."""
        row = self._row(session_id)
        row.result, row.made_by, row.overall = result.model_dump_json(), result.made_by, result.overall
        row.technical, row.communication = result.technical, result.communication
        row.problem_solving = result.problem_solving

    def set_removed(self, session_id: int, removed: datetime | None) -> bool:
        """Whether that changed anything; False for a session that is not there."""
        row = self._session.get(PracticeSessionRow, session_id)
        if row is None or (row.removed is None) == (removed is None):
            return False
        row.removed = removed
        self._session.flush()
        note_words(self._session, session_id)
        return True

    def purge(self, before: datetime) -> int:
        """Forget for good what was removed before that, the sound of its answers included; how many sessions."""
        query = select(PracticeSessionRow).where(col(PracticeSessionRow.removed) < before)
        rows = self._session.exec(query).all()
        for row in rows:
            self._session.delete(row)
        if rows:
            self._session.flush()
            BlobStore(self._session).forget_unused()
        return len(rows)

    # --- inside ------------------------------------------------------------------------------------------------------

    def _questions(self, session_id: int) -> list[Question]:
        query = select(PracticeQuestionRow).where(PracticeQuestionRow.session_id == session_id)
        rows = self._session.exec(query.order_by(col(PracticeQuestionRow.position))).all()
        answers = self._answers([row.id or 0 for row in rows])
        return [_question(row, answers.get(row.id or 0, [])) for row in rows]

    def _answers(self, question_ids: Sequence[int]) -> dict[int, list[PracticeAnswerRow]]:
        query = select(PracticeAnswerRow).where(col(PracticeAnswerRow.question_id).in_(question_ids))
        found: dict[int, list[PracticeAnswerRow]] = {}
        for row in self._session.exec(query.order_by(col(PracticeAnswerRow.attempt))):
            found.setdefault(row.question_id, []).append(row)
        return found

    def _place(self, session_id: int, follows: int | None) -> float:
        """Behind the last one, or half way between the question and the next."""
        places = list(
            self._session.exec(
                select(PracticeQuestionRow.position)
                .where(PracticeQuestionRow.session_id == session_id)
                .order_by(col(PracticeQuestionRow.position))
            )
        )
        if follows is None:
            return (places[-1] if places else 0.0) + 1.0
        here = self._question(follows).position
        after = next((place for place in places if place > here), here + 1.0)
        return (here + after) / 2

    def _row(self, session_id: int) -> PracticeSessionRow:
        row = self._session.get(PracticeSessionRow, session_id)
        if row is None:
            raise KeyError(session_id)
        return row

    def _question(self, question_id: int) -> PracticeQuestionRow:
        row = self._session.get(PracticeQuestionRow, question_id)
        if row is None:
            raise KeyError(question_id)
        return row

    def _answer(self, answer_id: int) -> PracticeAnswerRow:
        row = self._session.get(PracticeAnswerRow, answer_id)
        if row is None:
            raise KeyError(answer_id)
        return row


def _session(row: PracticeSessionRow, questions: Sequence[Question]) -> Session:
    assert row.id is not None  # noqa: S101 - only stored rows come here
    setup = PracticeSetup.model_validate_json(row.setup)
    return Session(
        id=row.id,
        # the columns tell which job and round are left: one may have been merged or forgotten since
        setup=setup.model_copy(update={"job_id": row.job_id, "interview_id": row.interview_id}),
        title=row.title,
        state=SessionState(row.state),
        questions=tuple(questions),
        result=None if row.result is None else SessionResult.model_validate_json(row.result),
        created=row.created,
        updated=row.updated,
        finished=row.finished,
    )


def _question(row: PracticeQuestionRow, answers: Sequence[PracticeAnswerRow]) -> Question:
    assert row.id is not None  # noqa: S101 - only stored rows come here
    return Question(
        id=row.id,
        session_id=row.session_id,
        position=row.position,
        content=QuestionContent.model_validate_json(row.content),
        made_by=row.made_by,
        state=QuestionState(row.state),
        follows=row.follows,
        draft=row.draft,
        seconds=row.seconds,
        answers=tuple(_answer(each) for each in answers),
    )


def _answer(row: PracticeAnswerRow) -> Answer:
    assert row.id is not None  # noqa: S101 - only stored rows come here
    return Answer(
        id=row.id,
        question_id=row.question_id,
        attempt=row.attempt,
        text=row.text,
        seconds=row.seconds,
        speech=None if row.speech is None else Speech.model_validate_json(row.speech),
        local=LocalFeedback.model_validate_json(row.local),
        evaluation=None if row.evaluation is None else Evaluation.model_validate_json(row.evaluation),
        recording=row.recording or "",
        created=row.created,
    )

"""A session from its first question to its result: every step is in the file before it is on the screen."""

from __future__ import annotations

from collections.abc import Collection

from careercoach_desktop.features.evidence.service import passages
from careercoach_desktop.features.interviews.model.naming import INTERVIEW_NAMES
from careercoach_desktop.features.letters.checking import Material
from careercoach_desktop.features.practice.listening import local_feedback
from careercoach_desktop.features.practice.model import (
    LOCAL,
    Answer,
    Asker,
    PracticeChanged,
    PracticeSetup,
    QuestionContent,
    QuestionState,
    Session,
    SessionResult,
    SessionState,
    Speech,
)
from careercoach_desktop.features.practice.service.asking import Asking
from careercoach_desktop.features.practice.service.choosing import from_bank
from careercoach_desktop.features.practice.store import PracticeStore
from careercoach_desktop.features.practice.summing import result_of
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import UnitOfWork

_SOUNDS = ((b"RIFF", "audio/wav"), (b"OggS", "audio/ogg"), (b"fLaC", "audio/flac"), (b"\x1aE\xdf\xa3", "audio/webm"))


class Practising(Asking):
    def begin(self, setup: PracticeSetup) -> int:
        """A new session; its id. The bank's questions are there at once; Claude's come one by one, each told with
        ``PracticeChanged``. UserError ``claude-no-key`` when Claude is to ask and can't be."""
        contents = () if setup.asker is Asker.CLAUDE else self._chosen(setup, setup.count)
        if setup.asker is Asker.CLAUDE:
            self._check_claude()
        with self._below.database.write() as unit:
            store, title = PracticeStore(unit.session), self._title(setup)
            session_id = store.add_session(setup, title, self._now())
            for content in contents:
                store.add_question(session_id, content, LOCAL)
            if setup.asker is Asker.CLAUDE:
                self._queue_questions(unit, session_id, title)
            unit.emit(PracticeChanged(session_id))
        return session_id

    def begin_again(self, session_id: int, question_ids: Collection[int]) -> int:
        """A new session with these questions of an old one, in its order; its id. KeyError when none is there."""
        session = self.session(session_id)
        chosen = [each for each in session.questions if each.id in question_ids]
        if not chosen:
            raise KeyError(session_id)
        setup = session.setup.model_copy(update={"count": len(chosen)})
        with self._below.database.write() as unit:
            store = PracticeStore(unit.session)
            again = store.add_session(setup, self._title(setup), self._now())
            for question in chosen:
                store.add_question(again, question.content, question.made_by)
            unit.emit(PracticeChanged(again))
        return again

    def fill_from_bank(self, session_id: int) -> int:
        """Take the questions that Claude has not written (any more) from the bank instead; how many."""
        session = self.session(session_id)
        contents = self._chosen(session.setup, session.still_to_come, [each.content for each in session.questions])
        with self._below.database.write() as unit:
            store = PracticeStore(unit.session)
            taken = contents[: store.places_left(session_id)]
            for content in taken:
                store.add_question(session_id, content, LOCAL)
            self._changed(unit, session_id)
        return len(taken)

    def ask(self, question_id: int) -> None:
        """It is on the screen now. The session runs (again), so that exactly this question is there after a crash."""
        with self._below.database.write() as unit:
            store = PracticeStore(unit.session)
            session_id = store.question(question_id).session_id
            store.put_on_screen(question_id)
            self._run(unit, session_id)
            self._changed(unit, session_id, question_id)

    def keep_draft(self, question_id: int, text: str, seconds: int) -> None:
        """What stands in the field so far and the time that ran, in one small write; nobody is told."""
        with self._below.database.write() as unit:
            PracticeStore(unit.session).keep_draft(question_id, text, max(0, seconds))

    def answer(
        self, question_id: int, text: str, seconds: int, speech: Speech | None = None, recording: bytes = b""
    ) -> Answer:
        """Hand in an answer: the next try, with what rules say of it. It is in the file when this returns, whatever
        becomes of Claude. UserError ``answer-empty`` for nothing but blanks; the draft stays."""
        if not text.strip():
            raise UserError(
                "There is no answer yet.", "Write or say a few words, or skip the question.", code="answer-empty"
            )
        question = self.question(question_id)
        session = self.session(question.session_id)
        own = evidence_lines(self._material(session.setup))
        local = local_feedback(question.content, text, seconds, speech, own, session.setup.language)
        with self._below.database.write() as unit:
            store = PracticeStore(unit.session)
            kept = store.put_recording(recording, _sound_of(recording)) if recording else None
            answer = store.add_answer(question_id, text, max(0, seconds), local, self._now(), speech, kept)
            self._run(unit, session.id)
            self._changed(unit, session.id, question_id)
        self._evaluate_ahead(session, answer.id)
        return answer

    def recording(self, answer_id: int) -> tuple[bytes, str]:
        """The sound of an answer and its media type. KeyError when none was kept."""
        with self._below.database.read() as rows:
            store = PracticeStore(rows)
            sha256 = store.answer(answer_id).recording
            if not sha256:
                raise KeyError(answer_id)
            return store.recording(sha256)

    def skip(self, question_id: int) -> None:
        """Leave it out; its draft stays. ``unskip`` undoes it."""
        self._set_question(question_id, QuestionState.SKIPPED)

    def unskip(self, question_id: int) -> None:
        """It waits again (or counts as answered, when it was)."""
        answered = bool(self.question(question_id).answers)
        self._set_question(question_id, QuestionState.ANSWERED if answered else QuestionState.WAITING)

    def pause(self, session_id: int) -> None:
        """Stop for now; a finished one stays finished."""
        self._set_state(session_id, SessionState.PAUSED)

    def resume(self, session_id: int) -> None:
        """Go on; a finished one stays finished until a question of it is answered again."""
        self._set_state(session_id, SessionState.RUNNING)

    def finish(self, session_id: int) -> SessionResult:
        """End it with what rules make of the scores. One that was finished and not changed since keeps its result,
        Claude's too. UserError ``practice-empty`` while nothing was answered."""
        with self._below.database.write() as unit:
            store = PracticeStore(unit.session)
            session = store.session(session_id)
            if session.result is not None and not _answered_since(session):
                result = session.result
                store.set_state(session_id, SessionState.FINISHED, self._now())
            else:
                result = _result(session)
                store.finish(session_id, result, self._now())
            unit.emit(PracticeChanged(session_id))
        return result

    def remove(self, session_ids: Collection[int]) -> list[int]:
        """Take sessions out of the history; which of them were there. ``restore`` undoes it."""
        return self._set_removed(session_ids, removed=True)

    def restore(self, session_ids: Collection[int]) -> list[int]:
        return self._set_removed(session_ids, removed=False)

    # --- inside ------------------------------------------------------------------------------------------------------

    def _chosen(
        self, setup: PracticeSetup, count: int, here: Collection[QuestionContent] = ()
    ) -> list[QuestionContent]:
        with self._below.database.read() as rows:
            before = PracticeStore(rows).asked_before(setup.job_id)
        seed = int(self._now().timestamp())
        return from_bank(self._below.bank, setup, self._posting(setup), count, seed, [*here, *before])

    def _title(self, setup: PracticeSetup) -> str:
        """“Technical interview · Staff Data Engineer, Marlow Energy”."""
        posting = self._posting(setup)
        about = ", ".join(part for part in (posting.title, posting.company) if part)
        return " · ".join(part for part in (INTERVIEW_NAMES[setup.type], about) if part)

    def _run(self, unit: UnitOfWork, session_id: int) -> None:
        PracticeStore(unit.session).set_state(session_id, SessionState.RUNNING, self._now())

    def _set_question(self, question_id: int, state: QuestionState) -> None:
        with self._below.database.write() as unit:
            store = PracticeStore(unit.session)
            session_id = store.question(question_id).session_id
            store.set_question_state(question_id, state)
            self._changed(unit, session_id, question_id)

    def _set_state(self, session_id: int, state: SessionState) -> None:
        with self._below.database.write() as unit:
            store = PracticeStore(unit.session)
            if store.session(session_id).state is not SessionState.FINISHED:
                store.set_state(session_id, state, self._now())
                unit.emit(PracticeChanged(session_id))

    def _set_removed(self, session_ids: Collection[int], *, removed: bool) -> list[int]:
        with self._below.database.write() as unit:
            store, when = PracticeStore(unit.session), self._now() if removed else None
            changed = [each for each in dict.fromkeys(session_ids) if store.set_removed(each, when)]
            for session_id in changed:
                unit.emit(PracticeChanged(session_id))
        return changed


def evidence_lines(material: Material) -> list[str]:
    """Everything the person can prove, a line each: what an offer to fill a gap is taken from."""
    own = [each.text for each in passages(material.resume) if each.kind.value in ("bullet", "summary")]
    return [*own, *(each.text for each in material.stories), *(line for line in material.notes.splitlines() if line)]


def _result(session: Session) -> SessionResult:
    if not session.answered:
        raise UserError(
            "Nothing has been answered yet, so there is no result.",
            "Answer a question, or pause and go on another day.",
            code="practice-empty",
        )
    return result_of(session)


def _answered_since(session: Session) -> bool:
    """Whether there are answers the result does not know."""
    latest = max((answer.created for each in session.questions for answer in each.answers), default=None)
    return session.finished is None or (latest is not None and latest > session.finished)


def _sound_of(recording: bytes) -> str:
    return next((kind for start, kind in _SOUNDS if recording.startswith(start)), "application/octet-stream")

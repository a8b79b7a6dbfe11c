"""One question after the other: asked, answered, thought about; whatever happens, nothing of it is lost."""

from __future__ import annotations

from collections.abc import Coroutine
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from careercoach_desktop.features.practice.model import (
    EvaluationGrew,
    PracticeChanged,
    Question,
    Session,
    SessionState,
)
from careercoach_desktop.features.practice.ui.answer_clock import AnswerClock
from careercoach_desktop.features.practice.ui.answer_voice import AnswerVoice
from careercoach_desktop.features.practice.ui.between_cards import ComingCard, EndCard, PausedCard
from careercoach_desktop.features.practice.ui.claude_tasks import QUESTIONS, ClaudeTasks
from careercoach_desktop.features.practice.ui.draft_saving import DraftSaving
from careercoach_desktop.features.practice.ui.feedback_side import FeedbackSide
from careercoach_desktop.features.practice.ui.question_pane import QuestionPane
from careercoach_desktop.features.practice.ui.session_header import SessionHeader
from careercoach_desktop.features.practice.ui.voice import VoiceDoor
from careercoach_desktop.foundation.storage.watching import ChangedElsewhere
from careercoach_desktop.foundation.uikit import Desk, Line, column, row

if TYPE_CHECKING:
    from careercoach_desktop.features.evidence.service.keeping import EvidenceService
    from careercoach_desktop.features.practice.service import PracticeService
    from careercoach_desktop.foundation.tasks.queue import TaskQueue

_BLANK, _QUESTION, _PAUSED, _COMING, _END = range(5)


@dataclass(frozen=True)
class Practising:
    """The services a session stands on."""

    practice: PracticeService
    evidence: EvidenceService
    queue: TaskQueue


class SessionView(QWidget):
    """``left`` when the person goes back to where sessions are chosen, ``finished`` brings the id of one that ended."""

    left = Signal()
    finished = Signal(int)

    def __init__(self, desk: Desk, below: Practising, voice: VoiceDoor | None = None) -> None:
        super().__init__()
        self._desk, self._practice = desk, below.practice
        self._session: Session | None = None
        self._is_ending = False
        self._session_id: int | None = None
        self._stale = False
        self._busy = False
        self._looks = 0
        self.clock = AnswerClock(self)
        self.header = SessionHeader()
        self.pane = QuestionPane(self.clock)
        self.paused, self.coming, self.end = PausedCard(), ComingCard(), EndCard()
        self.saver = DraftSaving(desk, below.practice, self)
        self.tasks = ClaudeTasks(desk, below.queue, self)
        self.voice = AnswerVoice(desk, voice, self.pane, self.saver)
        self.side = FeedbackSide(desk, below, self.tasks)
        self._lay_out()
        self._connect()

    # --- what others ask ---------------------------------------------------------------------------------------------

    @property
    def session(self) -> Session | None:
        """What is stored of the session that is shown."""
        return self._session

    def open(self, session_id: int) -> None:
        """Show a session as it stands."""
        if session_id != self._session_id:
            self.close_session()
            self._session_id = session_id
            self._stack.setCurrentIndex(_BLANK)
        self.reload()

    def close_session(self) -> None:
        """Keep what was typed, and show nothing more of it."""
        self._keep_draft()
        self.voice.stop()
        self.pane.leave()
        self.side.clear()
        self._session, self._session_id = None, None

    def reload(self) -> None:
        """Show what is stored now; out of sight, when it is looked at again."""
        self._stale = not self.isVisible()
        if self._session_id is not None and not self._stale:
            self._begin(self._load(self._session_id))

    def pause(self) -> None:
        """Stop the time; the words are kept."""
        if self._session is not None and self._stack.currentIndex() == _QUESTION:
            self._begin(self._pause(self._session.id))

    def answer_again(self) -> None:
        """The question whose feedback is shown comes back."""
        if (question := self.side.question) is not None and not self._busy:
            self._begin(self._ask_again(question))

    # --- building ----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for each in (QWidget(), self.pane, self.paused, self.coming, self.end):
            self._stack.addWidget(each)
        both = row(self._stack, Line(vertical=True), self.side, spacing=0)
        both.setStretch(0, 1)
        self.setLayout(column(self.header, both, spacing=0))
        self._desk.toasts_over(self.side)  # somebody is writing in the middle

    def _connect(self) -> None:
        desk, pane = self._desk, self.pane
        self.header.back_requested.connect(self._leave)
        self.header.pause_wanted.connect(self.pause)
        self.header.finish_wanted.connect(self._finish)
        pane.typed.connect(self._on_typed)
        pane.ticked.connect(self._on_tick)
        pane.handed_in.connect(self._hand_in)
        pane.skipped.connect(self._skip)
        self.saver.state_changed.connect(pane.show_state)
        self.paused.resume_wanted.connect(self._resume)
        self.paused.leave_wanted.connect(self._leave)
        self.end.result_wanted.connect(self._finish)
        self.side.pane.again_wanted.connect(self.answer_again)
        self.coming.cancel_wanted.connect(lambda: self.tasks.stop(QUESTIONS, self._session_id))
        self.coming.again_wanted.connect(self._ask_for_questions)
        self.coming.bank_wanted.connect(self._fill_from_bank)
        self.coming.settings_wanted.connect(desk.open_remedy)
        self.tasks.changed.connect(self._on_task)
        desk.on(PracticeChanged, self._on_changed, owner=self)
        desk.on(EvaluationGrew, self.side.pane.show_growing, owner=self)
        desk.on(ChangedElsewhere, lambda _event: self.reload(), owner=self)

    def _begin(self, coroutine: Coroutine[Any, Any, object]) -> None:
        self._desk.start(coroutine, owner=self)

    # --- showing -----------------------------------------------------------------------------------------------------

    async def _load(self, session_id: int) -> None:
        """Only the latest look is shown: an earlier one may have read how things were before an answer was stored."""
        self._looks += 1
        look = self._looks
        try:
            session = await self._desk.run(self._practice.session, session_id)
        except KeyError:
            if session_id == self._session_id:
                self.close_session()
                self.left.emit()
            return
        await self.tasks.look()
        if session_id == self._session_id and look == self._looks:
            self._show(session)

    def _show(self, session: Session) -> None:
        is_first_look = self._session is None
        self._session = session
        if self._busy:
            return  # an answer is being handed in; that brings us back
        self.side.show_session(session, open_last=is_first_look)
        if session.state is SessionState.PAUSED:
            self._show_paused(session)
            return
        current = session.current
        if current is not None:
            self._show_question(session, current)
            return
        self.pane.leave()
        self.header.show_session(session, None)
        if session.still_to_come and session.state is not SessionState.FINISHED:
            task = self.tasks.of(QUESTIONS, session.id)
            self.coming.show_task(task, first=not session.questions)
            self._stack.setCurrentIndex(_COMING)
        else:
            self.end.show_answered(len(session.answered))
            self._turn_to(_END, self.end.button)

    def _show_question(self, session: Session, question: Question) -> None:
        if self._is_ending:
            return
        shown = self.pane.question
        if shown is None or shown.id != question.id:
            self._keep_draft()
            self.saver.opened(question.id, question.seconds)
            self._begin(self._desk.run(self._practice.ask, question.id))
        self.pane.show_question(question, session.number_of(question.follows) if question.follows is not None else "")
        if shown is None or shown.id != question.id:
            self.voice.turn_to(session, question.id)
        self.header.show_session(session, question.id)
        self._stack.setCurrentIndex(_QUESTION)
        self.pane.run_clock(on=True)

    def _show_paused(self, session: Session) -> None:
        self._keep_draft()
        self.clock.stop()
        current = session.current
        self.header.show_session(session, current.id if current is not None else None)
        self.header.show_paused(on=True)
        self._turn_to(_PAUSED, self.paused.go_on)

    def _turn_to(self, card: int, button: QWidget) -> None:
        if self._stack.currentIndex() != card:
            self._stack.setCurrentIndex(card)
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- answering ---------------------------------------------------------------------------------------------------

    def _on_typed(self) -> None:
        if (question := self.pane.question) is not None:
            self.saver.typed(question.id, self.pane.field.text(), self.clock.seconds)

    def _on_tick(self) -> None:
        if (question := self.pane.question) is not None and not self._busy and self.clock.runs:
            self.saver.ticked(question.id, self.pane.field.text(), self.clock.seconds)

    def _keep_draft(self) -> None:
        if (question := self.pane.question) is not None and not self._busy:
            self.saver.left(question.id, self.pane.field.text(), self.clock.seconds)

    def _hand_in(self) -> None:
        if (question := self.pane.question) is not None and not self._busy:
            self._begin(self._answer(question.id))

    async def _answer(self, question_id: int) -> None:
        """The words stay in the field until they are stored."""
        self._busy = True
        self.pane.set_busy(busy=True)
        self.clock.stop()
        spoken = self.pane.spoken
        try:
            await self.saver.settle()
            speech = (spoken.speech, spoken.recording) if spoken is not None else ()
            answer = await self._desk.run(
                self._practice.answer, question_id, self.pane.field.text(), self.clock.seconds, *speech
            )
            self.saver.forget(question_id)
            self.pane.leave()
        finally:
            self._busy = False
            self.pane.set_busy(busy=False)
            self.pane.run_clock(on=True)
        self.side.turn_to(answer.id)
        if self._session_id is not None:
            await self._load(self._session_id)

    def _skip(self) -> None:
        if (question := self.pane.question) is not None and not self._busy:
            self._begin(self._leave_out(question.id))

    async def _leave_out(self, question_id: int) -> None:
        self._keep_draft()
        await self.saver.settle()
        await self._desk.run(self._practice.skip, question_id)
        change = self._desk.undo.push(
            "skipped a question",
            lambda: self._desk.run(self._practice.unskip, question_id),
            lambda: self._desk.run(self._practice.skip, question_id),
        )
        self._desk.offer_undo("Skipped; it can come back", change)

    async def _ask_again(self, question: Question) -> None:
        self._keep_draft()
        await self.saver.settle()
        await self._desk.run(self._practice.ask, question.id)

    # --- the way out -------------------------------------------------------------------------------------------------

    async def _pause(self, session_id: int) -> None:
        self.voice.stop()
        self.clock.stop()
        self._keep_draft()
        await self.saver.settle()
        await self._desk.run(self._practice.pause, session_id)

    def _resume(self) -> None:
        if self._session_id is not None:
            self._begin(self._desk.run(self._practice.resume, self._session_id))

    def _leave(self) -> None:
        self.close_session()
        self.left.emit()

    def _finish(self) -> None:
        session = self._session
        if session is None or not session.answered:
            self._leave()
            return
        self._begin(self._end(session.id))

    async def _end(self, session_id: int) -> None:
        """From now on no question is asked, or one that was being looked up would begin the session anew."""
        self._is_ending = True
        try:
            self._keep_draft()
            await self.saver.settle()
            await self._desk.run(self._practice.finish, session_id)
            self.close_session()
        finally:
            self._is_ending = False
        self.finished.emit(session_id)

    # --- Claude and the bank -----------------------------------------------------------------------------------------

    def _ask_for_questions(self) -> None:
        if self._session_id is not None:
            self._begin(self._desk.run(self._practice.ask_for_more, self._session_id))

    def _fill_from_bank(self) -> None:
        if self._session_id is not None:
            self._begin(self._desk.run(self._practice.fill_from_bank, self._session_id))

    # --- what is told ------------------------------------------------------------------------------------------------

    def _on_changed(self, event: PracticeChanged) -> None:
        if event.session_id == self._session_id:
            self.reload()

    def _on_task(self, kind: str) -> None:
        if self._session is not None:
            if kind == QUESTIONS and self._stack.currentIndex() == _COMING:
                self.coming.show_task(self.tasks.of(kind, self._session.id), first=not self._session.questions)
            self.side.show_tasks()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1} if event.modifiers() & Qt.KeyboardModifier.AltModifier else {}
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape and self._stack.currentIndex() == _QUESTION:
            self.pause()
        elif event.key() in steps:
            self.side.walk(steps[Qt.Key(event.key())])
        elif held and event.key() == Qt.Key.Key_R and self.side.question is not None:
            self.answer_again()
        elif held and enter and self._stack.currentIndex() == _QUESTION:
            shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._skip() if shifted else self.pane.hand_in()
        elif held and enter and self._stack.currentIndex() == _END:
            self._finish()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.reload()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.fit(self.width())

    def hideEvent(self, event: QHideEvent) -> None:
        self._keep_draft()
        super().hideEvent(event)

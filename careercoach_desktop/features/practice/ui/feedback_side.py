"""Beside the question: what was thought of the last answer, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from careercoach_desktop.features.evidence.model import Claim
from careercoach_desktop.features.evidence.ui import EvidenceDialog
from careercoach_desktop.features.practice.model import Answer, Question, QuestionState, Session
from careercoach_desktop.features.practice.ui.claude_tasks import EVALUATE, ClaudeTasks
from careercoach_desktop.features.practice.ui.feedback_pane import FeedbackPane
from careercoach_desktop.features.practice.ui.story_saving import StorySaving
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.model import Estimate
from careercoach_desktop.foundation.uikit import Desk, Heading, IconView, Size, Space, Text, column, holder, row

if TYPE_CHECKING:
    from careercoach_desktop.features.practice.ui.session_view import Practising

WIDE, NARROW = 400, 348
_ROOMY = 1100
_TEACH = (
    ("timer", "Take your time: the clock runs only while the question is in front of you."),
    ("check-circle", "Hand in an answer, and what was good and what is missing stands here at once."),
    ("arrow-clockwise", "Answer again as often as you like: every try stays, with what has changed."),
)
_SENDS = (
    "Sends the question, this answer, the posting, your résumé without name and contact details, your notes and "
    "stories to {host}."
)


class FeedbackSide(QWidget):
    """``turn_to`` shows an answer once its session is shown; ``chosen`` brings the question whose answer the person
    turned to."""

    chosen = Signal(int)

    def __init__(self, desk: Desk, below: Practising, tasks: ClaudeTasks) -> None:
        super().__init__()
        self._desk, self._practice, self._tasks = desk, below.practice, tasks
        self._session: Session | None = None
        self._wanted: int | None = None
        self._priced: tuple[int | None, bool] = (None, False)
        self.pane = FeedbackPane()
        self.stories = StorySaving(desk, below.practice, below.evidence, self)
        self._stack = QStackedWidget()
        self._stack.addWidget(_teaching())
        self._stack.addWidget(self.pane)
        self.setLayout(column(self._stack, spacing=0))
        self.setFixedWidth(WIDE)
        self.pane.ask_wanted.connect(self._ask_claude)
        self.pane.cancel_wanted.connect(lambda: tasks.stop(EVALUATE, self._answer_id))
        self.pane.retry_wanted.connect(lambda: tasks.start_again(EVALUATE, self._answer_id))
        self.pane.settings_wanted.connect(desk.open_remedy)
        self.pane.story_wanted.connect(self._save_story)
        self.stories.found.connect(self.pane.show_kept)
        self.pane.evidence_wanted.connect(lambda claim: desk.start(self._prove(claim), owner=self))
        self.pane.turned.connect(self.show_tasks)
        self.pane.walked.connect(self.walk)

    @property
    def question(self) -> Question | None:
        """Whose feedback is shown."""
        return self.pane.question if self._stack.currentIndex() == 1 else None

    def turn_to(self, answer_id: int) -> None:
        self._wanted = answer_id

    def choose(self, question_id: int) -> None:
        """Show the last answer to this question."""
        if self._session is not None and (answer := self._session.question(question_id).latest) is not None:
            self._wanted = answer.id
            self.show_session(self._session)

    def show_session(self, session: Session, *, open_last: bool = False) -> None:
        """The answer that is shown, as it is stored now; ``open_last``: the one that was handed in last."""
        self._session = session
        last = max((each.latest.id for each in session.answered if each.latest is not None), default=None)
        shown = self._answer_id if self._stack.currentIndex() == 1 else None
        wanted = self._wanted or (last if open_last or shown is None else shown)
        found = _answer(session, wanted)
        if found is None:
            self.clear()
            return
        self._wanted = None
        question, answer = found
        self.pane.show_answer(question, session.number_of(question.id), answer_id=answer.id)
        self.pane.show_follow_up(_asked_again(session, question))
        places = [each.id for each in session.answered]
        here = places.index(question.id)
        self.pane.show_neighbours(before=here > 0, after=here < len(places) - 1)
        self._stack.setCurrentIndex(1)
        self.show_tasks()

    def walk(self, step: int) -> None:
        """Show the answer to the question before (-1) or after (1)."""
        if self._session is None or self.question is None:
            return
        places = [each.id for each in self._session.answered]
        to = places.index(self.question.id) + step
        if 0 <= to < len(places):
            self.choose(places[to])
            self.chosen.emit(places[to])

    def show_tasks(self) -> None:
        """What Claude is doing about the answer that is shown, and what it could do."""
        answer = self.pane.answer
        self.pane.show_task(self._tasks.of(EVALUATE, self._answer_id) if answer is not None else None)
        self.stories.look(self._answer_id)
        self._desk.start(self._price(), owner=self)

    def clear(self) -> None:
        self._wanted = None
        self._stack.setCurrentIndex(0)

    def fit(self, width: int) -> None:
        """The page is so wide."""
        self.setFixedWidth(WIDE if width >= _ROOMY else NARROW)

    @property
    def _answer_id(self) -> int | None:
        return self.pane.answer.id if self.pane.answer is not None else None

    async def _price(self) -> None:
        answer = self.pane.answer
        if answer is None:
            return
        is_on = self._tasks.is_on(EVALUATE, answer.id)
        if answer.evaluation is not None or is_on:
            self.pane.offer.show_offer(None, can=True)
            return
        estimate: Estimate | None = None
        sends = ""
        can = await self._desk.work(self._practice.can_ask_claude)
        if can:
            sends = _SENDS.format(host=await self._desk.work(self._practice.claude_host))
            try:
                estimate = await self._desk.work(self._practice.estimate_evaluation, answer.id)
            except UserError:
                estimate = None  # whatever it is, it is said when the answer is to be sent
        if self.pane.answer != answer:
            return  # it was weighed meanwhile, or another one is shown: whoever showed that asks for its price
        if not self._tasks.is_on(EVALUATE, answer.id):
            self.pane.offer.show_offer(estimate, can=can, sends=sends)

    def _ask_claude(self) -> None:
        if (answer_id := self._answer_id) is not None:
            self._desk.start(self._desk.run(self._practice.evaluate, answer_id), owner=self)

    async def _prove(self, claim: Claim) -> None:
        answer_id = self._answer_id
        said = f"The suggested answer says: “{claim.text}”"
        note = await EvidenceDialog(said, [claim], "the suggestion", self.window()).note()
        if note and answer_id is not None:
            await self._desk.run(self._practice.state_as_true, answer_id, note)
            self._desk.toast("Kept as your evidence and checked again.", tone="good")

    def _save_story(self) -> None:
        if (answer_id := self._answer_id) is not None:
            self.stories.press(answer_id)


def _asked_again(session: Session, question: Question) -> str:
    """What the follow-up to a question is called while it waits for its answer; empty without one."""
    open_ones = (QuestionState.WAITING, QuestionState.ASKED)
    again = next((each for each in session.questions if each.follows == question.id and each.state in open_ones), None)
    return session.number_of(again.id) if again is not None else ""


def _answer(session: Session, answer_id: int | None) -> tuple[Question, Answer] | None:
    for question in session.questions:
        for answer in question.answers:
            if answer.id == answer_id:
                return question, answer
    return None


def _teaching() -> QWidget:
    body = column(Heading("How it works", level=3), spacing=Space.L, margins=(Space.XXL, Space.XL, Space.XXL, 0))
    for icon, words in _TEACH:
        line = row(IconView(icon, "third"), Text(words, size=Size.SMALL, tone="second", wrap=True), spacing=Space.M)
        line.setStretch(1, 1)
        body.addWidget(holder(line))
    body.addStretch(1)
    return holder(body)

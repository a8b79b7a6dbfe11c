"""The result itself: the ring, the scores, what is good, what to work on, and the answers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from careercoach_desktop.features.practice.model import LOCAL, Question, Session, SessionResult
from careercoach_desktop.features.practice.ui.answer_cards import AnswerCard
from careercoach_desktop.features.practice.ui.lists import centred, dotted
from careercoach_desktop.features.practice.ui.score_bars import ScoreBars, main_scores
from careercoach_desktop.features.practice.ui.task_bar import ClaudeOffer, TaskBar
from careercoach_desktop.features.practice.ui.words import maker_words, minutes_words
from careercoach_desktop.foundation.uikit import (
    Card,
    Heading,
    ScoreRing,
    Scroll,
    Size,
    Space,
    Text,
    clear,
    column,
    holder,
    row,
)

_WIDEST = 860
_BESIDE = 660
"""Pixels from which two cards stand beside each other."""
_RING = 104


class ResultBody(QWidget):
    """``chosen`` brings the id of a question whose answer is to be shown, ``answer_wanted`` that of one without any."""

    chosen = Signal(int)
    answer_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._shown: object = None
        self._cards: list[AnswerCard] = []
        self._ring = ScoreRing(None, size=_RING, name="Overall score")
        self._summary = Text("", size=Size.LARGE, wrap=True)
        self._by = Text("", size=Size.SMALL, tone="third")
        self._scores = column(spacing=0)
        self.task_bar = TaskBar()
        self.offer = ClaudeOffer("Ask Claude to look at the whole")
        self._lists: QBoxLayout = row(spacing=Space.L)
        self._lists_place = holder(self._lists)
        self._skills = column(spacing=0)
        self._skills_card = Card("By skill", spacing=Space.S)
        self._skills_card.add(self._skills)
        self._answers = column(spacing=Space.S)
        self._lay_out()

    def show_session(self, session: Session) -> None:
        """What is stored; what stands here already stays as it is."""
        if self._shown == session:
            return
        self._shown = session
        result = session.result
        self._show_result(result, session.seconds, session.questions)
        self._show_answers(session)

    def show_growing(self, result: SessionResult) -> None:
        """Claude's view of the whole as far as it has come."""
        self._shown = None
        self._show_result(result, None, ())
        self._by.setText("Claude is writing…")

    def mark(self, question_id: int | None) -> None:
        """The answer that is shown beside."""
        for card in self._cards:
            card.set_selected(card.question.id == question_id)

    # --- building ----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        words = column(self._summary, self._by, self._scores, spacing=Space.M)
        head = row(spacing=Space.XXL)
        head.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        top = Card(padding=Space.XL, spacing=Space.L)
        top.add(head, self.task_bar, self.offer)
        self._body = column(
            top, self._lists_place, self._skills_card, Heading("Your answers", level=3), self._answers, spacing=Space.L
        )
        self._body.addStretch(1)
        middle = column(centred(holder(self._body), _WIDEST), margins=(Space.XXL, Space.XL, Space.XXL, Space.XXXL))
        self.setLayout(column(Scroll(middle, "Result"), spacing=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE
        self._lists.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def _show_result(self, result: SessionResult | None, seconds: int | None, questions: Sequence[Question]) -> None:
        self._ring.set_score(result.overall if result is not None else None)
        clear(self._scores)
        clear(self._lists)
        clear(self._skills)
        self._skills_card.setVisible(result is not None and len(result.skills) > 1)
        self._lists_place.setVisible(False)
        if result is None:
            self._summary.setText("Not finished yet")
            self._by.setText("")
            return
        self._summary.setText(result.summary)
        time = f" · {minutes_words(seconds)} of answering" if seconds else ""
        self._by.setText(f"{made_words(result, questions)}{time}")
        self._scores.addWidget(ScoreBars(main_scores(result)))
        self._skills.addWidget(ScoreBars(_by_skill(result)))
        self._show_lists(result)

    def _show_lists(self, result: SessionResult) -> None:
        parts = (
            ("What is good", result.strengths),
            ("What to work on", result.areas),
            ("Next steps", result.next_steps),
        )
        for title, lines in parts:
            if lines:
                self._lists.addWidget(_list_card(title, lines), 1)
        self._lists_place.setVisible(self._lists.count() > 0)

    def _show_answers(self, session: Session) -> None:
        here = next((card.question.id for card in self._cards if card.hasFocus()), None)
        clear(self._answers)
        self._cards = [self._card(each, session.number_of(each.id)) for each in session.questions]
        for card in self._cards:
            self._answers.addWidget(card)
            card.show()
            if card.question.id == here:
                card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, question: Question, number: str) -> AnswerCard:
        card = AnswerCard(question, number)
        told = self.chosen if question.answers else self.answer_wanted
        for pressed in (card.clicked, card.opened):
            pressed.connect(lambda: told.emit(question.id))
        card.walked.connect(lambda step: self._walk(question.id, step))
        return card

    def _walk(self, question_id: int, step: int) -> None:
        ids = [card.question.id for card in self._cards]
        to = ids.index(question_id) + step
        if 0 <= to < len(ids):
            self._cards[to].setFocus(Qt.FocusReason.TabFocusReason)
            if self._cards[to].question.answers:
                self.chosen.emit(ids[to])


def made_words(result: SessionResult, questions: Sequence[Question]) -> str:
    """Who looked back, and whose scores it rests on."""
    weighed = any(each.latest is not None and each.latest.evaluation is not None for each in questions)
    by_rules = result.made_by in ("", LOCAL)
    return (
        "Put together on this computer, with Claude’s scores" if weighed and by_rules else maker_words(result.made_by)
    )


def _by_skill(result: SessionResult) -> list[tuple[str, int | None]]:
    """The weakest first: that is what to look at."""
    found = sorted(result.skills.items(), key=lambda each: (each[1], each[0]))
    return [(name[:1].upper() + name[1:], score) for name, score in found]


def _list_card(title: str, lines: Sequence[str]) -> Card:
    card = Card(title)
    card.add(*(dotted(line) for line in lines))
    card.body.addStretch(1)
    return card

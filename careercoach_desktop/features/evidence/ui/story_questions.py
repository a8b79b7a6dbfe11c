"""Below a story: the questions it answers, those of the bank it could answer too, and a field for another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.evidence.model import StoryQuestion, SuggestedQuestion
from careercoach_desktop.foundation.uikit import (
    Button,
    Card,
    IconButton,
    IconView,
    Size,
    Space,
    Text,
    TextField,
    Weight,
    clear,
    column,
    holder,
    row,
)

_TEACH = "Say which interview questions this story answers; preparation and practice will remind you of it."


class QuestionRow(QWidget):
    """One question. ``acted`` when its button is pressed: take the link away, or make it."""

    acted = Signal()

    def __init__(self, question: str, reason: str, *, linked: bool) -> None:
        super().__init__()
        self.question = question
        words = column(Text(question, wrap=True), spacing=2, margins=(0, Space.XS, 0, 0))
        if reason:
            words.addWidget(Text(reason, size=Size.SMALL, tone="third", wrap=True))
        icon = IconView("check-circle" if linked else "question", "accent" if linked else "third", size=16)
        name = f"Take the link to “{question}” away" if linked else f"This story answers “{question}”"
        self.button = IconButton("x" if linked else "plus", name)
        self.button.clicked.connect(self.acted)
        words.addStretch(1)
        line = row(spacing=Space.S)
        line.addWidget(holder(column(icon, margins=(0, 6, 0, 0))), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)


class StoryQuestions(Card):
    """``link_wanted`` brings a question and its id in the bank (empty: the person's own words); ``unlink_wanted`` the
    question."""

    link_wanted = Signal(str, str)
    unlink_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(spacing=Space.M)
        self._linked: Sequence[StoryQuestion] = ()
        self._suggested: Sequence[SuggestedQuestion] = ()
        self._teach = Text(_TEACH, size=Size.SMALL, tone="third", wrap=True)
        self._links = column(spacing=Space.S)
        self._offers = column(spacing=Space.S)
        self._links_held, self._offers_held = holder(self._links), holder(self._offers)
        self._offers_head = Text("It could also answer", size=Size.SMALL, weight=Weight.MEDIUM, tone="second")
        self.field = TextField("Another question", placeholder="Another question it answers, in your words")
        self.field.returnPressed.connect(self._add)
        self._button = Button("Add", "secondary", compact=True)
        self._button.clicked.connect(self._add)
        own = row(self.field, self._button, spacing=Space.S)
        own.setStretch(0, 1)
        self.add(Text("Questions it answers", weight=Weight.BOLD))
        self.add(self._teach)
        self.add(self._links_held)
        self.add(own)
        self.add(self._offers_head)
        self.add(self._offers_held)
        self._show()

    def linked(self) -> list[QuestionRow]:
        return _rows_of(self._links)

    def suggested(self) -> list[QuestionRow]:
        return _rows_of(self._offers)

    def show_linked(self, questions: Sequence[StoryQuestion]) -> None:
        """What the story answers, as the person said."""
        if tuple(questions) != tuple(self._linked):
            self._linked = tuple(questions)
            known = {each.question for each in questions}
            self._suggested = [each for each in self._suggested if each.text not in known]
            self._show()

    def show_suggested(self, questions: Sequence[SuggestedQuestion]) -> None:
        """What it could answer too."""
        if tuple(questions) != tuple(self._suggested):
            self._suggested = tuple(questions)
            self._show()

    def _show(self) -> None:
        """The keyboard goes on from a row that has gone to the one in its place."""
        was = [each for each in (*self.linked(), *self.suggested()) if each.button.hasFocus()]
        place = [*self.linked(), *self.suggested()].index(was[0]) if was else -1
        for holds in (self._links, self._offers):
            clear(holds)
        for each in self._linked:
            shown = QuestionRow(each.question, "", linked=True)
            shown.acted.connect(lambda question=each.question: self.unlink_wanted.emit(question))
            self._links.addWidget(shown)
        for offer in self._suggested:
            shown = QuestionRow(offer.text, offer.reason, linked=False)
            shown.acted.connect(lambda offer=offer: self.link_wanted.emit(offer.text, offer.bank_id))
            self._offers.addWidget(shown)
        self._teach.setVisible(not self._linked)
        self._offers_head.setVisible(bool(self._suggested))
        for held, holds in ((self._links_held, self._links), (self._offers_held, self._offers)):
            held.setVisible(holds.count() > 0)
        now = [*self.linked(), *self.suggested()]
        if place >= 0 and now:
            now[min(place, len(now) - 1)].button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        words = " ".join(self.field.text().split())
        if words:
            self.field.setText("")
            self.link_wanted.emit(words, "")


def _rows_of(holds: object) -> list[QuestionRow]:
    items = [holds.itemAt(at).widget() for at in range(holds.count())]  # type: ignore[attr-defined]
    return [each for each in items if isinstance(each, QuestionRow)]

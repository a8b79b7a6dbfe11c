"""The questions of a session under each other, each with what its answers scored."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from careercoach_desktop.features.practice.model import Question
from careercoach_desktop.features.practice.ui.words import counted, score_word, time_words
from careercoach_desktop.foundation.uikit import Badge, ClickCard, Size, Space, Text, column, row


class AnswerCard(ClickCard):
    """A click shows what was thought of it; ``walked`` when an arrow key asks for a neighbour."""

    walked = Signal(int)

    def __init__(self, question: Question, number: int) -> None:
        standing, tone = standing_of(question)
        detail = detail_of(question)
        super().__init__(f"Question {number}: {question.content.text} {standing}. {detail}")
        self.question = question
        words = column(
            Text(question.content.text, wrap=True),
            Text(detail, size=Size.SMALL, tone="third", elide=True),
            spacing=Space.XS,
        )
        figure = Text(str(number), size=Size.SMALL, tone="third")
        figure.setFixedWidth(18)
        line = row(spacing=Space.S)
        line.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        line.addWidget(Badge(standing, tone), 0, Qt.AlignmentFlag.AlignTop)
        self.add(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self.walked.emit(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)


def standing_of(question: Question) -> tuple[str, str]:
    """What stands beside a question, and its tone."""
    latest = question.latest
    if latest is None:
        return "not answered", "neutral"
    scores = [answer.score for answer in question.answers]
    shown = f"{scores[0]} → {scores[-1]}" if len(scores) > 1 else str(scores[-1])
    return shown, score_word(latest.score)[1]


def detail_of(question: Question) -> str:
    """``System design · 2 tries · 2:14 · strong``."""
    latest = question.latest
    category = question.content.category
    parts = [category[:1].upper() + category[1:]]
    if question.follows is not None:
        parts.insert(0, "Follow-up")
    if latest is not None:
        tries = len(question.answers)
        parts += [counted(tries, "try", "tries") if tries > 1 else "", time_words(latest.seconds)]
        parts.append(score_word(latest.score)[0])
    return " · ".join(part for part in parts if part)

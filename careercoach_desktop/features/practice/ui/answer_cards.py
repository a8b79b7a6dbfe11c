"""The questions of a session under each other, each with what its answers scored."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from careercoach_desktop.features.practice.model import Question, QuestionState
from careercoach_desktop.features.practice.ui.words import counted, score_word, time_words
from careercoach_desktop.foundation.uikit import Badge, ClickCard, Size, Space, Text, column, row


class AnswerCard(ClickCard):
    """A click shows what was thought of it; ``walked`` when an arrow key asks for a neighbour."""

    walked = Signal(int)

    def __init__(self, question: Question, number: str) -> None:
        standing, tone = standing_of(question)
        detail = detail_of(question)
        super().__init__(f"Question {number}: {question.content.text} {standing}. {detail}")
        self.question = question
        words = column(
            Text(question.content.text, wrap=True),
            Text(detail, size=Size.SMALL, tone="third", elide=True),
            spacing=Space.XS,
        )
        figure = Text(number, size=Size.SMALL, tone="third")
        figure.setFixedWidth(20)
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
        return "skipped" if question.state is QuestionState.SKIPPED else "not answered", "neutral"
    step = latest.step_from(question.answers[0]) if len(question.answers) > 1 else None
    shown = f"{step[0]} → {step[1]}" if step is not None else str(latest.score)
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
    else:
        parts.append("answer it now")
    return " · ".join(part for part in parts if part)

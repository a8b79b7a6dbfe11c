"""What stands in the place of a question: a pause, questions on their way, the end."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.practice.ui.task_bar import TaskBar
from careercoach_desktop.foundation.tasks.model import Task
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    Heading,
    IconView,
    Size,
    Skeleton,
    Space,
    Text,
    Weight,
    column,
    row,
)

_SENTENCE = 380


class _Middle(QWidget):
    """An icon, a title, a sentence and buttons, in the middle."""

    def __init__(self, icon: str, title: str, text: str, *buttons: Button) -> None:
        super().__init__()
        middle = Qt.AlignmentFlag.AlignHCenter
        self.title = Text(title, size=Size.LARGE, weight=Weight.BOLD)
        self.sentence = Text(text, tone="second", wrap=True)
        self.sentence.setAlignment(middle)
        self.sentence.setFixedWidth(_SENTENCE)
        words = column(spacing=Space.S)
        words.addWidget(IconView(icon, "third", size=36), 0, middle)
        words.addSpacing(Space.XS)
        words.addWidget(self.title, 0, middle)
        words.addWidget(self.sentence, 0, middle)
        words.addSpacing(Space.S)
        words.addLayout(row(STRETCH, *buttons, STRETCH, spacing=Space.S))
        self.setLayout(column(STRETCH, words, STRETCH, margins=Space.XXL))


class PausedCard(_Middle):
    resume_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self) -> None:
        self.go_on = Button("Go on", "primary", icon="play")
        leave = Button("Leave it for now", "ghost")
        super().__init__(
            "pause", "Paused", "The time stands still, and your words are kept. Breathe.", leave, self.go_on
        )
        self.go_on.clicked.connect(self.resume_wanted)
        leave.clicked.connect(self.leave_wanted)


class EndCard(_Middle):
    """Every question was answered or skipped."""

    result_wanted = Signal()

    def __init__(self) -> None:
        self.button = Button("See how it went", "primary", icon="chart-bar")
        super().__init__("flag", "That was the last question", "", self.button)
        self.button.clicked.connect(self.result_wanted)

    def show_answered(self, answered: int) -> None:
        """With nothing answered there is no result to see."""
        self.sentence.setText(
            "Well done. What was thought of it stays here, and you can answer any of them again."
            if answered
            else "You skipped them all. Nothing is lost: go back to Practice and take another set whenever you like."
        )
        self.sentence.setFixedHeight(self.sentence.heightForWidth(_SENTENCE))
        self.button.setText("See how it went" if answered else "Back to Practice")


class ComingCard(QWidget):
    """Claude is writing the next question, or could not; the bank of questions here is always a way on."""

    cancel_wanted = Signal()
    again_wanted = Signal()
    bank_wanted = Signal()
    settings_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._title = Heading("Claude is writing your first question…", level=2)
        self._skeleton = Skeleton(3, "The question is on its way")
        self._bar = TaskBar()
        self._text = Text(
            "The rest can come from the question bank on this computer: free, and at once.",
            size=Size.SMALL,
            tone="second",
            wrap=True,
        )
        self.bank = Button("Use the question bank", icon="list-bullets")
        self.again = Button("Ask Claude again", icon="sparkle")
        self.again.clicked.connect(self.again_wanted)
        self.bank.clicked.connect(self.bank_wanted)
        self._bar.cancel_wanted.connect(self.cancel_wanted)
        self._bar.again_wanted.connect(self.again_wanted)
        self._bar.settings_wanted.connect(self.settings_wanted)
        self.setLayout(
            column(
                self._title,
                self._skeleton,
                self._bar,
                self._text,
                row(self.bank, self.again, STRETCH),
                STRETCH,
                spacing=Space.L,
                margins=(56, 48, 56, Space.XXXL),
            )
        )

    def show_task(self, task: Task | None, *, first: bool) -> None:
        """``first``: no question has come yet. Without a task that goes on, the rest is still to be asked for."""
        is_on = task is not None and not task.state.is_over
        which = "first" if first else "next"
        self._title.setText(f"Claude is writing your {which} question…" if is_on else "The questions did not all come")
        self._skeleton.setVisible(is_on)
        self._bar.show_task(task, what="Claude is reading the posting")
        self._text.setVisible(not is_on)
        self.bank.setVisible(not is_on)
        self.again.setVisible(not is_on and (task is None or not task.error))

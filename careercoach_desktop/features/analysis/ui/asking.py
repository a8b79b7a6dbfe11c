"""Asking Claude: what for, in which language, what it takes and where the words go, before anything is sent; then how
far it is, or what went wrong."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careercoach_desktop.features.analysis.model.judgement import ClaudeGrew, ClaudeOffer
from careercoach_desktop.foundation.llm.faults import place_of
from careercoach_desktop.foundation.llm.words import estimate_words
from careercoach_desktop.foundation.tasks.model import Task, TaskState
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Banner,
    Bar,
    Button,
    Size,
    Space,
    Text,
    clear,
    column,
    row,
)
from careercoach_desktop.foundation.uikit.moments import clock_words

_KEPT = (
    "Exactly this was asked before, so nothing is sent and it costs nothing. "
    "For another answer, change the text, what it is for or the language."
)


class AskLine(QWidget):
    """The button with its price and what is sent; or, without a key, the way to one. ``asked`` when it is pressed."""

    asked = Signal()
    settings_wanted = Signal()

    def __init__(self, sends: str, *, without_key: str, verb: str = "Ask Claude", kind: str = "primary") -> None:
        """``sends``: what goes out, with ``{host}``; ``without_key``: what a key would add."""
        super().__init__()
        self._kind = kind
        self._sends = sends
        self._without_key = without_key
        self._verb = verb
        self._body: QVBoxLayout = column(spacing=6)
        self.setLayout(self._body)
        self.show_offer(None)

    def show_offer(self, offer: ClaudeOffer | None) -> None:
        """None while it is worked out."""
        clear(self._body)
        if offer is None:
            self._body.addWidget(Text("Working out what it takes…", size=Size.SMALL, tone="third"))
        elif offer.problem is not None and offer.problem.code == "claude-no-key":
            self._say(self._without_key, settings=True)
        elif offer.problem is not None:
            self._say(str(offer.problem), settings=bool(offer.problem.place))
        else:
            self._offer(offer)

    def _offer(self, offer: ClaudeOffer) -> None:
        words = "" if offer.estimate is None else f" · {estimate_words(offer.estimate)}"
        kept = offer.estimate is not None and offer.estimate.kept
        verb = "Show the kept answer" if kept else self._verb
        button = Button(f"{verb}{'' if kept else words}", "secondary" if kept else self._kind, icon="sparkle")
        button.clicked.connect(self.asked)
        model = Text("" if kept else offer.model, size=Size.SMALL, tone="third", elide=True)
        self._body.addLayout(row(button, STRETCH, model))
        said = _KEPT if kept else self._sends.format(host=offer.host)
        self._body.addWidget(Text(said, size=Size.SMALL, tone="third", wrap=True))

    def _say(self, words: str, *, settings: bool) -> None:
        self._body.addWidget(Text(words, size=Size.SMALL, tone="second", wrap=True))
        if settings:
            link = Button("Open Settings", "link", compact=True)
            link.clicked.connect(self.settings_wanted)
            self._body.addLayout(row(link, STRETCH))


class ProgressLine(QWidget):
    """What is being done now, or why it waits, with a way to stop it. ``stopped`` when that is pressed."""

    stopped = Signal()

    def __init__(self, task: Task) -> None:
        super().__init__()
        self._words = Text("", wrap=True)
        self._writing = ""
        self._bar = Bar(None, name="Claude’s progress")
        self._so_far = Text("", tone="second", wrap=True)
        self._so_far.hide()
        cancel = Button("Cancel", "link")
        cancel.clicked.connect(self.stopped)
        head = row(self._words, cancel, spacing=Space.S)
        head.setStretch(0, 1)
        self.setLayout(column(head, self._bar, self._so_far, spacing=Space.S))
        self.task_id = task.id
        self.show_task(task)

    def show_task(self, task: Task) -> None:
        writing = self._writing if task.state is TaskState.RUNNING and not task.cancelling else ""
        self._words.setText(writing or doing(task))
        waits = task.state in (TaskState.RETRYING, TaskState.QUEUED)
        self._bar.setVisible(not waits)  # nothing moves while it only waits
        self._bar.set_value(task.progress)

    def show_growth(self, grew: ClaudeGrew) -> None:
        """What Claude has said so far."""
        if grew.task_id == self.task_id and grew.verdict:
            self._so_far.setText(grew.verdict)
            self._so_far.show()
            count = "" if not grew.remarks else "1 remark" if grew.remarks == 1 else f"{grew.remarks} remarks"
            self._writing = f"Claude is writing… {count}".strip()
            self._words.setText(self._writing)


class FailureBanner(Banner):
    """What went wrong and what to do; its link leads to Settings where it can be put right there, else starts it
    again. ``settings_wanted`` or ``again_wanted`` when it is followed."""

    settings_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, task: Task) -> None:
        place = place_of(task.code)
        words = f"{task.error} {task.next_step}".strip()
        super().__init__(words, "warn", action="Open Settings" if place else "Start it again")
        self.acted.connect(self.settings_wanted if place else self.again_wanted)


def doing(task: Task) -> str:
    if task.cancelling:
        return "Stopping…"
    if task.state is TaskState.RETRYING:
        return f"{task.error} {task.next_step} {again_words(task)}".strip()
    if task.state is TaskState.QUEUED:
        return "Waiting for its turn…"
    return f"{task.note or 'Claude is reading'}…"


def again_words(task: Task) -> str:
    """That nobody has to do anything: it is tried again by itself, and when."""
    if task.next_attempt is None:
        return ""
    return f"It is tried again by itself at {clock_words(task.next_attempt)}."

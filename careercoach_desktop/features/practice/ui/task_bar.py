"""What Claude is doing now, or why it stopped; and the offer to ask it, with what that takes and what is sent."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from careercoach_desktop.foundation.llm.faults import SETTINGS, place_of
from careercoach_desktop.foundation.llm.model import Estimate
from careercoach_desktop.foundation.llm.words import estimate_words, model_name
from careercoach_desktop.foundation.tasks.model import Task, TaskState
from careercoach_desktop.foundation.uikit import STRETCH, Banner, Bar, Button, Size, Space, Text, clear, column, row

_AGAIN = "Start again"
"""As the strip below calls it: both mean the same task, and either press takes both offers away."""


class TaskBar(QWidget):
    """``cancel_wanted`` while it runs or waits, ``again_wanted`` when it was interrupted or failed; ``settings_wanted``
    names the place where the person can put right what went wrong."""

    cancel_wanted = Signal()
    again_wanted = Signal()
    settings_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._state: tuple[object, ...] = ()
        self._doing: Text | None = None
        self._body = column(spacing=Space.S)
        self.setLayout(self._body)
        self.hide()

    def show_task(self, task: Task | None, *, what: str) -> None:
        """None, or one that ended well or was cancelled, shows nothing. ``what`` is said while it tells nothing."""
        state = () if task is None else (task.id, task.state, task.interrupted, task.cancelling, task.error)
        if state == self._state:
            if task is not None and self._doing is not None:
                self._doing.setText(_doing(task, what))
            return
        self._state, self._doing = state, None
        clear(self._body)
        if task is None or task.state in (TaskState.SUCCEEDED, TaskState.CANCELLED):
            self.hide()
            return
        if task.state is TaskState.FAILED:
            self._show_failure(task)
        else:
            self._show_running(task, what)
        self.show()

    def _show_running(self, task: Task, what: str) -> None:
        tone = "amber" if task.state is TaskState.RETRYING else "second"
        self._doing = Text(_doing(task, what), size=Size.SMALL, wrap=True, tone=tone)
        cancel = Button("Cancel", "link", name="Stop Claude")
        cancel.setEnabled(not task.cancelling)
        cancel.clicked.connect(self.cancel_wanted)
        line = row(self._doing, cancel)
        line.setStretch(0, 1)
        self._body.addLayout(line)
        if task.state is not TaskState.RETRYING:
            self._body.addWidget(Bar(None, name=what))

    def _show_failure(self, task: Task) -> None:
        place = place_of(task.code)
        banner = Banner(f"{task.error} {task.next_step}".strip(), "warn", action="Open Settings" if place else _AGAIN)
        banner.acted.connect(lambda: self.settings_wanted.emit(place) if place else self.again_wanted.emit())
        self._body.addWidget(banner)


class ClaudeOffer(QWidget):
    """A button that names the price, and a line that says what is sent. Without a key, what one would add."""

    wanted = Signal()
    settings_wanted = Signal(str)

    def __init__(self, text: str = "Ask Claude", *, adds: str = "") -> None:
        super().__init__()
        self._text = text
        self.button = Button(text, icon="sparkle", compact=True)
        self.button.clicked.connect(self.wanted)
        self._sent = Text("", size=Size.TINY, tone="third", wrap=True)
        self._settings = Button("Open Settings", "link", compact=True)
        self._settings.clicked.connect(lambda: self.settings_wanted.emit(SETTINGS))
        self._adds = adds
        self.setLayout(column(row(self.button, self._settings, STRETCH), self._sent, spacing=Space.XS))
        self.show_offer(None, can=True)
        self.hide()

    def show_offer(self, estimate: Estimate | None, *, can: bool, sends: str = "") -> None:
        """Without an estimate there is nothing to offer; where Claude can't be asked (``can``), only what it adds."""
        has_offer = estimate is not None and can
        if estimate is not None:
            price = "free" if estimate.kept else estimate_words(estimate)
            self.button.setText(f"{self._text} · {price}")
            self.button.setToolTip(model_name(estimate.model))
        self._sent.setText(sends if has_offer else "" if can else self._adds)
        self._sent.setVisible(bool(self._sent.text()))
        self.button.setVisible(has_offer)
        self._settings.setVisible(not can and bool(self._adds))
        self.setVisible(has_offer or (not can and bool(self._adds)))


def _doing(task: Task, what: str) -> str:
    """What is being done now, or why it waits."""
    if task.cancelling:
        return "Stopping…"
    if task.state is TaskState.RETRYING:
        return f"{task.error} {task.next_step}".strip()
    if task.state is TaskState.QUEUED:
        return "Waiting for its turn…"
    return f"{(task.note or what).rstrip('…')}…"

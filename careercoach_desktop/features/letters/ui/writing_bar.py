"""What a letter's writing is doing now, or why it stopped, with what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from careercoach_desktop.foundation.llm.faults import place_of
from careercoach_desktop.foundation.tasks.model import Task, TaskState
from careercoach_desktop.foundation.uikit import Banner, Bar, Button, Space, Text, clear, column, row

WRITE, REWRITE = "letters.write", "letters.rewrite"
TASK_KINDS = (WRITE, REWRITE)
_GROWING = "Claude is writing…"


def is_ours(task: Task, job_id: int) -> bool:
    """Whether a task writes for this job."""
    return task.kind in TASK_KINDS and task.subject == f"job:{job_id}"


def newest(tasks: Sequence[Task], job_id: int) -> Task | None:
    """The last writing for a job; ``tasks`` newest first."""
    return next((task for task in tasks if is_ours(task, job_id)), None)


def is_under_way(task: Task | None) -> bool:
    return task is not None and not task.state.is_over


class WritingBar(QWidget):
    """``cancel_wanted`` while it runs or waits; ``again_wanted`` when it was interrupted; ``settings_wanted`` names the
    place where the person can put right what went wrong."""

    cancel_wanted = Signal()
    again_wanted = Signal()
    settings_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._state: tuple[object, ...] = ()
        self._doing: Text | None = None
        self._grows = False
        self._body = column(spacing=Space.S)
        self.setLayout(self._body)
        self.hide()

    def show_growing(self) -> None:
        """The first words have come."""
        if self._doing is not None and not self._grows:
            self._grows = True
            self._doing.setText(_GROWING)

    def show_task(self, task: Task | None) -> None:
        """None, or one that ended well or was cancelled, shows nothing."""
        state = () if task is None else (task.id, task.state, task.interrupted, task.cancelling, task.error)
        if state == self._state:
            if task is not None and self._doing is not None:
                self._doing.setText(_GROWING if self._grows and task.progress is None else _doing(task))
            return
        self._state, self._doing, self._grows = state, None, False
        clear(self._body)
        if task is None or task.state in (TaskState.SUCCEEDED, TaskState.CANCELLED):
            self.hide()
            return
        if task.state is TaskState.FAILED:
            self._show_failure(task)
        else:
            self._show_running(task)
        self.show()

    def _show_running(self, task: Task) -> None:
        self._doing = Text(_doing(task), wrap=True, tone="amber" if task.state is TaskState.RETRYING else "text")
        cancel = Button("Cancel", "link", tip="Stop; what has come by then is kept as a draft")
        cancel.setEnabled(not task.cancelling)
        cancel.clicked.connect(self.cancel_wanted)
        line = row(self._doing, cancel)
        line.setStretch(0, 1)
        self._body.addLayout(line)
        if task.state is not TaskState.RETRYING:
            self._body.addWidget(Bar(None, name="Writing"))

    def _show_failure(self, task: Task) -> None:
        place = place_of(task.code)
        action = "Start again" if task.interrupted else "Open Settings" if place else ""
        banner = Banner(f"{task.error} {task.next_step}".strip(), "warn", action=action)
        banner.acted.connect(lambda: self.again_wanted.emit() if task.interrupted else self.settings_wanted.emit(place))
        self._body.addWidget(banner)


def _doing(task: Task) -> str:
    """What is being done now, or why it waits."""
    if task.cancelling:
        return "Stopping; what has come is kept as a draft…"
    if task.state is TaskState.RETRYING:
        return f"{task.error} {task.next_step}".strip()
    if task.state is TaskState.QUEUED:
        return "Waiting for its turn…"
    return f"{task.note.rstrip('…')}…" if task.note else "Writing your letter…"

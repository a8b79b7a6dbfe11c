"""The strip at the bottom of the window: what runs now, or that everything is saved; a click leads to all of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame

from careercoach_desktop.foundation.tasks.model import Task, TaskState
from careercoach_desktop.foundation.uikit.buttons import Button
from careercoach_desktop.foundation.uikit.focus import FocusRing
from careercoach_desktop.foundation.uikit.layouts import STRETCH, row
from careercoach_desktop.foundation.uikit.notices import IconView
from careercoach_desktop.foundation.uikit.scores import Bar
from careercoach_desktop.foundation.uikit.texts import Text
from careercoach_desktop.foundation.uikit.tokens import STRIP, Size, Space

_RUNS = (TaskState.RUNNING, TaskState.QUEUED, TaskState.RETRYING)


def _in_progress(task: Task) -> bool:
    """What rests may rest for a day: that is told among the tasks, not at the foot of the window."""
    return task.state in _RUNS and not task.interrupted and not task.rests


class ActivityStrip(FocusRing, QFrame):
    """Shows the running task that was started first; ``opened`` on click, Enter or Space.

    The other signals bring a task's id.
    """

    accessible_role = QAccessible.Role.StatusBar

    opened = Signal()
    cancel_requested = Signal(int)
    again_requested = Signal(int)
    remedy_requested = Signal(int)
    dismiss_requested = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kit", "strip")
        self.setFixedHeight(STRIP)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Activity")
        self._tasks: list[Task] = []
        self._idle = "Everything is saved"
        self._idle_warns = False
        self._shown: int | None = None
        self._remedies: Mapping[int, str] = {}
        self._icon = IconView("check-circle", "green")
        self._title = Text(self._idle, size=Size.SMALL, tone="second", elide=True)
        self._bar = Bar(None, name="Progress of the running task")
        self._bar.setFixedWidth(140)
        self._cancel = self._offer("Cancel", lambda: self._tell(self.cancel_requested))
        self._again = self._offer("Start again", lambda: self._tell(self.again_requested))
        self._remedy = self._offer("Open Settings", lambda: self._tell(self.remedy_requested))
        self._dismiss = self._offer("Dismiss", lambda: self._tell(self.dismiss_requested))
        self._more = Text("", size=Size.SMALL, tone="third")
        self._trailing = Text("", size=Size.SMALL, tone="second")
        offers = (self._cancel, self._remedy, self._again, self._dismiss)
        parts = (self._icon, self._title, self._bar, *offers, self._more, STRETCH, self._trailing)
        self.setLayout(row(*parts, spacing=Space.S + 2, margins=(Space.XL, 1, Space.XL, 0)))
        self._refresh()

    def set_tasks(self, tasks: Sequence[Task], remedies: Mapping[int, str] | None = None) -> None:
        """The tasks worth knowing about: queued, running, waiting for another try, failed, interrupted. ``remedies``:
        for those that the person can put right elsewhere, the words of the button that leads there."""
        self._tasks = list(tasks)
        self._remedies = remedies or {}
        self._refresh()

    def set_idle(self, text: str, *, warns: bool = False) -> None:
        """What to say while nothing runs."""
        self._idle, self._idle_warns = text, warns
        self._refresh()

    def set_trailing(self, text: str) -> None:
        """A word at the right end, for instance what the month cost."""
        self._trailing.setText(text)
        self._trailing.setVisible(bool(text))

    def text(self) -> str:
        """What the strip says now."""
        return self._title.text()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
            return
        super().keyPressEvent(event)

    def _offer(self, text: str, act: Callable[[], None]) -> Button:
        button = Button(text, "ghost", compact=True)
        button.setFont(self._title.font())
        button.setFixedHeight(24)
        button.clicked.connect(act)
        return button

    def _tell(self, request: SignalInstance) -> None:
        if self._shown is not None:
            request.emit(self._shown)

    def _refresh(self) -> None:
        running = sorted(
            (task for task in self._tasks if _in_progress(task)),
            key=lambda task: (task.state != TaskState.RUNNING, task.id),
        )
        stuck = [task for task in self._tasks if task.interrupted or task.state == TaskState.FAILED]
        first = running[0] if running else None
        offered = stuck[0] if stuck and first is None else None
        self._shown = next((task.id for task in (first, offered) if task is not None), None)
        self._bar.setVisible(first is not None)
        self._cancel.setVisible(first is not None)
        remedy = self._remedies.get(offered.id, "") if offered is not None else ""
        self._remedy.setText(remedy)
        self._remedy.setVisible(bool(remedy))
        self._again.setVisible(offered is not None)
        self._dismiss.setVisible(offered is not None)
        if first is not None:
            self._icon.set_icon("lightning", "second")
            self._title.setText(_saying(first))
            self._bar.set_value(first.progress)
            self._cancel.setAccessibleName(f"Cancel: {first.title}")
        elif offered is not None:
            self._icon.set_icon("warning", "amber")
            self._title.setText(_saying(offered))
            self._again.setAccessibleName(f"Start again: {offered.title}")
            self._dismiss.setAccessibleName(f"Dismiss: {offered.title}")
        else:
            looks = ("warning", "amber") if self._idle_warns else ("check-circle", "green")
            self._icon.set_icon(*looks)
            self._title.setText(self._idle)
        others = len(running) + len(stuck) - 1
        self._more.setText(f"and {others} more" if others > 0 else "")
        self.setAccessibleDescription(self._title.text())


def _saying(task: Task) -> str:
    if task.interrupted:
        return f"{task.title} was interrupted"
    if task.state == TaskState.FAILED:
        return f"{task.title} did not work"
    return task.title

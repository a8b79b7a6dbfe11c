"""The strip at the bottom of the window: what runs now, or that everything is saved; a click lists all tasks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from careercoach_desktop.foundation.tasks.model import Task, TaskState
from careercoach_desktop.foundation.uikit.buttons import Button, IconButton
from careercoach_desktop.foundation.uikit.focus import FocusRing
from careercoach_desktop.foundation.uikit.layouts import STRETCH, clear, column, holder, row
from careercoach_desktop.foundation.uikit.notices import IconView
from careercoach_desktop.foundation.uikit.painting import round_corners
from careercoach_desktop.foundation.uikit.scores import Bar
from careercoach_desktop.foundation.uikit.texts import Heading, Line, Text
from careercoach_desktop.foundation.uikit.tokens import STRIP, Radius, Size, Space

_RUNS = (TaskState.RUNNING, TaskState.QUEUED, TaskState.RETRYING)
_POPOVER = 400


def _in_progress(task: Task) -> bool:
    return task.state in _RUNS and not task.interrupted


class ActivityStrip(FocusRing, QFrame):
    """Shows the running task that was started first; click, Enter or Space opens the list of all.

    The three signals bring a task's id.
    """

    accessible_role = QAccessible.Role.StatusBar

    cancel_requested = Signal(int)
    again_requested = Signal(int)
    dismiss_requested = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kit", "strip")
        self.setFixedHeight(STRIP)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Activity")
        self._tasks: list[Task] = []
        self._idle = "Everything is saved"
        self._shown: int | None = None
        self._popover: TaskPopover | None = None
        self._icon = IconView("check-circle", "green")
        self._title = Text(self._idle, size=Size.SMALL, tone="second", elide=True)
        self._bar = Bar(None, name="Progress of the running task")
        self._bar.setFixedWidth(140)
        self._cancel = self._offer("Cancel", lambda: self._tell(self.cancel_requested))
        self._again = self._offer("Start again", lambda: self._tell(self.again_requested))
        self._dismiss = self._offer("Dismiss", lambda: self._tell(self.dismiss_requested))
        self._more = Text("", size=Size.SMALL, tone="third")
        self._trailing = Text("", size=Size.SMALL, tone="second")
        offers = (self._cancel, self._again, self._dismiss)
        parts = (self._icon, self._title, self._bar, *offers, self._more, STRETCH, self._trailing)
        self.setLayout(row(*parts, spacing=Space.S + 2, margins=(Space.XL, 1, Space.XL, 0)))
        self._refresh()

    def set_tasks(self, tasks: Sequence[Task]) -> None:
        """The tasks worth knowing about: queued, running, waiting for another try, failed, interrupted."""
        self._tasks = list(tasks)
        self._refresh()
        if self._popover is not None:
            self._popover.set_tasks(self._tasks)

    def set_idle(self, text: str) -> None:
        """What to say while nothing runs."""
        self._idle = text
        self._refresh()

    def set_trailing(self, text: str) -> None:
        """A word at the right end, for instance what the month cost."""
        self._trailing.setText(text)

    def text(self) -> str:
        """What the strip says now."""
        return self._title.text()

    @property
    def popover(self) -> TaskPopover | None:
        """The open list of tasks."""
        return self._popover

    def open_list(self) -> None:
        """Show all tasks above the strip."""
        if self._popover is not None:
            self._popover.close()
            return
        popover = TaskPopover(self)
        popover.cancel_requested.connect(self.cancel_requested)
        popover.again_requested.connect(self.again_requested)
        popover.dismiss_requested.connect(self.dismiss_requested)
        popover.destroyed.connect(self._forget_popover)
        popover.set_tasks(self._tasks)
        self._popover = popover
        popover.show()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.open_list()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open_list()
            return
        super().keyPressEvent(event)

    def _forget_popover(self) -> None:
        self._popover = None

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
            self._icon.set_icon("check-circle", "green")
            self._title.setText(self._idle)
        others = len(running) + len(stuck) - 1
        self._more.setText(f"and {others} more" if others > 0 else "")
        self.setAccessibleDescription(self._title.text())


class TaskPopover(QFrame):
    """The list of tasks, with what can be done about each."""

    cancel_requested = Signal(int)
    again_requested = Signal(int)
    dismiss_requested = Signal(int)

    def __init__(self, strip: QWidget) -> None:
        super().__init__(strip, Qt.WindowType.Popup)
        self.setProperty("kit", "popover")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName("Tasks")
        self._strip = strip
        self._list: QVBoxLayout = column(spacing=Space.M)
        self._whole = column(Heading("Tasks", 3), self._list, spacing=Space.M, margins=Space.L)
        self.setLayout(self._whole)
        self.setFixedWidth(_POPOVER)

    def set_tasks(self, tasks: Sequence[Task]) -> None:
        """Show these; the popover grows upwards from the strip."""
        clear(self._list)
        for at, task in enumerate(tasks):
            if at:
                self._list.addWidget(Line())
            self._list.addWidget(self._entry(task))
        if not tasks:
            self._list.addWidget(Text("Nothing is running.", tone="second"))
        self.setFixedHeight(self._whole.totalHeightForWidth(_POPOVER))
        corner = self._strip.mapToGlobal(QPoint(Space.L, 0))
        self.move(corner.x(), corner.y() - self.height() - Space.XS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        round_corners(self, Radius.CARD)

    def _entry(self, task: Task) -> QWidget:
        title = Text(task.title, weight=500, elide=True)
        words = column(title, spacing=Space.XS)
        note = _note(task)
        if note:
            words.addWidget(Text(note, size=Size.SMALL, tone="third", wrap=True))
        if _in_progress(task):
            words.addWidget(Bar(task.progress, name=f"Progress: {task.title}"))
        line = row(words, spacing=Space.M)
        line.setStretch(0, 1)
        if _in_progress(task):
            cancel = IconButton("x", f"Cancel: {task.title}")
            cancel.clicked.connect(lambda: self.cancel_requested.emit(task.id))
            line.addWidget(cancel)
            return holder(line)
        if task.interrupted or task.state in (TaskState.FAILED, TaskState.CANCELLED):
            again = Button("Try again", compact=True, name=f"Try again: {task.title}")
            again.clicked.connect(lambda: self.again_requested.emit(task.id))
            line.addWidget(again)
        dismiss = IconButton("x", f"Dismiss: {task.title}")
        dismiss.clicked.connect(lambda: self.dismiss_requested.emit(task.id))
        line.addWidget(dismiss)
        return holder(line)


def _saying(task: Task) -> str:
    if task.interrupted:
        return f"{task.title} was interrupted"
    if task.state == TaskState.FAILED:
        return f"{task.title} did not work"
    return task.title


def _note(task: Task) -> str:
    if task.interrupted:
        return "It was interrupted when the application stopped."
    if task.state == TaskState.FAILED:
        return f"{task.error} {task.next_step}".strip()
    if task.state == TaskState.QUEUED:
        return task.note or "Waiting for its turn"
    if task.state == TaskState.RETRYING:
        return task.note or "Will be tried again in a moment"
    if task.state == TaskState.CANCELLED:
        return "Cancelled"
    return task.note

"""The tasks: what runs, what waits, what became of the rest, newest first; each with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from careercoach_desktop.features.activity.ui.words import state_look, task_line, tr
from careercoach_desktop.foundation.llm.faults import place_of
from careercoach_desktop.foundation.storage.watching import ChangedElsewhere
from careercoach_desktop.foundation.tasks.model import Task, TaskChanged, TaskState
from careercoach_desktop.foundation.uikit import (
    Bar,
    Button,
    Card,
    Desk,
    EmptyState,
    IconButton,
    IconView,
    Line,
    Scroll,
    Size,
    Space,
    Text,
    column,
    holder,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.activity.service import ActivityService

_AT_ONCE = 50
_RESTARTABLE = (TaskState.FAILED, TaskState.CANCELLED)


class TaskList(QWidget):
    """Loads itself and follows what the queue tells."""

    def __init__(self, desk: Desk, service: ActivityService) -> None:
        super().__init__()
        self._desk = desk
        self._service = service
        self._limit = _AT_ONCE
        self._loads = 0
        self._missed = False
        self._rows: dict[int, TaskRow] = {}
        self._card = Card(padding=Space.S, spacing=0)
        self._list: QVBoxLayout = self._card.body
        self._empty = EmptyState(
            "lightning",
            tr("Reading a résumé, fetching a posting, tailoring: what takes a moment is listed here while it runs."),
        )
        self._older = Button(tr("Show older"), "link")
        self._older.clicked.connect(self._show_older)
        self._older.hide()
        content = column(self._card, row(self._older), spacing=Space.S, margins=(0, 0, Space.S, Space.L))
        content.addStretch(1)
        self._scroll = Scroll(holder(content), name=tr("Tasks"))
        whole = column(self._scroll, self._empty, spacing=0)
        self.setLayout(whole)
        self._show([])
        desk.on(TaskChanged, self._on_task, owner=self)
        desk.on(ChangedElsewhere, lambda _event: self.load(), owner=self)
        desk.start(self.load(), owner=self)

    @property
    def rows(self) -> list[TaskRow]:
        """What is listed, newest first."""
        return [self._rows[task_id] for task_id in sorted(self._rows, reverse=True)]

    async def load(self) -> None:
        """What changed while the list was on its way may be missing in it: then it is asked for once more."""
        self._loads += 1
        try:
            tasks = await self._desk.run(self._service.tasks, self._limit + 1)
        finally:
            self._loads -= 1
        if self._missed and not self._loads:
            self._missed = False
            await self.load()
            return
        self._show(tasks[: self._limit])
        self._older.setVisible(len(tasks) > self._limit)

    def _show(self, tasks: list[Task]) -> None:
        wanted = {task.id for task in tasks}
        for task_id in [task_id for task_id in self._rows if task_id not in wanted]:
            self._drop(task_id)
        for task in tasks:
            self._take(task)
        self._judge_emptiness()

    def _on_task(self, event: TaskChanged) -> None:
        task = event.task
        self._missed = self._missed or self._loads > 0
        if task.dismissed:
            if task.id in self._rows:
                self._drop(task.id)
            self._judge_emptiness()
            return
        oldest = min(self._rows, default=0)
        if task.id not in self._rows and task.id < oldest:
            return  # further back than what is listed
        self._take(task)
        self._judge_emptiness()

    def _take(self, task: Task) -> None:
        known = self._rows.get(task.id)
        if known is not None:
            known.show_task(task)
            return
        made = TaskRow(task)
        made.cancel.clicked.connect(partial(self._do, self._service.cancel, task.id))
        made.again.clicked.connect(partial(self._do, self._service.again, task.id))
        made.dismiss.clicked.connect(partial(self._do, self._service.dismiss, task.id))
        made.remedy.clicked.connect(lambda: self._desk.open_remedy(made.place))
        at = sum(1 for task_id in self._rows if task_id > task.id)
        self._rows[task.id] = made
        self._list.insertWidget(at, made)
        for place, one in enumerate(self.rows):
            one.set_first(place == 0)

    def _drop(self, task_id: int) -> None:
        gone = self._rows.pop(task_id)
        self._list.removeWidget(gone)
        gone.deleteLater()
        for one in self.rows[:1]:
            one.set_first(True)

    def _judge_emptiness(self) -> None:
        self._empty.setVisible(not self._rows)
        self._scroll.setVisible(bool(self._rows))

    def _show_older(self) -> None:
        self._limit += _AT_ONCE
        self._desk.start(self.load(), owner=self)

    def _do(self, verb: Callable[[int], None], task_id: int, _checked: bool = False) -> None:
        self._desk.start(self._desk.run(verb, task_id), owner=self)


class TaskRow(QWidget):
    """One task. Its buttons are always there and hidden while they make no sense, so a change never moves the focus."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self.place = ""
        self._line = Line()
        self._icon = IconView("clock")
        self._title = Text("", weight=500, elide=True)
        self._state = Text("", size=Size.SMALL, tone="third", elide=True)
        self._problem = Text("", size=Size.SMALL, tone="second", wrap=True)
        self._bar = Bar(None)
        self.cancel = Button(tr("Cancel"), compact=True)
        self.remedy = Button(tr("Open Settings"), compact=True)
        self.again = Button(tr("Start again"), compact=True)
        self.dismiss = IconButton("x", tr("Dismiss"))
        words = column(self._title, self._state, self._bar, self._problem, spacing=Space.XS)
        line = row(
            holder(column(self._icon, margins=(0, 2, 0, 0))),
            words,
            self.remedy,
            self.again,
            self.cancel,
            self.dismiss,
            spacing=Space.S,
            margins=(Space.S, Space.M, Space.S, Space.M),
        )
        line.setStretch(1, 1)
        self.setLayout(column(self._line, line, spacing=0))
        self.show_task(task)

    @property
    def task(self) -> Task:
        return self._task

    def set_first(self, first: bool) -> None:
        """The first has no line above it."""
        self._line.setVisible(not first)

    def show_task(self, task: Task) -> None:
        self._task = task
        words, icon, ink = state_look(task)
        self._icon.set_icon(icon, ink)
        self._title.setText(task.title)
        self._state.setText(task_line(task))
        runs = not task.state.is_over
        problem = f"{task.error} {task.next_step}".strip() if task.state is TaskState.FAILED else ""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self._bar.setVisible(task.state is TaskState.RUNNING)
        self._bar.set_value(task.progress)
        self.place = place_of(task.code) if task.state is TaskState.FAILED else ""
        self.remedy.setVisible(bool(self.place))
        self.cancel.setVisible(runs)
        self.cancel.setEnabled(not task.cancelling)
        self.again.setVisible(task.state in _RESTARTABLE)
        self.dismiss.setVisible(not runs)
        for button in (self.cancel, self.again, self.dismiss):
            button.setAccessibleName(f"{button.toolTip() or button.text()}: {task.title}")
        self.setAccessibleName(f"{task.title}: {words}")

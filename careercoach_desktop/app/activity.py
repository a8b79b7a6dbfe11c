"""Feeds the activity strip: what runs, what was interrupted, what the month cost, whether Claude can be reached."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, QTimer

from careercoach_desktop.features.activity.model import Spending
from careercoach_desktop.features.activity.service import ActivityService
from careercoach_desktop.features.jobs.service import CAPTURE_TASK
from careercoach_desktop.features.resumes.service.reading import PICTURE_TASK, READ_TASK
from careercoach_desktop.features.settings.model import BackedUp
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.faults import place_of
from careercoach_desktop.foundation.llm.model import BudgetNearlyReached, CallRecorded, ClaudeReached, ClaudeUnreachable
from careercoach_desktop.foundation.llm.words import dollars
from careercoach_desktop.foundation.settings.endpoints import ANTHROPIC, host_of
from careercoach_desktop.foundation.settings.model import SettingsChanged
from careercoach_desktop.foundation.storage.backup import last_backup_time
from careercoach_desktop.foundation.storage.watching import ChangedElsewhere
from careercoach_desktop.foundation.tasks.model import Task, TaskChanged, TaskState
from careercoach_desktop.foundation.tasks.queue import TaskQueue
from careercoach_desktop.foundation.uikit import ActivityStrip, Desk, SidebarNav, Toast, moment_words
from careercoach_desktop.foundation.uikit.desk import REMEDIES

TOLD_ELSEWHERE = (CAPTURE_TASK, READ_TASK, PICTURE_TASK)
"""When these fail, the job's or the résumé's own card says so."""


class StripPresenter(QObject):
    """Keeps the strip, and the count beside Activity, true while one workspace is open."""

    def __init__(
        self,
        strip: ActivityStrip,
        sidebar: SidebarNav,
        desk: Desk,
        queue: TaskQueue,
        activity: ActivityService,
        folder: Path,
    ) -> None:
        super().__init__(desk)
        self._strip = strip
        self._sidebar = sidebar
        self._desk = desk
        self._queue = queue
        self._activity = activity
        self._folder = folder
        self._tasks: dict[int, Task] = {}
        self._dismissed: set[int] = set()
        self._safe = "Everything is saved"
        self._unreachable: dict[str, Toast | None] = {}
        self._summing = self._stale = False
        self._catching_up: list[set[int]] = []
        """For each reading under way, the tasks that told of themselves meanwhile: what was read of them is old."""
        strip.opened.connect(self._open)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show)
        strip.cancel_requested.connect(self._cancel)
        strip.again_requested.connect(self._again)
        strip.remedy_requested.connect(self._remedy)
        strip.dismiss_requested.connect(self._dismiss)
        desk.on(TaskChanged, self._on_task, owner=self)
        desk.on(ChangedElsewhere, lambda _event: self._catch_up(), owner=self)
        desk.on(BackedUp, lambda _event: self._say_safe(), owner=self)
        desk.on(ClaudeUnreachable, self._on_unreachable, owner=self)
        desk.on(ClaudeReached, self._on_reached, owner=self)
        desk.on(BudgetNearlyReached, self._on_nearly_spent, owner=self)
        for event in (CallRecorded, SettingsChanged, ChangedElsewhere):
            desk.on(event, lambda _event: self._say_spent(), owner=self)

    async def load(self) -> None:
        """Show what is waiting, running or interrupted from before; what a crash left may be settled meanwhile."""
        self._strip.set_trailing("")
        await self._catch_up()
        self._desk.start(self._say_spent(), owner=self)  # the first page need not wait for a sum

    # Tasks ----------------------------------------------------------------------------------------------------

    async def _catch_up(self) -> None:
        """Read anew what is stored: another process (a command, or one that died) queued, moved on or ended tasks; what
        is over there was told there."""
        heard: set[int] = set()
        self._catching_up.append(heard)
        try:
            stored = await self._desk.run(self._queue.active)
        finally:
            self._catching_up.remove(heard)
        kept = {number: task for number, task in self._tasks.items() if task.state.is_over or number in heard}
        self._tasks = {task.id: task for task in stored if task.id not in heard} | kept
        self._show()
        await self._say_safe()

    def _on_task(self, event: TaskChanged) -> None:
        task = event.task
        for heard in self._catching_up:
            heard.add(task.id)
        if self._is_worth_knowing(task):
            self._tasks[task.id] = task
        else:
            self._tasks.pop(task.id, None)
        self._soon.start()  # changes that come together are shown together

    def _is_worth_knowing(self, task: Task) -> bool:
        if not task.state.is_over:
            return True
        failed_unseen = task.state is TaskState.FAILED and task.kind not in TOLD_ELSEWHERE
        unseen = not task.dismissed and task.id not in self._dismissed
        return (task.interrupted or failed_unseen) and unseen

    def _show(self) -> None:
        places = {task.id: place_of(task.code) for task in self._tasks.values() if task.state is TaskState.FAILED}
        remedies = {task_id: REMEDIES[place][0] for task_id, place in places.items() if place}
        self._strip.set_tasks(list(self._tasks.values()), remedies)
        self._sidebar.set_count("activity", sum(not task.state.is_over for task in self._tasks.values()))

    def _open(self) -> None:
        self._desk.open("activity")

    def _cancel(self, task_id: int) -> None:
        self._desk.start(self._desk.run(self._queue.cancel, task_id), owner=self)

    def _again(self, task_id: int) -> None:
        self._desk.start(self._desk.run(self._queue.again, task_id), owner=self)

    def _remedy(self, task_id: int) -> None:
        if (task := self._tasks.get(task_id)) is not None:
            self._desk.open_remedy(place_of(task.code))

    def _dismiss(self, task_id: int) -> None:
        async def dismiss() -> None:
            self._dismissed.add(task_id)
            await self._desk.run(self._queue.dismiss, task_id)
            self._tasks.pop(task_id, None)
            self._show()

        self._desk.start(dismiss(), owner=self)

    # What is said while nothing runs --------------------------------------------------------------------------

    async def _say_safe(self) -> None:
        when = await self._desk.run(last_backup_time, self._folder)
        said = f" · last backup {moment_words(when)}" if when else ""
        self._safe = f"Everything is saved{said}"
        self._say_idle()

    def _say_idle(self) -> None:
        if self._unreachable:
            who = _name(next(iter(self._unreachable)))
            self._strip.set_idle(f"{self._safe} · {who} can’t be reached at the moment", warns=True)
        else:
            self._strip.set_idle(self._safe)

    def _on_unreachable(self, event: ClaudeUnreachable) -> None:
        if event.endpoint not in self._unreachable:
            said = f"{_name(event.endpoint)} can’t be reached. Everything that needs no Claude goes on."
            self._unreachable[event.endpoint] = self._desk.toast(said)
        self._say_idle()

    def _on_reached(self, event: ClaudeReached) -> None:
        toast = self._unreachable.pop(event.endpoint, None)
        if toast is not None and self._desk.toasts is not None and toast in self._desk.toasts.toasts:
            toast.leave()
        self._say_idle()

    # Money ----------------------------------------------------------------------------------------------------

    def _on_nearly_spent(self, event: BudgetNearlyReached) -> None:
        spent, limit = dollars(event.budget.spent), dollars(event.budget.limit)
        self._desk.toast(
            f"{spent[:1].upper()}{spent[1:]} of this month’s {limit} for Claude are spent.",
            action="See where it went",
            on_action=lambda: self._desk.open("activity", section="spending"),
            tone="warn",
            kind="budget",
        )

    async def _say_spent(self) -> None:
        """Many calls at once are summed once more when the sum under way is there."""
        self._stale = True
        if self._summing:
            return
        self._summing = True
        try:
            while self._stale:
                self._stale = False
                self._strip.set_trailing(await self._spent())
        finally:
            self._summing = False

    async def _spent(self) -> str:
        try:
            return _spent_words(await self._desk.run(self._activity.spending))
        except UserError as problem:  # a setting that can't be read, say: told, and no reason to keep anybody out
            self._desk.report(problem)
            return ""


def _spent_words(spending: Spending) -> str:
    """``November: $1.42 of $10``; nothing while nothing was ever spent."""
    if not spending.ever.cost and not spending.ever.unknown:
        return ""
    now = datetime.now().astimezone()
    month = QLocale().standaloneMonthName(now.month)
    limit = spending.budget.limit
    of = f" of {dollars(limit).removesuffix('.00')}" if limit is not None else ""
    return f"{month}: {dollars(spending.budget.spent)}{of}"


def _name(host: str) -> str:
    return "Claude" if host == host_of(ANTHROPIC) else f"The server at {host}"

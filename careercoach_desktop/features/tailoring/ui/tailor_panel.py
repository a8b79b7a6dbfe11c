"""The drawer's Tailor tab: start a tailoring, see it run, come back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.jobs.model import Job
from careercoach_desktop.features.tailoring.model import Decision, Tailoring, TailoringChanged, TailoringReady
from careercoach_desktop.features.tailoring.ui.starter import TASK_KIND, TailoringStarter
from careercoach_desktop.foundation.tasks.model import Task, TaskChanged, TaskState
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Badge,
    Bar,
    Button,
    Card,
    Desk,
    Heading,
    Scroll,
    Space,
    Text,
    clear,
    column,
    moment_words,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.tailoring.service import TailoringService
    from careercoach_desktop.foundation.tasks.queue import TaskQueue

_PROMISE = (
    "Your résumé, arranged for this posting: what they ask for comes first, in your own words. "
    "Nothing is invented; you accept or reject every change."
)


class TailorPanel(QWidget):
    """One of three states: nothing yet, running, or a draft to review."""

    def __init__(self, desk: Desk, tailoring: TailoringService, queue: TaskQueue, starter: TailoringStarter) -> None:
        super().__init__()
        self._desk = desk
        self._tailoring = tailoring
        self._starter = starter
        self._queue = queue
        self._job: Job | None = None
        self._body = column(spacing=16, margins=(Space.XL, Space.L, Space.XL, Space.XL))
        self.setLayout(column(Scroll(column(self._body, spacing=0), "Tailor")))
        desk.on(TailoringReady, self._on_draft, owner=self)
        desk.on(TailoringChanged, self._on_draft, owner=self)
        desk.on(TaskChanged, self._on_task, owner=self)

    def show_job(self, job: Job) -> None:
        self._job = job
        self._reload()

    def _on_draft(self, event: TailoringReady | TailoringChanged) -> None:
        if self._job is not None and event.job_id == self._job.id:
            self._reload()

    def _on_task(self, event: TaskChanged) -> None:
        task = event.task
        if self._job is None or not self._is_ours(task, self._job):
            return
        if task.state is TaskState.RUNNING and (bar := self.findChild(Bar)) is not None:
            bar.set_value(task.progress)
            return
        self._reload()

    @staticmethod
    def _is_ours(task: Task, job: Job) -> bool:
        return task.kind == TASK_KIND and task.subject == f"job:{job.id}"

    def _reload(self) -> None:
        if self._job is not None:
            self._desk.start(self._load(self._job), owner=self)

    async def _load(self, job: Job) -> None:
        latest = await self._desk.run(self._tailoring.latest_for, job.id)
        active = await self._desk.run(self._queue.active)
        if self._job is job:
            running = next((task for task in active if self._is_ours(task, job) and not task.state.is_over), None)
            clear(self._body)
            if running is not None:
                self._show_running(running)
            elif latest is None:
                self._show_nothing_yet(job)
            else:
                self._show_draft(job, latest)
            self._body.addStretch(1)

    def _show_nothing_yet(self, job: Job) -> None:
        self._body.addWidget(Text(_PROMISE, tone="second", wrap=True))
        start = Button("Tailor my résumé", "primary", icon="sparkle")
        start.clicked.connect(lambda: self._starter.start(job))
        self._body.addLayout(row(start, STRETCH, Text("on this computer, nothing sent", size=12, tone="third")))

    def _show_running(self, task: Task) -> None:
        cancel = Button("Cancel", "link")
        cancel.clicked.connect(lambda: self._desk.start(self._desk.run(self._queue.cancel, task.id), owner=self))
        self._body.addLayout(row(Text("Tailoring your résumé …"), STRETCH, cancel))
        self._body.addWidget(Bar(task.progress, name="Tailoring progress"))

    def _show_draft(self, job: Job, latest: Tailoring) -> None:
        draft = latest.draft
        card = Card(padding=16)
        accepted = sum(change.decision is Decision.ACCEPTED for change in draft.changes)
        changes = "1 change" if len(draft.changes) == 1 else f"{len(draft.changes)} changes"
        badge = Badge(f"{draft.score_before} → {draft.score_after}") if draft.score_after is not None else None
        head = row(Heading(f"{changes} · {accepted} accepted", level=2), STRETCH, *([badge] if badge else []))
        card.add(head)
        for change in draft.changes[:4]:
            line = Text(f"{change.title} — {change.headline}", size=12, tone="second", elide=True)
            card.add(line)
        if len(draft.changes) > 4:
            card.add(Text(f"and {len(draft.changes) - 4} more", size=12, tone="third"))
        self._body.addWidget(card)
        review = Button("Review changes", "primary")
        review.clicked.connect(lambda: self._desk.open("tailoring.review", latest.id))
        again = Button("Tailor again")
        again.clicked.connect(lambda: self._starter.start(job))
        made = moment_words(latest.created)
        self._body.addLayout(row(review, again, STRETCH, Text(f"made {made}", size=12, tone="third"), spacing=8))

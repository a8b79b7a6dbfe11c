"""The quiet offer in the Overview: what Claude could fill in, for how much; then how it goes, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.jobs.model import CaptureState, FillOffer, Job, PostingFilled
from careercoach_desktop.features.jobs.ui.words import field_words, tr
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.faults import place_of
from careercoach_desktop.foundation.llm.model import KeyChanged
from careercoach_desktop.foundation.llm.words import estimate_words
from careercoach_desktop.foundation.settings.model import SettingsChanged
from careercoach_desktop.foundation.tasks.model import Task, TaskChanged, TaskState
from careercoach_desktop.foundation.uikit import Banner, Bar, Button, Desk, Space, Text, clear, column, holder, row

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service.filling import FillService
    from careercoach_desktop.foundation.tasks.queue import TaskQueue

TASK_KIND = "jobs.fill"
_MOST_NAMED = 3


class FillBanner(QWidget):
    """Nothing to see without a key or without gaps. Filling can be undone like any other change."""

    def __init__(self, desk: Desk, filling: FillService, queue: TaskQueue) -> None:
        super().__init__()
        self._desk = desk
        self._filling = filling
        self._queue = queue
        self._job: Job | None = None
        self._body = column(spacing=Space.S)
        self.setLayout(self._body)
        self.hide()
        desk.on(TaskChanged, self._on_task, owner=self)
        desk.on(PostingFilled, self._on_filled, owner=self)
        desk.on(KeyChanged, lambda _event: self._reload(), owner=self)
        desk.on(SettingsChanged, lambda _event: self._reload(), owner=self)

    def show_job(self, job: Job) -> None:
        """Show the job, or what changed of it."""
        if self._job is None or self._job.id != job.id:
            self.hide()
        self._job = job
        self._reload()

    def _on_task(self, event: TaskChanged) -> None:
        task = event.task
        if self._job is None or not _is_ours(task, self._job):
            return
        if task.state is not TaskState.RUNNING or self.findChild(Bar) is None:
            self._reload()

    def _reload(self) -> None:
        if self._job is not None:
            self._desk.start(self._load(self._job), owner=self)

    async def _load(self, job: Job) -> None:
        tasks = await self._desk.run(self._queue.latest)
        newest = next((task for task in tasks if _is_ours(task, job)), None)
        running = newest is not None and not newest.state.is_over
        try:
            offer = None if running else await self._desk.run(self._filling.offer, job.id)
        except UserError:  # the keychain is locked, or the job is gone: whoever presses a button hears of it
            offer = None
        if self._job is not job:
            return
        clear(self._body)
        if running and newest is not None:
            self._show_running(newest)
        else:
            if newest is not None and newest.state is TaskState.FAILED:
                self._show_failure(newest)
            if offer is not None:
                self._show_offer(job, offer)
        self.setVisible(self._body.count() > 0)

    def _show_offer(self, job: Job, offer: FillOffer) -> None:
        what = tr("Claude can read the kept page")
        if job.capture is CaptureState.READ:
            what = tr("Claude can look for {0} on the kept page").format(field_words(offer.fields, _MOST_NAMED))
        if offer.estimate.kept:
            words = f"{what}: {estimate_words(offer.estimate)}."
        else:
            sent = tr("Its text is sent to {0}.").format(offer.host)
            words = f"{what} · {estimate_words(offer.estimate)}. {sent}"
        banner = Banner(words, icon="sparkle", action=tr("Ask Claude"))
        banner.acted.connect(lambda: self._desk.start(self._desk.run(self._filling.start, job.id), owner=self))
        self._body.addWidget(banner)

    def _show_running(self, task: Task) -> None:
        cancel = Button(tr("Cancel"), "link")
        cancel.clicked.connect(lambda: self._desk.start(self._desk.run(self._queue.cancel, task.id), owner=self))
        retrying = f"{task.error} {task.next_step}"
        doing = retrying if task.state is TaskState.RETRYING else tr("Claude is reading the posting…")
        head = row(Text(doing, size=12, tone="second", wrap=True), cancel)
        head.setStretch(0, 1)
        self._body.addWidget(holder(head))
        self._body.addWidget(Bar(task.progress, name=tr("Reading with Claude")))

    def _show_failure(self, task: Task) -> None:
        place = place_of(task.code)
        words = f"{task.error} {task.next_step}".strip()
        banner = Banner(words, "warn", action=tr("Open Settings") if place else "")
        banner.acted.connect(lambda: self._desk.open_remedy(place))
        self._body.addWidget(banner)

    def _on_filled(self, event: PostingFilled) -> None:
        """Say what was filled in, and offer to take it back."""
        filled: dict[str, object] = {}

        async def undo() -> None:
            filled.update(await self._desk.run(self._filling.put, event.job_id, event.before, undoing=True))

        async def redo() -> None:
            await self._desk.run(self._filling.put, event.job_id, filled)

        words = tr("Claude filled in {0}.").format(field_words(event.fields, _MOST_NAMED))
        change = self._desk.undo.push(tr("Fill in with Claude"), undo, redo)
        self._desk.offer_undo(words, change)


def _is_ours(task: Task, job: Job) -> bool:
    return task.kind == TASK_KIND and task.subject == f"job:{job.id}"

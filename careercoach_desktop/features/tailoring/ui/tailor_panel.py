"""The drawer's Tailor tab: start a tailoring, see it run, come back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from careercoach_desktop.features.jobs.model import Job
from careercoach_desktop.features.resumes.model import ResumeChanged, ResumeRead, ResumeRemoved
from careercoach_desktop.features.tailoring.model import (
    ClaudeOffer,
    Decision,
    GrowingChange,
    Tailoring,
    TailoringChanged,
    TailoringGrows,
    TailoringReady,
    Wishes,
)
from careercoach_desktop.features.tailoring.ui.starter import TASK_KINDS, TailoringStarter
from careercoach_desktop.features.tailoring.ui.ways import CLAUDE, TailorWays
from careercoach_desktop.features.tailoring.ui.wishes_form import Said, WishesForm
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.faults import SETTINGS, place_of
from careercoach_desktop.foundation.llm.model import KeyChanged
from careercoach_desktop.foundation.settings.model import SettingsChanged
from careercoach_desktop.foundation.tasks.model import Task, TaskChanged, TaskState
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Badge,
    Banner,
    Bar,
    Button,
    Card,
    Desk,
    EmptyState,
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
_HALTED = "Stopped before the end. What had come by then waits for your review."
# a press of the button says these
_NOTHING_TO_OFFER = ("no-resume", "posting-empty", "job-gone")


class TailorPanel(QWidget):
    """One of three states: nothing yet, running, or a draft to review; what went wrong stands above the choices."""

    def __init__(self, desk: Desk, tailoring: TailoringService, queue: TaskQueue, starter: TailoringStarter) -> None:
        super().__init__()
        self._desk = desk
        self._tailoring = tailoring
        self._starter = starter
        self._queue = queue
        self._job: Job | None = None
        self._doing: Text | None = None
        self._wishes: WishesForm | None = None
        self._ways: TailorWays | None = None
        self._typed: Said | None = None
        """What was typed stays while the page is drawn anew."""
        self._growing: tuple[int, tuple[GrowingChange, ...]] = (0, ())
        """The task whose changes are coming, and those that came."""
        self._coming: QVBoxLayout | None = None
        self._lines: list[GrowingLine] = []
        self._told = 0
        """How often tasks told of themselves: what was read before the last time is old."""
        self._body = column(spacing=16, margins=(Space.XL, Space.L, Space.XL, Space.XL))
        self.setLayout(column(Scroll(column(self._body, spacing=0), "Tailor")))
        desk.on(TailoringReady, self._on_draft, owner=self)
        desk.on(TailoringChanged, self._on_draft, owner=self)
        desk.on(TailoringGrows, self._on_growing, owner=self)
        desk.on(TaskChanged, self._on_task, owner=self)
        for event in (ResumeRead, ResumeChanged, ResumeRemoved):
            desk.on(event, lambda _event: self._reload(), owner=self)
        desk.on(KeyChanged, lambda _event: self._reload(), owner=self)
        desk.on(SettingsChanged, lambda _event: self._reload(), owner=self)

    def show_job(self, job: Job) -> None:
        if self._job is None or self._job.id != job.id:
            self._wishes, self._typed = None, None
        self._job = job
        self._reload()

    def _on_draft(self, event: TailoringReady | TailoringChanged) -> None:
        if self._job is not None and event.job_id == self._job.id:
            self._reload()

    def _on_growing(self, event: TailoringGrows) -> None:
        if self._job is not None and event.job_id == self._job.id:
            self._growing = (event.task_id, event.changes)
            self._show_growing()

    def _on_task(self, event: TaskChanged) -> None:
        task = event.task
        if self._job is None or not self._is_ours(task, self._job):
            return
        self._told += 1
        if task.state is TaskState.RUNNING and not task.cancelling and (bar := self.findChild(Bar)) is not None:
            bar.set_value(task.progress)
            if self._doing is not None:
                self._doing.setText(_doing(task))
            return
        self._reload()

    @staticmethod
    def _is_ours(task: Task, job: Job) -> bool:
        return task.kind in TASK_KINDS and task.subject == f"job:{job.id}"

    def _reload(self) -> None:
        if self._job is not None:
            self._desk.start(self._load(self._job), owner=self)

    async def _load(self, job: Job) -> None:
        told = self._told
        latest = await self._desk.run(self._tailoring.latest_for, job.id)
        tasks = await self._desk.run(self._queue.latest)
        newest = next((task for task in tasks if self._is_ours(task, job)), None)
        running = newest if newest is not None and not newest.state.is_over else None
        wishes = self._present_wishes(latest)
        offer, trouble, code = (None, "", "") if running is not None else await self._offer(job, wishes)
        if self._job is not job:
            return
        if told != self._told:
            self._reload()
            return
        if self._wishes is not None:
            self._typed, self._wishes = self._wishes.said(), None
        clear(self._body)
        self._doing = self._coming = self._ways = None
        if code == "no-resume" and latest is None:
            self._show_no_resume(trouble)
            return
        if running is not None:
            self._show_running(running)
        elif latest is None:
            self._body.addWidget(Text(_PROMISE, tone="second", wrap=True))
        else:
            self._show_draft(latest)
        if running is None:
            if newest is not None and newest.state is TaskState.FAILED:
                self._show_failure(newest)
            if trouble and code not in _NOTHING_TO_OFFER:
                self._body.addWidget(Banner(trouble, "warn"))
            if latest is not None:
                self._body.addWidget(Heading("Tailor again", level=3))
            self._show_wishes(self._present_wishes(latest), again=latest is not None)
            self._show_ways(job, offer, quiet=latest is not None)
            if self._wished() != wishes:  # they were changed while the offer was made
                self._desk.start(self._offer_anew(), owner=self)
        self._body.addStretch(1)

    async def _offer(self, job: Job, wishes: Wishes) -> tuple[ClaudeOffer | None, str, str]:
        """What Claude would take, or why that can't be said, and the code of why."""
        try:
            return await self._desk.work(self._tailoring.offer, job.id, None, wishes), "", ""
        except UserError as error:
            return None, str(error), error.code

    def _show_no_resume(self, why: str) -> None:
        """As the Match tab says it: a button that could only fail is not shown."""
        empty = EmptyState("files", why, action="Go to Résumés")
        empty.acted.connect(lambda: self._desk.open("resumes"))
        self._body.addWidget(empty)
        self._body.addStretch(1)

    def _show_ways(self, job: Job, offer: ClaudeOffer | None, *, quiet: bool) -> None:
        ways = self._ways = TailorWays(offer, quiet=quiet)
        ways.chosen.connect(lambda way: self._starter.start(job, with_claude=way == CLAUDE, wishes=self._wished()))
        ways.settings_wanted.connect(lambda: self._desk.open_remedy(SETTINGS))
        self._body.addWidget(ways)

    def _show_wishes(self, wishes: Wishes, *, again: bool) -> None:
        form = WishesForm(self._typed[1] if self._typed is not None else None)
        form.offer(wishes, again=again)
        form.changed.connect(lambda: self._desk.start(self._offer_anew(), owner=self))
        self._wishes = form
        self._body.addWidget(form)

    def _present_wishes(self, latest: Tailoring | None) -> Wishes:
        """What was typed, else the focus of the last time. What they decided is kept, unless they said otherwise:
        changes that nobody has looked at would leave another answer no room."""
        typed = self._typed if self._wishes is None else self._wishes.said()
        before = latest.draft.focus if latest is not None else ()
        focus, keep = typed if typed is not None else (before, None)
        decided = latest is None or latest.is_decided
        return Wishes(focus=focus, keep=decided if keep is None else keep)

    async def _offer_anew(self) -> None:
        """Other wishes may take another call."""
        job, ways, form = self._job, self._ways, self._wishes
        if job is None or ways is None or form is None:
            return
        wishes = form.wishes()
        offer, _trouble, _code = await self._offer(job, wishes)
        if ways is not self._ways or self._wished() != wishes:
            return  # whatever changed them, or the page, asks again
        if offer is not None:
            ways.show_offer(offer)

    def _wished(self) -> Wishes:
        return self._wishes.wishes() if self._wishes is not None else Wishes()

    def _show_failure(self, task: Task) -> None:
        """What happened and what to do, with the way there when it is in Settings."""
        place = place_of(task.code)
        banner = Banner(f"{task.error} {task.next_step}".strip(), "warn", action="Open Settings" if place else "")
        banner.acted.connect(lambda: self._desk.open_remedy(place))
        self._body.addWidget(banner)

    def _show_running(self, task: Task) -> None:
        cancel = Button("Cancel", "link")
        cancel.clicked.connect(lambda: self._desk.start(self._desk.run(self._queue.cancel, task.id), owner=self))
        self._doing = Text(_doing(task), wrap=True)
        head = row(self._doing, cancel)
        head.setStretch(0, 1)
        self._body.addLayout(head)
        self._body.addWidget(Bar(task.progress, name="Tailoring progress"))
        self._coming, self._lines = column(spacing=8), []
        self._body.addLayout(self._coming)
        if self._growing[0] != task.id:
            self._growing = (task.id, ())
        self._show_growing()

    def _show_growing(self) -> None:
        """The changes as they come: what stands there grows, what is new joins it."""
        changes = self._growing[1]
        if self._coming is None:
            return
        shown = len(self._lines)
        for at, change in enumerate(changes):
            if at < shown:
                self._lines[at].show_change(change)
            else:
                self._lines.append(GrowingLine(change))
                self._coming.addWidget(self._lines[-1])

    def _show_draft(self, latest: Tailoring) -> None:
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
        made = f"made {moment_words(latest.created)}"
        if draft.incomplete:
            self._body.addWidget(Banner(_HALTED, "warn", icon="info"))
        self._body.addLayout(row(review, STRETCH, Text(made, size=12, tone="third"), spacing=8))
        if draft.recommendations:
            self._body.addWidget(_suggestions(draft.recommendations))


class GrowingLine(QWidget):
    """A change that is being written: where, and why."""

    def __init__(self, change: GrowingChange) -> None:
        super().__init__()
        self._title = Text("", weight=600)
        self._reason = Text("", size=12, tone="second", wrap=True)
        self.setLayout(column(self._title, self._reason, spacing=2))
        self.show_change(change)

    def show_change(self, change: GrowingChange) -> None:
        self._title.setText(change.title)
        self._reason.setText(change.reason)
        self._reason.setVisible(bool(change.reason))


def _suggestions(recommendations: list[str]) -> Card:
    card = Card("Claude also suggests", padding=16)
    for one in recommendations:
        card.add(Text(one, size=12, tone="second", wrap=True))
    return card


def _doing(task: Task) -> str:
    """What is being done now, or why it waits."""
    if task.state is TaskState.RETRYING:
        return f"{task.error} {task.next_step}"
    return f"{task.note}…" if task.note and task.kind != TASK_KINDS[0] else "Tailoring your résumé…"

"""The drawer's Analysis tab: a job read closely by rules at once, and by Claude when the person asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from careercoach_desktop.features.analysis.model.job import AnalysedJob, JobAnalysed
from careercoach_desktop.features.analysis.model.judgement import ClaudeGrew, ClaudeOffer
from careercoach_desktop.features.analysis.ui.asking import AskLine, FailureBanner, ProgressLine
from careercoach_desktop.features.analysis.ui.job_sections import JobSections, rules_line
from careercoach_desktop.features.analysis.ui.words import LANGUAGE_NAMES
from careercoach_desktop.features.jobs.model import CaptureState, Job, JobChanged
from careercoach_desktop.features.profile.model import ProfileChanged
from careercoach_desktop.features.resumes.model import (
    ReadingState,
    ResumeCard,
    ResumeChanged,
    ResumeRead,
    ResumeRemoved,
)
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.faults import SETTINGS
from careercoach_desktop.foundation.llm.model import KeyChanged
from careercoach_desktop.foundation.settings.model import SettingsChanged
from careercoach_desktop.foundation.tasks.model import Task, TaskChanged, TaskState
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Banner,
    Button,
    Card,
    ComboButton,
    Desk,
    EmptyState,
    Line,
    Scroll,
    Size,
    Skeleton,
    Space,
    Text,
    clear,
    column,
    holder,
    recall,
    remember,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.analysis.service import JobAnalysisService
    from careercoach_desktop.features.resumes.service import ResumeService

_TASK = "analysis.job"
_LANGUAGE = "analysis.language"
_SENDS = "Sends this posting and the résumé without name and contact details to {host}. Quotations are checked here."
_WITHOUT_KEY = "With a Claude key of your own, Claude can read between the lines, too."
_STALE = "The posting or your résumé has changed since Claude looked: its view is about an earlier version."

_PART = "Claude did not get to the end: its view holds what had come by then."


class JobAnalysisPanel(QWidget):
    """Shows one job; ``show_job`` as the drawer asks of its panels."""

    def __init__(self, desk: Desk, analyses: JobAnalysisService, resumes: ResumeService) -> None:
        super().__init__()
        self._desk = desk
        self._analyses = analyses
        self._resumes = resumes
        self._job: Job | None = None
        self._resume_id: int | None = None
        self._failed: Task | None = None
        self._found: AnalysedJob | None = None
        self._looks = 0
        self._is_old = False
        self._progress: ProgressLine | None = None
        self._ask_line: AskLine | None = None
        self._body = column(spacing=Space.L, margins=(Space.XL, Space.L, Space.XL, Space.XL))
        content = holder(column(self._body, spacing=0))
        # As tall as the lines are at the width they have: the least height of wrapped lines is that of a narrow column.
        content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._foot = column(spacing=6, margins=(Space.XL, Space.M, Space.XL, Space.M))
        self._foot_holder = holder(column(Line(), self._foot, spacing=0))
        self._foot_holder.hide()
        self.setLayout(column(Scroll(content, "Analysis"), self._foot_holder, spacing=0))
        desk.on(TaskChanged, self._on_task, owner=self)
        desk.on(ClaudeGrew, self._on_grew, owner=self)
        desk.on(JobAnalysed, self._on_job, owner=self)
        desk.on(JobChanged, self._on_job, owner=self)
        for about in (ResumeRead, ResumeChanged, ResumeRemoved, ProfileChanged):
            desk.on(about, self._on_something, owner=self)
        for setting in (KeyChanged, SettingsChanged):
            desk.on(setting, lambda _event: self._price(), owner=self)

    @property
    def found(self) -> AnalysedJob | None:
        """What it shows now."""
        return self._found

    def show_job(self, job: Job) -> None:
        """Shows the skeleton at once and what the rules say as soon as it is there."""
        if self._job is None or self._job.id != job.id:
            self._found, self._failed = None, None
            clear(self._body)
            self._body.addWidget(Skeleton(lines=6))
            self._body.addStretch(1)
        self._job = job
        self._refresh()

    def _refresh(self) -> None:
        if self._job is not None:
            self._desk.start(self._load(self._job), owner=self)

    async def _load(self, job: Job) -> None:
        self._looks += 1
        look = self._looks  # what an older look found is no longer so
        cards = [card for card in await self._desk.run(self._resumes.cards) if card.state is ReadingState.READ]
        if self._resume_id not in {card.id for card in cards}:
            self._resume_id = next((card.id for card in cards if card.is_primary), None)
        task = await self._desk.run(self._analyses.under_way, job.id)
        try:
            found = await self._desk.work(self._analyses.analysis, job.id, self._resume_id)
        except UserError as problem:
            if look == self._looks:
                self._show_empty(_unread(job) if problem.code == "posting-empty" else EmptyState("files", str(problem)))
            return
        if look == self._looks and self._job is not None and self._job.id == job.id:
            self._found = found
            self._show(found, cards, task)
            self._price()

    # --- showing -----------------------------------------------------------------------------------------------

    def _show_empty(self, empty: EmptyState) -> None:
        self._found = None
        self._ask_line = self._progress = None
        self._foot_holder.hide()
        clear(self._body)
        self._body.addWidget(empty)
        self._body.addStretch(1)

    def _show(self, found: AnalysedJob, cards: list[ResumeCard], task: Task | None) -> None:
        clear(self._body)
        self._ask_line = self._progress = None
        running = task is not None and not task.state.is_over
        failed = task if task is not None and task.state is TaskState.FAILED else self._failed
        if cards:
            self._body.addLayout(self._against(cards))
        self._body.addWidget(rules_line(beside_claude=found.claude is not None or running))
        if running and task is not None:
            self._body.addWidget(self._running(task))
        elif failed is not None:
            self._body.addWidget(self._failure(failed))
        if found.is_stale and not running:
            self._body.addWidget(Banner(_STALE, "warn"))
        if found.claude is not None and found.claude.is_part and not running:
            self._body.addWidget(Banner(_PART))
        self._body.addWidget(JobSections(found))
        self._body.addStretch(1)
        self._foot_holder.setVisible(not running)
        if not running:
            self._show_foot(found)

    def _against(self, cards: list[ResumeCard]) -> QHBoxLayout:
        choices = [(str(card.id), f"{card.title} – primary" if card.is_primary else card.title) for card in cards]
        against = ComboButton(choices, "Résumé to compare with", value=str(self._resume_id), icon="star")
        against.changed.connect(self._choose_resume)
        return row(Text("Against", size=Size.SMALL, tone="second"), against, STRETCH, spacing=Space.S)

    def _running(self, task: Task) -> Card:
        self._progress = ProgressLine(task)
        self._progress.stopped.connect(self._stop)
        card = Card(padding=Space.L)
        card.add(self._progress)
        return card

    def _failure(self, task: Task) -> FailureBanner:
        banner = FailureBanner(task)
        banner.settings_wanted.connect(lambda: self._desk.open_remedy(SETTINGS))
        banner.again_wanted.connect(self._start)
        return banner

    def _show_foot(self, found: AnalysedJob) -> None:
        """How to ask stays in sight, however long the list is."""
        clear(self._foot)
        has_view = found.claude is not None
        language = ComboButton([*LANGUAGE_NAMES.items()], "Language of the answer", value=recall(_LANGUAGE, "en"),
                               compact=True)  # fmt: skip
        language.changed.connect(self._choose_language)
        self._ask_line = AskLine(
            _SENDS,
            without_key=_WITHOUT_KEY,
            verb="Ask Claude again" if has_view else "Ask Claude",
            kind="primary" if found.is_stale or not has_view else "secondary",
        )
        self._ask_line.asked.connect(self._start)
        self._ask_line.settings_wanted.connect(lambda: self._desk.open_remedy(SETTINGS))
        self._foot.addWidget(self._ask_line)
        line = row(Text("Answer in", size=Size.SMALL, tone="third"), language, STRETCH, spacing=Space.S)
        if has_view:
            away = Button("Put Claude’s view away", "link", compact=True)
            away.clicked.connect(lambda: self._desk.start(self._put_away(found), owner=self))
            line.addWidget(away)
        self._foot.addLayout(line)

    async def _put_away(self, found: AnalysedJob) -> None:
        await self._desk.run(self._analyses.dismiss, found.job_id, found.resume_id)

    def _price(self) -> None:
        if self._ask_line is not None and self._job is not None:
            self._desk.start(self._work_out(self._job.id, self._resume_id), owner=self)

    async def _work_out(self, job_id: int, resume_id: int | None) -> None:
        try:
            offer = await self._desk.work(self._analyses.offer, job_id, resume_id, recall(_LANGUAGE, "en"))
        except UserError as problem:
            offer = ClaudeOffer("", "", problem=problem)
        if self._job is not None and self._job.id == job_id and self._ask_line is not None:
            self._ask_line.show_offer(offer)

    # --- acting ------------------------------------------------------------------------------------------------

    def _choose_resume(self, key: str) -> None:
        self._resume_id = int(key)
        self._refresh()

    def _choose_language(self, language: str) -> None:
        remember(_LANGUAGE, language)
        self._price()

    def _start(self) -> None:
        if self._job is not None:
            self._failed = None
            self._desk.start(self._begin(self._job.id, self._resume_id), owner=self)

    async def _begin(self, job_id: int, resume_id: int | None) -> None:
        try:
            await self._desk.work(self._analyses.start, job_id, resume_id, recall(_LANGUAGE, "en"))
        finally:
            self._refresh()

    def _stop(self) -> None:
        if self._job is not None:
            self._desk.start(self._desk.run(self._analyses.stop, self._job.id), owner=self)

    # --- what happens elsewhere --------------------------------------------------------------------------------

    def _on_task(self, event: TaskChanged) -> None:
        task = event.task
        if self._job is None or task.kind != _TASK or task.subject != f"job:{self._job.id}":
            return
        if task.state is TaskState.RUNNING and not task.cancelling and self._progress is not None:
            self._progress.show_task(task)
            return
        self._failed = task if task.state is TaskState.FAILED else None
        self._refresh()

    def _on_something(self, _event: object) -> None:
        """What the job is compared with has changed; when nobody looks, there is time until somebody does."""
        if self.isVisible():
            self._refresh()
        else:
            self._is_old = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_old:
            self._is_old = False
            self._refresh()

    def _on_grew(self, event: ClaudeGrew) -> None:
        if self._progress is not None:
            self._progress.show_growth(event)

    def _on_job(self, event: JobAnalysed | JobChanged) -> None:
        if self._job is not None and event.job_id == self._job.id:
            self._refresh()


def _unread(job: Job) -> EmptyState:
    if job.capture is CaptureState.READING:
        return EmptyState("hourglass", "The analysis follows in a moment.", title="This posting is being read")
    return EmptyState(
        "briefcase",
        "Go to the Overview tab to try its page again or to paste the text. The analysis follows by itself.",
        title="This posting has not been read yet",
    )

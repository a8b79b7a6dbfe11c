"""Claude's view of a résumé beside what the rules say: asked for, waited for, read, used wording by wording."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.analysis.model.judgement import (
    ClaudeGrew,
    ClaudeOffer,
    JudgementChanged,
    ResumeJudgement,
    Target,
)
from careercoach_desktop.features.analysis.ui.asking import AskLine, FailureBanner, ProgressLine
from careercoach_desktop.features.analysis.ui.judgement_cards import JudgementCards
from careercoach_desktop.features.analysis.ui.target_choice import TargetChoice
from careercoach_desktop.features.evidence.ui import EvidenceDialog
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
    Desk,
    Skeleton,
    Space,
    Text,
    clear,
    column,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.analysis.service import AnalysisService, JudgementService
    from careercoach_desktop.features.jobs.service import JobService

_TASK = "analysis.judge"
_PROMISE = (
    "How your résumé reads to somebody who hires: what is strong, what holds it back, and wordings you can use with "
    "one click. Each wording is checked against your own evidence first; the scores stay those of the rules."
)
_SENDS = "Sends the résumé without name and contact details, and your notes, to {host}."
_WITHOUT_KEY = (
    "With a Claude key of your own, Claude can tell you how your résumé reads and suggest better wordings. "
    "What the rules find needs no key."
)
_STALE = "Your résumé, or the job, has changed since: this is about an earlier version."

_PART = "Claude did not get to the end: this is what had come by then."


class ClaudeView(QWidget):
    """``show_wanted`` brings the path of a value to look at."""

    show_wanted = Signal(str)

    def __init__(self, desk: Desk, judgements: JudgementService, analyses: AnalysisService, jobs: JobService) -> None:
        super().__init__()
        self._desk = desk
        self._judgements = judgements
        self._analyses = analyses
        self._jobs = jobs
        self._resume_id: int | None = None
        self._found: ResumeJudgement | None = None
        self._task: Task | None = None
        self._failed: Task | None = None
        self._asks_again = False
        self._looks = 0
        self._progress: ProgressLine | None = None
        self._cards: JudgementCards | None = None
        self._target = TargetChoice()
        self._target.changed.connect(self._price)
        self._ask_line = AskLine(_SENDS, without_key=_WITHOUT_KEY)
        self._ask_line.asked.connect(self._start)
        self._ask_line.settings_wanted.connect(lambda: desk.open_remedy(SETTINGS))
        self._form = Card("Ask Claude", padding=Space.L, spacing=Space.M)
        self._form.add(Text(_PROMISE, tone="second", wrap=True), self._target, self._ask_line)
        self._body = column(spacing=Space.L)
        self.setLayout(column(self._form, self._body, spacing=Space.L))
        desk.on(TaskChanged, self._on_task, owner=self)
        desk.on(JudgementChanged, self._on_judgement, owner=self)
        desk.on(ClaudeGrew, self._on_grew, owner=self)
        for event in (KeyChanged, SettingsChanged):
            desk.on(event, lambda _event: self._price(), owner=self)

    # --- showing -----------------------------------------------------------------------------------------------

    @property
    def found(self) -> ResumeJudgement | None:
        """What it shows now."""
        return self._found

    def open(self, resume_id: int) -> None:
        """Show what there is for this résumé; a newer look at it wins."""
        if resume_id != self._resume_id:
            self._resume_id, self._found, self._failed, self._asks_again = resume_id, None, None, False
            self._form.hide()
            clear(self._body)
            self._body.addWidget(Skeleton(6, name="Looking for Claude’s view"))
        self.refresh()

    def refresh(self) -> None:
        if self._resume_id is not None:
            self._desk.start(self._look(self._resume_id), owner=self)

    async def _look(self, resume_id: int) -> None:
        self._looks += 1
        look = self._looks  # what an older look found is no longer so
        task = await self._desk.run(self._judgements.under_way, resume_id)
        cards = await self._desk.work(self._jobs.cards)
        try:
            found = await self._desk.work(self._judgements.latest, resume_id)
        except UserError:
            return  # gone, or not read yet: the page says so
        if look != self._looks:
            return
        first = self._found is None and found is not None
        idle = task is None and self._task is None and self._failed is None
        only_states = idle and _is_same_but_states(self._found, found)
        self._task, self._found = task, found
        self._target.set_jobs(cards)
        if only_states and self._cards is not None and found is not None:
            self._cards.show_states(found.states)  # in its place: a page built anew would jump under the reader
            return
        if first and found is not None:
            self._target.set_target(found.judgement.target)
        self._show()
        self._price()

    def _show(self) -> None:
        clear(self._body)
        self._progress = self._cards = None
        running = self._task is not None and not self._task.state.is_over
        self._form.setVisible(not running and (self._found is None or self._asks_again))
        if running and self._task is not None:
            self._progress = ProgressLine(self._task)
            self._progress.stopped.connect(self._stop)
            card = Card(padding=Space.L)
            card.add(self._progress)
            self._body.addWidget(card)
        failed = self._task if self._task is not None and self._task.state is TaskState.FAILED else self._failed
        if failed is not None and not running:
            banner = FailureBanner(failed)
            banner.settings_wanted.connect(lambda: self._desk.open_remedy(SETTINGS))
            banner.again_wanted.connect(self._start)
            self._body.addWidget(banner)
        if self._found is not None:
            self._show_found(self._found, running=running)
        self._body.addStretch(1)

    def _show_found(self, found: ResumeJudgement, *, running: bool) -> None:
        if found.is_stale and not running:
            stale = Banner(_STALE, "warn", action="" if self._asks_again else "Ask again")
            stale.acted.connect(self._ask_again)
            self._body.addWidget(stale)
        if found.judgement.is_part and not running:
            self._body.addWidget(Banner(_PART))
        cards = JudgementCards(found)
        cards.show_wanted.connect(self.show_wanted)
        cards.use_wanted.connect(lambda name: self._desk.start(self._use(found, name), owner=self))
        cards.evidence_wanted.connect(lambda name: self._desk.start(self._prove(found, name), owner=self))
        self._body.addWidget(cards)
        self._cards = cards
        if not running and not self._asks_again:
            again = Button("Ask again, or for something else", "link")
            again.clicked.connect(self._ask_again)
            away = Button("Put it away", "link")
            away.clicked.connect(lambda: self._desk.start(self._put_away(found), owner=self))
            self._body.addLayout(row(again, away, STRETCH, spacing=Space.L))

    def _price(self) -> None:
        if self._form.isVisibleTo(self) and self._resume_id is not None:
            self._ask_line.show_offer(None)
            self._desk.start(self._work_out(self._resume_id, self._target.target()), owner=self)

    async def _work_out(self, resume_id: int, target: Target) -> None:
        try:
            offer = await self._desk.work(self._judgements.offer, resume_id, target)
        except UserError as problem:
            offer = ClaudeOffer("", "", problem=problem)
        if resume_id == self._resume_id and target == self._target.target():
            self._ask_line.show_offer(offer)

    # --- acting ------------------------------------------------------------------------------------------------

    def _ask_again(self) -> None:
        self._asks_again = True
        self._show()
        self._price()
        self._target.setFocus()

    def _start(self) -> None:
        if self._resume_id is not None:
            self._failed = None
            self._desk.start(self._begin(self._resume_id, self._target.target()), owner=self)

    async def _begin(self, resume_id: int, target: Target) -> None:
        try:
            await self._desk.work(self._judgements.start, resume_id, target)
        finally:
            self._asks_again = False
            self.refresh()

    def _stop(self) -> None:
        if self._resume_id is not None:
            self._desk.start(self._desk.run(self._judgements.stop, self._resume_id), owner=self)

    async def _use(self, found: ResumeJudgement, suggestion_id: str) -> None:
        """Put the wording in; undo takes exactly that back."""
        fixed = await self._desk.run(self._judgements.apply, found.resume_id, found.job_id, suggestion_id)
        said = f"{fixed.label[:1].lower()}{fixed.label[1:]}"
        change = self._desk.undo.push(
            said,
            lambda: self._desk.run(self._analyses.undo, fixed),
            lambda: self._desk.run(self._analyses.redo, fixed),
            scope=("resume", found.resume_id),
        )
        self._desk.offer_undo(fixed.label, change)

    async def _prove(self, found: ResumeJudgement, suggestion_id: str) -> None:
        suggestion = found.judgement.suggestion(suggestion_id)
        if suggestion is None:
            return
        said = f"Claude would write: “{suggestion.after}”"
        asked = EvidenceDialog(said, suggestion.claims, "the wording", self._desk.window, refuse="Leave it out")
        note = await asked.note()
        if note:
            await self._desk.run(self._judgements.add_evidence, found.resume_id, found.job_id, note)

    async def _put_away(self, found: ResumeJudgement) -> None:
        await self._desk.run(self._judgements.dismiss, found.resume_id, found.job_id)

    # --- what happens elsewhere --------------------------------------------------------------------------------

    def _on_task(self, event: TaskChanged) -> None:
        task = event.task
        if task.kind != _TASK or task.subject != f"resume:{self._resume_id}":
            return
        if task.state is TaskState.RUNNING and not task.cancelling and self._progress is not None:
            self._progress.show_task(task)
            return
        self._failed = task if task.state is TaskState.FAILED else None
        self.refresh()

    def _on_grew(self, event: ClaudeGrew) -> None:
        if self._progress is not None:
            self._progress.show_growth(event)

    def _on_judgement(self, event: JudgementChanged) -> None:
        if event.resume_id == self._resume_id:
            self.refresh()


def _is_same_but_states(one: ResumeJudgement | None, other: ResumeJudgement | None) -> bool:
    """Whether nothing but what became of the suggestions differs."""
    return one is not None and other is not None and replace(one, states={}) == replace(other, states={})

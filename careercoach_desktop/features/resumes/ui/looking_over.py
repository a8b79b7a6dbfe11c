"""Keeps the check screen's line about Claude and its review true: what is offered, under way, found and decided."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.resumes.correcting import CORRECT_TASK, Difference, Proposal
from careercoach_desktop.features.resumes.editing import Edit, inverse
from careercoach_desktop.features.resumes.model import ProposalChanged, ResumeChanged, ResumeRead, Trace, VersionReason
from careercoach_desktop.features.resumes.transcribing import TRANSCRIBE_TASK
from careercoach_desktop.features.resumes.ui import claude_words
from careercoach_desktop.features.resumes.ui.claude_row import ClaudeRow
from careercoach_desktop.features.resumes.ui.corrections_panel import CorrectionsPanel
from careercoach_desktop.features.resumes.ui.original_view import OriginalView
from careercoach_desktop.features.resumes.ui.words import counted
from careercoach_desktop.foundation.llm.model import KeyChanged
from careercoach_desktop.foundation.settings.model import SettingsChanged
from careercoach_desktop.foundation.tasks.model import Task, TaskChanged, TaskState
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.service import (
        CorrectionService,
        ResumeService,
        TranscriptionService,
    )

_SETTLE_MS = 300


class LookingOver(QObject):
    """``reviewing(on)`` asks the page to show the panel instead of the form, or the form again."""

    reviewing = Signal(bool)

    def __init__(
        self,
        desk: Desk,
        resumes: ResumeService,
        corrections: CorrectionService,
        transcriptions: TranscriptionService,
        original: OriginalView,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._page = page
        self.row = ClaudeRow()
        self.panel = CorrectionsPanel()
        self._desk = desk
        self._resumes = resumes
        self._corrections = corrections
        self._transcriptions = transcriptions
        self._original = original
        self._resume_id: int | None = None
        self._failed: Task | None = None
        self._looks = 0
        self._is_reviewing = False
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.refresh)
        self._connect()

    def _connect(self) -> None:
        acts = {
            "start": self._start,
            "read": self._read,
            "stop": self._stop,
            "dismiss": self._dismiss,
            "away": self._put_failure_away,
        }
        for key, act in acts.items():
            self.row.acted.connect(lambda pressed, key=key, act=act: act() if pressed == key else None)
        self.row.acted.connect(self._on_acted)
        self.panel.accept_requested.connect(lambda ids: self._desk.start(self._accept(ids), owner=self))
        self.panel.skip_requested.connect(lambda ids: self._desk.start(self._skip(ids), owner=self))
        self.panel.chosen.connect(self._point_at)
        self.panel.left.connect(lambda: self._review(on=False))
        self._desk.on(TaskChanged, self._on_task, owner=self)
        self._desk.on(ProposalChanged, self._on_about, owner=self)
        self._desk.on(ResumeChanged, self._on_about, owner=self)
        self._desk.on(ResumeRead, self._on_about, owner=self)
        self._desk.on(KeyChanged, self._on_something, owner=self)
        self._desk.on(SettingsChanged, self._on_something, owner=self)

    def open(self, resume_id: int | None) -> None:
        """Another résumé is shown (None: none)."""
        if resume_id != self._resume_id:
            self._resume_id, self._failed = resume_id, None
            self._looks += 1  # whatever is being looked up is about another
            self.row.show_state(None)
            self._review(on=False)
        self.refresh()

    def rest(self) -> None:
        """Nobody looks any more."""
        self._settle.stop()

    def refresh(self) -> None:
        """Look again at how things stand."""
        if self._resume_id is not None:
            self._desk.start(self._look(self._resume_id), owner=self)

    async def _look(self, resume_id: int) -> None:
        self._looks += 1
        look = self._looks  # what an older look found is no longer so
        task = await self._desk.run(self._corrections.under_way, resume_id)
        task = task or await self._desk.run(self._transcriptions.under_way, resume_id)
        proposal = await self._desk.run(self._corrections.proposal, resume_id)
        if look != self._looks:
            return
        if task is not None:
            self.row.show_state(claude_words.under_way(task))
        elif self._failed is not None:
            self.row.show_state(claude_words.failed(self._failed))
        elif proposal is not None:
            self.row.show_state(claude_words.found(proposal))
        else:
            await self._show_offer(resume_id, look)
        if look == self._looks:
            self._show_review(proposal)

    async def _show_offer(self, resume_id: int, look: int) -> None:
        # A picture that was hardly read is better read than looked over.
        reading = await self._desk.work(self._transcriptions.offer, resume_id)
        offer = None if reading is not None else await self._desk.work(self._corrections.offer, resume_id)
        if look != self._looks:
            return
        if reading is not None:
            self.row.show_state(claude_words.reading_offered(reading))
        else:
            self.row.show_state(None if offer is None else claude_words.offered(offer))

    def _show_review(self, proposal: Proposal | None) -> None:
        if not self._is_reviewing:
            return
        if proposal is None or not proposal.open:
            self._review(on=False)
        else:
            self.panel.show_proposal(proposal)

    # --- what the person asks ----------------------------------------------------------------------------------

    def _on_acted(self, key: str) -> None:
        if key == "review" and self._resume_id is not None:
            self._desk.start(self._open_review(self._resume_id), owner=self)
        elif key == "settings":
            self._desk.open("settings", section="claude")

    def _start(self) -> None:
        if self._resume_id is not None:
            self._failed = None
            self._desk.start(self._ask(self._resume_id, self._corrections), owner=self)

    def _read(self) -> None:
        if self._resume_id is not None:
            self._failed = None
            self._desk.start(self._ask(self._resume_id, self._transcriptions), owner=self)

    async def _ask(self, resume_id: int, service: CorrectionService | TranscriptionService) -> None:
        try:
            await self._desk.work(service.start, resume_id)
        finally:
            self.refresh()

    def _stop(self) -> None:
        if self._resume_id is not None:
            self._desk.start(self._desk.run(self._corrections.stop, self._resume_id), owner=self)
            self._desk.start(self._desk.run(self._transcriptions.stop, self._resume_id), owner=self)

    def _dismiss(self) -> None:
        if self._resume_id is not None:
            self._desk.start(self._desk.run(self._corrections.dismiss, self._resume_id), owner=self)

    def _put_failure_away(self) -> None:
        self._failed = None
        self._stop()
        self.refresh()

    async def _open_review(self, resume_id: int) -> None:
        proposal = await self._desk.run(self._corrections.proposal, resume_id)
        if resume_id == self._resume_id and proposal is not None and proposal.open:
            self._review(on=True)
            self.panel.show_proposal(proposal)
            self.panel.focus_first()

    def _review(self, *, on: bool) -> None:
        if on != self._is_reviewing:
            self._is_reviewing = on
            self.reviewing.emit(on)

    def _point_at(self, one: Difference) -> None:
        line = one.line.partition("\n")[0]
        self._original.show_trace(Trace(regions=list(one.regions), text=line), tone="accent")

    async def _accept(self, ids: Collection[str]) -> None:
        if self._resume_id is None:
            return
        resume_id = self._resume_id
        accepted = await self._desk.run(self._corrections.accept, resume_id, ids)
        if not accepted.edits:
            self.refresh()
            return
        label = "accepted a correction" if len(ids) == 1 else f"accepted {counted(len(ids), 'correction')}"
        back = [inverse(edit) for edit in reversed(accepted.edits)]
        change = self._desk.undo.push(
            label,
            lambda: self._take_back(resume_id, back),
            lambda: self._again(resume_id, accepted.edits),
            scope=("resume", resume_id),
        )
        if len(ids) > 1:
            self._desk.offer_undo(f"{counted(len(ids), 'correction')} accepted", change)

    async def _take_back(self, resume_id: int, edits: list[Edit]) -> None:
        await self._again(resume_id, edits)
        self._desk.open("resumes.check", resume_id)

    async def _again(self, resume_id: int, edits: Collection[Edit]) -> None:
        await self._desk.run(self._resumes.edit, resume_id, [*edits], VersionReason.CORRECTED)

    async def _skip(self, ids: Collection[str]) -> None:
        if self._resume_id is None:
            return
        resume_id = self._resume_id
        await self._desk.run(self._corrections.skip, resume_id, ids)

        async def skip(*, skipped: bool) -> None:
            await self._desk.run(self._corrections.skip, resume_id, ids, skipped=skipped)

        label = "skipped a correction" if len(ids) == 1 else f"skipped {counted(len(ids), 'correction')}"
        self._desk.undo.push(
            label, lambda: skip(skipped=False), lambda: skip(skipped=True), scope=("resume", resume_id)
        )

    # --- what happens elsewhere --------------------------------------------------------------------------------

    def _on_task(self, event: TaskChanged) -> None:
        task = event.task
        if task.kind not in {CORRECT_TASK, TRANSCRIBE_TASK} or task.payload.get("resume_id") != self._resume_id:
            return
        if task.state is TaskState.FAILED:
            self._failed = None if task.interrupted else task
        elif not task.state.is_over:
            self._failed = None  # it is tried again
        self.refresh()

    def _on_about(self, event: ProposalChanged | ResumeChanged | ResumeRead) -> None:
        if event.resume_id == self._resume_id:
            if isinstance(event, ResumeChanged) and not self._is_reviewing:
                self._on_something(event)  # typing tells of itself often
            else:
                self.refresh()

    def _on_something(self, _event: object) -> None:
        """What is offered may have changed; when nobody looks, navigation has another look later."""
        if self._page.isVisible():
            self._settle.start()

"""The drawer's Interviews tab: every round of the job, in order, and the way to schedule one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from careercoach_desktop.features.interviews.model import InterviewLine, InterviewsChanged
from careercoach_desktop.features.interviews.ui.interview_actions import InterviewActions
from careercoach_desktop.features.interviews.ui.round_card import RoundCard
from careercoach_desktop.features.interviews.ui.words import tr
from careercoach_desktop.features.jobs.model import Job
from careercoach_desktop.foundation.settings.model import SettingsChanged
from careercoach_desktop.foundation.storage.watching import ChangedElsewhere
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    Desk,
    EmptyState,
    Heading,
    Scroll,
    Space,
    clear,
    column,
    row,
)


class InterviewsPanel(QWidget):
    """Reads the rounds each time the job is shown and whenever they change."""

    def __init__(self, desk: Desk, actions: InterviewActions) -> None:
        super().__init__()
        self._desk, self._actions = desk, actions
        self._job: Job | None = None
        self._parts = column(spacing=Space.M, margins=(Space.XL, Space.S, Space.XL, Space.XL))
        empty = EmptyState(
            "calendar-blank",
            tr("When they invite you, put it here: you see it in the calendar and hear of it in time."),
            title=tr("No interview yet"),
            action=tr("Schedule an interview"),
        )
        empty.acted.connect(self._schedule)
        self._stack = QStackedWidget()
        for each in (QWidget(), Scroll(column(self._parts, spacing=0), tr("Interviews")), empty):
            self._stack.addWidget(each)
        self.setLayout(column(self._stack))
        desk.on(InterviewsChanged, self._on_changed, owner=self)
        for kind in (ChangedElsewhere, SettingsChanged):  # the person’s time zone may be another
            desk.on(kind, lambda _event: self._load_soon(), owner=self)

    def show_job(self, job: Job) -> None:
        self._job = job
        self._load_soon()

    def _on_changed(self, event: InterviewsChanged) -> None:
        if self._job is not None and self._job.id in event.job_ids:
            self._load_soon()

    def _load_soon(self) -> None:
        if self._job is not None:
            self._desk.start(self._load(self._job), owner=self)

    async def _load(self, job: Job) -> None:
        service = self._actions.services.interviews
        own = await self._desk.run(service.own_zone)
        lines = await self._desk.run(service.for_job, job.id)
        if self._job is not None and job.id == self._job.id:
            self._show(lines, own)
            self._stack.setCurrentIndex(1 if lines else 2)

    def _show(self, lines: Sequence[InterviewLine], own: str) -> None:
        focused = self.window().focusWidget()
        held = focused is not None and self._stack.isAncestorOf(focused)
        clear(self._parts)
        add = Button(tr("Schedule an interview"), icon="calendar-plus", compact=True)
        add.clicked.connect(self._schedule)
        self._parts.addLayout(row(Heading(tr("Rounds"), 3), STRETCH, add))
        for line in lines:
            self._parts.addWidget(RoundCard(self._actions, line, own))
        self._parts.addStretch(1)
        if held:
            add.setFocus(Qt.FocusReason.OtherFocusReason)  # what had the keyboard is gone with the cards

    def _schedule(self) -> None:
        if self._job is not None:
            self._desk.start(self._actions.schedule(self._job.id))

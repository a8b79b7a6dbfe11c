"""One job in the drawer: who and where, its status, and the panels this and higher features put there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from careercoach_desktop.features.jobs.model import Job, JobStatus
from careercoach_desktop.features.jobs.ui.drawer_title import DrawerTitle
from careercoach_desktop.features.jobs.ui.meeting_words import interview_words, lowered
from careercoach_desktop.features.jobs.ui.words import (
    DUE_SOON_DAYS,
    deadline_words,
    due_word,
    place_words,
    salary_words,
    short_date,
    status_word,
    tr,
)
from careercoach_desktop.foundation.clock import today_here
from careercoach_desktop.foundation.uikit import (
    Desk,
    FlowLayout,
    IconButton,
    Size,
    Space,
    Text,
    clear,
    column,
    holder,
    row,
)
from careercoach_desktop.foundation.uikit.choices import ComboButton
from careercoach_desktop.foundation.uikit.notices import IconView
from careercoach_desktop.foundation.uikit.tabs import Tabs

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.jobs.ui.reminding import Reminding


class ShowsJob(Protocol):
    """What a panel's widget can do."""

    def show_job(self, job: Job) -> None: ...


@dataclass(frozen=True)
class DrawerPanel:
    """A tab of the job drawer. ``build`` makes its widget (a QWidget with ``show_job(job)``) when it is first shown;
    ``order`` places it: Overview 10, Match 20, Tailor 30, Interviews 50, Documents 60, Contacts 70, Timeline 80,
    Notes 90. Of two with one name the later one stands: a higher feature can take a tab over."""

    name: str
    title: str
    order: int
    build: Callable[[], ShowsJob]


class JobDrawer(QWidget):
    """The drawer's content. ``status_wanted`` asks to move the job it shows."""

    close_wanted = Signal()
    status_wanted = Signal(int, JobStatus)
    menu_wanted = Signal(QPoint)
    """What else can be done with the job it shows, at a point in global coordinates."""
    neighbour_wanted = Signal(int)
    """The job after (1) or before (-1) this one, where they are listed: Alt+Down, Alt+Up."""

    def __init__(
        self, desk: Desk, service: JobService, panels: Sequence[DrawerPanel], *, reminding: Reminding | None = None
    ) -> None:
        super().__init__()
        self._desk = desk
        self._service = service
        self._panels = {panel.name: panel for panel in sorted(panels, key=lambda panel: panel.order)}
        self._built: dict[str, ShowsJob] = {}
        self._stale: set[str] = set()
        self._words: tuple[str, ...] = ()
        self._job: Job | None = None
        self._wanted: int | None = None
        self._title = DrawerTitle()
        self._status = ComboButton(
            [(status.value, status_word(status)) for status in JobStatus], tr("Status"), compact=True
        )
        self._status.changed.connect(self._choose_status)
        close = IconButton("x", tr("Close"))
        close.clicked.connect(self.close_wanted)
        self._facts = FlowLayout(spacing=Space.M)
        self._tabs = Tabs([(panel.name, panel.title) for panel in self._panels.values()], tr("About this job"))
        self._tabs.changed.connect(self.show_panel)
        self._stack = QStackedWidget()
        remind = IconButton("bell", tr("Remind me about this job…"))
        remind.clicked.connect(lambda: self._remind(reminding))
        if reminding is None:
            remind.hide()
        self.more = IconButton("dots-three", tr("More for this job"))
        self.more.clicked.connect(
            lambda: self.menu_wanted.emit(self.more.mapToGlobal(QPoint(0, self.more.height() + 4)))
        )
        top = row(self._title, self._status, remind, self.more, close, spacing=Space.S)
        top.setStretch(0, 1)
        self._known = holder(self._facts)
        self._known.setMinimumHeight(18)
        self._known.hide()
        head = column(top, self._known, self._tabs, spacing=6, margins=(Space.XL, Space.M, Space.XL, 0))
        whole = column(head, self._stack, spacing=Space.M)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.setFocusProxy(self._tabs)

    @property
    def job(self) -> Job | None:
        """What it shows now."""
        return self._job

    @property
    def wanted(self) -> int | None:
        """The job it was last asked to show, though it may still be loading."""
        return self._wanted

    def show_record(self, job_id: int) -> None:
        """Show a job (or what changed of it)."""
        self._wanted = job_id
        self._desk.start(self._load(job_id), owner=self)

    def forget(self) -> None:
        """The job it shows is gone."""
        self._wanted = None

    def mark_words(self, words: tuple[str, ...]) -> None:
        """Mark the folded words searched for in every panel that shows a text."""
        if words != self._words:
            self._words = words
            for widget in self._built.values():
                _mark(widget, words)

    def show_panel(self, name: str) -> None:
        """Turn to a panel, building it the first time."""
        if name not in self._panels:
            return
        self._tabs.set_value(name)
        if name not in self._built:
            widget = self._panels[name].build()
            self._built[name] = widget
            _mark(widget, self._words)
            self._stack.addWidget(widget)  # type: ignore[arg-type]  # a QWidget, as DrawerPanel says
            self._stale.add(name)
        self._stack.setCurrentWidget(self._built[name])  # type: ignore[arg-type]  # as above
        if name in self._stale and self._job is not None:
            self._stale.discard(name)
            self._built[name].show_job(self._job)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        turn = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        if step is not None and held == Qt.KeyboardModifier.AltModifier:
            self.neighbour_wanted.emit(step)
        elif turn is not None and held == Qt.KeyboardModifier.ControlModifier:
            names = list(self._panels)
            self.show_panel(names[(names.index(self._tabs.value()) + turn) % len(names)])
            self._tabs.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    async def _load(self, job_id: int) -> None:
        job = await self._desk.run(self._service.job, job_id)
        if self._wanted != job_id:
            return
        self._job = job
        self._title.setText(job.posting.title)
        self._status.set_value(job.status.value)
        self._show_facts(job)
        self._stale = set(self._built)
        self.show_panel(self._tabs.value())

    def _show_facts(self, job: Job) -> None:
        clear(self._facts)
        facts = header_facts(job, today_here())
        self._known.setVisible(bool(facts))
        for icon, tone, words in facts:
            text = Text(words, size=Size.SMALL, tone=tone)
            self._facts.addWidget(holder(row(IconView(icon, tone, size=14), text, spacing=5)))

    def _remind(self, reminding: Reminding | None) -> None:
        if self._job is not None and reminding is not None:
            self._desk.start(reminding.remind([self._job.id], self._job.posting.title))

    def _choose_status(self, key: str) -> None:
        if self._job is not None:
            self.status_wanted.emit(self._job.id, JobStatus(key))


def _mark(panel: object, words: tuple[str, ...]) -> None:
    if hasattr(panel, "mark_words"):
        panel.mark_words(words)


def header_facts(job: Job, today: date) -> list[tuple[str, str, str]]:
    """(icon, colour, words) of what is known, in the order people ask."""
    posting = job.posting
    place = place_words(posting.location, posting.work_mode)
    known = [("buildings", "second", posting.company), ("map-pin", "second", place)]
    known.append(("money", "second", salary_words(posting)))
    near = False
    if posting.deadline:
        near = job.status == JobStatus.INTERESTED and (posting.deadline - today).days <= DUE_SOON_DAYS
        day = tr("until {0}").format(short_date(posting.deadline, today))
        words = deadline_words(posting.deadline, today) if near else day
        known.append(("calendar-check" if near else "clock", "amber" if near else "second", words))
    if job.referred_by:
        known.append(("handshake", "second", tr("Referred by {0}").format(", ".join(job.referred_by))))
    meeting = interview_words(job, today)
    if meeting:
        known.append(("calendar-check", "amber", tr("Interview {0}").format(lowered(meeting))))
    elif job.follow_up is not None and not near:
        due = job.follow_up <= today
        words = due_word(job.status) if due else f"{due_word(job.status)} {short_date(job.follow_up, today)}"
        known.append(("bell", "amber" if due else "second", words))
    return [fact for fact in known if fact[2]]

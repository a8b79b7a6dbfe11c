"""The quiet question in the Overview: is this the job that you have already? And the one that is asked in passing."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRectF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from careercoach_desktop.features.jobs.model import (
    Duplicate,
    DuplicateFound,
    Job,
    JobAdded,
    JobChanged,
    JobRemoved,
    Likeness,
    PostingRead,
)
from careercoach_desktop.features.jobs.ui.compare_dialog import compare_and_merge, set_apart
from careercoach_desktop.features.jobs.ui.words import days_since, tr
from careercoach_desktop.foundation.clock import today_here
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    Desk,
    IconView,
    Size,
    Space,
    Text,
    clear,
    column,
    holder,
    row,
)
from careercoach_desktop.foundation.uikit.painting import surface
from careercoach_desktop.foundation.uikit.theme import current_theme
from careercoach_desktop.foundation.uikit.tokens import Radius

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service import JobService

_MOST_SHOWN = 3
_TOGETHER_MS = 400


class DuplicateBanner(QWidget):
    """Nothing to see for a job that looks like no other. Give it the job with ``show_job``."""

    def __init__(self, desk: Desk, service: JobService) -> None:
        super().__init__()
        self._desk = desk
        self._service = service
        self._job: Job | None = None
        self._shown: list[Duplicate] = []
        self._body = column(spacing=Space.S)
        self.setLayout(self._body)
        self.hide()
        for kind in (JobAdded, JobRemoved, JobChanged, PostingRead):
            desk.on(kind, self._on_change, owner=self)

    def show_job(self, job: Job) -> None:
        """Show the job, or what changed of it."""
        if self._job is None or self._job.id != job.id:
            self._show(job, [])
        self._job = job
        self._desk.start(self._load(job), owner=self)

    def _on_change(self, event: Any) -> None:
        """Another card came or went, or one of those that are compared changed. What only scores them is not asked
        about: that happens to all of ten thousand at once."""
        compared = {one.job_id for one in self._shown} | ({self._job.id} if self._job is not None else set())
        if self._job is not None and (not isinstance(event, JobChanged) or event.job_id in compared):
            self._desk.start(self._load(self._job), owner=self)

    async def _load(self, job: Job) -> None:
        found = await self._desk.work(self._service.duplicates_of, job.id)
        if self._job is job and found != self._shown:
            self._show(job, found)

    def _show(self, job: Job, found: list[Duplicate]) -> None:
        clear(self._body)
        self._shown = found
        today = today_here()
        for duplicate in found[:_MOST_SHOWN]:
            self._body.addWidget(_Question(self._desk, self._service, job, duplicate, today))
        self.setVisible(bool(found))


class _Question(QWidget):
    """One other card, and what to do about it."""

    def __init__(self, desk: Desk, service: JobService, job: Job, duplicate: Duplicate, today: date) -> None:
        super().__init__()
        words = question(duplicate, today)
        compare = Button(tr("Compare and merge"), "link")
        apart = Button(tr("Not the same"), "link")
        compare.clicked.connect(
            lambda: desk.start(compare_and_merge(desk, service, job.id, duplicate.job_id), owner=self.window())
        )
        apart.clicked.connect(
            lambda: desk.start(set_apart(desk, service, job.id, duplicate.job_id), owner=self.window())
        )
        said = Text(words, size=Size.SMALL, tone="second", wrap=True)
        why = Text(_sentence(duplicate.reason), size=Size.SMALL, tone="third", wrap=True)
        texts = column(said, why, holder(row(compare, apart, STRETCH, spacing=Space.L)), spacing=2)
        icon = column(2, IconView("copy", "second"), STRETCH)
        line = row(icon, holder(texts), spacing=Space.S)
        line.setStretch(1, 1)
        line.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        self.setLayout(line)
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def paintEvent(self, _event: QPaintEvent) -> None:
        surface(QPainter(self), QRectF(self.rect()), Radius.CONTROL, current_theme().color("sunken"))


class DuplicateNotices(QObject):
    """Says in passing that what was just read looks like a card that is there; of many at once, how many."""

    def __init__(self, desk: Desk, service: JobService, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._service = service
        self._found: dict[int, int] = {}
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_TOGETHER_MS)
        self._wait.timeout.connect(lambda: desk.start(self._tell(), owner=self))
        desk.on(DuplicateFound, self._on_found, owner=self)

    def _on_found(self, event: DuplicateFound) -> None:
        self._found[event.job_id] = event.others[0]
        self._wait.start()

    async def _tell(self) -> None:
        found, self._found = self._found, {}
        if len(found) > 1:
            self._desk.toast(
                tr("{0} of the new jobs look like ones you have. Open them to compare.").format(len(found)),
                kind="duplicates",
            )
        for job_id, other in found.items():
            likely = [one for one in await self._desk.work(self._service.duplicates_of, job_id) if one.job_id == other]
            if len(found) == 1 and likely:
                self._desk.toast(
                    tr("You may have this job already: “{0}”.").format(likely[0].title),
                    action=tr("Compare"),
                    on_action=lambda one=job_id, two=other: compare_and_merge(self._desk, self._service, one, two),  # type: ignore[misc]  # mypy does not see the defaults' types
                    kind="duplicates",
                )


def question(duplicate: Duplicate, today: date) -> str:
    """``This looks like “Baker” at Crumb & Co, added 3 days ago.``"""
    at = tr(" at {0}").format(duplicate.company) if duplicate.company else ""
    words = tr("This is also here as “{0}”{1}, added {2}.")
    if duplicate.likeness is not Likeness.SAME:
        words = tr("This looks like “{0}”{1}, added {2}.")
    return words.format(duplicate.title, at, _ago(duplicate.added, today))


def _ago(when: datetime, today: date) -> str:
    days = days_since(when, today)
    if days <= 0:
        return tr("today")
    return tr("yesterday") if days == 1 else tr("{0} days ago").format(days)


def _sentence(reason: str) -> str:
    return f"{tr(reason[:1].upper() + reason[1:])}."

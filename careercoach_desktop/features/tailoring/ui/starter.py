"""Starts a tailoring from wherever the person is and brings them its result.

Whoever is still looking at the job gets the review at once; whoever has gone elsewhere gets a quiet toast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject

from careercoach_desktop.features.jobs.model import Job
from careercoach_desktop.features.tailoring.model import TailoringReady, Wishes
from careercoach_desktop.features.tailoring.ui.ways import CLAUDE, WaysDialog
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.tailoring.service import TailoringService

TASK_KINDS = ("tailoring.tailor", "tailoring.claude")
_STILL_WAITING_MS = 4000
_USUAL = Wishes(keep=True)
"""Where nobody was asked: what the person decided the last time goes on."""


class TailoringStarter(QObject):
    """One for the window; panels and buttons call ``start``."""

    def __init__(self, desk: Desk, tailoring: TailoringService) -> None:
        super().__init__(desk)
        self._desk = desk
        self._tailoring = tailoring
        self._asked: dict[int, QElapsedTimer] = {}
        self._titles: dict[int, str] = {}
        desk.on(TailoringReady, self._on_ready, owner=self)
        desk.open_requested.connect(self._forget_waiting)

    def ask(self, job: Job, resume_id: int | None = None) -> None:
        """Start it, after asking how where there is a choice."""
        self._desk.start(self._ask(job, resume_id), owner=self)

    async def _ask(self, job: Job, resume_id: int | None) -> None:
        offer = await self._desk.work(self._tailoring.offer, job.id, resume_id, _USUAL)
        if offer.estimate is None:
            self.start(job, resume_id)
            return
        way = await WaysDialog(offer, self._desk.window).answer()
        if way:
            self.start(job, resume_id, with_claude=way == CLAUDE)

    def start(
        self, job: Job, resume_id: int | None = None, *, with_claude: bool = False, wishes: Wishes | None = None
    ) -> None:
        timer = QElapsedTimer()
        timer.start()
        self._asked[job.id] = timer
        self._titles[job.id] = job.posting.title
        asked = self._desk.run(
            self._tailoring.start, job.id, resume_id, with_claude=with_claude, wishes=wishes or _USUAL
        )
        self._desk.start(asked, owner=self)

    def _on_ready(self, event: TailoringReady) -> None:
        timer = self._asked.pop(event.job_id, None)
        if event.incomplete:
            self._titles.pop(event.job_id, None)  # the person stopped it, or is told what broke
            return
        if timer is not None and timer.elapsed() < _STILL_WAITING_MS:
            self._desk.open("tailoring.review", event.tailoring_id)
            return
        title = self._titles.pop(event.job_id, "")
        self._desk.toast(
            f"Your résumé is tailored for {title}." if title else "A tailored résumé is ready.",
            action="Review",
            on_action=lambda: self._desk.open("tailoring.review", event.tailoring_id),
            tone="good",
        )

    def _forget_waiting(self, _page: str, _record: object) -> None:
        """The person went elsewhere: do not pull them back."""
        self._asked.clear()

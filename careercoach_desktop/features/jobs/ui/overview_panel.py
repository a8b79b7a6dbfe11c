"""The drawer's first panel: the posting to read, its facts and tags, edited where they stand, what was sent for it, and
what to do when it could not be read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.jobs.model import SURE, CaptureState, Job
from careercoach_desktop.features.jobs.ui.add_dialog import ADD, AddDialog
from careercoach_desktop.features.jobs.ui.application_edits import ApplicationEdits
from careercoach_desktop.features.jobs.ui.application_section import ApplicationSection
from careercoach_desktop.features.jobs.ui.facts_grid import GUESSABLE, FactsGrid
from careercoach_desktop.features.jobs.ui.job_edits import JobEdits
from careercoach_desktop.features.jobs.ui.origins import guesses
from careercoach_desktop.features.jobs.ui.posting_text import PostingText
from careercoach_desktop.features.jobs.ui.words import closed_words, moment_words, tr
from careercoach_desktop.foundation.clock import today_here
from careercoach_desktop.foundation.uikit import STRETCH, Button, Desk, Scroll, Size, Space, Text, column, holder, row
from careercoach_desktop.foundation.uikit.chips import Chip, ChipInput
from careercoach_desktop.foundation.uikit.layouts import clear
from careercoach_desktop.foundation.uikit.notices import Banner

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.jobs.service.enclosing import EnclosureOffers


class JobBanner(Protocol):
    """A widget that may have something to say above the facts: an offer of Claude's, a likely duplicate."""

    def show_job(self, job: Job) -> None: ...


class OverviewPanel(QWidget):
    """Shows one job; edits go through the service and can be undone. ``banners`` stand above the facts and hide when
    they have nothing to say."""

    def __init__(
        self, desk: Desk, service: JobService, *banners: JobBanner | None, offers: EnclosureOffers | None = None
    ) -> None:
        super().__init__()
        self._banners = [banner for banner in banners if banner is not None]
        self._desk = desk
        self._service = service
        self._job: Job | None = None
        self._edits = JobEdits(desk, service, self)
        self._notices = column(spacing=Space.S)
        self.facts = FactsGrid()
        self.facts.edited.connect(self._edit)
        self.facts.confirmed.connect(self._confirm)
        self._tags = ChipInput(tr("Tags"), add=tr("Tag"))
        self._tags.changed.connect(self._set_tags)
        self._priority = Chip(tr("Priority"), checkable=True, icon="flag")
        self._priority.clicked.connect(self._set_priority)
        self._came = Text("", size=Size.SMALL, tone="third", wrap=True)
        self.application = ApplicationSection(desk, ApplicationEdits(desk, service, offers))
        self.text = PostingText(desk, service)
        self.text.edited.connect(self._edit)
        self._lay_out()

    def _lay_out(self) -> None:
        labels = row(self._priority, Space.S, self._tags, spacing=Space.S)
        labels.setStretch(2, 1)
        banners: Sequence[QWidget] = [banner for banner in self._banners if isinstance(banner, QWidget)]
        whole = column(
            self._notices, *banners, self.facts, labels, self._came, self.application, Space.XS, self.text, STRETCH,
            spacing=Space.M, margins=(Space.XL, Space.XS, Space.XL, Space.XL),
        )  # fmt: skip
        self._scroll = Scroll(whole, tr("Overview"))
        self.setLayout(column(self._scroll))

    def mark_words(self, words: tuple[str, ...]) -> None:
        """Mark what is searched for."""
        self.text.mark_words(words)

    def show_job(self, job: Job) -> None:
        """Show the job, or what changed of it; what is being written stays."""
        if self._job is not None and self._job.id != job.id:
            self._commit()
            self._scroll.verticalScrollBar().setValue(0)
        self._job = job
        self._show_notices(job)
        for banner in self._banners:
            banner.show_job(job)
        self.facts.show_job(job, today_here())
        if list(job.tags) != self._tags.values():
            self._tags.set_values(job.tags)
        self._priority.set_selected(job.priority)
        self._came.setText(came_words(job))
        self.application.show_job(job)
        self.text.show_job(job)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._commit()

    async def paste_instead(self) -> None:
        """Read the posting from text the person pastes."""
        job = self._job
        if job is None:
            return
        dialog = AddDialog(self.window(), title=tr("Paste the posting’s text"), by_text_only=True)
        if await dialog.answer() == ADD:
            await self._desk.run(self._service.paste_text_instead, job.id, dialog.text)

    async def _try_again(self) -> None:
        if self._job is not None:
            await self._desk.run(self._service.read_again, self._job.id)

    def _commit(self) -> None:
        """Nothing that was written is lost when another job or panel is shown."""
        self.facts.commit()
        self.text.commit()

    def _edit(self, changes: dict[str, object]) -> None:
        if self._job is not None:
            self._edits.edit(self._job, changes)

    def _confirm(self, fields: list[str]) -> None:
        if self._job is not None:
            self._edits.confirm(self._job, fields)

    def _set_tags(self, tags: list[str]) -> None:
        if self._job is not None:
            self._edits.set_tags(self._job, tags)

    def _set_priority(self) -> None:
        if self._job is not None:
            self._edits.set_priority(self._job, self._priority.isChecked())

    def _show_notices(self, job: Job) -> None:
        clear(self._notices)
        if job.capture == CaptureState.READING:
            self._notices.addWidget(Banner(tr("Reading the posting. You can go on meanwhile."), icon="clock"))
        if job.capture == CaptureState.FAILED:
            self._notices.addWidget(Banner(job.problem, "warn"))
            paste = Button(tr("Paste the text instead"), "primary", icon="clipboard-text", compact=True)
            paste.clicked.connect(lambda: self._desk.start(self.paste_instead(), owner=self))
            again = Button(tr("Try again"), icon="arrow-clockwise", compact=True)
            again.clicked.connect(lambda: self._desk.start(self._try_again(), owner=self))
            self._notices.addWidget(holder(row(paste, again, STRETCH)))
        if job.posting.closed:
            closed = Banner(closed_words(), icon="info", action=tr("It is open"))
            closed.acted.connect(lambda: self._edit({"closed": False}))
            self._notices.addWidget(closed)
        if doubt := doubts(job):
            guessed = guesses(job, GUESSABLE)
            banner = Banner(doubt, "warn", action=tr("Looks right") if guessed else "")
            banner.acted.connect(lambda: self._confirm(guessed))
            self._notices.addWidget(banner)


def came_words(job: Job) -> str:
    """``Added 3 Nov 16:20 from example.com · applied 5 Nov 09:12``."""
    today = today_here()
    added = tr("Added {0}").format(moment_words(job.created, today))
    if job.posting.source:
        added = tr("{0} from {1}").format(added, job.posting.source)
    parts = [added]
    if job.applied:
        parts.append(tr("applied {0}").format(moment_words(job.applied, today)))
    return " · ".join(parts)


def doubts(job: Job) -> str:
    """What the card is called by that was guessed or not found; empty when all is well or written by the person."""
    origins = job.posting.origins
    if job.capture != CaptureState.READ or not origins:
        return ""
    title, company = (name in origins and origins[name].confidence < SURE for name in ("title", "company"))
    if title and company:
        return tr("Title and company are guesses.")
    if not job.posting.company:
        return tr("The title is a guess, and no company was found.") if title else tr("No company was found.")
    if title:
        return tr("The title is a guess.")
    return tr("The company is a guess.") if company else ""

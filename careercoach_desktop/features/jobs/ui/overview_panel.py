"""The drawer's first panel: the posting to read, its facts, its tags, and what to do when it could not be read."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QWidget

from careercoach_desktop.features.jobs.capture.urls import looks_like_url
from careercoach_desktop.features.jobs.model import SURE, CaptureState, Job, Posting
from careercoach_desktop.features.jobs.ui.add_dialog import ADD, AddDialog
from careercoach_desktop.features.jobs.ui.edit_dialog import SAVE, EditDialog
from careercoach_desktop.features.jobs.ui.words import TYPE_WORDS, moment_words, short_date, tr
from careercoach_desktop.foundation.uikit import STRETCH, Button, Desk, Scroll, Size, Space, Text, column, holder, row
from careercoach_desktop.foundation.uikit.chips import Chip, ChipInput
from careercoach_desktop.foundation.uikit.choices import SegmentedControl
from careercoach_desktop.foundation.uikit.layouts import clear
from careercoach_desktop.foundation.uikit.markdown import MarkdownView
from careercoach_desktop.foundation.uikit.notices import Banner

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.jobs.ui.fill_banner import FillBanner

POSTING, ORIGINAL = "posting", "original"


class OverviewPanel(QWidget):
    """Shows one job; edits go through the service and can be undone."""

    def __init__(self, desk: Desk, service: JobService, filling: FillBanner | None = None) -> None:
        super().__init__()
        self._filling = filling
        self._desk = desk
        self._service = service
        self._job: Job | None = None
        self._notices = column(spacing=Space.S)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(Space.L)
        self._facts.setVerticalSpacing(6)
        self._facts.setColumnStretch(1, 1)
        self._facts.setColumnStretch(3, 1)
        self._tags = ChipInput(tr("Tags"))
        self._tags.changed.connect(lambda tags: self._start(self._set_tags(tags)))
        self._priority = Chip(tr("Priority"), checkable=True, icon="flag")
        self._priority.clicked.connect(lambda: self._start(self._set_priority(self._priority.isChecked())))
        self._open = Button(tr("Open posting"), icon="arrow-square-out", compact=True)
        self._open.clicked.connect(self._open_posting)
        self._edit = Button(tr("Edit details"), icon="pencil-simple", compact=True)
        self._edit.clicked.connect(lambda: self._start(self.edit()))
        self._which = SegmentedControl(
            [(POSTING, tr("Posting")), (ORIGINAL, tr("As captured"))], tr("What to read"), POSTING
        )
        self._which.changed.connect(lambda _key: self._start(self._show_text()))
        self._text = MarkdownView(tr("The posting"))
        self._plain = Text("", size=Size.SMALL, tone="second", wrap=True, selectable=True)
        self._kept = Text("", size=Size.SMALL, tone="third", wrap=True)
        self._lay_out()

    def _lay_out(self) -> None:
        labels = row(self._priority, 4, Text(tr("Tags"), size=Size.SMALL, tone="third"), self._tags, spacing=Space.S)
        labels.setStretch(3, 1)
        buttons = row(self._open, self._edit, STRETCH, self._which)
        filling = [] if self._filling is None else [self._filling]
        whole = column(
            self._notices, *filling, self._facts, labels, buttons, self._kept, self._text, self._plain, STRETCH,
            spacing=Space.M, margins=(Space.XL, Space.XS, Space.XL, Space.XL),
        )  # fmt: skip
        self.setLayout(column(Scroll(whole, tr("Overview"))))

    def show_job(self, job: Job) -> None:
        """Show the job, or what changed of it."""
        other = self._job is None or self._job.id != job.id
        self._job = job
        self._show_notices(job)
        if self._filling is not None:
            self._filling.show_job(job)
        self._show_facts(job)
        if list(job.tags) != self._tags.values():
            self._tags.set_values(job.tags)
        self._priority.set_selected(job.priority)
        self._open.setVisible(looks_like_url(job.posting.url) is not None)
        self._which.setVisible(job.has_page)
        if other:
            self._which.set_value(POSTING)
        self._start(self._show_text())

    async def edit(self) -> None:
        """Correct the facts; undo brings the old ones back."""
        job = self._job
        if job is None:
            return
        dialog = EditDialog(self.window(), job.posting, title=tr("Edit details"), confirm=tr("Save"))
        if await dialog.answer() != SAVE or not (changes := dialog.changes()):
            return
        previous = await self._desk.run(self._service.edit, job.id, changes)

        async def undo() -> None:
            await self._desk.run(self._service.edit, job.id, previous, undoing=True)

        async def redo() -> None:
            await self._desk.run(self._service.edit, job.id, changes)

        self._desk.undo.push(tr("Edit “{0}”").format(job.posting.title), undo, redo)

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

    async def _set_tags(self, tags: list[str]) -> None:
        if self._job is None or tuple(tags) == self._job.tags:
            return
        job_id, wanted = self._job.id, tuple(tags)
        previous = await self._desk.run(self._service.set_tags, job_id, wanted)

        async def put(values: tuple[str, ...]) -> None:
            await self._desk.run(self._service.set_tags, job_id, values)

        self._desk.undo.push(tr("Change tags"), lambda: put(previous), lambda: put(wanted))

    async def _set_priority(self, priority: bool) -> None:
        if self._job is None:
            return
        job_id = self._job.id

        async def put(value: bool) -> None:
            await self._desk.run(self._service.set_priority, job_id, value)

        await put(priority)
        label = tr("Mark as priority") if priority else tr("Unmark as priority")
        self._desk.undo.push(label, lambda: put(not priority), lambda: put(priority))

    def _open_posting(self) -> None:
        link = looks_like_url(self._job.posting.url) if self._job is not None else None
        if link is not None:  # never a file: or another scheme that a page may have named
            QDesktopServices.openUrl(QUrl(link))

    def _show_notices(self, job: Job) -> None:
        clear(self._notices)
        if job.capture == CaptureState.READING:
            self._notices.addWidget(Banner(tr("Reading the posting. You can go on meanwhile."), icon="clock"))
        if job.capture == CaptureState.FAILED:
            self._notices.addWidget(Banner(job.problem, "warn"))
            paste = Button(tr("Paste the text instead"), "primary", icon="clipboard-text", compact=True)
            paste.clicked.connect(lambda: self._start(self.paste_instead()))
            again = Button(tr("Try again"), icon="arrow-clockwise", compact=True)
            again.clicked.connect(lambda: self._start(self._try_again()))
            self._notices.addWidget(holder(row(paste, again, STRETCH)))
        if doubt := doubts(job):
            banner = Banner(doubt, "warn", action=tr("Edit details"))
            banner.acted.connect(lambda: self._start(self.edit()))
            self._notices.addWidget(banner)

    def _show_facts(self, job: Job) -> None:
        clear(self._facts)
        for at, (name, value) in enumerate(facts(job, _today())):
            line, side = divmod(at, 2)
            self._facts.addWidget(Text(name, size=Size.SMALL, tone="third"), line, 2 * side)
            self._facts.addWidget(Text(value, size=Size.SMALL, tone="second", elide=True), line, 2 * side + 1)

    async def _show_text(self) -> None:
        job = self._job
        if job is None:
            return
        original = self._which.value() == ORIGINAL and job.has_page
        self._kept.setVisible(original)
        if not original:
            self._show_markdown(posting_markdown(job.posting))
            return
        page = await self._desk.run(self._service.original, job.id)
        if page is None or self._job is not job:
            return
        if page.is_markdown:
            self._show_markdown(page.text)
        else:
            self._plain.setText(page.text)
            self._plain.show()
            self._text.hide()
        source = tr(" from {0}").format(page.url) if page.url else ""
        self._kept.setText(tr("Kept {0}{1}; it stays readable offline.").format(_moment(page.when), source))

    def _show_markdown(self, text: str) -> None:
        self._plain.hide()
        self._text.show()
        if text != self._text.markdown():
            self._text.set_markdown(text)

    def _start(self, coroutine: object) -> None:
        self._desk.start(coroutine, owner=self)  # type: ignore[arg-type]  # coroutines of this class


def facts(job: Job, today: date) -> list[tuple[str, str]]:
    """What the header does not say, each with its name; unknown ones are left out."""
    posting = job.posting
    pairs = [
        (tr("Type"), tr(TYPE_WORDS[posting.job_type]) if posting.job_type else ""),
        (tr("Posted"), short_date(posting.posted_date, today) if posting.posted_date else ""),
        (tr("Found on"), posting.source if "." in posting.source else ""),
        (tr("From"), posting.source if "." not in posting.source else ""),
        (tr("Added"), moment_words(job.created, today)),
        (tr("Applied"), moment_words(job.applied, today) if job.applied else ""),
    ]
    return [(name, value) for name, value in pairs if value]


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


def posting_markdown(posting: Posting) -> str:
    """The description; the lists that were read beside it only when there is no description to hold them."""
    if posting.description:
        return posting.description
    parts = [
        (tr("Requirements"), posting.requirements),
        (tr("Responsibilities"), posting.responsibilities),
        (tr("Benefits"), posting.benefits),
    ]
    return "\n\n".join(f"### {name}\n\n" + "\n".join(f"- {one}" for one in lines) for name, lines in parts if lines)


def _today() -> date:
    return datetime.now().astimezone().date()


def _moment(when: datetime) -> str:
    return moment_words(when, _today())

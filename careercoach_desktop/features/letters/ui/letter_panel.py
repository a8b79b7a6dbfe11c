"""The drawer's Letter tab: wish for one, watch it being written, come back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.jobs.model import Job
from careercoach_desktop.features.letters.model import Letter, LetterChanged, LetterDraft, LetterGrew, LetterReady
from careercoach_desktop.features.letters.ui.composer import LetterComposer
from careercoach_desktop.features.letters.ui.handing_over import copy_letter
from careercoach_desktop.features.letters.ui.letter_field import LetterField
from careercoach_desktop.features.letters.ui.letter_saving import PAGE
from careercoach_desktop.features.letters.ui.letter_start import PROMISE
from careercoach_desktop.features.letters.ui.letter_words import figures, standing
from careercoach_desktop.features.letters.ui.under_way import LettersUnderWay
from careercoach_desktop.features.letters.ui.writing_bar import WRITE, WritingBar, is_ours, is_under_way, newest
from careercoach_desktop.foundation.storage.watching import ChangedElsewhere
from careercoach_desktop.foundation.tasks.model import Task, TaskChanged
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Badge,
    Button,
    Card,
    Desk,
    Heading,
    Scroll,
    Size,
    Space,
    Text,
    Weight,
    clear,
    column,
    holder,
    moment_words,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.letters.service import LetterService
    from careercoach_desktop.features.resumes.service import ResumeService
    from careercoach_desktop.foundation.tasks.queue import TaskQueue

_GROW_MS = 50
_PREVIEW = 320


class LetterPanel(QWidget):
    """Nothing yet, being written, or a letter in short with the way to its page; what went wrong stands above."""

    def __init__(
        self,
        desk: Desk,
        letters: LetterService,
        resumes: ResumeService,
        queue: TaskQueue,
        under_way: LettersUnderWay,
    ) -> None:
        super().__init__()
        self._desk, self._letters, self._queue, self._under_way = desk, letters, queue, under_way
        self._job: Job | None = None
        self._letter: Letter | None = None
        self._task: Task | None = None
        self._growing: LetterDraft | None = None
        self._told = 0
        """How often tasks told of themselves: what was read before the last time is old."""
        self._promise = Text(PROMISE, tone="second", wrap=True)
        self._bar = WritingBar()
        self._short = column(spacing=Space.M)
        self._short_place = holder(self._short)
        self._grown = LetterField("The letter as it is written")
        self._grown.set_still(still=True)
        self._grown.hide()
        self._again = Heading("Write again", level=3)
        self._composer = LetterComposer(desk, letters, resumes, before=self._keep_present)
        body = column(
            self._promise, self._bar, self._short_place, self._grown, self._again, self._composer, spacing=Space.L
        )
        body.addStretch(1)
        body.setContentsMargins(Space.XL, Space.L, Space.XL, Space.XL)
        self._scroll = Scroll(body, "Letter")
        self.setLayout(column(self._scroll, spacing=0))
        for each in (self._promise, self._short_place, self._again, self._composer):
            each.hide()
        self._grow = QTimer(self, singleShot=True, interval=_GROW_MS)
        self._grow.timeout.connect(self._show_growth)
        self._listen()

    def show_job(self, job: Job) -> None:
        """Called by the drawer."""
        if self._job is None or job.id != self._job.id:
            self._growing = None
        self._job = job
        self._reload()

    def _listen(self) -> None:
        desk = self._desk
        self._composer.outlined.connect(lambda letter_id: desk.open(PAGE, letter_id))
        self._bar.cancel_wanted.connect(lambda: self._ask(self._letters.stop))
        self._bar.again_wanted.connect(self._start_again)
        self._bar.settings_wanted.connect(desk.open_remedy)
        desk.on(LetterGrew, self._on_grew, owner=self)
        desk.on(LetterReady, self._on_letter, owner=self)
        desk.on(LetterChanged, self._on_letter, owner=self)
        desk.on(TaskChanged, self._on_task, owner=self)
        desk.on(ChangedElsewhere, lambda _event: self._reload(), owner=self)

    def _ask(self, verb: object) -> None:
        if self._job is not None:
            self._desk.start(self._desk.run(verb, self._job.id), owner=self)  # type: ignore[arg-type]

    def _start_again(self) -> None:
        if self._task is not None:
            self._desk.start(self._desk.run(self._queue.again, self._task.id), owner=self)

    async def _keep_present(self) -> None:
        """The letter that is there becomes a version before another takes its place."""
        if self._letter is not None and self._letter.draft.paragraphs:
            await self._desk.run(self._letters.save_as_document, self._letter.id)

    def _on_grew(self, event: LetterGrew) -> None:
        if self._job is not None and event.job_id == self._job.id and _is_writing(self._task):
            self._growing = event.draft
            if not self._grow.isActive():
                self._grow.start()

    def _on_letter(self, event: LetterReady | LetterChanged) -> None:
        if self._job is not None and event.job_id == self._job.id:
            self._reload()

    def _on_task(self, event: TaskChanged) -> None:
        task = event.task
        if self._job is None or not is_ours(task, self._job.id):
            return
        self._told += 1
        before, self._task = self._task, task
        self._bar.show_task(task)
        if is_under_way(before) != is_under_way(task) or task.state.is_over:
            self._reload()

    def _reload(self) -> None:
        if self._job is not None:
            self._desk.start(self._load(self._job), owner=self)

    async def _load(self, job: Job) -> None:
        told = self._told
        letter = await self._desk.run(self._letters.latest_for, job.id)
        task = newest(await self._desk.run(self._queue.latest), job.id)
        if self._job is not job:
            return
        if told != self._told:
            self._reload()
            return
        self._letter, self._task = letter, task
        self._growing = self._under_way.draft(task.id) if task is not None and is_under_way(task) else None
        self._show()
        self._show_growth()

    def _show(self) -> None:
        job, letter, writing = self._job, self._letter, _is_writing(self._task)
        if job is None:
            return
        self._bar.show_task(self._task)
        self._promise.setVisible(letter is None and not writing)
        self._grown.setVisible(writing and self._growing is not None)
        clear(self._short)
        self._short_place.setVisible(letter is not None and not writing)
        if letter is not None and not writing:
            self._show_short(letter)
        self._again.setVisible(letter is not None and not writing)
        self._composer.setVisible(not writing)
        if writing:
            self._offer_page(job)
        else:
            self._composer.show_job(job.id, letter)

    def _show_growth(self) -> None:
        if self._growing is None or not _is_writing(self._task):
            return
        self._grown.show_text(self._growing.text)
        self._bar.show_growing()
        if not self._grown.isVisible():
            self._grown.show()

    def _offer_page(self, job: Job) -> None:
        """The letter's own page shows it grow, too."""
        self._short_place.show()
        page = Button("Watch on its page", "link", icon="arrows-out", compact=True)
        page.clicked.connect(lambda: self._desk.open(PAGE, section=f"job:{job.id}"))
        self._short.addLayout(row(page, STRETCH))

    def _show_short(self, letter: Letter) -> None:
        draft = letter.draft
        words, tone = standing(draft)
        card = Card(padding=Space.L)
        subject = Text(draft.subject or "Your letter", weight=Weight.BOLD, elide=True)
        head = row(subject, Badge(words, tone), spacing=Space.S)
        head.setStretch(0, 1)
        card.add(head)
        card.add(Text(_beginning(draft), size=Size.SMALL, tone="second", wrap=True))
        card.add(Text(figures(draft), size=Size.SMALL, tone="third"))
        self._short.addWidget(card)
        page = Button("Open letter", "primary")
        page.clicked.connect(lambda: self._desk.open(PAGE, letter.id))
        copy = Button("Copy", icon="copy", tip="Copy it as plain text")
        copy.clicked.connect(lambda: copy_letter(self._desk, draft))
        made = Text(f"changed {moment_words(letter.updated)}", size=Size.SMALL, tone="third")
        self._short.addLayout(row(page, copy, STRETCH, made))


def _is_writing(task: Task | None) -> bool:
    """Whether a whole letter is being written (and not one paragraph of it)."""
    return task is not None and task.kind == WRITE and is_under_way(task)


def _beginning(draft: LetterDraft) -> str:
    words = draft.paragraphs[0].text if draft.paragraphs else draft.text
    return words if len(words) <= _PREVIEW else f"{words[:_PREVIEW].rsplit(' ', 1)[0]} …"

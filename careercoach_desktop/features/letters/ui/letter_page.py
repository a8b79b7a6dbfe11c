"""The letter's page: the sheet at the left, what is known about it at the right.

What a person types is on the sheet first and stored behind; what the services tell is shown where nobody is typing.
"""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from careercoach_desktop.features.documents.model import DocumentRemoved, DocumentSaved, DocumentVersion
from careercoach_desktop.features.jobs.model import Job
from careercoach_desktop.features.letters.model import Letter, LetterChanged, LetterDraft, LetterOffer, LetterReady
from careercoach_desktop.features.letters.ui.composer import LetterComposer
from careercoach_desktop.features.letters.ui.letter_aside import CHECK, WISHES, LetterAside
from careercoach_desktop.features.letters.ui.letter_header import LetterHeader
from careercoach_desktop.features.letters.ui.letter_saving import LetterSaving, scope_of
from careercoach_desktop.features.letters.ui.letter_sheet import LetterSheet
from careercoach_desktop.features.letters.ui.letter_start import LetterStart
from careercoach_desktop.features.letters.ui.letter_steps import LetterSteps
from careercoach_desktop.features.letters.ui.letter_verbs import LetterVerbs
from careercoach_desktop.features.letters.ui.letter_writing import LetterWriting
from careercoach_desktop.features.letters.ui.paragraph_edits import ParagraphEdits
from careercoach_desktop.features.letters.ui.templates_dialog import frame_of
from careercoach_desktop.features.letters.ui.under_way import LettersUnderWay
from careercoach_desktop.features.letters.writing import plain_text
from careercoach_desktop.foundation.storage.watching import ChangedElsewhere
from careercoach_desktop.foundation.uikit import Desk, Line
from careercoach_desktop.foundation.uikit.undo import Scope

if TYPE_CHECKING:
    from careercoach_desktop.features.documents.service import DocumentService
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.letters.service import LetterService
    from careercoach_desktop.features.resumes.service import ResumeService
    from careercoach_desktop.foundation.tasks.queue import TaskQueue

_COMPARE_MS = 700
"""Whether the letter agrees with the résumé is looked at when the typing rests."""


class LetterPage(QWidget):
    """Shows the letter named by ``open_record``, or the one for a job: ``open_section("job:5")``."""

    def __init__(
        self,
        desk: Desk,
        letters: LetterService,
        jobs: JobService,
        resumes: ResumeService,
        documents: DocumentService,
        queue: TaskQueue,
        under_way: LettersUnderWay,
    ) -> None:
        super().__init__()
        self._under_way = under_way
        self._desk, self._letters, self._jobs, self._documents = desk, letters, jobs, documents
        self._wanted: tuple[int | None, int | None] = (None, None)
        self._job: Job | None = None
        self._letter: Letter | None = None
        self._versions: list[DocumentVersion] = []
        self._stale = False
        self._rewritten: set[str] = set()
        """The paragraphs that were being written anew when that was last told."""
        self.header = LetterHeader()
        self.start = LetterStart(LetterComposer(desk, letters, resumes))
        again = LetterComposer(desk, letters, resumes, before=self._keep_present, frame=self._frame)
        self.sheet, self.aside = LetterSheet(), LetterAside(again)
        self.writing = LetterWriting(desk, letters, queue, self)
        self.saver = LetterSaving(desk, letters, self)
        self.steps = LetterSteps(desk, letters)
        self.edits = ParagraphEdits(desk, self.sheet.paper, self.saver, self.steps, self._known, self)
        self.verbs = LetterVerbs(desk, letters, self)
        self._compare = QTimer(self, singleShot=True, interval=_COMPARE_MS)
        self._lay_out()
        self._connect()

    # --- navigation --------------------------------------------------------------------------------------------

    def open_record(self, record: int | None) -> None:
        """Called by navigation with a letter's id."""
        if record is not None:
            self._open(record, None)

    def open_section(self, name: str) -> None:
        """Called by navigation with ``job:5``: that job's letter, or where one begins."""
        self._open(None, int(name.removeprefix("job:")))

    @property
    def undo_scope(self) -> Scope | None:
        """Ctrl+Z takes back what was done to this letter, not what came before it elsewhere."""
        return scope_of(self._letter.id) if self._letter is not None else None

    @property
    def letter(self) -> Letter | None:
        """What is stored of the letter on the page."""
        return self._letter

    @property
    def job(self) -> Job | None:
        """Whom it is for."""
        return self._job

    @property
    def versions(self) -> list[DocumentVersion]:
        """Saved, newest first."""
        return list(self._versions)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.reload()

    def _open(self, letter_id: int | None, job_id: int | None) -> None:
        if (letter_id, job_id) != self._wanted:
            self._wanted = letter_id, job_id
            self.saver.open(None)
            self._letter = None
        self.reload()

    # --- building ----------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        both = QHBoxLayout()
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(self.sheet, 1)
        both.addWidget(Line(vertical=True))
        both.addWidget(self.aside)
        full = QWidget()
        full.setLayout(both)
        self._stack = QStackedWidget()
        for each in (QWidget(), self.start, full):
            self._stack.addWidget(each)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self._stack, 1)
        self.header.show_actions(on=False)
        self._desk.toasts_over(self.aside)  # somebody may be writing in the letter

    def _connect(self) -> None:
        desk, paper = self._desk, self.sheet.paper
        self.header.back_requested.connect(self._go_back)
        for composer in (self.start.composer, self.aside.composer):
            composer.outlined.connect(lambda letter_id: self._open(letter_id, None))
            composer.offered.connect(self._on_offer)
        paper.typed.connect(self.saver.typed)
        paper.entered.connect(self._show_evidence)
        self.saver.state_changed.connect(self.header.show_state)
        self.saver.lost.connect(self.reload)
        self.edits.done.connect(self.reload)
        self.sheet.again_wanted.connect(lambda: self.aside.turn_to(WISHES))
        self._compare.timeout.connect(lambda: self.begin(self._show_disagreements()))
        for bar in (self.sheet.bar, self.start.bar):
            bar.cancel_wanted.connect(self.writing.stop)
            bar.again_wanted.connect(self.writing.start_again)
            bar.settings_wanted.connect(desk.open_remedy)
        self.writing.changed.connect(self._on_writing)
        self.writing.grew.connect(self._on_grew)
        self.writing.paragraph_grew.connect(self._on_paragraph_grew)
        desk.on(LetterChanged, self._on_changed, owner=self)
        desk.on(LetterReady, self._on_ready, owner=self)
        desk.on(DocumentSaved, self._on_document, owner=self)
        desk.on(DocumentRemoved, self._on_document, owner=self)
        desk.on(ChangedElsewhere, lambda _event: self.reload(), owner=self)

    def begin(self, coroutine: Coroutine[Any, Any, object]) -> None:
        """Start a coroutine that ends with the page."""
        self._desk.start(coroutine, owner=self)

    # --- loading -----------------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Show what is stored now; out of sight, when the page is looked at again."""
        self._stale = not self.isVisible()
        if self._wanted != (None, None):
            self.begin(self._load(self._wanted))

    async def _load(self, wanted: tuple[int | None, int | None]) -> None:
        letter_id, job_id = wanted
        sheet = self._sheet_state
        if letter_id is not None:
            letter: Letter | None = await self._find(letter_id)
            if letter is None:
                return
        else:
            letter = await self._desk.run(self._letters.latest_for, job_id or 0)
        job = await self._desk.run(self._jobs.job, letter.job_id if letter is not None else job_id or 0)
        if wanted != self._wanted:
            return
        self._job = job
        await self.writing.look(job.id)
        versions = await self._saved(letter)
        if wanted != self._wanted:
            return
        self._versions = versions
        if sheet == self._sheet_state:
            self._show(letter, job)
        elif not (self.saver.dirty or self.edits.is_busy):
            self.reload()  # else what is being stored tells when it is

    @property
    def _sheet_state(self) -> tuple[int, int]:
        """Changes with every letter somebody types and every step they take: a letter that was read before that must
        not be shown over it."""
        return self.saver.changes, self.edits.steps_taken

    async def _find(self, letter_id: int) -> Letter | None:
        """None, and the job's other letter is shown, when it was thrown away."""
        try:
            return await self._desk.run(self._letters.letter, letter_id)
        except KeyError:
            if self._job is not None and self._wanted == (letter_id, None):
                self._open(None, self._job.id)
            return None

    async def _saved(self, letter: Letter | None) -> list[DocumentVersion]:
        if letter is None or letter.document_id is None:
            return []
        return await self._desk.run(self._documents.versions, letter.document_id)

    def _show(self, letter: Letter | None, job: Job) -> None:
        is_another = letter is not None and (self._letter is None or letter.id != self._letter.id)
        self._letter = letter
        self.header.show_job(job.posting)
        if self.writing.is_writing:
            self._stack.setCurrentIndex(2)
        elif letter is None:
            self._stack.setCurrentIndex(1)
            self.start.show_job(job)
        else:
            self._stack.setCurrentIndex(2)
            self._show_letter(letter, is_another=is_another)
        self._show_writing()

    def _show_letter(self, letter: Letter, *, is_another: bool) -> None:
        self.saver.open(letter.id)
        if self.edits.is_busy:
            return  # the sheet is ahead; ``done`` brings us back
        self.sheet.show_draft(letter.draft, self.saver.dirty | self.writing.rewriting)
        self.header.show_letter(letter)
        self.aside.check.show_letter(letter)
        self.aside.versions.show_versions(self._versions, plain_text(letter.draft))
        self.aside.composer.show_job(letter.job_id, letter)
        if is_another:
            self.aside.check.show_disagreements(())
        self._compare.start()

    async def _show_disagreements(self) -> None:
        letter = self._letter
        if letter is None or self.writing.is_writing:
            return
        found = await self._desk.work(self._letters.disagreements, letter.id)
        if self._letter is not None and self._letter.id == letter.id:
            self.aside.check.show_disagreements(found)

    def _show_evidence(self, part: str) -> None:
        paragraphs = self._letter.draft.paragraphs if self._letter is not None else []
        quotes = next((each.evidence for each in paragraphs if each.id == part), [])
        self.aside.check.show_evidence(quotes)

    # --- what is told ------------------------------------------------------------------------------------------

    def _on_changed(self, event: LetterChanged) -> None:
        if self._letter is not None and event.letter_id == self._letter.id:
            self.reload()

    def _on_ready(self, event: LetterReady) -> None:
        if self._job is not None and event.job_id == self._job.id:
            self._open(event.letter_id, None)

    def _on_document(self, event: DocumentSaved | DocumentRemoved) -> None:
        if self._letter is not None and event.document_id == self._letter.document_id:
            self.reload()

    def _on_offer(self, offer: LetterOffer | None) -> None:
        self.sheet.paper.set_can_rewrite(can=offer is not None and offer.estimate is not None)

    def _on_writing(self) -> None:
        if self._job is not None:
            ended = self.header.is_writing and not self.writing.is_writing
            settled = self._rewritten - self.writing.rewriting
            self._rewritten = self.writing.rewriting
            self._show_writing()
            if ended:
                self.aside.turn_to(CHECK)  # what nothing proves is the next thing to look at
            if ended or settled:  # what was told while it was written left these words alone
                self.reload()

    def _show_writing(self) -> None:
        writing, task = self.writing.is_writing, self.writing.task
        if writing and self._stack.currentIndex() != 2:
            self._stack.setCurrentIndex(2)
        if writing and not self.header.is_writing:
            self._on_grew((self._under_way.draft(task.id) if task is not None else None) or LetterDraft(engine=""))
        self.header.show_writing(on=writing, has_letter=self._letter is not None)
        self.aside.setEnabled(not writing)
        self.sheet.bar.show_task(task)
        self.start.bar.show_task(task)
        self.sheet.paper.set_rewriting(self.writing.rewriting)

    def _on_grew(self, draft: LetterDraft) -> None:
        self.sheet.show_growing(draft)
        self.aside.check.show_growing(draft)

    def _on_paragraph_grew(self, part: str, words: str) -> None:
        shown = self.sheet.paper.row(part)
        if shown is not None and words:
            shown.show_text(words)

    # --- small -------------------------------------------------------------------------------------------------

    async def _keep_present(self) -> None:
        """The letter that is there becomes a version before another takes its place."""
        if self._letter is not None:
            await self.saver.settle()
            await self._desk.run(self._letters.save_as_document, self._letter.id)

    def _frame(self) -> str:
        letter, job = self._letter, self._job
        if letter is None or job is None:
            return ""
        return frame_of(letter.draft, job.posting.company, job.posting.title)

    def _known(self) -> int:
        if self._letter is None:
            raise RuntimeError("The page shows no letter.")
        return self._letter.id

    def _go_back(self) -> None:
        self._desk.open("jobs", self._job.id if self._job is not None else None)

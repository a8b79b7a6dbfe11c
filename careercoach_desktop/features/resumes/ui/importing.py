"""Adding files: one by one with a word for each, many with one line for all.

Files are stored one after the other (each becomes a card at once), and read by the queue's workers. What was asked for
stays asked for when the window is closed meanwhile: the reading is a task like any other.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.resumes.looking.gathering import gather
from careercoach_desktop.features.resumes.model import ReadingState, ResumeRead, ResumeRemoved
from careercoach_desktop.features.resumes.reading import FOLDER_SUFFIXES
from careercoach_desktop.features.resumes.ui.actions import ResumeActions
from careercoach_desktop.features.resumes.ui.batch_line import BatchLine
from careercoach_desktop.features.resumes.ui.batch_report import Mention, Report, ReportDialog
from careercoach_desktop.features.resumes.ui.words import counted, is_doubted
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.service import ResumeService

MANY = 4
"""From so many files on there is one line for all instead of a toast for each."""


class Importing(QObject):
    """``line`` stands over the cards. Files dropped while an import runs join it."""

    def __init__(self, desk: Desk, resumes: ResumeService, actions: ResumeActions, page: QWidget) -> None:
        super().__init__(page)
        self.line = BatchLine()
        self._desk = desk
        self._resumes = resumes
        self._actions = actions
        self._page = page
        self._report = Report()
        self._waiting: list[Path] = []
        self._unread: set[int] = set()
        self._over: set[int] = set()
        self._at_work = False
        self._stopping = False
        self.line.stop_asked.connect(self._stop)
        self.line.list_asked.connect(self._show_list)
        self.line.put_away.connect(self.line.hide)
        desk.on(ResumeRead, self._on_over, owner=self)
        desk.on(ResumeRemoved, self._on_over, owner=self)

    def add(self, paths: Sequence[Path]) -> None:
        """Import files, and what is in folders."""
        self._desk.start(self._add(list(paths)), owner=self)

    def covers(self, resume_id: int) -> bool:
        """Whether the line speaks for this résumé, so that nobody else needs to."""
        return resume_id in self._unread or resume_id in self._report.added

    async def _add(self, paths: list[Path]) -> None:
        found = await self._desk.work(gather, paths, FOLDER_SUFFIXES)
        if not self._at_work and len(found.files) < MANY and not found.has_folders:
            for file in found.files:
                self._desk.start(self._actions.add(file), owner=self)
            return
        if not self._at_work:
            self._report = Report()
        report = self._report
        report.total += len(found.files)
        report.others += found.others
        report.skipped += [Mention(each.name, each.why) for each in found.skipped]
        self._waiting += found.files
        if not self._at_work:
            await self._work_through(report)

    async def _work_through(self, report: Report) -> None:
        self._at_work, self._stopping = True, False
        self._over.clear()
        try:
            self._tell()
            while self._waiting and not self._stopping:
                await self._store(self._waiting.pop(0), report)
                self._tell()
        except BaseException:
            self._at_work = False
            raise
        if not report.added:
            await self._finish()
        else:
            self._check_end()

    async def _store(self, file: Path, report: Report) -> None:
        try:
            imported = await self._desk.run(self._resumes.import_path, file)
        except UserError as error:
            report.failed.append(Mention(file.name, f"{error.message} {error.next_step}"))
            return
        if imported.duplicate:
            report.known.append(Mention(file.name, ""))
        else:
            report.added.append(imported.resume_id)
            if imported.resume_id not in self._over:  # a busy window may hear of the reading first
                self._unread.add(imported.resume_id)

    def _on_over(self, event: ResumeRead | ResumeRemoved) -> None:
        if self._at_work:
            self._over.add(event.resume_id)
        if event.resume_id in self._unread:
            self._unread.discard(event.resume_id)
            self._tell()
            self._check_end()

    def _tell(self) -> None:
        if self._at_work:
            report = self._report
            self.line.show_progress(report.total - len(self._waiting) - len(self._unread), report.total)

    def _check_end(self) -> None:
        if self._at_work and not self._waiting and not self._unread:
            self._at_work = False
            self._desk.start(self._finish(), owner=self)

    async def _finish(self) -> None:
        """Say what became of it; what could not be read is known from its card."""
        self._at_work, report = False, self._report
        cards = {card.id: card for card in await self._desk.run(self._resumes.cards)}
        there = [resume_id for resume_id in report.added if resume_id in cards]
        for resume_id in there:
            card = cards[resume_id]
            mention = Mention(card.file_name, f"{card.problem} {card.next_step}")
            if card.state is ReadingState.FAILED:
                report.failed.append(mention)
            elif is_doubted(card):
                report.doubted.append(mention)
        report.added = [each for each in there if not cards[each].problem]
        self.line.show_report(report)
        if there:
            self._desk.undo.push(
                f"added {counted(len(there), 'file')}",
                lambda: self._desk.run(self._resumes.delete_many, there),
                lambda: self._desk.run(self._resumes.undelete_many, there),
            )

    def _stop(self) -> None:
        self._stopping, self._report.stopped = True, True
        self._waiting.clear()
        self.line.show_stopping()
        self._desk.start(self._give_up(), owner=self)

    async def _give_up(self) -> None:
        await self._desk.run(self._resumes.stop_reading, sorted(self._unread))
        self._check_end()

    def _show_list(self) -> None:
        self._desk.start(ReportDialog(self._report, self._page.window()).answer(), owner=self)

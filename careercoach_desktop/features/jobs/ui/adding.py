"""Putting jobs on the board by hand, by file, by paste and by drop; says what came of it."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.jobs.model import ImportReport, Posting
from careercoach_desktop.features.jobs.ui.add_dialog import ADD, BY_HAND, FILE, TABLE, AddDialog
from careercoach_desktop.features.jobs.ui.edit_dialog import SAVE, EditDialog
from careercoach_desktop.features.jobs.ui.import_notices import summary, tell_of_refused
from careercoach_desktop.features.jobs.ui.intake import FILE_FILTERS, TABLE_FILTERS, Intake, takes
from careercoach_desktop.features.jobs.ui.words import tr
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service import JobService


class Adding(QObject):
    """Asks over ``page``."""

    added = Signal(list)
    """The ids of jobs that are new."""
    known = Signal(int)
    """The one posting that was given is this job already."""

    def __init__(self, desk: Desk, service: JobService, intake: Intake, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._service = service
        self.intake = intake
        self._page = page

    async def ask(self) -> None:
        """Ask for a link, a text, a file or the fields, and add the job."""
        dialog = AddDialog(self._page.window())
        answer = await dialog.answer()
        if answer == ADD:
            await self.take_in(self.intake.add_text(dialog.text))
        elif answer == FILE:
            files = await self._desk.choose_files(tr("Choose saved postings"), FILE_FILTERS)
            await self.take_in(self.intake.add_files(files))
        elif answer == TABLE:
            await self.ask_for_table()
        elif answer == BY_HAND:
            form = EditDialog(self._page.window(), Posting(), title=tr("Add a job by hand"), confirm=tr("Add job"))
            if await form.answer() == SAVE:
                posting = Posting(**form.changes())
                added = await self._desk.run(self._service.add_manually, posting)
                self._told(ImportReport(added=[added.job_id]))

    async def ask_for_table(self) -> None:
        """Ask for a spreadsheet or an export, and take its jobs in."""
        files = await self._desk.choose_files(tr("Choose a table or an export"), TABLE_FILTERS)
        await self.take_in(self.intake.add_table(files))

    def paste(self) -> None:
        """Add what the clipboard holds."""
        data = QGuiApplication.clipboard().mimeData()
        if data is not None and takes(data):
            self.take(data)

    def take(self, data: QMimeData) -> None:
        """Add what was pasted or dropped; looked at now, because a drop's data is gone when its event ends."""
        self._desk.start(self.take_in(self.intake.add_mime(data)), owner=self._page)

    async def take_in(self, adding: Coroutine[Any, Any, ImportReport]) -> None:
        """Wait for one of the intake’s verbs and say what came of it."""
        self._told(await adding)

    def _told(self, report: ImportReport) -> None:
        if report.added:
            self.added.emit(report.added)
        if not report.added and not report.refused and len(report.known) == 1 and report.known[0].job_id is not None:
            self._desk.toast(tr("You have this posting already; here it is."))
            self.known.emit(report.known[0].job_id)
        elif report.known or report.refused:
            tell_of_refused(self._desk, report, summary(report))

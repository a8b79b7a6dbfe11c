"""The application in the Overview: what was sent and what came of it, corrected where it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from careercoach_desktop.features.jobs.model import Application, ApplicationChanged, Job, JobStatus
from careercoach_desktop.features.jobs.ui.application_edits import ApplicationEdits
from careercoach_desktop.features.jobs.ui.application_form import ApplicationForm, prefilled
from careercoach_desktop.features.jobs.ui.application_words import known, status_words
from careercoach_desktop.features.jobs.ui.words import tr
from careercoach_desktop.foundation.clock import today_here
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    Desk,
    IconButton,
    Panel,
    Size,
    Space,
    Text,
    Weight,
    clear,
    holder,
    row,
)


class ApplicationSection(Panel):
    """Nothing to see for a job nobody applied to."""

    def __init__(self, desk: Desk, edits: ApplicationEdits) -> None:
        super().__init__(tr("Application"))
        self._desk = desk
        self._edits = edits
        self._job: Job | None = None
        self._application: Application | None = None
        self.form: ApplicationForm | None = None
        self.edit = IconButton("pencil-simple", tr("Correct the application"), size=26)
        self.edit.clicked.connect(self.begin)
        self.add_beside(self.edit)
        desk.on(ApplicationChanged, self._changed, owner=self)
        self.hide()

    def show_job(self, job: Job) -> None:
        """Show the job, or what changed of it."""
        if self._job is None or self._job.id != job.id:
            self.close_form()
            self.hide()
        self._job = job
        self._reload()

    def begin(self) -> None:
        """Open the form; what is not recorded yet is filled in as far as it can be guessed."""
        if self._job is not None and self.form is None:
            self._desk.start(self._open_form(self._job, self._application), owner=self)

    def close_form(self) -> None:
        """Show what is recorded; what was typed is forgotten."""
        if self.form is not None:
            self.form = None
            self._show()

    def save(self) -> None:
        if self.form is None or not self.form.is_right:
            return
        wanted = self.form.application()
        self.form = None
        self._desk.start(self._edits.save(wanted), owner=self)
        self._application = wanted
        self._show()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.form is not None:
            self.close_form()
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)

    def _changed(self, event: ApplicationChanged) -> None:
        if self._job is not None and event.job_id == self._job.id:
            self._reload()

    def _reload(self) -> None:
        if self._job is not None:
            self._desk.start(self._load(self._job), owner=self)

    async def _load(self, job: Job) -> None:
        found = await self._edits.of_job(job.id)
        if self._job is not job:
            return
        self._application = found
        if self.form is None:
            self._show()

    def _show(self) -> None:
        clear(self.body)
        job, application = self._job, self._application
        self.edit.setVisible(application is not None)
        if application is not None:
            self._show_recorded(application)
        elif job is not None and job.status is not JobStatus.INTERESTED:
            record = Button(tr("Record it"), "link")
            record.clicked.connect(self.begin)
            words = Text(tr("No application is recorded for this job."), size=Size.SMALL, tone="second")
            self.add(holder(row(words, record, STRETCH)))
        self.setVisible(self.body.count() > 0)

    def _show_recorded(self, application: Application) -> None:
        self.add(Text(status_words(application, today_here()), weight=Weight.MEDIUM))
        pairs = known(application)
        if not pairs:
            self.add(Text(tr("What was sent, and where, can be added."), size=Size.SMALL, tone="third"))
            return
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(Space.XS)
        grid.setHorizontalSpacing(Space.M)
        grid.setColumnStretch(1, 1)
        for at, (name, value) in enumerate(pairs):
            grid.addWidget(Text(name, size=Size.SMALL, tone="third"), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Text(value, size=Size.SMALL, wrap=True, selectable=True), at, 1)
        self.add(holder(grid))

    async def _open_form(self, job: Job, application: Application | None) -> None:
        offered = await self._edits.offered(job.id)
        if self._job is None or self._job.id != job.id or self.form is not None:
            return
        submitted = job.applied.astimezone().date() if job.applied else None
        shown = application or Application(job_id=job.id, submitted=submitted)
        form = self.form = ApplicationForm(whole=True)
        save = Button(tr("Save"), "primary", compact=True)
        save.clicked.connect(self.save)
        cancel = Button(tr("Cancel"), compact=True)
        cancel.clicked.connect(self.close_form)
        buttons = row(STRETCH, cancel, save, spacing=Space.S)
        if application is not None:
            take = Button(tr("It was not sent"), "link", tip=tr("Take the record of this application away"))
            take.clicked.connect(lambda: self._take_back(application))
            buttons.insertWidget(0, take)
        clear(self.body)
        self.edit.hide()
        self.add(form, holder(buttons))
        form.show_application(prefilled(shown, offered, job.posting.url, today_here()), offered)
        form.changed.connect(lambda: save.setEnabled(form.is_right))
        form.submitted.connect(self.save)
        self.show()
        form.show()  # at once: what is not shown yet can't take the keyboard
        _first_field(form).setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_back(self, application: Application) -> None:
        self.form = None
        self._desk.start(self._edits.take_back(application), owner=self)


def _first_field(form: ApplicationForm) -> QWidget:
    return form.resume.which if form.resume.has_choices else form.portal

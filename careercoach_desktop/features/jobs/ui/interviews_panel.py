"""The drawer's Interviews tab as long as nothing fills it: where interviews have their place."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from careercoach_desktop.features.jobs.model import Job, JobStatus
from careercoach_desktop.features.jobs.ui.words import tr
from careercoach_desktop.foundation.uikit import EmptyState, column

_MET = frozenset({JobStatus.INTERVIEW_SCHEDULED, JobStatus.INTERVIEW_COMPLETED})


class InterviewsPanel(QWidget):
    """A panel of a higher feature with the same name takes its place."""

    def __init__(self) -> None:
        super().__init__()
        before = EmptyState(
            "calendar-blank",
            tr("When they invite you, move the job to “Interview scheduled”. Keep dates and names in its notes."),
            title=tr("No interview yet"),
        )
        met = EmptyState(
            "calendar-check",
            tr("This job is in its interviews. Keep dates, names and what was asked in its notes."),
            title=tr("Interviews"),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(before)
        self._stack.addWidget(met)
        self.setLayout(column(self._stack))

    def show_job(self, job: Job) -> None:
        self._stack.setCurrentIndex(int(job.status in _MET))

"""A round took place: what came of it, what they asked, how it went."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.interviews.model import InterviewLine, InterviewOutcome
from careercoach_desktop.features.interviews.model.naming import OUTCOME_NAMES
from careercoach_desktop.features.interviews.ui.form_dialog import FormDialog
from careercoach_desktop.features.interviews.ui.words import round_words, tr
from careercoach_desktop.features.jobs.model import JobStatus
from careercoach_desktop.features.jobs.ui import status_word
from careercoach_desktop.foundation.uikit import STRETCH, CheckBox, SegmentedControl, Text, TextArea, holder, row

SAVE = "save"
CHOICES = (
    InterviewOutcome.PENDING,
    InterviewOutcome.PASSED,
    InterviewOutcome.FAILED,
    InterviewOutcome.NO_DECISION,
)
_BEFORE = (JobStatus.INTERESTED, JobStatus.APPLIED, JobStatus.INTERVIEW_SCHEDULED)


class CompleteDialog(FormDialog):
    """After ``SAVE``: ``outcome()``, ``changes()`` to questions and feedback, ``moves_job()``. ``more_ahead``: the job
    has rounds still to come, so that its interviews are not completed unless the person says so."""

    def __init__(self, parent: QWidget | None, line: InterviewLine, *, more_ahead: bool = False) -> None:
        super().__init__(tr("How did it go?"), parent, width=560)
        one = self._one = line.interview
        chosen = one.outcome if one.outcome in CHOICES else InterviewOutcome.PENDING
        choices = [(each.value, tr(OUTCOME_NAMES[each])) for each in CHOICES]
        self.choice = SegmentedControl(choices, tr("Outcome"), chosen.value)
        self.questions = TextArea(tr("What they asked"), text=one.questions, min_lines=3, max_lines=8,
                                  placeholder=tr("While you remember: one question a line"))  # fmt: skip
        self.feedback = TextArea(tr("How it went"), text=one.feedback, min_lines=3, max_lines=8,
                                 placeholder=tr("What they said, and what you thought of it"))  # fmt: skip
        about = " · ".join(part for part in (round_words(one), line.title, line.company) if part)
        self.line(tr("Round"), Text(about, elide=True))
        self.line(tr("Outcome"), holder(row(self.choice, STRETCH)))
        self.line(tr("They asked"), self.questions, top=True)
        self.line(tr("It went"), self.feedback, top=True)
        self.move_job = CheckBox(tr("Move the job to “{0}”").format(status_word(JobStatus.INTERVIEW_COMPLETED)))
        self.move_job.setChecked(not more_ahead)
        self.below(self.move_job)
        self.move_job.setVisible(line.status in _BEFORE)
        for area in (self.questions, self.feedback):
            area.changed.connect(self.fit_soon)
        self.add_button(tr("Cancel"), "")
        self.add_button(tr("It took place"), SAVE, "primary")
        self._first = self._state()
        self.choice.setFocus()

    def outcome(self) -> InterviewOutcome:
        return InterviewOutcome(self.choice.value())

    def changes(self) -> dict[str, object]:
        """Fields of the round that were written in, only what differs."""
        wanted = {"questions": self.questions.text().strip(), "feedback": self.feedback.text().strip()}
        return {name: text for name, text in wanted.items() if text != getattr(self._one, name)}

    def moves_job(self) -> bool:
        return self.move_job.isVisibleTo(self) and self.move_job.isChecked()

    def is_changed(self) -> bool:
        return self._state() != self._first

    def _state(self) -> tuple[str, ...]:
        return self.choice.value(), self.questions.text(), self.feedback.text()

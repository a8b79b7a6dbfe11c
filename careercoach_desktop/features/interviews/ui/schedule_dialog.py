"""Arranging a round, or changing one: which job, what kind, when, where, with whom."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QTimer

from careercoach_desktop.features.interviews.model import (
    Interview,
    InterviewLine,
    InterviewPlan,
    InterviewType,
    When,
)
from careercoach_desktop.features.interviews.ui.form_dialog import FormDialog
from careercoach_desktop.features.interviews.ui.meeting_links import is_link, link_in, meeting_name
from careercoach_desktop.features.interviews.ui.people_field import PeopleField
from careercoach_desktop.features.interviews.ui.suggest_field import SuggestField
from careercoach_desktop.features.interviews.ui.type_choice import TypeChoice
from careercoach_desktop.features.interviews.ui.when_form import WhenForm
from careercoach_desktop.features.interviews.ui.words import clash_words, tr
from careercoach_desktop.features.jobs.model import Contact, JobStatus
from careercoach_desktop.features.jobs.ui import status_word
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Banner,
    CheckBox,
    Desk,
    Size,
    Space,
    Text,
    TextArea,
    TextField,
    holder,
    row,
)

SAVE = "save"
_WIDTH = 620
_REST_MS = 120
"""How long typing rests before the calendar is asked what else is then."""
_BEFORE = (JobStatus.INTERESTED, JobStatus.APPLIED)
"""Columns from which a first round moves a job forward."""

Conflicts = Callable[[When], Awaitable[Sequence[InterviewLine]]]


@dataclass(frozen=True, slots=True)
class JobChoice:
    """A job a round can be for."""

    id: int
    title: str
    company: str
    status: JobStatus
    next_round: int = 1

    @property
    def label(self) -> str:
        return " · ".join(part for part in (self.title, self.company) if part) or tr("Job {0}").format(self.id)


@dataclass(frozen=True)
class Asked:
    """What the dialog opens with. ``interview`` is the round to change; else ``when`` is where a new one is put.
    ``jobs`` are those that can be chosen: only one where the job is settled. ``known`` are people to pick from."""

    own_zone: str
    now: datetime
    when: When
    jobs: Sequence[JobChoice]
    interview: Interview | None = None
    known: Sequence[Contact] = field(default_factory=list)


class ScheduleDialog(FormDialog):
    """After ``SAVE``: ``job_id()``, ``plan()`` and ``moves_job()``."""

    def __init__(self, desk: Desk, asked: Asked, conflicts: Conflicts) -> None:
        title = tr("Schedule an interview") if asked.interview is None else tr("Change the interview")
        super().__init__(title, desk.window, width=_WIDTH)
        self._desk, self._asked, self._conflicts = desk, asked, conflicts
        there = asked.interview
        self._jobs = {each.id: each for each in asked.jobs}
        self._job_id = asked.jobs[0].id if len(asked.jobs) == 1 else None
        self.job = SuggestField(tr("Job"), placeholder=tr("Type a title or a company"))
        self.type = TypeChoice(there.type if there else InterviewType.VIDEO_CALL)
        self.round = TextField(tr("Round"))
        self.round.setFixedWidth(48)
        self.round.setMaxLength(2)
        self.form = WhenForm(desk, asked.when, asked.own_zone, asked.now, self, settled=there is not None)
        self.place = TextField(tr("Place"), text=there.place if there else "", placeholder=tr("Address or room"))
        self.link = TextField(tr("Link"), text=there.link if there else "", placeholder=tr("Paste the meeting’s link"))
        self.people = PeopleField(desk, there.interviewers if there else (), asked.known)
        self.notes = TextArea(tr("To prepare"), text=there.notes if there else "", min_lines=2, max_lines=6,
                              placeholder=tr("What do you want to have ready?"))  # fmt: skip
        self.busy = Banner("", "warn", icon="calendar-x")
        self.busy.hide()
        self.move_job = CheckBox("")
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._lay_out()
        self.add_button(tr("Cancel"), "")
        self.save = self.add_button(tr("Schedule") if there is None else tr("Save"), SAVE, "primary")
        self._wire()
        self._take_job(self._job_id)
        self._first = self._state()
        self._check()
        self._look()
        (self.job if self._job_id is None else self.type).setFocus()

    # What was chosen -------------------------------------------------------------------------------------------

    def job_id(self) -> int:
        """Only after ``SAVE``."""
        assert self._job_id is not None  # noqa: S101 - without it there is no saving
        return self._job_id

    def plan(self) -> InterviewPlan:
        """Only after ``SAVE``."""
        when = self.form.when()
        assert when is not None  # noqa: S101 - as above
        return InterviewPlan(
            type=self.type.kind(),
            when=when,
            round=self._round(),
            place=" ".join(self.place.text().split()),
            link=self.link.text().strip(),
            interviewers=self.people.people(),
            notes=self.notes.text().strip(),
        )

    def moves_job(self) -> bool:
        return self.move_job.isVisibleTo(self) and self.move_job.isChecked()

    def is_changed(self) -> bool:
        return self._state() != self._first

    # Its parts -------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        if len(self._asked.jobs) == 1:
            about = Text(self._asked.jobs[0].label, elide=True)
            self.line(tr("Job"), about)
            self.job.setParent(self)
            self.job.hide()
        else:
            self.job.offer([(each.id, each.label) for each in self._asked.jobs])
            self.line(tr("Job"), self.job)
        label = Text(tr("Round"), size=Size.SMALL, tone="second")
        self.line(tr("Kind"), holder(row(self.type, Space.M, label, self.round, STRETCH, spacing=Space.S)))
        self.line(tr("When"), self.form.first)
        self.line(tr("Time zone"), self.form.second)
        self.below(self.form.note)
        self.below(self.busy)
        self.line(tr("Place"), self.place)
        self.line(tr("Link"), self.link)
        self.line(tr("With"), self.people, top=True)
        self.line(tr("To prepare"), self.notes, top=True)
        self.below(self.move_job)

    def _wire(self) -> None:
        self.job.picked.connect(lambda key: self._take_job(key if isinstance(key, int) else None))
        self.job.textChanged.connect(self._job_typed)
        self.round.textChanged.connect(self._check)
        self.place.textChanged.connect(self._place_typed)
        self.link.textChanged.connect(self._link_typed)
        self.form.changed.connect(self._check)
        self.form.changed.connect(self._rest.start)
        self.form.changed.connect(self.fit_soon)
        self._rest.timeout.connect(self._look)
        self.people.resized.connect(self.fit_soon)
        self.notes.changed.connect(self.fit_soon)
        self._link_typed()

    def _job_typed(self, text: str) -> None:
        key = self.job.key_of(text)
        if key != self._job_id:
            self._take_job(key if isinstance(key, int) else None)

    def _take_job(self, job_id: int | None) -> None:
        self._job_id = job_id
        job = self._jobs.get(job_id or 0)
        if self._asked.interview is not None:
            self.round.setText(str(self._asked.interview.round))
        elif job is not None:
            self.round.setText(str(job.next_round))
        offers = self._asked.interview is None and job is not None and job.status in _BEFORE
        words = tr("Move the job to “{0}”").format(status_word(JobStatus.INTERVIEW_SCHEDULED))
        self.move_job.setText(words)
        self.move_job.setAccessibleName(words)
        self.move_job.setChecked(True)
        self.move_job.setVisible(offers)
        self._check()
        self.fit_soon()

    def _place_typed(self, text: str) -> None:
        """A link that is pasted as the place goes where links go."""
        if is_link(text.strip()) and not self.link.text().strip():
            self.place.clear()
            self.link.setText(text.strip())
            self.link.setFocus()

    def _link_typed(self) -> None:
        text = self.link.text().strip()
        found = link_in(text)
        if found and found != text:  # an invitation was pasted whole
            self.link.setText(found)
            return
        name = meeting_name(text) if is_link(text) else ""
        wrong = bool(text) and not is_link(text)
        self.link.set_state(*(("good", name) if name else ("error", tr("not a link")) if wrong else ("plain", "")))
        self._check()

    def _round(self) -> int | None:
        typed = self.round.text().strip()
        return int(typed) if typed.isdecimal() and 1 <= int(typed) <= 99 else None

    def _check(self) -> None:
        if not hasattr(self, "save"):
            return  # still being built
        round_wrong = bool(self.round.text().strip()) and self._round() is None
        if (self.round.state == "error") != round_wrong:
            self.round.set_state("error" if round_wrong else "plain", tr("a number") if round_wrong else "")
        right = self._job_id is not None and self.form.when() is not None and not round_wrong
        self.save.setEnabled(right and self.link.state != "error")

    def _look(self) -> None:
        self._desk.start(self._show_conflicts(), owner=self)

    async def _show_conflicts(self) -> None:
        when = self.form.when()
        lines = list(await self._conflicts(when)) if when is not None else []
        if self.form.when() != when:
            return  # more was typed meanwhile
        self.busy.set_text(conflict_words(lines, self._asked) if lines else "")
        self.busy.setVisible(bool(lines))
        self.fit_soon()

    def _state(self) -> tuple[object, ...]:
        form = self.form
        return (
            self._job_id, self.type.kind(), self.round.text(), form.day.field.text(), form.time.text(),
            form.length.field.text(), form.all_day.isChecked(), form.zone.zone(), self.place.text(), self.link.text(),
            self.people.people(), self.notes.text(),
        )  # fmt: skip


def conflict_words(lines: Sequence[InterviewLine], asked: Asked) -> str:
    """``At the same time: Video call with Halden Rail, today, 10:00 – 11:00. You can keep both.``"""
    said = clash_words(lines, asked.own_zone, asked.now.date())
    return tr("At the same time: {0}. You can keep both.").format(said)


def changes_of(before: Interview, plan: InterviewPlan) -> dict[str, object]:
    """What the form says otherwise than the round was, by field."""
    wanted: dict[str, object] = {
        "type": plan.type,
        "round": plan.round or before.round,
        "when": plan.when,
        "place": plan.place,
        "link": plan.link,
        "interviewers": plan.interviewers,
        "notes": plan.notes,
    }
    changed = {name: value for name, value in wanted.items() if value != getattr(before, name)}
    if not plan.when.same(before.when):  # of an hour that comes twice, the other one
        changed["when"] = plan.when
    return changed

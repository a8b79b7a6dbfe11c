"""Where a practice interview begins: what it is to be like, what it takes, and the one button."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from careercoach_desktop.features.interviews.model import Interview, InterviewsChanged
from careercoach_desktop.features.interviews.model.brief import BriefKind
from careercoach_desktop.features.jobs.model import JobAdded, JobChanged, JobRemoved
from careercoach_desktop.features.practice.model import Asker, PracticeMethod, PracticeSetup
from careercoach_desktop.features.practice.ui.setup_form import SetupForm
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.model import Estimate, KeyChanged
from careercoach_desktop.foundation.llm.words import estimate_words
from careercoach_desktop.foundation.settings.model import SettingsChanged
from careercoach_desktop.foundation.uikit import STRETCH, Banner, Button, Card, Desk, Scroll, Space, row

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.service import InterviewService
    from careercoach_desktop.features.interviews.service.briefs import BriefService
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.practice.service import PracticeService

_LEAST = 160
_EACH = " Each answer it weighs: {price}."
_SENDS = "Sends the posting{research}, your résumé without name and contact details, your notes and stories to {host}."


@dataclass(frozen=True)
class Grounds:
    """The services a set-up is made from."""

    practice: PracticeService
    jobs: JobService
    interviews: InterviewService
    briefs: BriefService | None
    """None: nothing can be looked up here."""


class _Choices(Scroll):
    """As tall as the form where there is room; else it scrolls, and the button below stays in sight."""

    def __init__(self, form: SetupForm) -> None:
        super().__init__(form, "Choices")
        self._form = form
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setMinimumHeight(_LEAST)

    def sizeHint(self) -> QSize:
        layout, hint = self._form.layout(), super().sizeHint()
        tall = layout.totalHeightForWidth(self.width()) if layout is not None else hint.height()
        return QSize(hint.width(), max(tall, _LEAST))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()


class SetupCard(Card):
    """``begun`` brings the id of a session that was begun."""

    begun = Signal(int)

    def __init__(self, desk: Desk, grounds: Grounds) -> None:
        super().__init__("New practice interview", padding=Space.XL, spacing=Space.L)
        self._desk, self._grounds = desk, grounds
        self._is_there = False
        self._busy = False
        self.form = SetupForm(with_research=grounds.briefs is not None)
        self._trouble = Banner("", "warn")
        self._trouble.hide()
        self.begin = Button("Begin", "primary", icon="play")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.add(_Choices(self.form), self._trouble, row(self.begin, STRETCH))
        self.begin.clicked.connect(self.start)
        self.form.changed.connect(self._refresh)
        self.form.job_changed.connect(lambda: self._run(self._look_at_job(None)))
        self.form.asker.settings_wanted.connect(desk.open_remedy)
        for event in (JobAdded, JobChanged, JobRemoved):
            desk.on(event, lambda _event: self._run(self._load_jobs()), owner=self)
        desk.on(KeyChanged, lambda _event: self._refresh(), owner=self)
        desk.on(SettingsChanged, lambda _event: self._refresh(), owner=self)
        desk.on(InterviewsChanged, self._on_interviews, owner=self)

    def load(self) -> None:
        """Ask what can be chosen; the first time, begin with what comes next."""
        self._run(self._load())

    def choose(self, *, job_id: int | None = None, interview_id: int | None = None) -> None:
        """Begin for this job, or for this round."""
        self._run(self._choose(job_id, interview_id))

    def again(self, setup: PracticeSetup) -> None:
        """The choices of a session that was practised before."""
        self._is_there = True
        self._run(self._choose_again(setup))

    def set_quiet(self, *, quiet: bool) -> None:
        """Something else is the page's first choice."""
        self.begin.set_kind("secondary" if quiet else "primary")

    def start(self) -> None:
        """As if the button were pressed."""
        if not self._busy and self.begin.isEnabled():
            self._run(self._begin())

    # --- what can be chosen ------------------------------------------------------------------------------------------

    def _run(self, coroutine: object) -> None:
        self._desk.start(coroutine, owner=self)  # type: ignore[arg-type]

    async def _load(self) -> None:
        await self._load_jobs()
        if self._is_there:
            await self._price()
            return
        self._is_there = True
        job_id, interview_id = await self._what_is_next()
        if job_id is not None and not self.form.job.text():
            self.form.job.choose(job_id)
            await self._look_at_job(interview_id)
        else:
            await self._price()

    async def _what_is_next(self) -> tuple[int | None, int | None]:
        """The next round and its job; else the job that was practised for last."""
        upcoming = await self._desk.run(self._grounds.interviews.upcoming, 1)
        if upcoming:
            return upcoming[0].interview.job_id, upcoming[0].interview.id
        lines = await self._desk.run(self._grounds.practice.history)
        return (lines[0].job_id if lines else None), None

    async def _load_jobs(self) -> None:
        self.form.set_jobs(await self._desk.run(self._grounds.jobs.cards))

    async def _choose(self, job_id: int | None, interview_id: int | None) -> None:
        self._is_there = True
        await self._load_jobs()
        if interview_id is not None:
            try:
                job_id = (await self._desk.run(self._grounds.interviews.get, interview_id)).job_id
            except KeyError:
                interview_id = None
        self.form.job.choose(job_id)
        await self._look_at_job(interview_id)
        self.begin.setFocus()

    async def _choose_again(self, setup: PracticeSetup) -> None:
        await self._load_jobs()
        self.form.show_setup(setup)
        if setup.job_id is not None:
            rounds = await self._rounds(setup.job_id)
            self.form.set_rounds(rounds, setup.interview_id)
            self.form.show_setup(setup)
        await self._price()
        self.begin.setFocus()

    async def _look_at_job(self, interview_id: int | None) -> None:
        """Its rounds; without one that is meant, the next that is to come."""
        job_id = self.form.job.job_id()
        rounds = await self._rounds(job_id) if job_id is not None else []
        if job_id != self.form.job.job_id():
            return
        coming = next((each.id for each in rounds if each.completed is None), None)
        self.form.set_rounds(rounds, interview_id if interview_id is not None else coming)
        await self._price()

    async def _rounds(self, job_id: int) -> list[Interview]:
        lines = await self._desk.run(self._grounds.interviews.for_job, job_id)
        return [line.interview for line in lines if not line.interview.cancelled]

    # --- what it takes -----------------------------------------------------------------------------------------------

    def _refresh(self) -> None:
        self._run(self._price())

    async def _price(self) -> None:
        """What Claude would take, and what is missing for the chosen way."""
        practice = self._grounds.practice
        can = await self._desk.work(practice.can_ask_claude)
        self.form.show_can_ask(can=can)
        research = "" if self.form.setup().method is PracticeMethod.JOB else ", what was found out"
        sends = _SENDS.format(research=research, host=await self._desk.work(practice.claude_host)) if can else ""
        if not can or not self.form.asker.has_price:
            self.form.asker.show_claude(None, can=can, sends=sends)  # the price may take a moment
        setup = self.form.setup()
        estimate, trouble = await self._estimate(setup) if can else (None, "")
        ahead = await self._ahead(setup) if estimate is not None else ""
        missing = await self._missing(setup) if can else ""
        if setup != self.form.setup():
            return  # whoever chose something else asked for its price
        self.form.asker.show_claude(estimate, can=can, sends=f"{sends}{ahead}")
        self.form.show_missing(missing)
        self._trouble.set_text(trouble)
        self._trouble.setVisible(bool(trouble) and setup.asker is Asker.CLAUDE)

    async def _estimate(self, setup: PracticeSetup) -> tuple[Estimate | None, str]:
        asked = setup.model_copy(update={"asker": Asker.CLAUDE})
        try:
            return await self._desk.work(self._grounds.practice.estimate_questions, asked), ""
        except UserError as error:
            return None, str(error)

    async def _ahead(self, setup: PracticeSetup) -> str:
        """What every answer takes on top, where Claude is to weigh them."""
        if not setup.evaluate_ahead:
            return ""
        answer = await self._desk.work(self._grounds.practice.estimate_usual_answer, setup)
        return _EACH.format(price=estimate_words(answer))

    async def _missing(self, setup: PracticeSetup) -> str:
        if setup.method is PracticeMethod.JOB or setup.job_id is None or setup.asker is Asker.BANK:
            return ""
        if self._grounds.briefs is None:
            return ""
        return await self._desk.work(missing_briefs, self._grounds, self._grounds.briefs, setup)

    async def _begin(self) -> None:
        self._busy = True
        self.begin.setEnabled(False)
        try:
            session_id = await self._desk.run(self._grounds.practice.begin, self.form.setup())
        finally:
            self._busy = False
            self.begin.setEnabled(True)
        self.begun.emit(session_id)

    def _on_interviews(self, event: InterviewsChanged) -> None:
        if self.form.job.job_id() in event.job_ids:
            chosen = self.form.setup().interview_id
            self._run(self._look_at_job(chosen))


def missing_briefs(grounds: Grounds, briefs: BriefService, setup: PracticeSetup) -> str:
    """Which research the chosen way would rest on and is not there; empty when it is."""
    if setup.job_id is None:
        return ""
    company = grounds.jobs.job(setup.job_id).posting.company
    found = briefs.brief(BriefKind.COMPANY, briefs.company_subject(company)) if company else None
    gaps = [] if found is not None else [company or "the company"]
    if setup.method is PracticeMethod.JOB_COMPANY_INTERVIEWERS:
        gaps += _strangers(grounds, briefs, setup, company)
    if not gaps:
        return ""
    return f"Nothing is known yet about {' and '.join(gaps)}. Have it looked up under Interviews, or begin without it."


def _strangers(grounds: Grounds, briefs: BriefService, setup: PracticeSetup, company: str) -> list[str]:
    """Interviewers of whom there is no brief; “the people” where no round says who they are."""
    if setup.interview_id is None:
        return ["the people"]
    people = grounds.interviews.get(setup.interview_id).interviewers
    if not people:
        return ["the people"]
    return [
        each.name
        for each in people
        if briefs.brief(BriefKind.INTERVIEWER, briefs.interviewer_subject(each, company)) is None
    ]

"""All briefings of one round under each other: its preparation, its company, everybody who asks.

    view = BriefView(desk, briefs)
    view.open(interview_id)     # None: nothing is shown

It listens for itself to what changes; whoever shows it only says which round.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.interviews.model import InterviewLine, InterviewsChanged
from careercoach_desktop.features.interviews.model.brief import ResearchAbout
from careercoach_desktop.features.interviews.ui.briefs.preparing import PreparationSection
from careercoach_desktop.features.interviews.ui.briefs.researching import ResearchSection
from careercoach_desktop.features.jobs.model import ContactsChanged, JobChanged
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.uikit import Desk, Space, clear, column

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.service.briefs import BriefService


class BriefView(QWidget):
    """As wide as it is given, as high as it needs: put it into something that scrolls."""

    def __init__(self, desk: Desk, briefs: BriefService) -> None:
        super().__init__()
        self._desk = desk
        self._briefs = briefs
        self._interview_id: int | None = None
        self._abouts: list[ResearchAbout] | None = None
        self._preparation: PreparationSection | None = None
        self._sections: list[ResearchSection] = []
        self._column = column(spacing=Space.M)
        self._research = column(spacing=Space.M)
        self._column.addLayout(self._research)
        self._column.addStretch(1)
        self.setLayout(self._column)
        desk.on(InterviewsChanged, self._on_interviews, owner=self)
        for event in (JobChanged, ContactsChanged):  # the company’s name, or who asks, may be another now
            desk.on(event, lambda _event: self._look_again(), owner=self)

    @property
    def sections(self) -> list[ResearchSection]:
        """Of the company and the people, in their order."""
        return list(self._sections)

    @property
    def preparation(self) -> PreparationSection | None:
        return self._preparation

    def show_interview(self, line: InterviewLine) -> None:
        """``open`` for the detail of a round, whose section this is."""
        self.open(line.interview.id)

    def open(self, interview_id: int | None) -> None:
        """Show this round's briefings; the same one stays as it is."""
        if interview_id == self._interview_id:
            return
        self._interview_id, self._abouts, self._sections = interview_id, None, []
        clear(self._research)
        if self._preparation is not None:
            self._column.removeWidget(self._preparation)
            self._preparation.hide()
            self._preparation.deleteLater()
            self._preparation = None
        if interview_id is None:
            return
        self._preparation = PreparationSection(self._desk, self._briefs, interview_id)
        self._column.insertWidget(0, self._preparation)
        self._preparation.load()
        self._desk.start(self._look(interview_id), owner=self)

    async def _look(self, interview_id: int) -> None:
        try:
            abouts = await self._desk.work(self._about, interview_id)
        except (KeyError, UserError):
            return  # it is gone: whoever shows it hears of that, too
        if interview_id != self._interview_id or abouts == self._abouts:
            return
        self._abouts = abouts
        clear(self._research)
        self._sections = [ResearchSection(self._desk, self._briefs, about) for about in abouts]
        for section in self._sections:
            self._research.addWidget(section)
            section.load()

    def _about(self, interview_id: int) -> list[ResearchAbout]:
        people = self._briefs.about_interviewers(interview_id)
        company = self._briefs.about_company_of(interview_id)
        return [*([company] if company is not None else []), *people]

    def _on_interviews(self, event: InterviewsChanged) -> None:
        if self._interview_id in event.interview_ids:
            self._look_again()

    def _look_again(self) -> None:
        if self._interview_id is not None:
            self._desk.start(self._look(self._interview_id), owner=self)

"""What was found about the company and those who will ask, as far as the person chose to practise with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from careercoach_desktop.features.interviews.model.brief import Brief, BriefKind
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.practice.model import PracticeMethod, PracticeSetup

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.service import InterviewService


class Briefs(Protocol):
    """The part of the briefings' service that is read here."""

    def brief(self, kind: BriefKind, subject: str) -> Brief | None: ...
    def company_subject(self, name: str) -> str: ...


class Outside:
    """``about`` gives the briefs that are there; it never has any made."""

    def __init__(self, briefs: Briefs | None, interviews: InterviewService) -> None:
        self._briefs = briefs
        self._interviews = interviews

    def about(self, setup: PracticeSetup, posting: Posting) -> tuple[Brief, ...]:
        """The company's first, then the interviewers' in their order."""
        if self._briefs is None or setup.method is PracticeMethod.JOB:
            return ()
        found = []
        if posting.company.strip():
            found.append(self._briefs.brief(BriefKind.COMPANY, self._briefs.company_subject(posting.company)))
        if setup.method is PracticeMethod.JOB_COMPANY_INTERVIEWERS:
            found += [self._briefs.brief(BriefKind.INTERVIEWER, f"contact:{each}") for each in self._people(setup)]
        return tuple(brief for brief in found if brief is not None and brief.research is not None)

    def _people(self, setup: PracticeSetup) -> list[int]:
        if setup.interview_id is None:
            return []
        try:
            interview = self._interviews.get(setup.interview_id)
        except KeyError:
            return []
        return [each.contact_id for each in interview.interviewers if each.contact_id is not None]

"""What was found about the company and those who will ask, as far as the person chose to practise with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careercoach_desktop.features.interviews.model import Interviewer
from careercoach_desktop.features.interviews.model.brief import Brief, BriefKind
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.practice.model import PracticeMethod, PracticeSetup

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.service import InterviewService
    from careercoach_desktop.features.interviews.service.briefs import BriefService


class Outside:
    """``about`` gives the briefs that are there; it never has any made."""

    def __init__(self, briefs: BriefService, interviews: InterviewService) -> None:
        self._briefs = briefs
        self._interviews = interviews

    def about(self, setup: PracticeSetup, posting: Posting) -> tuple[Brief, ...]:
        """The company's first, then the interviewers' in their order."""
        if setup.method is PracticeMethod.JOB:
            return ()
        found = []
        if posting.company.strip():
            found.append(self._briefs.brief(BriefKind.COMPANY, self._briefs.company_subject(posting.company)))
        if setup.method is PracticeMethod.JOB_COMPANY_INTERVIEWERS:
            people = [self._briefs.interviewer_subject(each, posting.company) for each in self._people(setup)]
            found += [self._briefs.brief(BriefKind.INTERVIEWER, subject) for subject in people]
        return tuple(brief for brief in found if brief is not None and brief.research is not None)

    def _people(self, setup: PracticeSetup) -> tuple[Interviewer, ...]:
        if setup.interview_id is None:
            return ()
        try:
            return self._interviews.get(setup.interview_id).interviewers
        except KeyError:  # forgotten for good since
            return ()

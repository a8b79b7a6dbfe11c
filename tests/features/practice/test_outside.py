"""What was found about a company and its people shapes the questions, when the person chose so, and nothing else."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.interviews.model import Interviewer, InterviewPlan
from careercoach_desktop.features.interviews.model.brief import (
    Brief,
    BriefKind,
    BriefOrigin,
    BriefPoint,
    BriefSection,
    Research,
)
from careercoach_desktop.features.interviews.service import InterviewService
from careercoach_desktop.features.interviews.service.briefs import BriefService
from careercoach_desktop.features.interviews.store import BriefStore
from careercoach_desktop.features.practice.model import Asker, PracticeMethod, PracticeSetup
from careercoach_desktop.features.practice.service import PracticeService
from careercoach_desktop.foundation.clock import utc_now
from tests.features.interviews.conftest import wall
from tests.features.practice.said import THREE
from tests.support.claude import ClaudeServer
from tests.support.workspace import Place

COMPANY, PERSON = "They opened a wind farm in May.", "She spoke about streaming at a conference."


@pytest.fixture
def researched(place: Place, data_job: int) -> int:
    """A round with somebody who was looked up, at a company that was; the round's id."""
    plan = InterviewPlan(when=wall("2027-01-07T10:00"), interviewers=(Interviewer(name="Ada Holm"),))
    interview = place.get(InterviewService).schedule(data_job, plan)
    briefs = place.get(BriefService)
    (person,) = interview.interviewers
    for kind, subject, title, text in (
        (BriefKind.COMPANY, briefs.company_subject("Northwind"), "Northwind", COMPANY),
        (BriefKind.INTERVIEWER, briefs.interviewer_subject(person, "Northwind"), "Ada Holm", PERSON),
    ):
        found = Research(sections=(BriefSection(title="News", points=(BriefPoint(text=text),)),))
        brief = Brief(
            id=0, kind=kind, subject=subject, title=title, origin=BriefOrigin.SEARCH, research=found, created=utc_now()
        )
        with place.database.write() as unit:
            BriefStore(unit.session).put(brief, contact_id=person.contact_id if kind is BriefKind.INTERVIEWER else None)
    return interview.id


@pytest.mark.parametrize(
    ("method", "company", "person"),
    [
        (PracticeMethod.JOB, False, False),
        (PracticeMethod.JOB_COMPANY, True, False),
        (PracticeMethod.JOB_COMPANY_INTERVIEWERS, True, True),
    ],
)
def test_what_was_found_is_told_as_chosen(
    connected: ClaudeServer,
    place: Place,
    practice: PracticeService,
    lena: int,
    data_job: int,
    researched: int,
    method: PracticeMethod,
    company: bool,
    person: bool,
) -> None:
    connected.answer("WrittenQuestions", THREE)
    place.queue.start()
    practice.begin(PracticeSetup(job_id=data_job, interview_id=researched, count=3, asker=Asker.CLAUDE, method=method))
    place.done("practice.questions")
    told = connected.requests()[0].asked.user
    assert (COMPANY in told, PERSON in told) == (company, person)
    assert ("Outside information" in told) is company

"""CompanyResearch and InterviewerResearch: a name in, a briefing out whose every claim names its page.

Claude searches the web itself. The day is part of what is asked: asked again another day it is looked up anew, on the
same day the answer that was kept is the answer.
"""

from __future__ import annotations

from datetime import date

from careercoach_desktop.features.interviews.judging import HEADINGS, SummaryView
from careercoach_desktop.features.interviews.model.brief import SEARCHES, BriefKind, ResearchAbout
from careercoach_desktop.foundation.llm.citing import Cited
from careercoach_desktop.foundation.llm.model import Effort, Part, Purpose, Request

AGENTS = {BriefKind.COMPANY: "CompanyResearch", BriefKind.INTERVIEWER: "InterviewerResearch"}
SUMMARY_AGENT = "ResearchSummary"
VERSION = 1
"""Changes with the prompts."""
USUAL_ANSWER = 2_500
MOST_TOKENS = 16_000
_LONGEST_FACT = 300
_PACKAGE = "careercoach_desktop.features.interviews.agents"
_TAGS = ("about", "pasted")
_TEMPLATES = {BriefKind.COMPANY: "company", BriefKind.INTERVIEWER: "interviewer"}


def research_request(about: ResearchAbout, day: date) -> Request[Cited]:
    """``day``: today, as far as the briefing is concerned."""
    from careercoach_desktop.foundation.llm.prompts import Prompts, tagless

    prompts, name = Prompts(_PACKAGE), _TEMPLATES[about.kind]
    asked = prompts.fill("research.user", known=tagless(_known(about), *_TAGS), day=day.isoformat())
    return Request(
        agent=AGENTS[about.kind],
        version=VERSION,
        purpose=Purpose.INTERVIEWS,
        system=prompts.fill(f"{name}.system", headings=HEADINGS[about.kind]),
        parts=(Part(asked),),
        output=Cited,
        effort=Effort.MEDIUM,
        max_tokens=MOST_TOKENS,
        expected_tokens=USUAL_ANSWER,
        searches=SEARCHES[about.kind],
    )


def summary_request(about: ResearchAbout, pasted: str) -> Request[SummaryView]:
    """``pasted``: a page's text, as the person copied it."""
    from careercoach_desktop.foundation.llm.prompts import Prompts, tagless

    prompts = Prompts(_PACKAGE)
    asked = prompts.fill("summary.user", known=tagless(_known(about), *_TAGS), pasted=tagless(pasted, *_TAGS))
    person = about.kind is BriefKind.INTERVIEWER
    return Request(
        agent=SUMMARY_AGENT,
        version=VERSION,
        purpose=Purpose.INTERVIEWS,
        system=prompts.fill("summary.system", headings=HEADINGS[about.kind], person=person),
        parts=(Part(asked),),
        output=SummaryView,
        effort=Effort.LOW,
        max_tokens=MOST_TOKENS,
        expected_tokens=1_500,
    )


def _known(about: ResearchAbout) -> str:
    """What may be said outside: nothing of the person who asks."""
    person = about.kind is BriefKind.INTERVIEWER
    lines = (
        ("Name", about.name),
        ("Company", about.company if person else ""),
        ("What they do there", about.role),
        ("Page", about.link),
        ("Place of the job", about.place),
        ("The job", about.job_title),
    )
    return "\n".join(f"{label}: {' '.join(text.split())[:_LONGEST_FACT]}" for label, text in lines if text.strip())

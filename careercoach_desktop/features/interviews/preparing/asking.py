"""Questions the person could ask, by the kind of the round, the people in it, and what the posting leaves open."""

from __future__ import annotations

import re

from careercoach_desktop.features.interviews.model import Interview, InterviewType
from careercoach_desktop.features.jobs.model import Posting, WorkMode

MOST = 6
_BY_KIND: dict[InterviewType, tuple[str, ...]] = {
    InterviewType.PHONE_SCREEN: (
        "What do the next steps look like, and who would I meet?",
        "Why is this position open?",
        "What matters most for you in the person you are looking for?",
    ),
    InterviewType.VIDEO_CALL: (
        "What would you like somebody in this role to have done after three months?",
        "What does an ordinary week in the team look like?",
        "What is the team struggling with at the moment?",
        "How do you notice that somebody does this job well?",
    ),
    InterviewType.IN_PERSON: (
        "Where would I sit, and with whom would I work most?",
        "What has changed here in the last year, and what should change next?",
        "What would you like somebody in this role to have done after three months?",
        "How are decisions made when people disagree?",
    ),
    InterviewType.TECHNICAL: (
        "Which decision in how you work would you take differently today?",
        "How does work get from an idea to the people who use it?",
        "How do you look at each other’s work, and how long does that take?",
        "What do you do when something goes wrong at night or at the weekend?",
    ),
    InterviewType.BEHAVIORAL: (
        "Can you tell me of a time the team disagreed, and how it ended?",
        "How do people here give each other feedback?",
        "What makes somebody leave this team, and what makes them stay?",
        "How do you help new colleagues in their first weeks?",
    ),
    InterviewType.PANEL: (
        "What would each of you need from the person in this role?",
        "Where do your teams depend on each other most?",
        "What would you like somebody in this role to have done after three months?",
        "What is the hardest part of this job that the posting does not show?",
    ),
    InterviewType.FINAL: (
        "Is there anything in my experience that still makes you hesitate?",
        "What does success in the first year look like for you?",
        "How do people grow here: what did the last person in this role do next?",
        "When do you expect to decide, and who decides?",
    ),
    InterviewType.OTHER: (
        "What will the result be judged by?",
        "What would you like somebody in this role to have done after three months?",
        "What happens after today, and when will I hear from you?",
    ),
}
_WITH_LEADERS = "What do you expect from this role that only you would name?"
_LEADS = re.compile(
    r"\b(?:head|director|chief|vp|lead|manager|managing|c[etfo]o|leiter\w*|directeur|directrice)\b", re.IGNORECASE
)


def questions_to_ask(interview: Interview, posting: Posting) -> tuple[str, ...]:
    """At most six, those the posting leaves open last."""
    found = list(_BY_KIND[interview.type])
    if any(_LEADS.search(each.title) for each in interview.interviewers):
        found.append(_WITH_LEADERS)
    if posting.work_mode is WorkMode.HYBRID:
        found.append("How many days are you in the office, and who chooses them?")
    elif posting.work_mode is WorkMode.REMOTE:
        found.append("How do people who work remotely stay in touch here?")
    elif posting.work_mode is None and interview.round == 1:
        found.append("Is there work from home, and how is it arranged?")
    if posting.salary_min is None and posting.salary_max is None and interview.type is not InterviewType.TECHNICAL:
        found.append("Which range is foreseen for the pay?")
    return tuple(dict.fromkeys(found))[:MOST]

"""InterviewPrep: a round, its job, the people, what is known of the company, the résumé and the stories in; likely
questions with the stories that answer them, questions to ask, a checklist out.

The résumé and the stories come first and stay the same to the letter, so that the next round's preparation reads them
from the prompt cache.
"""

from __future__ import annotations

from dataclasses import dataclass

from careercoach_desktop.features.analysis.judging import Listing
from careercoach_desktop.features.evidence.model import Story
from careercoach_desktop.features.interviews.judging import PrepView
from careercoach_desktop.features.interviews.model import Interview
from careercoach_desktop.features.interviews.model.brief import Brief
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.jobs.model.posting_words import posting_words
from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.foundation.llm.contact import contact_of
from careercoach_desktop.foundation.llm.model import Effort, Part, Purpose, Request

AGENT = "InterviewPrep"
VERSION = 1
"""Changes with the prompt or the schema."""
USUAL_ANSWER = 2_400
MOST_TOKENS = 16_000
LONGEST_POSTING = 12_000
_LONGEST_BRIEF, _LONGEST_STORY = 5_000, 1_400
_TAGS = ("resume", "notes", "stories", "posting", "round", "company", "interviewers")
_PACKAGE = "careercoach_desktop.features.interviews.agents"


@dataclass(frozen=True, slots=True)
class PrepInputs:
    """``resume`` None: there is none yet. ``briefs``: of the company and the interviewers, where there are some."""

    interview: Interview
    posting: Posting
    resume: ResumeData | None
    notes: str
    stories: tuple[Story, ...]
    briefs: tuple[Brief, ...] = ()


def prep_request(inputs: PrepInputs) -> Request[PrepView]:
    """What preparing this round asks."""
    from careercoach_desktop.foundation.llm.prompts import Prompts, tagless

    prompts = Prompts(_PACKAGE)
    settled = []
    if inputs.resume is not None:
        listing = Listing.of(inputs.resume, inputs.notes)
        resume, notes = (tagless(text, *_TAGS) for text in (listing.text, "\n".join(listing.noted)))
        settled.append(Part(prompts.fill("interview_prep.resume", resume=resume, notes=notes), settled=True))
    if inputs.stories:
        told = tagless("\n\n".join(_story(each) for each in inputs.stories), *_TAGS)
        settled.append(Part(prompts.fill("interview_prep.stories", stories=told), settled=True))
    asked = prompts.fill(
        "interview_prep.user",
        posting=tagless(posting_words(inputs.posting, LONGEST_POSTING), *_TAGS),
        round=tagless(_round(inputs.interview), *_TAGS),
        company=tagless("\n\n".join(_brief(each) for each in inputs.briefs), *_TAGS),
        has_resume=inputs.resume is not None,
        has_stories=bool(inputs.stories),
    )
    return Request(
        agent=AGENT,
        version=VERSION,
        purpose=Purpose.INTERVIEWS,
        system=prompts.fill("interview_prep.system"),
        parts=(*settled, Part(asked)),
        output=PrepView,
        effort=Effort.MEDIUM,
        max_tokens=MOST_TOKENS,
        expected_tokens=USUAL_ANSWER,
        contact=contact_of(inputs.resume.basics) if inputs.resume is not None else (),
    )


def _story(story: Story) -> str:
    parts = [f"{name}: {' '.join(text.split())}" for name, text in story.text.parts if text.strip()]
    skills = [f"Skills: {', '.join(story.text.skills)}"] if story.text.skills else []
    text = "\n".join([f"s{story.id} {story.text.title}", *parts, *skills])
    return text[:_LONGEST_STORY]


def _round(interview: Interview) -> str:
    """The kind of conversation and who asks; neither the place nor anybody's address."""
    people = [", ".join(part for part in (each.name, each.title) if part) for each in interview.interviewers]
    lines = (
        ("Kind", _KINDS[interview.type.value]),
        ("Round", str(interview.round)),
        ("Minutes", "" if interview.when.all_day else str(interview.when.minutes)),
        ("Interviewers", "; ".join(people)),
        ("What the person wrote down to prepare", " ".join(interview.notes.split())[:2_000]),
    )
    return "\n".join(f"{label}: {text}" for label, text in lines if text)


_KINDS = {
    "PHONE_SCREEN": "phone screen",
    "VIDEO_CALL": "video call",
    "IN_PERSON": "conversation at their place",
    "TECHNICAL": "technical interview",
    "BEHAVIORAL": "behavioural interview",
    "PANEL": "panel",
    "FINAL": "final round",
    "OTHER": "other (a presentation, a case, an assessment day)",
}


def _brief(brief: Brief) -> str:
    sections = brief.research.sections if brief.research is not None else ()
    lines = [f"{brief.title} ({brief.created.date().isoformat()})"]
    for section in sections:
        lines += [f"{section.title}:", *(f"- {point.text}" for point in section.points)]
    return "\n".join(lines)[:_LONGEST_BRIEF]

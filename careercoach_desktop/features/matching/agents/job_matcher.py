"""JobMatcher: a résumé, what the person looks for and several postings in; a score with reasons and gaps for each out.

What stays comes first (the rules, the résumé, the wishes), so that the next few jobs read it from the prompt cache.
Each posting goes under a name made of its own text, which whoever wrote the posting beside it can't know.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints

from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.jobs.model.posting_words import description_words
from careercoach_desktop.features.matching.agents.resume_words import resume_words
from careercoach_desktop.features.matching.model import Judgement
from careercoach_desktop.features.profile.model import Preferences
from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.foundation.llm.contact import contact_of
from careercoach_desktop.foundation.llm.model import Effort, Part, Purpose, Request
from careercoach_desktop.foundation.llm.prompts import Prompts, tagless
from careercoach_desktop.foundation.llm.saying import clipped

AGENT = "JobMatcher"
VERSION = 1
PER_CALL = 5
"""Jobs in one question: the résumé is paid for once for all of them, and a wrong answer spoils only these."""
LONGEST_POSTING = 5_000
"""Letters; what follows is rarely about the job."""
LONGEST_RESUME = 14_000
_USUAL_ANSWER = 150
"""Tokens for one job."""
_USUAL_THINKING = 250
_MOST_TOKENS = 8_000
_TAGS = ("resume", "wishes", "job")
_MOST_SENTENCES = 4
_LONGEST_SENTENCE = 240
_PROMPTS = Prompts("careercoach_desktop.features.matching.agents")

Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class JobVerdict(BaseModel):
    """``job`` is the id the posting was given under."""

    job: str
    score: int = Field(ge=0, le=100)
    reasons: list[Sentence] = Field(min_length=1)
    gaps: list[Sentence]


class Verdicts(BaseModel):
    """One entry for each job that was asked about."""

    jobs: list[JobVerdict] = Field(min_length=1)


def matcher_request(resume: ResumeData, wishes: Preferences, postings: Sequence[Posting]) -> Request[Verdicts]:
    """About these postings, at most ``PER_CALL``."""
    named = {name_of(posting): _words_of(posting) for posting in postings}
    jobs = [f"<job>\nid: {name}\n{words}\n</job>" for name, words in named.items()]
    return Request(
        agent=AGENT,
        version=VERSION,
        purpose=Purpose.MATCHING,
        system=_PROMPTS.fill("job_matcher.system"),
        parts=(
            Part(
                _PROMPTS.fill("job_matcher.resume", resume=_resume(resume), wishes=_wishes(wishes)),
                settled=True,
            ),
            Part(_PROMPTS.fill("job_matcher.jobs", jobs="\n\n".join(jobs))),
        ),
        output=Verdicts,
        effort=Effort.LOW,
        max_tokens=_MOST_TOKENS,
        expected_tokens=_USUAL_THINKING + _USUAL_ANSWER * len(postings),
        contact=contact_of(resume.basics),
    )


def judgements(verdicts: Verdicts, postings: Mapping[int, Posting]) -> dict[int, Judgement]:
    """By the keys of ``postings``, those that were asked about. None for a job that was left out, judged twice in two
    ways, or for no reason that can be shown."""
    by_name: dict[str, list[JobVerdict]] = {}
    for verdict in verdicts.jobs:
        by_name.setdefault(verdict.job.strip(), []).append(verdict)
    found = {}
    for job_id, posting in postings.items():
        said = by_name.get(name_of(posting), [])
        judged = _judgement(said[0]) if said and len({one.score for one in said}) == 1 else None
        if judged is not None:
            found[job_id] = judged
    return found


def person_of(resume: ResumeData, wishes: Preferences) -> str:
    """A digest of what is sent of the person."""
    return _digest([VERSION, _resume(resume), _wishes(wishes)])


def basis_of(person: str, posting: Posting) -> str:
    """A digest of everything a judgement rests on: while it is the same, nothing is asked again."""
    return _digest([person, _words_of(posting)])


def name_of(posting: Posting) -> str:
    """The same for the same text: then one answer serves both."""
    return hashlib.sha256(_words_of(posting).encode()).hexdigest()[:6]


def _words_of(posting: Posting) -> str:
    """Title, company, place, pay and text."""
    mode = posting.work_mode.value.lower() if posting.work_mode else ""
    heading = ", ".join(part for part in (posting.title, posting.company, posting.location, mode) if part)
    told = (heading, _pay(posting), description_words(posting, LONGEST_POSTING))
    return tagless("\n".join(part for part in told if part), *_TAGS)


def _digest(told: list[object]) -> str:
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


def _pay(posting: Posting) -> str:
    amounts = [f"{amount:.0f}" for amount in (posting.salary_min, posting.salary_max) if amount]
    if not amounts:
        return ""
    period = f" a {posting.salary_period.value.lower()}" if posting.salary_period else ""
    return f"Pay: {' to '.join(amounts)} {posting.salary_currency}{period}".strip()


def _resume(resume: ResumeData) -> str:
    return tagless(resume_words(resume)[:LONGEST_RESUME], *_TAGS)


def _wishes(wishes: Preferences) -> str:
    pay = f"{wishes.salary_min:.0f} {wishes.salary_currency} a year" if wishes.salary_min else ""
    told = {
        "titles": ", ".join(wishes.desired_titles),
        "work mode": ", ".join(wishes.work_modes),
        "kind of contract": ", ".join(wishes.job_types),
        "places": ", ".join(wishes.locations) + (" (would move)" if wishes.willing_to_relocate else ""),
        "pay at least": pay,
    }
    lines = [f"{name}: {value.strip()}" for name, value in told.items() if value.strip()]
    return tagless("\n".join(lines) or "none", *_TAGS)


def _judgement(verdict: JobVerdict) -> Judgement | None:
    reasons = _sentences(verdict.reasons)
    return Judgement(score=verdict.score, reasons=reasons, gaps=_sentences(verdict.gaps)) if reasons else None


def _sentences(said: Sequence[str]) -> list[str]:
    """As they are shown: on one line each, few, none too long, and none with an address a posting may have put in."""
    return [text for each in said if (text := clipped(each, _LONGEST_SENTENCE))][:_MOST_SENTENCES]

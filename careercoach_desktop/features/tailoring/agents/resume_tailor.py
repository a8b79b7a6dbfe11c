"""ResumeTailor: a résumé and a posting in, edits by id out.

What stays comes first (the rules, the résumé, the person's notes), so that the next job for the same résumé reads it
from the prompt cache; the posting and what the local matcher found follow. Edits, not a rewritten document: output
costs five times input, and only an edit by id can be looked up, checked and rejected on its own.
"""

from __future__ import annotations

import re
from datetime import date

from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.matching.model import Keyword, Need
from careercoach_desktop.features.matching.scoring import match
from careercoach_desktop.features.profile.model import Preferences
from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.tailoring.drafting import Names, Proposal
from careercoach_desktop.foundation.llm.model import Effort, Part, Purpose, Request
from careercoach_desktop.foundation.llm.prompts import Prompts, tagless

AGENT = "ResumeTailor"
VERSION = 1
USUAL_ANSWER = 1_600
"""Tokens of a usual answer, with the thinking before it."""
MOST_TOKENS = 16_000
LONGEST_POSTING = 9_000
"""Letters; beyond that postings repeat what the company says about itself."""
LONGEST_NOTES = 6_000
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_TAGS = ("resume", "notes", "posting", "matcher")
_PROMPTS = Prompts("careercoach_desktop.features.tailoring.agents")


def tailor_request(
    resume: ResumeData, posting: Posting, preferences: Preferences, profile_notes: str, today: date
) -> Request[Proposal]:
    """About 50 ms of pure Python: call it in the child process or on the desk's background thread."""
    names = Names.of(resume, profile_notes[:LONGEST_NOTES])
    parts = [Part(_PROMPTS.fill("resume_tailor.resume", resume=tagless("\n".join(names.lines), *_TAGS)), settled=True)]
    if names.note_lines:
        notes = tagless("\n".join(names.note_lines), *_TAGS)
        parts.append(Part(_PROMPTS.fill("resume_tailor.notes", notes=notes), settled=True))
    keywords = match(resume, posting, preferences, today).keywords
    parts.append(
        Part(
            _PROMPTS.fill(
                "resume_tailor.user",
                posting=_posting_text(posting),
                missing=_terms(keywords, found=False),
                matched=_terms(keywords, found=True),
                language=resume.language,
            )
        )
    )
    return Request(
        agent=AGENT,
        version=VERSION,
        purpose=Purpose.WRITING,
        system=_PROMPTS.fill("resume_tailor.system"),
        parts=tuple(parts),
        output=Proposal,
        effort=Effort.MEDIUM,
        max_tokens=MOST_TOKENS,
        expected_tokens=USUAL_ANSWER,
    )


def _posting_text(posting: Posting) -> str:
    """Title, company, place and text; links and marks of emphasis say nothing here and are left out."""
    heading = ", ".join(part for part in (posting.title, posting.company, posting.location) if part)
    text = _LINK.sub(r"\1", posting.description)
    text = re.sub(r"[ \t]*\n\s*\n+", "\n", re.sub(r"[*_#]{2,}", "", text)).strip()
    if len(text) > LONGEST_POSTING:
        text = text[:LONGEST_POSTING].rsplit(" ", 1)[0] + " …"
    return tagless(f"{heading}\n{text}", *_TAGS)


def _terms(keywords: list[Keyword], *, found: bool) -> str:
    terms = [each for each in keywords if each.found is found]
    return ", ".join(f"{each.term}{'' if each.need is Need.MUST else ' (optional)'}" for each in terms)

"""ResumeAnalyzer: a résumé and what it is for in, a judgement with reasons and wordings to apply out.

What stays comes first (the rules, the résumé, the person's notes), so that the next target for the same résumé reads
it from the prompt cache. What the rules on this computer found goes along, so that nothing is said twice.
"""

from __future__ import annotations

from collections.abc import Sequence

from careercoach_desktop.features.analysis.judging import Listing, ResumeReview
from careercoach_desktop.features.analysis.model import Finding
from careercoach_desktop.features.analysis.model.judgement import Target
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.jobs.model.posting_words import posting_words
from careercoach_desktop.features.matching.model import Keyword, terms_of
from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.foundation.llm.contact import contact_of
from careercoach_desktop.foundation.llm.model import Effort, Part, Purpose, Request

AGENT = "ResumeAnalyzer"
VERSION = 1
"""Changes with the prompt or the schema."""
USUAL_ANSWER = 3_000
"""Tokens of a usual answer, with the thinking before it."""
MOST_TOKENS = 16_000
LONGEST_POSTING = 9_000
LONGEST_NOTES = 6_000
_TAGS = ("resume", "notes", "posting", "role", "rules", "matcher")
LANGUAGES = {"en": "English", "de": "German", "fr": "French", "es": "Spanish"}
"""What a judgement may be written in; anything else is written in English."""


def review_request(
    resume: ResumeData,
    notes: str,
    target: Target,
    found: Sequence[Finding],
    posting: Posting | None = None,
    keywords: Sequence[Keyword] = (),
) -> Request[ResumeReview]:
    """``found`` is what the rules say; ``posting`` and what the local matcher found of it, when it is for a job."""
    from careercoach_desktop.foundation.llm.prompts import (  # brings jinja2, which start-up does without
        Prompts,
        tagless,
    )

    prompts = Prompts("careercoach_desktop.features.analysis.agents")
    listing = Listing.of(resume, notes[:LONGEST_NOTES])
    parts = [Part(prompts.fill("resume_analyzer.resume", resume=tagless(listing.text, *_TAGS)), settled=True)]
    if listing.noted:
        parts.append(Part(prompts.fill("resume_analyzer.notes", notes=tagless(listing.notes, *_TAGS)), settled=True))
    asked = prompts.fill(
        "resume_analyzer.user",
        role=tagless(target.role, *_TAGS).strip(),
        posting=tagless(posting_words(posting, LONGEST_POSTING), *_TAGS) if posting is not None else "",
        matched=tagless(terms_of(keywords, found=True), *_TAGS),
        missing=tagless(terms_of(keywords, found=False), *_TAGS),
        rules=tagless("\n".join(f"- {finding.text}" for finding in found), *_TAGS),
        language=LANGUAGES.get(target.language, "English"),
        written_in=LANGUAGES.get(resume.language, resume.language),
    )
    return Request(
        agent=AGENT,
        version=VERSION,
        purpose=Purpose.ANALYSIS,
        system=prompts.fill("resume_analyzer.system"),
        parts=(*parts, Part(asked)),
        output=ResumeReview,
        effort=Effort.HIGH,
        max_tokens=MOST_TOKENS,
        expected_tokens=USUAL_ANSWER,
        contact=contact_of(resume.basics),
    )

"""JobAnalyzer: a résumé, where there is one, and a posting in; a view of the job out, every remark with the posting's
own words.

The résumé comes first and stays the same to the letter, so that the next job for it reads it from the prompt cache.
What the rules found goes along, so that nothing is said twice.
"""

from __future__ import annotations

from careercoach_desktop.features.analysis.agents.resume_analyzer import LANGUAGES, LONGEST_POSTING
from careercoach_desktop.features.analysis.appraising import JobView
from careercoach_desktop.features.analysis.judging import Listing
from careercoach_desktop.features.analysis.model.job import JobAnalysis
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.jobs.model.posting_words import posting_words
from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.foundation.llm.contact import contact_of
from careercoach_desktop.foundation.llm.model import Effort, Part, Purpose, Request

AGENT = "JobAnalyzer"
VERSION = 1
"""Changes with the prompt or the schema."""
USUAL_ANSWER = 2_200
"""Tokens of a usual answer, with the thinking before it."""
MOST_TOKENS = 16_000
_TAGS = ("resume", "posting", "rules", "facts")


def job_request(posting: Posting, resume: ResumeData | None, rules: JobAnalysis, language: str) -> Request[JobView]:
    """``rules`` is what was found on this computer; ``language`` (ISO 639-1) the one to answer in."""
    from careercoach_desktop.foundation.llm.prompts import (  # brings jinja2, which start-up does without
        Prompts,
        tagless,
    )

    prompts = Prompts("careercoach_desktop.features.analysis.agents")
    parts = []
    if resume is not None:
        listing = tagless(Listing.of(resume).text, *_TAGS)
        parts.append(Part(prompts.fill("job_analyzer.resume", resume=listing), settled=True))
    said = [point.text for point in (*rules.red_flags, *rules.highlights, *rules.tips)]
    facts = [point.text for point in rules.salary]
    asked = prompts.fill(
        "job_analyzer.user",
        posting=tagless(posting_words(posting, LONGEST_POSTING), *_TAGS),
        rules=tagless("\n".join(f"- {text}" for text in said), *_TAGS),
        facts=tagless("\n".join(f"- {text}" for text in facts), *_TAGS),
        has_resume=resume is not None,
        language=LANGUAGES.get(language, "English"),
    )
    return Request(
        agent=AGENT,
        version=VERSION,
        purpose=Purpose.ANALYSIS,
        system=prompts.fill("job_analyzer.system"),
        parts=(*parts, Part(asked)),
        output=JobView,
        effort=Effort.MEDIUM,
        max_tokens=MOST_TOKENS,
        expected_tokens=USUAL_ANSWER,
        contact=contact_of(resume.basics) if resume is not None else (),
    )

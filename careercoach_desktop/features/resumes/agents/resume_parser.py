"""ResumeParser: Claude reads the original beside what was read here and says only what is wrong, by line and field.

Small in what it sends back, because output is what costs; and by reference, because what it says is judged against the
named lines before anybody sees it.
"""

from __future__ import annotations

from collections.abc import Sequence

from careercoach_desktop.features.resumes.correcting import Corrections, listing, numbered
from careercoach_desktop.features.resumes.correcting.fields import SECTIONS
from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.foundation.llm.model import Effort, Part, Purpose, Request

AGENT = "ResumeParser"
VERSION = 1
"""Changes with the prompt or the schema."""
_TAGS = ("resume", "read")
_THINKING = 500
_PER_LINE = 8
"""Tokens of a usual answer for each line of the résumé: a few corrections, most lines need none."""


def review_request(lines: Sequence[str], data: ResumeData) -> Request[Corrections]:
    """Ask for corrections to ``data``, which was read from ``lines`` (an empty line between blocks)."""
    from careercoach_desktop.foundation.llm.prompts import (  # brings jinja2, which start-up does without
        Prompts,
        tagless,
    )

    prompts = Prompts("careercoach_desktop.features.resumes.agents")
    text = numbered(lines)
    sections = {where: ", ".join(fields) for where, fields in SECTIONS.items() if where != "skills"}
    return Request(
        agent=AGENT,
        version=VERSION,
        purpose=Purpose.READING,
        system=prompts.fill("resume_parser.system", sections=sections),
        parts=(
            Part(prompts.fill("resume_parser.resume", lines=tagless(text, *_TAGS)), settled=True),
            Part(prompts.fill("resume_parser.user", listing=tagless(listing(data), *_TAGS) or "(nothing was read)")),
        ),
        output=Corrections,
        effort=Effort.LOW,
        expected_tokens=_THINKING + _PER_LINE * text.count("\n"),
        shows_contact=True,
    )

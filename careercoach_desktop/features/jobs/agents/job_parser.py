"""JobParser: the numbered lines of a page and what is known of it in, values with their line numbers out."""

from __future__ import annotations

from collections.abc import Sequence

from careercoach_desktop.features.jobs.filling import PageLines, PostingFindings
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.foundation.llm.model import Effort, Part, Purpose, Request
from careercoach_desktop.foundation.llm.prompts import Prompts, tagless

AGENT = "JobParser"
VERSION = 1
USUAL_ANSWER = 700
MOST_TOKENS = 8_000
_KNOWN = ("title", "company", "location", "work_mode", "job_type", "posted_date", "deadline")
_TAGS = ("page", "known")
_PROMPTS = Prompts("careercoach_desktop.features.jobs.agents")


def parser_request(posting: Posting, lines: PageLines, wanted: Sequence[str]) -> Request[PostingFindings]:
    """``wanted``: the fields to look for, by name."""
    page = tagless(lines.numbered(), *_TAGS)
    known = tagless("\n".join(_known(posting, wanted)), *_TAGS)
    return Request(
        agent=AGENT,
        version=VERSION,
        purpose=Purpose.READING,
        system=_PROMPTS.fill("job_parser.system"),
        parts=(Part(_PROMPTS.fill("job_parser.user", page=page, known=known, wanted=", ".join(wanted))),),
        output=PostingFindings,
        effort=Effort.LOW,
        max_tokens=MOST_TOKENS,
        expected_tokens=USUAL_ANSWER,
    )


def _known(posting: Posting, wanted: Sequence[str]) -> list[str]:
    """One line a field, with how sure it is; what the person wrote counts as sure."""
    told = []
    for name in _KNOWN:
        value = getattr(posting, name)
        if value:
            origin = posting.origins.get(name)
            sure = "" if origin is None or name not in wanted else f" (a guess, {origin.confidence:.0%} sure)"
            told.append(f"{name}: {value}{sure}")
    return told or ["nothing"]

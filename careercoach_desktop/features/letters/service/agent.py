"""The CoverLetter agent at arm's length: its prompts (and Jinja with them) load where a request is made, in the child
process, and not with the window. The arguments are those of ``agents.cover_letter``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from careercoach_desktop.features.letters.drafting import RewrittenParagraphs, WrittenLetter
    from careercoach_desktop.foundation.llm.model import Request


def letter_request(*about: Any) -> Request[WrittenLetter]:
    from careercoach_desktop.features.letters.agents import cover_letter

    return cover_letter.letter_request(*about)


def rewrite_request(*about: Any) -> Request[RewrittenParagraphs]:
    from careercoach_desktop.features.letters.agents import cover_letter

    return cover_letter.rewrite_request(*about)

"""PictureReader: Claude reads a résumé that is nothing but pictures of pages. The file itself is what is sent."""

from __future__ import annotations

from careercoach_desktop.features.resumes.transcribing import Sendable, Transcript
from careercoach_desktop.foundation.llm.model import Attachment, Effort, Part, Purpose, Request

AGENT = "PictureReader"
VERSION = 1
"""Changes with the prompt or the schema."""
_THINKING, _PER_PAGE = 500, 1_200
"""Tokens of a usual answer: a full page of a résumé, said again as fields."""


def picture_request(data: bytes, sent: Sendable) -> Request[Transcript]:
    """Ask what stands on the pages of a PDF, PNG or JPEG."""
    from careercoach_desktop.foundation.llm.prompts import Prompts  # brings jinja2, which start-up does without

    prompts = Prompts("careercoach_desktop.features.resumes.agents")
    return Request(
        agent=AGENT,
        version=VERSION,
        purpose=Purpose.READING,
        system=prompts.fill("picture_reader.system"),
        parts=(
            Part("", settled=True, attachment=Attachment(data, sent.media_type, sent.pages)),
            Part(prompts.fill("picture_reader.user")),
        ),
        output=Transcript,
        effort=Effort.LOW,
        expected_tokens=_THINKING + _PER_PAGE * sent.pages,
        shows_contact=True,
    )

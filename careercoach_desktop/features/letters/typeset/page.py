"""What stands on a letter's page: whose letter, to whom, when, and its parts, all of it plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.letters.model import LetterDraft
from careercoach_desktop.features.resumes.model import Basics, ResumeData
from careercoach_desktop.features.resumes.typeset.lines import line


@dataclass(frozen=True, slots=True)
class LetterPage:
    """``sender``: the head of the résumé, for name and contact data. ``parts`` of the letter are single lines."""

    sender: ResumeData
    recipient: tuple[str, ...]
    day: date
    language: str
    subject: str
    greeting: str
    paragraphs: tuple[str, ...]
    closing: str
    signature: str

    @property
    def dated(self) -> str:
        """The day as a letter in its language writes it: ``26 November 2026``, ``26. November 2026``."""
        from babel.core import UnknownLocaleError
        from babel.dates import format_date

        written = {"en": "en_GB"}.get(self.language[:2], self.language[:2])
        try:
            return format_date(self.day, "long", locale=written)
        except (UnknownLocaleError, ValueError):
            return self.day.isoformat()


def page_of(draft: LetterDraft, resume: ResumeData, posting: Posting, day: date) -> LetterPage:
    """The page of a draft without gaps. A line break inside a paragraph ends it."""
    head = resume.basics.model_copy(update={"name": resume.basics.name or draft.signature, "summary": ""})
    paragraphs = [text for each in draft.paragraphs for text in map(line, re.split(r"\n+", each.text)) if text]
    return LetterPage(
        sender=ResumeData(basics=Basics.model_validate(head.model_dump()), language=draft.language),
        recipient=tuple(text for text in (line(posting.company),) if text),
        day=day,
        language=draft.language,
        subject=line(draft.subject),
        greeting=line(draft.greeting),
        paragraphs=tuple(paragraphs),
        closing=line(draft.closing),
        signature=line(draft.signature),
    )

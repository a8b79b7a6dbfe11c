"""A letter as plain text, for a form, a message or a file."""

from __future__ import annotations

from careercoach_desktop.features.letters.model import LetterDraft


def plain_text(draft: LetterDraft) -> str:
    """Subject, an empty line, the letter."""
    return "\n\n".join(part for part in (draft.subject.strip(), draft.text) if part) + "\n"

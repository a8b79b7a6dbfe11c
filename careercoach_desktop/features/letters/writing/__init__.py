"""A letter as plain text, for a form, a message or a file; and what it says where."""

from __future__ import annotations

from careercoach_desktop.features.evidence.truth.base import sentences
from careercoach_desktop.features.letters.model import LetterDraft


def plain_text(draft: LetterDraft) -> str:
    """Subject, an empty line, the letter."""
    return "\n\n".join(part for part in (draft.subject.strip(), draft.text) if part) + "\n"


def saying(text: str, words: str) -> str:
    """The sentence of a paragraph that says these words; the words alone when none does."""
    wanted = words.casefold()
    return next((each for each in sentences(text) if wanted in each.casefold()), words)

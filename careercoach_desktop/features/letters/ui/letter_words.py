"""How a letter's figures and states are said, on its page and in the drawer alike."""

from __future__ import annotations

from careercoach_desktop.features.letters.model import LetterDraft, LetterLength, Tone
from careercoach_desktop.features.letters.ui.places import gaps

TONES = (
    (Tone.PROFESSIONAL.value, "Professional"),
    (Tone.ENTHUSIASTIC.value, "Enthusiastic"),
    (Tone.FORMAL.value, "Formal"),
)
LENGTHS = (
    (LetterLength.SHORT.value, "Short"),
    (LetterLength.MEDIUM.value, "Medium"),
    (LetterLength.LONG.value, "Long"),
)
LANGUAGES = (
    ("posting", "As the posting"),
    ("en", "English"),
    ("de", "German"),
    ("fr", "French"),
    ("es", "Spanish"),
)
"""``posting`` stands for a language that is not chosen: a choice needs a key."""
ONE_MINUTE = 60


def counted(count: int, one: str, many: str = "") -> str:
    """``1 claim``, ``3 claims``."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def length_words(length: LetterLength) -> str:
    """``200–300 words``."""
    least, most = length.words
    return f"{least}–{most} words"


def reading_words(seconds: int) -> str:
    """``under a minute to read``, ``about 2 min to read``."""
    if seconds < ONE_MINUTE:
        return "under a minute to read"
    return f"about {round(seconds / ONE_MINUTE)} min to read"


def figures(draft: LetterDraft) -> str:
    """``212 words · about 1 min to read``."""
    return f"{counted(draft.words, 'word')} · {reading_words(draft.reading_seconds)}"


def gap_count(draft: LetterDraft) -> int:
    """How many places are still to fill in."""
    texts = (draft.subject, draft.greeting, *(each.text for each in draft.paragraphs), draft.closing, draft.signature)
    return sum(len(gaps(text)) for text in texts)


def standing(draft: LetterDraft) -> tuple[str, str]:
    """What is still to do, and its tone: the first of being cut off, gaps, and claims nothing proves."""
    if not draft.complete:
        return "Not finished", "warn"
    if (left := gap_count(draft)) > 0:
        return f"{counted(left, 'gap')} to fill", "accent"
    if (unproved := len(draft.unsupported)) > 0:
        return f"{unproved} not proved", "warn"
    if any(each.claims for each in draft.paragraphs):
        return "Settled by you", "good"
    return "Nothing unproved", "good"

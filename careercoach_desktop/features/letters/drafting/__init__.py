"""What a language model writes, made into a letter a person can trust: cleaned, in its place, checked paragraph by
paragraph, marked where nothing proves it.

Pure; ``letter_from`` and ``paragraphs_from`` read the evidence and run in the child process, ``grown`` is quick.
"""

from careercoach_desktop.features.letters.drafting.framing import Frame, framed
from careercoach_desktop.features.letters.drafting.letter import grown, letter_from, paragraphs_from
from careercoach_desktop.features.letters.drafting.written import (
    RewrittenParagraph,
    RewrittenParagraphs,
    WrittenLetter,
    WrittenParagraph,
)

__all__ = [
    "Frame",
    "RewrittenParagraph",
    "RewrittenParagraphs",
    "WrittenLetter",
    "WrittenParagraph",
    "framed",
    "grown",
    "letter_from",
    "paragraphs_from",
]

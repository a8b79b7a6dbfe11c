"""A page's or paste's text as numbered lines: what is sent, and what values are looked up in afterwards."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from careercoach_desktop.features.jobs.capture.markdown import from_text, plain
from careercoach_desktop.features.jobs.capture.wording import one_line

MOST_LINES = 400
MOST_LETTERS = 24_000
LONGEST_LINE = 1_200
_ITEM = re.compile(r"^\s*(?:[-*•·–]|\d+[.)])\s+")


@dataclass(frozen=True, slots=True)
class PageLines:
    """``texts`` of the lines that hold words, number 1 first; ``places`` are their places in ``raw``."""

    texts: tuple[str, ...]
    places: tuple[int, ...]
    raw: tuple[str, ...]
    is_markdown: bool

    @classmethod
    def of(cls, text: str, *, is_markdown: bool) -> PageLines:
        """Cut after 400 lines or 24,000 letters: a posting stands at the beginning of its page."""
        raw = tuple(text.splitlines())
        texts: list[str] = []
        places: list[int] = []
        letters = 0
        for place, line in enumerate(raw):
            words = one_line(plain(line) if is_markdown else line)[:LONGEST_LINE]
            letters += len(words)
            if len(texts) == MOST_LINES or letters > MOST_LETTERS:
                break
            if re.search(r"\w", words):
                texts.append(words)
                places.append(place)
        return cls(tuple(texts), tuple(places), raw, is_markdown)

    def numbered(self) -> str:
        return "\n".join(f"{number} {text}" for number, text in enumerate(self.texts, 1))

    def named(self, numbers: Sequence[int]) -> list[str]:
        """The lines of these numbers, each once; numbers of no line are left out."""
        return [self.texts[number - 1] for number in dict.fromkeys(numbers) if 1 <= number <= len(self.texts)]

    def items(self, numbers: Sequence[int]) -> list[str]:
        """The same without the marks of a list."""
        return [_ITEM.sub("", text) for text in self.named(numbers)]

    def between(self, first: int, last: int) -> str:
        """Markdown of the lines from one number to another, as the page has them."""
        if not 1 <= first <= last <= len(self.texts):
            return ""
        text = "\n".join(self.raw[self.places[first - 1] : self.places[last - 1] + 1])
        return text if self.is_markdown else from_text(text)

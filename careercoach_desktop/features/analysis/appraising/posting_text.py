"""A posting as sentences that are quoted exactly as they stand, and the check whether words stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from careercoach_desktop.features.evidence.service import plain
from careercoach_desktop.features.jobs.model import Posting

LONGEST_QUOTE = 180
_SHORTEST_QUOTE = 3
_END = re.compile(
    r"(?<=[a-zà-ÿ0-9)%”\"][.!?])(?<!e\.g\.)(?<!i\.e\.)(?<!bzw\.)(?<!inkl\.)(?<!ggf\.)(?<!etc\.)(?<!ref\.)(?<!réf\.)\s+"
    r"(?=[\"“(¿¡A-ZÀ-Þ])"
)
_MARK = re.compile(r"^\s*(?:#{1,6}\s+|[-*+•·▪◦‣–]\s+|\d{1,2}[.)]\s+)")
_ALIKE = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "–": "-", "—": "-",
                        "‑": "-", "\u00a0": " ", "\u202f": " ", "…": " ", "\u00ad": None})  # fmt: skip


@dataclass(frozen=True, slots=True)
class PostingText:
    """Built with ``of``; ``sentences`` are the lines of the posting cut at full stops, each once, without marks."""

    sentences: tuple[str, ...]
    whole: str
    """For comparing: every word of the posting in one line."""

    @classmethod
    def of(cls, posting: Posting) -> PostingText:
        parts = [posting.title, posting.company, posting.location, posting.description]
        parts += [*posting.requirements, *posting.responsibilities, *posting.benefits]
        found = dict.fromkeys(sentence for part in parts for sentence in _sentences(part))
        return cls(tuple(found), f" {' '.join(alike(plain(part)) for part in parts)} ")

    def bears(self, quote: str) -> bool:
        """Whether these words stand in the posting, whatever their case, spaces, quotation marks and markup. An
        ellipsis may leave something out between two pieces that stand there one after the other."""
        at = 0
        pieces = [alike(plain(piece)) for piece in re.split(r"…|\.\.\.|\[\.\.\.\]", quote)]
        pieces = [piece for piece in pieces if len(piece) >= _SHORTEST_QUOTE]
        for piece in pieces:
            found = re.compile(rf"(?<!\w){re.escape(piece)}(?!\w)").search(self.whole, at)
            if found is None:
                return False
            at = found.end()
        return bool(pieces)


def cut(quote: str) -> str:
    """A quotation on one line, at most ``LONGEST_QUOTE`` letters."""
    flat = " ".join(quote.split())
    return flat if len(flat) <= LONGEST_QUOTE else f"{flat[: LONGEST_QUOTE - 1].rsplit(' ', 1)[0].rstrip(' ,;:')}…"


def alike(text: str) -> str:
    """For comparing: small letters, plain quotation marks and dashes, one space, no end punctuation."""
    lines = (_MARK.sub("", line) for line in text.translate(_ALIKE).splitlines())
    return " ".join(" ".join(lines).casefold().split()).strip(' ".,;:!?*_')


def _sentences(text: str) -> Iterator[str]:
    for raw in text.splitlines():
        line = _MARK.sub("", plain(raw)).strip()
        yield from (part.strip() for part in _END.split(line) if part.strip())

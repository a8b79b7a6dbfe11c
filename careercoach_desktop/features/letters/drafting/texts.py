"""A model's words as a letter bears them: no markup, no list marks, nothing invisible, no longer than a page takes."""

from __future__ import annotations

import re
import unicodedata

LONGEST_LINE = 160
LONGEST_PARAGRAPH = 2_400
_MARK = re.compile(r"^\s*(?:[-*•]\s+|#{1,6}\s+|\d+[.)]\s+)")
_EMPHASIS = re.compile(r"\*\*|__|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)|`")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")


def paragraph_text(text: str) -> str:
    """One paragraph on one line, cut at a sentence where it is far too long to be meant."""
    flat = " ".join(_EMPHASIS.sub("", _MARK.sub("", _LINK.sub(r"\1", _visible(text)))).split())
    if len(flat) <= LONGEST_PARAGRAPH:
        return flat
    kept = flat[:LONGEST_PARAGRAPH]
    return kept[: kept.rfind(". ") + 1] or kept


def line_text(text: str) -> str:
    """A line such as the subject; empty when it is too long to be one."""
    flat = paragraph_text(text)
    return flat if len(flat) <= LONGEST_LINE else ""


def _visible(text: str) -> str:
    return "".join(sign for sign in text if unicodedata.category(sign) not in ("Cf", "Cc", "Cs") or sign in "\n\t")

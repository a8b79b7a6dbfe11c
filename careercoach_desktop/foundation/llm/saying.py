"""What a model wrote, freed of what nobody should be shown as it is: list marks, markup, invisible signs, addresses
that nobody vouches for, and more words than there is room for."""

from __future__ import annotations

import re
import unicodedata

_LONGEST_SENTENCE = 260
_LINK = re.compile(r"https?://|www\.|[\w.+-]+@[\w-]+\.\w|\b[\w-]+\.(?:com|org|ru|xyz)\b", re.IGNORECASE)
_MARK = re.compile(r"^\s*(?:[-*•–]\s+|\d+[.)]\s+)")


def line_of(text: str, longest: int, least: int = 1) -> str:
    """``text`` on one line without list mark, markup and invisible signs; empty when it is too long to be meant, or
    has fewer words than ``least``."""
    shown = "".join(sign for sign in text if unicodedata.category(sign) not in ("Cf", "Cc") or sign in "\n\t ")
    flat = " ".join(_MARK.sub("", shown).replace("**", "").split())
    return flat if len(flat) <= longest and len(flat.split()) >= least else ""


def has_new_link(text: str, before: str) -> bool:
    """Whether an address of the web or of mail came in that was not there."""
    return any(found.group() not in before for found in _LINK.finditer(text))


def clipped(text: str, most: int = _LONGEST_SENTENCE) -> str:
    """A sentence or two for the person, at most ``most`` letters; none at all with an address in it, which nobody
    vouches for."""
    flat = line_of(text, 4_000)
    if _LINK.search(flat):
        return ""
    if len(flat) <= most:
        return flat
    return flat[:most].rsplit(" ", 1)[0].rstrip(",;:") + " …"

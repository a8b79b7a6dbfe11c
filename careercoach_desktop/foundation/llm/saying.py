"""What a model wrote, freed of what nobody should be shown as it is: list marks, markup, invisible signs, addresses
that nobody vouches for, and more words than there is room for."""

from __future__ import annotations

import re
import unicodedata

_LONGEST_SENTENCE = 260
_ENDINGS = "com|org|net|io|dev|app|ai|info|biz|online|site|ru|xyz|eu|uk|de|fr|es|ch"
_NO_SITES = r"(?:socket|draw)\.io|(?:asp|ado|vb|ml)\.net"
_LINK = re.compile(
    r"(?i:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    rf"|\b(?!(?:{_NO_SITES})\b)(?:[\w-]+\.)+(?:{_ENDINGS})\b(?:/\S*)?"
)
"""Addresses as they are written in a sentence; names of programs that look like one are none."""
_MARK = re.compile(r"^\s*(?:[-*•–]\s+|\d+[.)]\s+)")


def line_of(text: str, longest: int, least: int = 1) -> str:
    """``text`` on one line without list mark, markup and invisible signs; empty when it is too long to be meant, or
    has fewer words than ``least``."""
    shown = "".join(sign for sign in text if unicodedata.category(sign) not in ("Cf", "Cc") or sign in "\n\t ")
    flat = " ".join(_MARK.sub("", shown).replace("**", "").split())
    return flat if len(flat) <= longest and len(flat.split()) >= least else ""


def has_new_link(text: str, before: str) -> bool:
    """Whether an address of the web or of mail came in that was not there."""
    return bool(new_links(text, before))


def new_links(text: str, before: str) -> list[str]:
    """The addresses of the web or of mail in a text that ``before`` has not, with or without ``https://``."""
    said = (found.group().rstrip(".,;:!?)]”’\"'") for found in _LINK.finditer(text))
    return [address for address in said if not _stands(address, before)]


def _stands(address: str, text: str) -> bool:
    """Whether the text has this very address, and not only one that begins or ends like it."""
    core = re.sub(r"^(?:https?://)?(?:www\.)?", "", address, flags=re.IGNORECASE).rstrip("/")
    return re.search(rf"(?<![\w@-]){re.escape(core)}(?![\w@-]|\.\w)", text, re.IGNORECASE) is not None


def clipped(text: str, most: int = _LONGEST_SENTENCE) -> str:
    """A sentence or two for the person, at most ``most`` letters; none at all with an address in it, which nobody
    vouches for."""
    flat = line_of(text, 4_000)
    if _LINK.search(flat):
        return ""
    if len(flat) <= most:
        return flat
    return flat[: most - 2].rsplit(" ", 1)[0].rstrip(",;:") + " …"

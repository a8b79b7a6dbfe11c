"""A posting as plain words, for whoever reads it without a page: short, and the same for the same posting."""

from __future__ import annotations

import re

from careercoach_desktop.features.jobs.model import Posting

_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")


def posting_words(posting: Posting, longest: int) -> str:
    """Title, company and place on a line, then ``description_words``."""
    heading = ", ".join(part for part in (posting.title, posting.company, posting.location) if part)
    return f"{heading}\n{description_words(posting, longest)}"


def description_words(posting: Posting, longest: int) -> str:
    """The text; links, marks of emphasis and empty lines say nothing here and are left out, and so is what goes beyond
    ``longest`` letters."""
    text = _LINK.sub(r"\1", posting.description)
    text = re.sub(r"[ \t]*\n\s*\n+", "\n", re.sub(r"[*_#]{2,}", "", text)).strip()
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + " …"

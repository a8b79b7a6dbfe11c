"""Words by which a page says that it wants something from its visitor before it shows what it holds."""

from __future__ import annotations

import re

_PERSON = re.compile(
    r"\b(?:verify(?:ing)? (?:that )?you(?:['’]re| are) (?:a )?human|are you a (?:robot|human)|not a robot|captcha"
    r"|checking (?:your browser|if the site connection is secure)|just a moment|unusual traffic"
    r"|security (?:check|verification)|überprüfung,? ob sie ein mensch sind|vérifi\w+ que vous êtes humain)\b",
    re.IGNORECASE,
)


def asks_for_a_person(text: str) -> bool:
    """Whether ``text`` is that of a page which wants proof that a person is looking (a captcha, a browser check)."""
    return bool(_PERSON.search(text))

"""A covering letter in the same file: its pages say nothing about the career, and its addressee is somebody else."""

from __future__ import annotations

import re
from dataclasses import replace

from careercoach_desktop.foundation.documents.model import SourceText

from .headings import kind_of

_SALUTATION = re.compile(
    r"^(?:dear\s+\S|to whom it may concern|sehr geehrte[rs]?\b|liebe[rs]?\s+(?:frau|herr|team|damen)|guten tag\b"
    r"|(?:chère?\s+)?(?:madame|monsieur)\b.{0,40},\s*$|estimad[oa]s?\b|muy señor|prezad[oa]s?\b|exm[oa]"
    r"|gentil[ei]\b|egregi[oa]?\b|spett\.|geachte\b|beste\s+\S|尊敬的|拝啓)",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"^(?:yours\s+(?:sincerely|faithfully|truly)|(?:kind|best|warm)?\s*regards|sincerely|respectfully|best wishes"
    r"|mit (?:freundlichen|besten|herzlichen) grüßen|freundliche grüße|hochachtungsvoll|(?:bien )?cordialement"
    r"|.*salutations distinguées|atentamente|un (?:cordial )?saludo|saludos cordiales|atenciosamente|cumprimentos"
    r"|com os melhores cumprimentos|cordiali saluti|distinti saluti|met vriendelijke groet(?:en)?|hoogachtend"
    r"|此致|敬具)",
    re.IGNORECASE,
)
_MIN_HEADINGS = 2


def without_letter(source: SourceText) -> SourceText:
    """The text without the pages from a salutation to its closing, when the other pages hold a résumé."""
    first, last = _pages_of_letter(source)
    if first is None or last is None:
        return source
    rest = [line for line in source.lines if not first <= line.page <= last]
    headings = {kind_of(line.text) for line in rest} - {None}
    if len(headings) < _MIN_HEADINGS:
        return source
    return replace(source, lines=tuple(rest))


def _pages_of_letter(source: SourceText) -> tuple[int | None, int | None]:
    first: int | None = None
    if len(source.pages) < 2:
        return None, None
    for line in source.lines:
        text = line.text.strip()
        if first is None and _SALUTATION.match(text) and len(text) < 70:
            first = line.page
        elif first is not None and _CLOSING.match(text) and len(text) < 90:
            return first, line.page
    return None, None

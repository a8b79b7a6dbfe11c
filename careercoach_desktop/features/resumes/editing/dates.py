"""Partial dates as people write them: ``Mar 2022``, ``03/2022``, ``2022-03``, ``2022``, ``now``.

Only what a person types into one field is understood here, at once and on the Qt thread; finding dates in the text of
a file is the reader's work.
"""

from __future__ import annotations

import re
from datetime import date

_FULL_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTHS = tuple(name[:3].title() for name in _FULL_MONTHS)
_NOW = {"now", "present", "today", "current", "ongoing", "to date"}
_ISO = re.compile(r"(\d{4})(?:[-./](\d{1,2})(?:[-./](\d{1,2}))?)?")
_MONTH_FIRST = re.compile(r"(\d{1,2})[-./ ](\d{4})")
_NAMED = re.compile(r"(?:(\d{1,2})\.?\s+)?([A-Za-z]{3,9})\.?,?\s+(?:(\d{1,2}),\s+)?(\d{4})")


class DateError(ValueError):
    """What was typed is not a date; the message is for the person."""


def shown_date(value: str | None, *, current: bool = False) -> str:
    """``"2022-03"`` as ``Mar 2022``, ``"2022-03-31"`` as ``31 Mar 2022``; ``now`` when current, else empty."""
    if not value:
        return "now" if current else ""
    year, *rest = value.split("-")
    month = _MONTHS[int(rest[0]) - 1] if rest else ""
    day = str(int(rest[1])) if len(rest) > 1 else ""
    return " ".join(part for part in (day, month, year) if part)


def typed_date(text: str) -> tuple[str | None, bool]:
    """What a person typed as ``(partial date or None, still going on)``. Raises DateError."""
    words = " ".join(text.split()).strip(" ,;")
    if not words:
        return None, False
    if words.casefold() in _NOW:
        return None, True
    year, month, day = _parts(words)
    if month and not 1 <= month <= 12:
        raise DateError("There is no such month.")
    if day:
        try:
            return date(year, month, day).isoformat(), False
        except ValueError as exc:
            raise DateError("There is no such day.") from exc
    return (f"{year:04}-{month:02}" if month else f"{year:04}"), False


def _parts(words: str) -> tuple[int, int, int]:
    if found := _ISO.fullmatch(words):
        return int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if found := _MONTH_FIRST.fullmatch(words):
        return int(found[2]), int(found[1]), 0
    if found := _NAMED.fullmatch(words):
        typed = found[2].casefold()
        for number, name in enumerate(_FULL_MONTHS, start=1):
            if name.startswith(typed):
                return int(found[4]), number, int(found[1] or found[3] or 0)
    raise DateError("Write it like Mar 2022 or 2022.")

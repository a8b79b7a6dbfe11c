"""Days as they are typed in a terminal: ``2026-12-01``, ``today``, ``tomorrow``, ``3d``, ``2w``."""

from __future__ import annotations

import re
from datetime import date, timedelta

from careercoach_desktop.foundation.clock import today_here
from careercoach_desktop.foundation.errors import UserError

_NAMED = {"yesterday": -1, "today": 0, "tomorrow": 1}
_AHEAD = re.compile(r"\+?(\d{1,4})\s*([dw])(?:ays?|eeks?)?", re.IGNORECASE)


def day_of(text: str) -> date:
    """Raises UserError ``day-unclear``."""
    today = today_here()
    word = text.strip().casefold()
    if word in _NAMED:
        return today + timedelta(days=_NAMED[word])
    if (ahead := _AHEAD.fullmatch(word)) is not None:
        return today + timedelta(days=int(ahead[1]) * (7 if ahead[2] == "w" else 1))
    try:
        return date.fromisoformat(word)
    except ValueError as problem:
        raise UserError(
            f"“{text}” is no day.", "Write it like 2026-12-01, tomorrow, 3d or 2w.", code="day-unclear"
        ) from problem

"""Times as they are typed: ``2026-12-03 10:00``, ``tomorrow 14:30``, ``3d 9:00``; a day alone is all day."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

from careercoach_desktop.features.interviews.model import When
from careercoach_desktop.features.interviews.model.when import DAY_MINUTES, never_comes, zone_of
from careercoach_desktop.foundation.errors import UserError

_NAMED = {"yesterday": -1, "today": 0, "tomorrow": 1}
_AHEAD = re.compile(r"\+?(\d{1,4})([dw])")
_LENGTH = re.compile(r"(?:(\d{1,3})h)?(?:(\d{1,4})(?:m|min)?)?")
_LONGEST_DAYS = 14


def when_of(text: str, zone: str, length: str, own: str, now: datetime) -> When:
    """What was typed, as clocks in ``zone`` show it. Raises UserError ``time-unclear``, ``length-unclear`` and
    ``zone-unknown``."""
    name = zone_named(zone, own)
    day_text, _, clock = text.strip().replace("T", " ").rpartition(" ")
    if not day_text:
        day_text, clock = clock, ""
    local_now = now.astimezone(zone_of(name))
    day = _day(day_text.strip(), local_now.date())
    hour = _clock(clock) if clock else time()
    if day is None or hour is None:
        raise UserError(
            f"“{text}” is no time.", "Write it like “2026-12-03 10:00” or “tomorrow 14:30”.", code="time-unclear"
        )
    return _made(datetime.combine(day, hour), name, length, all_day=not clock)


def minutes_of(text: str) -> int:
    """``45``, ``45min``, ``1h``, ``1h30``. Raises UserError ``length-unclear``."""
    found = _LENGTH.fullmatch(text.strip().casefold().replace(" ", ""))
    minutes = int(found[1] or 0) * 60 + int(found[2] or 0) if found else 0
    if not 0 < minutes <= _LONGEST_DAYS * DAY_MINUTES:
        raise UserError(f"“{text}” is no length.", "Write it like 45, 1h or 1h30.", code="length-unclear")
    return minutes


def zone_named(text: str, own: str) -> str:
    """``Europe/London``, ``London``, ``PST``, ``UTC+2``; nothing is the person's own. Raises UserError
    ``zone-unknown``."""
    if not text.strip():
        return own
    try:
        zone_of(text.strip())
        return text.strip()
    except ValueError:
        pass  # then as people look for one
    from careercoach_desktop.features.interviews.timing.zones import find_zones

    found = find_zones(text, datetime.now(UTC), own)
    if not found:
        raise UserError(
            f"No time zone is called “{text}”.", "Name a city, such as London or New York.", code="zone-unknown"
        )
    return found[0].name


def _made(local: datetime, zone: str, length: str, *, all_day: bool) -> When:
    if never_comes(local, zone) and not all_day:
        raise UserError(
            f"Clocks are put forward there: {local:%H:%M} does not come that day.",
            "Choose another time.",
            code="time-skipped",
        )
    minutes = DAY_MINUTES if all_day and not length else minutes_of(length or "60")
    return When(local=local, zone=zone, minutes=minutes, all_day=all_day)


def _day(text: str, today: date) -> date | None:
    word = text.casefold()
    if word in _NAMED:
        return today + timedelta(days=_NAMED[word])
    if (ahead := _AHEAD.fullmatch(word)) is not None:
        return today + timedelta(days=int(ahead[1]) * (7 if ahead[2] == "w" else 1))
    try:
        return date.fromisoformat(word)
    except ValueError:
        return None


def _clock(text: str) -> time | None:
    found = re.fullmatch(r"(\d{1,2})(?:[:.](\d{2}))?", text)
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return None
    return time(int(found[1]), int(found[2] or 0))

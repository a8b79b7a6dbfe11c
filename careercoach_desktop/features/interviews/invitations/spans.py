"""How a time is written where others read it: on the clocks of its zone, in UTC, or in days."""

from __future__ import annotations

from datetime import UTC, datetime

from careercoach_desktop.features.interviews.model import When
from careercoach_desktop.features.interviews.model.when import zone_of

_DAY = 24 * 60


def is_in_zone(when: When) -> bool:
    """Whether its time is written on the clocks of its zone; otherwise in UTC.

    In UTC stands what has no zone of a name, and the second of two times of an hour that comes twice, which a calendar
    file can't say (RFC 5545 means the first).
    """
    if when.all_day or when.zone.startswith("UTC"):
        return False
    zone = zone_of(when.zone)
    return all(_is_plain(each.astimezone(zone)) for each in (when.start, when.end))


def days_of(when: When) -> int:
    """How many days something that takes whole days takes."""
    return max(1, -(-when.minutes // _DAY))


def _is_plain(at: datetime) -> bool:
    """Whether reading the clock at this moment says which moment it was."""
    wall = at.replace(fold=0)
    return wall.astimezone(UTC) == at.astimezone(UTC)

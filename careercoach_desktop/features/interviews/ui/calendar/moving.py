"""Another time for an interview, as arithmetic: it keeps its own zone, whatever clock it was moved on."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from careercoach_desktop.features.interviews.model.when import LONGEST_MINUTES, When, zone_of

SNAP = 15
"""Minutes between the places where something can be let go."""
_HOUR = 60
_DAY = 24 * _HOUR


def moment_at(day: date, minute: int, zone: str, fold: int = 0) -> datetime:
    """The moment (UTC) at which clocks of ``zone`` show ``minute`` minutes after midnight of ``day``. One that is
    skipped there is the one the clock shows after the change."""
    local = datetime.combine(day, time()) + timedelta(minutes=minute)
    return local.replace(tzinfo=zone_of(zone), fold=fold).astimezone(UTC)


def moved_to(when: When, day: date, minute: int, zone: str) -> When:
    """To that time on clocks of ``zone`` (the person's): the moment is what was chosen, its own zone stays. In an hour
    that comes twice it stays the second one when it was."""
    moment = moment_at(day, minute, zone, when.on(zone).fold)
    return When.at(moment, when.zone, when.minutes)


def at_hours(when: When, day: date, minute: int, zone: str) -> When:
    """Whole days become an hour: at that time on clocks of ``zone``, its own zone stays."""
    return When.at(moment_at(day, minute, zone), when.zone, _HOUR)


def all_of(when: When, day: date) -> When:
    """Hours become that whole day, whatever clocks show where it takes place."""
    return _with(when, local=datetime.combine(day, time()), minutes=_DAY, all_day=True)


def moved_by_days(when: When, days: int, zone: str) -> When:
    """So many days later at the time that was agreed on, where it takes place; the day the person sees is that many
    days later too."""
    shifted = _with(when, local=when.local + timedelta(days=days))
    if when.all_day:
        return shifted
    wanted = when.on(zone).date() + timedelta(days=days)
    if shifted.on(zone).date() == wanted:
        return shifted
    seen = when.on(zone)  # a change of clocks between the two zones would put it on the day beside
    return moved_to(when, wanted, seen.hour * 60 + seen.minute, zone)


def moved_by_minutes(when: When, minutes: int) -> When:
    """So much later, in time that passes: an hour that comes twice is walked through twice."""
    return When.at(when.start + timedelta(minutes=minutes), when.zone, when.minutes)


def lasting(when: When, minutes: int) -> When:
    """As long as that; at least one step, and whole days where it takes whole days."""
    least = _DAY if when.all_day else SNAP
    return _with(when, minutes=min(max(minutes, least), LONGEST_MINUTES))


def snapped(minute: float) -> int:
    return round(minute / SNAP) * SNAP


def _with(when: When, **changes: object) -> When:
    return When.model_validate({**when.model_dump(), **changes})

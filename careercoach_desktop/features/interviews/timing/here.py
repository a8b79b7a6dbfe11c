"""The computer's own time zone by its IANA name, and the names Windows and Outlook have for zones."""

from __future__ import annotations

import logging
from datetime import datetime

from careercoach_desktop.features.interviews.model.when import zone_of

log = logging.getLogger(__name__)
_UTC_NAMES = ("Etc/UTC", "Etc/UCT", "Etc/Universal", "Etc/Zulu", "UCT", "Universal", "Zulu")


def computer_zone() -> str:
    """``Europe/Berlin``; where the computer only knows how far it is from UTC, that (``UTC+02:00``)."""
    import tzlocal  # not before somebody asks

    try:
        name = tzlocal.get_localzone_name()
        zone_of(name)
        return "UTC" if name in _UTC_NAMES else name
    except (LookupError, OSError, ValueError) as problem:  # no configuration, one that contradicts itself, no such zone
        log.warning("the computer's time zone has no name: %s", type(problem).__name__)
    return _offset_name(datetime.now().astimezone())


def zone_of_windows(name: str) -> str | None:
    """The IANA name of what Windows calls ``W. Europe Standard Time``; None when it has no such name."""
    from tzlocal.windows_tz import win_tz

    return win_tz.get(name.strip()) or {each.casefold(): zone for each, zone in win_tz.items()}.get(
        name.strip().casefold()
    )


def _offset_name(moment: datetime) -> str:
    offset = moment.utcoffset()
    minutes = round(offset.total_seconds() / 60) if offset else 0
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"

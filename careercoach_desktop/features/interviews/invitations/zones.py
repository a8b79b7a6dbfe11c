"""Which time zone a calendar file means: by its name, by Windows' name for it, or by the rules the file brings along.

Rules of a file are worked out for a few years only and only in the form every program writes; others count as none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import available_timezones

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from careercoach_desktop.features.interviews.invitations.lines import Component
from careercoach_desktop.features.interviews.model.when import zone_of

USUAL = (
    *("Europe/London", "Europe/Berlin", "Europe/Paris", "Europe/Helsinki", "Europe/Athens", "Europe/Istanbul"),
    *("America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles"),
    *("America/Halifax", "America/Sao_Paulo", "Asia/Kolkata", "Asia/Shanghai", "Asia/Tokyo", "Asia/Singapore"),
    *("Asia/Dubai", "Australia/Sydney", "Australia/Brisbane", "Pacific/Auckland", "Africa/Johannesburg"),
)
"""Tried before the hundreds of others when only rules are known; the person's own goes before these."""
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_OFFSET = re.compile(r"([+-])(\d{2})(\d{2})(\d{2})?")
_OFFSET_NAME = re.compile(r"(?:UTC|GMT)\s*([+-])\s*(\d{1,2})(?::?(\d{2}))?", re.IGNORECASE)
_MOST_OBSERVANCES = 50


@dataclass(frozen=True, slots=True)
class Observance:
    """From each of its beginnings on, clocks are ``offset`` ahead of UTC."""

    begins: datetime
    offset: timedelta
    month: int = 0
    """Of a yearly rule; 0 when it begins only once (and on ``also``)."""
    weekday: int = 0
    nth: int = 0
    """Which of those weekdays of the month, counted from the end when negative; 0: the first from ``day`` on."""
    day: int = 0
    also: tuple[datetime, ...] = ()
    until: datetime | None = None

    def onsets(self, years: Sequence[int]) -> Iterator[datetime]:
        """When it begins, on the clocks before the change."""
        yield self.begins
        yield from self.also
        if not self.month:
            return
        for year in years:
            at = datetime.combine(self._date(year), self.begins.time())
            if at >= self.begins and (self.until is None or at <= self.until):
                yield at

    def _date(self, year: int) -> date:
        if self.nth < 0:
            last = (date(year, self.month % 12 + 1, 1) if self.month < 12 else date(year + 1, 1, 1)) - timedelta(days=1)
            return last - timedelta(days=(last.weekday() - self.weekday) % 7 + 7 * (-self.nth - 1))
        start = date(year, self.month, self.day or 1)
        if self.nth == 0 and self.day and self.weekday < 0:
            return start
        return start + timedelta(days=(self.weekday - start.weekday()) % 7 + 7 * max(0, self.nth - 1))


Rules = tuple[Observance, ...]


class Zones:
    """The zones of one file. ``own`` is the person's."""

    def __init__(self, calendar: Component, own: str) -> None:
        self._own = own
        self._rules: dict[str, Rules] = {}
        self._aliases: dict[str, str] = {}
        for part in calendar.named("VTIMEZONE"):
            said = part.first("TZID")
            if said is not None:
                name = _clean(said.value)
                self._rules[name] = rules_of(part)
                place = part.first("X-LIC-LOCATION")
                if place is not None:
                    self._aliases[name] = place.value.strip()

    def named(self, said: str) -> str | None:
        """The zone of that name, if it is one that is known anywhere; None otherwise."""
        name = _clean(said)
        return known_zone(name) or known_zone(self._aliases.get(name, ""))

    def rules(self, said: str) -> Rules:
        """What the file says that this zone does; empty when it does not."""
        return self._rules.get(_clean(said), ())

    def like(self, rules: Rules, local: datetime) -> str | None:
        """The known zone that has these rules in the years around ``local``; None when there is none."""
        probes = _probes(local)
        wanted = [offset_at(rules, each) for each in probes]
        if None in wanted:
            return None
        usual = [self._own, *USUAL]
        for name in (*usual, *(each for each in _all_zones() if each not in usual)):
            zone = zone_of(name)
            if all(
                each.replace(tzinfo=zone).utcoffset() == offset for each, offset in zip(probes, wanted, strict=True)
            ):
                return name
        return None


def known_zone(name: str) -> str | None:
    """The IANA name for a name in use somewhere: IANA's own, one behind a vendor's path, Windows', an offset."""
    name = name.strip().strip('"').strip("/").removeprefix("tzone://Microsoft/")
    if not name or len(name) > 200:
        return None
    if name.upper() in ("UTC", "Z", "GMT", "ETC/UTC", "COORDINATED UNIVERSAL TIME"):
        return "UTC"
    if name in _names():
        return name
    if (olson := WINDOWS_TO_OLSON.get(name)) is not None and olson in _names():
        return olson
    parts = name.split("/")
    for at in range(1, min(len(parts), 8)):  # /freeassociation.sourceforge.net/Europe/Berlin
        if "/".join(parts[at:]) in _names():
            return "/".join(parts[at:])
    if (offset := _OFFSET_NAME.fullmatch(name)) is not None:
        return _offset_name(offset[1], int(offset[2]), int(offset[3] or 0))
    return None


def offset_zone(offset: timedelta) -> str:
    """``UTC+05:30`` for a distance; to the minute."""
    minutes = round(offset.total_seconds() / 60)
    return _offset_name("-" if minutes < 0 else "+", *divmod(abs(minutes), 60)) or "UTC"


def rules_of(part: Component) -> Rules:
    """What a VTIMEZONE says, as far as it says it in the usual form; empty otherwise."""
    found: list[Observance] = []
    for each in (*part.named("STANDARD"), *part.named("DAYLIGHT"))[:_MOST_OBSERVANCES]:
        made = _observance(each)
        if made is None:
            return ()
        found.append(made)
    return tuple(found)


def offset_at(rules: Rules, local: datetime) -> timedelta | None:
    """How far clocks that show ``local`` are ahead of UTC under these rules; None when they begin later."""
    years = range(local.year - 1, local.year + 2)
    begun = [(onset, each.offset) for each in rules for onset in each.onsets(years) if onset <= local]
    return max(begun)[1] if begun else None


def _observance(part: Component) -> Observance | None:
    start, to, rule = part.first("DTSTART"), part.first("TZOFFSETTO"), part.first("RRULE")
    begins, offset = plain_time(start.value if start else ""), _offset(to.value if to else "")
    if begins is None or offset is None:
        return None
    also = tuple(
        at
        for each in part.every("RDATE")
        for text in each.value.split(",")[:200]
        if (at := plain_time(text)) is not None
    )
    if rule is None:
        return Observance(begins, offset, also=also)
    return _yearly(begins, offset, also, rule.value)


def _yearly(begins: datetime, offset: timedelta, also: tuple[datetime, ...], rule: str) -> Observance | None:
    said: Mapping[str, str] = dict(
        part.upper().split("=", 1) for part in rule.replace(" ", "").split(";") if "=" in part
    )
    if said.get("FREQ") != "YEARLY" or said.get("INTERVAL", "1") != "1":
        return None
    until = plain_time(said.get("UNTIL", "").removesuffix("Z"))
    month = said.get("BYMONTH", str(begins.month))
    days = said.get("BYMONTHDAY", "").split(",")
    by_day = re.fullmatch(r"([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)", said.get("BYDAY", ""))
    if not month.isdecimal() or not 1 <= int(month) <= 12 or ("BYDAY" in said and by_day is None):
        return None
    first = min((int(each) for each in days if each.isdecimal() and 1 <= int(each) <= 28), default=0)
    if by_day is None:
        day = first or begins.day
        return Observance(begins, offset, int(month), -1, 0, min(day, 28), also, until)
    nth = int(by_day[1] or 0)
    return Observance(begins, offset, int(month), _WEEKDAYS.index(by_day[2]), nth, first, also, until)


def plain_time(text: str) -> datetime | None:
    """``20260329T020000`` as a naive time; None for anything else."""
    match = re.fullmatch(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?)?", text.strip().upper().removesuffix("Z"))
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(each or 0) for each in match.groups())
    try:
        return datetime(year, month, day, hour, minute, min(second, 59))  # noqa: DTZ001 - the time on a wall
    except ValueError:
        return None


def _offset(text: str) -> timedelta | None:
    match = _OFFSET.fullmatch(text.strip())
    if match is None or int(match[2]) > 23 or int(match[3]) > 59:
        return None
    size = timedelta(hours=int(match[2]), minutes=int(match[3]), seconds=int(match[4] or 0))
    return -size if match[1] == "-" else size


def _offset_name(sign: str, hours: int, minutes: int) -> str | None:
    if hours > 23 or minutes > 59:
        return None
    return "UTC" if hours == minutes == 0 else f"UTC{sign}{hours:02}:{minutes:02}"


def _probes(local: datetime) -> list[datetime]:
    """Times in the year around the event that tell zones apart: the middle of every month, and the event's own."""
    days = [datetime(local.year, month, 15, 12, tzinfo=UTC).replace(tzinfo=None) for month in range(1, 13)]
    # the weeks in which clocks change are not the same everywhere
    weeks = [datetime(local.year, month, day, 12, tzinfo=UTC).replace(tzinfo=None) for month, day in _CHANGES]
    return [local, *days, *weeks]


_CHANGES = ((3, 5), (3, 22), (3, 30), (4, 3), (4, 10), (9, 10), (9, 28), (10, 5), (10, 24), (10, 30), (11, 3), (11, 10))


def _clean(name: str) -> str:
    return name.strip().strip('"').replace("\\,", ",").replace("\\;", ";").strip("/")


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    return frozenset(available_timezones()) - {"localtime", "posixrules", "Factory"}


@lru_cache(maxsize=1)
def _all_zones() -> tuple[str, ...]:
    places = ("Europe/", "America/", "Asia/", "Africa/", "Australia/", "Pacific/", "Atlantic/", "Indian/")
    return tuple(sorted(name for name in _names() if name.startswith(places)))

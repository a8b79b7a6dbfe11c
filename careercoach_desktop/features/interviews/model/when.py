"""When an interview is: what the clock on the wall says in a named time zone, and the moment that follows from it.

The wall time is what was agreed, so it is what is kept: should a country change its daylight saving before the day
comes, ten o'clock stays ten o'clock.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

DAY_MINUTES = 24 * 60
LONGEST_MINUTES = 14 * DAY_MINUTES


class When(BaseModel):
    """``local`` is naive; ``zone`` an IANA name, or a plain offset such as ``UTC+05:30`` where an invitation named no
    zone. ``all_day``: days, not hours; ``minutes`` counts whole days then and the zone says where the day begins.
    ``local.fold`` chooses between the two times of an hour that comes twice; one that is skipped is read as the clock
    would show it after the change.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    local: datetime
    zone: str
    minutes: int = Field(default=60, ge=1, le=LONGEST_MINUTES)
    all_day: bool = False

    @field_validator("local")
    @classmethod
    def _naive(cls, value: datetime) -> datetime:
        if value.tzinfo is not None:
            raise ValueError("the time on the wall has no zone of its own")
        return value.replace(second=0, microsecond=0)

    @field_validator("zone")
    @classmethod
    def _known(cls, value: str) -> str:
        zone_of(value)
        return value

    @model_validator(mode="after")
    def _plain(self) -> When:
        """Said in one way only: whole days begin at midnight, and only an hour that comes twice has a second time.
        ValueError at the ends of the calendar, where there is no such moment in UTC."""
        if self.all_day:
            days = -(-self.minutes // DAY_MINUTES)
            self.__dict__.update(local=self.local.replace(hour=0, minute=0, fold=0), minutes=days * DAY_MINUTES)
        elif self.local.fold and not comes_twice(self.local, self.zone):
            self.__dict__["local"] = self.local.replace(fold=0)
        try:
            _ = self.start, self.end
        except OverflowError as error:
            raise ValueError("the calendar ends there") from error
        return self

    @property
    def start(self) -> datetime:
        """The moment it begins, in UTC."""
        return self.local.replace(tzinfo=zone_of(self.zone)).astimezone(UTC)

    @property
    def end(self) -> datetime:
        """The moment it ends, in UTC. Whole days end when the day does, however long a change of clocks makes it."""
        if not self.all_day:
            return self.start + timedelta(minutes=self.minutes)
        return (self.local + timedelta(minutes=self.minutes)).replace(tzinfo=zone_of(self.zone)).astimezone(UTC)

    def on(self, zone: str) -> datetime:
        """The beginning as clocks of that zone show it; aware."""
        return self.start.astimezone(zone_of(zone))

    def overlaps(self, other: When) -> bool:
        """Whether both take some of the same time."""
        return self.start < other.end and other.start < self.end

    @property
    def day(self) -> date:
        """The day it begins, where it takes place."""
        return self.local.date()

    def same(self, other: When) -> bool:
        """Whether both say the same, of an hour that comes twice the same one, too (``==`` does not look at that)."""
        return self == other and self.local.fold == other.local.fold

    @classmethod
    def at(cls, moment: datetime, zone: str, minutes: int = 60) -> When:
        """A moment (aware) as clocks of that zone show it."""
        local = moment.astimezone(zone_of(zone))
        return cls(local=local.replace(tzinfo=None), zone=zone, minutes=minutes)


def comes_twice(local: datetime, zone: str) -> bool:
    """Whether clocks there show this twice, because they are put back."""
    first, second = _offsets(local, zone)
    return first > second


def never_comes(local: datetime, zone: str) -> bool:
    """Whether clocks there never show this, because they are put forward."""
    first, second = _offsets(local, zone)
    return first < second


def _offsets(local: datetime, zone: str) -> tuple[timedelta, timedelta]:
    there = local.replace(tzinfo=zone_of(zone))
    return there.replace(fold=0).utcoffset() or timedelta(), there.replace(fold=1).utcoffset() or timedelta()


def zone_of(name: str) -> tzinfo:
    """The zone of an IANA name or of an offset (``UTC``, ``UTC+05:30``, ``UTC-03:00``).

    Raises ValueError for anything else: a name that is not known here must never count as some other zone.
    """
    if name == "UTC":
        return UTC
    if name.startswith(("UTC+", "UTC-")):
        hours, _, minutes = name[4:].partition(":")
        if hours.isdecimal() and minutes.isdecimal() and len(hours) == len(minutes) == 2:
            offset = timedelta(hours=int(hours), minutes=int(minutes))
            if offset < timedelta(hours=24):
                return timezone(offset if name[3] == "+" else -offset, name)
        raise ValueError(f"no offset: {name!r}")
    try:
        return ZoneInfo(name)
    except (KeyError, OSError, ValueError) as error:  # unknown, a folder of the zone data, or no name at all
        raise ValueError(f"no time zone: {name!r}") from error

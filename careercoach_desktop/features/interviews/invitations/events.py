"""One event of a calendar file as an invitation: its time and zone, its place and link, its people."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Literal

from icalendar.prop import vDuration

from careercoach_desktop.features.interviews.invitations.lines import Component, Property
from careercoach_desktop.features.interviews.invitations.meeting import guessed_type, looks_like_phone, meeting_link
from careercoach_desktop.features.interviews.invitations.texts import (
    EMAIL,
    LINK,
    NAME,
    PLACE,
    SUMMARY,
    TEXT,
    UID,
    email_of,
    one_line,
    paragraphs,
    unescaped,
)
from careercoach_desktop.features.interviews.invitations.zones import Zones, offset_at, offset_zone, plain_time
from careercoach_desktop.features.interviews.model import Interviewer, When
from careercoach_desktop.features.interviews.model.invitation import Invitation, Remark, RemarkKind
from careercoach_desktop.features.interviews.model.when import LONGEST_MINUTES, zone_of

USUAL_MINUTES = 60
_YEARS = range(1990, 2201)
_MOST_PEOPLE = 20
_MOST_SEQUENCE = 2**31 - 1
_DAY = 24 * 60
_STAMPS = ("DTSTAMP", "LAST-MODIFIED")
_ROOMS = ("ROOM", "RESOURCE", "GROUP")


class UnreadableError(ValueError):
    """Nothing sensible can be made of the event."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What the events of one file share. ``own`` is the person's zone, ``spoken`` the one the whole file is meant in;
    ``mine`` the addresses that are the person's own, in small letters."""

    zones: Zones
    own: str
    spoken: str = ""
    mine: frozenset[str] = field(default_factory=frozenset)

    def invitation(self, event: Component, *, cancels: bool) -> Invitation:
        """Raises UnreadableError."""
        remarks: list[Remark] = []
        when = self._when(event, remarks, may_lack=cancels)
        summary = _words(event, "SUMMARY", SUMMARY)
        place = one_line(unescaped(_value(event, "LOCATION")), PLACE)
        link = _link(event)
        organiser, people = self._people(event)
        raw = unescaped(_value(event, "DESCRIPTION"))
        text = paragraphs(raw, TEXT)
        if len(raw) > 4 * TEXT or len(text) >= TEXT - 1:
            remarks.append(Remark(kind=RemarkKind.SHORTENED))
        return Invitation(
            uid=_uid(event),
            sequence=_number(_value(event, "SEQUENCE")),
            stamped=max(filter(None, (_moment(event.first(each)) for each in _STAMPS)), default=None),
            cancelled=cancels or _value(event, "STATUS").strip().upper() == "CANCELLED",
            summary=summary,
            when=when,
            place="" if place == link else place,
            link=link,
            text=text,
            organiser=organiser,
            interviewers=people,
            type=guessed_type(summary, link=link, place=place, phone=looks_like_phone(place)),
            remarks=tuple(dict.fromkeys(remarks)),
        )

    # When ---------------------------------------------------------------------------------------------------------

    def _when(self, event: Component, remarks: list[Remark], *, may_lack: bool) -> When | None:
        start = event.first("DTSTART") or event.first("RECURRENCE-ID")
        if start is None and may_lack:
            return None
        local = plain_time(start.value) if start is not None else None
        if start is None or local is None or local.year not in _YEARS:
            raise UnreadableError("no time")
        if _is_day(start):
            return self._days(event, local, remarks)
        zone = self._zone(start, local, remarks)
        if _is_utc(start):
            moment = local.replace(tzinfo=UTC)
            local = moment.astimezone(zone_of(zone)).replace(tzinfo=None)
        begins = When(local=local, zone=zone)
        minutes = self._minutes(event, begins, remarks)
        return begins.model_copy(update={"minutes": minutes})

    def _days(self, event: Component, first: datetime, remarks: list[Remark]) -> When:
        end = event.first("DTEND")
        last = plain_time(end.value) if end is not None and _is_day(end) else None
        length = (last - first) if last is not None else (_duration(event) or timedelta(days=1))
        days = max(1, -(-int(length.total_seconds()) // (_DAY * 60)))
        if days * _DAY > LONGEST_MINUTES:
            remarks.append(Remark(kind=RemarkKind.TOO_LONG))
            days = LONGEST_MINUTES // _DAY
        return When(local=first, zone=self.spoken or self.own, minutes=days * _DAY, all_day=True)

    def _zone(self, start: Property, local: datetime, remarks: list[Remark]) -> str:
        if _is_utc(start):
            return self.spoken or self.own
        said = start.params.get("TZID", "")
        if not said:
            if not self.spoken:
                remarks.append(Remark(kind=RemarkKind.FLOATING, about=self.own))
            return self.spoken or self.own
        about, rules = one_line(said, NAME), self.zones.rules(said)
        offset = offset_at(rules, local)
        if (known := self.zones.named(said)) is not None:
            if offset is not None and offset != local.replace(tzinfo=zone_of(known)).utcoffset():
                remarks.append(Remark(kind=RemarkKind.ZONE_DISAGREES, about=known))
            return known
        if rules and (alike := self.zones.like(rules, local)) is not None:
            remarks.append(Remark(kind=RemarkKind.ZONE_BY_RULES, about=alike))
            return alike
        if offset is not None:
            remarks.append(Remark(kind=RemarkKind.ZONE_AS_OFFSET, about=offset_zone(offset)))
            return offset_zone(offset)
        remarks.append(Remark(kind=RemarkKind.ZONE_UNKNOWN, about=about))
        return self.own

    def _minutes(self, event: Component, begins: When, remarks: list[Remark]) -> int:
        length = _duration(event)
        end = event.first("DTEND")
        if end is not None and (at := self._end(end, begins)) is not None:
            length = at - begins.start
        minutes = round(length.total_seconds() / 60) if length is not None else 0
        if minutes < 1:
            remarks.append(Remark(kind=RemarkKind.NO_END))
            return USUAL_MINUTES
        if minutes > LONGEST_MINUTES:
            remarks.append(Remark(kind=RemarkKind.TOO_LONG))
            return LONGEST_MINUTES
        return minutes

    def _end(self, end: Property, begins: When) -> datetime | None:
        local = plain_time(end.value)
        if local is None or local.year not in _YEARS:
            return None
        if _is_utc(end):
            return local.replace(tzinfo=UTC)
        zone = self.zones.named(end.params.get("TZID", "")) or begins.zone
        return When(local=local, zone=zone).start

    # Who ----------------------------------------------------------------------------------------------------------

    def _people(self, event: Component) -> tuple[str, tuple[Interviewer, ...]]:
        """The organiser's address, and everybody who is not the person, each once."""
        organiser = event.first("ORGANIZER")
        organises = email_of(organiser.value) if organiser is not None else ""
        people: dict[str, Interviewer] = {}
        for each in ((organiser,) if organiser is not None else ()) + tuple(event.every("ATTENDEE")):
            address = email_of(each.value)
            name = one_line(unescaped(each.params.get("CN", "")), NAME)
            is_room = each.params.get("CUTYPE", "").upper() in _ROOMS
            if is_room or address.lower() in self.mine or not (address or name):
                continue
            shown = address.partition("@")[0].replace(".", " ").title() if email_of(name) or not name else name
            people.setdefault(address.lower() or name, Interviewer(name=shown, email=address))
        return organises[:EMAIL], tuple(people.values())[:_MOST_PEOPLE]


def _uid(event: Component) -> str:
    said = one_line(_value(event, "UID"), UID)
    if said:
        return said
    about = "\n".join(_value(event, name) for name in ("DTSTART", "SUMMARY", "ORGANIZER"))
    return f"{hashlib.sha256(about.encode()).hexdigest()[:32]}@without-a-name"


def _link(event: Component) -> str:
    sure = [
        *(each.value for each in event.properties if each.name.startswith("X-")),
        *(each.value for each in event.every("CONFERENCE")),
        unescaped(_value(event, "LOCATION")),
        _value(event, "URL"),
    ]
    return one_line(meeting_link(sure, [unescaped(_value(event, "DESCRIPTION"))]), LINK)


def _words(event: Component, name: str, longest: int) -> str:
    return one_line(paragraphs(unescaped(_value(event, name)), 4 * longest), longest)


def _value(event: Component, name: str) -> str:
    found = event.first(name)
    return found.value if found is not None else ""


def _number(text: str) -> int:
    text = text.strip()[:12]
    return min(int(text), _MOST_SEQUENCE) if text.isascii() and text.isdecimal() else 0


def _moment(said: Property | None) -> datetime | None:
    at = plain_time(said.value) if said is not None else None
    return at.replace(tzinfo=UTC) if at is not None and at.year in _YEARS else None


def _duration(event: Component) -> timedelta | None:
    said = _value(event, "DURATION").strip()[:40]
    try:
        return vDuration.from_ical(said) if said else None
    except (ValueError, OverflowError):
        return None


def _is_day(said: Property) -> bool:
    return said.params.get("VALUE", "").upper() == "DATE" or "T" not in said.value.upper()


def _is_utc(said: Property) -> Literal[True, False]:
    return said.value.strip().upper().endswith("Z")

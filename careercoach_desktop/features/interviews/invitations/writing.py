"""Interviews as a calendar file that every program understands and none sends mail because of.

Nobody is invited by such a file: it is only published (METHOD:PUBLISH), names no attendees and asks for no answer. The
people stand in the description. The same interviews give the same bytes, so that a file is written anew only when
something in it has changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event, Timezone, vCalAddress, vText, vUri

from careercoach_desktop.features.interviews.invitations.clocks import zone_part
from careercoach_desktop.features.interviews.invitations.spans import days_of, is_in_zone
from careercoach_desktop.features.interviews.invitations.texts import clean, email_of
from careercoach_desktop.features.interviews.invitations.words import event_title
from careercoach_desktop.features.interviews.model import Interview, InterviewLine, When
from careercoach_desktop.features.interviews.model.when import zone_of

PRODUCT = "-//Career Coach//Interviews//EN"


def write_calendar(
    lines: Iterable[InterviewLine],
    notices: Sequence[int] = (),
    *,
    with_notes: bool = False,
    for_server: bool = False,
    name: str = "",
) -> bytes:
    """A file of these interviews, by time. ``notices``: minutes before the beginning at which the calendar is to tell.

    ``with_notes``: what the person prepares goes along; it is private, so only when they ask for it. ``for_server``: as
    a calendar server wants it (no METHOD, no organiser: a server would take that as a wish to write to them).
    ``name``: what the calendar is called.
    """
    ordered = sorted(lines, key=lambda line: (line.interview.when.start, line.interview.uid))
    calendar = Calendar()
    calendar.add("PRODID", PRODUCT)
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    if not for_server:
        calendar.add("METHOD", "PUBLISH")
    if name:
        calendar.add("X-WR-CALNAME", name)
    for zone in _zones(line.interview.when for line in ordered):
        calendar.add_component(zone)
    for line in ordered:
        calendar.add_component(_event(line, notices, with_notes=with_notes, for_server=for_server))
    return bytes(calendar.to_ical(sorted=False))


def _event(line: InterviewLine, notices: Sequence[int], *, with_notes: bool, for_server: bool) -> Event:
    interview = line.interview
    event = Event()
    event.add("UID", interview.uid)
    event.add("SEQUENCE", interview.sequence)
    event.add("DTSTAMP", _whole(interview.updated))
    event.add("CREATED", _whole(interview.created))
    event.add("LAST-MODIFIED", _whole(interview.updated))
    _add_time(event, interview.when)
    event.add("SUMMARY", clean(event_title(interview.type, line.title, line.company)))
    if interview.place or interview.link:
        event.add("LOCATION", clean(interview.place or interview.link))
    if _is_address(interview.link):
        event["URL"] = vUri(interview.link)
    if said := _description(interview, with_notes=with_notes):
        event.add("DESCRIPTION", said)
    if not for_server and (organiser := email_of(interview.organiser)):
        address = vCalAddress(f"mailto:{organiser}")
        address.params["SCHEDULE-AGENT"] = vText("NONE")
        event["ORGANIZER"] = address
    event.add("STATUS", "CANCELLED" if interview.cancelled else "CONFIRMED")
    event.add("TRANSP", "TRANSPARENT" if interview.cancelled else "OPAQUE")
    event.add("CLASS", "PRIVATE")
    for minutes in () if interview.cancelled else notices:
        event.add_component(_alarm(minutes, event))
    return event


def _add_time(event: Event, when: When) -> None:
    if when.all_day:
        first = when.local.date()
        event.add("DTSTART", first)
        event.add("DTEND", first + timedelta(days=days_of(when)))
        return
    if is_in_zone(when):
        zone = zone_of(when.zone)
        event.add("DTSTART", when.start.astimezone(zone))
        event.add("DTEND", when.end.astimezone(zone))
        return
    event.add("DTSTART", when.start)
    event.add("DTEND", when.end)


def _description(interview: Interview, *, with_notes: bool) -> str:
    """Who asks and where to join, in words every calendar shows; the notes when they are wanted."""
    parts = []
    if interview.interviewers:
        people = (f"{each.name}, {each.title}" if each.title else each.name for each in interview.interviewers)
        parts.append("With: " + "; ".join(people))
    if interview.link:
        parts.append(f"Join: {interview.link}")
    if with_notes and interview.notes:
        parts.append(interview.notes)
    return clean("\n\n".join(parts))


def _alarm(minutes: int, event: Event) -> Alarm:
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", str(event["SUMMARY"]))
    alarm.add("TRIGGER", timedelta(minutes=-minutes))
    return alarm


def _zones(times: Iterable[When]) -> list[Timezone]:
    """What the clocks of every zone in use do in the years around the interviews."""
    years: dict[str, set[int]] = {}
    for when in times:
        if is_in_zone(when):
            years.setdefault(when.zone, set()).update((when.local.year, when.end.year))
    return [zone_part(name, min(of) - 1, max(of) + 1) for name, of in sorted(years.items())]


def _is_address(link: str) -> bool:
    return link.lower().startswith(("https://", "http://")) and not any(each.isspace() for each in link)


def _whole(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)

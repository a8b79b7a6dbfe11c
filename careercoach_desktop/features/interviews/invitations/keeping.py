"""An event of ours written into the one that stands on a server, so that what somebody set there stays: alarms of
their own, guests, categories, a colour, words in the description.

A server takes whole events only. What we wrote the last time tells what is ours to say anew: whatever differs from that
there is theirs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from icalendar.parser import Contentline
from icalendar.prop import vDuration

from careercoach_desktop.features.interviews.invitations.reading import read_each
from careercoach_desktop.features.interviews.invitations.texts import unescaped
from careercoach_desktop.features.interviews.model.invitation import Invitation

_ALWAYS_OURS = ("SEQUENCE", "DTSTAMP", "LAST-MODIFIED", "DTSTART", "DTEND", "DURATION", "LOCATION")
"""What a change there does to these was taken over here before we write."""
_SAID = ("SUMMARY", "DESCRIPTION", "URL", "STATUS", "CLASS", "TRANSP")
_GOES_WITH = {"LOCATION": ("GEO", "X-APPLE-STRUCTURED-LOCATION"), "DESCRIPTION": ("X-ALT-DESC",)}
"""The same again in another form: stale once the first is another."""
_ALARMS = "VALARM"
_DEEPEST = 24

Said = Mapping[str, str]
"""What we wrote the last time, by the property; the alarms under ``VALARM``."""


@dataclass(slots=True)
class _Part:
    """One ``BEGIN`` … ``END``: every line of it, unfolded, and the parts inside."""

    name: str
    lines: list[str] = field(default_factory=list)
    parts: list[_Part] = field(default_factory=list)

    def of(self, name: str) -> list[str]:
        return [line for line in self.lines if _name(line) == name]

    def value(self, name: str) -> str:
        return next((_value(line) for line in self.of(name)), "")

    def named(self, name: str) -> list[_Part]:
        return [part for part in self.parts if part.name == name]


def said_in(ours: bytes) -> dict[str, str]:
    """What a file of one event, written by us, says; to be kept until the next time."""
    event = _event_in(_calendar(ours), "")
    if event is None:
        return {}
    return {name: event.value(name) for name in _SAID} | {_ALARMS: _alarms(event)}


def write_into(ours: bytes, theirs: bytes, uid: str, said: Said, own_zone: str) -> tuple[bytes, Invitation | None]:
    """What to put there, and how it will be read. ``said`` is empty when nobody knows what we wrote before; then what
    stands there stays wherever it may be theirs. For the child process: ``theirs`` may be anybody's."""
    mine, there = _calendar(ours), _calendar(theirs)
    event, standing = _event_in(mine, uid), _event_in(there, uid)
    if event is None or standing is None:
        data = ours
    else:
        _unite(event, standing, said)
        there.lines = [*mine.lines, *(line for line in there.lines if _name(line) not in {*_names(mine), "METHOD"})]
        there.parts = [*_zones(mine, there), *(part for part in there.parts if part.name != "VTIMEZONE")]
        data = b"".join(_written(there))
    (read,) = read_each([data], own_zone)
    return data, read


def _unite(ours: _Part, theirs: _Part, said: Said) -> None:
    """``theirs`` becomes what is to be written."""
    number = str(max(_number(ours.value("SEQUENCE")), _number(theirs.value("SEQUENCE"))))
    lines = [f"UID:{ours.value('UID')}"]
    gone = {"UID", *_ALWAYS_OURS, *_SAID}
    for name in _ALWAYS_OURS:
        is_same = name == "LOCATION" and _means(ours.value(name)) == _means(theirs.value(name))
        lines += theirs.of(name) if is_same else [f"SEQUENCE:{number}"] if name == "SEQUENCE" else ours.of(name)
        gone |= set() if is_same else set(_GOES_WITH.get(name, ()))
    for name in _SAID:
        kept = _line_of(name, ours, theirs, said.get(name))
        gone |= set() if kept == theirs.of(name) else set(_GOES_WITH.get(name, ()))
        lines += kept
    theirs.lines = [*lines, *(line for line in theirs.lines if _name(line) not in gone)]
    if _ours_ring(_alarms(ours), _alarms(theirs), said.get(_ALARMS)):
        theirs.parts = [*ours.named(_ALARMS), *(part for part in theirs.parts if part.name != _ALARMS)]


def _line_of(name: str, ours: _Part, theirs: _Part, said: str | None) -> list[str]:
    """Theirs where they changed it since we wrote it, ours otherwise; of a description that both changed, both."""
    mine, there = ours.value(name), theirs.value(name)
    if _means(mine) == _means(there):
        return theirs.of(name)
    if name == "STATUS" and "CANCELLED" in (mine, there):  # which of the two stands was decided before
        return ours.of(name)
    if said is None:
        return theirs.of(name) or ours.of(name)
    if _means(there) == _means(said):
        return ours.of(name)
    if name != "DESCRIPTION" or _means(mine) == _means(said):
        return theirs.of(name)
    before, now, text = (unescaped(each).strip() for each in (said, mine, there))
    if not before:
        return [f"{name}:{_escaped(now, text)}"]
    return [f"{name}:{_escaped(text.replace(before, now, 1))}"] if before in text else theirs.of(name)


def _ours_ring(ours: str, theirs: str, said: str | None) -> bool:
    """Whether the alarms there are those we set before, and others are wanted now. Where they are the same, theirs
    stay: they know which of them has rung."""
    if ours == theirs:
        return False
    return not theirs if said is None else theirs == said


def _alarms(event: _Part) -> str:
    """When they ring, however it is written."""
    return " ".join(sorted(f"{part.value('ACTION').upper()}{_moment(part)}" for part in event.named(_ALARMS)))


def _moment(alarm: _Part) -> str:
    said = alarm.value("TRIGGER").strip()
    from_end = any("RELATED=END" in line.upper().partition(":")[0] for line in alarm.of("TRIGGER"))
    try:
        return f"{'end' if from_end else ''}{vDuration.from_ical(said[:40]).total_seconds():+.0f}"
    except (ValueError, OverflowError):
        return said


def _zones(mine: _Part, there: _Part) -> list[_Part]:
    """Ours know the years we need. Events of theirs that are in the same file, or that go on, may need their own."""
    ours, theirs = mine.named("VTIMEZONE"), there.named("VTIMEZONE")
    events = there.named("VEVENT")
    if len(events) > 1 or any(event.of("RRULE") for event in events):
        named = {zone.value("TZID") for zone in theirs}
        return [*theirs, *(zone for zone in ours if zone.value("TZID") not in named)]
    named = {zone.value("TZID") for zone in ours}
    return [*ours, *(zone for zone in theirs if zone.value("TZID") not in named)]


# Lines ----------------------------------------------------------------------------------------------------------------


def _calendar(data: bytes) -> _Part:
    """Leniently: an end that fits nothing is passed over, what was never ended ends with the file."""
    text = data.replace(b"\r\n", b"\n").replace(b"\n ", b"").replace(b"\n\t", b"").decode("utf-8", "replace")
    root = _Part("")
    above = [root]
    for line in text.replace("\r", "\n").split("\n"):
        upper = line.strip().upper()
        if upper.startswith("BEGIN:") and len(above) < _DEEPEST:
            part = _Part(upper[6:].strip())
            above[-1].parts.append(part)
            above.append(part)
        elif upper.startswith("END:"):
            if any(part.name == upper[4:].strip() for part in above[1:]):
                while above.pop().name != upper[4:].strip():
                    continue
        elif line.strip():
            above[-1].lines.append(line)
    return next(iter(root.named("VCALENDAR")), root)


def _event_in(calendar: _Part, uid: str) -> _Part | None:
    """The event itself, not one of its exceptions."""
    events = (event for event in calendar.named("VEVENT") if not event.of("RECURRENCE-ID"))
    return next((event for event in events if not uid or event.value("UID").strip() == uid), None)


def _written(part: _Part) -> Iterator[bytes]:
    yield f"BEGIN:{part.name}\r\n".encode()
    for line in part.lines:
        yield Contentline(line).to_ical() + b"\r\n"
    for inner in part.parts:
        yield from _written(inner)
    yield f"END:{part.name}\r\n".encode()


def _names(part: _Part) -> set[str]:
    return {_name(line) for line in part.lines}


def _name(line: str) -> str:
    return line.partition(":")[0].partition(";")[0].strip().upper()


def _value(line: str) -> str:
    """After the first colon that stands in no quoted parameter."""
    quoted = False
    for at, letter in enumerate(line):
        if letter == '"':
            quoted = not quoted
        elif letter == ":" and not quoted:
            return line[at + 1 :]
    return ""


def _escaped(*paragraphs: str) -> str:
    text = "\n\n".join(each for each in paragraphs if each).strip().replace("\\", "\\\\")
    return text.replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _number(text: str) -> int:
    text = text.strip()[:9]
    return int(text) if text.isascii() and text.isdecimal() else 0


def _means(text: str) -> str:
    return " ".join(unescaped(text).split())

"""A calendar file as a tree of components, however badly it was folded, encoded or nested.

icalendar splits a line into its parts; the tree is built here, because its own keeps the zones of one file for the
next, works out rules that may go on for ever, and takes whatever there is however much that is.
"""

from __future__ import annotations

import binascii
import codecs
import email
import email.policy
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from icalendar.parser import Contentline

from careercoach_desktop.foundation.errors import UserError

LARGEST_FILE = 10 * 2**20
MOST_EVENTS = 200
LONGEST_LINE = 32 * 2**10
"""Characters of a line that are looked at; what a person would read is far shorter."""
_MOST_OF_A_KIND = 60
_DEEPEST = 24
_KEPT_COMPONENTS = {"VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT"}
_KEPT_PROPERTIES = {
    "VCALENDAR": {"METHOD", "X-WR-TIMEZONE", "PRODID"},
    "VEVENT": {
        *("UID", "SEQUENCE", "DTSTAMP", "LAST-MODIFIED", "STATUS", "SUMMARY", "DESCRIPTION", "LOCATION", "URL"),
        *("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "RECURRENCE-ID", "ORGANIZER", "ATTENDEE", "CONFERENCE"),
        *("X-MICROSOFT-SKYPETEAMSMEETINGURL", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK"),
    },
    "VTIMEZONE": {"TZID", "X-LIC-LOCATION"},
    "STANDARD": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "RDATE"},
    "DAYLIGHT": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "RDATE"},
}
_BEGIN = re.compile(rb"BEGIN[ \t]*:[ \t]*VCALENDAR", re.IGNORECASE)
_FOLD = re.compile(rb"(?:\r\n|\n|\r)[ \t]")
_FOLD_NOT_SOFT = re.compile(rb"(?:(?<!=)\r\n|(?<![=\r])\n|(?<!=)\r)[ \t]")
"""Where quoted-printable is in use, a line that ends with an equals sign goes on with the next, its spaces included."""
_NEWLINE = re.compile(r"[\r\n]+")
_NAME = re.compile(r"[A-Za-z0-9-]{1,64}")
_QUOTED_PRINTABLE = re.compile(r"ENCODING=\"?QUOTED-PRINTABLE", re.IGNORECASE)
_CHARSET = re.compile(r"CHARSET=\"?([\w.:-]{1,40})", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Property:
    """``value`` is as it stands in the file, its escapes included."""

    name: str
    params: dict[str, str]
    value: str


@dataclass(slots=True)
class Component:
    """One ``BEGIN`` … ``END``, with those properties and components that are looked at."""

    name: str
    properties: list[Property] = field(default_factory=list)
    parts: list[Component] = field(default_factory=list)

    def first(self, name: str) -> Property | None:
        return next((each for each in self.properties if each.name == name), None)

    def every(self, name: str) -> list[Property]:
        return [each for each in self.properties if each.name == name]

    def named(self, name: str) -> list[Component]:
        return [each for each in self.parts if each.name == name]


def read_tree(data: bytes) -> list[Component]:
    """The calendars of a file, of an e-mail that carries one, or of text that holds one.

    Raises UserError ``calendar-large``, ``calendar-none``, ``calendar-deep`` or ``calendar-many``.
    """
    if len(data) > LARGEST_FILE:
        raise too_large()
    return _tree(_lines(_calendar_in(data)))


def too_large() -> UserError:
    """What to say of a file of more than ``LARGEST_FILE`` bytes."""
    return UserError(
        "This calendar file is larger than 10 MB.",
        "Save only the invitation as a file and add that.",
        code="calendar-large",
    )


def _calendar_in(data: bytes) -> bytes:
    """The bytes that begin with a calendar, in UTF-8 if anybody can tell."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            data = data.removeprefix(mark).decode(encoding, "replace").encode()
            break
    found = _BEGIN.search(data)
    if b"\0" in data[:64] and found is None:  # UTF-16 without a mark
        data = data.decode("utf-16-be" if data[:1] == b"\0" else "utf-16-le", "replace").encode()
        found = _BEGIN.search(data)
    if found is None or _is_mail(data, found.start()):
        attached = _attached(data)
        if attached is None and found is None:
            raise UserError(
                "There is no calendar in this.",
                "Choose the .ics file of an invitation, or paste all of its text from BEGIN:VCALENDAR on.",
                code="calendar-none",
            )
        data = attached or data
        found = _BEGIN.search(data)
    data = data[found.start() if found else 0 :]
    return _unquoted(data).replace(b"\0", b"")


def _is_mail(data: bytes, start: int) -> bool:
    """Whether what stands before the calendar looks like the head of an e-mail."""
    return re.search(rb"(?im)^content-type[ \t]*:", data[: min(start, 2**20)]) is not None


def _attached(data: bytes) -> bytes | None:
    """The calendar an e-mail carries, decoded; None when it is no e-mail or carries none."""
    if not re.match(rb"\s*[\w-]+[ \t]*:", data[:1024]):
        return None
    try:
        message = email.message_from_bytes(data.lstrip(), policy=email.policy.compat32)
        for number, part in enumerate(message.walk()):
            if number > _MOST_OF_A_KIND:
                break
            if part.is_multipart():
                continue
            content = part.get_payload(decode=True)
            if isinstance(content, bytes) and _BEGIN.search(content):
                charset = part.get_content_charset("utf-8")
                return content.decode(_known(charset), "replace").encode()
    except (ValueError, LookupError, RecursionError, binascii.Error):  # a mail that is none after all
        return None
    return None


def _unquoted(data: bytes) -> bytes:
    """Text copied out of the source of an e-mail has its equals signs as ``=3D`` and its lines cut."""
    if b"=3D" in data and re.search(rb"(?i)(TZID|VALUE|CN)=3D", data):
        return quopri.decodestring(data)
    return data


def _lines(data: bytes) -> Iterator[str]:
    """Unfolded, decoded lines. Unfolding comes first: many programs cut in the middle of a letter."""
    fold = _FOLD_NOT_SOFT if b"QUOTED-PRINTABLE" in data.upper() else _FOLD
    whole = fold.sub(b"", data)
    try:
        text = whole.decode("utf-8")
    except UnicodeDecodeError:
        text = whole.decode("cp1252", "replace")
    parts = iter(_NEWLINE.split(text))
    for line in parts:
        if not _QUOTED_PRINTABLE.search(line[:256]):
            yield line
            continue
        pieces = [line]
        while pieces[-1].endswith("="):
            pieces[-1] = pieces[-1][:-1]
            pieces.append(next(parts, ""))
        yield _from_quoted_printable("".join(pieces)[:LONGEST_LINE])


def _from_quoted_printable(line: str) -> str:
    head, _, value = line.partition(":")
    said = _CHARSET.search(head)
    content = quopri.decodestring(value.encode("utf-8", "replace"))
    text = content.decode(_known(said[1] if said else "utf-8"), "replace")
    return f"{head}:{text}".replace("\r\n", "\\n").replace("\n", "\\n")


def _known(charset: str) -> str:
    try:
        return codecs.lookup(charset).name
    except (LookupError, ValueError):
        return "utf-8"


def _tree(lines: Iterator[str]) -> list[Component]:
    """Leniently: an end that fits nothing is passed over, what was never ended ends with the file."""
    calendars: list[Component] = []
    open_parts: list[tuple[str, Component | None]] = []
    events = 0
    for line in lines:
        upper = line[:80].upper().replace(" ", "")
        if upper.startswith("BEGIN:"):
            name = upper[6:].strip()
            events += name == "VEVENT"
            if len(open_parts) >= _DEEPEST:
                raise UserError(
                    "This calendar file is nested more deeply than any calendar is.",
                    "Save the invitation anew with another program, or enter the interview yourself.",
                    code="calendar-deep",
                )
            if events > MOST_EVENTS:
                raise UserError(
                    f"This calendar has more than {MOST_EVENTS} events, too many to look through at once.",
                    "Save only the invitation as a file and add that.",
                    code="calendar-many",
                )
            open_parts.append((name, _opened(name, open_parts, calendars)))
        elif upper.startswith("END:"):
            _close(upper[4:].strip(), open_parts)
        elif open_parts and (here := open_parts[-1][1]) is not None:
            _take(here, line)
    return calendars


def _opened(name: str, above: list[tuple[str, Component | None]], calendars: list[Component]) -> Component | None:
    """A component that is looked at, at its place; None for any other and for what is inside such."""
    parent = above[-1][1] if above else None
    if name not in _KEPT_COMPONENTS or (above and parent is None):
        return None
    made = Component(name)
    if name == "VCALENDAR":
        calendars.append(made)
    elif parent is not None:
        parent.parts.append(made)
    return made


def _close(name: str, open_parts: list[tuple[str, Component | None]]) -> None:
    if any(name == each for each, _ in open_parts):
        while open_parts.pop()[0] != name:
            pass


def _take(component: Component, line: str) -> None:
    """One more property, if it is one that is looked at and there are not too many of it."""
    match = _NAME.match(line.lstrip()[:80])
    name = match[0].upper() if match else ""
    if name not in _KEPT_PROPERTIES[component.name]:
        return
    if sum(each.name == name for each in component.properties) >= _MOST_OF_A_KIND:
        return
    try:
        _, params, value = Contentline(line[:LONGEST_LINE]).raw_parts()
    except (ValueError, AssertionError):  # a line that is none: the others say enough
        return
    plain = {str(key).upper(): _text(said) for key, said in params.items()}
    zone, colon, time = str(value).rpartition(":")
    if colon and name in ("DTSTART", "DTEND") and "TZID" in plain:  # TZID=tzone://Microsoft/Utc, as Exchange writes it
        plain["TZID"], value = f"{plain['TZID']}:{zone}", time
    component.properties.append(Property(name, plain, str(value)))


def _text(said: object) -> str:
    return str(said[0]) if isinstance(said, list) and said else str(said)

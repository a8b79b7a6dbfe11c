"""Calendar files made to hurt: rules without an end, lines without an end, depth, a million of everything."""

from __future__ import annotations

from collections.abc import Callable, Iterator

SUFFIX = ".ics"
MILLION = 1_000_000

_ZONE = """BEGIN:VTIMEZONE
TZID:Somewhere
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""
_EVENT = """BEGIN:VEVENT
UID:round-2@marlow.example
DTSTAMP:20261120T090000Z
SEQUENCE:2
SUMMARY:Technical interview\\, Staff Data Engineer
DTSTART;TZID=Somewhere:20270310T140000
DTEND;TZID=Somewhere:20270310T151500
RRULE:FREQ=DAILY;COUNT=3
LOCATION:https://meet.example/x
DESCRIPTION:<p>Bring <b>nothing</b>.</p>\\nhttps://zoom.us/j/123456
ORGANIZER;CN="Okafor, Mira":mailto:mira@marlow.example
ATTENDEE;CN=Tom Reed;RSVP=TRUE:mailto:tom@marlow.example
END:VEVENT
"""

_PART = "BEGIN:STANDARD\nDTSTART:20260101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100\nEND:STANDARD\n"

HOSTILE: dict[str, Callable[[], str]] = {
    "a rule for every second": lambda: _with(RRULE="FREQ=SECONDLY;COUNT=999999999"),
    "a rule that never comes true": lambda: _with(RRULE="FREQ=DAILY;COUNT=9;BYMONTH=2;BYMONTHDAY=30"),
    "a rule with steps of nothing": lambda: _with(RRULE="FREQ=DAILY;COUNT=9;INTERVAL=0"),
    "a zone that changes every second": lambda: _file(_ZONE.replace("FREQ=YEARLY", "FREQ=SECONDLY") + _EVENT),
    "10,000 zones": lambda: _file("".join(_ZONE.replace("Somewhere", f"Z{n}") for n in range(10_000)) + _EVENT),
    "a zone with 200,000 parts": lambda: _file(
        _ZONE.replace("END:VTIMEZONE", _PART * 200_000 + "END:VTIMEZONE") + _EVENT
    ),
    "100,000 dates in a zone": lambda: _file(
        _ZONE.replace("RRULE:", f"RDATE:{'20260329T020000,' * 100_000}\nX:") + _EVENT
    ),
    "a line of ten megabytes": lambda: _with(SUMMARY="x" * 10_000_000),
    "a line folded a million times": lambda: _with(SUMMARY="\n x" * MILLION),
    "a million lines of nothing": lambda: _file("\n" * 9 * MILLION + _EVENT),
    "400,000 attendees": lambda: _with(X="").replace("X:", "ATTENDEE:mailto:a@b.example\n" * 400_000),
    "a million properties": lambda: _with(X="").replace("X:", "X-A:1\n" * MILLION),
    "half a million parameters": lambda: _with(X="").replace("X:", "DTSTART" + ";A=1" * 500_000 + ":20270310T140000Z"),
    "components a million deep": lambda: "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n" * 700_000,
    "unknown components a million deep": lambda: "BEGIN:VCALENDAR\n" + "BEGIN:X\n" * MILLION,
    "100,000 events": lambda: _file(_EVENT * 20_000),
    "a markup of nothing but beginnings": lambda: _with(DESCRIPTION="<a " * 3 * MILLION),
    "styles that never end": lambda: _with(DESCRIPTION="<style>" * 10_000),
    "a million backslashes": lambda: _with(DESCRIPTION="\\" * MILLION),
    "addresses without end": lambda: _with(DESCRIPTION="https://" * 100_000),
    "equals signs at every end": lambda: _with(X="").replace(
        "X:", "LOCATION;ENCODING=QUOTED-PRINTABLE:=\n" + "=\n" * MILLION
    ),
    "a length of ages": lambda: _with(DURATION="P99999999999999W"),
    "a length before the beginning": lambda: _with(DURATION="-PT99H"),
    "the year nought": lambda: _with(DTSTART="00000000T000000Z"),
    "the last of all years": lambda: _with(DTSTART="99991231T235959Z", DTEND="99991231T235959Z"),
    "a number without end": lambda: _with(SEQUENCE="9" * MILLION),
    "right to left and back": lambda: _with(SUMMARY="\u202eAda\u202d\u2066" * 99_999),
    "a mail in parts without end": lambda: "Content-Type: multipart/mixed; boundary=x\n\n" + "--x\n\n" * 200_000,
    "a mail in a mail in a mail": lambda: "Content-Type: message/rfc822\n\n" * 5_000 + "BEGIN:VCALENDAR\n",
}


def samples() -> dict[str, bytes]:
    """Good files, all of them ours: what the mutations start from."""
    return {
        "invitation" + SUFFIX: _file(_ZONE + _EVENT).encode(),
        "cancellation" + SUFFIX: _file(_ZONE + _EVENT).replace("REQUEST", "CANCEL").encode("utf-16"),
    }


def hostile() -> Iterator[tuple[str, str, bytes]]:
    """Name of the file, what is wrong with it, its bytes."""
    for how, build in HOSTILE.items():
        yield "invitation" + SUFFIX, how, build().encode("utf-8", "surrogatepass")
    yield "invitation" + SUFFIX, "zeros between the letters", _file(_EVENT).encode().replace(b"a", b"\x00a")
    yield "invitation" + SUFFIX, "marks of two encodings", b"\xef\xbb\xbf\xff\xfe" + _file(_EVENT).encode()


def _file(inside: str) -> str:
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nMETHOD:REQUEST\n{inside}END:VCALENDAR\n"


def _with(**said: str) -> str:
    """The event with these properties before its own."""
    lines = "".join(f"{name}:{value}\n" for name, value in said.items())
    start = "" if "DTSTART" in said else "DTSTART:20270310T140000Z\n"
    return _file(f"BEGIN:VEVENT\nUID:one\n{lines}{start}END:VEVENT\n")

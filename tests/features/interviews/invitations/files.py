"""Calendar files as different programs write them, with what differs filled in; and interviews to write."""

from __future__ import annotations

from datetime import UTC, datetime

from careercoach_desktop.features.interviews.model import Interview, InterviewLine, InterviewType, When
from careercoach_desktop.features.jobs.model import JobStatus

MARLOW = """BEGIN:VEVENT
UID:round-2@marlow.example
DTSTAMP:20261120T090000Z
SEQUENCE:{sequence}
SUMMARY:Technical interview with Marlow Energy
DTSTART;TZID=Europe/Berlin:20270310T140000
DTEND;TZID=Europe/Berlin:20270310T151500
LOCATION:Room 3\\, Hafenstraße 12
ORGANIZER;CN=Mira Okafor:mailto:mira@marlow.example
ATTENDEE;CN=Lena Marsh;RSVP=TRUE:mailto:lena@marsh.example
ATTENDEE;CN=Tom Reed:mailto:tom@marlow.example
ATTENDEE;CUTYPE=ROOM;CN=Room 3:mailto:room3@marlow.example
{more}END:VEVENT
"""


def wall(*when: int) -> datetime:
    """What a clock on a wall says."""
    return datetime(*when)  # noqa: DTZ001 - that is the point


def invitation_file(*events: str, method: str = "REQUEST", zones: str = "", head: str = "") -> bytes:
    """A calendar around the events, with the line ends of the standard."""
    whole = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Somebody//EN\nMETHOD:{method}\n{head}{zones}{''.join(events)}"
    return f"{whole}END:VCALENDAR\n".replace("\n", "\r\n").encode()


def marlow(sequence: int = 0, more: str = "") -> str:
    """Marlow's invitation to a technical interview."""
    return MARLOW.format(sequence=sequence, more=more)


def event(**said: str) -> str:
    """An event with these properties; names take ``_`` for ``-``, and parameters come after the name as in the file."""
    lines = [f"{name.replace('_', '-')}{value}" for name, value in said.items()]
    return "\n".join(["BEGIN:VEVENT", "UID:one", *lines, "END:VEVENT", ""])


def line(when: When, number: int = 1, **changes: object) -> InterviewLine:
    """An interview for the job at Marlow Energy."""
    interview = Interview(
        id=number,
        job_id=1,
        type=InterviewType.TECHNICAL,
        round=1,
        when=when,
        uid=f"interview-{number}@example",
        created=datetime(2026, 11, 1, 9, tzinfo=UTC),
        updated=datetime(2026, 11, 20, 9, 30, 12, 500, tzinfo=UTC),
    )
    changed = Interview.model_validate(interview.model_dump() | changes)
    return InterviewLine(changed, "Staff Data Engineer", "Marlow Energy", JobStatus.INTERVIEW_SCHEDULED)

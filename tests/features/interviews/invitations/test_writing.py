"""Interviews written for calendars: read back by us and by an independent reader, they are what they were."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import vobject
import vobject.icalendar
from hypothesis import given, settings
from hypothesis import strategies as st

from careercoach_desktop.features.interviews.invitations.reading import read_invitations
from careercoach_desktop.features.interviews.invitations.weblinks import google_link, outlook_link
from careercoach_desktop.features.interviews.invitations.writing import write_calendar
from careercoach_desktop.features.interviews.model import Interviewer, When
from tests.features.interviews.invitations.files import line, wall

BERLIN = "Europe/Berlin"
ZONES = (BERLIN, "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/Sao_Paulo", "UTC", "UTC+05:30")


def independently(data: bytes | str) -> vobject.base.Component:
    """What another program reads. It keeps the zones of a file for the next, so those it has learnt are put aside."""
    known = vars(vobject.icalendar)["__tzidMap"]
    learnt = dict(known)
    for name in learnt.keys() - {"UTC"}:
        del known[name]
    try:
        return vobject.readOne(data if isinstance(data, str) else data.decode())
    finally:
        known.clear()
        known.update(learnt)


def at(*when: int, zone: str = BERLIN, minutes: int = 60) -> When:
    return When(local=wall(*when), zone=zone, minutes=minutes)


def written(when: When, **changes: object) -> str:
    return write_calendar([line(when, **changes)], (1440, 60)).decode().replace("\r\n ", "")


def test_a_calendar_shows_what_it_is_where_and_with_whom() -> None:
    people = (Interviewer(name="Mira Okafor", title="Head of Data", email="mira@marlow.example"),)
    text = written(at(2027, 3, 10, 14), place="Room 3; Hafen, 12", link="https://meet.example/x", interviewers=people)
    (event,) = independently(text).vevent_list
    assert event.summary.value == "Technical interview, Marlow Energy: Staff Data Engineer"
    assert event.location.value == "Room 3; Hafen, 12"
    assert event.url.value == "https://meet.example/x"
    assert event.description.value == "With: Mira Okafor, Head of Data\n\nJoin: https://meet.example/x"
    assert event.dtstart.value.astimezone(UTC) == datetime(2027, 3, 10, 13, tzinfo=UTC)
    assert [alarm.trigger.value for alarm in event.valarm_list] == [timedelta(days=-1), timedelta(hours=-1)]
    assert event.status.value == "CONFIRMED"


def test_no_program_writes_to_anybody_because_of_it() -> None:
    people = (Interviewer(name="Mira", email="mira@marlow.example"),)
    text = written(at(2027, 3, 10, 14), interviewers=people, organiser="mira@marlow.example")
    assert "METHOD:PUBLISH" in text
    assert "ATTENDEE" not in text
    assert "RSVP" not in text
    assert "ORGANIZER;SCHEDULE-AGENT=NONE:mailto:mira@marlow.example" in text
    for_server = write_calendar([line(at(2027, 3, 10, 14), organiser="mira@marlow.example")], for_server=True)
    assert b"ORGANIZER" not in for_server
    assert b"METHOD" not in for_server


def test_notes_stay_here_unless_asked_for() -> None:
    one = line(at(2027, 3, 10, 14), notes="Ask about the wind farm")
    assert b"wind farm" not in write_calendar([one])
    assert b"wind farm" in write_calendar([one], with_notes=True)


def test_the_same_interviews_give_the_same_bytes_in_whatever_order() -> None:
    lines = [line(at(2027, 3, day, 14), number=day) for day in (3, 1, 2)]
    assert write_calendar(lines) == write_calendar(reversed(lines))


def test_a_cancelled_one_says_so_and_rings_no_more() -> None:
    text = written(at(2027, 3, 10, 14), outcome="CANCELLED", sequence=3)
    assert "STATUS:CANCELLED" in text
    assert "SEQUENCE:3" in text
    assert "VALARM" not in text


def test_whole_days_end_the_day_after() -> None:
    text = written(When(local=wall(2027, 3, 10), zone=BERLIN, minutes=2 * 24 * 60, all_day=True))
    assert "DTSTART;VALUE=DATE:20270310" in text
    assert "DTEND;VALUE=DATE:20270312" in text
    assert "VTIMEZONE" not in text


def test_an_offset_without_a_name_is_written_in_utc() -> None:
    assert "DTSTART:20270310T083000Z" in written(at(2027, 3, 10, 14, zone="UTC+05:30"))


def test_the_second_of_two_equal_hours_is_written_in_utc() -> None:
    first = at(2026, 10, 25, 2, 30)
    second = first.model_copy(update={"local": first.local.replace(fold=1)})
    assert "DTSTART:20261025T013000Z" in written(second)
    assert "DTSTART;TZID=Europe/Berlin:20261025T013000" in written(at(2026, 10, 25, 1, 30, minutes=20))


@given(
    start=st.datetimes(wall(2024, 1, 1), wall(2060, 12, 31)),
    zone=st.sampled_from(ZONES),
    minutes=st.integers(1, 3 * 24 * 60),
)
@settings(max_examples=150, deadline=None)
def test_times_are_the_same_for_us_and_for_an_independent_reader(start: datetime, zone: str, minutes: int) -> None:
    when = When(local=start, zone=zone, minutes=minutes)
    data = write_calendar([line(when)])
    (read,) = read_invitations(data, BERLIN).invitations
    assert read.when is not None
    assert (read.when.start, read.when.minutes) == (when.start, minutes)
    (event,) = independently(data).vevent_list
    assert event.dtstart.value.astimezone(UTC) == when.start
    assert event.dtend.value.astimezone(UTC) == when.end


@given(
    words=st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Cn", "Co", "Zl", "Zp")), max_size=120),
    place=st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Cn", "Co", "Zl", "Zp")), max_size=80),
)
@settings(max_examples=100, deadline=None)
def test_words_survive_whatever_is_in_them(words: str, place: str) -> None:
    plain = " ".join(place.split())
    one = line(at(2027, 3, 10, 14), place=plain, notes=words)
    data = write_calendar([one], with_notes=True)
    assert all(len(each) <= 75 for each in data.split(b"\r\n"))
    (event,) = independently(data).vevent_list
    assert (event.location.value if plain else "") == plain
    (read,) = read_invitations(data, BERLIN).invitations
    assert read.place == plain or "http" in plain.lower()


def test_years_after_2038_have_their_summer_time() -> None:
    data = write_calendar([line(at(2045, 7, 3, 14))])
    (event,) = independently(data).vevent_list
    assert event.dtstart.value.astimezone(UTC) == datetime(2045, 7, 3, 12, tzinfo=UTC)


def test_a_link_opens_google_s_calendar_with_everything_filled_in() -> None:
    address = google_link(
        line(at(2027, 3, 10, 14, minutes=75), place="Hafen 12 & more", link="https://meet.example/x?a=b")
    )
    assert address.startswith("https://calendar.google.com/calendar/render?")
    fields = parse_qs(urlsplit(address).query)
    assert fields["dates"] == ["20270310T140000/20270310T151500"]
    assert fields["ctz"] == [BERLIN]
    assert fields["location"] == ["Hafen 12 & more"]
    assert fields["details"] == ["https://meet.example/x?a=b"]
    assert parse_qs(urlsplit(google_link(line(at(2027, 3, 10, 14, zone="UTC+05:30")))).query)["dates"] == [
        "20270310T083000Z/20270310T093000Z"
    ]


@pytest.mark.parametrize(("work", "host"), [(False, "outlook.live.com"), (True, "outlook.office.com")])
def test_a_link_opens_outlook_s_calendar(work: bool, host: str) -> None:
    parts = urlsplit(outlook_link(line(at(2027, 3, 10, 14)), work=work))
    fields = parse_qs(parts.query)
    assert parts.hostname == host
    assert fields["startdt"] == ["2027-03-10T13:00:00Z"]
    assert fields["enddt"] == ["2027-03-10T14:00:00Z"]
    assert fields["subject"] == ["Technical interview, Marlow Energy: Staff Data Engineer"]


def test_whole_days_are_whole_days_in_links_too() -> None:
    days = line(When(local=wall(2027, 3, 10), zone=BERLIN, minutes=24 * 60, all_day=True))
    assert parse_qs(urlsplit(google_link(days)).query)["dates"] == ["20270310/20270311"]
    assert parse_qs(urlsplit(outlook_link(days)).query)["allday"] == ["true"]

"""Invitations as they come from many programs are read as they were meant, and say what had to be assumed."""

from __future__ import annotations

import base64
from datetime import UTC, datetime

import pytest

from careercoach_desktop.features.interviews.invitations.reading import read_invitations
from careercoach_desktop.features.interviews.model import InterviewType
from careercoach_desktop.features.interviews.model.invitation import Invitation, RemarkKind
from careercoach_desktop.foundation.errors import UserError
from tests.features.interviews.invitations.files import event, invitation_file, marlow, wall

BERLIN = "Europe/Berlin"

OUTLOOK_ZONE = """BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:{summer}
TZOFFSETTO:{winter}
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:{winter}
TZOFFSETTO:{summer}
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""


def only(data: bytes, own: str = BERLIN, emails: tuple[str, ...] = ("lena@marsh.example",)) -> Invitation:
    (invitation,) = read_invitations(data, own, emails).invitations
    return invitation


def kinds(invitation: Invitation) -> list[RemarkKind]:
    return [remark.kind for remark in invitation.remarks]


def refused(data: bytes) -> str:
    with pytest.raises(UserError) as caught:
        read_invitations(data, BERLIN)
    assert caught.value.next_step
    return caught.value.code


def test_an_invitation_says_when_where_and_with_whom() -> None:
    read = only(invitation_file(marlow(sequence=2)))
    assert read.when is not None
    assert (read.when.local, read.when.zone, read.when.minutes) == (wall(2027, 3, 10, 14), BERLIN, 75)
    assert read.summary == "Technical interview with Marlow Energy"
    assert read.place == "Room 3, Hafenstraße 12"
    assert read.organiser == "mira@marlow.example"
    assert [each.name for each in read.interviewers] == ["Mira Okafor", "Tom Reed"], "neither oneself nor a room asks"
    assert (read.uid, read.sequence) == ("round-2@marlow.example", 2)
    assert read.stamped == datetime(2026, 11, 20, 9, tzinfo=UTC)
    assert read.type is InterviewType.TECHNICAL
    assert not read.cancelled
    assert read.remarks == ()


def test_a_cancellation_is_one_by_its_method_or_by_its_status() -> None:
    assert only(invitation_file(marlow(), method="CANCEL")).cancelled
    assert only(invitation_file(marlow(more="STATUS:CANCELLED\n"), method="PUBLISH")).cancelled


def test_a_cancellation_needs_no_time() -> None:
    read = only(invitation_file(event(SUMMARY=":Off"), method="CANCEL"))
    assert read.cancelled
    assert read.when is None


@pytest.mark.parametrize(
    ("said", "zone"),
    [
        (";TZID=W. Europe Standard Time", BERLIN),
        (';TZID="Eastern Standard Time"', "America/New_York"),
        (";TZID=/freeassociation.sourceforge.net/Europe/Lisbon", "Europe/Lisbon"),
        (";TZID=GMT+0530", "UTC+05:30"),
        (";TZID=tzone://Microsoft/Utc", "UTC"),
    ],
)
def test_zones_are_known_by_many_names(said: str, zone: str) -> None:
    read = only(invitation_file(event(DTSTART=f"{said}:20270310T140000", DURATION=":PT30M")))
    assert read.when is not None
    assert (read.when.zone, read.when.local) == (zone, wall(2027, 3, 10, 14))
    assert read.remarks == ()


def test_a_zone_without_a_known_name_is_the_one_with_the_same_clocks() -> None:
    zones = OUTLOOK_ZONE.format(summer="+0200", winter="+0100")
    file = invitation_file(event(DTSTART=";TZID=Customized Time Zone:20270710T140000", DURATION=":PT30M"), zones=zones)
    assert only(file, own="America/New_York").when.zone == BERLIN
    assert only(file, own="Europe/Vienna").when.zone == "Europe/Vienna", "the person's own goes first"
    assert kinds(only(file)) == [RemarkKind.ZONE_BY_RULES]


def test_a_zone_whose_clocks_nobody_has_is_an_offset() -> None:
    zones = OUTLOOK_ZONE.format(summer="+0217", winter="+0117")
    read = only(invitation_file(event(DTSTART=";TZID=Customized Time Zone:20270710T140000"), zones=zones))
    assert read.when.zone == "UTC+02:17"
    assert read.when.start == datetime(2027, 7, 10, 11, 43, tzinfo=UTC)
    assert RemarkKind.ZONE_AS_OFFSET in kinds(read)


def test_one_file_s_zone_is_forgotten_before_the_next() -> None:
    where = event(DTSTART=";TZID=Customized Time Zone:20270710T140000", DURATION=":PT30M")
    read = [
        only(invitation_file(where, zones=OUTLOOK_ZONE.format(summer=summer, winter=winter)))
        for summer, winter in (("+0200", "+0100"), ("+0100", "+0000"))
    ]
    assert [each.when.start.hour for each in read] == [12, 13]


def test_a_zone_nobody_knows_must_be_said_by_the_person() -> None:
    read = only(invitation_file(event(DTSTART=";TZID=Mars/Phobos:20270310T140000", DURATION=":PT30M")))
    assert read.needs_zone
    assert read.remarks[0].about == "Mars/Phobos"


def test_a_zone_that_the_file_describes_otherwise_is_doubted() -> None:
    zones = OUTLOOK_ZONE.replace("Customized Time Zone", BERLIN).format(summer="+0500", winter="+0400")
    read = only(invitation_file(event(DTSTART=f";TZID={BERLIN}:20270310T140000", DURATION=":PT30M"), zones=zones))
    assert read.when.zone == BERLIN
    assert kinds(read) == [RemarkKind.ZONE_DISAGREES]


def test_a_time_without_a_zone_is_read_as_ones_own_and_says_so() -> None:
    read = only(invitation_file(event(DTSTART=":20270310T140000", DURATION=":PT45M")))
    assert (read.when.zone, read.when.minutes) == (BERLIN, 45)
    assert kinds(read) == [RemarkKind.FLOATING]


def test_a_time_in_utc_is_shown_in_the_calendar_s_zone_or_ones_own() -> None:
    utc = event(DTSTART=":20270310T130000Z", DTEND=":20270310T140000Z")
    assert only(invitation_file(utc)).when.local == wall(2027, 3, 10, 14)
    in_tokyo = only(invitation_file(utc, head="X-WR-TIMEZONE:Asia/Tokyo\n"))
    assert (in_tokyo.when.zone, in_tokyo.when.local) == ("Asia/Tokyo", wall(2027, 3, 10, 22))


def test_whole_days_are_days() -> None:
    read = only(invitation_file(event(DTSTART=";VALUE=DATE:20270310", DTEND=";VALUE=DATE:20270312")))
    assert read.when.all_day
    assert read.when.minutes == 2 * 24 * 60
    assert read.when.local == wall(2027, 3, 10)


@pytest.mark.parametrize("end", [":20270310T130000", ":nonsense", ""])
def test_an_end_that_is_none_is_an_hour_later(end: str) -> None:
    said = {"DTSTART": f";TZID={BERLIN}:20270310T140000"} | ({"DTEND": f";TZID={BERLIN}{end}"} if end else {})
    read = only(invitation_file(event(**said)))
    assert read.when.minutes == 60
    assert kinds(read) == [RemarkKind.NO_END]


def test_a_few_repetitions_are_interviews_of_their_own() -> None:
    file = invitation_file(
        event(DTSTART=f";TZID={BERLIN}:20270310T140000", DURATION=":PT1H", RRULE=":FREQ=DAILY;COUNT=3")
    )
    read = read_invitations(file, BERLIN).invitations
    assert [each.when.local.day for each in read] == [10, 11, 12]
    assert len({each.uid for each in read}) == 3
    assert {each.series for each in read} == {"one"}
    assert all(kinds(each) == [RemarkKind.SERIES] for each in read)


@pytest.mark.parametrize(
    "rule",
    ["FREQ=WEEKLY", "FREQ=SECONDLY;COUNT=999999999", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;COUNT=500"],
)
def test_of_endless_repetitions_the_first_is_taken(rule: str) -> None:
    read = only(invitation_file(event(DTSTART=":20270310T140000Z", DURATION=":PT1H", RRULE=f":{rule}")))
    assert kinds(read) == [RemarkKind.REPEATS]


@pytest.mark.parametrize(
    ("said", "link"),
    [
        ({"LOCATION": ":https://meet.google.com/abc-defg-hij"}, "https://meet.google.com/abc-defg-hij"),
        ({"DESCRIPTION": ":Hi\\nhttps://acme.zoom.us/j/12345?pwd=x\\nBye"}, "https://acme.zoom.us/j/12345?pwd=x"),
        ({"X-MICROSOFT-SKYPETEAMSMEETINGURL": ":https://teams.microsoft.com/l/meetup-join/1"}, None),
        (
            {
                "DESCRIPTION": ":See https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Facme.webex.com"
                "%2Fmeet%2Fmira&data=1 now"
            },
            "https://acme.webex.com/meet/mira",
        ),
        ({"URL": ":https://calls.example/room/7"}, "https://calls.example/room/7"),
        ({"DESCRIPTION": ":Read https://marlow.example/about first"}, ""),
        ({"LOCATION": ":javascript:alert(1)"}, ""),
    ],
)
def test_the_link_to_join_is_found(said: dict[str, str], link: str | None) -> None:
    wanted = "https://teams.microsoft.com/l/meetup-join/1" if link is None else link
    assert only(invitation_file(event(DTSTART=":20270310T140000Z", **said))).link == wanted


def test_a_description_in_html_becomes_its_words() -> None:
    said = ":<html><style>p{color:red}</style><p>Bring <b>nothing</b>.</p><br>See you &amp; yours<script>x()</script>"
    assert only(invitation_file(event(DTSTART=":20270310T140000Z", DESCRIPTION=said))).text == (
        "Bring nothing.\n\nSee you & yours"
    )


def test_words_carry_no_control_characters_and_do_not_turn_around() -> None:
    read = only(invitation_file(event(DTSTART=":20270310T140000Z", SUMMARY=":Hi\x07 \u202eevil\\nline\x1b[31m")))
    assert read.summary == "Hi evil line[31m"


def test_folded_lines_may_be_cut_in_the_middle_of_a_letter() -> None:
    whole = invitation_file(marlow()).decode()
    place = "LOCATION:Room 3\\, Hafenstraße 12".encode()
    cut = place.index("ß".encode()) + 1
    assert only(whole.encode().replace(place, place[:cut] + b"\r\n " + place[cut:])).place == "Room 3, Hafenstraße 12"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_other_encodings_are_read(encoding: str) -> None:
    assert only(invitation_file(marlow()).decode().encode(encoding)).place == "Room 3, Hafenstraße 12"


def test_quoted_printable_of_old_programs_is_read() -> None:
    said = ";ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Caf=E9 am=\n Hafen"
    assert only(invitation_file(event(DTSTART=":20270310T140000Z", LOCATION=said))).place == "Café am Hafen"


def test_an_e_mail_with_the_invitation_in_it_is_read() -> None:
    body = base64.encodebytes(invitation_file(marlow())).decode()
    mail = (
        "From: mira@marlow.example\nSubject: Interview\nMIME-Version: 1.0\n"
        "Content-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain\n\nHello\n"
        f"--x\nContent-Type: text/calendar; method=REQUEST\nContent-Transfer-Encoding: base64\n\n{body}\n--x--\n"
    )
    assert only(mail.encode()).summary == "Technical interview with Marlow Energy"


def test_text_around_a_pasted_invitation_is_no_matter() -> None:
    assert only(b"Here it is:\n\n" + invitation_file(marlow()) + b"\nRegards").uid == "round-2@marlow.example"


def test_of_two_versions_in_one_file_the_newer_counts() -> None:
    assert only(invitation_file(marlow(sequence=3), marlow(sequence=1))).sequence == 3


def test_what_cannot_be_read_is_counted_and_the_rest_taken() -> None:
    read = read_invitations(invitation_file(marlow(), event(DTSTART=":00000000T990000"), event(SUMMARY=":x")), BERLIN)
    assert len(read.invitations) == 1
    assert read.unreadable == 2


def test_every_refusal_says_what_to_do() -> None:
    assert refused(b"Dear Lena, see you on Tuesday") == "calendar-none"
    assert refused(b"") == "calendar-none"
    assert refused(b"BEGIN:VCALENDAR\nEND:VCALENDAR") == "calendar-empty"
    assert refused(invitation_file(marlow(), method="REPLY")) == "calendar-answer"
    assert refused(invitation_file(event(DTSTART=":99991399T000000"))) == "calendar-unreadable"
    assert refused(b"BEGIN:VCALENDAR\n" + b"x" * (10 * 2**20)) == "calendar-large"
    assert refused(b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\n" * 40) == "calendar-deep"
    assert refused(invitation_file(*[marlow()] * 201)) == "calendar-many"


@pytest.mark.parametrize(
    "hostile",
    [
        event(DTSTART=":20270310T140000Z", SUMMARY=":" + "x" * 2_000_000),
        event(DTSTART=":20270310T140000Z", SUMMARY=":" + "\n x" * 300_000),
        event(DTSTART=":20270310T140000Z", DESCRIPTION=":" + "<a" * 15_000),
        event(DTSTART=":20270310T140000Z", DESCRIPTION=":" + "\\" * 500_000),
        event(DTSTART=":20270310T140000Z").replace("END:", "ATTENDEE:mailto:a@b.example\n" * 200_000 + "END:"),
        event(DTSTART=":20270310T140000Z", DURATION=":P99999999999W"),
        event(DTSTART=":20270310T140000Z", DURATION=":-PT5H"),
        event(DTSTART=":20270310T140000Z", SEQUENCE=":" + "9" * 5000),
        event(DTSTART=":20270310T140000Z", UID=":" + "u" * 100_000),
        event(DTSTART=":20270310T140000Z", ORGANIZER=';CN="' + "n" * 100_000 + '":mailto:x@y.example'),
        event(DTSTART=":20270310T140000Z\0", SUMMARY=":\0\0"),
    ],
)
def test_hostile_events_are_read_within_bounds(hostile: str) -> None:
    (read,) = read_invitations(invitation_file(hostile), BERLIN).invitations
    assert len(read.model_dump_json()) < 20_000
    assert read.when is not None
    assert read.when.minutes >= 1

"""An event of ours written into the one that stands on a server: what is theirs stays, what is ours is said anew."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.interviews.invitations.keeping import said_in, write_into

BERLIN = "Europe/Berlin"


def calendar(*event: str, around: tuple[str, ...] = ()) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//EN", *around, "BEGIN:VEVENT", "UID:one", *event]
    return "\r\n".join([*lines, "END:VEVENT", "END:VCALENDAR", ""]).encode()


def alarm(trigger: str, *more: str) -> tuple[str, ...]:
    return ("BEGIN:VALARM", "ACTION:DISPLAY", f"TRIGGER:{trigger}", "DESCRIPTION:Talk", *more, "END:VALARM")


TIME = ("DTSTART:20270310T100000Z", "DTEND:20270310T110000Z")
WORDS = ("SEQUENCE:1", "SUMMARY:Video call: Signal engineer", "DESCRIPTION:With: Ada", "STATUS:CONFIRMED")
BEFORE = calendar(*WORDS, *TIME, "LOCATION:Halden", *alarm("-PT60M"))
SAID = said_in(BEFORE)


def written(ours: bytes, theirs: bytes, said: dict[str, str] = SAID) -> str:
    data, read = write_into(ours, theirs, "one", said, BERLIN)
    assert read is not None, "it can be read again"
    return data.replace(b"\r\n ", b"").decode()


def test_what_they_added_stays_and_the_time_is_ours() -> None:
    added = (
        *("CATEGORIES:Work,Important", "COLOR:tomato", "ATTENDEE;CN=Tom:mailto:tom@example.com"),
        *("X-MOZ-SNOOZE:1", "ATTACH:https://example.com/plan.pdf", "COMMENT:Bring the plan"),
    )
    theirs = calendar(*WORDS, *TIME, "LOCATION:Halden", *added, *alarm("-PT60M"), *alarm("-PT5M"))
    ours = calendar(*WORDS, "DTSTART:20270311T090000Z", "DTEND:20270311T100000Z", "LOCATION:Oslo", *alarm("-PT60M"))
    text = written(ours, theirs)
    for line in (*added, "DTSTART:20270311T090000Z", "LOCATION:Oslo", "TRIGGER:-PT60M", "TRIGGER:-PT5M"):
        assert f"\r\n{line}\r\n" in text
    assert "20270310" not in text
    assert "Halden" not in text
    assert text.count("BEGIN:VALARM") == 2


def test_our_own_words_are_said_anew_and_theirs_are_left() -> None:
    ours = calendar("SEQUENCE:2", "SUMMARY:Video call: Lead", "DESCRIPTION:With: Grace", "STATUS:CONFIRMED", *TIME)
    untouched = written(ours, BEFORE)
    assert "SUMMARY:Video call: Lead\r\n" in untouched
    assert "DESCRIPTION:With: Grace\r\n" in untouched
    renamed = written(ours, BEFORE.replace(b"SUMMARY:Video call: Signal engineer", b"SUMMARY:Halden!"))
    assert "SUMMARY:Halden!\r\n" in renamed
    assert "DESCRIPTION:With: Grace\r\n" in renamed


def test_words_beside_ours_in_the_description_stay_beside_ours() -> None:
    theirs = BEFORE.replace(b"With: Ada", rb"Take the 9:12\, track 3\n\nWith: Ada\n\nC:\\New plan")
    same = written(BEFORE, theirs)
    assert r"DESCRIPTION:Take the 9:12\, track 3\n\nWith: Ada\n\nC:\\New plan" in same
    ours = BEFORE.replace(b"With: Ada", b"With: Ada\\; Grace")
    assert r"DESCRIPTION:Take the 9:12\, track 3\n\nWith: Ada\; Grace\n\nC:\\New plan" in written(ours, theirs)


def test_a_description_of_theirs_is_added_to_where_we_had_none() -> None:
    before = BEFORE.replace(b"DESCRIPTION:With: Ada\r\n", b"")
    theirs = before.replace(b"STATUS:", b"DESCRIPTION:Ring twice\r\nSTATUS:")
    assert r"DESCRIPTION:With: Ada\n\nRing twice" in written(BEFORE, theirs, said_in(before))
    assert "DESCRIPTION:Ring twice\r\n" in written(before, theirs, said_in(before))


@pytest.mark.parametrize(
    ("theirs", "ours", "expected"),
    [
        (alarm("-PT1H"), alarm("-PT30M"), {"-PT30M"}),
        (alarm("-PT60M", "ACKNOWLEDGED:20270310T090000Z"), alarm("-PT60M"), {"-PT60M"}),
        (alarm("-PT10M"), alarm("-PT30M"), {"-PT10M"}),
        ((), alarm("-PT30M"), set()),
        (alarm("-PT60M"), (), set()),
    ],
    ids=["ours were not touched", "the same", "theirs are others", "they want none", "we want none"],
)
def test_alarms_are_ours_until_they_set_their_own(
    theirs: tuple[str, ...], ours: tuple[str, ...], expected: set[str]
) -> None:
    text = written(calendar(*WORDS, *TIME, *ours), calendar(*WORDS, *TIME, *theirs))
    assert {line.removeprefix("TRIGGER:") for line in text.split("\r\n") if line.startswith("TRIGGER")} == expected
    assert ("ACKNOWLEDGED" in text) is ("ACKNOWLEDGED" in " ".join(theirs))


def test_a_cancellation_that_stands_is_written_whatever_they_said_of_it() -> None:
    cancelled = BEFORE.replace(b"STATUS:CONFIRMED", b"STATUS:CANCELLED")
    assert "STATUS:CANCELLED" in written(cancelled, BEFORE.replace(b"CONFIRMED", b"TENTATIVE"))
    assert "STATUS:CONFIRMED" in written(BEFORE, cancelled)
    assert "STATUS:TENTATIVE" in written(BEFORE, BEFORE.replace(b"CONFIRMED", b"TENTATIVE"))


def test_where_nobody_knows_what_we_wrote_before_nothing_of_theirs_goes() -> None:
    theirs = BEFORE.replace(b"With: Ada", b"Ring twice").replace(b"-PT60M", b"-PT5M")
    text = written(BEFORE, theirs, {})
    assert "DESCRIPTION:Ring twice" in text
    assert "TRIGGER:-PT5M" in text


def test_zones_and_exceptions_of_theirs_stay_where_they_are_needed() -> None:
    def zone(name: str, offset: str) -> tuple[str, ...]:
        part = ("BEGIN:STANDARD", "DTSTART:19700101T000000", f"TZOFFSETFROM:{offset}", f"TZOFFSETTO:{offset}")
        return ("BEGIN:VTIMEZONE", f"TZID:{name}", *part, "END:STANDARD", "END:VTIMEZONE")

    ours = calendar("DTSTART;TZID=A:20290310T100000", around=zone("A", "+0100"))
    alone = written(ours, calendar(*TIME, around=(*zone("A", "+0200"), *zone("B", "+0300"))))
    assert ("TZOFFSETTO:+0100" in alone, "TZOFFSETTO:+0200" in alone) == (True, False)
    exception = ("END:VEVENT", "BEGIN:VEVENT", "UID:one", "RECURRENCE-ID;TZID=A:20270310T100000", *TIME)
    several = written(ours, calendar(*TIME, *exception, around=zone("A", "+0200")))
    assert ("TZOFFSETTO:+0100" in several, "TZOFFSETTO:+0200" in several) == (False, True)
    assert "RECURRENCE-ID;TZID=A:20270310T100000" in several


def test_a_file_without_our_event_and_one_that_never_ends_are_no_trouble() -> None:
    ours, _ = write_into(BEFORE, calendar(*TIME).replace(b"UID:one", b"UID:two"), "one", SAID, BERLIN)
    assert ours == BEFORE
    endless = BEFORE.replace(b"END:VEVENT\r\nEND:VCALENDAR\r\n", b"").replace(b"\r\n", b"\n")
    assert "END:VCALENDAR" in written(BEFORE, endless)
    assert "METHOD" not in written(BEFORE, BEFORE.replace(b"VERSION:2.0", b"VERSION:2.0\r\nMETHOD:REQUEST"))

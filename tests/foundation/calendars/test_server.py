"""A calendar server's door against a real server: what it finds, puts and takes away, and what it never does."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest

from careercoach_desktop.foundation.calendars import Account, EventChanged, EventGone, NameTaken
from careercoach_desktop.foundation.calendars.server import CalendarServer
from careercoach_desktop.foundation.calendars.session import checked_address, same_house
from careercoach_desktop.foundation.errors import UserError
from tests.support.calendar_server import PASSWORD, USER, RunningServer, radicale_server


def event(uid: str = "one", hour: int = 10) -> bytes:
    lines = [
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//EN", "BEGIN:VEVENT", f"UID:{uid}"),
        *("DTSTAMP:20261120T090000Z", f"DTSTART:20270310T{hour}0000Z", "SUMMARY:Talk", "END:VEVENT", "END:VCALENDAR"),
    ]
    return "\r\n".join([*lines, ""]).encode()


@pytest.fixture
def running(tmp_path: Path) -> Iterator[RunningServer]:
    with radicale_server(tmp_path / "radicale") as server:
        yield server


@pytest.fixture
def server(running: RunningServer) -> Iterator[CalendarServer]:
    with CalendarServer(Account(running.address, USER, PASSWORD)) as server:
        yield server


def refusal(account: Account) -> UserError:
    with CalendarServer(account) as server, pytest.raises(UserError) as caught:
        server.calendars()
    assert caught.value.next_step
    return caught.value


def test_the_person_s_calendars_are_found_from_the_server_s_address(
    server: CalendarServer, running: RunningServer
) -> None:
    assert [(each.name, each.address) for each in server.calendars()] == [("Work", running.calendar)]


@pytest.mark.parametrize("path", ["/lena/", "/lena/work/", "/nowhere/else/"])
def test_any_address_of_the_person_s_leads_there(running: RunningServer, path: str) -> None:
    with CalendarServer(Account(running.address + path, USER, PASSWORD)) as server:
        assert [each.address for each in server.calendars()] == [running.calendar]


def test_an_event_is_put_read_replaced_and_taken_away(server: CalendarServer, running: RunningServer) -> None:
    address = running.calendar + "mine.ics"
    etag = server.create(address, event())
    stored = server.event(address)
    assert stored is not None
    assert stored.etag == etag
    assert b"SUMMARY:Talk" in stored.data
    newer = server.replace(address, event(hour=11), etag)
    assert newer != etag
    server.delete(address, newer)
    assert server.event(address) is None
    server.delete(address, newer)


def test_whoever_was_quicker_is_not_overwritten(server: CalendarServer, running: RunningServer) -> None:
    address = running.calendar + "mine.ics"
    etag = server.create(address, event())
    with pytest.raises(EventChanged):
        server.create(address, event(hour=12))
    server.replace(address, event(hour=11), etag)
    with pytest.raises(EventChanged):
        server.replace(address, event(hour=12), etag)
    with pytest.raises(EventChanged):
        server.delete(address, etag)
    with pytest.raises(EventGone):
        server.replace(running.calendar + "other.ics", event("two"), '"x"')


@pytest.mark.parametrize("weak", ["server", "proxy"])
def test_a_server_with_weak_versions_takes_changes_and_whoever_was_quicker_is_not_overwritten(
    server: CalendarServer, running: RunningServer, weak: Literal["server", "proxy"]
) -> None:
    running.weak = weak
    address = running.calendar + "mine.ics"
    etag = server.create(address, event())
    assert etag.startswith("W/")
    newer = server.replace(address, event(hour=11), etag, event())
    with pytest.raises(EventChanged):
        server.replace(address, event(hour=12), etag, event())
    with pytest.raises(EventChanged):
        server.delete(address, etag)
    server.delete(address, newer)
    assert server.event(address) is None
    server.delete(address, newer)
    with pytest.raises(EventGone):
        server.replace(address, event(hour=12), newer)


def test_without_any_version_what_is_there_must_be_what_was_known(
    server: CalendarServer, running: RunningServer
) -> None:
    address = running.calendar + "mine.ics"
    server.create(address, event())
    stored = server.event(address)
    assert stored is not None
    server.replace(address, event(hour=11), "", stored.data)
    with pytest.raises(EventChanged):
        server.replace(address, event(hour=12), "", stored.data)


def test_an_event_somebody_else_put_there_is_left_alone(server: CalendarServer, running: RunningServer) -> None:
    server.create(running.calendar + "theirs.ics", event())
    with pytest.raises(NameTaken):
        server.create(running.calendar + "mine.ics", event())


def test_only_the_events_that_are_asked_for_are_read(server: CalendarServer, running: RunningServer) -> None:
    addresses = [f"{running.calendar}{number}.ics" for number in range(60)]
    for number, address in enumerate(addresses):
        server.create(address, event(f"uid-{number}"))
    server.create(running.calendar + "theirs.ics", event("private"))
    missing = running.calendar + "missing.ics"
    found = server.events(running.calendar, [*addresses, missing])
    assert found.pop(missing) is None
    assert sorted(found) == sorted(addresses)
    assert all(
        each is not None and f"UID:uid-{number}".encode() in each.data
        for number, each in ((addresses.index(address), stored) for address, stored in found.items())
    )
    reads = [path for method, path in running.asked if method == "GET"]
    assert reads == ["/lena/work/missing.ics"]


def test_a_wrong_password_says_so(running: RunningServer) -> None:
    assert refusal(Account(running.address, USER, "wrong")).code == "calendar-password"


def test_a_server_that_is_gone_is_tried_again() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
    problem = refusal(Account(address, USER, PASSWORD))
    assert problem.code == "calendar-offline"
    assert problem.transient


@pytest.mark.parametrize(
    ("status", "code"),
    [
        ("403 Forbidden", "calendar-forbidden"),
        ("507 Insufficient Storage", "calendar-full"),
        ("413 Too Large", "calendar-full"),
        ("404 Not Found", "calendar-missing"),
        ("500 Oops", "calendar-busy"),
        ("503 Busy", "calendar-busy"),
        ("429 Slowly", "calendar-busy"),
        ("418 Teapot", "calendar-refused"),
    ],
)
def test_every_refusal_says_what_to_do(server: CalendarServer, running: RunningServer, status: str, code: str) -> None:
    running.instead["PUT"] = (status, [("Retry-After", "7")], b"")
    with pytest.raises(UserError) as caught:
        server.create(running.calendar + "mine.ics", event())
    assert caught.value.code == code
    assert caught.value.next_step
    if status.startswith(("503", "429")):
        assert caught.value.wait == 7


def test_a_password_is_never_shown_to_another_host(running: RunningServer, tmp_path: Path) -> None:
    with radicale_server(tmp_path / "other") as other:
        running.instead["PROPFIND"] = ("301 Moved", [("Location", f"{other.address}/lena/")], b"")
        assert refusal(Account(running.address, USER, PASSWORD)).code == "calendar-elsewhere"
        assert other.asked == []


def test_a_redirect_at_the_same_host_is_followed(running: RunningServer, server: CalendarServer) -> None:
    running.instead["GET"] = ("302 Found", [("Location", "/lena/work/")], b"")
    with pytest.raises(UserError) as caught:
        server.event(running.calendar + "mine.ics")
    assert caught.value.code == "calendar-address"
    assert len([method for method, _ in running.asked if method == "GET"]) == 5


def test_a_principal_at_another_host_is_not_believed(running: RunningServer) -> None:
    body = (
        b'<d:multistatus xmlns:d="DAV:"><d:response><d:href>/</d:href><d:propstat><d:prop><d:current-user-principal>'
        b"<d:href>https://evil.example/me</d:href></d:current-user-principal></d:prop>"
        b"<d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>"
    )
    running.instead["PROPFIND"] = ("207 Multi", [("Content-Type", "text/xml")], body)
    assert refusal(Account(running.address, USER, PASSWORD)).code == "calendar-elsewhere"


def test_an_answer_without_end_is_not_read(
    running: RunningServer, server: CalendarServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("careercoach_desktop.foundation.calendars.session.LARGEST_ANSWER", 1000)
    running.instead["GET"] = ("200 OK", [("Content-Type", "text/calendar")], b"x" * 200_000)
    with pytest.raises(UserError) as caught:
        server.event(running.calendar + "mine.ics")
    assert caught.value.code == "calendar-large"


@pytest.mark.parametrize("body", [b"<html>Login</html>", b"<oops", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', b""])
def test_a_page_that_is_no_calendar_server_says_so(running: RunningServer, body: bytes) -> None:
    for kind in ("text/html", "text/xml"):
        running.instead["PROPFIND"] = ("200 OK", [("Content-Type", kind)], body)
        assert refusal(Account(running.address, USER, PASSWORD)).code in ("calendar-address", "calendar-refused")


@pytest.mark.parametrize("address", ["http://example.com", "ftp://x.y", "https://me:pw@x.y", "https://", "https://[x"])
def test_addresses_that_would_show_the_password_are_refused(address: str) -> None:
    with pytest.raises(UserError) as caught:
        checked_address(address)
    assert caught.value.code == "calendar-address"


def test_an_address_without_a_beginning_is_https() -> None:
    assert checked_address(" cloud.example.com/dav ") == "https://cloud.example.com/dav"


def test_hosts_of_one_service_share_a_password() -> None:
    assert same_house("https://p42-caldav.icloud.com:443/1/", "https://caldav.icloud.com/")
    assert not same_house("https://caldav.icloud.com.evil.example/", "https://caldav.icloud.com/")
    assert not same_house("http://caldav.icloud.com/", "https://caldav.icloud.com/")
    assert same_house("https://cloud.example.com:443/dav/", "https://cloud.example.com/")
    assert same_house("http://127.0.0.1/dav/", "http://127.0.0.1:80/")
    assert not same_house("https://cloud.example.com:444/dav/", "https://cloud.example.com/")
    assert not same_house("https://a.example.com/", "https://b.example.com/")


def test_a_password_is_in_no_log_line() -> None:
    assert PASSWORD not in repr(Account("https://x.example", USER, PASSWORD))

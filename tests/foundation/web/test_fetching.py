"""Fetching pages: what comes back, what is refused, and what the person is told."""

from __future__ import annotations

import socket
import threading
import time

import pytest

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.web.connection import is_public
from careercoach_desktop.foundation.web.fetching import FetchedPage, PageFetcher
from tests.support.job_site import PAGE, JobSite


def fetch(url: str, *, typed: bool = True, fetcher: PageFetcher | None = None) -> FetchedPage:
    return (fetcher or PageFetcher()).fetch(url, typed_by_user=typed)


def refusal(url: str, *, typed: bool = True, fetcher: PageFetcher | None = None) -> UserError:
    with pytest.raises(UserError) as caught:
        fetch(url, typed=typed, fetcher=fetcher)
    assert caught.value.message
    assert caught.value.next_step
    return caught.value


def test_a_page_comes_back_with_its_bytes_type_and_charset(site: JobSite) -> None:
    page = fetch(site.url("page"))
    assert page.body == PAGE.encode()
    assert (page.content_type, page.charset) == ("text/html", "utf-8")
    assert page.url_final == site.url("page")
    assert page.fetched_at.tzinfo is not None


def test_we_say_who_we_are(site: JobSite) -> None:
    fetch(site.url("page"))
    request, _ = site.server.log[0]
    assert request.headers["User-Agent"].startswith("CareerCoachDesktop/")


def test_packed_pages_are_unpacked(site: JobSite) -> None:
    assert fetch(site.packed("packed")).body == PAGE.encode()


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_compression_bomb_stops_at_the_cap(site: JobSite, encoding: str) -> None:
    assert refusal(site.bomb("bomb", encoding)).code == "page-too-large"


def test_a_page_over_the_cap_is_refused_and_one_at_the_cap_is_not(site: JobSite) -> None:
    small = PageFetcher(max_bytes=1000)
    assert len(fetch(site.add("fits", b"x" * 1000), fetcher=small).body) == 1000
    assert refusal(site.add("over", b"x" * 1001), fetcher=small).code == "page-too-large"


def test_redirects_are_followed_to_the_final_address(site: JobSite) -> None:
    site.redirect("b", "/page")
    assert fetch(site.redirect("a", site.url("b"))).url_final == site.url("page")


def test_going_round_in_circles_ends(site: JobSite) -> None:
    assert refusal(site.redirect("round", "/round")).code == "too-many-redirects"


def test_a_private_address_is_refused_unless_the_person_typed_it(site: JobSite) -> None:
    assert refusal(site.url("page"), typed=False).code == "address-private"
    assert not site.server.log


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "127.1", "[::ffff:127.0.0.1]"])
def test_a_typed_host_may_not_lead_to_another_private_one(site: JobSite, host: str) -> None:
    away = site.redirect("away", site.url("page", host=host))
    assert refusal(away).code == "address-private"
    assert len(site.server.log) == 1


def test_a_redirect_to_another_kind_of_address_is_refused(site: JobSite) -> None:
    assert refusal(site.redirect("file", "file:///etc/passwd")).code == "url-invalid"


def test_a_name_that_changes_its_address_midway_stays_where_it_was_checked(
    site: JobSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["127.0.0.1", "10.0.0.1"])
    real = socket.getaddrinfo

    def changing(host: str, *rest: object, **options: object) -> object:
        return real(next(answers) if host == "jobs.test" else host, *rest, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(socket, "getaddrinfo", changing)
    first = site.redirect("first", f"http://jobs.test:{site.server.port}/page").replace("localhost", "jobs.test")
    assert fetch(first).body == PAGE.encode()


@pytest.mark.parametrize(
    "address",
    [
        *(
            "127.0.0.1",
            "10.1.2.3",
            "192.168.0.1",
            "172.16.0.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
        ),
        *("::1", "fe80::1%eth0", "fc00::1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1"),
    ],
)
def test_addresses_inside_are_seen_as_inside(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:4700::1111", "::ffff:93.184.216.34"])
def test_addresses_outside_are_seen_as_outside(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    ("status", "code", "transient"),
    [
        (401, "login-wall", False),
        (403, "login-wall", False),
        (404, "page-gone", False),
        (410, "page-gone", False),
        (429, "site-busy", True),
        (503, "site-error", True),
        (418, "site-error", False),
    ],
)
def test_each_refusal_of_a_site_has_its_own_words(site: JobSite, status: int, code: str, *, transient: bool) -> None:
    error = refusal(site.add("status", b"no", status=status))
    assert (error.code, error.transient) == (code, transient)


@pytest.mark.parametrize(
    "headers",
    [{"cf_mitigated": "challenge"}, {"x_amzn_waf_action": "captcha"}, {"x_datadome": "protected"}],
)
def test_a_gatekeeper_who_asks_for_a_person_is_told_from_a_login(site: JobSite, headers: dict[str, str]) -> None:
    assert refusal(site.add("job", b"<script>prove()</script>", status=403, **headers)).code == "human-check"


def test_a_login_page_behind_a_redirect_is_a_login_wall(site: JobSite) -> None:
    site.add("login", b"<form><input type=password></form>")
    assert refusal(site.redirect("job", "/login?next=/job")).code == "login-wall"


@pytest.mark.parametrize("kind", ["application/pdf", "image/png", "application/zip"])
def test_a_file_is_not_a_page(site: JobSite, kind: str) -> None:
    assert refusal(site.add("file", b"%PDF-1.7", kind)).code == "page-not-html"


@pytest.mark.parametrize(
    "url", ["ftp://example.com/x", "example", "http://", "javascript:alert(1)", "http://a b/", "https://[::1"]
)
def test_what_is_no_web_address_is_said_to_be_none(url: str) -> None:
    assert refusal(url).code == "url-invalid"


def test_nobody_listening_is_unreachable_and_worth_another_try() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        error = refusal(f"http://localhost:{taken.getsockname()[1]}/")
    assert (error.code, error.transient) == ("site-unreachable", True)


def test_a_name_nobody_has_is_unreachable() -> None:
    assert refusal("http://no-such-host.invalid/").code == "site-unreachable"


def test_silence_and_slowness_both_end(site: JobSite) -> None:
    silent = refusal(site.drip("silent"), fetcher=PageFetcher(read=0.3))
    slow = refusal(site.drip("slow"), fetcher=PageFetcher(read=30, total=0.4))
    assert (silent.code, slow.code) == ("site-timeout", "site-timeout")
    assert silent.transient


def test_cancelling_reaches_a_fetch_that_waits(site: JobSite) -> None:
    class StoppedError(Exception):
        pass

    wanted = threading.Event()
    wanted.set()

    def check() -> None:
        if not wanted.is_set():
            raise StoppedError

    threading.Timer(0.3, wanted.clear).start()
    started = time.monotonic()
    with pytest.raises(StoppedError):
        PageFetcher().fetch(site.drip("long"), typed_by_user=True, check_cancelled=check)
    assert time.monotonic() - started < 5


def test_a_data_endpoint_is_asked_for_data(site: JobSite) -> None:
    url = site.add("job", b'{"id": 7}', "application/json")
    answer = PageFetcher().ask(url, trusted=True)
    assert (answer.body, answer.content_type) == (b'{"id": 7}', "application/json")
    assert site.server.log[0][0].headers["Accept"].startswith("application/json")


def test_a_data_endpoint_on_a_private_address_is_not_asked(site: JobSite) -> None:
    with pytest.raises(UserError) as refused:
        PageFetcher().ask(site.add("job", b"{}", "application/json"), trusted=False)
    assert refused.value.code == "address-private"
    assert site.asked_for == []


def test_a_data_endpoint_may_move_on_its_own_host_only(site: JobSite) -> None:
    site.add("new", b"{}", "application/json")
    assert PageFetcher().ask(site.redirect("old", "/new"), trusted=True).body == b"{}"
    for number, elsewhere in enumerate((site.url("new", "127.0.0.1"), site.url("new").replace("http:", "https:"))):
        with pytest.raises(UserError) as refused:
            PageFetcher().ask(site.redirect(f"away-{number}", elsewhere), trusted=True)
        assert refused.value.code == "answer-elsewhere"


@pytest.mark.parametrize(
    ("said", "wait"),
    [
        ("90", 90.0),
        ("999999999", 3600.0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 3600.0),
        ("", 0.0),
        ("-5", 0.0),
        ("soon", 0.0),
        ("Fri, 01 Jan 2010 00:00:00 GMT", 0.0),
        ("9" * 40, 0.0),
    ],
)
def test_a_busy_site_says_how_long_to_wait(site: JobSite, said: str, wait: float) -> None:
    for status in (429, 503):
        assert refusal(site.add(f"busy{status}", b"", status=status, retry_after=said)).wait == wait

"""The way out that a browser is given: it leads to judged and expected addresses, and it ends with the visit."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import httpx
import pytest

from careercoach_desktop.foundation.web.gateway import REFUSED, Gateway
from tests.support.job_site import PAGE, JobSite


@pytest.fixture
def gateway() -> Iterator[Gateway]:
    with Gateway(20.0, "localhost", 1_000_000, news=0.2) as gateway:
        gateway.expect("localhost")
        yield gateway


def through(gateway: Gateway) -> httpx.Client:
    return httpx.Client(proxy=gateway.address, trust_env=False, timeout=10)


def test_a_page_comes_through_packed_as_it_is(site: JobSite, gateway: Gateway) -> None:
    with through(gateway) as client:
        answer = client.get(site.packed("packed"))
    assert (answer.status_code, answer.text) == (200, PAGE)
    assert (answer.headers["content-encoding"], answer.headers["connection"]) == ("gzip", "close")


def test_what_is_sent_arrives(site: JobSite, gateway: Gateway) -> None:
    site.server.expect_request("/api", method="POST", data=b'{"id": 7}').respond_with_json({"title": "Baker"})
    with through(gateway) as client:
        assert client.post(site.url("api"), content=b'{"id": 7}').json() == {"title": "Baker"}


def test_cookies_of_the_site_are_the_browsers_business_alone(site: JobSite, gateway: Gateway) -> None:
    site.add("first", b"hello", set_cookie="who=me")
    with through(gateway) as first, through(gateway) as second:
        assert first.get(site.url("first")).headers["set-cookie"] == "who=me"
        second.get(site.url("page"))
    assert "Cookie" not in site.server.log[-1][0].headers


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433"])
def test_a_private_host_is_refused_though_it_is_expected(site: JobSite, gateway: Gateway, host: str) -> None:
    gateway.expect(host)
    with through(gateway) as client:
        assert client.get(site.url("page", host=host)).status_code == REFUSED
    problem = gateway.problem_with(host)
    assert problem is not None
    assert problem.code == "address-private"
    assert site.asked_for == []


def test_a_tunnel_to_a_private_host_is_refused(site: JobSite, gateway: Gateway) -> None:
    gateway.expect("127.0.0.1")
    with through(gateway) as client, pytest.raises(httpx.ProxyError, match=str(REFUSED)):
        client.get(site.url("page", host="127.0.0.1").replace("http", "https"))


def test_a_host_that_no_page_asked_for_is_not_even_looked_up(gateway: Gateway, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up: list[object] = []
    real = socket.getaddrinfo

    def look_up(host: str, *rest: object, **options: object) -> object:
        looked_up.append(host)
        return real(host, *rest, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    with through(gateway) as client:
        assert client.get("http://update.example.com/").status_code == REFUSED
    assert (looked_up, gateway.contacted) == (["127.0.0.1"], set())  # only the gateway itself


def test_a_tunnel_carries_bytes_both_ways_and_ends_with_the_visit() -> None:
    with socket.create_server(("127.0.0.1", 0)) as far:
        with Gateway(20.0, "localhost", 1_000_000) as gateway:
            gateway.expect("localhost")
            port = int(gateway.address.rpartition(":")[2])
            near = socket.create_connection(("127.0.0.1", port), timeout=10)
            near.sendall(b"CONNECT localhost:%d HTTP/1.1\r\n\r\n" % far.getsockname()[1])
            end, _ = far.accept()
            assert near.recv(1000).startswith(b"HTTP/1.1 200")
            near.sendall(b"ping")
            assert end.recv(10) == b"ping"
            end.sendall(b"pong")
            assert near.recv(10) == b"pong"
        with near, end:
            assert (near.recv(10), end.recv(10)) == (b"", b"")


def test_more_than_a_posting_needs_does_not_come_in(site: JobSite) -> None:
    url = site.add("much", bytes(2_000_000))
    with Gateway(20.0, "localhost", 100_000) as gateway, through(gateway) as client:
        gateway.expect("localhost")
        with pytest.raises(httpx.HTTPError):
            client.get(url)
        assert gateway.is_spent


def test_a_name_nobody_has_is_told_as_such(gateway: Gateway) -> None:
    gateway.expect("no-such-host.invalid")
    with through(gateway) as client:
        assert client.get("http://no-such-host.invalid/").status_code == REFUSED
    problem = gateway.problem_with("no-such-host.invalid")
    assert problem is not None
    assert problem.code == "site-unreachable"

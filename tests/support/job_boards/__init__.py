"""Job boards on loopback: every board's public endpoint, its postings' pages, and whatever else an endpoint may answer.

``https://api.lever.co/v0/…`` is served at ``http://localhost:PORT/api.lever.co/v0/…``; ``boards.fetcher`` knows that.
It is the real fetcher, real sockets included, but for where https leads: so nothing in a test reaches the network.
"""

from __future__ import annotations

import gzip
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from careercoach_desktop.foundation.web.fetching import FetchedPage, PageFetcher
from tests.support.job_boards.answers import SAMPLES, Sample

__all__ = ["SAMPLES", "BoardsFetcher", "JobBoards", "Sample", "lead_home"]

NOT_FOUND_PAGE = b"<!doctype html><html><head><title>Careers</title></head><body><h1>Page not found</h1></body></html>"


class Leading:
    """Where every https host is on this computer."""

    def __init__(self, port: int) -> None:
        self._port = port

    def here(self, url: str) -> str:
        """Where ``url`` is served; http addresses are on loopback already."""
        parts = urlsplit(url)
        if parts.scheme != "https":
            return url
        asked = f"?{parts.query}" if parts.query else ""
        return f"http://localhost:{self._port}/{parts.netloc}{parts.path}{asked}"

    def there(self, url: str) -> str:
        """The address that is served at ``url``."""
        site, _, rest = url.removeprefix(f"http://localhost:{self._port}/").partition("/")
        return f"https://{site}/{rest}" if url != rest and "." in site else url


class JobBoards(Leading):
    """What is served, by its real address. ``release`` lets an answer that hangs go."""

    def __init__(self, server: HTTPServer) -> None:
        super().__init__(server.port)
        self.server = server
        self.fetcher: PageFetcher = BoardsFetcher(self)
        self.release = threading.Event()

    def add(
        self, url: str, body: bytes, content_type: str = "application/json", status: int = 200, **headers: str
    ) -> str:
        """Serve these bytes at ``url``, whatever its query; the address again."""
        named = {key.replace("_", "-"): value for key, value in headers.items()}
        answer = Response(body, status=status, content_type=content_type, headers=named)
        self.server.expect_request(urlsplit(self.here(url)).path).respond_with_response(answer)
        return url

    def answer(self, url: str, value: Any) -> str:
        """Serve ``value`` as JSON."""
        return self.add(url, json.dumps(value).encode())

    def page(self, url: str, html: str) -> str:
        """Serve a page."""
        return self.add(url, html.encode(), "text/html; charset=utf-8")

    def sample(self, sample: Sample) -> str:
        """Serve a board's sample answer; the address of its posting's page."""
        self.add(sample.endpoint, sample.body, sample.content_type)
        return sample.url

    def packed(self, url: str, body: bytes) -> str:
        return self.add(url, gzip.compress(body), content_encoding="gzip")

    def hang(self, url: str) -> str:
        """Begin an answer that does not go on until ``release`` is set."""

        def answer(_: Request) -> Response:
            def body() -> Iterator[bytes]:
                yield b"{"
                self.release.wait(20)

            return Response(body(), content_type="application/json")

        return self.handle(url, answer)

    def handle(self, url: str, answer: Callable[[Request], Response]) -> str:
        self.server.expect_request(urlsplit(self.here(url)).path).respond_with_handler(answer)
        return url

    @property
    def asked_for(self) -> list[str]:
        """What was requested, in order: ``api.lever.co/v0/…``."""
        return [request.path.removeprefix("/") for request, _ in self.server.log]

    def accepted(self, number: int) -> str:
        """What the request ``number`` said it would take."""
        return self.server.log[number][0].headers.get("Accept", "")


class BoardsFetcher(PageFetcher):
    """The real fetcher, with every https host on this computer."""

    def __init__(self, boards: Leading, **limits: float) -> None:
        super().__init__(**limits)  # type: ignore[arg-type]  # seconds, all of them
        self._boards = boards

    def fetch(self, url: str, *, typed_by_user: bool, check_cancelled: Callable[[], None] | None = None) -> FetchedPage:
        page = super().fetch(self._boards.here(url), typed_by_user=typed_by_user, check_cancelled=check_cancelled)
        return replace(page, url_final=self._boards.there(page.url_final))

    def ask(self, url: str, *, trusted: bool, check_cancelled: Callable[[], None] | None = None) -> FetchedPage:
        assert url.startswith("https://"), url
        del trusted  # the real hosts are public; these are not
        return super().ask(self._boards.here(url), trusted=True, check_cancelled=check_cancelled)


def lead_home(port: int) -> None:
    """Let every fetcher of this process find the https hosts at that port of this computer: for a window that is
    started as a process of its own."""
    led, fetch, ask = Leading(port), PageFetcher.fetch, PageFetcher.ask

    def fetch_here(self: PageFetcher, url: str, **how: Any) -> FetchedPage:
        page = fetch(self, led.here(url), **how)
        return replace(page, url_final=led.there(page.url_final))

    def ask_here(self: PageFetcher, url: str, **how: Any) -> FetchedPage:
        return ask(self, led.here(url), **{**how, "trusted": True})

    PageFetcher.fetch = fetch_here  # type: ignore[method-assign]
    PageFetcher.ask = ask_here  # type: ignore[method-assign]

"""Fetches one web page the way a considerate visitor would: once, by its own name, within limits.

Everything that can go wrong comes out as a ``UserError`` that says what to do instead. The HTTP library is loaded
at the first fetch: a start has no use for it.
"""

from __future__ import annotations

import re
import ssl
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from careercoach_desktop import __version__
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.web.refusals import (
    check_path,
    check_status,
    checked_url,
    garbled,
    in_circles,
    led_elsewhere,
    not_a_page,
    too_large,
    trouble,
)

if TYPE_CHECKING:
    import httpx

    from careercoach_desktop.foundation.web.connection import Journey

MAX_BYTES = 10 * 1024 * 1024
MAX_HOPS = 8
PAGES = "text/html,application/xhtml+xml,application/json;q=0.8,application/xml;q=0.8,text/plain;q=0.7,*/*;q=0.1"
DATA = "application/json,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.1"
"""What is accepted: a page for a person first, or data first."""

_READABLE = re.compile(r"(?:text/(?:html|plain|xml)|application/(?:[\w.+-]*\+)?(?:xml|json))\Z")


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """A page as it came over the wire, decompressed. ``charset`` is only what the header said (often empty)."""

    url_final: str
    body: bytes
    content_type: str
    charset: str
    fetched_at: datetime


class PageFetcher:
    """Fetches pages, one call at a time or from several threads at once; keeps no cookies between calls.

    Seconds: ``connect`` per connection, ``read`` of silence, ``total`` for the whole journey with its redirects.
    """

    def __init__(
        self, *, connect: float = 10.0, read: float = 15.0, total: float = 45.0, max_bytes: int = MAX_BYTES
    ) -> None:
        self._connect = connect
        self._read = read
        self._total = total
        self._max_bytes = max_bytes

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        import httpx

        return httpx.create_ssl_context(trust_env=False)

    def fetch(self, url: str, *, typed_by_user: bool, check_cancelled: Callable[[], None] | None = None) -> FetchedPage:
        """The page at ``url`` after redirects (at most eight). Blocks: call it on a worker thread.

        ``typed_by_user``: the person gave this very address, so its host may be on a private network.
        ``check_cancelled`` is called often and may raise to stop. Raises ``UserError`` with one of the codes
        url-invalid, address-private, site-unreachable, site-insecure, site-timeout, site-busy, site-error, login-wall,
        human-check, page-gone, page-too-large, page-not-html, page-unreadable,
        too-many-redirects.
        """
        return self._travel(url, _headers(PAGES), trusted=typed_by_user, stays=False, check_cancelled=check_cancelled)

    def ask(self, url: str, *, trusted: bool, check_cancelled: Callable[[], None] | None = None) -> FetchedPage:
        """What the data endpoint at ``url`` answers, in JSON or XML as it likes. Blocks, like ``fetch``.

        Redirects are followed only on the endpoint's own host: one that leads elsewhere has nothing to say.
        ``trusted``: the host may be on a private network. Raises ``UserError`` as ``fetch`` does, and answer-elsewhere.
        """
        return self._travel(url, _headers(DATA), trusted=trusted, stays=True, check_cancelled=check_cancelled)

    def _travel(
        self,
        url: str,
        headers: dict[str, str],
        *,
        trusted: bool,
        stays: bool,
        check_cancelled: Callable[[], None] | None,
    ) -> FetchedPage:
        import httpx

        from careercoach_desktop.foundation.web.connection import CheckedTransport, Journey

        target = start = checked_url(url)
        journey = Journey(self._total, target.raw_host.decode("ascii") if trusted else "", check_cancelled)
        with httpx.Client(
            transport=CheckedTransport(journey, self._tls),
            timeout=httpx.Timeout(self._read, connect=self._connect),
            trust_env=False,
            headers=headers,
        ) as client:
            try:
                for _hop in range(MAX_HOPS + 1):
                    with client.stream("GET", target, follow_redirects=False) as response:
                        if not response.has_redirect_location:
                            return self._page(response, journey)
                        target = checked_url(str(target.join(response.headers["location"])))
                    if stays and (target.scheme, target.netloc) != (start.scheme, start.netloc):
                        raise led_elsewhere(start.host)
            except httpx.HTTPError as error:
                raise trouble(error, target.host) from error
        raise in_circles(target.host)

    def _page(self, response: httpx.Response, journey: Journey) -> FetchedPage:
        check_status(response.status_code, response.headers, response.url.host)
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind and not _READABLE.match(kind):
            raise not_a_page(kind)
        body = self._body(response, journey)
        if not kind and (
            body.startswith((b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff")) or b"\x00" in body[:64]
        ):
            raise not_a_page("an unknown kind of file")
        check_path(response.url.path, response.url.host)
        return FetchedPage(
            url_final=str(response.url),
            body=body,
            content_type=kind or "text/html",
            charset=response.charset_encoding or "",
            fetched_at=utc_now(),
        )

    def _body(self, response: httpx.Response, journey: Journey) -> bytes:
        unpacker = _Unpacker(response.headers.get("content-encoding", ""), response.url.host)
        body = bytearray()
        for chunk in response.iter_raw():
            journey.checkpoint()
            body += unpacker.feed(chunk, self._max_bytes + 1 - len(body))
            if len(body) > self._max_bytes:
                raise too_large(self._max_bytes)
        return bytes(body)


class _Unpacker:
    """Undoes a response's compression, never giving more than it is asked for (a bomb stops at the cap)."""

    def __init__(self, encoding: str, host: str) -> None:
        encoding = encoding.strip().lower()
        self._host = host
        self._packed = encoding in {"gzip", "x-gzip", "deflate"}
        if not self._packed and encoding not in {"", "identity"}:
            raise garbled(host)
        # 47 = whatever window, gzip or zlib by its own header
        self._engine = zlib.decompressobj(47)
        self._fresh = True

    def feed(self, chunk: bytes, most: int) -> bytes:
        """The next bytes, at most ``most`` of them (what goes beyond is only detected, not kept)."""
        if not self._packed:
            return chunk[:most]
        try:
            out = self._engine.decompress(chunk, most)
        except zlib.error as error:
            if not self._fresh:
                raise garbled(self._host) from error
            out = self._bare_deflate(chunk, most)
        self._fresh = False
        return out

    def _bare_deflate(self, chunk: bytes, most: int) -> bytes:
        """Some servers mean headerless deflate when they say ``deflate``."""
        self._engine = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            return self._engine.decompress(chunk, most)
        except zlib.error as error:
            raise garbled(self._host) from error


def _headers(accept: str) -> dict[str, str]:
    return {
        "User-Agent": f"CareerCoachDesktop/{__version__} (one page at a person's request)",
        "Accept": accept,
        "Accept-Language": "en,*;q=0.5",
        "Accept-Encoding": "gzip, deflate",
    }

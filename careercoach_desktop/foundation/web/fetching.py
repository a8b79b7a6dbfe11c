"""Fetches one web page the way a considerate visitor would: once, by its own name, within limits.

Everything that can go wrong comes out as a ``UserError`` that says what to do instead.
"""

from __future__ import annotations

import re
import ssl
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

import httpx

from careercoach_desktop import __version__
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.web.connection import CheckedTransport, Journey

PASTE_INSTEAD = "Paste the posting's text instead."
MAX_BYTES = 10 * 1024 * 1024
MAX_HOPS = 8
_MAX_URL = 4096

_READABLE = re.compile(r"(?:text/(?:html|plain|xml)|application/(?:[\w.+-]*\+)?(?:xml|json))\Z")
_LOGIN_PATH = re.compile(
    r"/(?:log-?in|sign-?in|sso|authwall|auth/login|checkpoint|uas|anmelden|connexion|prihlaseni)(?:[/.?]|\Z)",
    re.IGNORECASE,
)


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
        self._timeout = httpx.Timeout(read, connect=connect)
        self._total = total
        self._max_bytes = max_bytes

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        return httpx.create_ssl_context(trust_env=False)

    def fetch(self, url: str, *, typed_by_user: bool, check_cancelled: Callable[[], None] | None = None) -> FetchedPage:
        """The page at ``url`` after redirects (at most eight). Blocks: call it on a worker thread.

        ``typed_by_user``: the person gave this very address, so its host may be on a private network.
        ``check_cancelled`` is called often and may raise to stop. Raises ``UserError`` with one of the codes
        url-invalid, address-private, site-unreachable, site-insecure, site-timeout, site-busy, site-error, login-wall,
        page-gone, page-too-large, page-not-html, page-unreadable, too-many-redirects.
        """
        target = _checked_url(url)
        trusted = target.raw_host.decode("ascii") if typed_by_user else ""
        journey = Journey(self._total, trusted, check_cancelled)
        with httpx.Client(
            transport=CheckedTransport(journey, self._tls),
            timeout=self._timeout,
            trust_env=False,
            headers=_headers(),
        ) as client:
            try:
                for _hop in range(MAX_HOPS + 1):
                    with client.stream("GET", target, follow_redirects=False) as response:
                        if not response.has_redirect_location:
                            return self._page(response, journey)
                        target = _checked_url(str(target.join(response.headers["location"])))
            except httpx.HTTPError as error:
                raise _trouble(error, target.host) from error
        raise UserError(f"{target.host} sends visitors round in circles.", PASTE_INSTEAD, code="too-many-redirects")

    def _page(self, response: httpx.Response, journey: Journey) -> FetchedPage:
        _check_status(response)
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind and not _READABLE.match(kind):
            raise _not_a_page(kind)
        body = self._body(response, journey)
        if not kind and (
            body.startswith((b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff")) or b"\x00" in body[:64]
        ):
            raise _not_a_page("an unknown kind of file")
        if _LOGIN_PATH.search(response.url.path):
            raise _login_wall(response.url.host)
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
                raise UserError(
                    f"The page is larger than {self._max_bytes // 1024 // 1024} MB, too large for a job posting.",
                    PASTE_INSTEAD,
                    code="page-too-large",
                )
        return bytes(body)


class _Unpacker:
    """Undoes a response's compression, never giving more than it is asked for (a bomb stops at the cap)."""

    def __init__(self, encoding: str, host: str) -> None:
        encoding = encoding.strip().lower()
        self._host = host
        self._packed = encoding in {"gzip", "x-gzip", "deflate"}
        if not self._packed and encoding not in {"", "identity"}:
            raise _garbled(host)
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
                raise _garbled(self._host) from error
            out = self._bare_deflate(chunk, most)
        self._fresh = False
        return out

    def _bare_deflate(self, chunk: bytes, most: int) -> bytes:
        """Some servers mean headerless deflate when they say ``deflate``."""
        self._engine = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            return self._engine.decompress(chunk, most)
        except zlib.error as error:
            raise _garbled(self._host) from error


def _headers() -> dict[str, str]:
    return {
        "User-Agent": f"CareerCoachDesktop/{__version__} (one page at a person's request)",
        "Accept": "text/html,application/xhtml+xml,application/json;q=0.8,"
        "application/xml;q=0.8,text/plain;q=0.7,*/*;q=0.1",
        "Accept-Language": "en,*;q=0.5",
        "Accept-Encoding": "gzip, deflate",
    }


def _checked_url(url: str) -> httpx.URL:
    problem = UserError(
        "That is not the address of a web page.",
        "Check that it starts with https:// and is complete.",
        code="url-invalid",
    )
    if len(url) > _MAX_URL:
        raise problem
    try:
        parsed = httpx.URL(url.strip())
        port = parsed.port
    except (httpx.InvalidURL, ValueError) as error:
        raise problem from error
    if parsed.scheme not in {"http", "https"} or not re.fullmatch(r"[^\s%]+", parsed.host) or port == 0:
        raise problem
    return parsed


def _check_status(response: httpx.Response) -> None:
    status, host = response.status_code, response.url.host
    if response.is_success:
        return
    challenged = response.headers.get("cf-mitigated") == "challenge"
    if status in {401, 403, 407, 999} or challenged:
        raise _login_wall(host)
    if status in {404, 410, 451}:
        raise UserError(
            f"{host} no longer has this page.",
            "The posting may have been taken down. If you have its text, paste it.",
            code="page-gone",
        )
    if status == 429:
        raise UserError(
            f"{host} asks visitors to slow down.",
            "Try again in a few minutes, or paste the posting's text.",
            code="site-busy",
            transient=True,
        )
    raise UserError(
        f"{host} answered with an error ({status}).",
        "Try again later, or paste the posting's text instead.",
        code="site-error",
        transient=status >= 500,
    )


def _trouble(error: httpx.HTTPError, host: str) -> UserError:
    if isinstance(error, httpx.TimeoutException):
        return UserError(
            f"{host} took too long to answer.",
            "Try again later, or paste the posting's text instead.",
            code="site-timeout",
            transient=True,
        )
    if isinstance(error, (httpx.InvalidURL, httpx.UnsupportedProtocol, httpx.LocalProtocolError)):
        return UserError(
            "That is not the address of a web page.",
            "Check that it starts with https:// and is complete.",
            code="url-invalid",
        )
    if _from_tls(error):
        return UserError(
            f"The connection to {host} is not secure.",
            "Check the address. If it is right, paste the posting's text instead.",
            code="site-insecure",
        )
    return UserError(
        f"{host} could not be reached.",
        "Check the address and your connection, or paste the posting's text instead.",
        code="site-unreachable",
        transient=True,
    )


def _from_tls(error: BaseException) -> bool:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return True
        cause = cause.__cause__ or cause.__context__
    return False


def _login_wall(host: str) -> UserError:
    return UserError(f"{host} shows this page only to people who are signed in.", PASTE_INSTEAD, code="login-wall")


def _not_a_page(kind: str) -> UserError:
    return UserError(
        f"The address leads to a file ({kind}), not to a web page.",
        "Download it and drop the file here, or paste the posting's text instead.",
        code="page-not-html",
    )


def _garbled(host: str) -> UserError:
    return UserError(f"{host} sent something that cannot be read.", PASTE_INSTEAD, code="page-unreadable")

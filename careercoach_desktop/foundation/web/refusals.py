"""What can keep a page from being had, as the sentences a person reads; one family for fetching and for rendering."""

from __future__ import annotations

import re
import ssl
from collections.abc import Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.errors import UserError

if TYPE_CHECKING:
    import httpx

PASTE_INSTEAD = "Paste the posting’s text instead."
_MAX_URL = 4096
_LONGEST_WAIT = 3600.0
_LOGIN_PATH = re.compile(
    r"/(?:log-?in|sign-?in|sso|authwall|auth/login|checkpoint|uas|anmelden|connexion|prihlaseni)(?:[/.?]|\Z)",
    re.IGNORECASE,
)


def checked_url(url: str) -> httpx.URL:
    """``url`` taken apart; raises UserError unless it is the http or https address of a page."""
    import httpx

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


def check_status(status: int, headers: Mapping[str, str], host: str) -> None:
    """Raises UserError unless ``status`` means that the page was given. ``headers``: names in lower case."""
    if 200 <= status < 300:
        return
    if _is_challenge(status, headers):
        raise human_check(host)
    if status in {401, 403, 407, 999}:
        raise login_wall(host)
    if status in {404, 410, 451}:
        raise UserError(
            f"{host} no longer has this page.",
            "The posting may have been taken down. If you have its text, paste it.",
            code="page-gone",
        )
    if status == 429:
        raise UserError(
            f"{host} asks visitors to slow down.",
            "Try again in a few minutes, or paste the posting’s text.",
            code="site-busy",
            transient=True,
            wait=_asked_wait(headers),
        )
    raise UserError(
        f"{host} answered with an error ({status}).",
        "Try again later, or paste the posting’s text instead.",
        code="site-error",
        transient=status >= 500,
        wait=_asked_wait(headers) if status >= 500 else 0.0,
    )


def _asked_wait(headers: Mapping[str, str]) -> float:
    """Seconds in ``retry-after`` (a number or a moment), at most an hour; 0 when it says nothing we can read."""
    said = headers.get("retry-after", "").strip()
    if re.fullmatch(r"\d{1,9}", said):
        return min(float(said), _LONGEST_WAIT)
    try:
        until = parsedate_to_datetime(said)
    except (ValueError, OverflowError):
        return 0.0
    moment = until if until.tzinfo is not None else until.replace(tzinfo=UTC)
    return min(max((moment - utc_now()).total_seconds(), 0.0), _LONGEST_WAIT)


def _is_challenge(status: int, headers: Mapping[str, str]) -> bool:
    """Whether the big gatekeepers' own headers say that a browser is to prove itself."""
    return (
        headers.get("cf-mitigated") == "challenge"
        or headers.get("x-amzn-waf-action") in {"challenge", "captcha"}
        or (status == 403 and "x-datadome" in headers)
    )


def check_path(path: str, host: str) -> None:
    """Raises UserError when the journey has ended at a sign-in page."""
    if _LOGIN_PATH.search(path):
        raise login_wall(host)


def trouble(error: httpx.HTTPError, host: str) -> UserError:
    """What went wrong on the wire, for a person."""
    import httpx

    if isinstance(error, httpx.TimeoutException):
        return too_slow(host)
    if isinstance(error, (httpx.InvalidURL, httpx.UnsupportedProtocol, httpx.LocalProtocolError)):
        return UserError(
            "That is not the address of a web page.",
            "Check that it starts with https:// and is complete.",
            code="url-invalid",
        )
    return insecure(host) if _from_tls(error) else unreachable(host)


def too_slow(host: str) -> UserError:
    return UserError(
        f"{host} took too long to answer.",
        "Try again later, or paste the posting’s text instead.",
        code="site-timeout",
        transient=True,
    )


def insecure(host: str) -> UserError:
    return UserError(
        f"The connection to {host} is not secure.",
        "Check the address. If it is right, paste the posting’s text instead.",
        code="site-insecure",
    )


def unreachable(host: str) -> UserError:
    return UserError(
        f"{host} could not be reached.",
        "Check the address and your connection, or paste the posting’s text instead.",
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


def login_wall(host: str) -> UserError:
    return UserError(f"{host} shows this page only to people who are signed in.", PASTE_INSTEAD, code="login-wall")


def human_check(host: str) -> UserError:
    return UserError(
        f"{host} wants proof that a person is looking.",
        "Open the page in your browser and paste the posting’s text instead.",
        code="human-check",
    )


def in_circles(host: str) -> UserError:
    return UserError(f"{host} sends visitors round in circles.", PASTE_INSTEAD, code="too-many-redirects")


def led_elsewhere(host: str) -> UserError:
    return UserError(f"{host} sends this question somewhere else.", PASTE_INSTEAD, code="answer-elsewhere")


def too_large(most: int) -> UserError:
    return UserError(
        f"The page is larger than {most // 1024 // 1024} MB, too large for a job posting.",
        PASTE_INSTEAD,
        code="page-too-large",
    )


def not_a_page(kind: str) -> UserError:
    return UserError(
        f"The address leads to a file ({kind}), not to a web page.",
        "Download it and drop the file here, or paste the posting’s text instead.",
        code="page-not-html",
    )


def garbled(host: str) -> UserError:
    return UserError(f"{host} sent something that cannot be read.", PASTE_INSTEAD, code="page-unreadable")

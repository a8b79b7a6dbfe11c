"""How requests to a calendar server travel: over https, to the host the person named and no other, within bounds.

The caldav library follows redirects wherever they lead, reads whatever comes however long it is, and looks into files
and variables of the computer for passwords and proxies. None of that may happen to somebody's calendar password.
"""

from __future__ import annotations

import time
from typing import Any
from urllib.parse import SplitResult, urljoin, urlsplit

import niquests

from careercoach_desktop.foundation.calendars.model import offline
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.settings.endpoints import is_this_computer

LARGEST_ANSWER = 20 * 2**20
CONNECT_SECONDS = 10.0
SILENCE_SECONDS = 30.0
WHOLE_SECONDS = 90.0
_MOST_REDIRECTS = 4
_REDIRECTS = (301, 302, 303, 307, 308)
_PORTS = {"http": 80, "https": 443}
_ONE_HOUSE = ("icloud.com",)
"""Services that spread one account over several hosts of theirs, and say so in their answers."""


class PoliteSession(niquests.Session):
    """What caldav uses instead of its own. ``home`` is the address the person gave."""

    def __init__(self, home: str) -> None:
        super().__init__(disable_http3=True, revocation_configuration=None, allow_incoming_cookies=False, retries=0)
        self.trust_env = False
        self._home = home

    def request(self, method: Any, url: Any, *args: Any, **more: Any) -> Any:
        """As niquests' own, but never elsewhere, never for ever and never more than fits."""
        more |= {"allow_redirects": False, "stream": True, "timeout": (CONNECT_SECONDS, SILENCE_SECONDS)}
        address, until = str(url), time.monotonic() + WHOLE_SECONDS
        for _ in range(_MOST_REDIRECTS + 1):
            self._check(address)
            answer = self._asked(method, address, args, more)
            target = answer.headers.get("Location")
            if answer.status_code not in _REDIRECTS or not target:
                _read(answer, until)
                return answer
            answer.close()
            address = urljoin(address, str(target))
        raise UserError(
            "The calendar server sends us in circles.",
            "Enter the whole address of your calendar, as the server’s own help gives it.",
            code="calendar-address",
        )

    def _asked(self, method: Any, address: str, args: Any, more: Any) -> Any:
        try:
            return super().request(method, address, *args, **more)
        except niquests.exceptions.SSLError as exc:
            raise UserError(
                "The calendar server’s certificate is not one this computer trusts, so nothing was sent.",
                "Check the address. A server of your own needs a certificate that is known here.",
                code="calendar-untrusted",
            ) from exc
        except (niquests.exceptions.InvalidURL, niquests.exceptions.MissingSchema, UnicodeError) as exc:
            raise wrong_address() from exc
        except (niquests.exceptions.RequestException, OSError) as exc:
            raise offline() from exc

    def _check(self, address: str) -> None:
        """Where the password may go. Raises UserError ``calendar-elsewhere`` and ``calendar-address``."""
        checked_address(address)
        if not same_house(address, self._home):
            host = urlsplit(address).hostname or ""
            raise UserError(
                f"The calendar server sends us on to another one, “{host}”, and your password stays where you gave it.",
                "If that is right, enter the address of that server instead.",
                code="calendar-elsewhere",
            )


def checked_address(address: str) -> str:
    """The address of a server as it is used; ``https://`` is put before one without. Raises UserError
    ``calendar-address``."""
    address = address.strip()
    if address and "://" not in address:
        address = f"https://{address}"
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError as exc:
        raise wrong_address() from exc
    if parts.username or parts.password or parts.scheme not in ("http", "https") or not parts.hostname:
        raise wrong_address()
    if parts.scheme == "http" and not is_this_computer(address):
        raise UserError(
            "A calendar server must be reached by https://, so that nobody can read your password on the way.",
            "Write https:// before the address.",
            code="calendar-address",
        )
    return address


def same_house(address: str, other: str) -> bool:
    """Whether the password for one of these addresses may be shown at the other: the same scheme, host and port, or
    hosts that are known to belong together."""
    one, two = urlsplit(address), urlsplit(other)
    if (one.scheme, one.hostname, _port(one)) == (two.scheme, two.hostname, _port(two)):
        return True
    hosts = [(each.hostname or "").lower() for each in (one, two)]
    known = any(all(host == house or host.endswith(f".{house}") for host in hosts) for house in _ONE_HOUSE)
    return known and one.scheme == two.scheme == "https" and _port(one) == _port(two) == _PORTS["https"]


def _port(parts: SplitResult) -> int | None:
    """Also where it is not written because it is the usual one."""
    return parts.port or _PORTS.get(parts.scheme)


def wrong_address() -> UserError:
    """What was typed leads nowhere."""
    return UserError(
        "That is not the address of a calendar server.",
        "It looks like https://calendar.example.com or https://cloud.example.com/remote.php/dav.",
        code="calendar-address",
    )


def _read(answer: Any, until: float) -> None:
    """The whole answer into memory, if it is not too long and does not take for ever."""
    pieces, size = [], 0
    try:
        for piece in answer.iter_content(64 * 1024):
            size += len(piece)
            if size > LARGEST_ANSWER:
                raise UserError(
                    "The calendar server’s answer is larger than 20 MB, so it was not read.",
                    "Choose a calendar with fewer events, or one only for interviews.",
                    code="calendar-large",
                )
            if time.monotonic() > until:
                raise offline(" in time")
            pieces.append(piece)
    except (niquests.exceptions.RequestException, OSError) as exc:
        raise offline() from exc
    finally:
        answer.close()
    is_page = "html" in str(answer.headers.get("Content-Type", "")).lower()
    answer._content = b"" if is_page else b"".join(pieces)  # noqa: SLF001 - where niquests keeps what was read
    answer._content_consumed = True  # noqa: SLF001 - as above

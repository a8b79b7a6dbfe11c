"""Which addresses a custom endpoint may have, so that a key or a résumé never travels unprotected."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

ANTHROPIC = "https://api.anthropic.com"
_LOCAL_NAMES = ("localhost", "ip6-localhost")
_LOCAL_ENDINGS = (".local", ".localhost", ".lan", ".home.arpa", ".internal")


def checked_endpoint(address: str) -> str:
    """The address without a trailing slash and without ``/v1``, which the protocol adds itself; ``""`` stays.

    ValueError says what is wrong with it in plain words.
    """
    address = address.strip().rstrip("/").removesuffix("/v1").rstrip("/")
    if not address or address == ANTHROPIC:
        return ""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError as exc:
        raise ValueError("that is not the address of a server, such as http://localhost:11434") from exc
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("an address starts with https://, or with http:// for a server in your own network")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise ValueError("an address holds no key, question mark or user name; the key has a field of its own")
    if parts.scheme == "http" and not is_near(parts.hostname):
        raise ValueError("a server outside your own network must be reached by https://")
    return address


def is_near(host: str) -> bool:
    """Whether the host is this computer or stands in a private network, by its name or number."""
    host = host.strip("[]").lower()
    if host in _LOCAL_NAMES or host.endswith(_LOCAL_ENDINGS):
        return True
    try:
        number = ipaddress.ip_address(host)
    except ValueError:
        return False
    return number.is_loopback or number.is_private


def is_this_computer(address: str) -> bool:
    """Whether an endpoint is a server on this very machine."""
    host = (urlsplit(address).hostname or "").lower()
    try:
        return host in _LOCAL_NAMES or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def host_of(address: str) -> str:
    """Host and port, as a key in the keychain is filed under; Anthropic's for ``""``."""
    return urlsplit(address or ANTHROPIC).netloc

"""Connections that can only reach addresses a page is allowed to be on, and that end on time.

A name is resolved once, every address it has is judged, and the connection is made to a judged address, never to the
name again: so neither a redirect nor a name that changes its mind (DNS rebinding) can lead into the person's own
network. Reading happens in short slices, so that a cancelled task or a server that drips one byte a second stops.
"""

from __future__ import annotations

import ipaddress
import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore
import httpx

from careercoach_desktop.foundation.errors import UserError

_SLICE_SECONDS = 0.25
_NAT64 = ipaddress.ip_network("64:ff9b::/96")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
SocketOption = tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]


def is_public(address: str) -> bool:
    """Whether ``address`` (an IP literal, zone allowed) is on the open internet, tunnels and mappings seen through."""
    ip: Address = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            ip = inner
    return ip.is_global and not ip.is_multicast


class Journey:
    """One fetch from its first hop to its last byte: how long it may take, where it may go, whether it is still wanted.

    ``seconds``: total time allowed. ``trusted_host``: the one host that may be private because the person typed it.
    """

    def __init__(
        self, seconds: float, trusted_host: str = "", check_cancelled: Callable[[], None] | None = None
    ) -> None:
        self._deadline = time.monotonic() + seconds
        self._trusted_host = trusted_host
        self._check_cancelled = check_cancelled
        self._addresses: dict[tuple[str, int], list[str]] = {}

    def checkpoint(self) -> float:
        """Seconds left. Raises ``httpcore.ReadTimeout`` when there are none, and whatever cancelling raises."""
        if self._check_cancelled is not None:
            self._check_cancelled()
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the whole fetch took too long")
        return left

    def addresses(self, host: str, port: int, timeout: float | None) -> list[str]:
        """IP literals of ``host`` that may be connected to; the same answer for the whole journey."""
        key = (host, port)
        if key not in self._addresses:
            found = self._resolve(host, port, timeout)
            if host != self._trusted_host:
                found = [address for address in found if is_public(address)]
            self._addresses[key] = found
        if not self._addresses[key]:
            raise UserError(
                f"{host} is an address inside a private network.",
                "If you trust it, type its address yourself, or paste the posting’s text instead.",
                code="address-private",
            )
        return self._addresses[key]

    def _resolve(self, host: str, port: int, timeout: float | None) -> list[str]:
        answers: queue.SimpleQueue[list[str] | OSError | UnicodeError] = queue.SimpleQueue()

        def look_up() -> None:
            try:
                rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
                answers.put(list(dict.fromkeys(str(row[4][0]) for row in rows)))
            except (OSError, UnicodeError) as error:
                answers.put(error)

        # The operating system's resolver cannot be interrupted, only left behind: hence a thread of its own.
        threading.Thread(target=look_up, name="resolve", daemon=True).start()
        patience = time.monotonic() + (timeout if timeout is not None else self.checkpoint())
        while True:
            left = min(self.checkpoint(), patience - time.monotonic())
            if left <= 0:
                raise httpcore.ConnectTimeout(f"no answer to where {host} is")
            try:
                answer = answers.get(timeout=min(left, _SLICE_SECONDS))
            except queue.Empty:
                continue
            if isinstance(answer, Exception):
                raise httpcore.ConnectError(f"{host} could not be found") from answer
            return answer


class _PatientStream(httpcore.NetworkStream):
    """A network stream that looks up between short waits to see whether the journey is still on."""

    def __init__(self, inner: httpcore.NetworkStream, journey: Journey) -> None:
        self._inner = inner
        self._journey = journey

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        quiet_until = time.monotonic() + (timeout if timeout is not None else self._journey.checkpoint())
        while True:
            left = min(self._journey.checkpoint(), quiet_until - time.monotonic())
            try:
                return self._inner.read(max_bytes, max(0.001, min(left, _SLICE_SECONDS)))
            except httpcore.ReadTimeout:
                if time.monotonic() >= quiet_until:
                    raise

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        left = self._journey.checkpoint()
        self._inner.write(buffer, left if timeout is None else min(left, timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = self._journey.checkpoint()
        within = left if timeout is None else min(left, timeout)
        return _PatientStream(self._inner.start_tls(ssl_context, server_hostname, within), self._journey)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class CheckedBackend(httpcore.NetworkBackend):
    """Opens TCP connections to judged addresses only."""

    def __init__(self, journey: Journey) -> None:
        self._journey = journey
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SocketOption] | None = None,
    ) -> httpcore.NetworkStream:
        problem: httpcore.ConnectError | httpcore.ConnectTimeout | None = None
        for address in self._journey.addresses(host, port, timeout)[:4]:
            left = self._journey.checkpoint()
            within = left if timeout is None else min(left, timeout)
            try:
                stream = self._sockets.connect_tcp(address, port, within, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                problem = error
            else:
                return _PatientStream(stream, self._journey)
        raise problem if problem is not None else httpcore.ConnectError(f"{host} has no address")


class CheckedTransport(httpx.HTTPTransport):
    """httpx's transport on top of checked connections. Proxies and environment settings are not looked at."""

    def __init__(self, journey: Journey, context: ssl.SSLContext) -> None:
        super().__init__(verify=context, trust_env=False)
        self._pool.close()
        self._pool = httpcore.ConnectionPool(
            ssl_context=context, max_connections=4, http1=True, http2=False, network_backend=CheckedBackend(journey)
        )

"""The only way out for a browser of ours: a proxy on loopback that connects to judged addresses and nothing else.

A browser looks names up by itself, follows redirects without asking and opens sockets from frames, workers and scripts;
checking its requests from outside would leave gaps. So it is given this proxy and no other way: every connection it
makes is made here, with the same checks as a plain fetch (``connection.Journey``), and ends with the visit. Only hosts
that the page was seen to ask for are connected to: what a browser wants from its maker's servers, it does not get.
"""

from __future__ import annotations

import selectors
import socket
import ssl
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any

import httpcore
import httpx

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.web.connection import CheckedBackend, CheckedTransport, Journey
from careercoach_desktop.foundation.web.refusals import trouble, unreachable

REFUSED = 502
"""The status by which the gateway says that it made no connection (a site may say it too: ask ``problem_with``)."""
_CHUNK = 64 * 1024
_LARGEST_UPLOAD = 1024 * 1024
_CONNECT_SECONDS = 10.0
_QUIET_SECONDS = 20.0
_HOP_BY_HOP = frozenset(
    {
        *("connection", "keep-alive", "proxy-connection", "proxy-authorization", "proxy-authenticate", "te"),
        *("trailer", "transfer-encoding", "upgrade", "host"),
    }
)


class _Closed(Exception):  # noqa: N818 - the visit is over: nothing went wrong
    """Ends whatever still runs on a connection of a visit that is over."""


class Gateway:
    """A proxy for one visit, while its ``with`` lasts. ``contacted``: the hosts a connection was tried to.

    ``seconds``: the longest the visit may last; ``trusted_host``: as in ``Journey``; ``most``: bytes that may come in,
    all connections together; ``news``: seconds until a host that was not announced (``expect``) is refused.
    """

    def __init__(self, seconds: float, trusted_host: str, most: int, *, news: float = 5.0) -> None:
        self.contacted: set[str] = set()
        self.is_spent = False
        """Whether the page wanted more bytes than it may have."""
        self._journey = Journey(seconds, trusted_host, self._check_open)
        self._left = most
        self._news = news
        self._over = threading.Event()
        self._guard = threading.Condition()
        self._expected: set[str] = set()
        self._problems: dict[str, UserError] = {}
        # only http is forwarded by this transport (https goes through as it is), so no certificate is ever asked for
        self._transport = CheckedTransport(self._journey, ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
        self._server = _Server(self)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Gateway:
        serve = threading.Thread(target=self._server.serve_forever, args=(0.1,), name="gateway", daemon=True)
        serve.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._guard:
            self._over.set()
            self._guard.notify_all()
        self._server.shutdown()
        self._server.server_close()
        self._transport.close()

    def expect(self, host: str) -> None:
        """The page is about to ask ``host`` (as it stands in an address) for something."""
        with self._guard:
            self._expected.add(host.strip("[]").lower())
            self._guard.notify_all()

    def problem_with(self, host: str) -> UserError | None:
        """Why ``host`` was not connected to, when it was not."""
        with self._guard:
            return self._problems.get(host.strip("[]"))

    def connect(self, host: str, port: int) -> socket.socket:
        """A connection for a tunnel. Raises UserError."""
        self._await_expected(host)
        try:
            stream = CheckedBackend(self._journey).connect_tcp(host, port, _CONNECT_SECONDS)
        except (httpcore.ConnectError, httpcore.TimeoutException) as error:
            raise self._noted(host, _as_user_error(error, host)) from error
        except UserError as error:
            raise self._noted(host, error) from error
        found = stream.get_extra_info("socket")
        if not isinstance(found, socket.socket):
            raise TypeError(f"a connection without a socket: {type(found).__name__}")
        return found

    def forward(self, request: httpx.Request) -> httpx.Response:
        """The answer to a plain http request, its body still to come. Raises UserError."""
        host = request.url.raw_host.decode("ascii")
        self._await_expected(host)
        try:
            answer = self._transport.handle_request(request)
        except httpx.HTTPError as error:
            raise self._noted(host, trouble(error, host)) from error
        except UserError as error:
            raise self._noted(host, error) from error
        return answer

    def count(self, size: int) -> None:
        """Note what came in; ends everything once it is more than a posting can need."""
        self._check_open()
        with self._guard:
            self._left -= size
            spent = self._left < 0
        if spent:
            self.is_spent = True
            self._over.set()
            raise _Closed

    def wait(self) -> float:
        """Seconds a connection may wait before it asks again; raises when the visit is over."""
        return min(0.25, self._journey.checkpoint())

    def _await_expected(self, host: str) -> None:
        """The browser may be faster here than the news of what the page asks; what is no news by then is its own."""
        with self._guard:
            if not self._guard.wait_for(lambda: host.lower() in self._expected or self._over.is_set(), self._news):
                raise _Closed
        self._check_open()
        self.contacted.add(host)

    def _check_open(self) -> None:
        if self._over.is_set():
            raise _Closed

    def _noted(self, host: str, error: UserError) -> UserError:
        with self._guard:
            self._problems.setdefault(host, error)
        return error


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, gateway: Gateway) -> None:
        self.gateway = gateway
        super().__init__(("127.0.0.1", 0), _Request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A connection that ended is nothing to print."""


class _Request(BaseHTTPRequestHandler):
    """One connection from the browser: a tunnel, or a single plain request after which it is closed."""

    protocol_version = "HTTP/1.1"
    timeout = _QUIET_SECONDS
    server: _Server

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        """Addresses a person looks at are not written down."""

    def do_CONNECT(self) -> None:
        gateway = self.server.gateway
        host, _, port = self.path.rpartition(":")
        host = host.strip("[]").lower()
        self.close_connection = True
        try:
            far = gateway.connect(host, int(port))
        except (UserError, ValueError, _Closed):
            self._refuse()
            return
        with far:
            self.send_response_only(200, "Connection established")
            self.end_headers()
            try:
                self._relay(far)
            except (OSError, _Closed, httpcore.TimeoutException):
                return

    def _relay(self, far: socket.socket) -> None:
        gateway, near = self.server.gateway, self.connection
        with selectors.DefaultSelector() as waiting:
            waiting.register(near, selectors.EVENT_READ, far)
            waiting.register(far, selectors.EVENT_READ, near)
            while True:
                for key, _ in waiting.select(gateway.wait()):
                    source = near if key.data is far else far
                    data = source.recv(_CHUNK)
                    if not data:
                        return
                    if source is far:
                        gateway.count(len(data))
                    key.data.settimeout(_QUIET_SECONDS)
                    key.data.sendall(data)

    def _forward(self) -> None:
        gateway = self.server.gateway
        self.close_connection = True
        try:
            answer = gateway.forward(self._asked())
        except (UserError, ValueError, httpx.InvalidURL, _Closed):
            self._refuse()
            return
        try:
            self._answer(answer)
        except (OSError, _Closed, httpx.HTTPError, httpcore.TimeoutException):
            return
        finally:
            answer.close()

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = _forward  # noqa: N815

    def _asked(self) -> httpx.Request:
        url = httpx.URL(self.path)
        length = int(self.headers.get("content-length") or 0)
        if url.scheme != "http" or not url.host or not 0 <= length <= _LARGEST_UPLOAD:
            raise ValueError("not a request to forward")
        headers = [(name, value) for name, value in self.headers.items() if name.lower() not in _HOP_BY_HOP]
        timeout = httpx.Timeout(_QUIET_SECONDS, connect=_CONNECT_SECONDS).as_dict()
        body = self.rfile.read(length) if length else b""
        return httpx.Request(self.command, url, headers=headers, content=body, extensions={"timeout": timeout})

    def _answer(self, answer: httpx.Response) -> None:
        self.send_response_only(answer.status_code)
        for name, value in answer.headers.multi_items():
            if name.lower() not in _HOP_BY_HOP:
                self.send_header(name, value)
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            for chunk in _raw(answer):
                self.server.gateway.count(len(chunk))
                self.wfile.write(chunk)

    def _refuse(self) -> None:
        self.send_response_only(REFUSED)
        self.send_header("Content-Length", "0")
        self.send_header("Connection", "close")
        self.end_headers()


def _raw(answer: httpx.Response) -> Iterator[bytes]:
    """The body as it came, still packed."""
    stream = answer.stream
    if not isinstance(stream, httpx.SyncByteStream):
        raise TypeError("an answer that can't be read here")
    yield from stream


def _as_user_error(error: Exception, host: str) -> UserError:
    if isinstance(error, httpcore.TimeoutException):
        return trouble(httpx.ConnectTimeout(str(error)), host)
    return unreachable(host)

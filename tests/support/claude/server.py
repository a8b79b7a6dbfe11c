"""A real HTTP server on a real socket that behaves as Claude's API does, or as badly as it is told to."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.support.claude import control
from tests.support.claude.answers import Match, Value
from tests.support.claude.api import Api, Settings
from tests.support.claude.batches import Batches
from tests.support.claude.catalogue import Model
from tests.support.claude.dialect import Dialect
from tests.support.claude.exchange import ClientLeft, Exchange
from tests.support.claude.journal import Journal, Record, without_secrets
from tests.support.claude.problem import Problem
from tests.support.claude.request import Asked
from tests.support.claude.trouble import MESSAGES, Planned, Trouble

KEY = "sk-ant-test-key"
"""The key that is accepted unless another is given."""


class ClaudeServer:
    """A context manager; it listens inside the ``with``. ``url`` is the ``base_url`` for the SDK, ``key`` its key."""

    def __init__(self, *, port: int = 0, key: str = KEY) -> None:
        self.settings = Settings(key)
        self.api = Api(self.settings)
        self.journal = Journal()
        self.broken: list[Exception] = []
        self.ended = threading.Event()
        self._port = port
        self._listener: _Listener | None = None

    # Life

    def __enter__(self) -> ClaudeServer:
        self.come_back()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        if self.broken and error is None:
            raise self.broken[0]

    def stop(self) -> None:
        self.api.troubles.forget()
        self.go_down()
        self.api.troubles.close()
        self.ended.set()

    def go_down(self) -> None:
        """Refuse connections and break those there are, until ``come_back``."""
        if self._listener is not None:
            self._listener.end()
            self._listener = None

    def come_back(self) -> None:
        """Listen, at the same address as before."""
        if self._listener is None:
            self._listener = _Listener(self, self._port)
            self._port = self._listener.server_port
            self.api.base = self.url

    @contextmanager
    def down(self) -> Iterator[None]:
        """As when the machine is offline."""
        self.go_down()
        yield
        self.come_back()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    @property
    def key(self) -> str:
        return self.settings.key

    @property
    def batches(self) -> Batches:
        return self.api.batches

    # What it says

    def answer(self, match: Match, value: Value, *, times: int | None = None) -> None:
        """``match``: words of the system prompt, the title of the schema, or a predicate of the request; "" fits all.

        ``value``: a dict or pydantic model (sent as JSON), a string, a list of blocks, a ``Reply``, or a function from
        the request (``Asked``: system, user, schema, model, body) to one of these. Counted answers go first, in order.
        """
        self.api.script.answer(match, value, times)

    def misbehave(
        self, trouble: Trouble | str, *, times: int | None = 1, match: Callable[[Asked], bool] | None = None, **how: Any
    ) -> Planned:
        """Meet the next request(s) with this trouble (``times=None``: all). ``how``: see ``Planned``.

        What holds an answer (``SLOW_FIRST_BYTE``, ``STALL``) does so until ``release`` of what this returns.
        """
        return self.api.troubles.plan(Planned(Trouble(trouble), times=times, match=match, **how))

    def behave(self) -> None:
        """Forget every planned trouble and let go what is held."""
        self.api.troubles.forget()

    def speak(self, dialect: Dialect) -> None:
        """Behave as another server that speaks the protocol does."""
        self.settings.dialect = dialect

    def change_model(self, name: str, **changes: Any) -> Model:
        """``change_model("claude-haiku-5-5", lifecycle="deprecated")``"""
        self.api.models[name] = replace(self.api.models[name], **changes)
        return self.api.models[name]

    def pass_time(self, seconds: float) -> None:
        """For the prompt cache, which forgets after five minutes."""
        self.api.cache.pass_time(seconds)

    # What it heard

    def requests(self, path: str | None = MESSAGES) -> list[Record]:
        """What came to this path (None: to any), in order."""
        return self.journal.records(path)

    def wait_for_request(self, count: int = 1, *, path: str | None = MESSAGES, timeout: float = 10) -> Record:
        """The ``count``-th request to ``path``, as soon as it is there (it may not be answered yet)."""

        def arrived(records: list[Record]) -> list[Record]:
            return [one for one in records if path in (None, one.path)][count - 1 : count]

        found: list[Record] = self.journal.wait_for(arrived, timeout)
        return found[0]

    def wait_until_finished(self, record: Record, timeout: float = 10) -> Record:
        """The record when nothing more will be sent; ``closed_early`` then says whether the client left before that."""
        self.journal.wait_for(lambda _: record.finished, timeout)
        return record


class _Listener(ThreadingHTTPServer):
    """Knows its connections, so that it can end them; joins its threads."""

    daemon_threads = False
    block_on_close = True
    request_queue_size = 64

    def __init__(self, owner: ClaudeServer, port: int) -> None:
        self.owner = owner
        self._connections: set[socket.socket] = set()
        self._lock = threading.Lock()
        super().__init__(("127.0.0.1", port), _Handler)
        self._thread = threading.Thread(target=self.serve_forever, args=(0.02,), name="claude")
        self._thread.start()

    def process_request(self, request: Any, client_address: Any) -> None:
        with self._lock:
            self._connections.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        with self._lock:
            self._connections.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that leaves between two requests is nobody's fault; what breaks inside one the handler keeps."""

    def end(self) -> None:
        self.shutdown()
        self._thread.join()
        with self._lock:
            for connection in self._connections:
                try:
                    connection.shutdown(socket.SHUT_RDWR)
                except OSError:
                    continue  # it has just ended by itself
        self.server_close()


class _Handler(BaseHTTPRequestHandler):
    """One connection, one request after another."""

    server: _Listener
    protocol_version = "HTTP/1.1"
    server_version = "claude"
    sys_version = ""
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def do_DELETE(self) -> None:
        self._serve()

    def log_message(self, *_: Any) -> None:
        """The journal is the log."""

    def _serve(self) -> None:
        owner = self.server.owner
        address = urlsplit(self.path)
        query = parse_qs(address.query)
        body = _parsed(self.rfile.read(int(self.headers.get("content-length") or 0)))
        if address.path.startswith(control.PREFIX):
            control.serve(self, owner, address.path, query, body)
            return
        headers = without_secrets(dict(self.headers.items()))
        record = owner.journal.begin(Record(self.command, address.path, query, headers, self._key(), body))
        closed_early = False
        try:
            self._answer(Exchange(self, owner.journal, record))
        except (ClientLeft, ConnectionError):
            closed_early = True
            self.close_connection = True
        finally:
            owner.journal.note(record, finished=True, closed_early=closed_early)

    def _answer(self, exchange: Exchange) -> None:
        owner = self.server.owner
        request_id = exchange.record.request_id
        try:
            owner.api.serve(exchange)
        except Problem as problem:
            headers = {"request-id": request_id} | problem.headers
            exchange.send_json(problem.status, problem.as_json(request_id), headers)
        except (ClientLeft, ConnectionError):
            raise
        except Exception as error:  # noqa: BLE001 - a script's mistake: the test is told when the server ends
            owner.broken.append(error)
            headers = {"request-id": request_id, "x-should-retry": "false"}
            exchange.send_json(500, Problem(500, f"the fake broke: {error!r}").as_json(request_id), headers)

    def _key(self) -> str:
        sent = self.headers.get("x-api-key") or (self.headers.get("authorization") or "").removeprefix("Bearer ")
        return "none" if not sent else "right" if sent == self.server.owner.key else "wrong"


def _parsed(body: bytes) -> Any:
    try:
        return json.loads(body) if body else None
    except ValueError:
        return body.decode("utf-8", "replace")

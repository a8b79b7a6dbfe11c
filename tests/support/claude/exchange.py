"""One answer on its way to the client: whole, in pieces, held, torn, or noticed to be unwanted."""

from __future__ import annotations

import json
import os
import socket
import struct
import time
from collections.abc import Iterable
from http.server import BaseHTTPRequestHandler
from typing import Any

from tests.support.claude.gate import is_gone
from tests.support.claude.journal import Journal, Record
from tests.support.claude.message import Event
from tests.support.claude.trouble import Planned, Trouble

EVENT_TROUBLES = {
    Trouble.STALL,
    Trouble.CUT,
    Trouble.RESET,
    Trouble.ENDS_EARLY,
    Trouble.ERROR_EVENT,
    Trouble.MALFORMED_EVENT,
}
HALF_AN_EVENT = Event("content_block_delta", '{"type": "content_block_delta", "index": 0, "del')


class ClientLeft(Exception):  # noqa: N818 - nothing went wrong
    """The other side closed the connection before everything was sent."""


class Exchange:
    """A request that came and the connection to answer it on. ``planned``: the trouble it has met."""

    planned: Planned | None = None

    def __init__(self, handler: BaseHTTPRequestHandler, journal: Journal, record: Record) -> None:
        self._handler = handler
        self._journal = journal
        self.record = record

    @property
    def client(self) -> socket.socket:
        connection: socket.socket = self._handler.connection
        return connection

    def send_json(self, status: int, body: Any, headers: dict[str, str] | None = None) -> None:
        self.send(status, "application/json", json.dumps(body, ensure_ascii=False).encode(), headers)

    def send(self, status: int, content_type: str, body: bytes, headers: dict[str, str] | None = None) -> None:
        """A trouble with the connection strikes in the middle of the body."""
        self._begin(status, {"content-type": content_type, "content-length": str(len(body))} | (headers or {}))
        planned = self.planned
        if planned is None or planned.trouble not in (Trouble.STALL, Trouble.CUT, Trouble.RESET):
            self._write(body)
            return
        self._write(body[: len(body) // 2])
        if planned.trouble is Trouble.STALL:
            self.hold(planned)
            self._write(body[len(body) // 2 :])
        else:
            self.tear(reset=planned.trouble is Trouble.RESET)

    def send_events(self, events: Iterable[Event], headers: dict[str, str], pace: float) -> None:
        """``pace``: seconds between two pieces of text, for demonstrations."""
        self._begin(200, {"content-type": "text/event-stream; charset=utf-8", "transfer-encoding": "chunked"} | headers)
        waiting = self.planned if self.planned and self.planned.trouble in EVENT_TROUBLES else None
        for event in events:
            if waiting and self._strikes(waiting, event):
                struck, waiting = waiting, None
                if self._strike(struck):
                    return
            if event.says:
                self._note_text(pace)
            self._send_chunk(event.encoded())
        self._send_chunk(b"")

    def hold(self, planned: Planned) -> None:
        """Wait until the test lets go."""
        if not planned.gate.hold(self.client):
            raise ClientLeft

    def tear(self, *, reset: bool = False) -> None:
        """Close the connection as it stands; ``reset``: as a crash does, rather than politely."""
        self._handler.close_connection = True
        if reset:
            linger = struct.pack("hh" if os.name == "nt" else "ii", 1, 0)
            self.client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            self._handler.rfile.close()
            self.client.close()

    def _strikes(self, planned: Planned, event: Event) -> bool:
        """After its number of deltas, or with the end of an answer that has fewer."""
        return (event.says and self.record.sent_text_deltas >= planned.after) or event.name == "message_delta"

    def _strike(self, planned: Planned) -> bool:
        """Whether that was the end of it."""
        match planned.trouble:
            case Trouble.STALL:
                self.hold(planned)
            case Trouble.MALFORMED_EVENT:
                self._send_chunk(HALF_AN_EVENT.encoded())
            case Trouble.ERROR_EVENT:
                error = {"type": planned.error_type, "message": "The answer can not be finished."}
                body = {"type": "error", "error": error, "request_id": self.record.request_id}
                self._send_chunk(Event.of(body).encoded())
                self._send_chunk(b"")
                return True
            case Trouble.ENDS_EARLY:
                self._send_chunk(b"")
                return True
            case _:
                self.tear(reset=planned.trouble is Trouble.RESET)
                return True
        return False

    def _note_text(self, pace: float) -> None:
        record = self.record
        if record.first_text_ns is None:
            self._journal.note(record, first_text_ns=time.perf_counter_ns(), sent_text_deltas=1)
            return
        if pace and is_gone(self.client, pace):
            raise ClientLeft
        self._journal.note(record, sent_text_deltas=record.sent_text_deltas + 1)

    def _begin(self, status: int, headers: dict[str, str]) -> None:
        self._journal.note(self.record, status=status)
        if is_gone(self.client):
            raise ClientLeft
        self._handler.send_response(status)
        for name, value in headers.items():
            self._handler.send_header(name, value)
        self._handler.end_headers()

    def _send_chunk(self, data: bytes) -> None:
        self._write(f"{len(data):x}\r\n".encode() + data + b"\r\n")

    def _write(self, data: bytes) -> None:
        if is_gone(self.client):
            raise ClientLeft
        self._handler.wfile.write(data)

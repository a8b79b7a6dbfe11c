"""A server that only looks as if it spoke the protocol: its stream's events are not what they call themselves."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.model import Outcome
from tests.foundation.llm.conftest import Desk, question

BEGIN = {"type": "message_start", "message": {"usage": {"input_tokens": 3, "output_tokens": 1}}}


def _delta(delta: object) -> dict[str, object]:
    return {"type": "content_block_delta", "index": 0, "delta": delta}


class _Odd(ThreadingHTTPServer):
    daemon_threads = True
    events: list[Any]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Answer(BaseHTTPRequestHandler):
    server: _Odd

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        """Quiet."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["content-length"]))
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.end_headers()
        for event in self.server.events:
            kind = event["type"] if isinstance(event, dict) else "message_start"
            self.wfile.write(f"event: {kind}\ndata: {json.dumps(event)}\n\n".encode())


@pytest.fixture
def odd() -> Iterator[_Odd]:
    with _Odd(("127.0.0.1", 0), _Answer) as server:
        serving = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        serving.start()
        yield server
        server.shutdown()
        serving.join()


@pytest.mark.parametrize(
    ("events", "outcome"),
    [
        ([{"type": "message_start"}], Outcome.FAILED),
        ([{"type": "message_start", "message": None}], Outcome.FAILED),
        ([["a", "list"]], Outcome.FAILED),
        ([{"type": "message_start", "message": {"usage": {"input_tokens": 10**25}}}], Outcome.FAILED),
        ([{"type": "message_start", "message": {"usage": {"input_tokens": -5}}}], Outcome.FAILED),
        ([BEGIN, _delta(None)], Outcome.CUT),
        ([BEGIN, _delta({"type": "text_delta"})], Outcome.CUT),
        ([BEGIN, _delta({"type": "text_delta", "text": 5})], Outcome.CUT),
    ],
)
def test_it_is_told_and_written_down_as_no_answer(desk: Desk, odd: _Odd, events: list[Any], outcome: Outcome) -> None:
    odd.events = events
    desk.settings.choose(claude_endpoint=odd.url)
    with pytest.raises(UserError) as problem:
        desk.claude.ask(question())
    assert problem.value.code == "claude-garbled"
    [call] = desk.claude.ledger.calls()
    assert (call.outcome, call.error) == (outcome, "claude-garbled")

"""Puts a reply together from the events of a stream, and knows at any moment what has been used so far."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

from careercoach_desktop.foundation.llm.model import Outcome, Usage
from careercoach_desktop.foundation.llm.tokens import guess_tokens
from careercoach_desktop.foundation.llm.wire import Block, CallBroken, Reply

if TYPE_CHECKING:
    from careercoach_desktop.foundation.errors import UserError
    from careercoach_desktop.foundation.llm.protocol import OnText

Event = dict[str, Any]

_MOST_TOKENS = 1_000_000_000
"""More than any model takes or gives; beyond it a number is none."""


class NotTheProtocol(Exception):  # noqa: N818 - says what the other side is, as faults do
    """What came is no event of the protocol, whatever it calls itself."""


class Receiving:
    """One call's reply in the making; used on the line's thread, read by whoever waited once that has ended."""

    def __init__(self, on_text: OnText | None) -> None:
        self._on_text = on_text
        self._begin = time.monotonic()
        self._blocks: dict[int, Block] = {}
        self._json: dict[int, str] = {}
        self._usage: dict[str, int] = {}
        self._stop = ""
        self._explanation = ""
        self._first: float | None = None
        self.request_id = ""
        self.begun = False
        """Whether the server has taken the request and begun to answer."""
        self.is_whole = False

    def take(self, event: Event) -> None:
        """One event; of a type we don't know: nothing. Raises ``NotTheProtocol`` for one that is not what it says."""
        try:
            text = self._taken(event)
        except (LookupError, TypeError, AttributeError, ValueError) as exc:
            raise NotTheProtocol from exc
        self._tell(text)

    def _taken(self, event: Event) -> str:
        """Remember it; the piece of the answer's text that it brings."""
        kind = event.get("type")
        if kind == "message_start":
            self._count(event["message"].get("usage"))
            self.begun = True
        elif kind == "content_block_start":
            self._blocks[event["index"]] = dict(event["content_block"])
            return str(event["content_block"].get("text") or "")
        elif kind == "content_block_delta":
            return self._extend(event["index"], event["delta"])
        elif kind == "content_block_stop" and event["index"] in self._json:
            self._blocks[event["index"]]["input"] = json.loads(self._json.pop(event["index"]) or "{}")
        elif kind == "message_delta":
            self._stop = event["delta"].get("stop_reason") or self._stop
            details = event["delta"].get("stop_details") or {}
            self._explanation = str(details.get("explanation") or "")
            self._count(event.get("usage"))
        elif kind == "message_stop":
            self.is_whole = True
        return ""

    def reply(self) -> Reply:
        """The whole of it."""
        blocks = tuple(self._blocks[number] for number in sorted(self._blocks))
        return Reply(blocks, self._stop, self.usage, self.request_id, self._first, self._explanation)

    @property
    def usage(self) -> Usage:
        """As the server counted; of a reply that broke off, the output is guessed from what had come."""
        count = self._usage
        output = count.get("output_tokens", 0)
        if not self.is_whole and self.begun:
            said = [str(block.get("text") or block.get("thinking") or "") for block in self._blocks.values()]
            output = max(output, guess_tokens(*said))
        return Usage(
            count.get("input_tokens", 0),
            output,
            count.get("cache_read_input_tokens", 0),
            count.get("cache_creation_input_tokens", 0),
            max(count.get("web_search_requests", 0), self._searches_seen),
        )

    @property
    def _searches_seen(self) -> int:
        """How many came back with pages: those are charged, also when the answer breaks off after them."""
        results = [block for block in self._blocks.values() if block.get("type") == "web_search_tool_result"]
        return sum(isinstance(block.get("content"), list) for block in results)

    def broken(self, error: UserError, outcome: Outcome, request_id: str = "") -> CallBroken:
        """The end without a whole reply."""
        self.request_id = self.request_id or request_id
        return CallBroken(error, outcome, self.reply())

    def _extend(self, index: int, delta: Event) -> str:
        block = self._blocks.setdefault(index, {"type": "text", "text": ""})
        kind = delta.get("type")
        if kind == "text_delta":
            block["text"] = str(block.get("text") or "") + delta["text"]
            return str(delta["text"])
        if kind == "thinking_delta":
            block["thinking"] = str(block.get("thinking") or "") + delta["thinking"]
        elif kind == "signature_delta":
            block["signature"] = str(block.get("signature") or "") + delta["signature"]
        elif kind == "input_json_delta":
            self._json[index] = self._json.get(index, "") + delta["partial_json"]
        elif kind == "citations_delta":
            block["citations"] = [*(block.get("citations") or []), delta["citation"]]
        return ""

    def _count(self, usage: Event | None) -> None:
        counts = (usage or {}) | ((usage or {}).get("server_tool_use") or {})
        told = {name: number for name, number in counts.items() if isinstance(number, int)}
        if any(not 0 <= number < _MOST_TOKENS for number in told.values()):
            raise ValueError("no number of tokens")
        self._usage |= told

    def _tell(self, text: str) -> None:
        if not text:
            return
        if self._first is None:
            self._first = time.monotonic() - self._begin
        if self._on_text is not None:
            self._on_text(text)

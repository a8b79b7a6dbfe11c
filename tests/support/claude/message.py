"""A reply as the API sends it: one JSON message, or the same as a stream of events in the exact order."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from tests.support.claude.answers import Reply, text_block
from tests.support.claude.cache import Counted
from tests.support.claude.request import tokens
from tests.support.claude.trouble import Trouble

THOUGHT = "The person wants a careful answer. I will keep to what was sent."
THINKING = {"type": "thinking", "thinking": THOUGHT, "signature": "c2lnbmF0dXJlIG9mIHRoZSBmYWtl"}
SEARCH = {"type": "server_tool_use", "id": "srvtoolu_1", "name": "web_search", "input": {"query": "the company"}}
SHAPELESS = {"nothing_of": "what was asked"}
REFUSED = {"type": "refusal", "category": "general_harms", "explanation": "This request was declined by the model."}


@dataclass(frozen=True)
class Event:
    """One server-sent event. ``says``: it carries text of the answer."""

    name: str
    data: str
    says: bool = False

    @classmethod
    def of(cls, body: dict[str, Any], *, says: bool = False) -> Event:
        return cls(body["type"], json.dumps(body, ensure_ascii=False), says)

    def encoded(self) -> bytes:
        return f"event: {self.name}\ndata: {self.data}\n\n".encode()


def troubled(reply: Reply, trouble: Trouble | None) -> Reply:
    """The reply as this trouble makes it."""
    text = reply.text
    half = text_block(text[: max(1, len(text) // 2)])
    made = {
        Trouble.MAX_TOKENS: Reply([half], "max_tokens"),
        Trouble.CONTEXT_EXCEEDED: Reply([half], "model_context_window_exceeded"),
        Trouble.REFUSAL: Reply([], "refusal", stop_details=REFUSED),
        Trouble.PAUSE_TURN: Reply([text_block("I will look that up."), SEARCH], "pause_turn"),
        Trouble.INVALID_JSON: Reply([text_block("{" + text[1:].replace('"', "'").rstrip("}"))]),
        Trouble.SCHEMA_VIOLATION: Reply([text_block(json.dumps(SHAPELESS))]),
        Trouble.NOTHING: Reply([]),
    }
    return reply if trouble is None else made.get(trouble, reply)


def with_thinking(reply: Reply, *, shown: bool = True) -> Reply:
    if reply.content and reply.content[0]["type"] == "thinking":
        return reply
    thought = THINKING if shown else THINKING | {"thinking": ""}
    return replace(reply, content=[thought, *reply.content])


def within(reply: Reply, most: int) -> Reply:
    """Cut at the most tokens the request allows; thinking counts too."""
    left = most * 4
    kept: list[dict[str, Any]] = []
    for block in reply.content:
        size = _size(block)
        if size <= left:
            kept.append(block)
            left -= size
            continue
        if block["type"] == "text" and left:
            kept.append(text_block(block["text"][:left]))
        return Reply(kept, "max_tokens")
    return reply


def usage(reply: Reply, counted: Counted, *, caches: bool, tier: str = "standard") -> dict[str, Any]:
    thinking = tokens(sum(_size(block) for block in reply.content if block["type"] == "thinking"))
    found: dict[str, Any] = {"input_tokens": counted.fresh, "output_tokens": max(1, _output_tokens(reply))}
    if not caches:
        return found
    results = [block for block in reply.content if block["type"] == "web_search_tool_result"]
    searches = sum(isinstance(block["content"], list) for block in results)  # one that failed is not charged
    return found | {
        "cache_creation_input_tokens": counted.written,
        "cache_read_input_tokens": counted.read,
        "cache_creation": {
            "ephemeral_5m_input_tokens": counted.written_5m,
            "ephemeral_1h_input_tokens": counted.written_1h,
        },
        "output_tokens_details": {"thinking_tokens": thinking},
        "server_tool_use": {"web_search_requests": searches, "web_fetch_requests": 0} if searches else None,
        "service_tier": tier,
    }


def as_message(reply: Reply, used: dict[str, Any], model: str, request_id: str) -> dict[str, Any]:
    return {
        "id": request_id.replace("req_", "msg_", 1),
        "type": "message",
        "role": "assistant",
        "model": model,
        "content": reply.content,
        "stop_reason": reply.stop_reason,
        "stop_sequence": reply.stop_sequence,
        "stop_details": reply.stop_details,
        "usage": used,
    }


def as_events(message: dict[str, Any], *, size: int, sprinkled: bool) -> Iterator[Event]:
    """``size``: characters of one delta. ``sprinkled``: with pings and events no client knows, where they may come."""
    used = message["usage"]
    begun = message | {"content": [], "stop_reason": None, "stop_details": None, "usage": used | {"output_tokens": 1}}
    begun["usage"].pop("output_tokens_details", None)
    yield Event.of({"type": "message_start", "message": begun})
    if sprinkled:
        yield Event.of({"type": "unknown_to_all", "why": "new events may be added at any time"})
    for index, block in enumerate(message["content"]):
        yield Event.of({"type": "content_block_start", "index": index, "content_block": _empty(block)})
        if index == 0:
            yield Event.of({"type": "ping"})
        for number, delta in enumerate(_deltas(block, size)):
            body = {"type": "content_block_delta", "index": index, "delta": delta}
            yield Event.of(body, says=delta["type"] == "text_delta")
            if sprinkled and number % 5 == 4:
                yield Event.of({"type": "ping"})
        yield Event.of({"type": "content_block_stop", "index": index})
    ending = {name: message[name] for name in ("stop_reason", "stop_sequence", "stop_details")}
    # The split by lifetime and the tier are told at the start only.
    total = {name: value for name, value in used.items() if name not in ("cache_creation", "service_tier")}
    yield Event.of({"type": "message_delta", "delta": ending, "usage": total})
    yield Event.of({"type": "message_stop"})


def _empty(block: dict[str, Any]) -> dict[str, Any]:
    """A block as it is before its deltas; blocks that have none are sent whole."""
    emptied: dict[str, dict[str, Any]] = {
        "text": {"text": ""},
        "thinking": {"thinking": "", "signature": ""},
        "server_tool_use": {"input": {}},
    }
    without = {key: value for key, value in block.items() if key != "citations"}
    return without | emptied.get(block["type"], emptied["server_tool_use"] if block["type"] == "tool_use" else {})


def _deltas(block: dict[str, Any], size: int) -> Iterator[dict[str, Any]]:
    if block["type"] == "text":
        for piece in _pieces(block["text"], size):
            yield {"type": "text_delta", "text": piece}
        for citation in block.get("citations") or ():
            yield {"type": "citations_delta", "citation": citation}
    elif block["type"] == "thinking":
        for piece in _pieces(block["thinking"], size):
            yield {"type": "thinking_delta", "thinking": piece}
        yield {"type": "signature_delta", "signature": block["signature"]}
    elif block["type"] in ("tool_use", "server_tool_use"):
        for piece in _pieces(json.dumps(block["input"]), size):
            yield {"type": "input_json_delta", "partial_json": piece}


def _pieces(text: str, size: int) -> Iterator[str]:
    for start in range(0, len(text), size):
        yield text[start : start + size]


def _size(block: dict[str, Any]) -> int:
    words = {"text": "text", "thinking": "thinking"}.get(block["type"])
    return len(block[words]) if words else len(json.dumps(block))


def _output_tokens(reply: Reply) -> int:
    return tokens(sum(_size(block) for block in reply.content))

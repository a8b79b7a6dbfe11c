"""A request as the scripts and the tests see it: who is asked, with which words, for what shape of answer."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Segment:
    """A piece of the prompt, in the cache's order. ``lifetime``: seconds, where a prefix to be kept ends."""

    text: str
    lifetime: float | None = None


@dataclass(frozen=True)
class Asked:
    """The parsed body of ``/v1/messages``."""

    body: dict[str, Any]

    @property
    def model(self) -> str:
        return str(self.body.get("model", ""))

    @property
    def streams(self) -> bool:
        return bool(self.body.get("stream"))

    @property
    def max_tokens(self) -> int:
        return int(self.body.get("max_tokens", 0))

    @property
    def effort(self) -> str | None:
        return (self.body.get("output_config") or {}).get("effort")

    @property
    def schema(self) -> dict[str, Any] | None:
        wanted = (self.body.get("output_config") or {}).get("format") or {}
        schema: dict[str, Any] | None = wanted.get("schema")
        return schema

    @property
    def title(self) -> str:
        """The schema's title: the name of the pydantic model that was asked for."""
        return str((self.schema or {}).get("title", ""))

    @property
    def system(self) -> str:
        return "\n".join(_text(block) for block in blocks(self.body.get("system")))

    @property
    def user(self) -> str:
        """Everything that was said in the user's name."""
        said = [message for message in self.messages if message.get("role") == "user"]
        return "\n".join(_text(block) for message in said for block in blocks(message.get("content")))

    @property
    def messages(self) -> list[dict[str, Any]]:
        return list(self.body.get("messages") or ())

    @property
    def tokens(self) -> int:
        return tokens(sum(len(segment.text) for segment in self.segments()))

    def segments(self) -> Iterator[Segment]:
        """Tools, schema, system, messages; a mark on the whole request is one on its last block."""
        found = list(self._segments())
        if found and (mark := self.body.get("cache_control")):
            found[-1] = Segment(found[-1].text, _lifetime(mark))
        yield from found

    def _segments(self) -> Iterator[Segment]:
        for tool in self.body.get("tools") or ():
            yield _segment(tool)
        if self.schema is not None:
            yield Segment(json.dumps(self.schema))
        for block in blocks(self.body.get("system")):
            yield _segment(block)
        for message in self.messages:
            for block in blocks(message.get("content")):
                yield _segment(block, message.get("role", ""))


def blocks(content: Any) -> list[dict[str, Any]]:
    """Text or a list of blocks as a list of blocks."""
    if not content:
        return []
    return [{"type": "text", "text": content}] if isinstance(content, str) else list(content)


def tokens(characters: int) -> int:
    """Four characters are a token here."""
    return math.ceil(characters / 4)


def _text(block: dict[str, Any]) -> str:
    return str(block.get("text", ""))


def _segment(block: dict[str, Any], role: str = "") -> Segment:
    mark = block.get("cache_control")
    plain = {key: value for key, value in block.items() if key != "cache_control"}
    words = _text(plain) if plain.get("type") == "text" else json.dumps(plain)
    # Who said it is part of the prefix; a role is one character here.
    return Segment(role[:1] + words, _lifetime(mark) if mark else None)


def _lifetime(mark: dict[str, Any]) -> float:
    return 3_600.0 if mark.get("ttl") == "1h" else 300.0

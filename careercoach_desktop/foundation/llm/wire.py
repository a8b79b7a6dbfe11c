"""One exchange as it goes over the wire: what is sent, what came back, and how it broke off."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Collection
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.model import Attachment, Effort, Outcome, Part, Usage

Block = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Turn:
    """``content``: blocks of the protocol."""

    role: str
    content: tuple[Block, ...]


SEARCH_TOOL = "web_search_20250305"
"""The version of the search that most servers know."""
SYSTEM = -1
"""The system prompt's place among the marked parts."""


@dataclass(frozen=True, slots=True)
class Wire:
    """``schema`` None: the server is not held to one. ``system_mark``: the prompt cache keeps the system prompt.
    ``searches``: how often the web may be searched."""

    model: str
    system: str
    turns: tuple[Turn, ...]
    max_tokens: int
    effort: Effort | None = None
    schema: dict[str, Any] | None = None
    system_mark: bool = False
    searches: int = 0

    @classmethod
    def opening(
        cls, model: str, system: str, parts: tuple[Part, ...], max_tokens: int, marks: Collection[int] = ()
    ) -> Wire:
        """The first exchange: the parts as one turn. ``marks``: where the prompt cache keeps what came so far, by the
        parts' numbers and ``SYSTEM``."""
        blocks: list[Block] = []
        for number, part in enumerate(parts):
            told: Block = {"type": "text", "text": part.text}
            block = told if part.attachment is None else _attached(part.attachment)
            if number in marks:
                block["cache_control"] = {"type": "ephemeral"}
            blocks.append(block)
        return cls(model, system, (Turn("user", tuple(blocks)),), max_tokens, system_mark=SYSTEM in marks)

    def after(self, said: tuple[Block, ...], answer: str = "") -> Wire:
        """The next exchange: what the model said, unchanged, and then ``answer`` (nothing: let it go on). Empty words
        are left out: no turn and no text of one may be empty."""
        words = tuple(block for block in said if block.get("type") != "text" or str(block.get("text") or "").strip())
        turns = (*self.turns, Turn("assistant", words)) if words else self.turns
        if answer:
            turns = (*turns, Turn("user", ({"type": "text", "text": answer},)))
        return replace(self, turns=turns)

    def parameters(self) -> dict[str, Any]:
        """As the protocol takes them, but for the schema, which is still whole (see ``adapter``)."""
        system: Block = {"type": "text", "text": self.system}
        if self.system_mark:
            system["cache_control"] = {"type": "ephemeral"}
        parameters: dict[str, Any] = {
            "model": self.model,
            "max_tokens": self.max_tokens,
            "system": [system],
            "messages": [{"role": turn.role, "content": list(turn.content)} for turn in self.turns],
        }
        config: dict[str, Any] = {}
        if self.effort is not None:
            config["effort"] = self.effort.value
        if self.schema is not None:
            config["format"] = {"type": "json_schema", "schema": self.schema}
        if self.searches:
            parameters["tools"] = [{"type": SEARCH_TOOL, "name": "web_search", "max_uses": self.searches}]
        return parameters | ({"output_config": config} if config else {})

    def key(self, agent: str, version: int, endpoint: str) -> str:
        """What names this exchange among the kept answers: everything that could change the answer. How long that
        may be is no part of it: an answer that was cut off is not kept, and one that needed more room answers this."""
        asked = {name: value for name, value in self.parameters().items() if name != "max_tokens"}
        told = json.dumps([agent, version, endpoint, asked], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(told.encode()).hexdigest()


def _attached(attachment: Attachment) -> Block:
    kind = "document" if attachment.media_type == "application/pdf" else "image"
    data = base64.b64encode(attachment.data).decode("ascii")
    return {"type": kind, "source": {"type": "base64", "media_type": attachment.media_type, "data": data}}


@dataclass(frozen=True, slots=True)
class Reply:
    """``blocks`` in their order, thinking included; ``stop`` the protocol's reason; ``explanation`` of a refusal."""

    blocks: tuple[Block, ...]
    stop: str
    usage: Usage = field(default_factory=Usage)
    request_id: str = ""
    first_token: float | None = None
    explanation: str = ""

    @property
    def text(self) -> str:
        """What was said, whatever stands before or between it."""
        return "".join(str(block.get("text", "")) for block in self.blocks if block.get("type") == "text")

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Reply:
        values = json.loads(text)
        return cls(**{**values, "blocks": tuple(values["blocks"]), "usage": Usage(**values["usage"])})


@dataclass(frozen=True, slots=True)
class BatchLine:
    """What became of one request of a batch: ``succeeded`` with its reply, ``errored`` with a ``code`` of ours,
    ``canceled`` or ``expired``."""

    custom_id: str
    kind: str
    reply: Reply | None = None
    code: str = ""


class CallBroken(Exception):  # noqa: N818 - it carries the error a person is shown
    """A call that gave no whole reply: what to tell the person, what to write down, and what had come by then."""

    def __init__(self, error: UserError, outcome: Outcome, come: Reply):
        super().__init__(error.code)
        self.error = error
        self.outcome = outcome
        self.come = come

"""What is answered to whom: rules given by the test, and what is said when no rule fits."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.support.claude.request import Asked
from tests.support.claude.schema import smallest

Match = str | Callable[[Asked], bool]
Value = Any
"""A dict or pydantic model (sent as JSON text), a string, a list of blocks, a ``Reply``, or a function from the request
to one of these."""
DEFAULT_TEXT = "This is what the model would say."


@dataclass(frozen=True)
class Reply:
    """An answer with everything a script may decide about it."""

    content: list[dict[str, Any]]
    stop_reason: str = "end_turn"
    stop_sequence: str | None = None
    stop_details: dict[str, Any] | None = None

    @property
    def text(self) -> str:
        return "".join(block["text"] for block in self.content if block["type"] == "text")


@dataclass
class _Rule:
    match: Match
    value: Value
    times: int | None = field(default=None)

    def fits(self, asked: Asked) -> bool:
        if callable(self.match):
            return self.match(asked)
        return self.match == asked.title or self.match in asked.system


class Script:
    """Counted rules are used first, in the order they were given; of the standing ones the newest."""

    def __init__(self) -> None:
        self._rules: list[_Rule] = []
        self._lock = threading.Lock()

    def answer(self, match: Match, value: Value, times: int | None = None) -> None:
        """``match``: a predicate, the title of the schema, or words of the system prompt; an empty one fits all."""
        with self._lock:
            self._rules.append(_Rule(match, value, times))

    def reply(self, asked: Asked, *, structured: bool = True) -> Reply:
        """``structured``: the server honours the schema (else only a script can give JSON)."""
        value = self._value(asked)
        if value is None:
            fitting = structured and asked.schema is not None
            value = smallest(asked.schema or {}) if fitting else DEFAULT_TEXT
            return Reply([text_block(json.dumps(value) if fitting else value)])
        return as_reply(value(asked) if callable(value) else value)

    def _value(self, asked: Asked) -> Value:
        with self._lock:
            counted = [rule for rule in self._rules if rule.times is not None]
            standing = [rule for rule in reversed(self._rules) if rule.times is None]
            rule = next((rule for rule in counted + standing if rule.fits(asked)), None)
            if rule is None:
                return None
            if rule.times is not None:
                rule.times -= 1
                if rule.times == 0:
                    self._rules.remove(rule)
            return rule.value


def as_reply(value: Any) -> Reply:
    if isinstance(value, Reply):
        return value
    if isinstance(value, str):
        return Reply([text_block(value)])
    if isinstance(value, Mapping):
        return Reply([text_block(json.dumps(value, ensure_ascii=False))])
    if hasattr(value, "model_dump_json"):
        return Reply([text_block(value.model_dump_json())])
    if isinstance(value, Sequence):
        return Reply([dict(block) for block in value])
    raise TypeError(f"{type(value).__name__} is no answer")


def text_block(text: str) -> dict[str, Any]:
    return {"type": "text", "text": text}

"""How other servers that speak the same protocol differ from Claude's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Dialect:
    """``structured_outputs``: honoured, ignored (the answer is prose), or refused with a 400.

    ``models``: Claude’s list, a plain one of ids, or none (404). A local server has its own models (``local_models``)
    and asks for no key. ``dataclasses.replace`` makes variants.
    """

    name: str = "claude"
    structured_outputs: Literal["honoured", "ignored", "refused"] = "honoured"
    models: Literal["claude", "plain", "missing"] = "claude"
    local_models: tuple[str, ...] = ()
    counts_tokens: bool = True
    caches: bool = True
    has_batches: bool = True
    thinks: bool = True
    asks_for_key: bool = True
    has_request_ids: bool = True

    @property
    def is_claude(self) -> bool:
        return self.name == "claude"


CLAUDE = Dialect()
OLLAMA = Dialect(
    name="ollama",
    structured_outputs="ignored",
    models="plain",
    local_models=("llama3.2:latest", "qwen3:8b"),
    counts_tokens=False,
    caches=False,
    has_batches=False,
    thinks=False,
    asks_for_key=False,
    has_request_ids=False,
)
LM_STUDIO = Dialect(
    name="lm-studio",
    structured_outputs="refused",
    models="plain",
    local_models=("openai/gpt-oss-20b",),
    counts_tokens=False,
    caches=False,
    has_batches=False,
    thinks=False,
    asks_for_key=False,
    has_request_ids=False,
)
LLAMA_CPP = Dialect(
    name="llama.cpp",
    structured_outputs="ignored",
    models="missing",
    local_models=("any",),
    counts_tokens=False,
    caches=False,
    has_batches=False,
    thinks=False,
    asks_for_key=False,
    has_request_ids=False,
)
DIALECTS = {dialect.name: dialect for dialect in (CLAUDE, OLLAMA, LM_STUDIO, LLAMA_CPP)}

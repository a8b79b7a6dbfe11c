"""The models the fake serves: what each can do, how much it takes, when it goes, as ``/v1/models`` tells it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

CURRENT = ("low", "medium", "high", "xhigh", "max")


@dataclass(frozen=True)
class Model:
    """One entry. ``thinking``: the ``thinking.type`` values it takes; with ``adaptive`` among them it thinks by itself.
    ``cache_minimum``: tokens below which a marked prefix is not kept. ``sampling``: takes ``temperature`` and the like,
    a prefilled answer and a forced tool, as older models do.
    """

    id: str
    display_name: str
    line: str
    created_at: str
    lifecycle: str = "active"
    deprecated_at: str | None = None
    retires_at: str | None = None
    max_input_tokens: int = 1_000_000
    max_tokens: int = 128_000
    cache_minimum: int = 1_024
    efforts: tuple[str, ...] = CURRENT
    thinking: tuple[str, ...] = ("adaptive", "disabled")
    structured_outputs: bool = True
    sampling: bool = False
    web_search: bool = True

    @property
    def thinks(self) -> bool:
        return "adaptive" in self.thinking

    def as_json(self) -> dict[str, Any]:
        return {
            "type": "model",
            "id": self.id,
            "display_name": self.display_name,
            "created_at": self.created_at,
            "deprecated_at": self.deprecated_at,
            "lifecycle": self.lifecycle,
            "line": self.line,
            "max_input_tokens": self.max_input_tokens,
            "max_tokens": self.max_tokens,
            "retires_at": self.retires_at,
            "capabilities": self._capabilities(),
        }

    def _capabilities(self) -> dict[str, Any]:
        yes = {"supported": True}
        efforts = {name: {"supported": name in self.efforts} for name in CURRENT}
        return {
            "batch": yes,
            "citations": yes,
            "code_execution": yes,
            "context_management": {
                "supported": True,
                "clear_thinking_20251015": yes,
                "clear_tool_uses_20250919": yes,
                "compact_20260112": {"supported": not self.sampling},
            },
            "effort": {"supported": bool(self.efforts)} | efforts,
            "image_input": yes,
            "pdf_input": yes,
            "server_tools": {
                "supported": True,
                "web_search": {"supported": self.web_search},
                "code_execution": yes,
            },
            "structured_outputs": {"supported": self.structured_outputs},
            "thinking": {
                "supported": bool(self.thinking),
                "types": {
                    name: {"supported": name in self.thinking}
                    for name in ("adaptive", "between_tools", "disabled", "enabled")
                },
            },
        }


def catalogue() -> dict[str, Model]:
    """Newest first, by id; a server has a copy of its own to change."""
    models = (
        Model("claude-haiku-5-5", "Claude Haiku 5.5", "haiku", "2026-10-20T00:00:00Z"),
        Model("claude-sonnet-5-5", "Claude Sonnet 5.5", "sonnet", "2026-10-06T00:00:00Z", thinking=("adaptive",)),
        Model("claude-opus-5-5", "Claude Opus 5.5", "opus", "2026-09-15T00:00:00Z"),
        Model(
            "claude-sonnet-4-5-20250929",
            "Claude Sonnet 4.5",
            "sonnet",
            "2025-09-29T00:00:00Z",
            lifecycle="deprecated",
            deprecated_at="2026-06-01T00:00:00Z",
            retires_at="2026-11-30T00:00:00Z",
            max_input_tokens=200_000,
            max_tokens=64_000,
            efforts=(),
            thinking=("enabled", "disabled"),
            sampling=True,
        ),
        Model(
            "claude-3-5-haiku-20241022",
            "Claude Haiku 3.5",
            "haiku",
            "2024-10-22T00:00:00Z",
            lifecycle="retired",
            deprecated_at="2025-12-01T00:00:00Z",
            retires_at="2026-02-19T00:00:00Z",
            max_input_tokens=200_000,
            max_tokens=8_192,
            cache_minimum=2_048,
            efforts=(),
            thinking=("disabled",),
            structured_outputs=False,
            sampling=True,
        ),
    )
    return {model.id: model for model in models}

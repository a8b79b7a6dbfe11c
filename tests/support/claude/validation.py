"""What the real API refuses, with its status and error shape, in the order it looks."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from tests.support.claude import schema as schemas
from tests.support.claude.catalogue import CURRENT, Model
from tests.support.claude.problem import Problem
from tests.support.claude.request import Asked, blocks

FIELDS = {
    "cache_control",
    "container",
    "diagnostics",
    "inference_geo",
    "max_tokens",
    "messages",
    "metadata",
    "model",
    "output_config",
    "service_tier",
    "speed",
    "stop_sequences",
    "stream",
    "system",
    "thinking",
    "tool_choice",
    "tools",
}
SAMPLING = ("temperature", "top_p", "top_k")
BLOCKS = {
    "text",
    "image",
    "document",
    "search_result",
    "thinking",
    "redacted_thinking",
    "tool_use",
    "tool_result",
    "server_tool_use",
    "web_search_tool_result",
    "web_fetch_tool_result",
    "code_execution_tool_result",
}
SEARCH_TOOLS = ("web_search_20250305", "web_search_20260209", "web_search_20260318")
SEARCH_FIELDS = {
    "type",
    "name",
    "max_uses",
    "allowed_domains",
    "blocked_domains",
    "user_location",
    "cache_control",
    "allowed_callers",
    "defer_loading",
    "strict",
}
MOST_MARKS = 4


def check_version(headers: Mapping[str, str]) -> None:
    if not headers.get("anthropic-version"):
        raise Problem(400, "anthropic-version: header is required")


def find_model(models: Mapping[str, Model], name: Any) -> Model:
    if not isinstance(name, str) or not name:
        raise Problem(400, "model: Field required")
    model = models.get(name)
    if model is None or model.lifecycle == "retired":
        raise Problem(404, f"model: {name}")
    return model


def check_count(body: dict[str, Any], models: Mapping[str, Model]) -> None:
    """A request to ``count_tokens``: like a message, but nothing about the answer's length."""
    if unknown := sorted(body.keys() - (FIELDS - {"max_tokens", "stream", "metadata", "stop_sequences"})):
        raise Problem(400, f"{unknown[0]}: Extra inputs are not permitted")
    model = find_model(models, body.get("model"))
    _check_messages(body)
    _check_output(body, model)
    _check_marks(body)


def check_message(body: dict[str, Any], models: Mapping[str, Model], paused: list[Any]) -> Model:
    """The model, if all is well. ``paused``: contents of answers that paused, which may be sent back to go on."""
    model = find_model(models, body.get("model"))
    _check_fields(body, model)
    _check_length(body, model)
    _check_messages(body)
    _check_prefill(body, model, paused)
    _check_thinking(body, model)
    _check_tools(body, model)
    _check_output(body, model)
    _check_marks(body)
    if (asked := Asked(body)).tokens > model.max_input_tokens:
        raise Problem(400, f"prompt is too long: {asked.tokens} tokens > {model.max_input_tokens} maximum")
    return model


def _check_fields(body: dict[str, Any], model: Model) -> None:
    for name in SAMPLING:
        if name in body and not model.sampling:
            raise Problem(400, f"{name}: this parameter is not supported by {model.id}")
    if unknown := sorted(body.keys() - FIELDS - set(SAMPLING)):
        raise Problem(400, f"{unknown[0]}: Extra inputs are not permitted")
    for name in ("max_tokens", "messages"):
        if name not in body:
            raise Problem(400, f"{name}: Field required")
    if not isinstance(body.get("stream", False), bool):
        raise Problem(400, "stream: Input should be a valid boolean")
    if set(body.get("metadata") or {}) - {"user_id"}:
        raise Problem(400, "metadata: Extra inputs are not permitted")


def _check_length(body: dict[str, Any], model: Model) -> None:
    wanted = body["max_tokens"]
    if not isinstance(wanted, int) or isinstance(wanted, bool) or wanted < 1:
        raise Problem(400, "max_tokens: Input should be greater than or equal to 1")
    if wanted > model.max_tokens:
        why = f"{wanted} > {model.max_tokens}, which is the maximum allowed number of output tokens for {model.id}"
        raise Problem(400, f"max_tokens: {why}")


def _check_messages(body: dict[str, Any]) -> None:
    messages = body.get("messages")
    if not isinstance(messages, list) or not messages:
        raise Problem(400, "messages: at least one message is required")
    for at, message in enumerate(messages):
        if not isinstance(message, dict) or set(message) != {"role", "content"}:
            raise Problem(400, f"messages.{at}: a message has a role and a content")
        if message["role"] not in ("user", "assistant"):
            raise Problem(400, f"messages.{at}.role: Input should be 'user' or 'assistant'")
        _check_content(message["content"], f"messages.{at}.content")
    if messages[0]["role"] != "user":
        raise Problem(400, 'messages: first message must use the "user" role')
    if "system" in body:
        _check_content(body["system"], "system", only_text=True)


def _check_content(content: Any, where: str, *, only_text: bool = False) -> None:
    if isinstance(content, str):
        if not content and not only_text:
            raise Problem(400, f"{where}: must have non-empty content")
        return
    if not isinstance(content, list) or not content:
        raise Problem(400, f"{where}: must have non-empty content")
    for at, block in enumerate(content):
        kind = block.get("type") if isinstance(block, dict) else None
        if kind not in BLOCKS or (only_text and kind != "text"):
            raise Problem(
                400, f"{where}.{at}: Input tag '{kind}' found using 'type' does not match any of the expected tags"
            )
        if kind == "text" and not str(block.get("text", "")).strip():
            raise Problem(400, f"{where}.{at}.text: text content blocks must contain non-whitespace text")


def _check_prefill(body: dict[str, Any], model: Model, paused: list[Any]) -> None:
    last = body["messages"][-1]
    if last["role"] != "assistant" or model.sampling:
        return
    if without_blanks(blocks(last["content"])) not in paused:
        raise Problem(
            400, "This model does not support assistant message prefill. The conversation must end with a user message."
        )


def without_blanks(value: Any) -> Any:
    """A value as compared after a round trip through a client, which adds or drops fields that are null."""
    if isinstance(value, dict):
        return {key: without_blanks(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [without_blanks(inner) for inner in value]
    return value


def _check_thinking(body: dict[str, Any], model: Model) -> None:
    if (thinking := body.get("thinking")) is None:
        return
    kind = thinking.get("type")
    if kind not in model.thinking:
        raise Problem(400, f'thinking.type: "{kind}" is not supported by {model.id}')
    if "budget_tokens" in thinking and kind != "enabled":
        raise Problem(400, f"thinking.{kind}.budget_tokens: Extra inputs are not permitted")
    if kind == "enabled" and not 1_024 <= thinking.get("budget_tokens", 0) < body["max_tokens"]:
        raise Problem(400, "thinking.enabled.budget_tokens: must be at least 1024 and less than max_tokens")


def _check_tools(body: dict[str, Any], model: Model) -> None:
    choice = (body.get("tool_choice") or {}).get("type")
    if choice in ("any", "tool") and not model.sampling:
        raise Problem(400, f'tool_choice: forced tool use ("{choice}") is not supported by {model.id}')
    for at, tool in enumerate(body.get("tools") or ()):
        if not tool.get("name"):
            raise Problem(400, f"tools.{at}.name: Field required")
        if "type" not in tool and "input_schema" not in tool:
            raise Problem(400, f"tools.{at}.input_schema: Field required")
        if str(tool.get("type", "")).startswith("web_search"):
            _check_search(tool, f"tools.{at}", body, model)


def _check_search(tool: dict[str, Any], where: str, body: dict[str, Any], model: Model) -> None:
    if tool["type"] not in SEARCH_TOOLS:
        raise Problem(400, f"{where}: Input tag '{tool['type']}' found using 'type' does not match any of the tags")
    if tool["name"] != "web_search":
        raise Problem(400, f"{where}.name: Input should be 'web_search'")
    if unknown := sorted(tool.keys() - SEARCH_FIELDS):
        raise Problem(400, f"{where}.{unknown[0]}: Extra inputs are not permitted")
    most = tool.get("max_uses")
    if most is not None and (not isinstance(most, int) or isinstance(most, bool) or most < 1):
        raise Problem(400, f"{where}.max_uses: Input should be greater than or equal to 1")
    if tool.get("allowed_domains") and tool.get("blocked_domains"):
        raise Problem(400, f"{where}: allowed_domains and blocked_domains can not both be given")
    if not model.web_search:
        raise Problem(400, f"{where}: web search is not supported by {model.id}")
    if (body.get("output_config") or {}).get("format") is not None:
        raise Problem(400, "output_config.format: citations cannot be combined with structured outputs")


def _check_output(body: dict[str, Any], model: Model) -> None:
    config = body.get("output_config")
    if config is None:
        return
    if unknown := sorted(set(config) - {"effort", "format"}):
        raise Problem(400, f"output_config.{unknown[0]}: Extra inputs are not permitted")
    effort = config.get("effort")
    if effort is not None and effort not in CURRENT:
        raise Problem(400, "output_config.effort: Input should be 'low', 'medium', 'high', 'xhigh' or 'max'")
    if effort is not None and effort not in model.efforts:
        raise Problem(400, f"output_config.effort: this model does not support the effort parameter: {model.id}")
    if (wanted := config.get("format")) is not None:
        _check_format(wanted, body, model)


def _check_format(wanted: Any, body: dict[str, Any], model: Model) -> None:
    if not model.structured_outputs:
        raise Problem(400, f"output_config.format: structured outputs are not supported by {model.id}")
    if not isinstance(wanted, dict) or wanted.get("type") != "json_schema" or set(wanted) != {"type", "schema"}:
        raise Problem(400, "output_config.format: Input should be {'type': 'json_schema', 'schema': …}")
    schemas.check(wanted["schema"])
    if '"citations": {"enabled": true}' in json.dumps(body["messages"]):
        raise Problem(400, "output_config.format: citations cannot be combined with structured outputs")


def _check_marks(body: dict[str, Any]) -> None:
    marks = [segment for segment in Asked(body).segments() if segment.lifetime]
    if len(marks) > MOST_MARKS:
        raise Problem(400, f"A maximum of {MOST_MARKS} blocks with cache_control may be provided. Found {len(marks)}.")

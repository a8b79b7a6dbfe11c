"""What the real API refuses, the fake refuses, with the error the SDK makes of it."""

from __future__ import annotations

from typing import Any

import anthropic
import pytest
from pydantic import BaseModel

from tests.support.claude import ClaudeServer
from tests.support.claude.questions import Posting, marked, question

OLDER = "claude-sonnet-4-5-20250929"
TOOL = {"name": "look_up", "input_schema": {"type": "object", "properties": {}}}
PREFILL = [{"role": "user", "content": "Give JSON."}, {"role": "assistant", "content": "{"}]


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"extra_body": {"temperature": 0.2}}, "temperature"),
        ({"extra_body": {"top_p": 0.9}}, "top_p"),
        ({"extra_body": {"top_k": 5}}, "top_k"),
        ({"extra_body": {"seed": 1}}, "seed: Extra inputs"),
        ({"thinking": {"type": "enabled", "budget_tokens": 1_024}}, "thinking.type"),
        ({"thinking": {"type": "disabled"}}, "thinking.type"),
        (
            {"thinking": {"type": "adaptive"}, "extra_body": {"thinking": {"type": "adaptive", "budget_tokens": 1}}},
            "budget",
        ),
        ({"tools": [TOOL], "tool_choice": {"type": "tool", "name": "look_up"}}, "forced tool use"),
        ({"messages": PREFILL}, "prefill"),
        ({"messages": []}, "at least one message"),
        ({"messages": [{"role": "user", "content": ""}]}, "non-empty content"),
        ({"max_tokens": 128_001, "timeout": 60}, "128001 > 128000"),
        ({"max_tokens": 0}, "max_tokens"),
        ({"output_config": {"effort": "enormous"}}, "effort"),
        ({"metadata": {"agent": "parser"}}, "metadata"),
        ({"system": [marked(word) for word in "abcde"]}, "A maximum of 4 blocks"),
        ({"model": OLDER, "output_config": {"effort": "low"}}, "does not support the effort"),
        ({"messages": [{"role": "user", "content": "x" * 4_000_004}]}, "prompt is too long"),
    ],
)
@pytest.mark.filterwarnings("ignore:The model .* is deprecated:DeprecationWarning")
def test_a_request_the_api_would_refuse(client: anthropic.Anthropic, more: dict[str, Any], why: str) -> None:
    with pytest.raises(anthropic.BadRequestError, match=why) as refused:
        client.messages.create(**question() | more)

    assert refused.value.type == "invalid_request_error"
    assert refused.value.request_id


def test_max_tokens_can_not_be_left_out(client: anthropic.Anthropic) -> None:
    body = question()
    del body["max_tokens"]

    with pytest.raises(anthropic.BadRequestError, match="max_tokens: Field required"):
        client.post("/v1/messages", cast_to=object, body=body)


@pytest.mark.parametrize("model", ["claude-nonsense", "claude-3-5-haiku-20241022"])
@pytest.mark.filterwarnings("ignore:The model .* is deprecated:DeprecationWarning")
def test_a_model_nobody_has_or_that_is_retired(client: anthropic.Anthropic, model: str) -> None:
    with pytest.raises(anthropic.NotFoundError) as refused:
        client.messages.create(**question(model=model))

    assert refused.value.type == "not_found_error"


@pytest.mark.filterwarnings("ignore:The model .* is deprecated:DeprecationWarning")
def test_an_older_model_takes_what_the_current_ones_refuse(client: anthropic.Anthropic) -> None:
    asked = question(model=OLDER, messages=PREFILL, extra_body={"temperature": 0})

    assert client.messages.create(**asked).stop_reason == "end_turn"


def object_of(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


@pytest.mark.parametrize(
    ("schema", "why"),
    [
        ({"type": "object", "properties": {}}, "additionalProperties"),
        (object_of(inner={"type": "object", "properties": {}}), "additionalProperties"),
        (object_of(many={"type": "array", "items": {"type": "object", "properties": {}}}), "additionalProperties"),
        (object_of(one={"anyOf": [{"type": "null"}, {"type": "object"}]}), "additionalProperties"),
        (object_of(score={"type": "integer", "maximum": 100}), "maximum"),
        (object_of(name={"type": "string", "minLength": 1}), "minLength"),
        (object_of(names={"type": "array", "items": {"type": "string"}, "minItems": 2}), "minItems"),
        (object_of(address={"type": "string", "format": "iban"}), "iban"),
        (object_of(anything={}), "type is missing"),
        (object_of(lost={"$ref": "#/$defs/Lost"}), "could not be resolved"),
        ({"$ref": "#/$defs/A", "$defs": {"A": object_of(again={"$ref": "#/$defs/A"})}}, "Recursive"),
        (
            object_of() | {"$defs": {"A": object_of(b={"$ref": "#/$defs/B"}), "B": object_of(a={"$ref": "#/$defs/A"})}},
            "Recursive",
        ),
    ],
)
def test_a_schema_that_is_not_taken(client: anthropic.Anthropic, schema: dict[str, Any], why: str) -> None:
    config = {"format": {"type": "json_schema", "schema": schema}}

    with pytest.raises(anthropic.BadRequestError, match=why):
        client.messages.create(**question(), output_config=config)
    with pytest.raises(anthropic.BadRequestError, match=why):
        client.messages.count_tokens(model=question()["model"], messages=question()["messages"], output_config=config)


def test_a_model_used_twice_in_a_schema_is_not_recursion(client: anthropic.Anthropic) -> None:
    class Place(BaseModel):
        city: str

    class Journey(BaseModel):
        start: Place
        end: Place
        stops: list[Place]

    journey = client.messages.parse(**question(), output_format=Journey).parsed_output

    assert journey == Journey(start=Place(city="text"), end=Place(city="text"), stops=[])


@pytest.mark.parametrize("streams", [False, True])
def test_a_wrong_key_and_none(claude: ClaudeServer, streams: bool) -> None:
    with anthropic.Anthropic(base_url=claude.url, api_key="sk-ant-other", max_retries=0) as client:
        with pytest.raises(anthropic.AuthenticationError, match="invalid x-api-key"):
            client.messages.create(**question(), stream=streams)
        with pytest.raises(anthropic.AuthenticationError, match="header is required"):
            client.models.list(extra_headers={"Authorization": anthropic.Omit()})

    assert [record.key for record in claude.requests(None)] == ["wrong", "none"]


def test_the_older_header_for_the_key_is_accepted(claude: ClaudeServer, client: anthropic.Anthropic) -> None:
    headers = {"Authorization": anthropic.Omit(), "x-api-key": claude.key}

    assert client.messages.create(**question(), extra_headers=headers).stop_reason == "end_turn"


def test_the_version_must_be_said(client: anthropic.Anthropic) -> None:
    with pytest.raises(anthropic.BadRequestError, match="anthropic-version"):
        client.messages.create(**question(), extra_headers={"anthropic-version": anthropic.Omit()})


def test_what_the_sdk_makes_of_a_pydantic_model_is_taken(client: anthropic.Anthropic) -> None:
    schema = anthropic.transform_schema(Posting)

    message = client.messages.create(
        **question(), output_config={"effort": "high", "format": {"type": "json_schema", "schema": schema}}
    )

    assert Posting.model_validate_json(message.content[-1].text)

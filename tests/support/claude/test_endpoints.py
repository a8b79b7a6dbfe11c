"""Models, batches, other servers' ways, and the fake as a process of its own."""

from __future__ import annotations

from typing import Any

import anthropic
import pydantic
import pytest

from tests.support.claude import (
    DEFAULT_TEXT,
    KEY,
    LLAMA_CPP,
    LM_STUDIO,
    OLLAMA,
    ClaudeServer,
    Dialect,
    Trouble,
    launched,
)
from tests.support.claude.questions import Posting, question


def test_models_tell_what_they_can_do_and_when_they_go(claude: ClaudeServer, client: anthropic.Anthropic) -> None:
    models = {model.id: model for model in client.models.list()}

    sonnet, older = models["claude-sonnet-5-5"], models["claude-sonnet-4-5-20250929"]
    assert (sonnet.display_name, sonnet.line, sonnet.lifecycle) == ("Claude Sonnet 5.5", "sonnet", "active")
    assert (sonnet.max_input_tokens, sonnet.max_tokens, sonnet.retires_at) == (1_000_000, 128_000, None)
    assert sonnet.capabilities.effort.supported
    assert sonnet.capabilities.effort.medium.supported
    assert sonnet.capabilities.structured_outputs.supported
    assert sonnet.capabilities.server_tools.web_search.supported
    assert not sonnet.capabilities.thinking.types.disabled.supported
    assert (older.lifecycle, older.retires_at.date().isoformat()) == ("deprecated", "2026-11-30")
    assert not older.capabilities.effort.supported
    assert "claude-3-5-haiku-20241022" not in models


def test_models_by_page_by_stage_and_one_alone(claude: ClaudeServer, client: anthropic.Anthropic) -> None:
    assert len(list(client.models.list(limit=1))) == 4
    assert len(claude.requests("/v1/models")) == 4
    assert [model.id for model in client.models.list(lifecycle=["retired"])] == ["claude-3-5-haiku-20241022"]
    assert client.models.retrieve("claude-haiku-5-5").line == "haiku"
    with pytest.raises(anthropic.NotFoundError):
        client.models.retrieve("claude-nonsense")


def test_a_batch_is_worked_through_and_gives_each_its_result(claude: ClaudeServer, client: anthropic.Anthropic) -> None:
    claude.batches.hold = True
    requests: list[Any] = [
        {"custom_id": "good", "params": question()},
        {"custom_id": "bad", "params": question() | {"temperature": 1}},
    ]
    batch = client.messages.batches.create(requests=requests)
    assert client.messages.batches.retrieve(batch.id).processing_status == "in_progress"

    claude.batches.hold = False
    done = client.messages.batches.retrieve(batch.id)
    assert (done.processing_status, done.request_counts.succeeded, done.request_counts.errored) == ("ended", 1, 1)
    results = {one.custom_id: one.result for one in client.messages.batches.results(batch.id)}
    assert results["good"].message.content[-1].text == DEFAULT_TEXT
    assert results["good"].message.usage.service_tier == "batch"
    assert results["bad"].error.error.type == "invalid_request_error"


def test_a_cancelled_batch_gives_nothing(claude: ClaudeServer, client: anthropic.Anthropic) -> None:
    claude.batches.hold = True
    batch = client.messages.batches.create(requests=[{"custom_id": "one", "params": question()}])
    assert client.messages.batches.cancel(batch.id).processing_status == "canceling"

    claude.batches.hold = False
    assert client.messages.batches.retrieve(batch.id).request_counts.canceled == 1
    assert [one.result.type for one in client.messages.batches.results(batch.id)] == ["canceled"]


@pytest.mark.parametrize("dialect", [OLLAMA, LM_STUDIO, LLAMA_CPP], ids=lambda dialect: dialect.name)
def test_another_server_answers_but_can_do_less(claude: ClaudeServer, dialect: Dialect) -> None:
    claude.speak(dialect)
    asked = question(model=dialect.local_models[0])
    with anthropic.Anthropic(base_url=claude.url, api_key="anything", max_retries=0) as client:
        message = client.messages.create(**asked)
        assert [block.type for block in message.content] == ["text"]
        assert message.usage.cache_read_input_tokens is None
        assert message._request_id is None
        with pytest.raises(anthropic.NotFoundError):
            client.messages.count_tokens(model=asked["model"], messages=asked["messages"])
        with pytest.raises(anthropic.NotFoundError):
            client.messages.create(**question())
        with client.messages.stream(**asked) as stream:
            assert stream.get_final_text() == DEFAULT_TEXT


def test_structured_outputs_are_ignored_by_one_and_refused_by_another(claude: ClaudeServer) -> None:
    with anthropic.Anthropic(base_url=claude.url, api_key="anything", max_retries=0) as client:
        claude.speak(OLLAMA)
        with pytest.raises(pydantic.ValidationError):
            client.messages.parse(**question(model="qwen3:8b"), output_format=Posting)
        claude.speak(LM_STUDIO)
        with pytest.raises(anthropic.BadRequestError):
            client.messages.parse(**question(model="openai/gpt-oss-20b"), output_format=Posting)


def test_a_plain_list_of_models_has_nothing_but_ids(claude: ClaudeServer, client: anthropic.Anthropic) -> None:
    claude.speak(OLLAMA)
    models = list(client.models.list())
    assert [model.id for model in models] == ["llama3.2:latest", "qwen3:8b"]
    assert (models[0].display_name, models[0].lifecycle, models[0].capabilities) == (None, None, None)

    claude.speak(LLAMA_CPP)
    with pytest.raises(anthropic.NotFoundError):
        client.models.list()


def script(server: ClaudeServer) -> None:
    """What ``--answers`` calls in the process."""
    server.answer("", "from the script")


def test_in_a_process_of_its_own_it_is_told_and_asked_over_http() -> None:
    with (
        launched("--answers", f"{__name__}:script") as remote,
        anthropic.Anthropic(base_url=remote.url, api_key=KEY, max_retries=0) as client,
    ):
        assert client.messages.create(**question()).content[-1].text == "from the script"
        remote.answer("Posting", {"title": "Baker", "score": 3, "skills": ["dough"]}, times=1)
        assert client.messages.parse(**question(), output_format=Posting).parsed_output.title == "Baker"
        remote.misbehave(Trouble.RATE_LIMITED, retry_after="7")
        with pytest.raises(anthropic.RateLimitError) as raised:
            client.messages.create(**question())
        assert raised.value.response.headers["retry-after"] == "7"

        held = remote.misbehave(Trouble.STALL, after=1)
        with client.messages.stream(**question()):
            remote.wait_until_reached(held)
        ended = remote.wait_for_requests(4, finished=True)
        assert [one["status"] for one in ended] == [200, 200, 429, 200]
        assert [one["closed_early"] for one in ended] == [False, False, False, True]
        assert ended[1]["body"]["output_config"]["format"]["schema"]["title"] == "Posting"

        with pytest.raises(ValueError, match="nonsense"):
            remote.change(nonsense=True)


def test_the_process_ends_with_the_one_that_started_it() -> None:
    with launched("--dialect", "ollama") as remote:
        assert remote.requests() == []

    with pytest.raises(OSError, match=r"refused|reset"):
        remote.requests()

"""Each trouble, and what the real SDK makes of it: the facts that the product's error handling stands on."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import anthropic
import httpx2
import pydantic
import pytest

from tests.support.claude import DEFAULT_TEXT, ClaudeServer, Trouble
from tests.support.claude.conftest import async_client
from tests.support.claude.questions import Posting, question

ERRORS = {
    Trouble.BAD_KEY: (anthropic.AuthenticationError, "authentication_error"),
    Trouble.NO_CREDIT: (anthropic.PaymentRequiredError, "billing_error"),
    Trouble.LOW_BALANCE: (anthropic.BadRequestError, "invalid_request_error"),
    Trouble.SCHEMA_REFUSED: (anthropic.BadRequestError, "invalid_request_error"),
    Trouble.FORBIDDEN: (anthropic.PermissionDeniedError, "permission_error"),
    Trouble.UNKNOWN_MODEL: (anthropic.NotFoundError, "not_found_error"),
    Trouble.TIMED_OUT: (anthropic.RequestTimeoutError, "timeout_error"),
    Trouble.TOO_LARGE: (anthropic.ContentTooLargeError, "request_too_large"),
    Trouble.RATE_LIMITED: (anthropic.RateLimitError, "rate_limit_error"),
    Trouble.SPEND_LIMIT: (anthropic.RateLimitError, "rate_limit_error"),
    Trouble.SERVER_ERROR: (anthropic.InternalServerError, "api_error"),
    Trouble.UNAVAILABLE: (anthropic.ServiceUnavailableError, "api_error"),
    Trouble.GATEWAY_TIMEOUT: (anthropic.GatewayTimeoutError, "timeout_error"),
    Trouble.OVERLOADED: (anthropic.OverloadedError, "overloaded_error"),
}
BEFORE_AN_ANSWER = {
    Trouble.DROPPED: anthropic.APIConnectionError,
    Trouble.CUT: anthropic.APIConnectionError,
    Trouble.RESET: anthropic.APIConnectionError,
    Trouble.GARBAGE_JSON: json.JSONDecodeError,
}
IN_A_STREAM = {
    # None of these but the error event is an error of the SDK: they come through as they are.
    Trouble.CUT: httpx2.RemoteProtocolError,
    Trouble.RESET: httpx2.ReadError,
    Trouble.ERROR_EVENT: anthropic.APIStatusError,
    Trouble.MALFORMED_EVENT: json.JSONDecodeError,
    # No message has begun.
    Trouble.GARBAGE: AssertionError,
    Trouble.GARBAGE_JSON: AssertionError,
    Trouble.WRONG_JSON: AssertionError,
}


def read(client: anthropic.Anthropic, **more: Any) -> Any:
    with client.messages.stream(**question(**more)) as stream:
        return stream.get_final_message()


def read_async(server: ClaudeServer) -> Any:
    async def ask() -> Any:
        async with async_client(server) as client, client.messages.stream(**question()) as stream:
            return await stream.get_final_message()

    return asyncio.run(ask())


@pytest.mark.parametrize("trouble", ERRORS)
def test_an_error_has_its_class_its_type_and_a_request_id(
    claude: ClaudeServer, client: anthropic.Anthropic, trouble: Trouble
) -> None:
    kind, type_ = ERRORS[trouble]
    claude.misbehave(trouble, times=3)
    found: list[anthropic.APIStatusError] = []
    for ask in (lambda: client.messages.create(**question()), lambda: read(client), lambda: read_async(claude)):
        with pytest.raises(kind) as raised:
            ask()
        found.append(raised.value)

    assert [error.type for error in found] == [type_] * 3
    assert [error.request_id for error in found] == [record.request_id for record in claude.requests()]
    assert client.messages.create(**question()).stop_reason == "end_turn"


def test_a_spend_limit_tells_itself_by_its_code(claude: ClaudeServer, client: anthropic.Anthropic) -> None:
    claude.misbehave(Trouble.SPEND_LIMIT)

    with pytest.raises(anthropic.RateLimitError) as raised:
        client.messages.create(**question())

    assert raised.value.error_code == "enforced_spend_limit_reached"


@pytest.mark.parametrize("trouble", BEFORE_AN_ANSWER)
def test_a_whole_answer_that_does_not_arrive(
    claude: ClaudeServer, client: anthropic.Anthropic, trouble: Trouble
) -> None:
    claude.misbehave(trouble)

    with pytest.raises(BEFORE_AN_ANSWER[trouble]):
        client.messages.create(**question())


@pytest.mark.parametrize("trouble", IN_A_STREAM)
def test_a_stream_that_breaks(claude: ClaudeServer, client: anthropic.Anthropic, trouble: Trouble) -> None:
    claude.misbehave(trouble, times=2)

    with pytest.raises(IN_A_STREAM[trouble]):
        read(client)
    with pytest.raises(IN_A_STREAM[trouble]):
        read_async(claude)


def test_an_error_in_mid_stream_has_the_status_of_success(claude: ClaudeServer, client: anthropic.Anthropic) -> None:
    """So its class says nothing; its type does."""
    claude.misbehave(Trouble.ERROR_EVENT)

    with pytest.raises(anthropic.APIStatusError) as raised:
        read(client)

    assert (raised.value.status_code, raised.value.type) == (200, "overloaded_error")
    assert not isinstance(raised.value, anthropic.InternalServerError)
    assert raised.value.request_id == claude.requests()[0].request_id


def test_what_had_come_before_a_cut_was_there_to_read(claude: ClaudeServer, client: anthropic.Anthropic) -> None:
    claude.misbehave(Trouble.CUT, after=2)
    pieces: list[str] = []

    with pytest.raises(httpx2.RemoteProtocolError), client.messages.stream(**question()) as stream:
        pieces.extend(stream.text_stream)

    assert "".join(pieces) == DEFAULT_TEXT[:24]
    assert claude.requests()[0].sent_text_deltas == 2


def test_a_stream_that_just_ends_looks_like_a_whole_one(claude: ClaudeServer, client: anthropic.Anthropic) -> None:
    """The SDK raises nothing: only the missing ``stop_reason`` tells."""
    claude.misbehave(Trouble.ENDS_EARLY, times=2)

    for message in (read(client), read_async(claude)):
        assert message.stop_reason is None
        assert message.content[-1].text == DEFAULT_TEXT[:24]


def test_a_web_page_instead_of_an_answer_is_handed_on_as_text(
    claude: ClaudeServer, client: anthropic.Anthropic
) -> None:
    claude.misbehave(Trouble.GARBAGE)
    assert isinstance(client.messages.create(**question()), str)

    claude.misbehave(Trouble.WRONG_JSON)
    assert client.messages.create(**question()).content is None


@pytest.mark.parametrize(
    ("trouble", "reason"),
    [
        (Trouble.MAX_TOKENS, "max_tokens"),
        (Trouble.CONTEXT_EXCEEDED, "model_context_window_exceeded"),
        (Trouble.REFUSAL, "refusal"),
        (Trouble.PAUSE_TURN, "pause_turn"),
    ],
)
def test_why_it_stopped(claude: ClaudeServer, client: anthropic.Anthropic, trouble: Trouble, reason: str) -> None:
    claude.misbehave(trouble, times=2)

    assert client.messages.create(**question()).stop_reason == reason
    assert read(client).stop_reason == reason


def test_a_refusal_says_why_and_nothing_else(claude: ClaudeServer, client: anthropic.Anthropic) -> None:
    claude.misbehave(Trouble.REFUSAL)

    message = client.messages.parse(**question(), output_format=Posting)

    assert message.parsed_output is None
    assert message.content == []
    assert message.stop_details.category == "general_harms"


@pytest.mark.parametrize(
    "trouble", [Trouble.MAX_TOKENS, Trouble.INVALID_JSON, Trouble.SCHEMA_VIOLATION, Trouble.CONTEXT_EXCEEDED]
)
def test_the_sdks_own_parsing_fails_before_one_can_see_why_it_stopped(
    claude: ClaudeServer, client: anthropic.Anthropic, trouble: Trouble
) -> None:
    claude.misbehave(trouble, times=2)

    with pytest.raises(pydantic.ValidationError):
        client.messages.parse(**question(), output_format=Posting)
    with pytest.raises(pydantic.ValidationError):
        read(client, output_format=Posting)


def test_a_paused_turn_goes_on_when_it_is_sent_back_unchanged(
    claude: ClaudeServer, client: anthropic.Anthropic
) -> None:
    claude.misbehave(Trouble.PAUSE_TURN)
    paused = client.messages.create(**question())
    asked = question()["messages"]

    done = client.messages.create(**question(messages=[*asked, paused.to_param()]))
    assert done.content[-1].text == DEFAULT_TEXT

    changed = {"role": "assistant", "content": [{"type": "text", "text": "I paused, did I not?"}]}
    with pytest.raises(anthropic.BadRequestError, match="prefill"):
        client.messages.create(**question(messages=[*asked, changed]))


def test_cancelling_a_stream_closes_its_connection(claude: ClaudeServer, client: anthropic.Anthropic) -> None:
    held = claude.misbehave(Trouble.STALL, after=1)
    with client.messages.stream(**question()) as stream:
        assert next(stream.text_stream) == DEFAULT_TEXT[:12]
        held.wait_until_reached()

    record = claude.wait_until_finished(claude.wait_for_request())
    assert (record.closed_early, record.sent_text_deltas) == (True, 1)


def test_cancelling_before_the_first_byte_closes_the_connection_too(claude: ClaudeServer) -> None:
    held = claude.misbehave(Trouble.SLOW_FIRST_BYTE)

    async def ask() -> None:
        async with async_client(claude) as client:
            asking = asyncio.create_task(client.messages.create(**question()))
            await asyncio.to_thread(held.wait_until_reached)
            asking.cancel()
            with pytest.raises(asyncio.CancelledError):
                await asking

    asyncio.run(ask())
    assert claude.wait_until_finished(claude.requests()[0]).closed_early


def test_cancelling_a_task_that_reads_a_stream_closes_it(claude: ClaudeServer) -> None:
    held = claude.misbehave(Trouble.STALL, after=1)

    async def ask() -> None:
        async with async_client(claude) as client:

            async def listen() -> None:
                async with client.messages.stream(**question()) as stream:
                    await stream.until_done()

            listening = asyncio.create_task(listen())
            await asyncio.to_thread(held.wait_until_reached)
            listening.cancel()
            with pytest.raises(asyncio.CancelledError):
                await listening

    asyncio.run(ask())
    assert claude.wait_until_finished(claude.requests()[0]).closed_early


@pytest.mark.parametrize("trouble", [Trouble.SLOW_FIRST_BYTE, Trouble.STALL])
def test_what_is_held_goes_on_when_it_is_let(claude: ClaudeServer, trouble: Trouble) -> None:
    held = claude.misbehave(trouble)

    async def ask() -> Any:
        async with async_client(claude) as client:
            asking = asyncio.create_task(client.messages.create(**question()))
            await asyncio.to_thread(held.wait_until_reached)
            assert not asking.done()
            held.release()
            return await asking

    assert asyncio.run(ask()).content[-1].text == DEFAULT_TEXT


def test_the_sdk_waits_as_told_and_tries_again(claude: ClaudeServer) -> None:
    claude.misbehave(Trouble.RATE_LIMITED, retry_after="0.01", times=2)
    with anthropic.Anthropic(base_url=claude.url, api_key=claude.key, max_retries=2) as client:
        message = client.messages.create(**question())

    assert message.stop_reason == "end_turn"
    assert [record.status for record in claude.requests()] == [429, 429, 200]
    assert [record.headers["x-stainless-retry-count"] for record in claude.requests()] == ["0", "1", "2"]


def test_what_can_not_get_better_is_not_tried_again(claude: ClaudeServer) -> None:
    claude.misbehave(Trouble.NO_CREDIT, times=None)
    with (
        anthropic.Anthropic(base_url=claude.url, api_key=claude.key, max_retries=2) as client,
        pytest.raises(anthropic.PaymentRequiredError),
    ):
        client.messages.create(**question())

    assert len(claude.requests()) == 1


def test_a_server_that_is_gone_and_comes_back(claude: ClaudeServer, client: anthropic.Anthropic) -> None:
    with claude.down(), pytest.raises(anthropic.APIConnectionError):
        client.messages.create(**question())

    assert client.messages.create(**question()).stop_reason == "end_turn"


def test_a_redirect_takes_the_words_to_another_server_but_not_the_key(
    claude: ClaudeServer, client: anthropic.Anthropic
) -> None:
    """The SDK follows it unless its HTTP client is told not to."""
    with ClaudeServer() as stranger:
        claude.misbehave(Trouble.REDIRECT, location=f"{stranger.url}/v1/messages", times=2)
        with pytest.raises(anthropic.AuthenticationError):
            client.messages.create(**question("My whole résumé"))
        assert (stranger.requests()[0].key, stranger.requests()[0].asked.user) == ("none", "My whole résumé")

        staying = client.copy(http_client=anthropic.DefaultHttpxClient(follow_redirects=False))
        with staying, pytest.raises(anthropic.APIStatusError) as raised:
            staying.messages.create(**question())
        assert (raised.value.status_code, len(stranger.requests())) == (307, 1)


def test_a_trouble_may_meet_another_endpoint(claude: ClaudeServer, client: anthropic.Anthropic) -> None:
    claude.misbehave(Trouble.FORBIDDEN, path="/v1/models")

    assert client.messages.create(**question()).stop_reason == "end_turn"
    with pytest.raises(anthropic.PermissionDeniedError):
        client.models.list()

    claude.misbehave(Trouble.CUT, path="/v1/models")
    with pytest.raises(anthropic.APIConnectionError):
        client.models.list()


def test_a_trouble_meets_only_whom_it_is_meant_for(claude: ClaudeServer, client: anthropic.Anthropic) -> None:
    claude.misbehave(Trouble.OVERLOADED, match=lambda asked: "letter" in asked.system, times=None)

    assert client.messages.create(**question(system="You read postings.")).stop_reason == "end_turn"
    with pytest.raises(anthropic.OverloadedError):
        client.messages.create(**question(system="You write a letter."))
    claude.behave()
    assert client.messages.create(**question(system="You write a letter.")).stop_reason == "end_turn"

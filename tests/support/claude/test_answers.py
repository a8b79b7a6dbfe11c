"""The real SDK gets what it would get from Claude: messages, streams, structured answers, usage."""

from __future__ import annotations

import asyncio
import json

import anthropic
import pytest

from tests.support.claude import DEFAULT_TEXT, Asked, ClaudeServer, Reply, text_block
from tests.support.claude.conftest import async_client
from tests.support.claude.questions import Posting, marked, question


def test_a_message_has_a_thought_a_text_usage_and_a_request_id(
    claude: ClaudeServer, client: anthropic.Anthropic
) -> None:
    message = client.messages.create(**question("x" * 400, system="y" * 400))

    assert [block.type for block in message.content] == ["thinking", "text"]
    assert message.content[-1].text == DEFAULT_TEXT
    assert message.stop_reason == "end_turn"
    assert message._request_id == claude.requests()[0].request_id
    assert message.usage.input_tokens == 201  # each role counts as a character
    assert message.usage.output_tokens > message.usage.output_tokens_details.thinking_tokens > 0


def test_a_stream_has_the_events_in_the_apis_order(claude: ClaudeServer, client: anthropic.Anthropic) -> None:
    claude.settings.thinking = claude.settings.sprinkled = False
    claude.settings.delta_size = 1_000
    with client.messages.with_streaming_response.create(**question(), stream=True) as response:
        lines = [line for line in response.iter_lines() if line.startswith("event: ")]

    assert [line.removeprefix("event: ") for line in lines] == [
        "message_start",
        "content_block_start",
        "ping",
        "content_block_delta",
        "content_block_stop",
        "message_delta",
        "message_stop",
    ]


def test_a_streamed_text_comes_in_small_pieces_among_events_nobody_knows(
    claude: ClaudeServer, client: anthropic.Anthropic
) -> None:
    with client.messages.stream(**question()) as stream:
        events = list(stream)
        message = stream.get_final_message()

    pieces = [event.text for event in events if event.type == "text"]
    assert len(pieces) > 1
    assert "".join(pieces) == DEFAULT_TEXT == message.content[-1].text
    assert "unknown_to_all" in [event.type for event in events]
    assert message.stop_reason == "end_turn"
    assert message.usage.output_tokens > 1
    assert stream.request_id == claude.requests()[0].request_id


def test_without_a_script_a_structured_answer_is_the_smallest_that_fits(
    claude: ClaudeServer, client: anthropic.Anthropic
) -> None:
    parsed = client.messages.parse(**question(), output_format=Posting).parsed_output
    with client.messages.stream(**question(), output_format=Posting) as stream:
        streamed = stream.get_final_message().parsed_output

    assert parsed == streamed == Posting(title="text", score=1, skills=["text"])


def test_a_script_knows_its_agent_by_the_schema_the_system_prompt_or_a_predicate(
    claude: ClaudeServer, client: anthropic.Anthropic
) -> None:
    claude.answer("Posting", {"title": "Baker", "score": 7, "skills": ["dough"]})
    claude.answer("You write letters", lambda asked: f"Dear {asked.user},")
    claude.answer(lambda asked: asked.user.startswith("Weather"), [text_block("Rain, "), text_block("then sun.")])

    assert client.messages.parse(**question(), output_format=Posting).parsed_output.title == "Baker"
    letter = client.messages.create(**question("Ms Grey", system="You write letters."))
    assert letter.content[-1].text == "Dear Ms Grey,"
    weather = client.messages.create(**question("Weather?"))
    assert [block.text for block in weather.content[1:]] == ["Rain, ", "then sun."]


def test_counted_answers_are_used_in_their_order_and_then_the_standing_one(
    claude: ClaudeServer, client: anthropic.Anthropic
) -> None:
    claude.answer("", "always")
    claude.answer("", "first", times=1)
    claude.answer("", "second", times=1)

    said = [client.messages.create(**question()).content[-1].text for _ in range(4)]

    assert said == ["first", "second", "always", "always"]


def test_a_script_sees_what_was_asked(claude: ClaudeServer, client: anthropic.Anthropic) -> None:
    seen: list[Asked] = []
    claude.answer("", lambda asked: seen.append(asked) or Posting(title="Cook", score=2, skills=["soup"]))

    client.messages.parse(**question("Read this."), output_format=Posting, output_config={"effort": "low"})

    asked = seen[0]
    assert (asked.title, asked.user, asked.effort, asked.streams) == ("Posting", "Read this.", "low", False)
    assert asked.schema["additionalProperties"] is False


def test_a_script_that_breaks_is_told_when_the_server_ends() -> None:
    def ask(server: ClaudeServer) -> None:
        server.answer("", lambda asked: asked.body["no such field"])
        with anthropic.Anthropic(base_url=server.url, api_key=server.key) as client:
            with pytest.raises(anthropic.InternalServerError, match="the fake broke"):
                client.messages.create(**question())
            assert len(server.requests()) == 1  # the SDK is told not to try again

    with pytest.raises(KeyError, match="no such field"), ClaudeServer() as server:
        ask(server)


def test_an_answer_longer_than_asked_for_is_cut(claude: ClaudeServer, client: anthropic.Anthropic) -> None:
    claude.settings.thinking = False
    claude.answer("", "word " * 1_000)

    message = client.messages.create(**question(max_tokens=50))

    assert (message.stop_reason, message.usage.output_tokens) == ("max_tokens", 50)


def test_search_results_and_their_citations_survive_streaming(
    claude: ClaudeServer, client: anthropic.Anthropic
) -> None:
    found = {"type": "web_search_result", "url": "https://example.com/a", "title": "A", "encrypted_content": "eA=="}
    cited = {
        "type": "web_search_result_location",
        "url": "https://example.com/a",
        "title": "A",
        "cited_text": "bread",
        "encrypted_index": "eA==",
    }
    content = [
        {"type": "server_tool_use", "id": "srvtoolu_1", "name": "web_search", "input": {"query": "bakery"}},
        {"type": "web_search_tool_result", "tool_use_id": "srvtoolu_1", "content": [found]},
        text_block("They bake bread.") | {"citations": [cited]},
    ]
    claude.answer("", Reply(content))
    tool = {"type": "web_search_20250305", "name": "web_search", "max_uses": 5}

    with client.messages.stream(**question(), tools=[tool]) as stream:
        message = stream.get_final_message()

    _, used, result, text = message.content
    assert used.input == {"query": "bakery"}
    assert result.content[0].url == text.citations[0].url == "https://example.com/a"
    assert message.usage.server_tool_use.web_search_requests == 1


def test_the_same_long_prefix_is_read_from_the_cache_for_five_minutes(
    claude: ClaudeServer, client: anthropic.Anthropic
) -> None:
    def ask(resume: str, words: str, **more: object) -> tuple[int, int, int]:
        content = [marked(resume), text_block(words)]
        usage = client.messages.create(**question() | {"messages": [{"role": "user", "content": content}]} | more).usage
        return usage.cache_creation_input_tokens, usage.cache_read_input_tokens, usage.input_tokens

    resume = "r" * 7_999  # with its role 2,000 tokens
    assert ask(resume, "j" * 399) == (2_000, 0, 100)
    assert ask(resume, "k" * 399) == (0, 2_000, 100)
    assert ask(resume + "!", "k" * 399)[1] == 0
    assert ask(resume, "k" * 399, model="claude-opus-5-5")[1] == 0
    assert ask("short", "k" * 399)[:2] == (0, 0)
    claude.pass_time(301)
    assert ask(resume, "k" * 399) == (2_000, 0, 100)
    claude.change_model("claude-sonnet-5-5", cache_minimum=4_096)
    assert ask(resume, "l" * 399)[:2] == (0, 0)


def test_a_mark_on_the_whole_request_keeps_all_of_it(claude: ClaudeServer, client: anthropic.Anthropic) -> None:
    asked = question("w" * 7_999, cache_control={"type": "ephemeral", "ttl": "1h"})

    written = client.messages.create(**asked).usage
    claude.pass_time(301)
    read = client.messages.create(**asked).usage

    assert written.cache_creation.ephemeral_1h_input_tokens == read.cache_read_input_tokens == 2_000
    assert read.input_tokens == 0


def test_another_schema_is_another_prefix(claude: ClaudeServer, client: anthropic.Anthropic) -> None:
    asked = question() | {"system": [marked("s" * 8_000)]}

    first = client.messages.create(**asked).usage
    other = client.messages.parse(**asked, output_format=Posting).usage
    same = client.messages.parse(**asked, output_format=Posting).usage

    assert first.cache_creation_input_tokens > 0
    assert (other.cache_read_input_tokens, same.cache_read_input_tokens > 0) == (0, True)


def test_count_tokens_counts_what_a_message_would(claude: ClaudeServer, client: anthropic.Anthropic) -> None:
    asked = question("Read this.", system="You are careful.")
    del asked["max_tokens"]

    counted = client.messages.count_tokens(**asked, output_format=Posting).input_tokens

    assert counted == client.messages.parse(**asked, max_tokens=99, output_format=Posting).usage.input_tokens


def test_the_moment_of_the_first_word_is_kept(claude: ClaudeServer, client: anthropic.Anthropic) -> None:
    with client.messages.stream(**question()) as stream:
        stream.until_done()

    record = claude.wait_until_finished(claude.requests()[0])
    assert record.received_ns < record.first_text_ns
    assert (record.sent_text_deltas, record.closed_early) == (3, False)


def test_the_journal_holds_no_key(claude: ClaudeServer, client: anthropic.Anthropic) -> None:
    client.messages.create(**question())

    record = claude.requests()[0]
    assert record.key == "right"
    assert claude.key not in json.dumps(record.as_json())


def test_the_async_client_streams_too(claude: ClaudeServer) -> None:
    async def ask() -> tuple[str, Posting | None]:
        async with async_client(claude) as client:
            async with client.messages.stream(**question()) as stream:
                text = "".join([piece async for piece in stream.text_stream])
            return text, (await client.messages.parse(**question(), output_format=Posting)).parsed_output

    text, posting = asyncio.run(ask())
    assert text == DEFAULT_TEXT
    assert posting is not None

"""Every way a server can misbehave ends in its own sentence, the right kind of retry, and a true row in the ledger."""

from __future__ import annotations

from dataclasses import replace

import anthropic
import httpx2
import pytest

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.adapter import translated
from careercoach_desktop.foundation.llm.model import Outcome
from tests.foundation.llm.conftest import Desk, Verdict, question
from tests.support.claude import OLLAMA, Trouble

AGAIN, NEVER = True, False


@pytest.mark.parametrize(
    ("trouble", "code", "repeats", "outcome"),
    [
        (Trouble.BAD_KEY, "claude-key-refused", NEVER, Outcome.FAILED),
        (Trouble.NO_CREDIT, "claude-credit-exhausted", NEVER, Outcome.FAILED),
        (Trouble.LOW_BALANCE, "claude-credit-exhausted", NEVER, Outcome.FAILED),
        (Trouble.SPEND_LIMIT, "claude-spend-limit", NEVER, Outcome.FAILED),
        (Trouble.FORBIDDEN, "claude-not-allowed", NEVER, Outcome.FAILED),
        (Trouble.UNKNOWN_MODEL, "claude-model-unknown", NEVER, Outcome.FAILED),
        (Trouble.TOO_LARGE, "claude-too-long", NEVER, Outcome.FAILED),
        (Trouble.TOO_LONG, "claude-too-long", NEVER, Outcome.FAILED),
        (Trouble.REDIRECT, "claude-garbled", NEVER, Outcome.FAILED),
        (Trouble.GARBAGE, "claude-garbled", NEVER, Outcome.FAILED),
        (Trouble.GARBAGE_JSON, "claude-garbled", NEVER, Outcome.FAILED),
        (Trouble.WRONG_JSON, "claude-garbled", NEVER, Outcome.FAILED),
        (Trouble.TIMED_OUT, "claude-timeout", AGAIN, Outcome.FAILED),
        (Trouble.RATE_LIMITED, "claude-busy", AGAIN, Outcome.FAILED),
        (Trouble.SERVER_ERROR, "claude-trouble", AGAIN, Outcome.FAILED),
        (Trouble.UNAVAILABLE, "claude-trouble", AGAIN, Outcome.FAILED),
        (Trouble.GATEWAY_TIMEOUT, "claude-timeout", AGAIN, Outcome.FAILED),
        (Trouble.OVERLOADED, "claude-overloaded", AGAIN, Outcome.FAILED),
        (Trouble.DROPPED, "claude-unreachable", AGAIN, Outcome.FAILED),
        (Trouble.CUT, "claude-cut", NEVER, Outcome.CUT),
        (Trouble.RESET, "claude-cut", NEVER, Outcome.CUT),
        (Trouble.ENDS_EARLY, "claude-cut", NEVER, Outcome.CUT),
        (Trouble.ERROR_EVENT, "claude-overloaded", NEVER, Outcome.CUT),
        (Trouble.MALFORMED_EVENT, "claude-garbled", NEVER, Outcome.CUT),
        (Trouble.REFUSAL, "claude-declined", NEVER, Outcome.REFUSED),
        (Trouble.CONTEXT_EXCEEDED, "claude-too-long", NEVER, Outcome.ANSWERED),
    ],
)
def test_a_call_that_fails_says_so_once(
    desk: Desk, trouble: Trouble, code: str, *, repeats: bool, outcome: Outcome
) -> None:
    desk.server.misbehave(trouble)
    with pytest.raises(UserError) as problem:
        desk.claude.ask(question())
    assert (problem.value.code, problem.value.transient) == (code, repeats)
    assert problem.value.next_step
    assert len(desk.server.requests()) == 1, "only the queue repeats a call, where everybody can see it"
    [call] = desk.claude.ledger.calls()
    assert call.outcome is outcome
    assert call.error == ("" if outcome in (Outcome.REFUSED, Outcome.ANSWERED) else code)
    assert desk.claude.ask(question()).value.fits, "the next try works: nothing stays broken"


def test_the_server_is_waited_for_as_long_as_it_asks(desk: Desk) -> None:
    desk.server.misbehave(Trouble.RATE_LIMITED, retry_after="90")
    with pytest.raises(UserError) as problem:
        desk.claude.ask(question())
    assert problem.value.wait == 90


@pytest.mark.parametrize(
    ("asked", "waits"),
    [
        ("99999999", 3600.0),
        ("-5", 0.0),
        ("nan", 0.0),
        ("inf", 0.0),
        ("Wed, 21 Oct 2026 07:28:00 GMT", 0.0),
        ("soon", 0.0),
    ],
)
def test_a_wait_nobody_would_wait_is_cut_and_one_that_is_none_is_not_waited(
    desk: Desk, asked: str, waits: float
) -> None:
    desk.server.misbehave(Trouble.RATE_LIMITED, retry_after=asked)
    with pytest.raises(UserError) as problem:
        desk.claude.ask(question())
    assert (problem.value.transient, problem.value.wait) == (True, waits)


@pytest.mark.parametrize(
    ("cause", "code"), [(httpx2.ConnectTimeout, "claude-unreachable"), (httpx2.ReadTimeout, "claude-timeout")]
)
def test_a_network_that_swallows_everything_is_no_slow_server(cause: type[Exception], code: str) -> None:
    """No loopback address can be made to do it, so this one is told what the SDK raises."""
    error = anthropic.APITimeoutError(httpx2.Request("POST", "http://localhost"))
    error.__cause__ = cause("timed out")
    told = translated(error, "", "claude-sonnet-5-5", begun=False)
    assert told is not None
    assert told.code == code


def test_a_key_is_never_sent_where_a_redirect_leads(desk: Desk) -> None:
    desk.server.misbehave(Trouble.REDIRECT, location=f"{desk.server.url}/elsewhere")
    with pytest.raises(UserError):
        desk.claude.ask(question())
    assert desk.server.requests("/elsewhere") == []


def test_a_refusal_is_told_in_the_models_own_words_and_is_not_kept(desk: Desk) -> None:
    desk.server.misbehave(Trouble.REFUSAL)
    with pytest.raises(UserError, match="declined"):
        desk.claude.ask(question())
    assert not desk.claude.estimate(question()).kept


def test_an_answer_that_was_cut_off_is_asked_for_once_more_with_more_room(desk: Desk) -> None:
    desk.server.misbehave(Trouble.MAX_TOKENS)
    answer = desk.claude.ask(question())
    assert answer.value.fits
    first, second = desk.server.requests()
    assert second.body["max_tokens"] == 2 * first.body["max_tokens"]
    calls = desk.claude.ledger.calls()
    assert [call.outcome for call in calls] == [Outcome.ANSWERED, Outcome.TRUNCATED]
    assert answer.cost == sum(call.cost or 0 for call in calls)


def test_more_room_is_never_more_than_the_model_may_write(desk: Desk) -> None:
    desk.claude.models()
    most = next(one.max_output for one in desk.claude.models().models if one.id == "claude-sonnet-5-5")
    assert most is not None
    desk.server.misbehave(Trouble.MAX_TOKENS)
    desk.claude.ask(replace(question(), max_tokens=most - 1))
    assert [request.body["max_tokens"] for request in desk.server.requests()] == [most - 1, most]


def test_an_answer_that_stays_too_long_is_given_up(desk: Desk) -> None:
    desk.server.misbehave(Trouble.MAX_TOKENS, times=2)
    with pytest.raises(UserError) as problem:
        desk.claude.ask(question())
    assert problem.value.code == "claude-truncated"
    assert len(desk.server.requests()) == 2


def test_what_was_cut_off_twice_is_no_answer_to_whoever_asks_again(desk: Desk) -> None:
    desk.server.misbehave(Trouble.MAX_TOKENS, times=2)
    with pytest.raises(UserError):
        desk.claude.ask(question())
    assert not desk.claude.estimate(question()).kept, "asking again is a call, and the estimate says so"
    assert desk.claude.ask(question()).value.fits
    assert len(desk.server.requests()) == 3


def test_an_answer_that_needed_more_room_is_kept_whole(desk: Desk) -> None:
    desk.server.misbehave(Trouble.MAX_TOKENS)
    first = desk.claude.ask(question())
    again = desk.claude.ask(question())
    assert (again.value, again.kept, len(again.call_ids)) == (first.value, True, 1)
    assert len(desk.server.requests()) == 2


def test_a_pause_is_gone_on_from_with_what_was_said_unchanged(desk: Desk) -> None:
    desk.server.misbehave(Trouble.PAUSE_TURN)
    assert desk.claude.ask(question()).value.fits
    _, second = desk.server.requests()
    assert [message["role"] for message in second.body["messages"]] == ["user", "assistant"]


def test_pauses_end(desk: Desk) -> None:
    desk.server.misbehave(Trouble.PAUSE_TURN, times=None)
    with pytest.raises(UserError) as problem:
        desk.claude.ask(question())
    assert problem.value.code == "claude-truncated"
    assert len(desk.server.requests()) == 6


def test_who_asks_again_after_too_many_pauses_goes_on_from_the_last_but_one(desk: Desk) -> None:
    desk.server.misbehave(Trouble.PAUSE_TURN, times=6)
    with pytest.raises(UserError):
        desk.claude.ask(question())
    assert desk.claude.ask(question()).value.fits
    assert len(desk.server.requests()) == 7, "what was paid for is not asked for again"


@pytest.mark.parametrize("trouble", [Trouble.INVALID_JSON, Trouble.SCHEMA_VIOLATION, Trouble.NOTHING])
def test_an_answer_in_the_wrong_form_gets_one_chance(desk: Desk, trouble: Trouble) -> None:
    desk.server.misbehave(trouble)
    answer = desk.claude.ask(question())
    assert answer.value == Verdict(fits=True, reasons=["bread"])
    _, repair = desk.server.requests()
    assert repair.body["messages"][-1]["role"] == "user"
    assert "can't be used" in repair.body["messages"][-1]["content"][0]["text"]


def test_an_answer_without_a_word_is_asked_for_again_with_a_request_the_api_takes(desk: Desk) -> None:
    """No turn may be empty, and a model that does not think leaves nothing to send back."""
    desk.server.speak(OLLAMA)
    desk.settings.choose(claude_model_writing="qwen3:8b")
    desk.server.misbehave(Trouble.NOTHING)
    assert desk.claude.ask(question()).value.fits
    assert [turn["role"] for turn in desk.server.requests()[-1].body["messages"]] == ["user", "user"]


def test_an_answer_that_stays_in_the_wrong_form_is_given_up(desk: Desk) -> None:
    desk.server.misbehave(Trouble.SCHEMA_VIOLATION, times=None)
    with pytest.raises(UserError) as problem:
        desk.claude.ask(question())
    assert problem.value.code == "claude-unreadable"


def test_who_tries_again_after_an_answer_that_could_not_be_read_gets_another(desk: Desk) -> None:
    """What was kept of it would fail the same way for ever."""
    desk.server.answer("", {"fits": "perhaps"})
    with pytest.raises(UserError) as problem:
        desk.claude.ask(question())
    assert problem.value.code == "claude-unreadable"
    asked = len(desk.server.requests())
    desk.server.answer("", {"fits": True, "reasons": ["bread"]})
    assert not desk.claude.ask(question()).kept
    assert len(desk.server.requests()) == asked + 1

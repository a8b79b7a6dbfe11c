"""What the protocol's page of tests lists and no other file holds: oddities that are none, and words that help."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.faults import _SENTENCES, fault, place_of
from careercoach_desktop.foundation.llm.model import ClaudeUnreachable, Lifecycle, Outcome, Purpose
from careercoach_desktop.foundation.llm.words import PURPOSES
from tests.foundation.llm.conftest import Desk, Verdict, question
from tests.support.claude import Reply, Trouble, text_block

JSON = '{"fits": true, "reasons": ["bread"]}'


def test_a_slow_first_byte_is_waited_for_and_takes_no_second_call(desk: Desk) -> None:
    slow = desk.server.misbehave(Trouble.SLOW_FIRST_BYTE)
    with ThreadPoolExecutor(1) as pool:
        asking = pool.submit(desk.claude.ask, question())
        slow.wait_until_reached()
        slow.release()
        assert asking.result(timeout=10).value.fits
    assert len(desk.server.requests()) == 1


def test_a_stall_in_the_middle_goes_on_where_it_stopped(desk: Desk) -> None:
    stalled = desk.server.misbehave(Trouble.STALL, after=3)
    pieces: list[str] = []
    with ThreadPoolExecutor(1) as pool:
        asking = pool.submit(desk.claude.ask, question(), on_text=pieces.append)
        stalled.wait_until_reached()
        stalled.release()
        assert asking.result(timeout=10).value.fits
    assert Verdict.model_validate_json("".join(pieces)).fits


@pytest.mark.parametrize("sprinkled", [True, False], ids=["pings and unknown events", "bare"])
@pytest.mark.parametrize("thinking", [True, False], ids=["thinks first", "does not think"])
def test_thinking_pings_and_unknown_events_are_no_part_of_the_answer(
    desk: Desk, *, sprinkled: bool, thinking: bool
) -> None:
    desk.server.settings.sprinkled, desk.server.settings.thinking = sprinkled, thinking
    desk.server.settings.delta_size = 1
    pieces: list[str] = []
    assert desk.claude.ask(question(), on_text=pieces.append).value.fits
    assert "".join(pieces) == JSON


@pytest.mark.parametrize("reason", ["end_turn", "stop_sequence", "tool_use", "a_reason_of_next_year"])
def test_a_whole_answer_counts_whatever_it_says_it_stopped_for(desk: Desk, reason: str) -> None:
    desk.server.answer("", Reply([text_block(JSON)], reason))
    assert desk.claude.ask(question()).value.fits
    assert desk.claude.ledger.calls()[0].outcome is Outcome.ANSWERED


def test_half_an_answer_with_an_unknown_reason_is_asked_for_again(desk: Desk) -> None:
    desk.server.answer("", Reply([text_block(JSON[:20])], "a_reason_of_next_year"), times=1)
    assert desk.claude.ask(question()).value.fits
    assert len(desk.server.requests()) == 2


@pytest.mark.parametrize("purpose", list(Purpose))
def test_a_model_that_is_gone_is_named_with_the_setting_that_chooses_it(desk: Desk, purpose: Purpose) -> None:
    desk.settings.choose(**{f"claude_model_{purpose.value}": "claude-3-5-haiku-20241022"})
    desk.server.misbehave(Trouble.UNKNOWN_MODEL)
    with pytest.raises(UserError) as problem:
        desk.claude.ask(replace(question(), purpose=purpose))
    assert "“claude-3-5-haiku-20241022”" in problem.value.message
    assert f"Choose another model for {PURPOSES[purpose]} in Settings" in problem.value.next_step
    assert (problem.value.place, problem.value.transient) == ("settings", False)


def test_a_retired_model_is_refused_by_the_server_and_its_going_was_told_before(desk: Desk) -> None:
    desk.server.change_model("claude-sonnet-5-5", lifecycle="deprecated", retires_at="2027-02-01T00:00:00Z")
    listed = {model.id: model for model in desk.claude.models().models}
    assert listed["claude-sonnet-5-5"].lifecycle is Lifecycle.DEPRECATED
    assert desk.claude.ask(question()).value.fits, "it still answers"
    desk.server.change_model("claude-sonnet-5-5", lifecycle="retired")
    with pytest.raises(UserError, match="not available") as problem:
        desk.claude.ask(question("A cook."))
    assert problem.value.code == "claude-model-unknown"


def test_more_than_the_server_takes_is_said_before_and_after(desk: Desk) -> None:
    """A body of more than 32 MB is refused by its length alone."""
    from careercoach_desktop.foundation.llm.model import Attachment, Part

    scan = Attachment(b"x" * 26_000_000, "application/pdf", 80, "scan.pdf")
    asked = replace(question(), parts=(Part("", attachment=scan), Part("Read it.")), shows_contact=True)
    with pytest.raises(UserError) as problem:
        desk.claude.ask(asked)
    assert (problem.value.code, problem.value.transient) == ("claude-too-long", False)
    [call] = desk.claude.ledger.calls()
    assert (call.outcome, call.error) == (Outcome.FAILED, "claude-too-long")


def test_offline_is_told_once_however_many_ask_at_the_same_time(desk: Desk) -> None:
    told: list[ClaudeUnreachable] = []
    desk.database.bus.after(ClaudeUnreachable, told.append)
    gate = threading.Barrier(6)

    def ask(number: int) -> str:
        gate.wait(timeout=10)
        with pytest.raises(UserError) as problem:
            desk.claude.ask(question(f"Job {number}."))
        return problem.value.code

    with desk.server.down(), ThreadPoolExecutor(6) as pool:
        assert set(pool.map(ask, range(6))) == {"claude-unreachable"}
    assert len(told) == 1


@pytest.mark.parametrize("code", sorted(_SENTENCES))
def test_every_fault_says_what_happened_and_what_to_do_and_has_no_hole_in_it(code: str) -> None:
    words = {"model": "M", "spent": "$1", "limit": "$2", "takes": "about $1"}
    error = fault(code, **words)
    for sentence in (error.message, error.next_step):
        assert sentence.endswith((".", "stays."))
        assert "{" not in sentence
        assert "'" not in sentence, "a typographic apostrophe"
    assert error.place == place_of(code)
    begun = fault(code, begun=True, **words)
    assert not begun.transient, "an answer that had begun is never asked for again by itself"

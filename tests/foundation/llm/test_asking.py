"""Asking Claude: what is sent, what comes back, what is written down, and that nothing is paid for twice."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest

from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.ledger import ANSWERS_KEPT, Ledger
from careercoach_desktop.foundation.llm.model import CallRecorded, ClaudeReached, ClaudeUnreachable, Outcome, Usage
from careercoach_desktop.foundation.llm.prices import price_list
from careercoach_desktop.foundation.tasks.owners import Owner
from tests.foundation.llm.conftest import Desk, Verdict, question
from tests.support.claude import Asked, Trouble


class Waiter:
    """A worker that can be told to stop."""

    def __init__(self) -> None:
        self.stopped = False
        self._stop: object = None
        self.listens = threading.Event()

    def check_cancelled(self) -> None:
        if self.stopped:
            raise InterruptedError

    def stopping(self, stop: object) -> object:
        from contextlib import contextmanager

        @contextmanager
        def inside():
            self._stop = stop
            self.listens.set()
            yield

        return inside()

    def tell(self) -> None:
        self.stopped = True
        self._stop()  # type: ignore[operator]


def test_an_answer_comes_back_checked_and_is_in_the_ledger(desk: Desk) -> None:
    told: list[CallRecorded] = []
    desk.database.bus.after(CallRecorded, told.append)
    answer = desk.claude.ask(question(), subject="job:3", task_id=7)
    assert answer.value == Verdict(fits=True, reasons=["bread"])
    [call] = desk.claude.ledger.calls()
    assert (call.agent, call.model, call.outcome) == ("tester", "claude-sonnet-5-5", Outcome.ANSWERED)
    assert (call.subject, call.task_id, call.request_id) == ("job:3", 7, desk.server.requests()[0].request_id)
    assert call.usage == answer.usage
    assert call.usage.prompt > 0
    assert call.usage.output > 0
    assert call.cost == answer.cost == call.usage.input * 2_000 + call.usage.output * 10_000
    assert call.seconds is not None
    assert call.first_token is not None
    assert [event.call.outcome for event in told] == [Outcome.STARTED, Outcome.ANSWERED]


def test_the_key_travels_and_the_request_is_one_the_api_accepts(desk: Desk) -> None:
    desk.claude.ask(question())
    [record] = desk.server.requests()
    assert (record.key, record.status) == ("right", 200)
    assert record.body["output_config"]["effort"] == "low"
    assert record.body["output_config"]["format"]["schema"]["additionalProperties"] is False
    assert "temperature" not in record.body


def test_the_same_question_is_answered_from_what_was_kept(desk: Desk) -> None:
    first = desk.claude.ask(question())
    second = desk.again().ask(question())
    assert second.value == first.value
    assert (second.kept, second.cost) == (True, 0)
    assert len(desk.server.requests()) == 1
    assert [call.outcome for call in desk.claude.ledger.calls()] == [Outcome.KEPT, Outcome.ANSWERED]
    assert desk.claude.estimate(question()).kept


@pytest.mark.parametrize("other", [question("A posting for a cook."), question(version=2)], ids=["text", "version"])
def test_another_text_or_another_version_of_the_prompt_is_another_question(desk: Desk, other: object) -> None:
    desk.claude.ask(question())
    desk.claude.ask(other)  # type: ignore[arg-type]
    assert len(desk.server.requests()) == 2


def test_asking_afresh_asks_anew(desk: Desk) -> None:
    desk.claude.ask(question())
    desk.server.answer("", {"fits": False, "reasons": []}, times=1)
    assert desk.claude.ask(question(), fresh=True).value.fits is False
    assert desk.claude.ask(question()).value.fits is False, "the newer answer is the one kept"


def test_the_second_job_reads_the_resume_from_the_prompt_cache(desk: Desk) -> None:
    resume = "Baked bread. " * 1_000
    desk.claude.ask(question("A posting for a baker.", resume=resume))
    second = desk.claude.ask(question("A posting for a cook.", resume=resume))
    assert second.usage.cache_read > 1_024
    assert second.usage.cache_write == 0


def test_text_arrives_as_it_is_written(desk: Desk) -> None:
    pieces: list[str] = []
    desk.claude.ask(question(), on_text=pieces.append)
    assert len(pieces) > 1
    assert Verdict.model_validate_json("".join(pieces)).fits


def test_a_broken_off_process_leaves_its_call_as_interrupted_and_its_answer_kept(desk: Desk) -> None:
    gone = Ledger(desk.database, price_list())
    gone.begin("tester", 1, "claude-sonnet-5-5", "api.anthropic.com", task_id=None, subject="")
    assert desk.claude.ledger.settle_interrupted() == 0, "its process lives"
    gone.leave()
    assert desk.claude.ledger.settle_interrupted() == 1
    [call] = desk.claude.ledger.calls()
    assert (call.outcome, call.cost) == (Outcome.INTERRUPTED, None)
    assert desk.claude.ledger.sums()[""].unknown == 1


def test_a_call_that_ends_while_others_look_whether_it_was_cut_off_keeps_its_end(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ending = Ledger(desk.database, price_list())
    call_id = ending.begin("tester", 1, "claude-sonnet-5-5", "api.anthropic.com", task_id=None, subject="")
    ending.leave()
    is_dead = Owner.is_dead

    def end_meanwhile(owner: Owner, *told: Any) -> bool:
        ending.complete(call_id, Outcome.ANSWERED, Usage(1_000, 100), model="claude-sonnet-5-5")
        return is_dead(owner, *told)

    monkeypatch.setattr(Owner, "is_dead", end_meanwhile)
    assert desk.claude.ledger.settle_interrupted() == 0
    [call] = desk.claude.ledger.calls()
    assert call.outcome is Outcome.ANSWERED


def test_a_process_that_dies_after_the_reply_came_finds_it_kept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reply is stored before anybody looks at it: what fails while it is read costs nothing the next time."""

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("careercoach_desktop.foundation.llm.conversation.read_answer", die)
        with pytest.raises(KeyboardInterrupt):
            desk.claude.ask(question())
    assert desk.again().ask(question()).kept
    assert len(desk.server.requests()) == 1


def test_cancelling_closes_the_connection_at_once_and_counts_what_had_come(desk: Desk) -> None:
    desk.server.misbehave(Trouble.STALL, after=3)
    waiter, heard = Waiter(), threading.Event()
    with ThreadPoolExecutor(1) as pool:
        asking = pool.submit(desk.claude.ask, question(), waiting=waiter, on_text=lambda _text: heard.set())
        assert heard.wait(timeout=10)
        waiter.tell()
        with pytest.raises(InterruptedError):
            asking.result(timeout=10)
    record = desk.server.wait_until_finished(desk.server.requests()[0])
    assert record.closed_early
    [call] = desk.claude.ledger.calls()
    assert (call.outcome, call.error) == (Outcome.CANCELLED, "")
    assert call.usage.input > 0
    assert call.cost is not None
    assert call.cost > 0


def test_cancelling_works_before_the_first_byte(desk: Desk) -> None:
    slow = desk.server.misbehave(Trouble.SLOW_FIRST_BYTE)
    waiter = Waiter()
    with ThreadPoolExecutor(1) as pool:
        asking = pool.submit(desk.claude.ask, question(), waiting=waiter)
        slow.wait_until_reached()
        waiter.tell()
        with pytest.raises(InterruptedError):
            asking.result(timeout=10)
    assert desk.server.wait_until_finished(desk.server.requests()[0]).closed_early
    [call] = desk.claude.ledger.calls()
    assert (call.outcome, call.cost) == (Outcome.CANCELLED, None), "it had the request: nobody knows what that cost"


def test_a_bug_of_ours_leaves_no_call_that_seems_to_wait(desk: Desk) -> None:
    def trip(_text: str) -> None:
        raise LookupError("ours")

    with pytest.raises(LookupError, match="ours"):
        desk.claude.ask(question(), on_text=trip)
    [call] = desk.claude.ledger.calls()
    assert (call.outcome, call.error, call.cost) == (Outcome.FAILED, "bug", None)


def test_who_was_told_to_stop_before_sends_nothing(desk: Desk) -> None:
    waiter = Waiter()
    waiter.stopped = True
    with pytest.raises(InterruptedError):
        desk.claude.ask(question(), waiting=waiter)
    assert desk.server.requests() == []
    assert desk.claude.ledger.calls() == []


def test_old_answers_are_forgotten_and_their_rows_stay(desk: Desk) -> None:
    desk.claude.ask(question())
    desk.claude.ledger.forget_old_answers()
    assert desk.claude.ask(question()).kept
    later = Ledger(desk.database, price_list(), clock=lambda: utc_now() + ANSWERS_KEPT + timedelta(minutes=1))
    later.forget_old_answers()
    assert not desk.claude.ask(question()).kept
    assert [call.outcome for call in desk.claude.ledger.calls()] == [Outcome.ANSWERED, Outcome.KEPT, Outcome.ANSWERED]


def test_two_calls_go_on_at_the_same_time(desk: Desk) -> None:
    def is_slow(asked: Asked) -> bool:
        return "baker" in asked.user

    slow = desk.server.misbehave(Trouble.SLOW_FIRST_BYTE, match=is_slow)
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(desk.claude.ask, question("A posting for a baker."))
        slow.wait_until_reached()
        assert desk.claude.ask(question("A posting for a cook.")).value.fits
        slow.release()
        assert first.result(timeout=10).value.fits


def test_being_offline_is_told_once_and_so_is_being_back(desk: Desk) -> None:
    told: list[object] = []
    desk.database.bus.after(ClaudeUnreachable, told.append)
    desk.database.bus.after(ClaudeReached, told.append)
    with desk.server.down():
        for _ in range(3):
            with pytest.raises(UserError, match="can’t be reached") as problem:
                desk.claude.ask(question())
            assert problem.value.transient
    desk.claude.ask(question())
    host = desk.server.url.removeprefix("http://")
    assert told == [ClaudeUnreachable(host), ClaudeReached(host)]


@pytest.mark.parametrize("way", ["a test of the key", "the list of models", "a refusal"])
def test_whatever_the_server_says_it_is_there_again(desk: Desk, way: str) -> None:
    told: list[object] = []
    desk.database.bus.after(ClaudeReached, told.append)
    desk.server.misbehave(Trouble.DROPPED)
    with pytest.raises(UserError, match="reached"):
        desk.claude.ask(question())
    if way == "a test of the key":
        desk.claude.test()
    elif way == "the list of models":
        desk.claude.models()
    else:
        desk.server.misbehave(Trouble.OVERLOADED)
        with pytest.raises(UserError, match="overloaded"):
            desk.claude.ask(question())
    assert len(told) == 1


def test_without_a_key_nothing_is_sent(desk: Desk) -> None:
    desk.settings.choose(claude_endpoint="")
    with pytest.raises(UserError, match="no Claude key yet") as problem:
        desk.claude.ask(question())
    assert (problem.value.code, problem.value.place) == ("claude-no-key", "settings")
    assert desk.claude.ledger.calls() == []
    assert not desk.claude.is_ready()

"""What calls cost: by the price file, against the budget, summed; and never nothing when the price is unknown."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm import exchanging
from careercoach_desktop.foundation.llm.ledger import Ledger, month_begin
from careercoach_desktop.foundation.llm.model import NANO, Budget, Estimate, Usage
from careercoach_desktop.foundation.llm.prices import price_list
from careercoach_desktop.foundation.llm.tokens import guess_tokens
from careercoach_desktop.foundation.llm.words import dollars, estimate_words
from tests.foundation.llm.conftest import Desk, question
from tests.support.claude import OLLAMA, Trouble


@pytest.mark.parametrize(
    ("model", "usage", "cost"),
    [
        ("claude-sonnet-5-5", Usage(input=1_000_000), 2 * NANO),
        ("claude-sonnet-5-5", Usage(output=1_000_000), 10 * NANO),
        ("claude-sonnet-5-5", Usage(cache_read=1_000_000), NANO // 10),
        ("claude-sonnet-5-5", Usage(cache_write=1_000_000), 2 * NANO + NANO // 2),
        ("claude-opus-5-5", Usage(input=500_000, output=100_000), 4 * NANO),
        ("claude-haiku-5-5", Usage(input=100_000), NANO // 100),
        ("claude-haiku-5-5", Usage(input=100_001), 50_000_500),
        ("claude-haiku-5-5", Usage(input=1, output=100, cache_read=200_000), 500 + 250_000 + 10_000_000),
        ("claude-haiku-5-5", Usage(), 0),
        ("llama-of-the-house", Usage(input=1_000_000), None),
        ("claude-sonnet-4-5-20250929", Usage(input=1_000_000), None),
    ],
)
def test_a_call_costs_what_the_price_file_says(model: str, usage: Usage, cost: int | None) -> None:
    assert price_list().cost(model, usage) == cost


def test_the_price_file_says_when_it_was_checked_and_its_defaults_are_not_retiring() -> None:
    prices = price_list()
    assert prices.checked_on.year >= 2026
    from careercoach_desktop.foundation.settings.model import Settings

    for model in (Settings().claude_model_reading, Settings().claude_model_writing):
        option = prices.option(model)
        assert option is not None
        assert (option.lifecycle, option.retires, option.priced) == ("active", None, True)


@pytest.mark.parametrize(
    ("nanos", "words"),
    [
        (None, "price unknown"),
        (0, "$0.00"),
        (1, "less than $0.01"),
        (NANO // 100, "$0.01"),
        (1_234 * NANO + NANO // 2, "$1,234.50"),
    ],
)
def test_money_is_said_as_people_say_it(nanos: int | None, words: str) -> None:
    assert dollars(nanos) == words


def test_an_estimate_is_said_without_false_precision() -> None:
    assert estimate_words(Estimate("m", 1, 1, 30_000_000)) == "about $0.03"
    assert estimate_words(Estimate("m", 1, 1, 5)) == "less than $0.01"
    assert estimate_words(Estimate("m", 1, 1, None)) == "price unknown"
    assert estimate_words(Estimate("m", 0, 0, 0, kept=True)) == "free, it was answered before"


def test_an_estimate_sends_nothing_and_is_near_what_the_call_takes(desk: Desk) -> None:
    asked = question(resume="Baked four hundred loaves a day for ten years. " * 100)
    estimate = desk.claude.estimate(asked)
    assert desk.server.requests(None) == []
    answer = desk.claude.ask(asked)
    assert 0.8 <= estimate.input_tokens / answer.usage.prompt <= 1.25


def test_signs_of_the_far_east_count_one_by_one() -> None:
    assert guess_tokens("職務経歴書") == 5
    assert guess_tokens("word", "four") == 2
    assert guess_tokens("") == 0


def test_the_budget_stops_a_call_before_it_is_made_and_lifting_it_lets_it_go(desk: Desk) -> None:
    desk.settings.choose(claude_monthly_budget=0.001)
    with pytest.raises(UserError, match="budget for this month") as problem:
        desk.claude.ask(question())
    assert (problem.value.code, problem.value.place) == ("claude-budget-reached", "settings")
    assert desk.server.requests() == []
    desk.settings.choose(claude_monthly_budget=None)
    assert desk.claude.ask(question()).value.fits


def test_two_calls_at_once_do_not_both_slip_under_the_budget(desk: Desk) -> None:
    estimate = desk.claude.estimate(question())
    assert estimate.cost is not None
    desk.settings.choose(claude_monthly_budget=1.5 * estimate.cost / NANO)
    slow = desk.server.misbehave(Trouble.SLOW_FIRST_BYTE)
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(desk.claude.ask, question())
        slow.wait_until_reached()
        with pytest.raises(UserError, match="budget"):
            desk.claude.ask(question("A posting for a cook."))
        slow.release()
        first.result(timeout=10)


def test_two_programs_at_once_do_not_both_slip_under_the_budget(desk: Desk) -> None:
    """The window and a command: what one holds back the other sees; what a dead one held back is free again."""
    estimate = desk.claude.estimate(question())
    assert estimate.cost is not None
    desk.settings.choose(claude_monthly_budget=1.5 * estimate.cost / NANO)
    other, slow = desk.again(), desk.server.misbehave(Trouble.SLOW_FIRST_BYTE)
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(other.ask, question())
        slow.wait_until_reached()
        try:
            assert desk.claude.budget().spent == 0, "held back is not spent"
            with pytest.raises(UserError, match="budget"):
                desk.claude.ask(question("A posting for a cook."))
        finally:
            slow.release()
        first.result(timeout=10)


def test_what_a_dead_program_held_back_is_free_again(desk: Desk) -> None:
    gone = Ledger(desk.database, price_list())
    gone.begin("tester", 1, "claude-sonnet-5-5", "host", task_id=None, subject="", estimate=1_000 * NANO)
    gone.leave()
    with pytest.raises(UserError, match="budget"):
        desk.claude.ask(question())
    assert desk.claude.ledger.settle_interrupted() == 1
    assert desk.claude.ask(question()).value.fits


def test_what_was_held_back_for_a_call_is_free_again_when_it_failed(desk: Desk) -> None:
    estimate = desk.claude.estimate(question())
    assert estimate.cost is not None
    desk.settings.choose(claude_monthly_budget=1.5 * estimate.cost / NANO)
    for _ in range(3):
        desk.server.misbehave(Trouble.OVERLOADED)
        with pytest.raises(UserError, match="overloaded"):
            desk.claude.ask(question())
    assert desk.claude.ask(question()).value.fits


def test_a_budget_of_nothing_stops_a_model_whose_price_nobody_knows(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchanging, "is_this_computer", lambda _address: False)  # as if it stood elsewhere
    desk.server.speak(OLLAMA)
    desk.settings.choose(claude_model_writing="qwen3:8b", claude_monthly_budget=0)
    with pytest.raises(UserError, match="nobody knows how much") as problem:
        desk.claude.ask(question())
    assert problem.value.code == "claude-budget-reached"
    assert desk.server.requests() == []


def test_a_model_on_this_computer_needs_no_budget(desk: Desk) -> None:
    desk.claude.ask(question())
    desk.server.speak(OLLAMA)
    desk.settings.choose(claude_model_writing="qwen3:8b", claude_monthly_budget=0)
    assert desk.claude.ask(question()).value.fits


def test_an_answer_that_was_kept_needs_no_budget(desk: Desk) -> None:
    desk.claude.ask(question())
    desk.settings.choose(claude_monthly_budget=0)
    assert desk.claude.ask(question()).kept


def test_sums_add_up_per_agent_and_per_model(desk: Desk) -> None:
    desk.claude.ask(question())
    desk.claude.ask(question())
    desk.settings.choose(claude_model_writing="claude-opus-5-5")
    desk.claude.ask(question())
    ledger = desk.claude.ledger
    assert ledger.sums()[""].calls == 3
    assert ledger.sums()[""].kept == 1
    per_model = ledger.sums("model")
    assert set(per_model) == {"claude-sonnet-5-5", "claude-opus-5-5"}
    assert sum(one.cost for one in per_model.values()) == ledger.sums()[""].cost == desk.claude.budget().spent
    assert set(ledger.sums("agent")) == {"tester"}


def test_a_model_without_a_price_is_counted_as_unknown(desk: Desk) -> None:
    desk.server.speak(OLLAMA)
    desk.settings.choose(claude_model_writing="qwen3:8b")
    assert desk.claude.ask(question()).cost is None
    assert desk.claude.ledger.sums()[""].unknown == 1
    assert desk.claude.estimate(question("Another.")).cost is None


@pytest.mark.parametrize(
    ("budget", "share", "reached"),
    [
        (Budget(0, None), None, False),
        (Budget(8 * NANO, 10 * NANO), 0.8, False),
        (Budget(10 * NANO, 10 * NANO), 1.0, True),
        (Budget(0, 0), 1.0, True),
    ],
)
def test_a_budget_knows_how_far_it_is(budget: Budget, share: float | None, *, reached: bool) -> None:
    assert (budget.share, budget.is_reached) == (share, reached)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system keeps one time zone for a process")
@pytest.mark.parametrize(
    ("now", "begin"),
    [
        ("2026-03-31T12:00+00:00", "2026-03-01T00:00+00:00"),
        ("2026-10-31T12:00+00:00", "2026-09-30T23:00+00:00"),
        ("2026-08-31T23:30+00:00", "2026-08-31T23:00+00:00"),
    ],
)
def test_a_month_begins_at_midnight_by_the_clock_of_its_first_day(
    monkeypatch: pytest.MonkeyPatch, now: str, begin: str
) -> None:
    """Summer time began or ended since, or the day has changed here already; otherwise months would overlap."""
    monkeypatch.setenv("TZ", "Europe/London")
    time.tzset()
    try:
        assert month_begin(datetime.fromisoformat(now)) == datetime.fromisoformat(begin)
    finally:
        monkeypatch.undo()
        time.tzset()

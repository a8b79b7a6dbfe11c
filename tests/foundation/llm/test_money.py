"""What calls cost: by the price file, against the budget, summed; and never nothing when the price is unknown."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime

import pytest

from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm import exchanging
from careercoach_desktop.foundation.llm.batches import BatchItem
from careercoach_desktop.foundation.llm.ledger import Ledger, month_begin, month_name
from careercoach_desktop.foundation.llm.model import NANO, Budget, BudgetNearlyReached, Estimate, Outcome, Usage
from careercoach_desktop.foundation.llm.prices import price_list
from careercoach_desktop.foundation.llm.tokens import guess_tokens
from careercoach_desktop.foundation.llm.words import dollars, estimate_words, seconds_words
from tests.foundation.llm.conftest import Desk, Verdict, question
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


# Warning, stop, lifting ----------------------------------------------------------------------------------------


def warned(desk: Desk) -> list[BudgetNearlyReached]:
    told: list[BudgetNearlyReached] = []
    desk.database.bus.after(BudgetNearlyReached, told.append)
    return told


def spend(desk: Desk, dollars_spent: float) -> None:
    """As a call of an earlier day would have."""
    usage = Usage(output=round(dollars_spent * 100_000))
    call_id = desk.claude.ledger.begin("tester", 1, "claude-sonnet-5-5", "host", task_id=None, subject="")
    desk.claude.ledger.complete(call_id, Outcome.ANSWERED, usage, model="claude-sonnet-5-5", limit=None)


def test_four_fifths_of_the_budget_are_told_once(desk: Desk) -> None:
    told = warned(desk)
    spend(desk, 7.99)
    assert told == []
    for text in ("A baker.", "A cook.", "A waiter.", "A nurse."):
        desk.claude.ask(replace(question(text), system="Be fair. " * 2_000))
    assert [(event.budget.is_nearly_reached, event.budget.limit) for event in told] == [(True, 10 * NANO)]
    assert told[0].budget.spent < desk.claude.budget().spent


def test_a_call_that_broke_off_can_cross_the_line_as_well(desk: Desk) -> None:
    told = warned(desk)
    spend(desk, 7.9999)
    desk.server.misbehave(Trouble.CUT)
    with pytest.raises(UserError, match="broke"):
        desk.claude.ask(question())
    assert len(told) == 1


def test_a_budget_that_was_lifted_stops_nothing_and_warns_of_nothing(desk: Desk) -> None:
    told = warned(desk)
    spend(desk, 12)
    assert (desk.claude.budget().stops, desk.claude.budget().left) == (True, 0)
    with pytest.raises(UserError, match="Lift it for this month"):
        desk.claude.ask(question())
    before = desk.claude.lift_budget()
    assert (desk.claude.budget().stops, desk.claude.budget().left) == (False, None)
    assert desk.claude.budget().is_reached, "it says what was spent all the same"
    assert desk.claude.ask(question()).value.fits
    desk.claude.put_back_lift(before)
    assert desk.claude.budget().stops
    with pytest.raises(UserError, match="budget"):
        desk.claude.ask(question("A cook."))
    assert told == []


def test_a_lift_ends_with_its_month(desk: Desk) -> None:
    desk.settings.choose(claude_monthly_budget=0)
    desk.claude.lift_budget()
    assert desk.settings.current().claude_budget_lifted == month_name(utc_now())
    desk.settings.choose(claude_budget_lifted="2020-01")
    assert desk.claude.budget().stops


# How long, and what is left -------------------------------------------------------------------------------------


def test_an_estimate_says_how_long_such_calls_took_and_what_is_left(desk: Desk) -> None:
    first = desk.claude.estimate(question())
    assert first.seconds is not None
    assert first.seconds > 2, "from how fast the model writes"
    for text in ("A baker.", "A cook.", "A waiter."):
        desk.claude.ask(question(text))
    later = desk.claude.estimate(question("A nurse."))
    assert later.seconds == sorted(call.seconds or 0.0 for call in desk.claude.ledger.calls())[1]
    assert later.left == 10 * NANO - desk.claude.budget().spent
    assert desk.claude.estimate(question("A cook.")).seconds == 0, "it is here already"
    desk.settings.choose(claude_monthly_budget=None)
    assert desk.claude.estimate(question("A nurse.")).left is None


def test_nobody_knows_how_long_a_model_of_the_house_takes(desk: Desk) -> None:
    desk.server.speak(OLLAMA)
    desk.settings.choose(claude_model_writing="qwen3:8b")
    assert desk.claude.estimate(question()).seconds is None


def test_an_estimate_says_that_its_model_is_going(desk: Desk) -> None:
    assert desk.claude.estimate(question()).retires is None
    desk.server.change_model("claude-sonnet-5-5", lifecycle="deprecated", retires_at="2027-02-01T00:00:00Z")
    desk.claude.models()
    retires = desk.claude.estimate(question()).retires
    assert retires is not None
    assert retires.isoformat() == "2027-02-01"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, ""),
        (1.0, "about 5 seconds"),
        (22.0, "about 20 seconds"),
        (89.0, "about 90 seconds"),
        (130, "about 2 minutes"),
    ],
)
def test_time_is_said_roughly(seconds: float | None, words: str) -> None:
    assert seconds_words(seconds) == words


def test_many_questions_at_once_heed_the_budget_and_its_lift_and_cross_the_line_too(desk: Desk) -> None:
    told = warned(desk)
    spend(desk, 12)
    items = [BatchItem(text, question(text)) for text in ("A baker.", "A cook.")]
    with pytest.raises(UserError, match="budget"):
        desk.claude.batches.submit(items)
    desk.claude.lift_budget()
    batch_id = desk.claude.batches.submit(items)
    assert desk.claude.batches.collect(batch_id, Verdict).is_over
    assert told == []
    desk.claude.put_back_lift()
    desk.settings.choose(claude_monthly_budget=(desk.claude.budget().spent / NANO) / 0.8 + 0.0001)
    batch_id = desk.claude.batches.submit([BatchItem("c", question("A nurse. " * 2_000))])
    assert desk.claude.batches.collect(batch_id, Verdict).is_over
    assert len(told) == 1


def test_of_a_model_without_a_price_no_batch_is_handed_over_when_nothing_is_left(desk: Desk) -> None:
    desk.settings.choose(claude_model_writing="claude-of-next-year", claude_monthly_budget=0.0)
    with pytest.raises(UserError) as told:
        desk.claude.batches.submit([BatchItem("a baker", question("a baker"))])
    assert told.value.code == "claude-budget-reached"
    assert desk.server.requests(None) == []

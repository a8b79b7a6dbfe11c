"""The ledger can be narrowed, summed and taken along; a month is what the person's calendar calls one."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from careercoach_desktop.features.activity import service as service_module
from careercoach_desktop.features.activity.model import CallFilter, agent_words
from careercoach_desktop.features.activity.service import ActivityService
from careercoach_desktop.foundation.llm.model import NANO, Outcome, Spent, Usage
from careercoach_desktop.foundation.settings.service import SettingsService
from tests.features.activity.conftest import AddCall
from tests.support.workspace import Place

LONG_AGO = datetime(2026, 1, 15, 12, tzinfo=UTC)


def test_calls_come_newest_first_a_page_at_a_time(
    service: ActivityService, add_call: AddCall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service_module, "PAGE", 2)
    ids = [add_call().id for _ in range(5)]
    first = service.calls(CallFilter())
    second = service.calls(CallFilter(), before=first.calls[-1].id)
    third = service.calls(CallFilter(), before=second.calls[-1].id)
    assert [call.id for page in (first, second, third) for call in page.calls] == ids[::-1]
    assert [page.more for page in (first, second, third)] == [True, True, False]


def test_each_filter_narrows(service: ActivityService, add_call: AddCall) -> None:
    old = add_call(started=LONG_AGO)
    parser = add_call(agent="resume-parser")
    haiku = add_call(model="claude-haiku-5-5")
    failed = add_call(outcome=Outcome.FAILED.value)
    month = service.choices().months[-1]

    def found(wanted: CallFilter) -> list[int]:
        return [call.id for call in service.calls(wanted).calls]

    assert found(service.month(month)) == [old.id]
    assert found(CallFilter(agent="resume-parser")) == [parser.id]
    assert found(CallFilter(model="claude-haiku-5-5")) == [haiku.id]
    assert found(CallFilter(outcomes=(Outcome.FAILED, Outcome.CUT))) == [failed.id]
    assert found(CallFilter(agent="resume-parser", model="claude-haiku-5-5")) == []


def test_a_sum_counts_every_call_that_fits_and_every_price_nobody_knows(
    service: ActivityService, add_call: AddCall
) -> None:
    for _ in range(3):
        add_call(cost=None)
    add_call(cost=0, outcome=Outcome.KEPT.value, input_tokens=0, output_tokens=0)
    add_call(cost=0, outcome=Outcome.KEPT.value, input_tokens=0, output_tokens=0)
    add_call(cost=5 * NANO, cache_read_tokens=7)
    add_call(cost=9 * NANO, model="another")
    assert service.total(CallFilter(model="claude-sonnet-5-5")) == Spent(
        calls=6, kept=2, cost=5 * NANO, unknown=3, usage=Usage(4000, 800, 7, 0)
    )


def test_the_months_go_back_to_the_first_call(service: ActivityService, add_call: AddCall) -> None:
    assert service.choices().months == ()
    now = datetime.now().astimezone()
    add_call(started=now - timedelta(days=70))
    months = service.choices().months
    assert [month.day for month in months] == [1] * len(months)
    assert months[0].strftime("%Y-%m") == now.strftime("%Y-%m")
    assert months[-1].strftime("%Y-%m") == (now - timedelta(days=70)).strftime("%Y-%m")
    assert len(months) in (3, 4)


def test_spending_is_this_months_dearest_first(service: ActivityService, place: Place, add_call: AddCall) -> None:
    place.get(SettingsService).choose(claude_monthly_budget=10.0)
    add_call(cost=100 * NANO, started=LONG_AGO)
    add_call(cost=1 * NANO, agent="resume-parser", model="claude-haiku-5-5")
    add_call(cost=7 * NANO)
    spending = service.spending()
    assert (spending.budget.spent, spending.budget.share) == (8 * NANO, 0.8)
    assert (spending.month.calls, spending.ever.calls) == (2, 3)
    assert [agent for agent, _ in spending.by_agent] == ["resume-tailor", "resume-parser"]
    assert [model for model, _ in spending.by_model] == ["claude-sonnet-5-5", "claude-haiku-5-5"]


def test_the_table_holds_exactly_the_calls_that_fit_and_runs_nothing(
    service: ActivityService, add_call: AddCall, tmp_path: Path
) -> None:
    add_call(model='=HYPERLINK("http://x")', cost=1_234_000, first_token=0.25)
    add_call(agent="other")
    target = tmp_path / "calls.csv"
    service.save_calls(CallFilter(agent="resume-tailor"), target)
    rows = list(csv.DictReader(io.StringIO(target.read_text(encoding="utf-8-sig"), newline="")))
    assert len(rows) == 1
    [row] = rows
    assert row["model"] == '\'=HYPERLINK("http://x")'
    assert (row["US dollars"], row["tokens in"], row["seconds to the first word"]) == ("0.001234", "1000", "0.25")
    assert (row["what for"], row["outcome"], row["request id"]) == ("Tailoring a résumé", "Answered", "req_1")


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        ("resume-tailor", "Tailoring a résumé"),
        ("ResumeTailor", "Tailoring a résumé"),
        ("job_parser", "Reading a posting"),
        ("CoverLetter", "Writing a letter"),
        ("GoalPlanner", "Goal planner"),
        ("", ""),
    ],
)
def test_an_agent_has_a_name_for_people(agent: str, words: str) -> None:
    assert agent_words(agent) == words

"""What the month has cost, against the limit, and where it went; it moves while calls are made."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.activity.service import ActivityService
from careercoach_desktop.features.activity.ui.activity_page import ActivityPage
from careercoach_desktop.features.activity.ui.spending_panel import SpendingPanel
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.llm.model import NANO
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.uikit import Desk
from tests.features.activity.conftest import AddCall
from tests.support.dialogs import button, words
from tests.support.workspace import Place


@pytest.fixture
def panel(desk: Desk, service: ActivityService, place: Place, show: Callable[..., QWidget]) -> SpendingPanel:
    place.get(SettingsService).choose(claude_monthly_budget=10.0)
    made = SpendingPanel(desk, service)
    show(made).resize(900, 700)
    return made


def test_nothing_spent_yet(panel: SpendingPanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "of $10.00 this month" in words(panel))
    assert "$0.00" in words(panel)
    assert not panel._agents.isVisible()


@pytest.mark.parametrize(
    ("cost", "said"),
    [(8.5, "85 % of the budget is spent; $1.50 are left."), (10, "The budget is used up"), (7.9, "")],
)
def test_nearing_and_reaching_the_limit_is_said(
    panel: SpendingPanel, add_call: AddCall, qtbot: QtBot, cost: float, said: str
) -> None:
    add_call(cost=round(cost * NANO))
    qtbot.waitUntil(lambda: panel._bar._money.text() == f"${cost:.2f}")
    note = panel._bar._note.text()
    assert note.startswith(said) if said else note == ""
    assert panel._bar._icon.isVisible() is bool(said)


def test_where_it_went(panel: SpendingPanel, add_call: AddCall, qtbot: QtBot) -> None:
    add_call(cost=3 * NANO)
    add_call(cost=None, agent="job-parser", model="llama3.3")
    said = {"Reading a posting", "Tailoring a résumé", "$3.00", "price unknown", "llama3.3"}
    qtbot.waitUntil(lambda: said <= set(words(panel)))
    qtbot.waitUntil(lambda: panel._bar._note.text() == "The price of 1 call is unknown and not in this sum.")


def test_months_and_what_the_cache_saved(panel: SpendingPanel, add_call: AddCall, qtbot: QtBot) -> None:
    add_call(cost=3 * NANO, cache_read_tokens=1_000_000)
    add_call(cost=NANO, started=datetime(2025, 3, 4, 12, tzinfo=UTC))
    saved = "Reading again what Claude still had in its cache saved $1.90 this month."
    qtbot.waitUntil(lambda: {"March 2025", saved} <= set(words(panel)))


def test_the_stop_is_lifted_for_this_month_and_taken_back(
    panel: SpendingPanel, add_call: AddCall, place: Place, desk: Desk, await_: Callable, qtbot: QtBot
) -> None:
    add_call(cost=11 * NANO)
    qtbot.waitUntil(panel._ways.lift.isVisible)
    with qtbot.waitSignal(desk.undo.changed):
        button(panel, "Lift it for this month").click()
    qtbot.waitUntil(lambda: panel._bar._note.text() == "You lifted the budget for this month, so Claude goes on.")
    assert not place.get(Claude).budget().stops
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: panel._bar._note.text().startswith("The budget is used up"))
    assert place.get(Claude).budget().stops


def test_a_new_limit_is_shown_at_once_and_the_way_to_it_is_offered(
    panel: SpendingPanel, place: Place, desk: Desk, await_: Callable, qtbot: QtBot
) -> None:
    await_(desk.run(lambda: place.get(SettingsService).choose(claude_monthly_budget=None)))
    qtbot.waitUntil(lambda: "this month, without a limit" in words(panel))
    with qtbot.waitSignal(desk.open_requested) as asked:
        button(panel, "Change the budget").click()
    assert asked.args == ["settings", "claude"]


def test_the_page_opens_at_a_tab(desk: Desk, service: ActivityService, show: Callable[..., QWidget]) -> None:
    page = ActivityPage(desk, service)
    show(page)
    page.open_section("calls")
    assert page.calls.isVisible()
    page.open_section("nowhere")
    assert page.calls.isVisible()

"""The ledger's table: filters, sums, live calls, thousands of rows without loading them all, what can be copied."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.activity import service as service_module
from careercoach_desktop.features.activity.service import ActivityService
from careercoach_desktop.features.activity.ui.call_table import Column
from careercoach_desktop.features.activity.ui.calls_panel import CallsPanel
from careercoach_desktop.features.activity.ui.sent_dialog import SentDialog
from careercoach_desktop.foundation.llm.model import NANO, CallRecorded, Outcome, Sent, SentPart
from careercoach_desktop.foundation.llm.sent import packed
from careercoach_desktop.foundation.llm.store import LedgerStore, SentRow
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.uikit import Desk
from tests.features.activity.conftest import AddCall
from tests.support.dialogs import answer, button, dialog, toasts, words


@pytest.fixture
def open_panel(desk: Desk, service: ActivityService, show: Callable[..., QWidget]) -> Callable[[], CallsPanel]:
    def make() -> CallsPanel:
        panel = CallsPanel(desk, service)
        show(panel).resize(1100, 600)
        return panel

    return make


def ids(panel: CallsPanel) -> list[int]:
    return [call.id for call in panel.model.calls]


def test_no_call_yet_teaches_what_will_stand_here_and_leads_to_the_settings(
    open_panel: Callable[[], CallsPanel], desk: Desk, qtbot: QtBot
) -> None:
    panel = open_panel()
    qtbot.waitUntil(panel._none.isVisible)
    with qtbot.waitSignal(desk.open_requested) as asked:
        button(panel, "Set up Claude").click()
    assert asked.args == ["settings", "claude"]


def test_each_call_says_what_for_how_much_and_how_it_ended(
    open_panel: Callable[[], CallsPanel], add_call: AddCall, qtbot: QtBot
) -> None:
    add_call(cost=31_200_000, cache_read_tokens=4200)
    add_call(cost=None, model="llama3.3:70b", outcome=Outcome.CUT.value)
    add_call(cost=0, outcome=Outcome.KEPT.value, seconds=0.0)
    panel = open_panel()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 3)
    shown = [[panel.model.index(row, column).data() for column in Column] for row in range(3)]
    assert [cells[Column.AGENT] for cells in shown] == ["Tailoring a résumé"] * 3
    assert [cells[Column.COST] for cells in shown] == ["–", "unknown", "$0.0312"]
    assert [cells[Column.OUTCOME] for cells in shown] == ["Answered before, free", "Connection broke", "Answered"]
    assert shown[2][Column.CACHED] == "4200"


def test_filters_narrow_the_table_and_its_sum(
    open_panel: Callable[[], CallsPanel], add_call: AddCall, qtbot: QtBot
) -> None:
    add_call(cost=2 * NANO)
    parser = add_call(cost=1 * NANO, agent="resume-parser")
    panel = open_panel()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 2 and "$3.00" in panel._sum.text())
    panel._agent._choose("resume-parser")
    qtbot.waitUntil(lambda: ids(panel) == [parser.id] and "1 call · $1.00" in panel._sum.text())
    panel._outcome._choose(Outcome.FAILED.value)
    qtbot.waitUntil(panel._unfit.isVisible)
    button(panel, "Show all calls").click()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 2)
    assert panel._agent.value() == "all"


def test_a_call_appears_while_it_runs_and_its_end_is_shown(
    open_panel: Callable[[], CallsPanel], add_call: AddCall, database: Database, qtbot: QtBot
) -> None:
    add_call()
    panel = open_panel()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1)
    started = add_call(outcome=Outcome.STARTED.value, cost=None, seconds=None)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 2)
    assert panel.model.index(0, Column.OUTCOME).data() == "Under way"
    with database.write() as unit:
        unit.emit(
            CallRecorded(
                LedgerStore(unit.session).complete(started.id, {"outcome": Outcome.ANSWERED.value, "cost": NANO})
            )
        )
    qtbot.waitUntil(lambda: panel.model.index(0, Column.OUTCOME).data() == "Answered")
    qtbot.waitUntil(lambda: "2 calls · $1.00" in panel._sum.text())
    assert panel.model.rowCount() == 2


def test_a_first_call_of_a_new_kind_becomes_a_filter(
    open_panel: Callable[[], CallsPanel], add_call: AddCall, qtbot: QtBot
) -> None:
    panel = open_panel()
    qtbot.waitUntil(panel._none.isVisible)
    add_call(agent="job-parser")
    qtbot.waitUntil(lambda: panel.table.isVisible() and panel.model.rowCount() == 1)
    assert ("job-parser", "Reading a posting") in panel._agent._choices


def test_ten_thousand_calls_are_loaded_as_they_come_into_sight(
    open_panel: Callable[[], CallsPanel], database: Database, add_call: AddCall, qtbot: QtBot
) -> None:
    call = add_call()
    values = {name: getattr(call, name) for name in ("agent", "model", "endpoint")}
    more = {"agent_version": 1, "outcome": "ANSWERED", "started": call.started, "cost": 1}
    with database.write() as unit:
        for _ in range(9_999):
            LedgerStore(unit.session).add(values | more)
    panel = open_panel()
    qtbot.waitUntil(lambda: "10,000 calls" in panel._sum.text() or "10000 calls" in panel._sum.text(), timeout=20_000)
    assert panel.model.rowCount() == service_module.PAGE
    panel.table.scrollToBottom()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 2 * service_module.PAGE)
    assert ids(panel) == sorted(ids(panel), reverse=True)


def test_the_request_id_can_be_copied(open_panel: Callable[[], CallsPanel], add_call: AddCall, qtbot: QtBot) -> None:
    add_call(request_id="")
    add_call(request_id="req_42", error="claude-overloaded")
    panel = open_panel()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 2)
    panel.table.selectRow(0)
    assert "req_42" in panel._detail.text()
    button(panel, "Copy request id").click()
    assert QApplication.clipboard().text() == "req_42"
    panel.table.selectRow(1)
    assert not panel._copy.isVisible()


def test_the_calls_that_are_shown_are_saved_as_a_table(
    open_panel: Callable[[], CallsPanel],
    add_call: AddCall,
    desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    target = tmp_path / "calls.csv"

    async def choose(*_args: object) -> Path:
        return target

    monkeypatch.setattr(desk, "choose_save", choose)
    add_call(agent="resume-parser")
    add_call()
    panel = open_panel()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 2)
    panel._agent._choose("resume-parser")
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1)
    button(panel, "Export CSV…").click()
    qtbot.waitUntil(lambda: "The calls are in calls.csv." in toasts(desk))
    assert len(target.read_text(encoding="utf-8-sig").splitlines()) == 2


def keep_sent(database: Database, call_id: int, sent: Sent) -> None:
    with database.write() as unit:
        unit.session.add(SentRow(call_id=call_id, content=packed(sent)))


def test_exactly_what_was_sent_is_shown_part_by_part(
    open_panel: Callable[[], CallsPanel], add_call: AddCall, database: Database, qtbot: QtBot
) -> None:
    resume = SentPart("user", "<resume>\n<b>[[NAME]]</b>, hydrologist\n</resume>", kept=True)
    schema = {"type": "object", "title": "Proposal"}
    parts = (resume, SentPart("user", "Tailor it."))
    sent = Sent("claude-sonnet-5-5", "Never invent.", parts, schema, "medium", 16_000, "", ("[[NAME]]",))
    keep_sent(database, add_call().id, sent)
    panel = open_panel()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1)
    panel.table.selectRow(0)
    button(panel, "What was sent").click()
    shown = dialog(qtbot, SentDialog)
    text = shown.view.toPlainText()
    assert "Never invent." in text
    assert "<b>[[NAME]]</b>, hydrologist" in text, "shown as text, not as markup"
    assert "stays in Claude’s cache for a few minutes" in text
    assert text.index("hydrologist") < text.index("Tailor it.") < text.index("Never invent."), "the person’s own first"
    assert "Proposal" not in text
    shown.view.anchorClicked.emit(QUrl("schema"))
    assert "Proposal" in shown.view.toPlainText()
    assert any("In their place stood: [[NAME]]" in said for said in words(shown))
    button(shown, "Copy all").click()
    assert "Tailor it." in QApplication.clipboard().text()
    answer(qtbot, shown, "Close")


def test_a_call_that_sent_nothing_says_so(
    open_panel: Callable[[], CallsPanel], add_call: AddCall, desk: Desk, qtbot: QtBot
) -> None:
    add_call(outcome=Outcome.KEPT.value, cost=0)
    panel = open_panel()
    desk.set_window(panel.window())
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1)
    panel.table.selectRow(0)
    button(panel, "What was sent").click()
    qtbot.waitUntil(lambda: toasts(desk) == ["Nothing was sent: exactly this had been answered before."])

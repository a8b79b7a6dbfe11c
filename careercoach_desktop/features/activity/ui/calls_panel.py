"""The ledger of calls to Claude: filters, their sum, the table, and what there is to say of the chosen call."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.activity.model import OUTCOMES, CallFilter, Ledgers, agent_words
from careercoach_desktop.features.activity.ui.call_table import CallModel, CallTable
from careercoach_desktop.features.activity.ui.sent_dialog import SentDialog
from careercoach_desktop.features.activity.ui.words import month_words, sum_words, tr
from careercoach_desktop.foundation.llm.model import AiCall, CallRecorded, Outcome
from careercoach_desktop.foundation.llm.words import model_name
from careercoach_desktop.foundation.storage.watching import ChangedElsewhere
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    ComboButton,
    Desk,
    EmptyState,
    Size,
    Space,
    Text,
    column,
    holder,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.activity.service import ActivityService

_ALL = "all"


class CallsPanel(QWidget):
    """Loads itself, a page of calls at a time, and follows what happens."""

    def __init__(self, desk: Desk, service: ActivityService) -> None:
        super().__init__()
        self._desk = desk
        self._service = service
        self._filter = CallFilter()
        self._choices = Ledgers()
        self._summing = self._stale = self._missed = False
        self._loads = 0
        self.model = CallModel()
        self.model.more_wanted.connect(lambda: desk.start(self._load_older(), owner=self))
        self.table = CallTable(self.model, tr("Calls to Claude"))
        self._month = self._combo(tr("Month"), tr("All time"), self._choose_month)
        self._agent = self._combo(tr("For"), tr("Everything"), self._choose_agent)
        self._model = self._combo(tr("Model"), tr("Every model"), self._choose_model)
        self._outcome = self._combo(tr("Outcome"), tr("Every outcome"), self._choose_outcome)
        self._outcome.set_choices(
            [(_ALL, tr("Every outcome")), *((outcome.value, tr(OUTCOMES[outcome][0])) for outcome in Outcome)]
        )
        export = Button(tr("Export CSV…"), icon="download-simple", compact=True)
        export.clicked.connect(lambda: desk.start(self._export(), owner=self))
        self._sum = Text("", size=Size.SMALL, tone="second", elide=True)
        self._detail = Text("", size=Size.SMALL, tone="second", elide=True, selectable=True)
        self._look = Button(tr("What was sent"), icon="eye", compact=True)
        self._look.clicked.connect(self._look_at_chosen)
        self.table.activated.connect(lambda _index: self._look_at_chosen())
        self._copy = Button(tr("Copy request id"), compact=True)
        self._copy.clicked.connect(self.copy_request_id)
        self._lay_out(export)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_detail())
        self.model.modelReset.connect(self._show_detail)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.table)
        shortcut.activated.connect(self.copy_request_id)
        desk.on(CallRecorded, self._on_call, owner=self)
        desk.on(ChangedElsewhere, lambda _event: self._look_again(), owner=self)
        desk.start(self.load(), owner=self)

    def _lay_out(self, export: Button) -> None:
        filters = row(self._month, self._agent, self._model, self._outcome, STRETCH, export, spacing=Space.S)
        about = (self._detail, self._copy, self._look)
        foot = row(self._sum, STRETCH, *about, spacing=Space.M, margins=(0, Space.S, 0, Space.M))
        self._some = holder(column(filters, Space.XS, self.table, foot, spacing=Space.XS))
        self._none = EmptyState(
            "sparkle",
            tr("Each time Claude is asked, it is written down here: what for, how much was sent, and what it cost."),
            action=tr("Set up Claude"),
        )
        self._none.acted.connect(lambda: self._desk.open("settings", section="claude"))
        self._unfit = EmptyState("funnel", tr("No call fits these filters."), link=tr("Show all calls"))
        self._unfit.link_followed.connect(self._show_all)
        whole = column(self._some, self._unfit, self._none, spacing=0)
        self.setLayout(whole)
        self._judge_emptiness()

    async def load(self) -> None:
        """The choices of the filters, the first page and the sum."""
        self._choices = await self._desk.run(self._service.choices)
        self._month.set_choices(
            [(_ALL, tr("All time")), *((begin.isoformat(), month_words(begin)) for begin in self._choices.months)]
        )
        self._agent.set_choices([(_ALL, tr("Everything")), *((one, agent_words(one)) for one in self._choices.agents)])
        self._model.set_choices([(_ALL, tr("Every model")), *((one, model_name(one)) for one in self._choices.models)])
        await self._load_calls()

    async def _look_again(self) -> None:
        """Another process (a command) committed something; who is reading further down is not sent back to the top."""
        newest = await self._desk.run(self._service.calls, self._filter)
        if newest.calls[:1] != tuple(self.model.calls[:1]):
            await self.load()

    def copy_request_id(self) -> None:
        """Put the chosen call's request id on the clipboard, for a question to the server's people."""
        call = self._chosen()
        if call is not None and call.request_id:
            QGuiApplication.clipboard().setText(call.request_id)
            self._desk.toast(tr("Request id copied."))

    # Filters --------------------------------------------------------------------------------------------------

    def _combo(self, name: str, everything: str, choose: Callable[[str], None]) -> ComboButton:
        made = ComboButton([(_ALL, everything)], name, value=_ALL, compact=True)
        made.changed.connect(choose)
        return made

    def _choose_month(self, key: str) -> None:
        if key == _ALL:
            self._set(replace(self._filter, since=None, until=None))
        else:
            month = self._service.month(datetime.fromisoformat(key))
            self._set(replace(self._filter, since=month.since, until=month.until))

    def _choose_outcome(self, key: str) -> None:
        self._set(replace(self._filter, outcomes=() if key == _ALL else (Outcome(key),)))

    def _choose_agent(self, key: str) -> None:
        self._set(replace(self._filter, agent="" if key == _ALL else key))

    def _choose_model(self, key: str) -> None:
        self._set(replace(self._filter, model="" if key == _ALL else key))

    def _show_all(self) -> None:
        for combo in (self._month, self._agent, self._model, self._outcome):
            combo.set_value(_ALL)
        self._set(CallFilter())

    def _set(self, wanted: CallFilter) -> None:
        self._filter = wanted
        self._desk.start(self._load_calls(), owner=self)

    # Loading --------------------------------------------------------------------------------------------------

    async def _load_calls(self) -> None:
        wanted = self._filter
        self._loads += 1
        try:
            page = await self._desk.run(self._service.calls, wanted)
        finally:
            self._loads -= 1
        if wanted is not self._filter:
            return  # another choice was made meanwhile, and is on its way
        self.model.set_calls(page.calls, more=page.more)
        self._judge_emptiness()
        if self._missed and not self._loads:
            self._missed = False
            await self._load_calls()
        await self._show_sum()

    async def _load_older(self) -> None:
        wanted, known = self._filter, self.model.calls
        page = await self._desk.run(self._service.calls, wanted, known[-1].id if known else None)
        if wanted is self._filter and self.model.calls[-1:] == known[-1:]:  # else the list was loaded anew meanwhile
            self.model.add_older(page.calls, more=page.more)

    async def _show_sum(self) -> None:
        """Many calls at once are summed once more when the sum under way is there."""
        self._stale = True
        if self._summing:
            return
        self._summing = True
        try:
            while self._stale:
                self._stale = False
                self._sum.setText(sum_words(await self._desk.run(self._service.total, self._filter)))
        finally:
            self._summing = False

    async def _on_call(self, event: CallRecorded) -> None:
        call = event.call
        if call.agent not in self._choices.agents or call.model not in self._choices.models:
            await self.load()
            return
        if self._loads:  # what is on its way may have been read before this call was written down
            self._missed = True
        if not self.model.update(call) and _fits(call, self._filter):
            newest = self.model.calls[:1]
            if not newest or call.id > newest[0].id:
                self.model.add_newest(call)
        self._judge_emptiness()
        await self._show_sum()

    # Showing --------------------------------------------------------------------------------------------------

    def _judge_emptiness(self) -> None:
        some = bool(self.model.rowCount())
        ever = bool(self._choices.agents)
        self._some.setVisible(some or ever)
        self.table.setVisible(some)
        self._unfit.setVisible(ever and not some)
        self._none.setVisible(not ever and not some)

    def _chosen(self) -> AiCall | None:
        at = self.table.currentIndex()
        return self.model.call(at.row()) if at.isValid() and at.row() < self.model.rowCount() else None

    def _show_detail(self) -> None:
        call = self._chosen()
        self._copy.setVisible(call is not None and bool(call.request_id))
        self._detail.setVisible(call is not None)
        self._look.setVisible(call is not None)
        if call is None:
            return
        parts = [call.endpoint]
        if call.first_token:
            parts.append(tr("first word after {seconds:.1f} s").format(seconds=call.first_token))
        if call.error:
            parts.append(call.error)
        if call.request_id:
            parts.append(call.request_id)
        self._detail.setText(" · ".join(parts))

    def _look_at_chosen(self) -> None:
        if (call := self._chosen()) is not None:
            self._desk.start(self._look_at(call), owner=self)

    async def _look_at(self, call: AiCall) -> None:
        sent = await self._desk.run(self._service.sent, call.id)
        if sent is not None:
            await SentDialog(call, sent, self).answer()
        elif call.outcome is Outcome.KEPT:
            self._desk.toast(tr("Nothing was sent: exactly this had been answered before."))
        else:
            self._desk.toast(tr("What this call sent is not kept any more. It is kept for 90 days."))

    async def _export(self) -> None:
        name = "claude-calls.csv" if self._filter.since is None else f"claude-calls-{self._filter.since:%Y-%m}.csv"
        target = await self._desk.choose_save(tr("Save these calls as a table"), name, ("CSV (*.csv)",))
        if target is None:
            return
        await self._desk.work(self._service.save_calls, self._filter, target)
        self._desk.toast(
            tr("The calls are in {name}.").format(name=target.name),
            action=tr("Show"),
            on_action=lambda: self._desk.reveal(target),
            tone="good",
        )


def _fits(call: AiCall, wanted: CallFilter) -> bool:
    return (
        (wanted.since is None or call.started >= wanted.since)
        and (wanted.until is None or call.started < wanted.until)
        and wanted.agent in ("", call.agent)
        and wanted.model in ("", call.model)
        and (not wanted.outcomes or call.outcome in wanted.outcomes)
    )

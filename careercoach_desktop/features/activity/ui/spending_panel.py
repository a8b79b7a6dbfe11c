"""What Claude costs: this month against the budget, and where the money went."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from careercoach_desktop.features.activity.model import Spending, agent_words
from careercoach_desktop.features.activity.ui.budget_bar import BudgetBar
from careercoach_desktop.features.activity.ui.lift_ways import LiftWays
from careercoach_desktop.features.activity.ui.words import count_words, month_words, sum_words, tr
from careercoach_desktop.foundation.llm.model import CallRecorded, Spent
from careercoach_desktop.foundation.llm.words import dollars, model_name
from careercoach_desktop.foundation.settings.model import SettingsChanged
from careercoach_desktop.foundation.storage.watching import ChangedElsewhere
from careercoach_desktop.foundation.uikit import (
    Bar,
    Button,
    Card,
    Desk,
    Scroll,
    Size,
    Space,
    Text,
    clear,
    column,
    holder,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.activity.service import ActivityService

_WIDTH = 680


class SpendingPanel(QWidget):
    """Loads itself and follows every call and every change of the limit."""

    def __init__(self, desk: Desk, service: ActivityService) -> None:
        super().__init__()
        self._desk = desk
        self._service = service
        self._busy = self._stale = False
        self._bar = BudgetBar()
        self._ever = Text("", size=Size.SMALL, tone="third", wrap=True)
        change = Button(tr("Change the budget"), compact=True)
        change.clicked.connect(lambda: desk.open("settings", section="claude"))
        month = Card(tr("This month"))
        month.add_beside(change)
        month.add(self._bar, self._ever)
        self._saved = Text("", size=Size.SMALL, tone="green", wrap=True)
        month.add(self._saved)
        self._ways = LiftWays(desk, service)
        month.add(self._ways)
        self._agents, self._models = Card(tr("What it was for, this month")), Card(tr("By model, this month"))
        self._months = Card(tr("Month by month"))
        cards = column(month, self._agents, self._models, self._months, spacing=Space.L)
        cards.addStretch(1)
        inner = holder(cards)
        inner.setFixedWidth(_WIDTH)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, Space.XXL)
        line.addWidget(inner)
        line.addStretch(1)
        self.setLayout(column(Scroll(holder(line), name=tr("Spending")), spacing=0))
        for event in (CallRecorded, SettingsChanged, ChangedElsewhere):
            desk.on(event, lambda _event: self.load(), owner=self)
        desk.start(self.load(), owner=self)

    async def load(self) -> None:
        """Many calls at once are summed once more when the sum under way is there."""
        self._stale = True
        if self._busy:
            return
        self._busy = True
        try:
            while self._stale:
                self._stale = False
                self._show(await self._desk.run(self._service.spending))
        finally:
            self._busy = False

    def _show(self, spending: Spending) -> None:
        self._bar.show_budget(spending.budget, spending.month)
        self._ever.setText(
            tr("Since the first call: {sum}.").format(sum=sum_words(spending.ever))
            if spending.ever.calls
            else tr(
                "Claude has not been asked yet. What it costs will stand here, and nothing is sent without your click."
            )
        )
        self._saved.setText(
            tr("Reading again what Claude still had in its cache saved {money} this month.").format(
                money=dollars(spending.saved)
            )
        )
        self._saved.setVisible(spending.saved > 0)
        self._ways.show_budget(spending.budget)
        _fill(self._agents, [(agent_words(agent), spent) for agent, spent in spending.by_agent])
        _fill(self._models, [(model_name(model), spent) for model, spent in spending.by_model])
        _fill(self._months, [(month_words(_begin(name)), spent) for name, spent in spending.by_month])


def _begin(month: str) -> datetime:
    """``2026-11`` where the person is."""
    return datetime.strptime(month, "%Y-%m").astimezone()


def _fill(card: Card, sums: list[tuple[str, Spent]]) -> None:
    clear(card.body)
    card.setVisible(bool(sums))
    dearest = max((spent.cost for _name, spent in sums), default=0)
    for name, spent in sums:
        calls = tr("1 call") if spent.calls == 1 else tr("{count} calls").format(count=count_words(spent.calls))
        money = dollars(spent.cost)
        if spent.unknown:
            money = tr("price unknown") if not spent.cost else tr("{money} and unknown").format(money=money)
        words = Text(name, elide=True)
        number = Text(calls, size=Size.SMALL, tone="third")
        cost = Text(money, weight=500)
        line = row(words, number, cost, spacing=Space.M)
        line.setStretch(0, 1)
        bar = Bar(spent.cost / dearest if dearest else 0.0, name=f"{name}: {money}")
        card.add(holder(column(line, bar, spacing=5, margins=(0, 2, 0, Space.XS))))

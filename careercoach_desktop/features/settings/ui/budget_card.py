"""What a month may cost: spent so far, the limit, raising and lifting it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from careercoach_desktop.features.activity.ui import BudgetBar, LiftWays
from careercoach_desktop.features.settings.model import ClaudeOverview
from careercoach_desktop.features.settings.ui.choices import Choices
from careercoach_desktop.features.settings.ui.page_parts import Decided, Said, below, line, small, tr
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    Card,
    CheckBox,
    Desk,
    Space,
    Text,
    TextField,
    holder,
    row,
)
from careercoach_desktop.foundation.uikit.amounts import read_amount

if TYPE_CHECKING:
    from careercoach_desktop.features.settings.service import ClaudeSettings

SETTING = "claude_monthly_budget"
_MOST = 100_000
_FIRST = 10.0
"""What is suggested when a limit is set again."""


class BudgetCard(Card):
    def __init__(self, desk: Desk, service: ClaudeSettings, choices: Choices) -> None:
        super().__init__(tr("Budget"), spacing=Space.M)
        self._choices = choices
        self._limit: float | None = None
        spending = Button(tr("See every call"), "link")
        spending.clicked.connect(lambda: desk.open("activity", section="calls"))
        self.add_beside(spending)
        self._bar = BudgetBar()
        self.field = TextField(tr("Monthly limit in US dollars"))
        self.field.setMaximumWidth(110)
        self.field.committed.connect(self._set)
        self.unlimited = CheckBox(tr("No limit"), tr("No monthly limit"))
        self.unlimited.clicked.connect(self._switch)
        self.more = Button(tr("Raise the limit"), compact=True)
        self.more.clicked.connect(self._raise)
        self.ways = LiftWays(desk, service)
        self._ways = holder(row(self.more, self.ways, STRETCH))
        self._ways.hide()
        self._decided = Decided()
        self._wrong = Said()
        self.add(
            self._bar,
            self._ways,
            line(tr("Monthly limit"), self.field, Text(tr("US dollars"), tone="third"), self.unlimited),
            below(
                self._decided,
                self._wrong,
                small(
                    tr(
                        "You are told when four fifths are spent. When all is, Claude is asked no more until the next "
                        "month begins or you lift the limit; nothing you have is lost."
                    )
                ),
            ),
        )

    def show_overview(self, overview: ClaudeOverview) -> None:
        self._limit = overview.in_force.settings.claude_monthly_budget
        self._bar.show_budget(overview.budget, overview.month)
        if not (self.field.hasFocus() and self.field.isModified()):
            self.field.setText("" if self._limit is None else _written(self._limit))
            self._clear()
        self.unlimited.setChecked(self._limit is None)
        self.field.setEnabled(self._limit is not None)
        variable = overview.in_force.decided.get(SETTING)
        self._decided.show_for(variable, self.unlimited, *([self.field] if self._limit is not None else []))
        self.more.setVisible(variable is None)
        self.ways.show_budget(overview.budget)
        self._ways.setVisible(overview.budget.is_nearly_reached or overview.budget.lifted)
        self.more.setText(tr("Raise to ${amount}").format(amount=_written(self._higher())))

    def _set(self, text: str) -> None:
        amount = read_amount(text.strip().lstrip("$"))
        if amount is None or amount > _MOST:
            self.field.set_state("error")
            self._wrong.say(tr("Write an amount such as 10, at most 100,000, or choose “No limit”."), "bad")
            return
        self._save(amount)

    def _switch(self) -> None:
        self._save(None if self.unlimited.isChecked() else _FIRST)

    def _raise(self) -> None:
        self._save(self._higher())

    def _higher(self) -> float:
        return min(max((self._limit or 0) * 2, _FIRST), _MOST)

    def _save(self, limit: float | None) -> None:
        self._clear()
        self._choices.save(SETTING, limit, tr("the budget"), refused=lambda why: self._wrong.say(why, "bad"))

    def _clear(self) -> None:
        self.field.set_state("plain")
        self._wrong.say("")


def _written(amount: float) -> str:
    return QLocale().toString(amount, "f", 0 if amount == int(amount) else 2)

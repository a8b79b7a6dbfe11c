"""This month's spending against the limit, as one line of words over a bar."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.activity.ui.words import tr, unknown_words
from careercoach_desktop.foundation.llm.model import Budget, Spent
from careercoach_desktop.foundation.llm.words import dollars
from careercoach_desktop.foundation.uikit import Bar, IconView, Size, Space, Text, Weight, column, row


class BudgetBar(QWidget):
    """Without a limit there is no bar. Told by words, an icon and a colour."""

    def __init__(self) -> None:
        super().__init__()
        self._money = Text("", size=Size.LARGE, weight=Weight.BOLD)
        self._of = Text("", tone="second")
        self._bar = Bar(0.0, height=6, name="Part of this month’s budget that is spent")
        self._icon = IconView("warning", "amber")
        self._note = Text("", size=Size.SMALL, tone="second", wrap=True)
        note = row(self._icon, self._note, spacing=6)
        note.setStretch(1, 1)
        money = row(self._money, self._of, spacing=6)
        money.addStretch(1)
        self.setLayout(column(money, self._bar, note, spacing=Space.S))
        self.show_budget(Budget(0, None), Spent())

    def show_budget(self, budget: Budget, month: Spent) -> None:
        share = budget.share
        spent = dollars(budget.spent)
        self._money.setText(f"{spent[:1].upper()}{spent[1:]}")
        limit = tr("this month, without a limit") if budget.limit is None else tr("of {limit} this month")
        self._of.setText(limit.format(limit=dollars(budget.limit)))
        self._bar.setVisible(share is not None)
        reached, nearly = budget.stops, budget.is_nearly_reached
        self._bar.set_value(share if share is not None else 0.0)
        self._bar.set_tone("bad" if reached else "warn" if nearly else "accent")
        self._icon.setVisible(reached or nearly)
        self._icon.set_icon("warning-circle" if reached else "warning", "red" if reached else "amber")
        self._note.setText(self._words(budget, month))
        self._note.setVisible(bool(self._note.text()))

    @staticmethod
    def _words(budget: Budget, month: Spent) -> str:
        said = []
        if budget.is_reached and budget.lifted:
            said.append(tr("You lifted the budget for this month, so Claude goes on."))
        elif budget.is_reached:
            said.append(
                tr("The budget is used up: Claude is not asked any more this month. Everything else goes on working.")
            )
        elif budget.share is not None and budget.is_nearly_reached:
            left = dollars((budget.limit or 0) - budget.spent)
            said.append(
                tr("{share} % of the budget is spent; {left} are left.").format(
                    share=int(budget.share * 100), left=left
                )
            )
        if month.unknown:
            words = unknown_words(month.unknown)
            said.append(f"{words[:1].upper()}{words[1:]} " + tr("and not in this sum."))
        return " ".join(said)

"""The ways on when the month's budget is used up: lift it for this month, or let it stop again."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.activity.ui.words import tr
from careercoach_desktop.foundation.llm.model import Budget
from careercoach_desktop.foundation.uikit import STRETCH, Button, Desk, Space, row


class Lifting(Protocol):
    """Who can lift the budget."""

    def lift_budget(self) -> str:
        """What ``put_back_lift`` wants for undo."""

    def put_back_lift(self, before: str = "") -> None:
        """Undo that; without ``before``: the limit stops calls again."""


class LiftWays(QWidget):
    """Shown from four fifths of the budget on, and while it is lifted."""

    def __init__(self, desk: Desk, service: Lifting) -> None:
        super().__init__()
        self._desk = desk
        self._service = service
        self.lift = Button(tr("Lift it for this month"), compact=True)
        self.lift.clicked.connect(lambda: desk.start(self._lift(), owner=self))
        self.stop_again = Button(tr("Let it stop again"), compact=True)
        self.stop_again.clicked.connect(lambda: desk.start(self._stop_again(), owner=self))
        self.setLayout(row(self.lift, self.stop_again, STRETCH, spacing=Space.S))
        self.show_budget(Budget(0, None))

    def show_budget(self, budget: Budget) -> None:
        self.lift.setVisible(budget.is_nearly_reached and not budget.lifted)
        self.stop_again.setVisible(budget.limit is not None and budget.lifted)
        self.setVisible(budget.limit is not None and (budget.is_nearly_reached or budget.lifted))

    async def _lift(self) -> None:
        before = await self._desk.run(self._service.lift_budget)
        change = self._desk.undo.push(
            tr("lifted the budget for this month"),
            lambda: self._desk.run(self._service.put_back_lift, before),
            lambda: self._desk.run(self._service.lift_budget),
        )
        self._desk.offer_undo(tr("The budget is lifted until the month is over"), change)

    async def _stop_again(self) -> None:
        await self._desk.run(self._service.put_back_lift)
        self._desk.undo.push(
            tr("let the budget stop again"),
            lambda: self._desk.run(self._service.lift_budget),
            lambda: self._desk.run(self._service.put_back_lift),
        )

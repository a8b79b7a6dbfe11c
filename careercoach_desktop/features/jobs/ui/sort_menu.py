"""The order of the jobs: a quiet button that says it, and its menu."""

from __future__ import annotations

from typing import Any

from careercoach_desktop.features.jobs.model import SortKey
from careercoach_desktop.features.jobs.ui.board_cards import BoardCards
from careercoach_desktop.features.jobs.ui.words import tr
from careercoach_desktop.foundation.uikit import Button
from careercoach_desktop.foundation.uikit.menus import SEPARATOR, MenuEntry, open_menu

SORT_WORDS = {
    SortKey.MANUAL: "By hand",
    SortKey.MATCH: "Match",
    SortKey.DEADLINE: "Deadline",
    SortKey.SALARY: "Salary",
    SortKey.ADDED: "Added",
    SortKey.POSTED: "Posted",
    SortKey.APPLIED: "Applied",
    SortKey.ENTERED: "In column since",
    SortKey.PRIORITY: "Priority",
    SortKey.TITLE: "Title",
    SortKey.COMPANY: "Company",
    SortKey.LOCATION: "Place",
    SortKey.STATUS: "Status",
    SortKey.SOURCE: "Found at",
    SortKey.FOLLOW_UP: "Follow-up",
    SortKey.NEXT_INTERVIEW: "Next interview",
    SortKey.TYPE: "Type",
    SortKey.TAGS: "Tags",
}
IN_THE_MENU = tuple(key for key in SORT_WORDS if key not in {SortKey.STATUS, SortKey.TYPE, SortKey.TAGS})
"""By status is how columns stand anyway; the table sorts by these through its head."""
BEST_FIRST = frozenset({SortKey.MATCH, SortKey.SALARY, SortKey.ADDED, SortKey.POSTED, SortKey.APPLIED})
"""What people want the largest or latest of first."""


class SortButton(Button):
    """Shows and changes the order of ``cards``."""

    def __init__(self, cards: BoardCards) -> None:
        super().__init__("", "ghost", icon="arrows-down-up", compact=True)
        self._cards = cards
        self.clicked.connect(self._open)
        cards.view_changed.connect(self._show)
        self._show()

    def entries(self) -> list[Any]:
        """The orders there are, then which way round."""
        view = self._cards.view
        orders = [
            MenuEntry(
                tr(SORT_WORDS[key]),
                lambda key=key: self._cards.set_sort(key, descending=key in BEST_FIRST),  # type: ignore[misc]  # mypy does not see the default's type
                checked=key is view.sort,
            )
            for key in IN_THE_MENU
        ]
        if view.sort is SortKey.MANUAL:
            return orders
        turn = MenuEntry(
            tr("Other way round"),
            lambda: self._cards.set_sort(view.sort, descending=not view.descending),
            icon="arrows-down-up",
        )
        return [*orders, SEPARATOR, turn]

    def _open(self) -> None:
        open_menu(self, self.entries())

    def _show(self) -> None:
        view = self._cards.view
        word = tr(SORT_WORDS[view.sort])
        self.setText(tr("Sort") if view.sort is SortKey.MANUAL else word)
        way = "" if view.sort is SortKey.MANUAL else tr("downwards") if view.descending else tr("upwards")
        self.setAccessibleName(" ".join(part for part in (tr("Sorted: {0}").format(word), way) if part))
        self.setToolTip(tr("Cards stand where you put them") if view.sort is SortKey.MANUAL else "")
        if view.sort is SortKey.MANUAL:
            self.set_icon("arrows-down-up")
        else:
            self.set_icon("caret-down" if view.descending else "caret-up")

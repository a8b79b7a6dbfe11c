"""Where board, table and timeline stand, or what stands there instead: no jobs at all, or none that match."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from careercoach_desktop.features.jobs.model import JobCard, Layout
from careercoach_desktop.features.jobs.ui.board import Board
from careercoach_desktop.features.jobs.ui.board_actions import BoardActions
from careercoach_desktop.features.jobs.ui.board_cards import BoardCards
from careercoach_desktop.features.jobs.ui.layouts import BESIDES_THE_BOARD
from careercoach_desktop.features.jobs.ui.no_matches import NoMatches
from careercoach_desktop.features.jobs.ui.words import tr
from careercoach_desktop.foundation.uikit import Desk
from careercoach_desktop.foundation.uikit.notices import EmptyState

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service import JobService


class LayoutStack(QStackedWidget):
    """Builds a layout when it is first turned to."""

    open_wanted = Signal(int)
    menu_wanted = Signal(QPoint)
    """A menu for what is selected, at a point in global coordinates."""
    current_changed = Signal(int)
    """The job the arrows are on."""
    escape_pressed = Signal()
    selection_changed = Signal()

    def __init__(self, desk: Desk, service: JobService, cards: BoardCards) -> None:
        super().__init__()
        self._desk = desk
        self._service = service
        self._cards = cards
        self._kinds = {kind.layout: kind for kind in BESIDES_THE_BOARD}
        self.board = Board(cards)
        self.empty = EmptyState(
            "briefcase",
            tr("Paste a posting’s link or its text anywhere on this page, and it becomes a card."),
            title=tr("No jobs yet"),
            action=tr("Add job"),
        )
        self.nothing = NoMatches()
        self._built: dict[Layout, Any] = {Layout.BOARD: self.board}
        self._layout = Layout.BOARD
        self._covered = 0
        self._actions: BoardActions | None = None
        for widget in (self.board, self.empty, self.nothing):
            self.addWidget(widget)
        self._pass_on(self.board)

    def set_actions(self, actions: BoardActions) -> None:
        """What layouts ask to change things; before another than the board is turned to."""
        self._actions = actions

    @staticmethod
    def choices() -> list[tuple[str, str]]:
        """(key, label) of every layout there is."""
        return [(Layout.BOARD.value, tr("Board")), *((one.layout.value, tr(one.label)) for one in BESIDES_THE_BOARD)]

    def knows(self, layout: Layout) -> bool:
        return layout is Layout.BOARD or layout in self._kinds

    def turn_to(self, layout: Layout) -> None:
        """Show the jobs this way from now on."""
        wanted = layout if self.knows(layout) else Layout.BOARD
        chosen = [card.id for card in self.chosen()]
        turned, self._layout = wanted is not self._layout, wanted
        if wanted not in self._built:
            self._built[wanted] = self._build(wanted)
        if turned:
            self._take_along(chosen)

    def _take_along(self, chosen: list[int]) -> None:
        """What is chosen stays so, however it is looked at."""
        if chosen:
            self.select(chosen, focus=False)
        else:
            self.clear_selection()
        self.selection_changed.emit()

    def show_what_fits(self, *, empty: bool, nothing: bool) -> None:
        """The layout, unless there are no jobs or none that match."""
        self.setCurrentWidget(self.empty if empty else self.nothing if nothing else self._built[self._layout])

    @property
    def current_layout(self) -> QWidget:
        """The board, the table or the timeline, whichever was turned to."""
        widget: QWidget = self._built[self._layout]
        return widget

    def set_covered(self, width: int) -> None:
        """So many pixels at the right edge are behind the drawer."""
        self._covered = width
        for layout in self._built.values():
            if hasattr(layout, "set_covered"):
                layout.set_covered(width)

    def selected(self) -> list[JobCard]:
        """The selected jobs of the layout that is shown; none where nothing can be selected."""
        shown = self._built[self._layout]
        return list(shown.selected()) if hasattr(shown, "selected") else []

    def chosen(self) -> list[JobCard]:
        """Only those that are really chosen, not the one the arrows are on."""
        shown = self._built[self._layout]
        return list(shown.chosen()) if hasattr(shown, "chosen") else []

    def select(self, job_ids: list[int], *, focus: bool = True) -> None:
        """Select exactly these in the layout that is shown."""
        if self._layout is Layout.BOARD:
            self.board.select(job_ids, focus=focus)
        elif hasattr(self._built[self._layout], "select"):
            self._built[self._layout].select(job_ids)

    def clear_selection(self) -> None:
        if self._layout is Layout.BOARD:
            self.board.clear_selection()
        else:
            self.select([])

    def _pass_on(self, layout: Any) -> None:
        """What a layout says, as far as it has a word for it."""
        for name in ("menu_wanted", "current_changed", "escape_pressed", "selection_changed"):
            if hasattr(layout, name):
                getattr(layout, name).connect(getattr(self, name))

    def _build(self, layout: Layout) -> QWidget:
        assert self._actions is not None  # noqa: S101 - the page sets them when it is made
        made: Any = self._kinds[layout].build(self._desk, self._service, self._cards, self._actions)
        made.open_wanted.connect(self.open_wanted)
        if hasattr(made, "set_covered"):
            made.set_covered(self._covered)
        self._pass_on(made)
        self.addWidget(made)
        widget: QWidget = made
        return widget

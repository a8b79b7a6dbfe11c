"""The quiet bar at the foot of the page while several jobs are chosen: how many, and what can be done with them."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.jobs.model import JobCard, JobStatus
from careercoach_desktop.features.jobs.ui.board_actions import BoardActions
from careercoach_desktop.features.jobs.ui.board_cards import BoardCards
from careercoach_desktop.features.jobs.ui.jobs_action import JobsAction
from careercoach_desktop.features.jobs.ui.status_mark import status_icon
from careercoach_desktop.features.jobs.ui.tags_dialog import ask_for_tags
from careercoach_desktop.features.jobs.ui.words import count_word, status_word, tr
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    Desk,
    IconButton,
    MenuEntry,
    Space,
    Text,
    Weight,
    current_theme,
    open_menu,
    row,
)

_HEIGHT = 52
_ROOMY = 680
"""Pixels that all buttons need."""


class SelectionBar(QWidget):
    """``chosen`` tells which jobs those are; call ``look_soon`` whenever they may be others."""

    none_wanted = Signal()

    def __init__(
        self,
        desk: Desk,
        cards: BoardCards,
        actions: BoardActions,
        chosen: Callable[[], Sequence[JobCard]],
        more: Sequence[JobsAction] = (),
    ) -> None:
        """``more``: what higher features can do with them."""
        super().__init__()
        self._desk = desk
        self._all = cards
        self._actions = actions
        self._chosen = chosen
        self._more = more
        self._waits = False
        self._covered = 0
        self._words = Text("", weight=Weight.MEDIUM)
        self._words.setMinimumWidth(128)
        self.move_button = Button(tr("Move to"), icon="arrow-right")
        self.move_button.set_trailing_icon("caret-down")
        self.tags_button = Button(tr("Tags…"), icon="tag")
        self.archive_button = Button(tr("Archive"), icon="archive")
        self.remove_button = Button(tr("Remove"), icon="trash")
        self.more_button = IconButton("dots-three", tr("More for the selection"))
        none = IconButton("x", tr("Clear the selection"))
        ways = (
            (self.move_button, self._offer_statuses),
            (self.tags_button, self._tag),
            (self.archive_button, self._archive),
            (self.remove_button, self._remove),
            (self.more_button, self._offer_more),
            (none, self.none_wanted.emit),
        )
        for button, run in ways:
            button.clicked.connect(lambda _on=False, run=run: run())
        self.action_buttons = [self._action_button(action) for action in more]
        first = (self.move_button, self.tags_button, *self.action_buttons, self.archive_button, self.remove_button)
        buttons = (*first, self.more_button, none)
        line = row(self._words, *buttons, STRETCH, spacing=Space.S, margins=(Space.XL, 0, Space.XL, 0))
        self.setLayout(line)
        self.setFixedHeight(_HEIGHT)
        self.setAccessibleName(tr("Selected jobs"))
        self.hide()

    def set_covered(self, width: int) -> None:
        """So many pixels at the right edge are behind the drawer."""
        self._covered = width
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is no room for all, two buttons go into the menu."""
        for button in (self.archive_button, self.remove_button):
            button.setVisible(self._is_roomy)
        for button in self.action_buttons:
            button.setVisible(self._has_room_for_actions)

    @property
    def _is_roomy(self) -> bool:
        return self.width() - self._covered >= _ROOMY

    @property
    def _has_room_for_actions(self) -> bool:
        wanted = sum(button.sizeHint().width() + Space.S for button in self.action_buttons)
        return self.width() - self._covered >= _ROOMY + wanted

    def _action_button(self, action: JobsAction) -> Button:
        button = Button(action.text, icon=action.icon)
        button.clicked.connect(lambda: action.run(self._ids()))
        return button

    def look_soon(self) -> None:
        """Other jobs may be chosen now; many signals of one click are answered once."""
        if not self._waits:
            self._waits = True
            QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        self._waits = False
        chosen = self._chosen()
        self.setVisible(len(chosen) > 1)
        if len(chosen) > 1:
            self._words.setText(tr("{0} selected").format(count_word(len(chosen))))
            back = all(card.archived for card in chosen)
            self.archive_button.setText(tr("Bring back") if back else tr("Archive"))

    def _ids(self) -> list[int]:
        return [card.id for card in self._chosen()]

    def _offer_statuses(self) -> None:
        ids = self._ids()
        targets = list(JobStatus)
        entries = [MenuEntry(status_word(status), partial(self._move, ids, status)) for status in targets]
        menu = open_menu(self.move_button, entries, QPoint(0, 0))
        for action, status in zip(menu.actions(), targets, strict=True):
            action.setIcon(status_icon(status))
        menu.move(self.move_button.mapToGlobal(QPoint(0, -menu.sizeHint().height() - 4)))

    def _move(self, ids: list[int], status: JobStatus) -> None:
        self._run(self._actions.move_to_top(ids, status))

    def _tag(self) -> None:
        self._run(ask_for_tags(self._actions.many, self._all, self._ids(), self.window()))

    def _archive(self) -> None:
        back = all(card.archived for card in self._chosen())
        self._run(self._actions.many.archive(self._ids(), archived=not back))

    def _remove(self) -> None:
        self._run(self._actions.delete(self._ids()))

    def _offer_more(self) -> None:
        ids, many = self._ids(), self._actions.many
        entries = [
            MenuEntry(tr("Mark as priority"), partial(self._mark, ids, True), icon="flag"),  # noqa: FBT003 - as below
            MenuEntry(tr("No longer a priority"), partial(self._mark, ids, False), icon="minus"),  # noqa: FBT003 - the mark
            MenuEntry(tr("Match again"), lambda: self._run(many.score_again(ids)), icon="arrow-clockwise"),
            MenuEntry(tr("Export…"), lambda: self._run(many.export(ids)), icon="export"),
        ]
        if len(ids) == 2:
            entries.append(MenuEntry(tr("Compare and merge…"), lambda: self._run(many.compare(ids)), icon="columns"))
        if not self._has_room_for_actions:
            entries += [MenuEntry(one.text, partial(one.run, ids), icon=one.icon) for one in self._more]
        if not self._is_roomy:
            entries += [
                MenuEntry(self.archive_button.text(), self._archive, icon="archive"),
                MenuEntry(tr("Remove"), self._remove, icon="trash", danger=True),
            ]
        menu = open_menu(self.more_button, entries, QPoint(0, 0))
        menu.move(self.more_button.mapToGlobal(QPoint(0, -menu.sizeHint().height() - 4)))

    def _mark(self, ids: list[int], priority: bool) -> None:
        self._run(self._actions.set_priority(ids, priority))

    def _run(self, coroutine: Coroutine[Any, Any, object]) -> None:
        self._desk.start(coroutine, owner=self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.fillRect(self.rect(), theme.color("surface"))
        painter.fillRect(0, 0, self.width(), 1, theme.color("line"))

"""The three ways of looking at the same jobs, each built when it is first turned to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.jobs.model import Layout
from careercoach_desktop.features.jobs.ui.board_actions import BoardActions
from careercoach_desktop.features.jobs.ui.board_cards import BoardCards
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service import JobService

Build = Callable[[Desk, "JobService", BoardCards, BoardActions], QWidget]


@dataclass(frozen=True, slots=True)
class LayoutKind:
    """A layout besides the board. Its widget has a signal ``open_wanted(int)``; if it lets jobs be selected also
    ``menu_wanted(QPoint)``, in global coordinates, ``select(ids)`` and ``selected()``."""

    layout: Layout
    label: str
    build: Build


def _table(desk: Desk, service: JobService, cards: BoardCards, actions: BoardActions) -> QWidget:
    from careercoach_desktop.features.jobs.ui.table_view import TableView

    return TableView(desk, service, cards, actions)


def _timeline(desk: Desk, service: JobService, cards: BoardCards, _actions: BoardActions) -> QWidget:
    from careercoach_desktop.features.jobs.ui.timeline_view import TimelineView

    return TimelineView(desk, service, cards)


BESIDES_THE_BOARD = (
    LayoutKind(Layout.TABLE, "Table", _table),
    LayoutKind(Layout.TIMELINE, "Timeline", _timeline),
)

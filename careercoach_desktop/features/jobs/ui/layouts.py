"""The three ways of looking at the same jobs, each built when it is first turned to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.jobs.model import Layout
from careercoach_desktop.features.jobs.ui.board_actions import BoardActions
from careercoach_desktop.features.jobs.ui.board_cards import BoardCards
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service import JobService

Build = Callable[[Desk, "JobService", BoardCards, BoardActions], QWidget]
_UI = "careercoach_desktop.features.jobs.ui"


@dataclass(frozen=True, slots=True)
class LayoutKind:
    """A layout besides the board. Its widget has a signal ``open_wanted(int)``; if it lets jobs be selected also
    ``menu_wanted(QPoint)``, in global coordinates, ``select(ids)`` and ``selected()``."""

    layout: Layout
    label: str
    build: Build


def _table(desk: Desk, service: JobService, cards: BoardCards, actions: BoardActions) -> QWidget:
    widget: QWidget = import_module(f"{_UI}.table_view").TableView(desk, service, cards, actions)
    return widget


def _timeline(desk: Desk, service: JobService, cards: BoardCards, _actions: BoardActions) -> QWidget:
    widget: QWidget = import_module(f"{_UI}.timeline_view").TimelineView(desk, service, cards)
    return widget


BESIDES_THE_BOARD = tuple(
    LayoutKind(layout, label, build)
    for layout, label, module, build in (
        (Layout.TABLE, "Table", "table_view", _table),
        (Layout.TIMELINE, "Timeline", "timeline_view", _timeline),
    )
    if find_spec(f"{_UI}.{module}") is not None
)

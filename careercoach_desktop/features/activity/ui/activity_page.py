"""Activity: what runs and ran, every call to Claude, and what it costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.activity.ui.calls_panel import CallsPanel
from careercoach_desktop.features.activity.ui.spending_panel import SpendingPanel
from careercoach_desktop.features.activity.ui.task_list import TaskList
from careercoach_desktop.features.activity.ui.words import tr
from careercoach_desktop.foundation.uikit import Desk, PageHeader, Space, TabbedPages, column, holder

if TYPE_CHECKING:
    from careercoach_desktop.features.activity.service import ActivityService


class ActivityPage(QWidget):
    """``open_section`` knows ``tasks``, ``calls`` and ``spending``."""

    def __init__(self, desk: Desk, service: ActivityService) -> None:
        super().__init__()
        self.tasks = TaskList(desk, service)
        self.calls = CallsPanel(desk, service)
        self.spending = SpendingPanel(desk, service)
        self.tabs = TabbedPages(tr("Activity"), spacing=Space.L)
        self.tabs.add("tasks", tr("Tasks"), self.tasks)
        self.tabs.add("calls", tr("Calls to Claude"), self.calls)
        self.tabs.add("spending", tr("Spending"), self.spending)
        body = column(self.tabs, spacing=0, margins=(Space.XL, 0, Space.XL, 0))
        whole = column(PageHeader(tr("Activity")), holder(body), spacing=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def open_section(self, name: str) -> None:
        """Turn to a tab; one that is not there is passed over."""
        if name in self.tabs.tabs.keys():  # noqa: SIM118 - not a dict
            self.tabs.set_value(name)

"""The panels the jobs feature itself puts into its drawer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from careercoach_desktop.features.jobs.ui.drawer import DrawerPanel
from careercoach_desktop.features.jobs.ui.notes_panel import NotesPanel
from careercoach_desktop.features.jobs.ui.overview_panel import OverviewPanel
from careercoach_desktop.features.jobs.ui.timeline_panel import TimelinePanel
from careercoach_desktop.features.jobs.ui.words import tr
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.jobs.ui.contacts_panel import ContactsPanel
    from careercoach_desktop.features.jobs.ui.fill_banner import FillBanner
    from careercoach_desktop.features.jobs.ui.people_actions import PeopleActions
    from careercoach_desktop.features.jobs.ui.reminding import Reminding


def own_panels(desk: Desk, service: JobService, filling: FillBanner | None = None) -> list[DrawerPanel]:
    """Overview, Timeline and Notes. ``filling`` stands in the Overview."""
    return [
        DrawerPanel("overview", tr("Overview"), 10, lambda: OverviewPanel(desk, service, filling)),
        DrawerPanel("timeline", tr("Timeline"), 80, lambda: TimelinePanel(desk, service)),
        DrawerPanel("notes", tr("Notes"), 90, lambda: NotesPanel(desk, service)),
    ]


def contacts_panel(desk: Desk, actions: Callable[[], PeopleActions], reminding: Reminding) -> DrawerPanel:
    """The people of a job and its reminders; what it is made of is imported when it is first shown."""

    def build() -> ContactsPanel:
        from careercoach_desktop.features.jobs.ui.contacts_panel import ContactsPanel

        return ContactsPanel(desk, actions(), reminding)

    return DrawerPanel("contacts", tr("Contacts"), 70, build)

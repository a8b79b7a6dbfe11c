"""The panels the jobs feature itself puts into its drawer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from careercoach_desktop.features.jobs.ui.drawer import DrawerPanel
from careercoach_desktop.features.jobs.ui.notes_panel import NotesPanel
from careercoach_desktop.features.jobs.ui.overview_panel import JobBanner, OverviewPanel
from careercoach_desktop.features.jobs.ui.timeline_panel import TimelinePanel
from careercoach_desktop.features.jobs.ui.words import tr
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.jobs.service.enclosing import EnclosureOffers
    from careercoach_desktop.features.jobs.ui.contacts_panel import ContactsPanel
    from careercoach_desktop.features.jobs.ui.people_actions import PeopleActions
    from careercoach_desktop.features.jobs.ui.reminding import Reminding


def own_panels(
    desk: Desk,
    service: JobService,
    *banners: JobBanner | None,
    offers: EnclosureOffers | None = None,
) -> list[DrawerPanel]:
    """Overview, Timeline and Notes. ``banners`` stand in the Overview;
    ``offers`` says what can have been sent with an application."""
    return [
        DrawerPanel("overview", tr("Overview"), 10, lambda: OverviewPanel(desk, service, *banners, offers=offers)),
        DrawerPanel("timeline", tr("Timeline"), 80, lambda: TimelinePanel(desk, service)),
        DrawerPanel("notes", tr("Notes"), 90, lambda: NotesPanel(desk, service)),
    ]


def contacts_panel(desk: Desk, actions: Callable[[], PeopleActions], reminding: Reminding) -> DrawerPanel:
    """The people of a job and its reminders; what it is made of is imported when it is first shown."""

    def build() -> ContactsPanel:
        from careercoach_desktop.features.jobs.ui.contacts_panel import ContactsPanel

        return ContactsPanel(desk, actions(), reminding)

    return DrawerPanel("contacts", tr("Contacts"), 70, build)

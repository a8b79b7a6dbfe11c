"""The face of interviews: the page, the drawer's tab, what tells of one in time, and the commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from careercoach_desktop.foundation.feature import Feature, Provider

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.service import InterviewService
    from careercoach_desktop.features.interviews.ui.interview_actions import InterviewActions


def _install(provider: Provider) -> None:
    from careercoach_desktop.features.interviews.service import Below, InterviewService
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.jobs.service.contacts import ContactService
    from careercoach_desktop.foundation.settings.service import SettingsService
    from careercoach_desktop.foundation.storage.database import Database

    below = Below(
        provider.get(Database),
        provider.get(JobService),
        provider.get(ContactService),
        provider.get(SettingsService).current,
    )
    service = InterviewService(below)
    provider.offer(InterviewService, lambda: service)


def _service(provider: Provider) -> InterviewService:
    from careercoach_desktop.features.interviews.service import InterviewService

    return provider.get(InterviewService)


def _tidy(provider: Provider) -> None:
    _service(provider).purge_removed()


def _actions(provider: Provider) -> InterviewActions:
    """One for the window: drawer, calendar and detail ask the same."""
    from careercoach_desktop.features.documents.service import DocumentService
    from careercoach_desktop.features.interviews.ui.interview_actions import InterviewActions, Services
    from careercoach_desktop.features.interviews.ui.thanking import Thanking
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.jobs.service.contacts import ContactService
    from careercoach_desktop.features.profile.service import ProfileService
    from careercoach_desktop.foundation.uikit import Desk

    if not provider.offers(InterviewActions):
        later, desk = provider.later, provider.get(Desk)
        jobs = later(lambda there: there.get(JobService))
        services = Services(later(_service), jobs, later(lambda there: there.get(ContactService)))
        profile, documents = (
            later(lambda there: there.get(ProfileService)),
            later(lambda there: there.get(DocumentService)),
        )
        thanking = Thanking(desk, jobs, profile, documents)
        made = InterviewActions(desk, services, thanking, extra=lambda: provider.filled(ACTIONS_SLOT))
        provider.offer(InterviewActions, lambda: made)
    return provider.get(InterviewActions)


def _drawer_panel(provider: Provider) -> object:
    from careercoach_desktop.features.jobs.ui import DrawerPanel
    from careercoach_desktop.foundation.uikit import Desk

    def build() -> Any:
        from careercoach_desktop.features.interviews.ui.interviews_panel import InterviewsPanel

        return InterviewsPanel(provider.get(Desk), _actions(provider))

    return DrawerPanel("interviews", "Interviews", 50, build)


ACTIONS_SLOT = "interviews.actions"
"""Filled with ``ui.InterviewAction``: what a higher feature can do with a round."""

FEATURE = Feature(
    "interviews",
    _install,
    slots=(ACTIONS_SLOT,),
    fills={"jobs.drawer": _drawer_panel},
    tidy=_tidy,
)

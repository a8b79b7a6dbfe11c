"""The face of interviews: the page, the drawer's tab, what tells of one in time, and the commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careercoach_desktop.foundation.feature import Feature, Provider

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.service import InterviewService


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


FEATURE = Feature("interviews", _install, tidy=_tidy)

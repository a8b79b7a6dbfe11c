"""The face of interviews: the page, the drawer's tab, what tells of one in time, and the commands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from careercoach_desktop.foundation.feature import Feature, Provider
from careercoach_desktop.foundation.storage.search.model import SearchEntry, SearchSource

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.service import InterviewService


def _install(provider: Provider) -> None:
    from careercoach_desktop.features.interviews.service import Below, InterviewService
    from careercoach_desktop.features.interviews.service.finding import Findable
    from careercoach_desktop.features.interviews.service.following import Following
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.jobs.service.contacts import ContactService
    from careercoach_desktop.features.reminders.service import ReminderService
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
    following = Following(below, provider.get(ReminderService))
    provider.offer(Following, lambda: following)
    Findable(below.database.bus)


def _service(provider: Provider) -> InterviewService:
    from careercoach_desktop.features.interviews.service import InterviewService

    return provider.get(InterviewService)


def _tidy(provider: Provider) -> None:
    from careercoach_desktop.features.interviews.service.following import Following

    _service(provider).purge_removed()
    _service(provider).work_out_again()
    provider.get(Following).pass_over()


def _search_entries(session: Any, after: int, limit: int) -> Sequence[SearchEntry]:
    from careercoach_desktop.features.interviews.service.finding import search_entries

    return search_entries(session, after, limit)


FEATURE = Feature(
    "interviews",
    _install,
    tidy=_tidy,
    searches=(SearchSource("interview", "Interviews", "calendar-blank", "interviews", _search_entries),),
)

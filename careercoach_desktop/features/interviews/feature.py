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
    _install_briefs(provider)


def _install_briefs(provider: Provider) -> None:
    from careercoach_desktop.features.evidence.bank import QuestionBank
    from careercoach_desktop.features.evidence.service.keeping import EvidenceService
    from careercoach_desktop.features.interviews.service import InterviewService
    from careercoach_desktop.features.interviews.service.briefs import BriefsBelow, BriefService
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.profile.service import ProfileService
    from careercoach_desktop.features.resumes.service import ResumeService
    from careercoach_desktop.foundation.llm.claude import Claude
    from careercoach_desktop.foundation.storage.database import Database
    from careercoach_desktop.foundation.tasks.child import ChildProcess
    from careercoach_desktop.foundation.tasks.queue import TaskQueue

    get = provider.get
    if not provider.offers(QuestionBank):
        provider.offer(QuestionBank, QuestionBank)
    below = BriefsBelow(
        get(Database),
        get(TaskQueue),
        get(ChildProcess),
        get(InterviewService),
        get(JobService),
        get(ResumeService),
        get(ProfileService),
        get(EvidenceService),
        get(QuestionBank),
        get(Claude),
    )
    briefs = BriefService(below)  # registers its kinds of task before the queue starts
    provider.offer(BriefService, lambda: briefs)


def _service(provider: Provider) -> InterviewService:
    from careercoach_desktop.features.interviews.service import InterviewService

    return provider.get(InterviewService)


def _tidy(provider: Provider) -> None:
    _service(provider).purge_removed()


FEATURE = Feature("interviews", _install, tidy=_tidy)

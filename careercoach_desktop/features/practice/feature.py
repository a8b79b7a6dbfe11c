"""The face of practice: the page, and the commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careercoach_desktop.foundation.feature import Feature, Provider

if TYPE_CHECKING:
    from careercoach_desktop.features.practice.service import PracticeService
    from careercoach_desktop.features.practice.service.speaking import SpeakingService


def _install(provider: Provider) -> None:
    from careercoach_desktop.features.practice.service import PracticeService
    from careercoach_desktop.features.practice.service.speaking import SpeakingService

    provider.offer(PracticeService, lambda: _service(provider))
    provider.get(PracticeService)  # registers its task kinds before the queue starts
    provider.offer(SpeakingService, lambda: _speaking(provider))
    provider.get(SpeakingService)


def _service(provider: Provider) -> PracticeService:
    from careercoach_desktop.features.documents.service import DocumentService
    from careercoach_desktop.features.evidence.bank import QuestionBank
    from careercoach_desktop.features.evidence.service.keeping import EvidenceService
    from careercoach_desktop.features.interviews.service import InterviewService
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.practice.service import Below, PracticeService
    from careercoach_desktop.features.practice.service.outside import Outside
    from careercoach_desktop.features.profile.service import ProfileService
    from careercoach_desktop.features.resumes.service import ResumeService
    from careercoach_desktop.foundation.llm.claude import Claude
    from careercoach_desktop.foundation.storage.database import Database
    from careercoach_desktop.foundation.tasks.child import ChildProcess
    from careercoach_desktop.foundation.tasks.queue import TaskQueue

    return PracticeService(
        Below(
            database=provider.get(Database),
            queue=provider.get(TaskQueue),
            child=provider.get(ChildProcess),
            jobs=provider.get(JobService),
            resumes=provider.get(ResumeService),
            profile=provider.get(ProfileService),
            evidence=provider.get(EvidenceService),
            documents=provider.get(DocumentService),
            claude=provider.get(Claude),
            bank=provider.get(QuestionBank) if provider.offers(QuestionBank) else QuestionBank(),
            outside=Outside(None, provider.get(InterviewService)),
        )
    )


def _speaking(provider: Provider) -> SpeakingService:
    from careercoach_desktop.features.practice.service.speaking import SpeakingService
    from careercoach_desktop.foundation.settings.service import SettingsService
    from careercoach_desktop.foundation.speech import SpeechModels, models_folder
    from careercoach_desktop.foundation.storage.database import Database
    from careercoach_desktop.foundation.tasks.queue import TaskQueue

    database = provider.get(Database)
    models = SpeechModels(models_folder())
    shelf = database.path.parent / "recordings"
    return SpeakingService(database, models, provider.get(SettingsService), provider.get(TaskQueue), shelf)


def _tidy(provider: Provider) -> None:
    from careercoach_desktop.features.practice.service import PracticeService

    provider.get(PracticeService).purge_removed()


FEATURE = Feature("practice", _install, tidy=_tidy)

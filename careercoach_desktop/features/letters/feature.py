"""The face of letters: their service and their command; the drawer's Letter tab and the letter's page join with ui/."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careercoach_desktop.foundation.feature import Feature, Provider

if TYPE_CHECKING:
    from careercoach_desktop.features.letters.service import LetterService
    from careercoach_desktop.foundation.terminal.commands import CommandLine


def _install(provider: Provider) -> None:
    from careercoach_desktop.features.letters.service import LetterService

    provider.offer(LetterService, lambda: _service(provider))
    provider.get(LetterService)  # registers its task kinds before the queue starts


def _service(provider: Provider) -> LetterService:
    from careercoach_desktop.features.documents.service import DocumentService
    from careercoach_desktop.features.evidence.service.keeping import EvidenceService
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.jobs.service.contacts import ContactService
    from careercoach_desktop.features.letters.service import Below, LetterService
    from careercoach_desktop.features.profile.service import ProfileService
    from careercoach_desktop.features.resumes.service import ResumeService
    from careercoach_desktop.features.tailoring.service import TailoringService
    from careercoach_desktop.foundation.llm.claude import Claude
    from careercoach_desktop.foundation.storage.database import Database
    from careercoach_desktop.foundation.tasks.child import ChildProcess
    from careercoach_desktop.foundation.tasks.queue import TaskQueue

    return LetterService(
        Below(
            database=provider.get(Database),
            queue=provider.get(TaskQueue),
            child=provider.get(ChildProcess),
            jobs=provider.get(JobService),
            contacts=provider.get(ContactService),
            resumes=provider.get(ResumeService),
            profile=provider.get(ProfileService),
            evidence=provider.get(EvidenceService),
            documents=provider.get(DocumentService),
            tailoring=provider.get(TailoringService),
            claude=provider.get(Claude),
        )
    )


def _commands(line: CommandLine) -> None:
    from careercoach_desktop.features.letters.cli import add_commands

    add_commands(line)


FEATURE = Feature("letters", _install, commands=_commands)

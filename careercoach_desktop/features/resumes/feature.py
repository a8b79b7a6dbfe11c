"""The résumés feature as the application sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careercoach_desktop.foundation.feature import Feature, Page, Provider

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def _install(provider: Provider) -> None:
    from careercoach_desktop.features.profile.service import ProfileService
    from careercoach_desktop.features.resumes.service import (
        CorrectionService,
        ExportService,
        OriginalService,
        ResumeService,
    )
    from careercoach_desktop.foundation.llm.claude import Claude
    from careercoach_desktop.foundation.storage.database import Database
    from careercoach_desktop.foundation.tasks.child import ChildProcess
    from careercoach_desktop.foundation.tasks.queue import TaskQueue

    get = provider.get
    # Made now, not on first use: their constructors register the task kinds the queue needs before it starts.
    resumes = ResumeService(get(Database), get(TaskQueue), get(ProfileService))
    corrections = CorrectionService(get(Database), get(TaskQueue), resumes, get(Claude))
    provider.offer(ResumeService, lambda: resumes)
    provider.offer(CorrectionService, lambda: corrections)
    provider.offer(ExportService, lambda: ExportService(get(ChildProcess)))
    provider.offer(OriginalService, lambda: OriginalService(resumes, get(ChildProcess)))


def _resumes_page(provider: Provider) -> QWidget:
    from careercoach_desktop.features.resumes.service import ExportService, ResumeService
    from careercoach_desktop.features.resumes.ui import ResumesPage
    from careercoach_desktop.foundation.uikit import Desk

    return ResumesPage(provider.get(Desk), provider.get(ResumeService), provider.get(ExportService))


def _check_page(provider: Provider) -> QWidget:
    from careercoach_desktop.features.resumes.service import CorrectionService, OriginalService, ResumeService
    from careercoach_desktop.features.resumes.ui import CheckPage
    from careercoach_desktop.foundation.uikit import Desk

    get = provider.get
    return CheckPage(get(Desk), get(ResumeService), get(OriginalService), get(CorrectionService))


def _tidy(provider: Provider) -> None:
    from careercoach_desktop.features.resumes.service import ResumeService

    provider.get(ResumeService).purge_removed()


FEATURE = Feature(
    name="resumes",
    install=_install,
    pages=(
        Page("resumes", "Résumés", "files", 30, _resumes_page),
        Page("resumes.check", "Check what was read", "files", 31, _check_page, in_sidebar=False, under="resumes"),
    ),
    tidy=_tidy,
)

"""The face of the analysis: its page, reached from a résumé, and its command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careercoach_desktop.foundation.feature import Action, Feature, Page, PageDoor, Provider

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from careercoach_desktop.features.analysis.service import JobAnalysisService
    from careercoach_desktop.features.analysis.ui import JobAnalysisPanel
    from careercoach_desktop.features.resumes.service import ResumeService
    from careercoach_desktop.foundation.terminal.commands import CommandLine

PAGE = "analysis"


def _install(provider: Provider) -> None:
    from careercoach_desktop.features.analysis.service import (
        AnalysisService,
        JobAnalysisService,
        JudgementService,
    )
    from careercoach_desktop.features.evidence.service.keeping import EvidenceService
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.matching.service import MatchingService
    from careercoach_desktop.features.profile.service import ProfileService
    from careercoach_desktop.features.resumes.service import ResumeService
    from careercoach_desktop.foundation.llm.claude import Claude
    from careercoach_desktop.foundation.storage.database import Database
    from careercoach_desktop.foundation.tasks.child import ChildProcess
    from careercoach_desktop.foundation.tasks.queue import TaskQueue

    get = provider.get
    provider.offer(AnalysisService, lambda: AnalysisService(get(Database), get(ResumeService), get(ChildProcess)))
    provider.offer(
        JudgementService,
        lambda: JudgementService(
            get(Database),
            get(TaskQueue),
            get(AnalysisService),
            get(ResumeService),
            get(JobService),
            get(MatchingService),
            get(ProfileService),
            get(EvidenceService),
            get(Claude),
        ),
    )
    provider.offer(
        JobAnalysisService,
        lambda: JobAnalysisService(
            get(Database), get(TaskQueue), get(JobService), get(ResumeService), get(ProfileService), get(Claude)
        ),
    )
    for service in (JudgementService, JobAnalysisService):
        get(service)  # registers its kind of task before the queue starts


def _page(provider: Provider) -> QWidget:
    from careercoach_desktop.features.analysis.service import AnalysisService, JudgementService
    from careercoach_desktop.features.analysis.ui import AnalysisPage
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.resumes.service import ResumeService
    from careercoach_desktop.foundation.uikit import Desk

    get = provider.get
    return AnalysisPage(get(Desk), get(AnalysisService), get(ResumeService), get(JudgementService), get(JobService))


def _job_analyses(provider: Provider) -> JobAnalysisService:
    from careercoach_desktop.features.analysis.service import JobAnalysisService

    return provider.get(JobAnalysisService)


def _resumes(provider: Provider) -> ResumeService:
    from careercoach_desktop.features.resumes.service import ResumeService

    return provider.get(ResumeService)


def _drawer_panel(provider: Provider) -> object:
    from careercoach_desktop.features.jobs.ui import DrawerPanel
    from careercoach_desktop.foundation.uikit import Desk

    def build() -> JobAnalysisPanel:
        from careercoach_desktop.features.analysis.ui import JobAnalysisPanel

        analyses, resumes = provider.later(_job_analyses), provider.later(_resumes)
        return JobAnalysisPanel(provider.get(Desk), analyses, resumes)

    return DrawerPanel("analysis", "Analysis", 25, build)


def _resume_action(provider: Provider) -> object:
    from careercoach_desktop.features.resumes.ui import ResumeAction
    from careercoach_desktop.foundation.uikit import Desk

    return ResumeAction("Analyse", "file-search", lambda resume_id: provider.get(Desk).open(PAGE, resume_id))


def _analyse(provider: Provider) -> None:
    provider.get(PageDoor).show(PAGE, None)


def _commands(line: CommandLine) -> None:
    from careercoach_desktop.features.analysis.cli import add_commands

    add_commands(line)


FEATURE = Feature(
    "analysis",
    _install,
    pages=(Page(PAGE, "Analysis", "file-search", 35, _page, in_sidebar=False, under="resumes"),),
    fills={"resumes.actions": _resume_action, "jobs.drawer": _drawer_panel},
    commands=_commands,
    actions=(
        Action("analysis.open", "Analyse my primary résumé", "file-search", _analyse,
               keywords=("score", "ats", "check", "improve", "rules", "cv")),
    ),
)  # fmt: skip

"""The face of matching: keeps scores fresh and puts Match into the job drawer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careercoach_desktop.foundation.feature import Feature, Provider

if TYPE_CHECKING:
    from careercoach_desktop.features.matching.service import JudgingService, MatchingService
    from careercoach_desktop.features.matching.ui import MatchPanel
    from careercoach_desktop.features.matching.ui.judging import JudgeStarter
    from careercoach_desktop.features.resumes.service import ResumeService
    from careercoach_desktop.foundation.tasks.queue import TaskQueue
    from careercoach_desktop.foundation.terminal.commands import CommandLine

ACTIONS = "matching.actions"


def _install(provider: Provider) -> None:
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.matching.service import JudgingService, MatchingService
    from careercoach_desktop.features.profile.service import ProfileService
    from careercoach_desktop.features.resumes.service import ResumeService
    from careercoach_desktop.foundation.llm.claude import Claude
    from careercoach_desktop.foundation.storage.database import Database
    from careercoach_desktop.foundation.tasks.queue import TaskQueue

    provider.offer(
        MatchingService,
        lambda: MatchingService(
            provider.get(Database),
            provider.get(TaskQueue),
            provider.get(JobService),
            provider.get(ResumeService),
            provider.get(ProfileService),
        ),
    )
    provider.get(MatchingService)  # its listeners must hear the first posting that is read
    judging = JudgingService(
        provider.get(Database),
        provider.get(TaskQueue),
        provider.get(JobService),
        provider.get(ResumeService),
        provider.get(ProfileService),
        provider.get(Claude),
    )
    provider.offer(JudgingService, lambda: judging)


def _matching(provider: Provider) -> MatchingService:
    from careercoach_desktop.features.matching.service import MatchingService

    return provider.get(MatchingService)


def _judging(provider: Provider) -> JudgingService:
    from careercoach_desktop.features.matching.service import JudgingService

    return provider.get(JudgingService)


def _queue(provider: Provider) -> TaskQueue:
    from careercoach_desktop.foundation.tasks.queue import TaskQueue

    return provider.get(TaskQueue)


def _starter(provider: Provider) -> JudgeStarter:
    """One for the window."""
    from careercoach_desktop.features.matching.ui.judging import JudgeStarter
    from careercoach_desktop.foundation.uikit import Desk

    if not provider.offers(JudgeStarter):
        made = JudgeStarter(provider.get(Desk), provider.later(_judging))
        provider.offer(JudgeStarter, lambda: made)
    return provider.get(JudgeStarter)


def _jobs_action(provider: Provider) -> object:
    from careercoach_desktop.features.jobs.ui import JobsAction

    return JobsAction("Let Claude judge…", "sparkle", lambda job_ids: _starter(provider).ask(job_ids))


def _resumes(provider: Provider) -> ResumeService:
    from careercoach_desktop.features.resumes.service import ResumeService

    return provider.get(ResumeService)


def _drawer_panel(provider: Provider) -> object:
    from careercoach_desktop.features.jobs.ui import DrawerPanel
    from careercoach_desktop.foundation.uikit import Desk

    def build() -> MatchPanel:
        from careercoach_desktop.features.matching.ui import MatchPanel
        from careercoach_desktop.features.matching.ui.claude_view import ClaudeView

        desk, matching, resumes = provider.get(Desk), provider.later(_matching), provider.later(_resumes)
        judging, queue = provider.later(_judging), provider.later(_queue)

        def view(job_id: int, resume_id: int | None, score: int | None) -> ClaudeView:
            return ClaudeView(desk, judging, queue, job_id, resume_id, score)

        return MatchPanel(desk, matching, resumes, provider.filled(ACTIONS), view)

    return DrawerPanel("match", "Match", 20, build)


def _commands(line: CommandLine) -> None:
    from careercoach_desktop.features.matching.cli import add_commands

    add_commands(line)


FEATURE = Feature(
    "matching",
    _install,
    slots=(ACTIONS,),
    fills={"jobs.drawer": _drawer_panel, "jobs.selection": _jobs_action},
    attend=_starter,
    commands=_commands,
)

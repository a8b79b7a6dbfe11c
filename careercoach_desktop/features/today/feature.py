"""The face of today: what the day holds, and its page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from careercoach_desktop.foundation.feature import Feature, Page, PageDoor, Provider

if TYPE_CHECKING:
    from careercoach_desktop.foundation.terminal.commands import CommandLine


def _install(provider: Provider) -> None:
    from careercoach_desktop.features.interviews.service import InterviewService
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.jobs.service.due import DueService
    from careercoach_desktop.features.profile.service import ProfileService
    from careercoach_desktop.features.today.service import Below, TodayService

    get = provider.get
    below = Below(get(JobService), get(DueService), get(InterviewService), get(ProfileService))
    provider.offer(TodayService, lambda: TodayService(below))


def _commands(line: CommandLine) -> None:
    from careercoach_desktop.features.today.cli import add_commands

    add_commands(line)


def _page(provider: Provider) -> Any:
    from careercoach_desktop.features.jobs.ui import Reminding
    from careercoach_desktop.features.today.service import CHANGES, TodayService
    from careercoach_desktop.features.today.ui.doors import Doors
    from careercoach_desktop.features.today.ui.today_page import TodayPage
    from careercoach_desktop.foundation.uikit import Desk

    service = provider.get(TodayService)

    def jobs() -> Any:
        return provider.get(PageDoor).show("jobs", None)

    def interviews() -> Any:
        return provider.get(PageDoor).show("interviews", None)

    doors = Doors(
        reminding=provider.get(Reminding),
        add_job=lambda: jobs().add(),
        show_jobs=lambda job_ids: jobs().show_only(job_ids),
        that_reached=service.that_reached,
        show_history=lambda: jobs().show_history(),
        schedule=lambda: interviews().schedule(),
        thank=lambda interview_id: interviews().thank(interview_id),
        tell=lambda line: interviews().complete(line),
    )
    return TodayPage(provider.get(Desk), service, doors, CHANGES)


FEATURE = Feature("today", _install, pages=(Page("today", "Today", "sun", 10, _page),), commands=_commands)

"""The face of activity: its page, and what the ledger needs done when nobody waits."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from careercoach_desktop.foundation.feature import Action, Feature, Keys, Page, Provider

if TYPE_CHECKING:
    from careercoach_desktop.foundation.terminal.commands import CommandLine


def _install(provider: Provider) -> None:
    from careercoach_desktop.features.activity.service import ActivityService
    from careercoach_desktop.foundation.llm.claude import Claude
    from careercoach_desktop.foundation.llm.prices import price_list
    from careercoach_desktop.foundation.tasks.queue import TaskQueue

    get = provider.get
    provider.offer(ActivityService, lambda: ActivityService(get(TaskQueue), get(Claude), price_list()))


def _page(provider: Provider) -> Any:
    from careercoach_desktop.features.activity.service import ActivityService
    from careercoach_desktop.features.activity.ui.activity_page import ActivityPage
    from careercoach_desktop.foundation.uikit import Desk

    return ActivityPage(provider.get(Desk), provider.get(ActivityService))


def _to(section: str) -> Callable[[Provider], None]:
    def go(provider: Provider) -> None:
        from careercoach_desktop.foundation.uikit import Desk

        provider.get(Desk).open("activity", section=section)

    return go


def _attend(provider: Provider) -> None:
    from careercoach_desktop.foundation.llm.claude import Claude
    from careercoach_desktop.foundation.uikit import Desk

    desk = provider.get(Desk)

    def settle() -> None:
        provider.get(Claude).ledger.settle_interrupted()

    desk.start(desk.work(settle), owner=desk)


def _tidy(provider: Provider) -> None:
    from careercoach_desktop.foundation.llm.claude import Claude

    provider.get(Claude).ledger.forget_old_answers()


def _commands(line: CommandLine) -> None:
    from careercoach_desktop.features.activity.cli import add_commands

    add_commands(line)


FEATURE = Feature(
    "activity",
    _install,
    commands=_commands,
    pages=(Page("activity", "Activity", "lightning", 98, _page, below=True),),
    actions=(
        Action(
            "activity.calls", "See every call to Claude", "sparkle", _to("calls"), keywords=("ledger", "tokens", "log")
        ),
        Action("activity.spending", "See what Claude costs", "money", _to("spending"), keywords=("budget", "price")),
    ),
    keys=(Keys("In the list of calls to Claude", ("Ctrl+C",), "Copy the request id of the chosen call"),),
    attend=_attend,
    tidy=_tidy,
)

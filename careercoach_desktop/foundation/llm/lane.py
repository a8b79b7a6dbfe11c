"""The lane of tasks that wait for Claude: as many at once as the setting says, and none of them in the way of files."""

from __future__ import annotations

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.llm.model import ClaudeReached
from careercoach_desktop.foundation.settings.model import SettingsChanged
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.tasks.lanes import SEATS, Lane
from careercoach_desktop.foundation.tasks.queue import TaskQueue

CLAUDE = Lane("claude", outages=frozenset({"claude-unreachable"}))


def attend(queue: TaskQueue, settings: SettingsService, bus: Bus) -> None:
    """Let the setting ``claude_at_once`` count from the moment it is changed, and what waited for the network go on as
    soon as Claude answers anybody."""

    def seats() -> int:
        try:
            return settings.current().claude_at_once
        except UserError:  # a setting of the environment that is none: the task itself will say so, once it runs
            return SEATS

    def on_settings(changed: SettingsChanged) -> None:
        if "claude_at_once" in changed.names:
            queue.wake(CLAUDE)

    queue.seat(CLAUDE, seats)
    bus.after(SettingsChanged, on_settings)
    bus.after(ClaudeReached, lambda _: queue.outage_over(CLAUDE))

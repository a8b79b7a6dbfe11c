"""What was practised: sessions to go on with, the history, and how the scores went."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from careercoach_desktop.features.practice.model import HistoryFilter, PracticeChanged, SessionLine, SessionState, Trend
from careercoach_desktop.features.practice.service.base import Below
from careercoach_desktop.features.practice.service.sampling import SampleVerbs
from careercoach_desktop.features.practice.store import HistoryStore, PracticeStore

KEPT_AFTER_REMOVAL = timedelta(days=30)


class LookingBack(SampleVerbs):
    def __init__(self, below: Below, now: Callable[[], datetime]) -> None:
        super().__init__(below, now)
        self._can_go_on = False
        below.database.bus.after(PracticeChanged, lambda _event: self.look_for_unfinished())

    def can_go_on(self) -> bool:
        """Whether there is a session to go on with, as far as was looked: it asks nothing of the disk, so a palette may
        ask it."""
        return self._can_go_on

    def look_for_unfinished(self) -> None:
        """What ``can_go_on`` says from now on; every change of a session looks again."""
        with self._below.database.read() as rows:
            self._can_go_on = HistoryStore(rows).has_unfinished()

    def unfinished(self) -> list[SessionLine]:
        """Sessions to go on with, newest first."""
        return self.history(HistoryFilter(states=(SessionState.RUNNING, SessionState.PAUSED)))

    def history(self, wanted: HistoryFilter | None = None) -> list[SessionLine]:
        """Newest first."""
        with self._below.database.read() as rows:
            return HistoryStore(rows).lines(wanted or HistoryFilter())

    def trend(self) -> Trend:
        """Scores over time, by type and by skill."""
        with self._below.database.read() as rows:
            return HistoryStore(rows).trend()

    def purge_removed(self) -> int:
        """Forget for good the sessions that were removed more than thirty days ago; how many."""
        with self._below.database.write() as unit:
            return PracticeStore(unit.session).purge(self._now() - KEPT_AFTER_REMOVAL)

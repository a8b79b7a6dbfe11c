"""What was practised: sessions to go on with, the history, and how the scores went."""

from __future__ import annotations

from datetime import timedelta

from careercoach_desktop.features.practice.model import HistoryFilter, SessionLine, SessionState, Trend
from careercoach_desktop.features.practice.service.sampling import SampleVerbs
from careercoach_desktop.features.practice.store import HistoryStore, PracticeStore

KEPT_AFTER_REMOVAL = timedelta(days=30)


class LookingBack(SampleVerbs):
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

"""What a person can do with interviews: arrange rounds, look at them, change them, say how they went."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from careercoach_desktop.features.interviews.service.base import Below
from careercoach_desktop.features.interviews.service.completing import CompletingVerbs
from careercoach_desktop.features.interviews.service.listing import ListingVerbs
from careercoach_desktop.features.interviews.service.noticing import Notice, NoticingVerbs
from careercoach_desktop.features.interviews.service.sampling import SamplingVerbs
from careercoach_desktop.features.interviews.store import InterviewStore, moments_of
from careercoach_desktop.foundation.clock import utc_now

__all__ = ["Below", "InterviewService", "Notice"]

KEPT_AFTER_REMOVAL = timedelta(days=30)


class InterviewService(ListingVerbs, CompletingVerbs, NoticingVerbs, SamplingVerbs):
    """Thread-safe; every verb is one transaction and tells the bus what happened."""

    def __init__(self, below: Below, now: Callable[[], datetime] = utc_now) -> None:
        super().__init__(below, now)

    def purge_removed(self) -> int:
        """Forget for good what was removed more than thirty days ago; how many rounds."""
        with self._db.write() as unit:
            return len(InterviewStore(unit.session).purge(self._now() - KEPT_AFTER_REMOVAL))

    def work_out_again(self) -> int:
        """What time it is in a zone is what its country says: where that has changed since a round was kept, its
        moment follows the clock on the wall. How many did."""
        with self._db.write() as unit:
            store = InterviewStore(unit.session)
            moved = {
                one.row.id: moments_of(one) for one in store.all() if moments_of(one) != (one.row.starts, one.row.ends)
            }
            store.set_moments(moved)
            self._told(unit, self._interviews(store.some(moved)))
            return len(moved)

"""Every call, before it is made and after: who asked which model for what, how long it took, what it cost.

A call is a row before anything is sent, and its reply is stored in the transaction that completes the row, before
anybody looks at it. So a crash at any point leaves the truth: an answer that arrived is never paid for twice, and a
call that was cut off says so.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from datetime import datetime, timedelta

from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.llm.model import AiCall, Budget, CallFilter, CallRecorded, Outcome, Spent, Usage
from careercoach_desktop.foundation.llm.prices import PriceList
from careercoach_desktop.foundation.llm.store import LedgerStore
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.owners import Owner

log = logging.getLogger(__name__)

ANSWERS_KEPT = timedelta(days=90)
LONGEST_CALL = timedelta(minutes=30)
EVERY_CALL = CallFilter()


class Ledger:
    """One per process. Call it off the Qt thread."""

    def __init__(self, database: Database, prices: PriceList, clock: Callable[[], datetime] = utc_now) -> None:
        self.database = self._database = database
        self._prices = prices
        self._clock = clock
        self._owner = Owner(database.path.parent)
        self._has_appeared = False

    def begin(
        self,
        agent: str,
        version: int,
        model: str,
        endpoint: str,
        *,
        task_id: int | None,
        subject: str,
        estimate: int = 0,
        check: Callable[[int, int], None] = lambda _spent, _held: None,
    ) -> int:
        """Write down that a call is about to be made; its id.

        ``check`` is told what this month has cost and what is held back for calls under way, this program's and
        others', and raises when this one is too much. ``estimate`` is held back until the call has its end. All in one
        transaction, so that of two calls at once, wherever they are made, both can't pass."""
        if not self._has_appeared:
            self._owner.appear()
            self._has_appeared = True
        with self._database.write() as unit:
            held = LedgerStore(unit.session).held(self._clock() - LONGEST_CALL)
            check(self._spent().cost, held)
            return self._add(Outcome.STARTED, agent, version, model, endpoint, task_id, subject, estimate).id

    def note_kept(
        self, agent: str, version: int, model: str, endpoint: str, *, task_id: int | None, subject: str
    ) -> int:
        """Write down that an answer was taken from those kept; its id."""
        return self._add(Outcome.KEPT, agent, version, model, endpoint, task_id, subject).id

    def complete(
        self,
        call_id: int,
        outcome: Outcome,
        usage: Usage | None,
        *,
        model: str,
        first_token: float | None = None,
        request_id: str = "",
        error: str = "",
        key: str = "",
        reply: str = "",
    ) -> AiCall:
        """Write down how a call ended, and with ``key`` keep its ``reply``, in one transaction. ``usage`` None: nobody
        knows what it used, so nobody knows what it cost."""
        now, used = self._clock(), usage or Usage()
        with self._database.write() as unit:
            store = LedgerStore(unit.session)
            call = store.complete(
                call_id,
                {
                    "outcome": outcome.value,
                    "input_tokens": used.input,
                    "output_tokens": used.output,
                    "cache_read_tokens": used.cache_read,
                    "cache_write_tokens": used.cache_write,
                    "cost": None if usage is None else self._prices.cost(model, usage),
                    "first_token": first_token,
                    "request_id": request_id,
                    "error": error,
                },
            )
            call = store.complete(call_id, {"seconds": (now - call.started).total_seconds()})
            if key:
                store.keep_answer(key, call_id, reply, now)
            unit.emit(CallRecorded(call))
        return call

    def kept_reply(self, key: str) -> str | None:
        """A reply that was received for exactly this before."""
        with self._database.read() as session:
            return LedgerStore(session).answer(key)

    def calls(
        self, limit: int | None = 500, wanted: CallFilter = EVERY_CALL, before: int | None = None
    ) -> list[AiCall]:
        """Newest first; ``before``: only those with a lower id, to read on where the last list ended."""
        with self._database.read() as session:
            return LedgerStore(session).calls(limit, wanted, before)

    def sums(self, by: str = "", wanted: CallFilter = EVERY_CALL) -> dict[str, Spent]:
        """Sums per ``"agent"`` or ``"model"``, or one under ``""``; a sum of no calls is left out."""
        with self._database.read() as session:
            return LedgerStore(session).sums(by, wanted)

    def first(self) -> datetime | None:
        """When the oldest call began; None when there is none."""
        with self._database.read() as session:
            return LedgerStore(session).first()

    def budget(self, limit_dollars: float | None) -> Budget:
        """What this calendar month (in the person's time zone) has cost, against the limit."""
        return Budget(self._spent().cost, None if limit_dollars is None else round(limit_dollars * 1_000_000_000))

    def _spent(self) -> Spent:
        """This month's sum."""
        return self.sums("", CallFilter(since=month_begin(self._clock()))).get("", Spent())

    def held(self) -> int:
        """What is held back for calls under way, in nano-dollars."""
        with self._database.read() as session:
            return LedgerStore(session).held(self._clock() - LONGEST_CALL)

    def settle_interrupted(self) -> int:
        """Mark calls whose process ended while it waited, this one's excepted; how many those were."""
        now = self._clock()
        with self._database.read() as session:
            open_calls = LedgerStore(session).started()
        dead = [
            call_id for call_id, owner, begun in open_calls if self._owner.is_dead(owner, begun + LONGEST_CALL, now)
        ]
        settled = sum(self._interrupt(call_id) for call_id in dead)
        if settled:
            log.info("%d calls were cut off by a process that ended", settled)
        return settled

    def forget_answers(self, keys: Collection[str]) -> None:
        """Replies that turned out to be of no use: who asks again is to get another one."""
        with self._database.write() as unit:
            LedgerStore(unit.session).forget_these(keys)

    def forget_old_answers(self) -> None:
        with self._database.write() as unit:
            LedgerStore(unit.session).forget_answers(self._clock() - ANSWERS_KEPT)

    def leave(self) -> None:
        """The process ends: whatever call it left without an end may be settled by others."""
        if self._has_appeared:
            self._owner.leave()

    def _interrupt(self, call_id: int) -> bool:
        """False when it has had its end since we looked, or somebody else was quicker."""
        with self._database.write() as unit:
            call = LedgerStore(unit.session).interrupt(call_id)
            if call is not None:
                unit.emit(CallRecorded(call))
        return call is not None

    def _add(
        self,
        outcome: Outcome,
        agent: str,
        version: int,
        model: str,
        endpoint: str,
        task_id: int | None,
        subject: str,
        cost: int = 0,
    ) -> AiCall:
        with self._database.write() as unit:
            call = LedgerStore(unit.session).add(
                {
                    "outcome": outcome.value,
                    "agent": agent,
                    "agent_version": version,
                    "model": model,
                    "endpoint": endpoint,
                    "started": self._clock(),
                    "task_id": task_id,
                    "subject": subject,
                    "owner": self._owner.name,
                    "cost": cost,
                    "seconds": 0.0 if outcome is Outcome.KEPT else None,
                }
            )
            unit.emit(CallRecorded(call))
        return call


def month_begin(now: datetime) -> datetime:
    """When the month of ``now`` began where the person is, by the clock that was in force then (summer time)."""
    here = now.astimezone()
    return datetime(here.year, here.month, 1).astimezone()

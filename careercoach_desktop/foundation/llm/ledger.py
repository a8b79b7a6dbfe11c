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
from careercoach_desktop.foundation.llm.model import (
    NANO,
    AiCall,
    Budget,
    BudgetNearlyReached,
    CallFilter,
    CallRecorded,
    Outcome,
    Sent,
    Spent,
    Usage,
)
from careercoach_desktop.foundation.llm.prices import PriceList
from careercoach_desktop.foundation.llm.sent import unpacked
from careercoach_desktop.foundation.llm.store import LedgerStore, looked_at
from careercoach_desktop.foundation.llm.wire import Reply
from careercoach_desktop.foundation.storage.database import Database, UnitOfWork
from careercoach_desktop.foundation.tasks.owners import Owner

log = logging.getLogger(__name__)

ANSWERS_KEPT = timedelta(days=90)
LONGEST_CALL = timedelta(minutes=30)
EVERY_CALL = CallFilter()
_LATEST, _ENOUGH = 25, 3
"""How many calls tell how long one usually takes."""


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
        sent: bytes = b"",
        batch: bool = False,
    ) -> int:
        """Write down that a call is about to be made, and what it sends (``sent.packed``); its id.

        ``check`` is told what this month has cost and what is held back for calls under way, this program's and
        others', and raises when this one is too much. ``estimate`` is held back until the call has its end. All in one
        transaction, so that of two calls at once, wherever they are made, both can't pass."""
        if not self._has_appeared:
            self._owner.appear()
            self._has_appeared = True
        with self._database.write() as unit:
            held = LedgerStore(unit.session).held(self._clock() - LONGEST_CALL)
            check(self._spent_in(LedgerStore(unit.session)), held)
            call = self._added(
                unit, Outcome.STARTED, agent, version, model, endpoint, task_id, subject, estimate, batch=batch
            )
            if sent:
                LedgerStore(unit.session).keep_sent(call.id, sent)
        return call.id

    def note_kept(
        self, agent: str, version: int, model: str, endpoint: str, *, task_id: int | None, subject: str
    ) -> int:
        """Write down that an answer was taken from those kept; its id."""
        with self._database.write() as unit:
            return self._added(unit, Outcome.KEPT, agent, version, model, endpoint, task_id, subject).id

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
        limit: int | None = None,
        search_price: int = 0,
    ) -> AiCall:
        """Write down how a call ended and keep its ``reply``, in one transaction: under ``key``, so that the same is
        not asked again, or (one that is not whole) to be looked at only. ``usage`` None: nobody knows what it used, so
        nobody knows what it cost. ``limit``: of the month, which may be nearly reached by this. ``search_price``:
        nano-dollars of each web search it took."""
        now, used = self._clock(), usage or Usage()
        with self._database.write() as unit:
            store = LedgerStore(unit.session)
            before = Budget(self._spent_in(store), limit)
            call = store.complete(
                call_id,
                {
                    "outcome": outcome.value,
                    "input_tokens": used.input,
                    "output_tokens": used.output,
                    "cache_read_tokens": used.cache_read,
                    "cache_write_tokens": used.cache_write,
                    "searches": used.searches,
                    "cost": None
                    if usage is None
                    else self._prices.cost(model, usage, batch=store.is_batch(call_id), search_price=search_price),
                    "first_token": first_token,
                    "request_id": request_id,
                    "error": error,
                },
            )
            call = store.complete(call_id, {"seconds": (now - call.started).total_seconds()})
            if reply:
                store.forget_these([looked_at(call_id)], for_good=True)
                store.keep_answer(key or looked_at(call_id), call_id, reply, now)
            unit.emit(CallRecorded(call))
            after = Budget(before.spent + (call.cost or 0), limit)
            if after.is_nearly_reached and not before.is_nearly_reached:
                unit.emit(BudgetNearlyReached(after))
        return call

    def keep_piece(self, call_id: int, text: str) -> None:
        """What has come of a reply that is still coming; nothing is done when it has come to its end since."""
        with self._database.write() as unit:
            store = LedgerStore(unit.session)
            if store.is_under_way(call_id):
                reply = Reply(({"type": "text", "text": text},), "")
                store.keep_answer(looked_at(call_id), call_id, reply.to_json(), self._clock())

    def sent(self, call_id: int) -> Sent | None:
        """What a call sent and what came back; None when it sent nothing or that was long ago (``ANSWERS_KEPT``)."""
        with self._database.read() as session:
            content, reply = LedgerStore(session).sent(call_id)
        return None if content is None else unpacked(content, Reply.from_json(reply).text if reply else "")

    def unfinished(self, task_id: int) -> str | None:
        """What had come of the reply to the task's last call when that was stopped, cut off, killed or too long."""
        with self._database.read() as session:
            return LedgerStore(session).unfinished(task_id)

    def usual_seconds(self, agent: str, model: str) -> float | None:
        """How long this agent's latest calls to the model took, the one in the middle; None before there were three."""
        with self._database.read() as session:
            taken = sorted(LedgerStore(session).seconds(agent, model, _LATEST))
        return taken[len(taken) // 2] if len(taken) >= _ENOUGH else None

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
        """Sums per ``"agent"``, ``"model"`` or ``"month"`` (``2026-11``, where the person is), or one under ``""``. A
        sum of no calls is left out."""
        with self._database.read() as session:
            return LedgerStore(session).sums(by, wanted)

    def first(self) -> datetime | None:
        """When the oldest call began; None when there is none."""
        with self._database.read() as session:
            return LedgerStore(session).first()

    def budget(self, limit_dollars: float | None, lifted: str = "") -> Budget:
        """What this calendar month (in the person's time zone) has cost, against the limit. ``lifted``: the month for
        which it was lifted."""
        limit = None if limit_dollars is None else round(limit_dollars * NANO)
        with self._database.read() as session:
            spent = self._spent_in(LedgerStore(session))
        return Budget(spent, limit, lifted=lifted == month_name(self._clock()))

    def _spent_in(self, store: LedgerStore) -> int:
        return store.spent(month_begin(self._clock()))

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
        """Replies that turned out to be of no use: who asks again is to get another one. They may be looked at."""
        with self._database.write() as unit:
            LedgerStore(unit.session).forget_these(keys)

    def forget_old_answers(self) -> None:
        """What was received, and what was sent for it; the rows of the ledger stay."""
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

    def _added(
        self,
        unit: UnitOfWork,
        outcome: Outcome,
        agent: str,
        version: int,
        model: str,
        endpoint: str,
        task_id: int | None,
        subject: str,
        cost: int = 0,
        *,
        batch: bool = False,
    ) -> AiCall:
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
                "batch": batch,
            }
        )
        unit.emit(CallRecorded(call))
        return call


def month_begin(now: datetime) -> datetime:
    """When the month of ``now`` began where the person is, by the clock that was in force then (summer time)."""
    here = now.astimezone()
    return datetime(here.year, here.month, 1).astimezone()


def month_name(now: datetime) -> str:
    """``2026-11``: the month where the person is."""
    return f"{now.astimezone():%Y-%m}"

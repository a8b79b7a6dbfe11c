"""Many requests handed over together at half price, answered within a day.

A batch is a row before anything is sent, with every request's place in the ledger; the server's name for it is written
down the moment it is known. So whatever ends in between, the next start finds out what became of it: a batch is never
handed over twice, and an answer that arrived is never paid for again.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Generic, TypeVar
from uuid import uuid4

from pydantic import BaseModel

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.contact import Veil
from careercoach_desktop.foundation.llm.faults import fault
from careercoach_desktop.foundation.llm.ledger import Ledger
from careercoach_desktop.foundation.llm.model import ContactDetail, ContactKind, Outcome, Request, Usage
from careercoach_desktop.foundation.llm.protocol import BatchDoor, Interruptible, Unclear
from careercoach_desktop.foundation.llm.sent import packed, sent_of
from careercoach_desktop.foundation.llm.store import BatchRow, BatchStore, LedgerStore
from careercoach_desktop.foundation.llm.structured import read_answer
from careercoach_desktop.foundation.llm.wire import BatchLine, Reply, Wire
from careercoach_desktop.foundation.settings.endpoints import host_of

T = TypeVar("T", bound=BaseModel)

log = logging.getLogger(__name__)

_APPEARS = timedelta(minutes=2)
"""A batch that was taken over is in the server’s list by then."""
_STOPPED_SO = {
    "refusal": (Outcome.REFUSED, "claude-declined"),
    "max_tokens": (Outcome.TRUNCATED, "claude-truncated"),
    "model_context_window_exceeded": (Outcome.ANSWERED, "claude-too-long"),
}
_ENDED_SO = {"expired": "claude-batch-expired", "canceled": "claude-batch-cancelled"}


class BatchStage(StrEnum):
    """``SENDING``: nobody knows whether the server has it. ``LOST``: it never arrived, or was refused."""

    SENDING = "SENDING"
    SENT = "SENT"
    ENDED = "ENDED"
    LOST = "LOST"


@dataclass(frozen=True, slots=True)
class BatchItem(Generic[T]):
    """``label`` is the caller's: it comes back beside the answer."""

    label: str
    request: Request[T]


@dataclass(frozen=True, slots=True)
class BatchAnswer(Generic[T]):
    """Either a ``value``, checked against the output type, or the ``problem`` that kept it away."""

    label: str
    value: T | None
    problem: UserError | None
    model: str


@dataclass(frozen=True, slots=True)
class BatchLook(Generic[T]):
    """How a batch stands. ``answers`` is empty until it ``is_over``. ``since``: when it was handed over."""

    is_over: bool
    since: datetime
    requests: int
    answers: tuple[BatchAnswer[T], ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """One request on its way, what it is expected to take (None: nobody knows), and whether exactly this was asked
    before."""

    item: BatchItem[Any]
    endpoint: str
    wire: Wire
    veil: Veil
    key: str
    cost: int | None
    kept: bool


Check = Callable[[int | None, int, int], None]
"""Told what one request takes, what is spent and what is held back; raises when that is too much."""


class Batches:
    """Used by ``Batching`` alone; every method may block."""

    def __init__(self, ledger: Ledger, door: BatchDoor, clock: Callable[[], datetime]) -> None:
        self._ledger = ledger
        self._database = ledger.database
        self._door = door
        self._clock = clock

    # --- handing over --------------------------------------------------------------------------------------------

    def hand_over(
        self,
        asked: Sequence[Asked],
        key: str,
        *,
        check: Check,
        waiting: Interruptible | None,
        task_id: int | None,
        subject: str,
    ) -> int:
        """Write it down, send it, write down its name; our number for it. All of it is written down or, when ``check``
        raises, nothing.

        UserError when the server did not take it (nothing is there then); one that is transient, too, when nobody
        knows: ``look`` finds out."""
        token = uuid4().hex[:12]
        with self._database.write() as unit:
            entries = [
                self._written_down(f"{token}-{number}", one, check, task_id, subject)
                for number, one in enumerate(asked)
            ]
            content = json.dumps({"token": token, "entries": entries}, ensure_ascii=False)
            batch_id = BatchStore(unit.session).add(
                BatchRow(
                    remote_id="",
                    endpoint=asked[0].endpoint,
                    state=BatchStage.SENDING.value,
                    content=content,
                    task_id=task_id,
                    created=self._clock(),
                )
            )
        wires = {f"{token}-{number}": one.wire for number, one in enumerate(asked) if not one.kept}
        if not wires:
            self._note(batch_id, BatchStage.ENDED)
            return batch_id
        try:
            remote_id = self._door.submit(asked[0].endpoint, key, wires, waiting)
        except Unclear as unclear:
            log.warning("nobody knows yet whether batch %d was taken over: %s", batch_id, unclear.error.code)
            raise unclear.error from unclear
        except UserError as refused:
            self._lose(batch_id, refused.code)
            raise
        self._note(batch_id, BatchStage.SENT, remote_id=remote_id)
        log.info("batch %d was handed over as %s", batch_id, remote_id)
        return batch_id

    def of_task(self, task_id: int) -> int | None:
        """The batch this task handed over, unless it got lost."""
        with self._database.read() as session:
            row = BatchStore(session).newest_of(task_id, not_in=BatchStage.LOST.value)
            return None if row is None else row.id

    def put_away(self, task_id: int) -> None:
        """Let a batch that is over be no longer this task's; one that is not stays."""
        with self._database.write() as unit:
            store = BatchStore(unit.session)
            row = store.newest_of(task_id, not_in=BatchStage.LOST.value)
            if row is not None and row.state == BatchStage.ENDED:
                store.change(int(row.id or 0), {"task_id": None})

    # --- looking after it ----------------------------------------------------------------------------------------

    def look(
        self,
        batch_id: int,
        output: type[T],
        endpoint: str,
        key: str,
        waiting: Interruptible | None,
        limit: int | None,
    ) -> BatchLook[T]:
        """How it stands; its answers are stored before anybody looks at them. ``endpoint``: where questions go now;
        ``limit``: of the month, which may be nearly reached by what it took.

        UserError ``claude-batch-gone`` when it never arrived or the server no longer knows it; transient ones as for
        every call."""
        row = self._get(batch_id)
        if row.state == BatchStage.LOST:
            raise fault("claude-batch-gone")
        if row.state != BatchStage.ENDED and row.endpoint != endpoint:
            raise fault("claude-batch-elsewhere")
        if row.state == BatchStage.SENDING:
            remote_id = self._found(row, endpoint, key, waiting)
            if remote_id is None:
                return self._waits(row)
            self._note(batch_id, BatchStage.SENT, remote_id=remote_id)
            row = self._get(batch_id)
        if row.state == BatchStage.SENT:
            if not self._door.look(endpoint, key, row.remote_id, waiting).is_over:
                return self._waits(row)
            self._take_in(row, self._door.results(endpoint, key, row.remote_id, waiting), limit)
        return self._answers(batch_id, output)

    def call_off(self, batch_id: int, endpoint: str, key: str, waiting: Interruptible | None) -> None:
        """Ask the server to stop; what was answered by then stays, and has its price. Look until it is over."""
        row = self._get(batch_id)
        if row.state == BatchStage.SENDING:
            remote_id = self._found(row, endpoint, key, waiting)
            if remote_id is not None:
                self._note(batch_id, BatchStage.SENT, remote_id=remote_id)
                row = self._get(batch_id)
        if row.state == BatchStage.SENT and row.endpoint == endpoint:
            self._door.cancel(endpoint, key, row.remote_id, waiting)

    def _found(self, row: BatchRow, endpoint: str, key: str, waiting: Interruptible | None) -> str | None:
        """The server's name of a batch of which we only know that it was being sent; None while that is not clear.

        Its list says how many requests each holds, and the results of one that is over name them: ours carry a token
        nobody else has."""
        content = json.loads(row.content)
        count = sum(not entry["kept"] for entry in content["entries"])
        with self._database.read() as session:
            known = BatchStore(session).remote_ids()
        candidates = [
            one
            for one in self._door.latest(endpoint, key, waiting)
            if one.remote_id not in known and one.requests == count
        ]
        for one in candidates:
            if one.is_over:
                lines = self._door.results(endpoint, key, one.remote_id, waiting)
                if any(line.custom_id.startswith(f"{content['token']}-") for line in lines):
                    return one.remote_id
        if any(not one.is_over for one in candidates) or self._clock() - row.created < _APPEARS:
            return None
        self._lose(int(row.id or 0), "claude-batch-gone")
        raise fault("claude-batch-gone")

    # --- the rows ------------------------------------------------------------------------------------------------

    def _written_down(self, name: str, one: Asked, check: Check, task_id: int | None, subject: str) -> dict[str, Any]:
        """Its place in the ledger, and what is needed to know its answer again."""
        request, host = one.item.request, host_of(one.endpoint)
        call = (request.agent, request.version, one.wire.model, host)
        if one.kept:
            call_id = self._ledger.note_kept(*call, task_id=task_id, subject=subject)
        else:
            call_id = self._ledger.begin(
                *call,
                task_id=task_id,
                subject=subject,
                estimate=one.cost or 0,
                check=lambda spent, held: check(one.cost, spent, held),
                sent=packed(sent_of(one.wire)),
                batch=True,
            )
        hidden = one.veil.details if sent_of(one.wire).replaced else ()
        return {
            "id": name,
            "label": one.item.label,
            "call": call_id,
            "key": one.key,
            "kept": one.kept,
            "model": one.wire.model,
            "hidden": [[detail.kind.value, detail.text] for detail in hidden],
        }

    def _take_in(self, row: BatchRow, lines: Sequence[BatchLine], limit: int | None) -> None:
        """Every reply is kept and every call gets its end, in the transaction that ends the batch."""
        said = {line.custom_id: line for line in lines}
        content = json.loads(row.content)
        with self._database.write():
            for entry in content["entries"]:
                if not entry["kept"]:
                    entry["problem"] = self._settled(entry, said.get(entry["id"]), limit)
            self._note(
                int(row.id or 0), BatchStage.ENDED, content=json.dumps(content, ensure_ascii=False), ended=self._clock()
            )

    def _settled(self, entry: dict[str, Any], line: BatchLine | None, limit: int | None) -> str:
        """Write down how one request ended; the code of what kept its answer away, or nothing."""
        call_id, model = entry["call"], entry["model"]
        if line is None or line.reply is None:
            kind = "" if line is None else line.kind
            code = _ENDED_SO.get(kind, (line.code if line is not None else "") or "claude-trouble")
            outcome = Outcome.CANCELLED if kind == "canceled" else Outcome.FAILED
            self._ledger.complete(call_id, outcome, Usage(), model=model, error=code)
            return code
        reply = line.reply
        outcome, problem = _STOPPED_SO.get(reply.stop, (Outcome.ANSWERED, ""))
        self._ledger.complete(
            call_id,
            outcome,
            reply.usage,
            model=model,
            key="" if problem else entry["key"],
            reply=reply.to_json(),
            limit=limit,
        )
        return problem

    def _answers(self, batch_id: int, output: type[T]) -> BatchLook[T]:
        row = self._get(batch_id)
        entries = json.loads(row.content)["entries"]
        with self._database.read() as session:
            store = LedgerStore(session)
            answers = tuple(_answer(entry, store.answer(entry["key"]), output) for entry in entries)
        rubbish = [
            entry["key"]
            for entry, answer in zip(entries, answers, strict=True)
            if answer.problem is not None and answer.problem.code == "claude-unreadable"
        ]
        if rubbish:  # who asks again is to get another answer
            self._ledger.forget_answers(rubbish)
        return BatchLook(is_over=True, since=row.created, requests=len(entries), answers=answers)

    def _lose(self, batch_id: int, code: str) -> None:
        """It is not there: nothing was taken and nothing is paid."""
        row = self._get(batch_id)
        with self._database.write():
            for entry in json.loads(row.content)["entries"]:
                if not entry["kept"]:
                    self._ledger.complete(entry["call"], Outcome.FAILED, Usage(), model=entry["model"], error=code)
            self._note(batch_id, BatchStage.LOST, ended=self._clock())

    def _note(self, batch_id: int, stage: BatchStage, **values: object) -> None:
        with self._database.write() as unit:
            BatchStore(unit.session).change(batch_id, {"state": stage.value, **values})

    def _get(self, batch_id: int) -> BatchRow:
        with self._database.read() as session:
            row = BatchStore(session).get(batch_id)
        if row is None:
            raise KeyError(batch_id)
        return row

    @staticmethod
    def _waits(row: BatchRow) -> BatchLook[T]:
        return BatchLook(is_over=False, since=row.created, requests=len(json.loads(row.content)["entries"]))


def _answer(entry: dict[str, Any], reply: str | None, output: type[T]) -> BatchAnswer[T]:
    """No round of repair: that would be another batch."""
    label, model, code = entry["label"], entry["model"], entry.get("problem", "")
    if code or reply is None:
        return BatchAnswer(label, None, fault(code or "claude-batch-gone", model=model), model)
    veil = Veil(ContactDetail(ContactKind(kind), text) for kind, text in entry["hidden"])
    try:
        told = veil.restore(Reply.from_json(reply).text, in_json=True)
        return BatchAnswer(label, read_answer(told.text, output), None, model)
    except ValueError:
        return BatchAnswer(label, None, fault("claude-unreadable"), model)

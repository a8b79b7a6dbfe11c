"""The ledger's and the kept answers' tables: one row per call, one per answer received."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Index, Integer, LargeBinary, case, func
from sqlmodel import Field, Session, SQLModel, col, delete, select

from careercoach_desktop.foundation.llm.model import AiCall, CallFilter, Outcome, Spent, Usage
from careercoach_desktop.foundation.storage.columns import UtcDateTime

_FREE = (Outcome.KEPT.value, Outcome.STARTED.value)
_UNFINISHED = tuple(
    outcome.value
    for outcome in (Outcome.CANCELLED, Outcome.CUT, Outcome.TRUNCATED, Outcome.FAILED, Outcome.INTERRUPTED)
)


class AiCallRow(SQLModel, table=True):
    """``cost`` is in nano-dollars, None when unknown, what is held back while the call is under way.

    ``owner`` is the process that made the call (see ``owners``)."""

    __tablename__ = "ai_call"
    __table_args__ = (
        Index("ix_ai_call_started_outcome_cost", "started", "outcome", "cost"),  # what a month has cost, from it alone
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    agent: str
    agent_version: int
    model: str
    endpoint: str
    outcome: str = Field(index=True)
    input_tokens: int = 0
    output_tokens: int = 0
    cache_read_tokens: int = 0
    cache_write_tokens: int = 0
    searches: int = 0
    cost: int | None = Field(default=None, sa_type=BigInteger)
    started: datetime = Field(sa_type=UtcDateTime, index=True)
    seconds: float | None = None
    first_token: float | None = None
    request_id: str = ""
    error: str = ""
    task_id: int | None = None
    subject: str = ""
    owner: str = ""
    batch: bool = False


class SentRow(SQLModel, table=True):
    """What one call sent, compressed; forgotten with the kept answers."""

    __tablename__ = "ai_sent"

    call_id: int = Field(primary_key=True, foreign_key="ai_call.id", ondelete="CASCADE")
    content: bytes = Field(sa_type=LargeBinary)


class BatchRow(SQLModel, table=True):
    """Requests handed over together at half price. ``remote_id`` is the server's name for them, empty until it has
    answered; ``content`` says as JSON which request is about which record."""

    __tablename__ = "ai_batch"

    id: int | None = Field(default=None, primary_key=True)
    remote_id: str
    endpoint: str
    state: str
    content: str
    task_id: int | None = None
    created: datetime = Field(sa_type=UtcDateTime)
    ended: datetime | None = Field(default=None, sa_type=UtcDateTime)


class AnswerRow(SQLModel, table=True):
    """A reply as it was received. ``key`` is the SHA-256 of everything that was sent, the agent's version included, or
    says that it is only there to be looked at."""

    __tablename__ = "ai_answer"

    key: str = Field(primary_key=True, max_length=64)
    call_id: int = Field(foreign_key="ai_call.id", ondelete="CASCADE", index=True)
    reply: str
    received: datetime = Field(sa_type=UtcDateTime, index=True)


class LedgerStore:
    """Works inside the caller's transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, values: Mapping[str, Any]) -> AiCall:
        row = AiCallRow.model_validate(dict(values))
        self._session.add(row)
        self._session.flush()
        return _call(row)

    def complete(self, call_id: int, values: Mapping[str, Any]) -> AiCall:
        """Set columns of a call that was started. Raises KeyError when there is none."""
        row = self._session.get(AiCallRow, call_id, populate_existing=True)
        if row is None:
            raise KeyError(call_id)
        for name, value in values.items():
            setattr(row, name, value)
        self._session.add(row)
        self._session.flush()
        return _call(row)

    def interrupt(self, call_id: int) -> AiCall | None:
        """Set the outcome of a call that still has none; None (and nothing changed) when it has one, or is gone."""
        row = self._session.get(AiCallRow, call_id, populate_existing=True)
        if row is None or row.outcome != Outcome.STARTED.value:
            return None
        return self.complete(call_id, {"outcome": Outcome.INTERRUPTED.value, "cost": None})

    def calls(self, limit: int | None, wanted: CallFilter, before: int | None = None) -> list[AiCall]:
        """Newest first; only those with an id below ``before``."""
        rows = select(AiCallRow).where(*_fitting(wanted)).order_by(col(AiCallRow.id).desc()).limit(limit)
        if before is not None:
            rows = rows.where(col(AiCallRow.id) < before)
        return [_call(row) for row in self._session.exec(rows)]

    def first(self) -> datetime | None:
        """When the oldest call began."""
        return self._session.exec(select(func.min(col(AiCallRow.started)))).one()

    def sums(self, by: str, wanted: CallFilter) -> dict[str, Spent]:
        """Sums per ``agent``, ``model``, ``month`` or ``""`` for one sum over all (under the key ``""``)."""
        month = func.strftime("%Y-%m", col(AiCallRow.started), "localtime")
        groups: dict[str, Any] = {"agent": col(AiCallRow.agent), "model": col(AiCallRow.model), "month": month}
        group = groups.get(by)
        totals = (
            func.count(),
            _count(col(AiCallRow.outcome) == Outcome.KEPT.value),
            func.sum(
                case((col(AiCallRow.outcome) == Outcome.STARTED.value, 0), else_=func.coalesce(col(AiCallRow.cost), 0))
            ),
            _count(col(AiCallRow.cost).is_(None) & col(AiCallRow.outcome).not_in(_FREE)),
            func.sum(col(AiCallRow.input_tokens)),
            func.sum(col(AiCallRow.output_tokens)),
            func.sum(col(AiCallRow.cache_read_tokens)),
            func.sum(col(AiCallRow.cache_write_tokens)),
            func.sum(col(AiCallRow.searches)),
        )
        query: Any = select(group if group is not None else func.coalesce("", ""), *totals)  # type: ignore[call-overload]
        query = query.where(*_fitting(wanted))
        if group is not None:
            query = query.group_by(group)
        found = {}
        for key, calls, kept, cost, unknown, *tokens in self._session.connection().execute(query):
            if calls:
                found[key] = Spent(
                    calls, kept or 0, cost or 0, unknown or 0, Usage(*(number or 0 for number in tokens))
                )
        return found

    def spent(self, since: datetime) -> int:
        """What calls that began since have cost, in nano-dollars; asked before and after each call."""
        wanted = (col(AiCallRow.started) >= since, col(AiCallRow.outcome) != Outcome.STARTED.value)
        return self._session.exec(select(func.sum(col(AiCallRow.cost))).where(*wanted)).one() or 0

    def held(self, since: datetime) -> int:
        """What is held back for calls under way that began after ``since``, in nano-dollars."""
        is_recent = (col(AiCallRow.started) >= since) | col(AiCallRow.batch)  # a batch may take a day
        wanted = (col(AiCallRow.outcome) == Outcome.STARTED.value, is_recent)
        return self._session.exec(select(func.sum(col(AiCallRow.cost))).where(*wanted)).one() or 0

    def started(self) -> list[tuple[int, str, datetime]]:
        """Calls without an end: id, owner and when they began. Those of a batch outlive the process that made them."""
        rows = select(AiCallRow).where(col(AiCallRow.outcome) == Outcome.STARTED.value, ~col(AiCallRow.batch))
        return [(row.id or 0, row.owner, row.started) for row in self._session.exec(rows)]

    def answer(self, key: str) -> str | None:
        row = self._session.get(AnswerRow, key)
        return None if row is None else row.reply

    def keep_sent(self, call_id: int, content: bytes) -> None:
        self._session.add(SentRow(call_id=call_id, content=content))
        self._session.flush()

    def sent(self, call_id: int) -> tuple[bytes | None, str]:
        """What a call sent (None: not known) and the reply to it, as they were kept."""
        content = self._session.exec(select(SentRow.content).where(SentRow.call_id == call_id)).first()
        reply = self._session.exec(select(AnswerRow.reply).where(AnswerRow.call_id == call_id)).first()
        return content, reply or ""

    def unfinished(self, task_id: int) -> str | None:
        """The reply to the task's last call, when that has none that is whole."""
        last = select(AiCallRow).where(col(AiCallRow.task_id) == task_id).order_by(col(AiCallRow.id).desc()).limit(1)
        row = self._session.exec(last).first()
        if row is None or row.outcome not in _UNFINISHED:
            return None
        return self._session.exec(select(AnswerRow.reply).where(AnswerRow.call_id == row.id)).first()

    def seconds(self, agent: str, model: str, latest: int) -> list[float]:
        """How long the latest calls took that had their answer."""
        wanted = (
            col(AiCallRow.agent) == agent,
            col(AiCallRow.model) == model,
            col(AiCallRow.outcome) == Outcome.ANSWERED.value,
            col(AiCallRow.batch).is_(False),
        )
        taken = select(AiCallRow.seconds).where(*wanted).order_by(col(AiCallRow.id).desc()).limit(latest)
        return [seconds for seconds in self._session.exec(taken) if seconds is not None]

    def is_batch(self, call_id: int) -> bool:
        """Whether it was one of many handed over together, at half price."""
        return bool(self._session.exec(select(AiCallRow.batch).where(AiCallRow.id == call_id)).first())

    def keep_answer(self, key: str, call_id: int, reply: str, now: datetime) -> None:
        self._session.merge(AnswerRow(key=key, call_id=call_id, reply=reply, received=now))

    def forget_answers(self, before: datetime) -> int:
        """How many old answers were forgotten, and what was sent for them; their ledger rows stay."""
        sent = delete(SentRow).where(
            col(SentRow.call_id).in_(select(AiCallRow.id).where(col(AiCallRow.started) < before))
        )
        self._session.connection().execute(sent)
        old = delete(AnswerRow).where(col(AnswerRow.received) < before)
        return int(self._session.connection().execute(old).rowcount)

    def forget_these(self, keys: Collection[str], *, for_good: bool = False) -> None:
        """Let answers, by their keys, be no answers any more; unless ``for_good``, they can still be looked at."""
        for row in self._session.exec(select(AnswerRow).where(col(AnswerRow.key).in_(keys))).all():
            if not for_good:
                self._session.merge(AnswerRow(**row.model_dump(exclude={"key"}), key=looked_at(row.call_id)))
            self._session.delete(row)
        self._session.flush()

    def is_under_way(self, call_id: int) -> bool:
        """Whether a call has had no end yet."""
        row = self._session.get(AiCallRow, call_id, populate_existing=True)
        return row is not None and row.outcome == Outcome.STARTED.value


def looked_at(call_id: int) -> str:
    """What a reply is kept under that answers no question: part of one, one that was declined or could not be read."""
    return f"call:{call_id}"


class BatchStore:
    """Works inside the caller's transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, row: BatchRow) -> int:
        """Its number."""
        self._session.add(row)
        self._session.flush()
        if row.id is None:
            raise ValueError("The batch was not stored")
        return row.id

    def get(self, batch_id: int) -> BatchRow | None:
        return self._session.get(BatchRow, batch_id, populate_existing=True)

    def change(self, batch_id: int, values: Mapping[str, object]) -> None:
        """Raises KeyError when there is none."""
        row = self.get(batch_id)
        if row is None:
            raise KeyError(batch_id)
        for name, value in values.items():
            setattr(row, name, value)
        self._session.add(row)
        self._session.flush()

    def newest_of(self, task_id: int, *, not_in: str) -> BatchRow | None:
        """The one a task handed over last, unless it is in this state."""
        wanted = (col(BatchRow.task_id) == task_id, col(BatchRow.state) != not_in)
        return self._session.exec(select(BatchRow).where(*wanted).order_by(col(BatchRow.id).desc()).limit(1)).first()

    def remote_ids(self) -> set[str]:
        """The names under which servers know ours."""
        return set(self._session.exec(select(BatchRow.remote_id).where(col(BatchRow.remote_id) != "")))


def _count(fits: ColumnElement[bool]) -> Any:
    """How many rows fit. Told to be a number: the sum of yes and no would come back as yes."""
    return func.sum(fits, type_=Integer)


def _fitting(wanted: CallFilter) -> list[ColumnElement[bool]]:
    bounds = []
    if wanted.since is not None:
        bounds.append(col(AiCallRow.started) >= wanted.since)
    if wanted.until is not None:
        bounds.append(col(AiCallRow.started) < wanted.until)
    if wanted.agent:
        bounds.append(col(AiCallRow.agent) == wanted.agent)
    if wanted.model:
        bounds.append(col(AiCallRow.model) == wanted.model)
    if wanted.outcomes:
        bounds.append(col(AiCallRow.outcome).in_([outcome.value for outcome in wanted.outcomes]))
    if wanted.subject.endswith(":"):
        bounds.append(col(AiCallRow.subject).startswith(wanted.subject, autoescape=True))
    elif wanted.subject:
        bounds.append(col(AiCallRow.subject) == wanted.subject)
    return bounds


def _call(row: AiCallRow) -> AiCall:
    if row.id is None:
        raise ValueError("The call was not stored yet")
    return AiCall(
        id=row.id,
        agent=row.agent,
        model=row.model,
        endpoint=row.endpoint,
        outcome=Outcome(row.outcome),
        usage=Usage(row.input_tokens, row.output_tokens, row.cache_read_tokens, row.cache_write_tokens, row.searches),
        cost=None if row.outcome == Outcome.STARTED.value else row.cost,
        started=row.started,
        seconds=row.seconds,
        first_token=row.first_token,
        request_id=row.request_id,
        error=row.error,
        task_id=row.task_id,
        subject=row.subject,
        batch=row.batch,
    )

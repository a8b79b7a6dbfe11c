"""Many questions at once, at half price, through the same gates as a single one: asked before, key, budget, ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from pydantic import BaseModel

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.batches import Asked, Batches, BatchItem, BatchLook, expected_cost
from careercoach_desktop.foundation.llm.contact import Veil
from careercoach_desktop.foundation.llm.faults import fault
from careercoach_desktop.foundation.llm.keys import ClaudeKeys
from careercoach_desktop.foundation.llm.ledger import Ledger
from careercoach_desktop.foundation.llm.model import Budget, Purpose, Request
from careercoach_desktop.foundation.llm.prices import PriceList
from careercoach_desktop.foundation.llm.protocol import BatchDoor, Interruptible
from careercoach_desktop.foundation.llm.reach import Reach
from careercoach_desktop.foundation.llm.wire import Wire
from careercoach_desktop.foundation.llm.words import dollars
from careercoach_desktop.foundation.settings.endpoints import host_of
from careercoach_desktop.foundation.settings.service import SettingsService

T = TypeVar("T", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Opened:
    """A request as it goes out, and what it hides."""

    wire: Wire
    veil: Veil


@dataclass(frozen=True, slots=True)
class Gates:
    """What single questions go through, too. ``opened`` makes what is sent."""

    settings: SettingsService
    keys: ClaudeKeys
    ledger: Ledger
    prices: PriceList
    reach: Reach
    budget: Callable[[], Budget]
    opened: Callable[[Request[Any]], Opened]


class Batching:
    """``Claude.batches``. Every method may touch disk or network: call it off the Qt thread."""

    def __init__(self, gates: Gates, door: BatchDoor, clock: Callable[[], datetime]) -> None:
        self._gates = gates
        self._batches = Batches(gates.ledger, gates.budget, door, clock)

    def are_taken(self, purpose: Purpose) -> bool:
        """Whether the server that is asked takes many requests at once: the vendor's does, for its own models."""
        return not self._endpoint() or self._gates.prices.knows(self._model_for(purpose))

    def submit(
        self,
        items: Sequence[BatchItem[T]],
        *,
        waiting: Interruptible | None = None,
        task_id: int | None = None,
        subject: str = "",
    ) -> int:
        """Hand requests over to be answered within a day; our number for them, to ``collect`` by.

        What was asked before is not sent again. UserError as ``Claude.ask``; after a transient one ``of_task`` and
        ``collect`` tell whether it arrived: never hand the same over twice without having looked."""
        endpoint = self._endpoint()
        with self._reaching(endpoint):
            return self._batches.hand_over(
                [self._asked(item, endpoint) for item in items],
                endpoint,
                host_of(endpoint),
                self._secret(),
                check=self._check,
                waiting=waiting,
                task_id=task_id,
                subject=subject,
            )

    def of_task(self, task_id: int) -> int | None:
        """What ``submit`` gave or was about to give this task, unless it got lost on the way."""
        return self._batches.of_task(task_id)

    def collect(self, batch_id: int, output: type[T], *, waiting: Interruptible | None = None) -> BatchLook[T]:
        """How it stands, and its answers once it is over; they stay, so it may be asked again at any time."""
        endpoint = self._endpoint()
        with self._reaching(endpoint):
            return self._batches.look(batch_id, output, endpoint, self._secret(), waiting)

    def cancel(self, batch_id: int, *, waiting: Interruptible | None = None) -> None:
        """Call it off; what was answered by then has its price and is collected as ever."""
        endpoint = self._endpoint()
        with self._reaching(endpoint):
            self._batches.call_off(batch_id, endpoint, self._secret(), waiting)

    def _endpoint(self) -> str:
        return self._gates.settings.current().claude_endpoint

    def _model_for(self, purpose: Purpose) -> str:
        return str(getattr(self._gates.settings.current(), f"claude_model_{purpose.value}"))

    def _asked(self, item: BatchItem[T], endpoint: str) -> Asked:
        request, opened = item.request, self._gates.opened(item.request)
        wire = opened.wire
        key = wire.key(request.agent, request.version, host_of(endpoint))
        kept = self._gates.ledger.kept_reply(key) is not None
        return Asked(item, wire, key, expected_cost(self._gates.prices, wire, request), kept, opened.veil.told)

    def _check(self, cost: int) -> None:
        budget, held = self._gates.budget(), self._gates.ledger.held()
        if budget.left is not None and held + cost > budget.left:
            spent, limit = dollars(budget.spent), dollars(budget.limit)
            raise fault("claude-budget-reached", spent=spent, limit=limit, takes=f"about {dollars(cost)}")

    def _secret(self) -> str:
        secret = self._gates.keys.text()
        if secret is None:
            raise fault("claude-no-key")
        return secret

    @contextmanager
    def _reaching(self, endpoint: str) -> Iterator[None]:
        """Tell when the server can't be reached, or answers again."""
        try:
            yield
        except UserError as error:
            if error.code == "claude-unreachable":
                self._gates.reach.lost(endpoint)
            raise
        self._gates.reach.found(endpoint)

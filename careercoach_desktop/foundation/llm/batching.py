"""Many questions at once, at half price, through the same gates as a single one: asked before, key, budget, ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from pydantic import BaseModel

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.batches import Asked, Batches, BatchItem, BatchLook
from careercoach_desktop.foundation.llm.contact import Veil
from careercoach_desktop.foundation.llm.exchanging import refuse_beyond, tokens_of
from careercoach_desktop.foundation.llm.faults import fault
from careercoach_desktop.foundation.llm.keys import ClaudeKeys
from careercoach_desktop.foundation.llm.ledger import Ledger
from careercoach_desktop.foundation.llm.model import Budget, Request, Usage
from careercoach_desktop.foundation.llm.prices import PriceList
from careercoach_desktop.foundation.llm.protocol import BatchDoor, Interruptible
from careercoach_desktop.foundation.llm.reach import Reach
from careercoach_desktop.foundation.llm.wire import Wire
from careercoach_desktop.foundation.settings.endpoints import host_of
from careercoach_desktop.foundation.settings.service import SettingsService

T = TypeVar("T", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Gates:
    """What single questions go through, too. ``ways``: the model, the server and what is hidden, for a request;
    ``wire``: what is sent for it."""

    settings: SettingsService
    keys: ClaudeKeys
    ledger: Ledger
    prices: PriceList
    reach: Reach
    budget: Callable[[], Budget]
    ways: Callable[[Request[Any]], tuple[str, str, Veil]]
    wire: Callable[[Request[Any], str, str, Veil], Wire]


class Batching:
    """``Claude.batches``. Every method may touch disk or network: call it off the Qt thread."""

    def __init__(self, gates: Gates, door: BatchDoor, clock: Callable[[], datetime]) -> None:
        self._gates = gates
        self._batches = Batches(gates.ledger, door, clock)

    def are_taken(self, model: str) -> bool:
        """Whether the server that is asked takes many requests at once for this model: the vendor's does, for its
        own."""
        return not self._endpoint() or self._gates.prices.knows(model)

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
        ``collect`` tell whether it arrived: never hand the same over twice without having looked. ValueError without
        any item."""
        if not items:
            raise ValueError("a batch of nothing")
        asked = [self._asked(item) for item in items]
        endpoint = asked[0].endpoint
        with self._reaching(endpoint):
            return self._batches.hand_over(
                asked, self._secret(), check=self._check, waiting=waiting, task_id=task_id, subject=subject
            )

    def of_task(self, task_id: int) -> int | None:
        """What ``submit`` gave or was about to give this task, unless it got lost on the way."""
        return self._batches.of_task(task_id)

    def put_away(self, task_id: int) -> None:
        """What this task handed over is over and came to nothing more: when it runs again, it may hand over anew. A
        batch that is not over stays the task's, whatever happens. Touches the disk alone."""
        self._batches.put_away(task_id)

    def collect(self, batch_id: int, output: type[T], *, waiting: Interruptible | None = None) -> BatchLook[T]:
        """How it stands, and its answers once it is over; they stay, so it may be asked again at any time."""
        endpoint = self._endpoint()
        with self._reaching(endpoint):
            return self._batches.look(batch_id, output, endpoint, self._secret(), waiting, self._limit_in_force())

    def cancel(self, batch_id: int, *, waiting: Interruptible | None = None) -> None:
        """Call it off; what was answered by then has its price and is collected as ever."""
        endpoint = self._endpoint()
        with self._reaching(endpoint):
            self._batches.call_off(batch_id, endpoint, self._secret(), waiting)

    def _endpoint(self) -> str:
        return self._gates.settings.current().claude_endpoint

    def _asked(self, item: BatchItem[T]) -> Asked:
        request = item.request
        model, endpoint, veil = self._gates.ways(request)
        wire = self._gates.wire(request, endpoint, model, veil)
        key = wire.key(request.agent, request.version, host_of(endpoint))
        usage = Usage(tokens_of(wire, request), request.expected_tokens)
        return Asked(
            item=item,
            endpoint=endpoint,
            wire=wire,
            veil=veil,
            key=key,
            cost=self._gates.prices.cost(model, usage, batch=True),
            kept=self._gates.ledger.kept_reply(key) is not None,
        )

    def _check(self, cost: int | None, spent: int, held: int) -> None:
        """Raises when this is more than the budget allows."""
        refuse_beyond(self._limit_in_force(), cost, spent, held, "more than is left")

    def _limit_in_force(self) -> int | None:
        budget = self._gates.budget()
        return None if budget.lifted else budget.limit

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

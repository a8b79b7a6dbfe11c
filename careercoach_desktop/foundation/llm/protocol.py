"""What stands between us and any language model: one protocol; nothing else knows whose library is behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.model import ModelOption
from careercoach_desktop.foundation.llm.wire import BatchLine, Reply, Wire

OnText = Callable[[str], None]
"""Called with each new piece of the answer, on a thread of the adapter; it must be quick. An empty piece: what was said
so far is void, the answer begins anew (it was cut off for its length, or was not in the right form)."""


class Interruptible(Protocol):
    """Whoever waits for a call and may be told to stop (``TaskContext`` is one)."""

    def check_cancelled(self) -> None:
        """Raises once it should stop."""

    def stopping(self, stop: Callable[[], object]) -> AbstractContextManager[None]:
        """While inside, being told to stop calls ``stop``."""


@dataclass(frozen=True, slots=True)
class RemoteBatch:
    """A batch as the server tells of it."""

    remote_id: str
    is_over: bool
    requests: int


class Unclear(Exception):  # noqa: N818 - it carries the error a person is shown
    """What was sent may have arrived or not; ``error`` is transient: looking later tells."""

    def __init__(self, error: UserError) -> None:
        super().__init__(error.code)
        self.error = error


class BatchDoor(Protocol):
    """Batches at one kind of server; all methods block, and raise UserError, or what ``waiting`` raises when told to
    stop."""

    def submit(self, endpoint: str, key: str, wires: Mapping[str, Wire], waiting: Interruptible | None) -> str:
        """Hand requests over, by names of ours; the server's name for all of them. Raises ``Unclear``, too."""

    def look(self, endpoint: str, key: str, remote_id: str, waiting: Interruptible | None) -> RemoteBatch:
        """How it stands; UserError ``claude-batch-gone`` when the server knows none of that name."""

    def results(self, endpoint: str, key: str, remote_id: str, waiting: Interruptible | None) -> list[BatchLine]:
        """What became of each request, once it is over."""

    def cancel(self, endpoint: str, key: str, remote_id: str, waiting: Interruptible | None) -> None:
        """Ask for its end; it is over a little later."""

    def latest(self, endpoint: str, key: str, waiting: Interruptible | None) -> list[RemoteBatch]:
        """Those handed over last, newest first."""


class LanguageModelDoor(Protocol):
    """The way to one kind of server. ``endpoint`` is ``""`` for the vendor's own. All methods block."""

    @property
    def batches(self) -> BatchDoor:
        """Its calls for many requests at once."""

    def send(
        self, endpoint: str, key: str, wire: Wire, *, on_text: OnText | None, waiting: Interruptible | None
    ) -> Reply:
        """One exchange, streamed. Raises ``CallBroken`` when it gave no whole reply, also when ``waiting`` was told to
        stop."""

    def models(self, endpoint: str, key: str) -> tuple[ModelOption, ...]:
        """What the server offers; UserError when it can't be asked or does not say."""

    def warm(self) -> None:
        """Import what a call needs (1 to 2 s), in an idle moment."""

    def stop(self) -> None:
        """End what is under way."""

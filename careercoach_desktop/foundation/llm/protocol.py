"""What stands between us and any language model: one protocol; nothing else knows whose library is behind it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Protocol

from careercoach_desktop.foundation.llm.model import ModelOption
from careercoach_desktop.foundation.llm.wire import Reply, Wire

OnText = Callable[[str], None]
"""Called with each new piece of the answer, on a thread of the adapter; it must be quick. An empty piece: what was said
so far is void, the answer begins anew (it was cut off for its length, or was not in the right form)."""


class Interruptible(Protocol):
    """Whoever waits for a call and may be told to stop (``TaskContext`` is one)."""

    def check_cancelled(self) -> None:
        """Raises once it should stop."""

    def stopping(self, stop: Callable[[], object]) -> AbstractContextManager[None]:
        """While inside, being told to stop calls ``stop``."""


class LanguageModelDoor(Protocol):
    """The way to one kind of server. ``endpoint`` is ``""`` for the vendor's own. All methods block."""

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

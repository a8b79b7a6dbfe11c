"""The bus: what happened, told to whoever asked.

Events are frozen dataclasses in the past tense, declared in the ``model.py`` of the feature that emits them.
Two kinds of listener exist because two kinds of promise do:

* *in-transaction* listeners run inside the unit of work that emitted the event and may write to the same
  session: either everything is committed or nothing is (merging, deleting, cascading across features).
* *after-commit* listeners run once the data is durable, on the thread that committed. They must be quick;
  the interface hops to the Qt thread from there (``foundation.uikit``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from threading import Lock
from typing import Any, TypeVar

E = TypeVar("E")
Stop = Callable[[], None]


class Bus:
    """Delivers events by their exact class; thread-safe."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._inside: dict[type, list[Callable[[Any, Any], None]]] = defaultdict(list)
        self._after: dict[type, list[Callable[[Any], None]]] = defaultdict(list)
        self._after_any: list[Callable[[object], None]] = []

    def within(self, kind: type[E], listener: Callable[[E, Any], None]) -> Stop:
        """Call ``listener(event, unit_of_work)`` inside the emitting transaction."""
        return self._add(self._inside[kind], listener)

    def after(self, kind: type[E], listener: Callable[[E], None]) -> Stop:
        """Call ``listener(event)`` once the transaction that emitted it is committed."""
        return self._add(self._after[kind], listener)

    def after_any(self, listener: Callable[[object], None]) -> Stop:
        """Call ``listener(event)`` after commit for every event there is (the window's door)."""
        return self._add(self._after_any, listener)

    def tell(self, event: object) -> None:
        """For what happened outside any transaction (a file was written): call the after-commit listeners now."""
        self.deliver_after(event)

    def deliver_within(self, event: object, unit: object) -> None:
        """For the unit of work only."""
        for listener in self._snapshot(self._inside[type(event)]):
            listener(event, unit)

    def deliver_after(self, event: object) -> None:
        """For the unit of work only."""
        for listener in self._snapshot(self._after[type(event)]) + self._snapshot(self._after_any):
            listener(event)

    def _add(self, where: list[Any], listener: Any) -> Stop:
        with self._lock:
            where.append(listener)

        def stop() -> None:
            with self._lock:
                if listener in where:
                    where.remove(listener)

        return stop

    def _snapshot(self, listeners: list[Any]) -> list[Any]:
        with self._lock:
            return list(listeners)

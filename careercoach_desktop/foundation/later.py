"""A stand-in for a service that may not be there yet, so that its page can be built while its module is imported."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

T = TypeVar("T")


def later(find: Callable[[], T]) -> T:
    """What is called on it is called on ``find()``, on the thread that calls; only for methods.

    ``find`` may import and may wait: pages call their services on background threads.
    """
    return cast("T", _StandIn(find))


class _StandIn:
    def __init__(self, find: Callable[[], Any]) -> None:
        self._find = find

    def __getattr__(self, verb: str) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            return getattr(self._find(), verb)(*args, **kwargs)

        return call

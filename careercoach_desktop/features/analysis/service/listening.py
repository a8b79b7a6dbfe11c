"""Hearing what Claude says while it says it, and keeping what had come when it is stopped."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from pydantic import BaseModel

from careercoach_desktop.features.analysis.model.judgement import ClaudeGrew
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.llm.growing import Growing

T = TypeVar("T", bound=BaseModel)


def listening(output: type[T], bus: Bus, task_id: int) -> Growing[T]:
    """Hand it to ``Claude.ask`` as ``on_text``; it tells the bus of the verdict and the number of remarks so far."""

    def grew(part: T) -> None:
        bus.tell(ClaudeGrew(task_id, str(getattr(part, "verdict", "") or ""), sum(map(len, _lists(part).values()))))

    return Growing(output, grew)


def whole_part(growing: Growing[T]) -> T | None:
    """What had come without the entry that was being written; None when there is no whole entry."""
    part = growing.value
    if part is None:
        return None
    lists = {name: entries for name, entries in _lists(part).items() if entries}
    if not lists:
        return None
    last = [*lists][-1]
    kept = part.model_copy(update={last: lists[last][:-1]})
    return kept if any(_lists(kept).values()) else None


def keeping_part(growing: Growing[T], keep: Callable[[T], object]) -> None:
    """``keep`` what had come, when it is worth it."""
    part = whole_part(growing)
    if part is not None:
        keep(part)


def _lists(part: BaseModel) -> dict[str, list[object]]:
    """In the order the answer is written."""
    values = {name: getattr(part, name, None) for name in type(part).model_fields}
    return {name: value for name, value in values.items() if isinstance(value, list)}

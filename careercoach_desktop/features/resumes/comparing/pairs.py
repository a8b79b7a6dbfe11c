"""Which item of one list is which item of another: by its id, else by what it says.

Ids last while a résumé is edited; reading its file again makes new ones, and then only the words tell.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from rapidfuzz import fuzz

T = TypeVar("T")

LIKE = 60.0
"""Per cent of likeness from which two texts are taken for one that was reworded."""
_MOST = 4000
"""Pairs that are weighed against each other at most; beyond that only equal texts find each other."""


def paired(
    before: Sequence[T], after: Sequence[T], *, identity: Callable[[T], str], text: Callable[[T], str]
) -> list[tuple[T | None, T | None]]:
    """Each item of ``after`` in its order with its counterpart, and what is gone (``(item, None)``) where it stood."""
    match = _matches(before, after, identity, text)
    found: list[tuple[T | None, T | None]] = []
    for at, item in enumerate(after):
        was = match.get(at)
        found.append((None if was is None else before[was], item))
    _put_removed(found, before, set(match.values()))
    return found


def _matches(
    before: Sequence[T], after: Sequence[T], identity: Callable[[T], str], text: Callable[[T], str]
) -> dict[int, int]:
    """Places in ``after`` and the places in ``before`` of what they were."""
    places = {identity(item): at for at, item in enumerate(before)}
    match = {at: places[identity(item)] for at, item in enumerate(after) if identity(item) in places}
    found = set(match.values())
    old = [at for at in range(len(before)) if at not in found]
    new = [at for at in range(len(after)) if at not in match]
    for there in new:  # letter for letter first: likeness must not take away what is the same
        same = next((at for at in old if text(before[at]) == text(after[there])), None)
        if same is not None:
            match[there] = same
            old.remove(same)
    new = [at for at in new if at not in match]
    if len(old) * len(new) > _MOST:
        return match
    weighed = sorted(((fuzz.ratio(text(before[o]), text(after[n])), o, n) for o in old for n in new), reverse=True)
    for likeness, was, there in weighed:
        if likeness < LIKE:
            break
        if was in old and there not in match:
            match[there] = was
            old.remove(was)
    return match


def _put_removed(found: list[tuple[T | None, T | None]], before: Sequence[T], kept: set[int]) -> None:
    """Put what is gone after what it followed, so that a reader finds it where it stood."""
    for at, item in enumerate(before):
        if at in kept:
            continue
        previous = before[at - 1] if at else None
        place = next((n + 1 for n, (was, _now) in enumerate(found) if was is previous), 0) if at else 0
        found.insert(place, (item, None))

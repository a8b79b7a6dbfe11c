"""What moved between two lists."""

from __future__ import annotations

from collections.abc import Sequence


def moved(before: Sequence[str], after: Sequence[str]) -> set[str]:
    """Items that came forward: each now stands before one that it used to follow. Those pushed down don't count."""
    place = {item: at for at, item in enumerate(before)}
    ahead: set[str] = set()
    earliest = len(before)
    for item in reversed(after):
        at = place.get(item, len(before))
        if at > earliest:
            ahead.add(item)
        earliest = min(earliest, at)
    return ahead


def moved_first(before: Sequence[str], after: Sequence[str]) -> set[str]:
    """Of the items that came forward, those that lead: the ones that merely follow their old neighbour are left
    out."""
    follows = {item: before[at - 1] if at else None for at, item in enumerate(before)}
    ahead = moved(before, after)
    neighbours = zip([None, *after[:-1]], after, strict=True) if after else ()
    return {item for previous, item in neighbours if item in ahead and follows.get(item) != previous}

"""Ranks between ranks: moving one card rewrites one row, not its whole column.

A rank is a float, ascending down the column. Between two neighbours there is room for about thirty successive
halvings; when it runs out, the caller numbers the column afresh with ``fresh_ranks``.
"""

from __future__ import annotations

STEP = 1024.0
"""The distance between neighbours of a freshly numbered column."""

SMALLEST_GAP = 1e-6
"""Closer neighbours than this are too dense to fit anything between; still far above a double's last digit."""


def ranks_between(above: float | None, below: float | None, count: int) -> list[float] | None:
    """``count`` ascending ranks strictly between the two neighbours; None when they stand too close.

    A missing neighbour is the open end of the column.
    """
    if above is None and below is None:
        return fresh_ranks(count)
    if above is None:
        return [below - STEP * (count - index) for index in range(count)]  # type: ignore[operator]  # not both None
    if below is None:
        return [above + STEP * (index + 1) for index in range(count)]
    gap = (below - above) / (count + 1)
    if gap < SMALLEST_GAP:
        return None
    return [above + gap * (index + 1) for index in range(count)]


def fresh_ranks(count: int) -> list[float]:
    """Ranks for a whole column, evenly spaced."""
    return [STEP * (index + 1) for index in range(count)]

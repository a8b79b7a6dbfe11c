"""One page, if it can be done without harm: first the white space gives way, then the leading, then the size.

Nothing is ever set smaller than 8.5 points because of this; what was smaller by design stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass

SMALLEST_PT = 8.5
STEPS = 12
_FIRST_HALF = STEPS // 2


@dataclass(frozen=True, slots=True)
class Fit:
    """Factors for the space between things, the margins, the leading and the size of the text."""

    space: float = 1.0
    margin: float = 1.0
    leading: float = 1.0
    size: float = 1.0

    def as_json(self) -> dict[str, float]:
        return asdict(self)


def step(number: int, size_pt: float) -> Fit:
    """Step 0 is the template as designed, ``STEPS`` the tightest we call readable; ``size_pt`` is its running text."""
    air = min(number / _FIRST_HALF, 1.0)
    ink = max(number - _FIRST_HALF, 0) / (STEPS - _FIRST_HALF)
    smallest = min(SMALLEST_PT / size_pt, 1.0)
    return Fit(
        space=round(1 - 0.45 * air, 3),
        margin=round(1 - 0.22 * air, 3),
        leading=round(1 - 0.14 * ink - 0.04 * air, 3),
        size=round(1 - (1 - smallest) * ink, 4),
    )


def smallest_step(fits: Callable[[int], bool], guess: int) -> int | None:
    """The first step at which everything is on one page, None when even the last one is not enough.

    ``fits`` must not turn false again at a later step. ``guess`` is where to look first: while somebody types, the
    answer is nearly always the one from before, and then two looks are enough.
    """
    low, high = 0, STEPS  # the answer is in low..high, or there is none
    if not fits(guess):
        low = guess + 1
    elif guess == 0 or not fits(guess - 1):
        return guess
    else:
        high = guess - 1
    while low < high:
        middle = (low + high) // 2
        if fits(middle):
            high = middle
        else:
            low = middle + 1
    return low if low <= STEPS and fits(low) else None

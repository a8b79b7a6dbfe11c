"""Small things around asking Claude: why it would be refused, and the line that is being written."""

from __future__ import annotations

import time
from collections.abc import Callable

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.llm.faults import fault
from careercoach_desktop.foundation.llm.model import Estimate
from careercoach_desktop.foundation.llm.saying import line_of, shortened
from careercoach_desktop.foundation.llm.words import dollars

_EVERY = 0.1
_LONGEST = 160


def beyond_budget(claude: Claude, estimate: Estimate) -> UserError | None:
    """Why it would be refused, said before anybody presses the button."""
    left, cost = estimate.left, estimate.cost
    if estimate.kept or left is None or (left > 0 and (cost or 0) <= left):
        return None
    budget = claude.budget()
    takes = "nobody knows how much" if cost is None else f"about {dollars(cost)}"
    return fault("claude-budget-reached", spent=dollars(budget.spent), limit=dollars(budget.limit), takes=takes)


def growing_lines(tell: Callable[[str], object], clock: Callable[[], float] = time.monotonic) -> Callable[[str], None]:
    """Hand it to ``Claude.ask`` as ``on_text``: ``tell`` hears the line that is being written, ten times a second at
    most. Nothing of it has been checked yet."""
    text, due = "", 0.0

    def take(piece: str) -> None:
        nonlocal text, due
        text = (text + piece)[-2_000:] if piece else ""
        now = clock()
        if now < due:
            return
        due = now + _EVERY
        lines = [line for line in text.split("\n") if line.strip(" #-*")]
        if lines:
            tell(shortened(line_of(lines[-1].lstrip("# "), 4_000), _LONGEST))

    return take

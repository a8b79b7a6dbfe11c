"""Money and estimates as a person reads them, in the window and in the terminal alike."""

from __future__ import annotations

from careercoach_desktop.foundation.llm.model import NANO, Estimate, Purpose
from careercoach_desktop.foundation.llm.prices import price_list

PURPOSES = {
    Purpose.READING: "reading",
    Purpose.MATCHING: "judging jobs",
    Purpose.WRITING: "tailoring",
    Purpose.LETTERS: "letters",
    Purpose.ANALYSIS: "analyses",
    Purpose.INTERVIEWS: "interviews",
    Purpose.PRACTICE: "practice",
}
"""What each of the models in Settings is for, in a sentence: “another model for letters”."""


def model_name(model: str) -> str:
    """What people call a model: ``Claude Sonnet 5.5``; its id when it is none we know."""
    option = price_list().option(model)
    return option.name if option is not None else model


def dollars(nanos: int | None) -> str:
    """``$0.03``, ``less than $0.01``, ``price unknown``; nano-dollars in."""
    if nanos is None:
        return "price unknown"
    if 0 < nanos < NANO // 100:
        return "less than $0.01"
    return f"${nanos / NANO:,.2f}"


def estimate_words(estimate: Estimate) -> str:
    """What a request would cost: ``about $0.03``, ``less than $0.01``, ``free, it was answered before``; with searches
    ``up to $0.12``, for all it may make are in it and fewer may do."""
    if estimate.kept:
        return "free, it was answered before"
    said = dollars(estimate.cost)
    if not said.startswith("$"):
        return said
    return f"up to {said}" if estimate.searches else f"about {said}"


def searches_words(estimate: Estimate) -> str:
    """``up to 5 web searches``; empty for what searches nothing."""
    if not estimate.searches:
        return ""
    return "1 web search" if estimate.searches == 1 else f"up to {estimate.searches} web searches"


def seconds_words(seconds: float | None) -> str:
    """``about 20 seconds``, ``about 2 minutes``; empty when nobody knows."""
    if seconds is None:
        return ""
    if seconds < 90:
        rounded = max(5, 5 * round(seconds / 5))
        return f"about {rounded} seconds"
    return f"about {round(seconds / 60)} minutes"

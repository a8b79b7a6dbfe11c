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
    ``at most about $0.12, up to 5 web searches``, for all of them are in it and fewer may do."""
    if estimate.kept:
        return "free, it was answered before"
    said = dollars(estimate.cost)
    if estimate.searches:
        often = "1 web search" if estimate.searches == 1 else f"{estimate.searches} web searches"
        return f"at most about {said}, up to {often}" if said.startswith("$") else f"{said}, up to {often}"
    return f"about {said}" if said.startswith("$") else said


def seconds_words(seconds: float | None) -> str:
    """``about 20 seconds``, ``about 2 minutes``; empty when nobody knows."""
    if seconds is None:
        return ""
    if seconds < 90:
        rounded = max(5, 5 * round(seconds / 5))
        return f"about {rounded} seconds"
    return f"about {round(seconds / 60)} minutes"

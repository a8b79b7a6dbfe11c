"""How much of what a model proposes is taken: as much as a résumé bears."""

from __future__ import annotations

from careercoach_desktop.foundation.llm.saying import clipped, has_new_link, line_of

__all__ = [
    "LONGEST_SKILL",
    "LONGEST_SUMMARY",
    "MOST_ADDED",
    "MOST_HIDDEN",
    "MOST_RECOMMENDATIONS",
    "MOST_REWRITES",
    "clipped",
    "has_new_link",
    "line_of",
]

MOST_REWRITES = 12
MOST_ADDED = 8
MOST_BULLETS = 4
MOST_SHOWN = 6
"""Points told elsewhere that a request shows."""
MOST_HIDDEN = 8
MOST_RECOMMENDATIONS = 4
LONGEST_SUMMARY = 900
LONGEST_SKILL = 60
LEAST_WORDS = 3
"""Of a new point; fewer say nothing that could be checked."""

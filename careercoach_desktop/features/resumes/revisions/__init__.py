"""Two states of a résumé beside each other: which entries and values changed, word by word, and that in numbers."""

from careercoach_desktop.features.resumes.revisions.comparison import (
    BACK_ON,
    BULLET,
    LEFT_OFF,
    Comparison,
    Group,
    Line,
    LineState,
    bullet_pairs,
    compare,
)
from careercoach_desktop.features.resumes.revisions.tally import Tally, tally

__all__ = [
    "BACK_ON",
    "BULLET",
    "LEFT_OFF",
    "Comparison",
    "Group",
    "Line",
    "LineState",
    "Tally",
    "bullet_pairs",
    "compare",
    "tally",
]

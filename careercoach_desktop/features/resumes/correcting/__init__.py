"""Corrections to what was read, suggested from outside and believed only as far as the file itself says them.

A suggestion names lines of the original and the text that should stand in a field. Whether that text really stands
there is decided here, by comparing letters, so that nothing can be invented; what is left is a list of differences for
the person to accept, each of which points to its place in the original.
"""

from careercoach_desktop.features.resumes.correcting.difference import (
    Difference,
    DifferenceKind,
    Standing,
    applied,
    from_json,
    standing,
    to_json,
)
from careercoach_desktop.features.resumes.correcting.listing import Handles, listing, numbered
from careercoach_desktop.features.resumes.correcting.proposal import CORRECT_TASK, Proposal, Suggestion
from careercoach_desktop.features.resumes.correcting.suggested import Corrections
from careercoach_desktop.features.resumes.correcting.visits import Judged, judged, plain_lines

__all__ = [
    "CORRECT_TASK",
    "Corrections",
    "Difference",
    "DifferenceKind",
    "Handles",
    "Judged",
    "Proposal",
    "Standing",
    "Suggestion",
    "applied",
    "from_json",
    "judged",
    "listing",
    "numbered",
    "plain_lines",
    "standing",
    "to_json",
]

"""What Claude says of a résumé, made into a judgement a person can trust: looked up, quoted, checked, never a score.

Pure, and run in the child process. A strength must name the person's own words, a rewriting must pass the truth check,
a missing word must be missing.
"""

from careercoach_desktop.features.analysis.judging.answer import (
    KeywordRemark,
    Remark,
    ResumeReview,
    Rewriting,
    SectionRemark,
)
from careercoach_desktop.features.analysis.judging.checked import checked, unproved
from careercoach_desktop.features.analysis.judging.listing import Listing
from careercoach_desktop.features.analysis.judging.standing import edits_for, states_of, without_applied

__all__ = [
    "KeywordRemark",
    "Listing",
    "Remark",
    "ResumeReview",
    "Rewriting",
    "SectionRemark",
    "checked",
    "edits_for",
    "states_of",
    "unproved",
    "without_applied",
]

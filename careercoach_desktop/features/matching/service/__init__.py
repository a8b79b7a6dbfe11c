"""What matching can do: keep every score up to date, explain a match, and ask Claude for its view."""

from careercoach_desktop.features.matching.service.judging import JUDGE, JUDGE_BATCH, JudgingService
from careercoach_desktop.features.matching.service.matching import (
    SCORE_ALL,
    SCORE_ONE,
    SCORE_THESE,
    MatchingService,
    no_resume,
    score_postings,
)

__all__ = [
    "JUDGE",
    "JUDGE_BATCH",
    "SCORE_ALL",
    "SCORE_ONE",
    "SCORE_THESE",
    "JudgingService",
    "MatchingService",
    "no_resume",
    "score_postings",
]

"""Tailor a résumé to a job: the verbs of the review, and how a draft is made."""

from careercoach_desktop.features.tailoring.service.judging import unsupported
from careercoach_desktop.features.tailoring.service.reviews import EvidenceAdded, Review, Stage
from careercoach_desktop.features.tailoring.service.tailorings import (
    TAILOR,
    TAILOR_WITH_CLAUDE,
    TASK_KINDS,
    TailoringService,
)

__all__ = [
    "TAILOR",
    "TAILOR_WITH_CLAUDE",
    "TASK_KINDS",
    "EvidenceAdded",
    "Review",
    "Stage",
    "TailoringService",
    "unsupported",
]

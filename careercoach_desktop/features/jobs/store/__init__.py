"""The only SQL of the jobs feature: one file per noun, the tables in ``tables``."""

from careercoach_desktop.features.jobs.store.jobs import (
    LIST_FIELDS,
    POSTING_FIELDS,
    CaptureSource,
    JobStore,
    Standing,
    folded,
    posting_values,
    search_entries,
)
from careercoach_desktop.features.jobs.store.matches import MatchStore

__all__ = [
    "LIST_FIELDS",
    "POSTING_FIELDS",
    "CaptureSource",
    "JobStore",
    "MatchStore",
    "Standing",
    "folded",
    "posting_values",
    "search_entries",
]

"""The only SQL of the jobs feature: one file per noun, the tables in ``tables``."""

from careercoach_desktop.features.jobs.store.contacts import ContactStore, contact_entries
from careercoach_desktop.features.jobs.store.due import DueBasis, DueStore, Person
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

__all__ = [
    "LIST_FIELDS",
    "POSTING_FIELDS",
    "CaptureSource",
    "ContactStore",
    "DueBasis",
    "DueStore",
    "JobStore",
    "Person",
    "Standing",
    "contact_entries",
    "folded",
    "posting_values",
    "search_entries",
]

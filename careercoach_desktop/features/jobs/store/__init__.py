"""The only SQL of the jobs feature: one file per noun, the tables in ``tables``."""

from careercoach_desktop.features.jobs.filtering import folded
from careercoach_desktop.features.jobs.store.applications import ApplicationStore
from careercoach_desktop.features.jobs.store.contacts import ContactStore, contact_entries
from careercoach_desktop.features.jobs.store.due import DueBasis, DueStore, Person
from careercoach_desktop.features.jobs.store.history import HistoryStore
from careercoach_desktop.features.jobs.store.jobs import (
    LIST_FIELDS,
    POSTING_FIELDS,
    CaptureSource,
    JobStore,
    Standing,
    posting_values,
    search_entries,
)
from careercoach_desktop.features.jobs.store.many import ManyStore
from careercoach_desktop.features.jobs.store.matches import MatchStore
from careercoach_desktop.features.jobs.store.meetings import MeetingStore
from careercoach_desktop.features.jobs.store.progress import ProgressStore

__all__ = [
    "LIST_FIELDS",
    "POSTING_FIELDS",
    "ApplicationStore",
    "CaptureSource",
    "ContactStore",
    "DueBasis",
    "DueStore",
    "HistoryStore",
    "JobStore",
    "ManyStore",
    "MatchStore",
    "MeetingStore",
    "Person",
    "ProgressStore",
    "Standing",
    "contact_entries",
    "folded",
    "posting_values",
    "search_entries",
]

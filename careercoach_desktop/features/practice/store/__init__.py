"""Everything practice asks of the database: its tables, sessions in use, and what the history is drawn from."""

from careercoach_desktop.features.practice.store.finding import search_entries
from careercoach_desktop.features.practice.store.history import HistoryStore
from careercoach_desktop.features.practice.store.sessions import PracticeStore
from careercoach_desktop.features.practice.store.tables import (
    PracticeAnswerRow,
    PracticeQuestionRow,
    PracticeSessionRow,
)

__all__ = [
    "HistoryStore",
    "PracticeAnswerRow",
    "PracticeQuestionRow",
    "PracticeSessionRow",
    "PracticeStore",
    "search_entries",
]

"""The only SQL of the interviews feature: one file per noun, the tables in ``tables``."""

from careercoach_desktop.features.interviews.store.briefs import BriefStore
from careercoach_desktop.features.interviews.store.interviews import InterviewStore, Kept, interview_of
from careercoach_desktop.features.interviews.store.tables import (
    CalendarLinkRow,
    InterviewBriefRow,
    InterviewerRow,
    InterviewNoticeRow,
    InterviewRow,
)

__all__ = [
    "BriefStore",
    "CalendarLinkRow",
    "InterviewBriefRow",
    "InterviewNoticeRow",
    "InterviewRow",
    "InterviewStore",
    "InterviewerRow",
    "Kept",
    "interview_of",
]

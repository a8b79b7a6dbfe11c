"""The only SQL of the interviews feature: one file per noun, the tables in ``tables``."""

from careercoach_desktop.features.interviews.store.briefs import BriefStore
from careercoach_desktop.features.interviews.store.calendar import CalendarStore, Link
from careercoach_desktop.features.interviews.store.interviews import (
    InterviewStore,
    Kept,
    Taken,
    interview_of,
    interviews_of,
    moments_of,
)
from careercoach_desktop.features.interviews.store.notices import NoticeStore
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
    "CalendarStore",
    "InterviewBriefRow",
    "InterviewNoticeRow",
    "InterviewRow",
    "InterviewStore",
    "InterviewerRow",
    "Kept",
    "Link",
    "NoticeStore",
    "Taken",
    "interview_of",
    "interviews_of",
    "moments_of",
]

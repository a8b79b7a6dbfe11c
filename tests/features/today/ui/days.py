"""Days to show: one in the middle of a search, one before it began."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from careercoach_desktop.features.interviews.model import (
    Interview,
    Interviewer,
    InterviewLine,
    InterviewType,
    When,
)
from careercoach_desktop.features.jobs.model import JobStatus, TimelineEntry, TimelineKind
from careercoach_desktop.features.jobs.model.history import HistoryEntry
from careercoach_desktop.features.today.model import (
    Answers,
    DayView,
    Need,
    NeedKind,
    Stage,
    StageCount,
    WeekCount,
)

LONDON = ZoneInfo("Europe/London")
MONDAY = datetime(2026, 11, 23, 9, 12, tzinfo=LONDON)
TODAY = MONDAY.date()


def a_round(
    round_id: int,
    local: str,
    company: str,
    *,
    zone: str = "Europe/London",
    kind: InterviewType = InterviewType.TECHNICAL,
    number: int = 2,
    people: tuple[str, ...] = ("Ines Duarte",),
) -> InterviewLine:
    made = datetime(2026, 11, 1, tzinfo=UTC)
    one = Interview(
        id=round_id,
        job_id=round_id,
        type=kind,
        round=number,
        when=When(local=datetime.fromisoformat(local), zone=zone),
        interviewers=tuple(Interviewer(name=name) for name in people),
        uid=f"round-{round_id}",
        created=made,
        updated=made,
    )
    return InterviewLine(one, "Staff Data Engineer", company, JobStatus.INTERVIEW_SCHEDULED)


MARLOW = a_round(7, "2026-11-26 15:00", "Marlow Energy", zone="Europe/Berlin")
KESTREL = a_round(8, "2026-11-30 09:30", "Kestrel Insurance", kind=InterviewType.PHONE_SCREEN, number=1, people=())
NEEDS = (
    Need(
        NeedKind.INTERVIEW,
        date(2026, 11, 26),
        "Staff Data Engineer",
        "Marlow Energy",
        job_id=7,
        interview=MARLOW,
        prepared=True,
        stories=2,
    ),
    Need(NeedKind.NO_ANSWER, TODAY, "ML Engineer", "Orchard Labs", job_id=2, since=date(2026, 11, 14), reminder_id=31),
    Need(
        NeedKind.DEADLINE, date(2026, 12, 12), "Senior Data Engineer", "Northwind", job_id=3, match=86, reminder_id=32
    ),
    Need(NeedKind.OFFER, date(2026, 11, 27), "Data Lead", "Pennine Water", job_id=4),
)
_STAGES = zip(Stage, (24, 16, 7, 2, 0), (8, 9, 5, 2, 0), strict=True)
STAGES = tuple(StageCount(stage, reached, there, (JobStatus.APPLIED,)) for stage, reached, there in _STAGES)
_SENT = (3, 5, 2, 6, 4, 7, 5, 4)
WEEKS = tuple(
    WeekCount(date(2026, 10, 5) + timedelta(weeks=at), tuple(range(at * 10, at * 10 + sent)))
    for at, sent in enumerate(_SENT)
)


LATELY = (
    HistoryEntry(
        TimelineEntry(51, 5, TimelineKind.EXPORTED, datetime(2026, 11, 22, 18, 20, tzinfo=UTC), "the letter"),
        "Data Engineer",
        "Brightwater",
    ),
    HistoryEntry(
        TimelineEntry(
            50,
            6,
            TimelineKind.MOVED,
            datetime(2026, 11, 20, 10, 0, tzinfo=UTC),
            "",
            JobStatus.INTERVIEW_SCHEDULED,
            JobStatus.INTERVIEW_COMPLETED,
        ),
        "Analyst",
        "Ashdown Retail",
    ),
)
FULL = DayView(
    name="Lena",
    now=MONDAY,
    jobs=38,
    needs=NEEDS,
    more_needs=0,
    stages=STAGES,
    answers=Answers(16, 7, 8),
    weeks=WEEKS,
    interviews=(MARLOW, KESTREL),
    lately=LATELY,
    until=datetime(2026, 11, 24, tzinfo=LONDON),
)
QUIET = replace(
    FULL,
    needs=(),
    interviews=(),
    lately=(),
    weeks=tuple(WeekCount(week.monday, ()) for week in WEEKS),
    answers=Answers(0, 0, None),
    stages=tuple(StageCount(each.stage, 0, 0, each.statuses) for each in STAGES),
)
BEFORE = replace(QUIET, name="", jobs=0)

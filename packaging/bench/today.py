"""The page Today out of the data file: ten thousand jobs, two thousand rounds, more than twenty thousand things that
happened. Beside it what SQLite alone takes to read the rows that the page's figures are about."""

from __future__ import annotations

import random
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.figures import Aim, Figure, timed_in_turn
from careercoach_desktop.app.workspace import Workspace, open_workspace
from careercoach_desktop.features.interviews.model import (
    Interviewer,
    InterviewOutcome,
    InterviewPlan,
    InterviewType,
    SampleInterview,
    When,
)
from careercoach_desktop.features.interviews.service import InterviewService
from careercoach_desktop.features.jobs.model import JobCard, JobStatus
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.service.due import DueService
from careercoach_desktop.features.today.model import Stage
from careercoach_desktop.features.today.service import TodayService
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.storage.database import Database

ROUNDS = 2_000
EVENTS = 20_000
RUNS = 30
DAY = Aim(50, "median")
_BARE = (
    "SELECT status, archived FROM job WHERE deleted_at IS NULL",
    "SELECT job_id, submitted, responded FROM application WHERE deleted_at IS NULL",
    "SELECT job_id, from_status, to_status, at FROM status_change",
    "SELECT job_id, kind, at FROM job_event",
    "SELECT * FROM reminder WHERE done IS NULL",
)


def figures(folder: Path, jobs: int) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory(prefix="career-coach-today-") as place:
        copy = Path(place) / "data"  # the other groups measure a file without them
        shutil.copytree(folder, copy)
        workspace = open_workspace(copy, Bus())
        try:
            yield from _figures(workspace, jobs)
        finally:
            workspace.close()


def _figures(workspace: Workspace, jobs: int) -> Iterator[Figure]:
    today, database = workspace.provider.get(TodayService), workspace.provider.get(Database)
    _fill(workspace)
    with closing(sqlite3.connect(database.path)) as bare:
        happened = bare.execute("SELECT (SELECT count(*) FROM job_event) + (SELECT count(*) FROM status_change)")
        count = happened.fetchone()[0]

        def plain() -> None:
            for statement in _BARE:
                bare.execute(statement).fetchall()

        name = f"the day of {jobs:,} jobs, {ROUNDS:,} rounds, {count:,} entries"
        samples, baseline = timed_in_turn(today.day, plain, RUNS)
        yield Figure(name, samples, "bare sqlite3, all the rows", baseline, aim=DAY)
        samples, baseline = timed_in_turn(lambda: today.that_reached(Stage.APPLIED), plain, RUNS)
        yield Figure("the jobs behind a bar of the funnel", samples, "bare sqlite3, all the rows", baseline)


def _fill(workspace: Workspace) -> None:
    """The same every time: rounds over two years, most of them over, and reminders of the person's own."""
    chance, now = random.Random(11), datetime.now(UTC)
    service = workspace.provider.get(JobService)
    cards = service.cards()
    plan = [_round(chance, chance.choice(cards), now) for _ in range(ROUNDS)]
    workspace.provider.get(InterviewService).add_sample(plan)
    due = workspace.provider.get(DueService)
    ids = [card.id for card in chance.sample(cards, min(len(cards), 300))]
    due.remind(ids, due.today() - timedelta(days=1), "Ring them")
    with closing(sqlite3.connect(workspace.provider.get(Database).path)) as bare:
        there = bare.execute("SELECT (SELECT count(*) FROM job_event) + (SELECT count(*) FROM status_change)")
        missing = max(0, EVENTS - there.fetchone()[0])
        moments = [now - timedelta(minutes=chance.randrange(500_000)) for _ in range(missing)]
        rows = [(chance.choice(cards).id, "EDITED", "", f"{moment:%Y-%m-%d %H:%M:%S.%f}") for moment in moments]
        bare.executemany("INSERT INTO job_event (job_id, kind, text, at) VALUES (?, ?, ?, ?)", rows)
        bare.commit()


def _round(chance: random.Random, card: JobCard, now: datetime) -> SampleInterview:
    start = now + timedelta(days=chance.randrange(-700, 60), minutes=15 * chance.randrange(32, 72))
    when = When.at(start, chance.choice(("Europe/London", "America/New_York", "Europe/Berlin", "Asia/Kolkata")))
    asks = (Interviewer(name=chance.choice(("Maya Lindqvist", "Tom Okafor", "Ana Sousa"))),)
    is_over = when.end < now and (card.status is not JobStatus.INTERESTED or chance.random() < 0.9)
    return SampleInterview(
        card.id,
        InterviewPlan(type=chance.choice(list(InterviewType)), when=when, interviewers=asks),
        start - timedelta(days=10),
        completed=when.end if is_over else None,
        outcome=InterviewOutcome.PASSED if is_over else InterviewOutcome.PENDING,
    )

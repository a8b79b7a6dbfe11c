"""Two thousand interviews in the data file: a month of them with jobs, people and conflicts, one time tried against
them, the whole list, a search in it, and one that is moved. Beside each what SQLite alone takes for the same rows.

Garbage is collected before a group and not while it is measured: the window, too, collects it when nobody waits."""

from __future__ import annotations

import gc
import random
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.figures import Figure, timed_in_turn
from careercoach_desktop.app.workspace import Workspace, open_workspace
from careercoach_desktop.features.interviews.model import (
    Interviewer,
    InterviewFilter,
    InterviewPlan,
    InterviewType,
    SampleInterview,
    When,
)
from careercoach_desktop.features.interviews.service import InterviewService
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.storage.database import Database

ROUNDS = 2_000
JOBS = 100
RUNS = 20
FIRST = datetime(2027, 3, 1, tzinfo=UTC)
"""A month in which clocks change."""
MONTH = timedelta(days=31)
ZONES = ("Europe/London", "America/New_York", "Europe/Berlin", "Asia/Kolkata")
_JOINED = (
    "SELECT interview.*, job.title, job.company, job.status FROM interview JOIN job ON job.id = interview.job_id "
    "WHERE interview.removed IS NULL"
)
_PEOPLE = "SELECT interviewer.*, contact.* FROM interviewer JOIN contact ON contact.id = contact_id"


def figures(folder: Path, _jobs: int) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory(prefix="career-coach-meeting-") as place:
        copy = Path(place) / "data"  # the other groups measure a file without them
        shutil.copytree(folder, copy)
        workspace = open_workspace(copy, Bus())
        try:
            yield from _figures(workspace)
        finally:
            workspace.close()


def _figures(workspace: Workspace) -> Iterator[Figure]:
    interviews, database = workspace.provider.get(InterviewService), workspace.provider.get(Database)
    ids = _fill(interviews, workspace.provider.get(JobService))
    gc.collect()
    gc.disable()
    with closing(sqlite3.connect(database.path)) as bare:

        def plain() -> None:
            bare.execute(_JOINED).fetchall()
            bare.execute(_PEOPLE).fetchall()

        def month() -> None:
            interviews.between(FIRST, FIRST + MONTH)

        yield Figure(f"a month with {ROUNDS:,} interviews", *_beside(month, plain))
        week = FIRST + timedelta(days=14)
        yield Figure("a week of it", *_beside(lambda: interviews.between(week, week + timedelta(days=7)), plain))
        when = When(local=datetime(2027, 3, 10, 10), zone="Europe/Berlin")  # noqa: DTZ001 - the time on the wall
        yield Figure("what is at one time", *_beside(lambda: interviews.conflicts(when), plain))
        yield Figure("the list of all", *_beside(lambda: interviews.listing(InterviewFilter()), plain))
        words = InterviewFilter(text="okafor technical")
        yield Figure("the list, searched", *_beside(lambda: interviews.listing(words), plain))
        chance = random.Random(3)

        def move() -> None:
            moved = When(local=when.local + timedelta(minutes=chance.randrange(600)), zone=when.zone)
            interviews.change(chance.choice(ids), {"when": moved})

        yield Figure("one moved, with its job, reminders and index", *_beside(move, lambda: None))


def _beside(ours: object, plain: object) -> tuple[list[float], str, list[float]]:
    samples, baseline = timed_in_turn(ours, plain, RUNS)  # type: ignore[arg-type]  # callables
    return samples, "bare sqlite3, all the rows", baseline


def _fill(interviews: InterviewService, jobs: JobService) -> list[int]:
    """The same every time; some at the same time, with one to three who ask."""
    chance = random.Random(7)
    cards = jobs.cards()[:JOBS]
    names = ("Maya Lindqvist", "Tom Okafor", "Ana Sousa", "Jonas Weber")
    rounds = []
    for _round in range(ROUNDS):
        local = datetime(2027, 3, 1) + timedelta(days=chance.randrange(31), minutes=15 * chance.randrange(32, 72))  # noqa: DTZ001
        when = When(local=local, zone=chance.choice(ZONES), minutes=chance.choice((30, 45, 60, 90)))
        asks = tuple(Interviewer(name=name) for name in chance.sample(names, chance.choice((1, 2, 3))))
        plan = InterviewPlan(type=chance.choice(list(InterviewType)), when=when, interviewers=asks, notes="Numbers.")
        rounds.append(SampleInterview(chance.choice(cards).id, plan, FIRST - timedelta(days=60)))
    return interviews.add_sample(rounds)

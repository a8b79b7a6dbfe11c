"""Ten thousand calls to Claude in one file: a page of them, their sums, and what they add to the next call."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from bench.figures import LEDGER, Figure, timed, timed_in_turn
from careercoach_desktop.app.schema import metadata
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.llm.ledger import Ledger, month_begin
from careercoach_desktop.foundation.llm.model import CallFilter, Outcome, Usage
from careercoach_desktop.foundation.llm.prices import price_list
from careercoach_desktop.foundation.llm.store import AiCallRow
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.storage.opening import open_database

CALLS = 10_000
PAGE = 501
RUNS = 30
MODEL = "claude-sonnet-5-5"
AGENTS = ("ResumeTailor", "CoverLetter", "JobMatcher", "ResumeParser")


def figures(_folder: Path, _jobs: int) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory(prefix="career-coach-ledger-") as place:
        database = open_database(Path(place), Bus(), metadata())
        _fill(database)
        ledger, month = Ledger(database, price_list()), CallFilter(since=month_begin(utc_now()))
        statement = f"SELECT * FROM ai_call ORDER BY id DESC LIMIT {PAGE}"
        with closing(sqlite3.connect(database.path)) as bare:
            page, plain = timed_in_turn(lambda: ledger.calls(PAGE), lambda: bare.execute(statement).fetchall(), RUNS)
        yield Figure("a page of 500 calls", page, "bare sqlite3, the same rows", plain, aim=LEDGER)
        rare = CallFilter(agent="Hello", outcomes=(Outcome.FAILED,))
        yield Figure("a filter that fits nearly nothing", timed(lambda: ledger.calls(PAGE, rare), RUNS), aim=LEDGER)
        for by in ("agent", "model", "month"):
            yield Figure(f"sums per {by}", timed(lambda by=by: ledger.sums(by), RUNS), aim=LEDGER)  # type: ignore[misc]
        yield Figure("sums of this month", timed(lambda: ledger.sums("agent", month), RUNS), aim=LEDGER)
        yield Figure("writing one call down, both ends", timed(lambda: _call(ledger), RUNS), aim=LEDGER)
        database.close()


def _fill(database: Database) -> None:
    """A year of calls, half of them in this month: the budget adds those up before each call."""
    now = utc_now()
    month = month_begin(now)
    with database.write() as unit:
        for number in range(CALLS):
            share = number / CALLS
            early = month - timedelta(days=330 * (1 - 2 * share))
            late = month + (now - month) * (2 * share - 1)
            unit.session.add(
                AiCallRow(
                    agent=AGENTS[number % len(AGENTS)],
                    agent_version=1,
                    model=MODEL if number % 3 else "claude-haiku-5-5",
                    endpoint="api.anthropic.com",
                    outcome=(Outcome.FAILED if number % 50 == 0 else Outcome.ANSWERED).value,
                    input_tokens=3_000,
                    output_tokens=900,
                    cost=100_000,
                    started=early if share < 0.5 else late,
                    seconds=12.0,
                    owner="bench",
                )
            )


def _call(ledger: Ledger) -> None:
    call_id = ledger.begin("ResumeTailor", 1, MODEL, "host", task_id=None, subject="job:1", sent=b"x" * 4_000)
    ledger.complete(
        call_id, Outcome.ANSWERED, Usage(3_000, 900), model=MODEL, key=str(call_id), reply="{}", limit=10**13
    )

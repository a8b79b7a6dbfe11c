"""Practice: a thousand sessions in the history, their curves, one opened, a draft kept, a result on paper."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from bench.figures import Aim, Figure, timed_in_turn
from careercoach_desktop.app.schema import metadata
from careercoach_desktop.features.practice.model import HistoryFilter
from careercoach_desktop.features.practice.store import HistoryStore, PracticeStore
from careercoach_desktop.features.practice.typeset import page_of, typeset_pdf
from careercoach_desktop.foundation.documents.typesetting.compiler import compile_pdf
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.storage.opening import open_database
from tests.features.practice.long_history import practise_for_years

SESSIONS, QUESTIONS = 1_000, 6
RUNS = 30
HISTORY = Aim(30)
_LINES = """
SELECT s.id, s.title, s.state, s.overall, s.created, count(DISTINCT q.id), count(DISTINCT a.question_id), sum(a.seconds)
FROM practice_session s JOIN practice_question q ON q.session_id = s.id
LEFT JOIN practice_answer a ON a.question_id = q.id
WHERE s.removed IS NULL GROUP BY s.id ORDER BY s.created DESC
"""
_SKILLS = """
SELECT s.finished, q.category, avg(a.score) FROM practice_session s
JOIN practice_question q ON q.session_id = s.id JOIN practice_answer a ON a.question_id = q.id
WHERE s.removed IS NULL GROUP BY s.id, q.category ORDER BY s.finished
"""


def figures(_folder: Path, _jobs: int) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as place:
        database = open_database(Path(place), Bus(), metadata())
        try:
            practise_for_years(database, SESSIONS, QUESTIONS)
            with closing(sqlite3.connect(database.path)) as bare:
                bare.execute("PRAGMA synchronous=FULL")
                yield from _history(database, bare)
                yield _draft(database, bare)
            yield _opened(database)
            yield _paper(database)
        finally:
            database.close()


def _history(database: Database, bare: sqlite3.Connection) -> Iterator[Figure]:
    def lines() -> None:
        with database.read() as rows:
            assert len(HistoryStore(rows).lines(HistoryFilter())) == SESSIONS

    def trend() -> None:
        with database.read() as rows:
            HistoryStore(rows).trend()

    samples, baseline = timed_in_turn(lines, lambda: bare.execute(_LINES).fetchall(), RUNS)
    yield Figure(
        f"history of {SESSIONS:,} sessions", samples, "bare sqlite3, joined and grouped", baseline, aim=HISTORY
    )
    samples, baseline = timed_in_turn(trend, lambda: bare.execute(_SKILLS).fetchall(), RUNS)
    yield Figure("their curves by type and skill", samples, "bare sqlite3, skills, every try", baseline)


def _draft(database: Database, bare: sqlite3.Connection) -> Figure:
    """What typing costs, durably on the disk."""
    text = "When the nightly batch jobs took six hours, I was asked to bring them below one. " * 12

    def keep() -> None:
        with database.write() as unit:
            PracticeStore(unit.session).keep_draft(7, text, 40)

    def update() -> None:
        with bare:
            bare.execute("UPDATE practice_question SET draft = ?, seconds = ? WHERE id = 8", (text, 40))

    samples, baseline = timed_in_turn(keep, update, RUNS)
    return Figure("a draft kept", samples, "bare sqlite3", baseline)


def _opened(database: Database) -> Figure:
    def whole() -> None:
        with database.read() as rows:
            PracticeStore(rows).session(SESSIONS // 2)

    def bare_rows() -> None:
        with database.read() as rows:
            rows.connection().exec_driver_sql(
                "SELECT * FROM practice_question q LEFT JOIN practice_answer a ON a.question_id = q.id "
                "WHERE q.session_id = ?",
                (SESSIONS // 2,),
            ).fetchall()

    samples, baseline = timed_in_turn(whole, bare_rows, RUNS)
    return Figure("a session opened, whole", samples, "its rows, unread", baseline)


def _paper(database: Database) -> Figure:
    with database.read() as rows:
        session = PracticeStore(rows).session(SESSIONS // 2)
    page = page_of(session, "Lena Marsh", "")
    with tempfile.TemporaryDirectory() as place:
        empty = Path(place) / "empty.typ"
        empty.write_text("x")
        samples, baseline = timed_in_turn(lambda: typeset_pdf(page), lambda: compile_pdf(empty, {}), 10)
    return Figure("a result on paper", samples, "Typst, an empty page", baseline)

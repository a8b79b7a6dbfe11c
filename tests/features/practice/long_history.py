"""Years of practice, written straight into the tables: for tests of the history, and for measuring it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import insert

from careercoach_desktop.features.interviews.model import InterviewType
from careercoach_desktop.features.practice.model import LocalFeedback, PracticeSetup, QuestionContent, SessionResult
from careercoach_desktop.features.practice.store import PracticeAnswerRow, PracticeQuestionRow, PracticeSessionRow
from careercoach_desktop.foundation.storage.database import Database

FIRST_DAY = datetime(2021, 3, 1, 18, tzinfo=UTC)
SKILLS = ("system design", "communication", "conflict", "ownership", "data modelling", "motivation")
TYPES = tuple(InterviewType)


def practise_for_years(database: Database, sessions: int, questions: int = 6) -> None:
    """One session each day, all finished; two tries at every third question."""
    feedback = LocalFeedback(score=60, summary="A clear answer.", words=120).model_dump_json()
    runs, asked, answers = [], [], []
    for number in range(1, sessions + 1):
        when = FIRST_DAY + timedelta(days=number)
        kind = TYPES[number % len(TYPES)]
        score = 40 + number % 50
        runs.append(
            {
                "id": number, "type": kind.value, "title": f"Interview · Engineer {number % 97}, Harbour {number % 13}",
                "setup": PracticeSetup(type=kind, count=questions).model_dump_json(), "state": "FINISHED",
                "result": SessionResult(overall=score).model_dump_json(), "made_by": "local", "overall": score,
                "created": when, "updated": when, "finished": when + timedelta(minutes=30),
            }
        )  # fmt: skip
        for place in range(questions):
            question_id = (number - 1) * questions + place + 1
            skill = SKILLS[(number + place) % len(SKILLS)]
            content = QuestionContent(text=f"How did you go about number {question_id}?", category=skill)
            asked.append(
                {
                    "id": question_id, "session_id": number, "position": place + 1.0, "category": skill,
                    "content": content.model_dump_json(), "made_by": "local", "state": "ANSWERED", "seconds": 0,
                    "draft": "",
                }
            )  # fmt: skip
            answers += [
                {
                    "question_id": question_id, "attempt": attempt, "text": "I did. " * 60, "seconds": 90,
                    "local": feedback, "score": score + attempt, "created": when,
                }
                for attempt in range(1, 3 if question_id % 3 == 0 else 2)
            ]  # fmt: skip
    with database.write() as unit:
        for table, rows in ((PracticeSessionRow, runs), (PracticeQuestionRow, asked), (PracticeAnswerRow, answers)):
            unit.session.execute(insert(table), rows)

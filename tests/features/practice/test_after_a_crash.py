"""Killed in the middle of an answer, a session is found exactly where it was."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from careercoach_desktop.features.practice.model import QuestionState, Session, SessionState
from careercoach_desktop.features.practice.service import PracticeService
from tests.features.practice.test_practising import STORY
from tests.support.workspace import Place

ROOT = Path(__file__).parents[3]

VICTIM = """
import sys
from pathlib import Path
import careercoach_desktop.app.schema  # every table, as in the application
from careercoach_desktop.app.workspace import connected_slots, furnish
from careercoach_desktop.features.practice.service import PracticeService
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.queue import TaskQueue

if __name__ == "__main__":
    database, child = Database(Path(sys.argv[1])), ChildProcess()
    slots = connected_slots()
    furnish(slots, database, child, TaskQueue(database, child), asks_first=False)
    practice, (first, second) = slots.get(PracticeService), map(int, sys.argv[2:4])
    practice.ask(first)
    practice.answer(first, sys.argv[4], 95)
    practice.ask(second)
    for length in range(1, 4):
        practice.keep_draft(second, "And then I said " * length, 10 * length)
    print("typing", flush=True)
    sys.stdin.read()
"""


def test_killed_while_somebody_types(place: Place, practice: PracticeService, begun: Session) -> None:
    first, second = begun.questions[0].id, begun.questions[1].id
    command = [sys.executable, "-c", VICTIM, str(place.database.path), str(first), str(second), STORY]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as victim:
        assert victim.stdout is not None
        assert victim.stdout.readline() == "typing\n"
        victim.kill()
    session = practice.session(begun.id)
    assert session.state is SessionState.RUNNING
    assert session.current is not None
    assert (session.current.id, session.current.state) == (second, QuestionState.ASKED)
    assert (session.current.draft, session.current.seconds) == ("And then I said " * 3, 30)
    latest = session.questions[0].latest
    assert latest is not None
    assert (latest.text, latest.seconds) == (STORY, 95)
    assert session.seconds == 125
    assert [line.id for line in practice.unfinished()] == [begun.id]
    assert practice.answer(second, session.current.draft, 44).attempt == 1

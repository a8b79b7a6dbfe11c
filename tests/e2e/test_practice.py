"""A practice interview in a real window: Claude asks, answers are typed, the application is killed and goes on where it
was, a stream is cut, and what it came to is saved and found again."""

from __future__ import annotations

import json
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.e2e.conftest import START
from tests.e2e.driver import App, keys, mouse, write
from tests.e2e.test_backup import answer_file_dialog
from tests.features.practice.said import ANSWER, GOOD, THREE
from tests.support.claude import Asked, ClaudeServer, Trouble
from tests.support.claude.api import Settings

pytestmark = [pytest.mark.window, pytest.mark.xdist_group("window"), pytest.mark.timeout(600)]

MARLOW = "Staff Data Engineer, Marlow Energy"
FIRST, SECOND, THIRD = (question.text for question in THREE.questions)
HALF = "I rebuilt the slowest of the nightly jobs"
LATER = " It went from six hours to fifty minutes."
LAST = "I would keep the last position of every reader and read again from there."
MODEL = "Claude Sonnet 5.5"
DEMO = ["--demo"]


@pytest.fixture
def claude(monkeypatch: pytest.MonkeyPatch) -> Iterator[ClaudeServer]:
    """On this computer no key is needed, so the window sends the word that stands for none."""
    with ClaudeServer(key="local") as server:
        server.settings.pace = 0.01
        server.answer("WrittenQuestions", THREE)
        server.answer("WeighedAnswer", GOOD)
        monkeypatch.setenv("CAREERCOACH_CLAUDE_ENDPOINT", server.url)
        yield server


def asks_for(title: str) -> Callable[[Asked], bool]:
    """Which requests a trouble is meant for: those for an answer of this shape."""
    return lambda asked: asked.title == title


def until_second_begins() -> int:
    """How many pieces Claude sends until the second question is being written."""
    written = json.dumps(THREE.model_dump(mode="json"))
    return written.index(THREE.questions[1].key_points[0], written.index(SECOND)) // Settings.delta_size


def set_up_from_the_round(app: App) -> None:
    """In the drawer of the job, for its next round, with Claude asking three questions."""
    app.see("match", kind="item")
    x, y = app.see(f"Interview scheduled: {MARLOW}", kind="item").middle
    mouse(f"mousemove {x} {y} click 1")
    app.click("Interviews", kind="Tabs")
    x, y = app.resting("Practise this round", exact=False, kind="Button").middle
    mouse(f"mousemove {x} {y} click 1")
    app.see("Round 2 · Video interview")
    app.see("Sends the posting")  # what it takes is known: from now on nothing moves
    app.click("3", kind="SegmentedControl")
    x, y = app.resting("Claude. ", exact=False, kind="AskerCard").middle
    mouse(f"mousemove {x} {y} click 1")
    app.until(lambda: turned_to(app, "Weigh each answer with Claude", x, y), "what Claude would do, by the wheel")
    app.click("Begin", kind="Button")


def turned_to(app: App, text: str, x: int, y: int) -> bool:
    """Whether it is in sight; else the wheel is turned towards it."""
    if app.look(text):
        return True
    mouse(f"mousemove {x} {y} click --repeat 3 --delay 10 5")
    return False


def answer(app: App, question: str, text: str) -> None:
    """Type what was asked for and hand it in."""
    app.see(question, exact=True)
    app.has_keyboard("Your answer")
    write(text)
    keys("ctrl+Return")


def is_kept(folder: Path, draft: str) -> bool:
    """Whether the disk has the words of a draft."""
    with closing(sqlite3.connect(f"file:{folder / 'sample' / 'careercoach.db'}?mode=ro", uri=True)) as file:
        return file.execute("SELECT 1 FROM practice_question WHERE draft = ?", (draft,)).fetchone() is not None


def begin_while_it_is_written(start: START, claude: ClaudeServer) -> App:
    """The first question is answered while the second is being written, and weighed while the second is answered."""
    writing = claude.misbehave(Trouble.STALL, after=until_second_begins(), match=asks_for("WrittenQuestions"))
    weighing = claude.misbehave(Trouble.SLOW_FIRST_BYTE, match=asks_for("WeighedAnswer"))
    app = start(options=DEMO)
    set_up_from_the_round(app)
    writing.wait_until_reached(timeout=60)
    answer(app, FIRST, ANSWER)
    app.see("Claude is writing your next question…")
    writing.release()
    weighing.wait_until_reached(timeout=60)
    app.see(SECOND, exact=True)
    app.see("Question 1 · your answer")
    app.see("Checked on this computer")
    app.see("Claude is thinking about your answer")
    app.has_keyboard("Your answer")
    write(HALF)
    weighing.release()
    app.see(GOOD.summary)
    app.see(MODEL, exact=True)  # all of it has come
    app.see(HALF, kind="AnswerField")
    return app


def go_on_after_the_crash(app: App) -> None:
    """The same question with the same words, and what was thought of the first answer beside it."""
    app.click("Practice", kind="NavEntry")
    app.see(f"Video interview · {MARLOW}")
    app.click("Go on with question 2", kind="Button")
    app.see(SECOND, exact=True)
    app.see(HALF, kind="AnswerField")
    app.see(GOOD.summary)
    app.has_keyboard("Your answer")


def weigh_through_a_cut_stream(app: App, claude: ClaudeServer) -> None:
    """Claude breaks off in the middle of weighing the second answer: it is there, and is weighed when asked again."""
    claude.misbehave(Trouble.CUT, match=asks_for("WeighedAnswer"))
    write(LATER)
    keys("ctrl+Return")
    app.see("Question 2 · your answer")
    app.see("The connection broke while the answer was coming. Nothing of yours is lost.")
    app.see("Checked on this computer")
    app.see(HALF)
    app.see(THIRD, exact=True)
    app.click("Start again", kind="Button")
    app.see(MODEL, exact=True)
    app.miss("Ask Claude · free")


def save_the_result(app: App, file: Path) -> str:
    """The words of the PDF."""
    app.click("See how it went", kind="Button")
    app.click("Save as PDF", kind="Button")
    answer_file_dialog(app, file)
    app.see(f"Saved {file.name}.")
    return subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, check=True).stdout


def test_an_interview_is_practised_through_a_crash_and_a_cut_stream(
    start: START, claude: ClaudeServer, tmp_path: Path
) -> None:
    app = begin_while_it_is_written(start, claude)
    app.until(lambda: is_kept(tmp_path / "data", HALF), "the half answer on the disk")
    write(" and")
    app.kill()

    again = start(options=DEMO)
    go_on_after_the_crash(again)
    weigh_through_a_cut_stream(again, claude)
    again.click("Your answer", kind="AnswerField")
    answer(again, THIRD, LAST)
    again.see("Question 3 · your answer")
    again.see(MODEL, exact=True)
    assert [Asked(each.body).title for each in claude.requests()].count("WeighedAnswer") == 4  # one was cut
    assert LAST in " ".join(save_the_result(again, tmp_path / "result.pdf").split())
    keys("Escape")
    again.see("Practised before")
    again.see(f"Video interview · {MARLOW}", kind="item")
    again.quit()

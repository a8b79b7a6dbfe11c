"""An interview practised in a terminal: the same session the window shows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from careercoach_desktop.app.workspace import open_workspace
from careercoach_desktop.features.practice.service import PracticeService
from careercoach_desktop.foundation.events import Bus
from tests.features.practice.said import GOOD, THREE
from tests.features.practice.test_practising import OTHER, STORY
from tests.support.claude import ClaudeServer, Trouble
from tests.support.terminal import Terminal


@pytest.fixture
def near(monkeypatch: pytest.MonkeyPatch) -> Iterator[ClaudeServer]:
    """A server on this computer, which needs no key."""
    with ClaudeServer(key="local") as server:
        monkeypatch.setenv("CAREERCOACH_CLAUDE_ENDPOINT", server.url)
        yield server


def test_a_whole_practice_without_a_network(hunting: Terminal, tmp_path: Path) -> None:
    said = hunting.fine("practice", "start", "--job", "1", "--count", "3")
    assert "Question 1 of 3" in said.out
    said = hunting.fine("practice", "answer", "--text", STORY)
    assert "of 100, checked on this computer." in said.out
    assert "Question 2 of 3" in said.out
    assert "Question 3 of 3" in hunting.fine("practice", "answer", piped=OTHER.encode()).out
    last = hunting.fine("practice", "answer", "--skip")
    assert "That was the last question." in last.out
    again = hunting.fine("practice", "answer", "--question", "2", "--text", STORY, "--json").json
    assert (again["attempt"], again["text"]) == (2, STORY)
    file = tmp_path / "result.pdf"
    shown = hunting.fine("practice", "show", "--finish", "--pdf", file)
    assert "2 of 3 questions answered" in shown.out
    assert "[skipped]" in shown.out
    assert "Overall" in shown.out
    assert STORY[:30] in PdfReader(file).pages[0].extract_text() + PdfReader(file).pages[-1].extract_text()
    (line,) = hunting.fine("practice", "list", "--json").json
    assert (line["state"], line["answered"], line["questions"]) == ("FINISHED", 2, 3)


def test_it_goes_on_in_the_window(hunting: Terminal) -> None:
    told = hunting.fine("practice", "start", "--role", "Night nurse", "--type", "panel", "--count", "2", "--json").json
    hunting.fine("practice", "answer", "--text", OTHER)
    workspace = open_workspace(hunting.folder, Bus())
    session = workspace.provider.get(PracticeService).session(told["id"])
    assert session.title == "Panel interview · Night nurse"
    assert session.current == session.questions[1]
    workspace.close()


def test_the_bank_can_be_read(hunting: Terminal) -> None:
    found = hunting.fine("practice", "bank", "--type", "technical", "--difficulty", "hard", "--json").json
    assert found
    assert all("TECHNICAL" in each["types"] and each["difficulty"] == "HARD" and each["key_points"] for each in found)
    assert hunting("practice", "bank", "--field", "alchemy").code == 2


@pytest.mark.parametrize(
    "words",
    [(), ("--job", "1", "--role", "Nurse"), ("--job", "1", "--type", "rude"), ("--role", "Nurse", "--count", "21")],
)
def test_a_wrong_choice_begins_nothing(hunting: Terminal, words: tuple[str, ...]) -> None:
    assert hunting("practice", "start", *words).code == 2
    assert hunting.fine("practice", "list", "--json").json == []


def test_nothing_to_go_on_with_is_said(hunting: Terminal) -> None:
    said = hunting("practice", "answer", "--text", OTHER)
    assert (said.code, "There is no practice to go on with." in said.err) == (1, True)
    hunting.fine("practice", "start", "--role", "Nurse", "--count", "1")
    assert "There is one question." in hunting("practice", "answer", "--question", "7", "--text", OTHER).err
    hunting.fine("practice", "answer", "--text", OTHER)
    said = hunting("practice", "answer", "1")
    assert "Every question is answered" in said.err
    assert hunting("practice", "show", "gardener").code == 1


def test_claude_asks_and_weighs(hunting: Terminal, near: ClaudeServer) -> None:
    near.answer("WrittenQuestions", THREE)
    near.answer("WeighedAnswer", GOOD)
    said = hunting("practice", "start", "--job", "1", "--claude")
    assert (said.code, "this needs your yes" in said.err) == (1, True)
    assert near.requests() == []
    started = hunting.fine("practice", "start", "--job", "1", "--count", "3", "--claude", "--yes")
    assert THREE.questions[0].text in started.out
    weighed = hunting.fine("practice", "answer", "--text", STORY, "--claude", "--yes")
    assert "88 of 100 from" in weighed.out
    assert "A stronger answer, from your evidence:" in weighed.out


def test_a_claude_that_fails_leaves_the_bank(hunting: Terminal, near: ClaudeServer) -> None:
    near.answer("WrittenQuestions", THREE)
    near.misbehave(Trouble.REFUSAL)
    said = hunting.fine("practice", "start", "--job", "1", "--count", "3", "--claude", "--yes")
    assert "The other 3 questions are from the bank on this computer." in said.err
    assert "Question 1 of 3" in said.out

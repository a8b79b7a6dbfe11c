"""Letters from a terminal: the same letter the window shows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from careercoach_desktop.app.workspace import open_workspace
from careercoach_desktop.features.documents.service import DocumentService
from careercoach_desktop.features.letters.service import LetterService
from careercoach_desktop.foundation.documents.reading import read_document
from careercoach_desktop.foundation.events import Bus
from tests.features.letters.written import INVENTED, paragraph, with_paragraphs
from tests.support.claude import ClaudeServer, Trouble
from tests.support.terminal import Terminal

WRITTEN = with_paragraphs(paragraph("I would like to talk about your pipelines with you."))


@pytest.fixture
def near(monkeypatch: pytest.MonkeyPatch) -> Iterator[ClaudeServer]:
    """A server on this computer, which needs no key."""
    with ClaudeServer(key="local") as server:
        monkeypatch.setenv("CAREERCOACH_CLAUDE_ENDPOINT", server.url)
        yield server


def test_without_a_key_it_is_an_outline_and_that_is_said(hunting: Terminal) -> None:
    said = hunting.fine("letter", "--job", "1")
    assert said.err.startswith("There is no Claude key")
    assert said.out.startswith("Application for Senior Data Engineer")
    assert "--- Places in brackets are yours to fill in." in said.out


def test_it_waits_in_the_window(hunting: Terminal) -> None:
    words = ("--outline", "--tone", "Formal", "--length", "short", "--json")
    told = hunting.fine("letter", "--job", "senior", *words).json
    workspace = open_workspace(hunting.folder, Bus())
    letter = workspace.provider.get(LetterService).latest_for(1)
    assert letter is not None
    assert letter.id == told["letter_id"]
    assert (letter.wishes.tone, letter.wishes.length) == ("FORMAL", "SHORT")
    assert told["paragraphs"][0]["text"] == letter.draft.paragraphs[0].text
    workspace.close()


def test_focus_and_notes_come_along(hunting: Terminal) -> None:
    said = hunting.fine(
        "letter", "--job", "1", "--outline", "--focus", "night shifts", "--focus", "Rust", "--notes", "I start in May."
    )
    assert "night shifts: one or two sentences" in said.out
    assert "Rust: one or two sentences" in said.out
    assert "I start in May." in said.out


@pytest.mark.parametrize("words", [("--tone", "rude"), ("--length", "endless"), ("--out", "letter.odt")])
def test_a_wrong_choice_is_found_before_any_work(hunting: Terminal, words: tuple[str, str]) -> None:
    assert hunting("letter", "--job", "1", *words).code == 2
    workspace = open_workspace(hunting.folder, Bus())
    assert workspace.provider.get(LetterService).latest_for(1) is None
    workspace.close()


def test_an_outline_with_gaps_is_not_written_as_a_file(hunting: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "letter.pdf"
    said = hunting("letter", "--job", "1", "--outline", "--out", file)
    assert said.code == 1
    assert "There are still places to fill in" in said.err
    assert not file.exists()


# --- with Claude -----------------------------------------------------------------------------------------------------


def test_nothing_is_sent_without_a_yes(hunting: Terminal, near: ClaudeServer) -> None:
    said = hunting("letter", "--job", "1")
    assert said.code == 1
    assert "Nothing was sent: this needs your yes." in said.err
    assert near.requests() == []


def test_with_a_yes_it_is_written_and_saved(hunting: Terminal, near: ClaudeServer, tmp_path: Path) -> None:
    near.answer("WrittenLetter", WRITTEN)
    file = tmp_path / "letter.pdf"
    said = hunting.fine("letter", "--job", "1", "--yes", "--out", file)
    assert said.err.startswith(f"Asking Claude Sonnet 5.5 at {near.url[7:]}: about $0.0")
    assert f"Saved {file}." in said.err
    assert "I would like to talk about your pipelines with you." in said.out
    assert "I would like to talk about your pipelines" in read_document(file.read_bytes(), file.name).text
    workspace = open_workspace(hunting.folder, Bus())
    (card,) = workspace.provider.get(DocumentService).cards()
    assert card.type == "COVER_LETTER"
    workspace.close()
    happened = [entry["kind"] for entry in hunting.fine("jobs", "show", "1", "--json").json["timeline"]]
    assert happened[:2] == ["EXPORTED", "WRITTEN"]


def test_what_nothing_proves_is_told(hunting: Terminal, near: ClaudeServer) -> None:
    near.answer("WrittenLetter", with_paragraphs(INVENTED))
    said = hunting.fine("letter", "--job", "1", "--yes")
    assert "--- not proved: “Google”. Google is not in your evidence." in said.out


def test_a_claude_that_declines_is_told_and_nobody_takes_its_place(hunting: Terminal, near: ClaudeServer) -> None:
    near.misbehave(Trouble.REFUSAL)
    said = hunting("letter", "--job", "1", "--yes", "--json")
    assert (said.code, said.out) == (1, "")
    assert "declined" in said.err
    assert "With --outline it is outlined on this computer." in said.err
    workspace = open_workspace(hunting.folder, Bus())
    assert workspace.provider.get(LetterService).latest_for(1) is None
    workspace.close()

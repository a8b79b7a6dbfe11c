"""Tailoring from a terminal: the same draft the window shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from careercoach_desktop.app.workspace import open_workspace
from careercoach_desktop.features.documents.service import DocumentService
from careercoach_desktop.features.resumes.reading import read_resume
from careercoach_desktop.features.tailoring.service import TailoringService
from careercoach_desktop.foundation.events import Bus
from tests.support.claude import Asked, ClaudeServer, Trouble
from tests.support.terminal import RESUME, Terminal


def test_every_change_is_told_with_its_reason(hunting: Terminal) -> None:
    said = hunting.fine("tailor", "primary", "1", "--offline", "--json").json
    assert said["engine"] == "local"
    assert said["changes"]
    assert all(change["reason"] and change["claims"] == [] for change in said["changes"])
    assert "document" not in said
    out = hunting.fine("tailor", "primary", "1").out
    assert f"+ {said['changes'][0]['title']}: " in out
    assert out.rstrip().endswith(f"{len(said['changes'])} changes.")


def test_score_keywords_and_ats_are_told_before_and_after_and_what_to_bring_out_is_heeded(hunting: Terminal) -> None:
    given = ("tailor", "primary", "1", "--offline", "--focus", "BigQuery", "--focus", "teams of 90")
    said = hunting.fine(*given, "--json").json
    assert said["focus"] == ["BigQuery", "teams of 90"]
    assert any(change["reason"].startswith("You want to bring out BigQuery.") for change in said["changes"])
    before, after = (sum(each[when] for each in said["alignment"]) for when in ("before", "after"))
    out = hunting.fine(*given, "--keep").out
    assert f"Match {said['score_before']} → {said['score_after']}" in out
    assert f"ATS {said['ats_before']} → {said['ats_after']}" in out
    missing = ", ".join(each["term"] for each in said["alignment"] if not each["after"])
    assert f"Keywords {before} → {after} of {len(said['alignment'])}; still missing: {missing}" in out


def test_the_draft_waits_in_the_window(hunting: Terminal) -> None:
    said = hunting.fine("tailor", "lena", "senior", "--json").json
    workspace = open_workspace(hunting.folder, Bus())
    draft = workspace.provider.get(TailoringService).latest_for(1)
    assert draft is not None
    assert draft.id == said["tailoring_id"]
    assert workspace.provider.get(DocumentService).cards() == []
    workspace.close()


def test_keeping_it_makes_a_document_of_the_job(hunting: Terminal) -> None:
    said = hunting.fine("tailor", "primary", "1", "--save", "--json").json
    assert said["document"]["version"] == 1
    workspace = open_workspace(hunting.folder, Bus())
    (card,) = workspace.provider.get(DocumentService).cards()
    assert (card.id, card.job_id) == (said["document"]["id"], 1)
    workspace.close()


def test_writing_it_hands_over_a_file_that_reads_back(hunting: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "tailored.pdf"
    said = hunting.fine("tailor", "primary", "1", "--to", file)
    assert re.search(rf"Saved {re.escape(str(file))}. Read back: all \d\d fields survived.$", said.out.rstrip())
    assert read_resume(file.read_bytes(), file.name).data.basics.name == "Lena Marsh"
    happened = [entry["kind"] for entry in hunting.fine("jobs", "show", "1", "--json").json["timeline"]]
    assert happened[:2] == ["EXPORTED", "TAILORED"]


def test_a_wrong_name_for_the_file_is_found_before_any_work(hunting: Terminal, tmp_path: Path) -> None:
    assert hunting("tailor", "primary", "1", "--to", tmp_path / "x.odt").code == 2
    there = tmp_path / "there.pdf"
    there.touch()
    assert hunting("tailor", "primary", "1", "--to", there).code == 1
    workspace = open_workspace(hunting.folder, Bus())
    assert workspace.provider.get(TailoringService).latest_for(1) is None
    workspace.close()


def test_a_job_without_a_description_is_told(terminal: Terminal, tmp_path: Path) -> None:
    terminal.fine("resumes", "import", RESUME)
    page = tmp_path / "home.html"
    page.write_text("<html><title>Welcome</title><body><h1>Welcome</h1><p>We make soup.</p></body></html>")
    assert terminal("jobs", "add", page).code == 1
    said = terminal("tailor", "primary", "1")
    assert said.code == 1
    assert said.err.startswith("This job has no description yet")


# --- with Claude -----------------------------------------------------------------------------------------------------


@pytest.fixture
def near(monkeypatch: pytest.MonkeyPatch) -> Iterator[ClaudeServer]:
    """A server on this computer, which needs no key."""
    with ClaudeServer(key="local") as server:
        monkeypatch.setenv("CAREERCOACH_CLAUDE_ENDPOINT", server.url)
        yield server


def propose(asked: Asked) -> dict[str, object]:
    bullet = next(line.split()[0] for line in asked.user.splitlines() if line.startswith("w1.1"))
    lie = {"kind": "rewrite", "target": bullet, "text": "Led forty engineers at Google.", "reason": "More is better."}
    return {"edits": [lie], "recommendations": ["Write down what it saved."]}


def test_claude_is_asked_where_there_is_one_and_its_price_is_said_first(hunting: Terminal, near: ClaudeServer) -> None:
    near.answer("Proposal", propose)
    said = hunting.fine("tailor", "primary", "1")
    assert said.err.startswith(
        f"Asking Claude Sonnet 5.5 at {near.url[7:]}: about $0.02. With --offline nothing is sent."
    )
    assert "! " in said.out
    assert "1 change, 1 of them left out because nothing proves them." in said.out
    assert said.out.rstrip().endswith("- Write down what it saved.")
    assert [each.asked.title for each in near.requests()] == ["Proposal", "Mending"]


def test_offline_sends_nothing(hunting: Terminal, near: ClaudeServer) -> None:
    assert hunting.fine("tailor", "primary", "1", "--offline", "--json").json["engine"] == "local"
    assert near.requests(None) == []


def test_a_claude_that_declines_is_told_and_nobody_takes_its_place(hunting: Terminal, near: ClaudeServer) -> None:
    near.misbehave(Trouble.REFUSAL)
    said = hunting("tailor", "primary", "1", "--json")
    assert (said.code, said.out) == (1, "")
    assert "declined" in said.err
    assert "With --offline it is done on this computer." in said.err
    workspace = open_workspace(hunting.folder, Bus())
    assert workspace.provider.get(TailoringService).latest_for(1) is None
    workspace.close()

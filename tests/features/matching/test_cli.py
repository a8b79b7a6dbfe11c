"""The match from a terminal: between records, files and pages, in any pairing."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tests.features.matching.judges import GAP, REASON, judge
from tests.support.claude import ClaudeServer
from tests.support.terminal import POSTING, RESUME, Terminal


def test_the_match_says_its_parts_and_where_every_keyword_stands(hunting: Terminal) -> None:
    said = hunting.fine("match", "primary", "1", "--json").json
    assert said["score"] > 50
    assert {part["kind"] for part in said["parts"]} >= {"MUST_HAVE", "NICE_TO_HAVE", "PLACE"}
    airflow = next(keyword for keyword in said["keywords"] if keyword["term"] == "Airflow")
    assert airflow["found"]
    assert {place["label"] for place in airflow["places"]} >= {"Skills"}
    out = hunting.fine("match", "primary", "1").out
    assert out.startswith(f"Match {said['score']} of 100\n")
    assert "  + Airflow  (Brightwater, 2022 – now" in out
    assert "  - Terraform" in out


def test_two_files_are_compared_without_opening_any_data(terminal: Terminal) -> None:
    assert terminal.fine("match", RESUME, POSTING, "--json").json["score"] > 50
    assert not terminal.folder.exists()


@pytest.mark.parametrize(("resume", "job"), [(RESUME, "1"), ("primary", POSTING), ("lena", "senior data")])
def test_every_pairing_gives_the_same_score(hunting: Terminal, resume: object, job: object) -> None:
    (stored,) = hunting.fine("jobs", "list", "--json").json
    assert hunting.fine("match", resume, job, "--json").json["score"] == stored["score"]
    assert len(hunting.fine("jobs", "list", "--json").json) == 1, "nothing was stored by looking"


def test_without_a_resume_there_is_nothing_to_match(terminal: Terminal) -> None:
    terminal.fine("jobs", "add", POSTING)
    said = terminal("match", "primary", "1")
    assert (said.code, said.out) == (1, "")
    assert said.err == "There is no primary résumé yet.\nImport yours first.\n"


@pytest.fixture
def near(monkeypatch: pytest.MonkeyPatch) -> Iterator[ClaudeServer]:
    """A Claude on this computer that needs no key of the keychain."""
    with ClaudeServer(key="local") as server:
        monkeypatch.setenv("CAREERCOACH_CLAUDE_ENDPOINT", server.url)
        judge(server, 58)
        yield server


def test_what_judging_takes_is_said_and_nothing_is_sent_without_a_yes(hunting: Terminal, near: ClaudeServer) -> None:
    said = hunting.fine("judge", "primary", "1")
    assert said.out == ""
    assert said.err.startswith("1 to ask about.\nabout ")
    assert "less than $0.01" in said.err
    assert said.err.endswith("Nothing was sent. Add --yes to ask.\n")
    assert near.requests(None) == []


def test_judged_it_stands_beside_the_computed_score(hunting: Terminal, near: ClaudeServer) -> None:
    said = hunting.fine("judge", "primary", "1", "--yes", "--json").json
    (job,) = said["jobs"]
    assert (said["asked"], said["judged"], said["left"]) == (1, 1, 0)
    assert (job["score"], job["reasons"], job["gaps"], job["is_current"]) == (58, [REASON], [GAP], True)
    assert job["computed"] == hunting.fine("match", "primary", "1", "--json").json["score"]
    out = hunting.fine("judge", "primary", "1").out
    assert f"Claude says 58 of 100 (computed here: {job['computed']}" in out
    assert f"  + {REASON}" in out
    assert f"  - {GAP}" in out
    assert len(near.requests()) == 1, "what is known is not asked again"


def test_all_on_the_board_can_be_judged_and_none_at_all_is_told(hunting: Terminal, near: ClaudeServer) -> None:
    assert hunting.fine("judge", "primary", "--all", "--yes", "--json").json["judged"] == 1
    said = hunting("judge", "primary")
    assert (said.code, said.err) == (1, "No job was named.\nName some, or add --all for those on the board.\n")


def test_many_go_together_and_are_waited_for(hunting: Terminal, near: ClaudeServer) -> None:
    rows = [{"title": f"Engineer {n}", "description": "We need SQL and patience. " * 8} for n in range(21)]
    hunting.folder.joinpath("more.json").write_text(json.dumps(rows), encoding="utf-8")
    hunting.fine("jobs", "import", hunting.folder / "more.json")
    said = hunting.fine("judge", "primary", "--all", "--yes", "--json")
    assert said.json["judged"] == 22
    assert "half the usual price; within a day" in said.err
    assert near.requests() == []


def test_a_judge_that_can_not_be_reached_is_told_at_once(hunting: Terminal, near: ClaudeServer) -> None:
    near.misbehave("bad_key", times=None)
    said = hunting("judge", "primary", "1", "--yes")
    assert said.code == 1
    assert "does not accept your key" in said.err

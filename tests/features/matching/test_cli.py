"""The match from a terminal: between records, files and pages, in any pairing."""

from __future__ import annotations

import pytest

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

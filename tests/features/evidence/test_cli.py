"""The truth check from a terminal: the same claims the window shows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.app.cli.test_processes import HEAVY, LOADED, loaded_by
from tests.support.terminal import Terminal

RESUME: dict[str, Any] = {
    "basics": {"name": "Lena Marsh", "label": "Data Engineer"},
    "work": [
        {
            "name": "Brightwater",
            "position": "Data Engineer",
            "startDate": "2022-03",
            "highlights": ["Migrated 140 jobs from cron to Airflow.", "Helped introduce dbt tests."],
        },
        {
            "name": "Lowell Analytics",
            "position": "Junior Analyst",
            "startDate": "2019-06",
            "endDate": "2022-02",
            "highlights": ["Trained five colleagues in SQL."],
        },
    ],
    "skills": [{"name": "Tools", "keywords": ["SQL", "Python"]}],
}
LETTER = """Dear Ms Hart,

Your platform team of 40 appeals to me. At Brightwater I migrated 140 jobs to Airflow and led the work on dbt tests.

Kind regards,
Lena Marsh, Head of Everything
"""


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    return written(tmp_path / "resume.json", json.dumps(RESUME))


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_every_claim_of_a_letter_is_printed_with_its_evidence(terminal: Terminal, resume: Path, tmp_path: Path) -> None:
    letter = written(tmp_path / "letter.txt", LETTER)
    said = terminal.fine("truth", "--evidence", resume, "--draft", letter, "--json").json
    assert (said["total"], said["unsupported"]) == (len(said["claims"]), 1)
    claims = {claim["text"]: claim for claim in said["claims"]}
    assert claims["140"]["supported"]
    assert claims["140"]["evidence"][0]["text"] == "Migrated 140 jobs from cron to Airflow."
    assert claims["140"]["evidence"][0]["label"] == "Brightwater, 2022 – now"
    (unproved,) = [claim for claim in said["claims"] if not claim["supported"]]
    assert unproved["text"] == "led the work on dbt tests"
    assert unproved["evidence"] == []
    assert unproved["reason"] == "Your evidence does not say that you led this."
    assert not any(claim["text"] == "40" for claim in said["claims"]), "their team is no claim"


def test_for_a_person_what_is_not_proved_comes_first(terminal: Terminal, resume: Path, tmp_path: Path) -> None:
    letter = written(tmp_path / "letter.txt", LETTER)
    out = terminal.fine("truth", "--evidence", resume, "--draft", letter).out
    assert out.startswith("1 of ")
    assert out.index("Not proved") < out.index("led the work on dbt tests") < out.index("Proved\n")


def test_a_tailored_resume_from_elsewhere_is_compared_entry_by_entry(
    terminal: Terminal, resume: Path, tmp_path: Path
) -> None:
    draft = json.loads(json.dumps(RESUME))
    draft["work"][0]["position"] = "Senior Data Engineer"
    draft["work"][0]["highlights"][0] = "Moved 240 jobs from cron to Airflow."
    draft["work"][1]["highlights"].append("Migrated 140 jobs from cron to Airflow.")
    draft["skills"][0]["keywords"].append("Kubernetes")
    file = written(tmp_path / "tailored.json", json.dumps(draft))
    said = terminal.fine("truth", "--evidence", resume, "--draft", file, "--json").json
    unproved = {claim["text"] for claim in said["claims"] if not claim["supported"]}
    assert {"Senior Data Engineer", "240", "Kubernetes", "Migrated 140 jobs from cron to Airflow."} <= unproved
    assert "Data Engineer" not in unproved
    same = terminal.fine("truth", "--evidence", resume, "--draft", resume, "--json").json
    assert same["unsupported"] == 0


def test_notes_are_evidence_and_a_posting_is_not(terminal: Terminal, resume: Path, tmp_path: Path) -> None:
    letter = written(tmp_path / "letter.txt", "I have used Kubernetes at work.")
    posting = written(tmp_path / "posting.txt", "You know Kubernetes.")
    command = ("truth", "--evidence", resume, "--draft", letter, "--json")
    assert terminal.fine(*command).json["unsupported"] == 1
    assert terminal.fine(*command, "--posting", posting).json["unsupported"] == 1
    notes = written(tmp_path / "notes.txt", "I ran a small Kubernetes cluster at Brightwater.")
    assert terminal.fine(*command, "--notes", notes).json["unsupported"] == 0


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7 \0\0", "is not a text."),
        (b"x" * 70_000, "is far longer than a letter"),
        (b'{"basics": ', "can\u2019t be read"),
        (b'{"a": 1}', "This JSON file is not a r\u00e9sum\u00e9."),
        (b"[" * 100_000, "This JSON file is not a r\u00e9sum\u00e9."),
    ],
    ids=["a PDF", "a book", "broken JSON", "other JSON", "JSON without an end"],
)
def test_what_is_no_draft_is_refused(
    terminal: Terminal, resume: Path, tmp_path: Path, content: bytes, words: str
) -> None:
    draft = tmp_path / "draft"
    draft.write_bytes(content)
    said = terminal("truth", "--evidence", resume, "--draft", draft)
    assert said.code == 1
    assert words in said.err


def test_a_file_that_is_not_there_is_told(terminal: Terminal, resume: Path, tmp_path: Path) -> None:
    said = terminal("truth", "--evidence", resume, "--draft", tmp_path / "none.txt")
    assert said.code == 1
    assert "could not be opened" in said.err


def test_it_opens_no_data_and_loads_nothing_heavy(terminal: Terminal, resume: Path, tmp_path: Path) -> None:
    letter = written(tmp_path / "letter.txt", LETTER)
    loaded = loaded_by(LOADED, "truth", "--evidence", resume, "--draft", letter)
    assert loaded & HEAVY == set()
    assert not terminal.folder.exists()

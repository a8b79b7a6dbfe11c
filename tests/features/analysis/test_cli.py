"""The analysis from a terminal: of a kept résumé, or of a file that is only looked at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from careercoach_desktop.features.analysis.appraising import JobView
from tests.features.analysis.judging.test_checked import review, wording
from tests.features.analysis.people import bo
from tests.foundation.documents.examining.test_pdf import with_picture
from tests.support.claude import ClaudeServer
from tests.support.terminal import RESUME, Terminal


def test_a_kept_resume(hunting: Terminal) -> None:
    said = hunting.fine("analyse", "primary", "--json").json
    scores = {score["kind"]: score["value"] for score in said["scores"]}
    assert scores["OVERALL"] > 90
    assert set(scores) == {"OVERALL", "ATS", "READABILITY", "SUMMARY", "EXPERIENCE", "EDUCATION", "SKILLS"}
    out = hunting.fine("analyse", "primary").out
    assert out.startswith(f"Résumé {scores['OVERALL']} of 100, checked by rules on this computer\n")


def test_a_file_is_looked_at_without_opening_any_data(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal.fine("analyse", RESUME, "--json").json["scores"][0]["value"] > 90
    poor = tmp_path / "cv.txt"
    poor.write_text("\n".join([bo().basics.name, bo().basics.email, "", "Experience", "", "Corner Shop"]))
    out = terminal.fine("analyse", poor).out
    assert "Important\n" in out
    assert "There is no phone number. Many recruiters call before they write." in out
    assert not terminal.folder.exists()


def test_a_scan_is_told_instead_of_refused(terminal: Terminal, tmp_path: Path) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(with_picture("", "515pt", "700pt"))
    said = terminal.fine("analyse", scan, "--json").json
    assert {finding["rule"] for finding in said["findings"]} == {"file.picture-pages", "content.empty"}
    assert said["scores"][0]["value"] == 0


def test_a_file_that_is_none_of_ours_is_refused(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "cv.pdf").write_bytes(b"")
    said = terminal("analyse", tmp_path / "cv.pdf")
    assert (said.code, said.out) == (1, "")
    assert "is empty" in said.err


# --- a job -----------------------------------------------------------------------------------------------------------

POSTING = """<html><head><title>Baker at Forty Ovens</title></head><body><main><h1>Baker</h1>
<p>Forty Ovens, Leeds</p><h2>What you do</h2><ul><li>You bake bread for forty shops every single night.</li></ul>
<h2>What you bring</h2><ul><li>Two years of experience in a bakery</li></ul>
<p>Your first week is an unpaid trial. Please send a cover letter.</p></main></body></html>"""


def test_a_job_on_the_board_is_read_closely_with_its_own_words(hunting: Terminal) -> None:
    said = hunting.fine("job-analysis", "1", "--json").json
    assert said["levels"][0]["level"] == "senior"
    assert said["required"]
    assert {figure["kind"] for figure in said["figures"]} >= {"overall", "skills"}
    assert all(point["by"] == "RULES" for point in said["gaps"])
    out = hunting.fine("job-analysis", "1").out
    assert out.startswith("Senior: “Senior” stands in the title.")
    assert "Required\n" in out


def test_a_posting_file_is_only_looked_at(terminal: Terminal, tmp_path: Path) -> None:
    page = tmp_path / "baker.html"
    page.write_text(POSTING)
    out = terminal.fine("job-analysis", page).out
    assert "! It speaks of work without pay: “unpaid trial”." in out
    assert "“Your first week is an unpaid trial.”" in out
    assert "Write a cover letter: they ask for one." in out
    assert terminal.fine("job-analysis", page, "--resume", RESUME, "--json").json["figures"]
    assert not terminal.folder.exists()


# --- with Claude -----------------------------------------------------------------------------------------------------


@pytest.fixture
def near(monkeypatch: pytest.MonkeyPatch) -> Iterator[ClaudeServer]:
    """A server on this computer, which needs no key."""
    with ClaudeServer(key="local") as server:
        monkeypatch.setenv("CAREERCOACH_CLAUDE_ENDPOINT", server.url)
        yield server


def test_the_price_is_said_and_nothing_sent_until_yes(hunting: Terminal, near: ClaudeServer) -> None:
    for words in (("analyse", "primary", "--claude"), ("job-analysis", "1", "--claude")):
        out = hunting.fine(*words).out
        assert out.rstrip().endswith("Nothing was sent; add --yes to ask.")
        assert f"Asking Claude Sonnet 5.5 at {near.url[7:]} would take: about $0.0" in out
        assert hunting.fine(*words, "--json").json["claude"]["offer"]["kept"] is False
    assert near.requests(None) == []


def test_claudes_view_of_a_resume_stands_beside_the_scores(hunting: Terminal, near: ClaudeServer) -> None:
    lie = wording("Led forty engineers at Google", "w1.1")
    near.answer("ResumeReview", review(verdict="Clear and calm.", suggestions=[lie]))
    before = hunting.fine("analyse", "primary", "--json").json["scores"]
    said = hunting.fine("analyse", "primary", "--claude", "--role", "utilities", "--yes", "--json").json
    assert said["scores"] == before
    assert (said["claude"]["overall"], said["claude"]["target"]["role"]) == (78, "utilities")
    out = hunting.fine("analyse", "primary", "--claude", "--role", "utilities", "--yes").out
    assert "Claude Sonnet 5.5’s view, its own figure 78 of 100" in out
    assert "not proved: " in out
    assert "<role>\nutilities\n</role>" in near.requests()[0].asked.user
    assert len(near.requests()) == 1  # the second time it was kept


def test_claudes_view_of_a_job_is_named_as_its_own(hunting: Terminal, near: ClaudeServer) -> None:
    near.answer("JobView", JobView(verdict="A plain job.", salary_guess="Perhaps 60,000."))
    out = hunting.fine("job-analysis", "1", "--claude", "--yes", "--language", "de").out
    assert "Claude Sonnet 5.5’s view\n\nA plain job." in out
    assert "Claude’s guess about pay: Perhaps 60,000." in out
    assert "everything else in: German" in near.requests()[0].asked.user


def test_what_is_only_looked_at_is_not_sent(terminal: Terminal, near: ClaudeServer, tmp_path: Path) -> None:
    page = tmp_path / "baker.html"
    page.write_text(POSTING)
    assert "Claude only reads jobs on the board." in terminal("job-analysis", page, "--claude").err
    assert "Claude only judges a résumé that is kept." in terminal("analyse", RESUME, "--claude").err
    assert near.requests(None) == []


def test_another_language_is_a_wrong_word(hunting: Terminal) -> None:
    assert hunting("analyse", "primary", "--claude", "--language", "tlh").code == 2

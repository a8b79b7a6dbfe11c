"""The analysis from a terminal: of a kept résumé, or of a file that is only looked at."""

from __future__ import annotations

from pathlib import Path

from tests.features.analysis.people import bo
from tests.foundation.documents.examining.test_pdf import with_picture
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

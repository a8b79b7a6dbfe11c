"""Documents from a terminal."""

from __future__ import annotations

from pathlib import Path

from tests.support.terminal import Terminal


def test_a_file_is_attached_listed_and_written_out_again(hunting: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "Reference Rio Claro.txt"
    file.write_text("She measured every river twice.", encoding="utf-8")
    (made,) = hunting.fine("documents", "attach", str(file), "--job", "1", "--json").json
    assert made == {"id": 1, "title": "Reference Rio Claro", "known": False}
    assert "was here already" in hunting.fine("documents", "attach", str(file)).out
    (card,) = hunting.fine("documents", "list", "--job", "1", "--json").json
    assert (card["type"], card["file"]) == ("REFERENCE", "Reference Rio Claro.txt")
    out = tmp_path / "out.txt"
    hunting.fine("documents", "export", "rio claro", "--to", str(out))
    assert out.read_bytes() == file.read_bytes()
    again = hunting("documents", "export", "1", "--to", str(out))
    assert again.code == 1
    assert "--force" in again.err


def test_a_tailored_resume_is_written_as_a_page(hunting: Terminal, tmp_path: Path) -> None:
    hunting.fine("tailor", "primary", "1", "--offline", "--save")
    hunting.fine("documents", "export", "1", "--to", str(tmp_path / "cv.pdf"))
    assert (tmp_path / "cv.pdf").read_bytes().startswith(b"%PDF-")
    wrong = hunting("documents", "export", "1", "--version", "7")
    assert "The newest is 1." in wrong.err


def test_a_type_that_is_none_is_refused(hunting: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("words", encoding="utf-8")
    refused = hunting("documents", "attach", str(file), "--as", "poem")
    assert refused.code == 2
    assert "cover-letter" in refused.err
